"""English."""

from __future__ import annotations

from backend.domain.dealer_reading.english import amounts, extras, intentions, money_talk
from backend.domain.dealer_reading.language import Language

ENGLISH = Language(
    words=amounts.WORDS,
    quantities=amounts.QUANTITIES,
    steps=amounts.STEPS,
    financing=extras.FINANCING,
    fees=extras.FEES,
    before=money_talk.BEFORE,
    after=money_talk.AFTER,
    turn=money_talk.TURN,
    range_between=money_talk.BETWEEN,
    range_start=money_talk.RANGE,
    range_and=money_talk.RANGE_AND,
    all_in=money_talk.ALL_IN,
    on_top=money_talk.ON_TOP,
    intents=intentions.INTENTS,
    question=intentions.QUESTION,
)
