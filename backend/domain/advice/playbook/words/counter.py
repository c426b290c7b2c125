"""After an offer by the buyer."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

HOLD = wordings("""
    {offer} is a strong place to stand: {discount} below the {asking} they started from. Stay there.

    You are {discount} under the {asking} in the ad with {offer}, so let it work. No second number
    until they have moved.

    Good number. {offer} is {discount} off the {asking} they wanted, and the next move belongs to
    them.

    Leave {offer} on the table. With {discount} off {asking} you have nothing to hurry for, and they
    know it.
""")

RAISE = wordings("""
    {offer} takes {discount} off the {asking} they ask: decent, not won yet. If you have to move,
    make it a small step, to {suggested}.

    With {offer} you are {discount} under {asking}. There is room for one short step, {suggested},
    and it should look like it hurts.

    At {offer} you have {discount} off {asking}. The next number is {suggested}, {step} more and
    slowly given, so that it reads as the end of your money.
""")

RAISE_CAPPED = wordings("""
    {offer} is {discount} under the {asking} they ask, and it already stands at or above your
    ceiling of {suggested}. No further step from here; make them move.

    {discount} off is decent, but {offer} is as far as this can go: {suggested} is the most that
    makes sense now.

    You are at {offer}, {discount} under {asking}, and the cap for this deal is {suggested}. So from
    here you only hold, or come back down.
""")

LOWER = wordings("""
    {offer} is only {discount} off {asking}, and that is what a polite buyer gets for asking. I
    would go lower, not higher: {suggested}.

    I would not build on {offer}. It is just {discount} under the {asking} they ask. Make the next
    number {suggested}.

    {discount} off is too little for {offer} to be your number. Bring it down to {suggested} before
    they get used to it.
""")

NO_DISCOUNT = wordings("""
    {offer} gives them the full {asking} or more. Take it back down: {suggested} is the number to
    name.

    At {offer} there is no discount left on a price of {asking}. If it has not gone out yet, send
    {suggested} instead.

    They only ask {asking}, so {offer} gives away everything. Go to {suggested} and no higher.
""")

OVER_ASK = wordings("""
    Careful: they ask {ask} and you named {offer}. Take it back to {suggested} at the very most;
    nobody pays more than the sticker says.

    {offer} does not undercut them at all, their own price is {ask}. Nothing above {suggested} makes
    sense here.

    Their price is {ask}, so {offer} gives away all that you had won. Correct it, and stay at or
    below {suggested}.
""")

OVER_LIMIT = wordings("""
    {offer} is past your own limit of {walk_away}, however good the {discount} looks. Come back to
    {suggested}.

    You told me {walk_away} is where you walk away, and {offer} is beyond it. The most I would name
    is {suggested}.

    Your limit was {walk_away} before the talking began, and that is the number to trust. Pull
    {offer} back to {suggested}.
""")

ROOM = wordings("""
    Only if they refuse outright would I move, to {suggested} at most, and I would want something
    for that {step}: a fee gone, a set of tires.

    Should they say a flat no, {suggested} is the most I would go to: {step} more, once, and only
    when waiting has not helped.

    If it is about to fall apart, you have {step} in hand, up to {suggested}. Do not spend it to be
    nice.

    The furthest I would follow them is {suggested}. Give that {step} only for a clear yes, never
    for a maybe.

    Keep {step} in reserve: {suggested} is the end, and it should sound like it.

    A hard refusal would be worth {step} at most, which brings you to {suggested}. For anything
    softer, stay where you are.
""")

NO_ROOM = wordings("""
    There is no step above that now: {suggested} is the most that makes sense.

    Past {suggested} I would not follow them, whatever they say next.

    No step on top of it: {suggested} is where it ends for now.

    Should they refuse, do not answer with more. {suggested} is the end of the line for now.
""")

ALREADY_SENT = wordings("""
    If {offer} is already with them, do not add to it; let it sit until they ask again.

    Has {offer} gone out? Then leave it alone, and give them no second step on top.

    If they have {offer} in hand already, the rule is simple: not one dollar more.
""")

ABOVE_TARGET = wordings("""
    Mind that {suggested} is {over_target} over the {target} you hoped for, so make them work for
    it.

    That would be {over_target} past your target of {target}; worth it only with fees or work thrown
    in.

    You set out to pay {target}, and {suggested} is {over_target} more. Keep that in mind before you
    send it.
""")

BELOW_TARGET = wordings("""
    At {suggested} you would be {under_target} inside your own target, so time is on your side.

    With {suggested} there is still {under_target} between you and your target of {target}.

    Your target of {target} is {under_target} above that, which is how it should be for now.

    Measured by your target of {target}, {suggested} still leaves you {under_target}.
""")

QUOTE_OFFER = wordings("""
    My offer is {offer}. I would like this {model}, and I can wait for the right answer.

    I have done the math twice, and it stays at {offer}. What would it take on your side?

    {offer} is what this {model} is worth to me. If that changes for you, you have my number.

    I would rather wait than pay more than {offer} for it. Think about it and let me know.

    {offer} is a serious number from somebody who shows up. Where can you meet it?

    I have given you a fair number and I will leave it there. What can you do for me?
""")

QUOTE_STEP = wordings("""
    I can stretch to {suggested} for this {model}, and that is me stretching. Can you put it in
    writing?

    If the fees are in it, I could see {suggested}. Otherwise I stay where I am.

    {suggested}, and I would need your answer on it, not another counter.
""")

QUOTE_LOWER = wordings("""
    I went over what this {model} needs, and {suggested} is what I can do.

    With fees and the work it needs on top, my number has to be {suggested}.

    I looked at other cars since. On this {model} I am at {suggested}.
""")

LAST = wordings("""
    This is round {round} of {max_rounds}, so that was your last offer here. From now on it is their
    price or the door.

    No offers are left after this one: round {round} of {max_rounds}. They answer, and you take it
    or you go.

    With round {round} of {max_rounds} the offers are used up, and that is leverage: you have
    nothing more to give.
""")

LAST_RULE = wordings("""
    At {take_up_to} or less it is a price worth taking. Above that, be ready to leave.

    If they come to {take_up_to} or under, take it seriously. If not, walking is a fine result.

    Your yardstick now is {take_up_to}: below it is a yes to think about, above it a no.
""")

LAST_QUOTE = wordings("""
    That was my final number. If you can do it, please send me the out-the-door price in writing.

    I have nothing to add to my offer. Let me know if it works for you, and no hard feelings.

    You have my last number on this {model}. I am looking at another car in the meantime.
""")

FEW_LEFT = wordings("""
    It is round {round} of {max_rounds}, so spend what is left slowly.

    Round {round} of {max_rounds}: make each number count from here.

    Only so many numbers left, this being round {round} of {max_rounds}.
""")

QUOTE_LOWER_UNNAMED = wordings("""
    I got ahead of myself. Let me see the fees and the service records before I name a number.

    Before I stand by any number I need the full sheet: price, fees, taxes.

    I have to look at the {model} again before I go on. Which records can you send me?
""")

QUOTE_STEP_UNNAMED = wordings("""
    I have a little room left, but not for nothing. What comes with it?

    I could move a little if the fees moved as well. What can you do there?

    Tell me what you would do on the {model}, and I will see whether I can follow.
""")
