"""What models are asked, word for word, is as it was approved.

``python -m tests.unit.llm.test_prompts_as_approved`` approves what they are asked now; the
difference is for people to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from backend.domain.advice.brief import Brief
from backend.domain.advice.guard import Reason, Violation
from backend.domain.negotiation import Status, Terms
from backend.domain.pricing import Action
from backend.domain.vehicle import Vehicle
from backend.llm.messages import Messages
from backend.llm.prompting import messages_for
from backend.llm.repairing import repair_by
from backend.locales import LANGUAGES
from tests.unit.domain.briefs import TERMS, brief
from tests.unit.domain.guard.situations import SITUATIONS

TWO_ROUNDS = replace(TERMS, max_rounds=2)
FEES = "We can do $23,500 plus a $499 doc fee and $899 for nitrogen."
FEE = "We can do $23,000 plus a $499 doc fee."

BRIEFS: dict[str, Brief] = {
    **SITUATIONS,
    "no mileage": brief("opening", vehicle=Vehicle(2016, "Mazda", "3", "2.5 S")),
    "too little off": brief("buyer_offer", "b24500 d24600"),
    "a step up": brief("buyer_offer", "b23500", Terms(asking=2_500_000, target=2_300_000)),
    "within the target": brief("dealer_price", "b19000 d19100", said="19,100"),
    "within the next offer": brief("dealer_price", "b19900 b19950 d20050", said="20,050"),
    "within the limit, at the end": brief("dealer_price", "b18000 d21400", TWO_ROUNDS),
    "gone up": brief("dealer_price", "b18000 d23000 d23500", said="It is 23,500 now."),
    "sold": brief("dealer_message", "b18000 d24000", said="Sorry, the car is sold."),
    "a yes": brief("dealer_message", "b18000 d24000", said="OK, $18,000 works for us."),
    "all in": brief("dealer_price", "b18000 d23000", said="We can do $23,000 out the door."),
    "fees": brief("dealer_price", "b18000 d24000 d23500", said=FEES),
    "a fee, and a step down": brief("dealer_price", "b18000 d24000 d23000", said=FEE),
    "a payment": brief("dealer_message", "b18000 d24000", said="$300 a month for 60 months."),
    "asks": brief("chat", "b18000 d24000 d23500", said="Is 21,000 fair?"),
    "asks about two": brief("chat", "b18000 d24000", said="Should I say 16,000 or 17,000?"),
    "asks about much": brief("chat", "b18000 d24000", said="Is 24,500 fair?"),
    "asks about payments": brief("chat", "b18000 d24000", said="Is $389 a month for 72 months ok?"),
    "over": brief("chat", "b18000", said="And now?", status=Status.WALKED_AWAY),
}


def advised(action: Action) -> Brief:
    """Where an action is to be worded, whatever led to it."""
    plain = brief("buyer_offer", "b18000 d24000")
    return replace(plain, suggestion=replace(plain.suggestion, action=action))


BRIEFS |= {f"advice: {action}": advised(action) for action in Action}


def asked(language: str) -> Iterator[str]:
    """All that is asked in all situations; a line that stood in one before is not repeated."""
    seen: set[str] = set()
    for name, messages in _questions(language):
        for message in messages:
            yield f"\n=== {name}: {message.role}"
            lines = message.content.splitlines()
            yield from (line for line in lines if line not in seen)
            seen.update(lines)


def _questions(language: str) -> Iterator[tuple[str, Messages]]:
    """Each question for an advice, then each for a sentence that the guard has blocked."""
    for name, told in BRIEFS.items():
        yield name, messages_for(replace(told, language=language))
    opening = replace(BRIEFS["opening"], language=language)
    for reason in Reason:
        asked_for: list[Messages] = []

        def ask(
            messages: Messages, seconds: float, to: list[Messages] = asked_for
        ) -> Iterator[str]:
            to.append(messages)
            yield from ()

        repair_by(ask, opening)("Pay $26,000.", Violation(reason, "$26,000"), "Pay")
        yield f"repair: {reason}", asked_for[0]


def _file(language: str) -> Path:
    return Path(__file__).with_name(f"approved_prompts_{language}.txt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_models_are_asked_what_was_approved(language: str) -> None:
    now = "\n".join(asked(language))
    assert now == _file(language).read_text(encoding="utf-8").removesuffix("\n")


if __name__ == "__main__":
    for spoken in LANGUAGES:
        _file(spoken).write_text("\n".join(asked(spoken)) + "\n", encoding="utf-8")
