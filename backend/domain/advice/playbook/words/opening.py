"""The first advice."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

LEAD = wordings("""
    Open at {suggested} for the {car}. That is {below_asking} under the {asking} they ask and
    {under_target} under your own target of {target}, so you can move and still land where you want
    to be.

    Your first number on the {car} should be {suggested}. You hope to pay {target}; starting
    {under_target} below it means that every step they drag out of you is one you planned.

    I would start at {suggested}. They ask {asking} for this {car} and you want it for {target}, and
    nobody ever got a seller down to a number by opening with it.
""")

LEAD_TARGET_HIGH = wordings("""
    Good news first: they ask {asking} for the {car}, and you were ready to pay {target}. Forget
    that figure. Open at {suggested}, {below_asking} under their ask.

    You budgeted {target}, but the sticker on this {car} says {asking}. So the sticker is where we
    begin to cut: open at {suggested}, {below_asking} less.

    Your target of {target} is no bargain here, they only ask {asking}. I would open at {suggested}
    and act as if you had never thought of more.
""")

LEAD_TARGET_EQUAL = wordings("""
    They ask {asking} for the {car}, exactly what you hope to pay. So all that you bargain for now
    is yours to keep: open at {suggested}, {below_asking} less.

    Your target is the sticker itself, {asking}. Do not start there. Open at {suggested}, which is
    {below_asking} under it, and let them pull you up if they can.

    With {target} you would simply pay what this {car} is advertised for. Open at {suggested}: the
    {below_asking} in between is what there is to win.
""")

LEAD_AT_ASK = wordings("""
    Your target of {target} is above what they ask for the {car}, so their own {asking} is the
    ceiling. Do not offer a dollar more, and let them speak first: sellers often cut their own price
    when asked.

    They ask {asking} for the {car}, less than the {target} you were ready to pay. Keep that to
    yourself. Nothing above {suggested} makes sense, and their first cut should come before your
    first number.

    Set {target} aside: this {car} is on offer at {asking}, and that is the most it can cost you.
    Name {suggested} only if they will not go below the sticker for anything.
""")

WHY_AT_ASK = wordings("""
    Give them reasons to go below the sticker: other ads, a service that is due, an answer today if
    the total is right. Ask openly, then be quiet.

    You win here by asking, not by naming. A rival ad, worn tires or a missing receipt are each
    worth a cut, and they do not know how much you would pay.

    Do not look relieved at the price. Ask what they can do, have one reason ready for less, and
    wait for their number.
""")

WHY_NEAR = wordings("""
    It is close to what they ask, so expect a quick answer. Name one reason for it, and let them
    come to you.

    That is no wild number, so say it as a matter of fact, with one reason, and then be quiet.

    They can live with such a number, and that is why it should be the first and not the last. Give
    one reason and wait.
""")

WHY = wordings("""
    Expect a sigh or a laugh. That is theater. Name the number, give one reason, then be quiet and
    let them fill the silence.

    They will call it low; it is meant to be. What matters is the number they come back with,
    because it shows how much air is in the price.

    A first offer does not have to be liked, it has to be answered. Stay friendly, and do not
    explain it twice.
""")

QUOTE = wordings("""
    I like this {model} and I can decide quickly. With what it needs, {suggested} is where I am.
    What can you do?

    I have looked at a few of these. For this {model} I can do {suggested}. If that works, please
    send me the out-the-door price in writing.

    I am ready to buy, and I would like it to be this {model}. My offer is {suggested}.
""")

QUOTE_AT_ASK = wordings("""
    I like the {model}. What is your best out-the-door price, with every fee in it?

    Before we talk numbers: how much below the ad can you go on this {model}?

    Other sellers have come down from their ads. Where are you really on this {model}?
""")

NEXT = wordings("""
    Paste what they answer here, word for word. How they say no tells us more than the no.

    When they come back with a price, enter it as the dealer's offer and I will work from that.

    Whatever they reply, do not answer on the spot. Bring it here first.
""")
