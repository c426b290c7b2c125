"""Fees, payments and all-in prices: the dealer's own figures, added up."""

from __future__ import annotations

from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.wording import wordings

EXTRAS = Counsel(
    tells=wordings("""
        On top of the price they want this: {extras}. Ask for it to come off; only tax, title and
        registration go to the state.

        Look at their extras: {extras}. You did not ask for that, so let them drop it or lower the
        price by as much.

        Their extras are where a discount goes back: {extras}. Name each one and ask for it to be
        dropped.
    """),
    says=wordings("""
        Please take this off: {extras}. I pay for the car, tax, title and registration.

        Can you drop this: {extras}? If it has to stay, the price has to come down by as much.

        I did not ask for this: {extras}. Please send me the price without it.
    """),
)

WITH_EXTRAS = wordings("""
    With that the car comes to {with_extras}, before tax and registration.

    That makes {with_extras} before tax and registration; go by this number and not by the smaller
    one.

    Added up it is {with_extras}, before tax and registration.
""")

WITH_ALL_EXTRAS = wordings("""
    That is {extras_sum} of extras, so the car comes to {with_extras} before tax and registration.

    The extras make {extras_sum}, and {with_extras} with the car, before tax and registration.

    Added up: {extras_sum} in extras, {with_extras} in all, before tax and registration.
""")

NET_STEP = wordings("""
    So the step of {concession} is one of {net_concession} in truth.

    Of the {concession} that they gave, {net_concession} is left once that is added.
""")

NO_STEP = wordings("""
    So the step of {concession} is none: the extras take it all back.

    What they gave with one hand, {concession}, the extras take with the other.
""")

PAST_LIMIT = wordings("""
    With the extras on it the car is past your limit, so they have to come off.

    Your limit does not allow for these extras. No extras, or no car.
""")

EXTRAS_ARE_IN = Counsel(
    tells=wordings("""
        They named a price with everything in it, so this is in it already: {extras}. Do not let it
        be charged a second time.

        Out the door means out the door, so their extras are part of that price: {extras}.
    """),
    says=wordings("""
        Your price was out the door, so this is part of it: {extras}. Please confirm that nothing is
        added.

        You named a total with everything in it. Please confirm in writing that it stays at that.
    """),
)

FEES_ARE_IN = Counsel(
    tells=wordings("""
        They named a price with everything in it, so no fee can come on top now. Hold them to it.

        Out the door means out the door. Whatever fee they speak of is part of that price.
    """),
    says=wordings("""
        Your price was out the door. Please confirm that nothing is added to it.

        You named a total with everything in it. Please confirm in writing that it stays at that.
    """),
)

ALL_IN = Counsel(
    tells=wordings("""
        They name a price with everything in it. Hold them to that: tax, title, registration and
        every fee are part of it, and the sheet may not say more.

        That is an out-the-door price, so it is the whole price. Have it in writing as just that,
        with nothing to be added later.
    """),
    says=wordings("""
        Please confirm in writing that this is the whole price: tax, title, registration and every
        fee in it.

        Good that it is out the door. Can I have that in writing, with nothing to come on top?
    """),
)

ALL_IN_TOO_HIGH = wordings("""
    Thank you for a price with everything in it. It is still too much for me; how far can you come
    down?

    Good that it is out the door, that makes it easy to compare. It is more than the {model} is
    worth to me, so where can you go?
""")

PAYMENTS = wordings("""
    Over the whole term these payments make {payments_in_all}. Talk about the price of
    the car alone.

    All payments together make {payments_in_all}. Settle the price first and the loan later.
""")

PAYMENTS_OVER = wordings("""
    Together these payments make {payments_in_all}. That is {payments_over_ask} more than the {ask}
    they ask, so leave the months aside and go back to the price.

    Multiply it out: {payments_in_all} over the whole term, {payments_over_ask} above the {ask} they
    ask for the car. The small number is the dear one.

    The payments make {payments_in_all} in all, and they ask {ask} for the car: {payments_over_ask}
    is for the loan. Settle the price first.
""")

PAYMENTS_UNDER = wordings("""
    Together these payments make {payments_in_all}, less than the {ask} they ask. Then something
    is missing: a lease, a last big payment, or your trade-in. Ask which.

    The payments make {payments_in_all} in all, but they ask {ask}. Nobody lends at a loss, so ask
    what is due at the end.
""")
