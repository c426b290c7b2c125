"""What drafts for the dealer are made of. Nothing private has a place in them."""

from __future__ import annotations

from backend.domain.advice.drafts.draft import Purpose, Tone
from backend.domain.advice.wording import Wordings, wordings

GREETING: dict[Tone, Wordings] = {
    Tone.FIRM: wordings("""
        Good day,
    """),
    Tone.FRIENDLY: wordings("""
        Hello,

        Hi there,
    """),
    Tone.SHORT: wordings("""
        Hello,
    """),
}

CLOSING: dict[Tone, Wordings] = {
    Tone.FIRM: wordings("""
        I look forward to your answer in writing.

        Please answer by e-mail, I make my decisions on paper.
    """),
    Tone.FRIENDLY: wordings("""
        Thank you for your time, and have a good day.

        Many thanks, I look forward to hearing from you.
    """),
    Tone.SHORT: wordings("""
        Thank you.
    """),
}

SUBJECT: dict[Purpose, Wordings] = {
    Purpose.OPEN: wordings("""
        Offer for your {car}
    """),
    Purpose.HOLD: wordings("""
        My offer for the {car}
    """),
    Purpose.RAISE: wordings("""
        New offer for the {car}
    """),
    Purpose.LOWER: wordings("""
        Corrected offer for the {car}
    """),
    Purpose.CLOSE: wordings("""
        {car}: please send the full price in writing
    """),
    Purpose.WAIT: wordings("""
        {car}: your answer to my offer
    """),
    Purpose.LEAVE: wordings("""
        {car}: thank you for your time
    """),
}

NAMED: dict[tuple[Purpose, Tone], Wordings] = {
    (Purpose.OPEN, Tone.FIRM): wordings("""
        I have looked at comparable cars, and my offer for the {car} is {suggested}. I can decide
        quickly at that number.

        My offer for the {car} is {suggested}. It is a serious one, and I have chosen it with care.
    """),
    (Purpose.OPEN, Tone.FRIENDLY): wordings("""
        I like your {car} and would be glad if we found each other. I can offer {suggested} for it.

        Your {car} looks like what I have been searching for. Would {suggested} work for you?
    """),
    (Purpose.OPEN, Tone.SHORT): wordings("""
        I can do {suggested} for the {model}.

        My offer for the {model}: {suggested}.
    """),
    (Purpose.HOLD, Tone.FIRM): wordings("""
        My offer for the {car} stays at {offer}. The next step has to be yours.

        I have gone over the numbers again, and {offer} is where I stay on the {car}.
    """),
    (Purpose.HOLD, Tone.FRIENDLY): wordings("""
        Thank you for your time so far. My offer of {offer} for the {car} stands.

        For me the {model} remains a car at {offer}, and I would be happy to buy it there.
    """),
    (Purpose.HOLD, Tone.SHORT): wordings("""
        I am still at {offer} for the {model}.

        My {offer} stands.
    """),
    (Purpose.RAISE, Tone.FIRM): wordings("""
        I have gone over it once more: {suggested} for the {car}, and I expect a step from your side
        for it.

        I can move to {suggested} on the {car}. For that I need a clear answer and no further
        counter.
    """),
    (Purpose.RAISE, Tone.FRIENDLY): wordings("""
        I would like this to work, so I can come up to {suggested} for the {car}.

        I have found a little more room for your {car}: {suggested}. I hope that helps us along.
    """),
    (Purpose.RAISE, Tone.SHORT): wordings("""
        I can come up to {suggested} for the {model}.

        {suggested} for the {model}, if it is settled with that.
    """),
    (Purpose.LOWER, Tone.FIRM): wordings("""
        I have gone over the {car} again, with the fees and the work it needs. My number is
        {suggested}.

        Having looked at other cars since, I am at {suggested} for the {car}.
    """),
    (Purpose.LOWER, Tone.FRIENDLY): wordings("""
        I like the {car}, but I got ahead of myself. With what it needs I can do {suggested}.

        After going through the costs once more I have to be honest: {suggested} is what the {car}
        works at for me.
    """),
    (Purpose.LOWER, Tone.SHORT): wordings("""
        I have to correct myself: {suggested} for the {model}.

        After another look I am at {suggested}.
    """),
    (Purpose.CLOSE, Tone.FIRM): wordings("""
        {ask} could work. Before I decide I need the out-the-door price for the {car} in writing,
        every fee on its own line.

        Please put {ask} for the {car} on paper, with nothing added but tax, title and registration.
        You get my answer once I have read it.
    """),
    (Purpose.CLOSE, Tone.FRIENDLY): wordings("""
        Thank you, {ask} sounds like we are close. Could you send me the out-the-door price with all
        fees, so that I can read it in peace?

        I like where we are with {ask}. If you send me the full sheet with every fee, I will go
        through it today.
    """),
    (Purpose.CLOSE, Tone.SHORT): wordings("""
        {ask} could work. Please send me the out-the-door price in writing, all fees listed.
    """),
}

ANSWERED: dict[tuple[Purpose, Tone], Wordings] = {
    (Purpose.HOLD, Tone.FIRM): wordings("""
        You ask {ask} for the {car}. My offer stays at {offer}, and the next step has to be yours.

        I have read your {ask}. {offer} is where I stay on the {car}.
    """),
    (Purpose.HOLD, Tone.FRIENDLY): wordings("""
        Thank you for getting back to me. You ask {ask}; for me the {car} remains a car at {offer},
        and I would be happy to buy it there.

        I appreciate your answer. You ask {ask} for the {car}; my offer of {offer} stands all the
        same.
    """),
    (Purpose.HOLD, Tone.SHORT): wordings("""
        You ask {ask}; I am still at {offer} for the {model}.
    """),
    (Purpose.RAISE, Tone.FIRM): wordings("""
        You ask {ask} for the {car}. I can move to {suggested}, and I expect a step from your side
        for it.
    """),
    (Purpose.RAISE, Tone.FRIENDLY): wordings("""
        Thank you for getting back to me. You ask {ask} for the {car}. I would like this to work, so
        I can move to {suggested}.
    """),
    (Purpose.RAISE, Tone.SHORT): wordings("""
        You ask {ask}. I can move to {suggested} for the {model}.
    """),
    (Purpose.LOWER, Tone.FIRM): wordings("""
        You ask {ask} for the {car}. Having looked at other cars since, I am at {suggested}.
    """),
    (Purpose.LOWER, Tone.FRIENDLY): wordings("""
        Thank you for getting back to me. You ask {ask} for the {car}. After going through the costs
        once more, {suggested} is what it works at for me.
    """),
    (Purpose.LOWER, Tone.SHORT): wordings("""
        You ask {ask}; after another look I am at {suggested} for the {model}.
    """),
}
"""Where the dealer has named a price: it is answered by name."""

ALL_IN: dict[tuple[Purpose, Tone], Wordings] = {
    (Purpose.CLOSE, Tone.FIRM): wordings("""
        {ask} out the door could work. Before I decide I need exactly that for the {car} in writing,
        as one total with everything in it.

        Please put {ask} for the {car} on paper as the whole price, nothing to be added. You get my
        answer once I have read it.
    """),
    (Purpose.CLOSE, Tone.FRIENDLY): wordings("""
        Thank you, {ask} out the door sounds like we are close. Could you send me that total for the
        {car} in writing, so that I can read it in peace?
    """),
    (Purpose.CLOSE, Tone.SHORT): wordings("""
        {ask} out the door could work. Please send me that total in writing.
    """),
}

ALL_IN_UNNAMED: dict[tuple[Purpose, Tone], Wordings] = {
    (Purpose.CLOSE, Tone.FIRM): wordings("""
        Your out-the-door price could work. Before I decide I need it for the {car} in writing, as
        one total with everything in it.
    """),
    (Purpose.CLOSE, Tone.FRIENDLY): wordings("""
        Thank you, your out-the-door price sounds like we are close. Could you send me that total
        for the {car} in writing, so that I can read it in peace?
    """),
    (Purpose.CLOSE, Tone.SHORT): wordings("""
        Your out-the-door price could work. Please send me that total in writing.
    """),
}
"""Where the dealer's price has everything in it already: nothing may come on top of it."""

UNNAMED: dict[tuple[Purpose, Tone], Wordings] = {
    (Purpose.HOLD, Tone.FIRM): wordings("""
        My offer for the {car} has not changed. The next step has to be yours.
    """),
    (Purpose.HOLD, Tone.FRIENDLY): wordings("""
        Thank you for your time so far. My offer for the {car} stands as it is.
    """),
    (Purpose.HOLD, Tone.SHORT): wordings("""
        My offer for the {model} stands.
    """),
    (Purpose.CLOSE, Tone.FIRM): wordings("""
        Your latest price could work. Before I decide I need the out-the-door price for the {car} in
        writing, every fee on its own line.
    """),
    (Purpose.CLOSE, Tone.FRIENDLY): wordings("""
        Thank you, it sounds like we are close. Could you send me the out-the-door price for the
        {car} with all fees, so that I can read it in peace?
    """),
    (Purpose.CLOSE, Tone.SHORT): wordings("""
        That could work. Please send me the out-the-door price in writing, all fees listed.
    """),
    (Purpose.WAIT, Tone.FIRM): wordings("""
        You have my last number for the {car}. If you can do it, I need it in writing; if not, I
        will look elsewhere.
    """),
    (Purpose.WAIT, Tone.FRIENDLY): wordings("""
        I have said all that I can on my side about the {car}. If my last number works for you, I
        would be glad to hear it.
    """),
    (Purpose.WAIT, Tone.SHORT): wordings("""
        You have my last number for the {model}. Let me know if it works.
    """),
    (Purpose.LEAVE, Tone.FIRM): wordings("""
        We are too far apart on the {car}, so I will look elsewhere. If your price changes, you have
        my number.
    """),
    (Purpose.LEAVE, Tone.FRIENDLY): wordings("""
        It is a nice {model}, but the price does not work for me. No hard feelings, and do write to
        me if that changes.
    """),
    (Purpose.LEAVE, Tone.SHORT): wordings("""
        The price does not work for me, so I will pass. Write me if it changes.
    """),
}

ASK_PRICE: dict[Tone, Wordings] = {
    Tone.FIRM: wordings("""
        Before I name a number for the {car} I need yours: the lowest out-the-door price, with every
        fee listed.
    """),
    Tone.FRIENDLY: wordings("""
        I like your {car}. What is the best out-the-door price that you can do, with everything in
        it?
    """),
    Tone.SHORT: wordings("""
        What is your best out-the-door price for the {model}?
    """),
}
"""Where the number must not be said: theirs is asked for instead."""

ASK_ANSWER: dict[Tone, Wordings] = {
    Tone.FIRM: wordings("""
        Please confirm it as the out-the-door price in writing, with every fee listed.

        If that works, send me the out-the-door price in writing. If it does not, tell me your
        lowest.
    """),
    Tone.FRIENDLY: wordings("""
        Could you tell me whether that is possible, and what the total would be with all fees?

        If we can do that, I would be happy to come by. Would you send me the total with all fees
        first?
    """),
    Tone.SHORT: wordings("""
        Does that work, all fees included?

        Can you do that?
    """),
}
"""What follows an offer."""
