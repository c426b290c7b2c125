"""When the dealer says yes to the buyer's number, or the car is gone."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

YES = wordings("""
    They say yes to your {offer}. Record it as the dealer's offer, and get it in writing before
    anything else.

    That is a yes to your own number. Enter {offer} as the dealer's offer now, then ask for it on
    paper.

    Their answer to your {offer} is yes, so leave the price alone: record it as the dealer's offer
    and have it in writing.
""")

SOUNDS_LIKE_YES = wordings("""
    That sounds like a yes to your {offer}. Have the number confirmed in writing, and record it as
    the dealer's offer once they name it.

    They seem to say yes to your {offer}. Ask them to write the number down; when they do, enter it
    as the dealer's offer.

    It reads like a yes to your {offer}. Let them name the figure in writing, then record it as the
    dealer's offer.
""")

YES_TOO_DEAR = wordings("""
    They say yes to your {offer}, and so fast should make you careful: it is more than I would have
    had you pay. Record it as the dealer's offer if you like; nothing is signed.

    That is a yes to your {offer}. It was a high number for this car, so do not hurry: you have
    signed nothing and may still think better of it.

    A yes to your {offer}, and it tells you that the number was too high. You have signed nothing
    yet, so there is no need to go through with it.
""")

YES_PAPER = wordings("""
    Nobody is bound until it is on paper. A fee that shows up on the sheet is a price raise, so have
    each one taken off.

    Expect the fees now. If the sheet says more than they told you, ask for every line that makes
    the difference.

    From here it is about the paper: one sheet, every fee on its own line, and no extras that you
    never asked for.
""")

YES_NO_RUSH = wordings("""
    A yes does not expire when you read first: have the paper at home before you drive there.

    You need not hurry because of it. Read the sheet before you go, and sign nothing unread.

    Come only once you hold it in writing. A yes that is meant will still be one then.
""")

YES_QUOTE = wordings("""
    Thank you. Please put {offer} in writing, with every fee on its own line.

    Good to hear. Can you put {offer} on a sheet, with all fees on it, and send it over?

    Glad that it works for you. Please confirm {offer} in writing, and I will read it tonight.
""")

YES_QUOTE_UNNAMED = wordings("""
    Thank you. Please send me that in writing, with every fee on its own line.

    Good to hear. Can you put it on a sheet, with all fees on it, and send it over?
""")

GONE_NEXT = wordings("""
    Meanwhile look for the next {model}: same plan, same limit. Another car that they offer you
    instead is another negotiation, so start a new one for it.

    Keep looking at other cars today. If they point you to another car, open a new negotiation for
    it; its price has nothing to do with this one.

    There will be another {model}. Should they offer you a different car, judge it by its own ads
    and start a new negotiation.
""")

ALSO_GONE = wordings("""
    They also write that the car is gone. Ask first whether it is truly sold.

    Strange: the same message says that the car is gone. Clear that up before anything else.
""")
