"""A wrong sentence that its model is asked to word anew: once, briefly, and told why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.domain.advice.guard import Reason, Violation
from backend.llm.failures import Cancelled, ModelFailed
from backend.llm.messages import Messages
from backend.llm.repairing import MOST_CHARACTERS, REPAIR_SECONDS, repair_by
from tests.unit.domain.briefs import brief

BRIEF = brief("buyer_offer", "b18000 d24000")
WRONG = "Offer $19,500 and split the difference."
LANGUAGES = ("en", "es")


class Model:
    """Answers in these pieces; notes what it was asked, and how far it was read."""

    def __init__(self, *pieces: str, fails: Exception | None = None) -> None:
        self.pieces, self.fails = pieces, fails
        self.asked: list[tuple[list[str], float]] = []
        self.read = 0
        self.is_closed = False

    def __call__(self, messages: Messages, seconds: float) -> Iterator[str]:
        self.asked.append(([message.content for message in messages], seconds))
        try:
            for piece in self.pieces:
                self.read += 1
                yield piece
            if self.fails is not None:
                raise self.fails
        finally:
            self.is_closed = True


def repaired(model: Model, reason: Reason = Reason.MIDDLE, begun: str = "", **told: str) -> str:
    of = brief("buyer_offer", "b18000 d24000", **told)  # type: ignore[arg-type]
    return repair_by(model, of)(WRONG, Violation(reason, "split"), begun)


def test_its_second_try_is_taken_as_a_reader_would_see_it() -> None:
    model = Model("  Stay **at** ", "$18,000\u200b.\n")
    assert repaired(model) == "Stay at $18,000."
    assert model.is_closed


def test_it_is_asked_once_and_briefly() -> None:
    model = Model("Stay.")
    repaired(model)
    [(messages, seconds)] = model.asked
    assert seconds == REPAIR_SECONDS
    assert len(messages) == 2
    assert WRONG in messages[1]
    assert WRONG not in messages[0]


@pytest.mark.parametrize(("fails", "expected"), [(ModelFailed("cut_off"), "")])
def test_a_model_that_fails_gives_nothing(fails: Exception, expected: str) -> None:
    assert repaired(Model("Stay at", fails=fails)) == expected


def test_a_reply_that_was_stopped_ends_it() -> None:
    with pytest.raises(Cancelled):
        repaired(Model("Stay at", fails=Cancelled()))


def test_a_long_answer_is_none_and_is_not_read_on() -> None:
    whole = Model("x" * MOST_CHARACTERS)
    assert repaired(whole) == "x" * MOST_CHARACTERS
    model = Model("x" * MOST_CHARACTERS, "x", "x", "x")
    assert repaired(model) == ""
    assert model.read == 2
    assert model.is_closed


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_what_is_wrong(language: str) -> None:
    """Each reason in words of its own, but for those that are about how it is written."""
    told: dict[Reason, str] = {}
    for reason in Reason:
        model = Model("Stay.")
        repaired(model, reason, language=language)
        told[reason] = model.asked[0][0][0]
    written = {Reason.LINK, Reason.MARKUP, Reason.HIDDEN, Reason.FOREIGN, Reason.LEAK}
    written |= {Reason.TOO_LONG}
    assert len({told[reason] for reason in written}) == 1
    assert len(set(told.values())) == len(Reason) - len(written) + 1
    assert not [text for text in told.values() if "$words" in text or "$wrong" in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_already_has_to_stay(language: str) -> None:
    without, begun = Model("Stay."), Model("Stay.")
    repaired(without, language=language)
    repaired(begun, begun="You could now", language=language)
    assert "You could now" in begun.asked[0][0][0]
    assert len(begun.asked[0][0][0]) > len(without.asked[0][0][0]) + len("You could now")
    assert "$18," in without.asked[0][0][0]
