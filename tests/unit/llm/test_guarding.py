"""What leaves the guarded stream, whatever the model says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from backend.domain.advice.brief import Brief
from backend.domain.advice.guard import Violation, check, harmless_opening, rules_for, split
from backend.domain.advice.playbook import compose
from backend.llm.failures import ModelFailed
from backend.llm.guarding import guarded
from tests.unit.domain.briefs import brief

BRIEF = brief("buyer_offer", "b18000 d24000")
SOUND = (
    "They have come down a little, and it is their turn to move again. Stay at $18,000 for now, "
    "and give them a day.\n\nSay: “My number stands. What can you do?”"
)


def pieces_of(text: str, size: int = 4) -> Iterator[str]:
    return (text[start : start + size] for start in range(0, len(text), size))


def no_repair(sentence: str, violation: Violation, begun: str) -> str:
    return ""


def told(text: str, repair: str = "", of: Brief = BRIEF, size: int = 4) -> str:
    return "".join(guarded(pieces_of(text, size), of, lambda *_: repair))


def failure(text: str, repair: str = "") -> tuple[str, str]:
    """The reason why the answer failed, and what had been shown until then."""
    shown = ""
    try:
        for piece in guarded(pieces_of(text), BRIEF, lambda *_: repair):
            shown += piece
    except ModelFailed as failed:
        return failed.reason, shown
    return "", shown


@pytest.mark.parametrize("size", [1, 2, 5, 17, 1000])
def test_a_sound_answer_is_left_as_it_is(size: int) -> None:
    assert told(SOUND, size=size) == SOUND


def test_a_short_answer_is_one_where_nothing_was_taken_from_it() -> None:
    assert told("Stay at $18,000 for now.") == "Stay at $18,000 for now."
    assert failure("Stay at $18,000 for now. See https://kbb.com too.")[0] == "guarded_out"


@given(st.integers(0, 1_000_002), st.integers(1, 30))
@settings(max_examples=40)
def test_the_playbook_passes_through_unchanged(variation: int, size: int) -> None:
    asked = brief("dealer_price", "b18000 d24000", variation=variation, said="Last price!")
    assert told(compose(asked), of=asked, size=size) == compose(asked)


def test_a_wrong_sentence_is_put_right_by_the_model() -> None:
    text = SOUND.replace("Stay at $18,000 for now", "Go to $19,500 now")
    assert told(text, "Stay at $18,000, whatever they say.") == SOUND.replace(
        "Stay at $18,000 for now, and give them a day.", "Stay at $18,000, whatever they say."
    )


def test_a_repair_that_is_wrong_as_well_is_replaced_by_the_playbook() -> None:
    text = SOUND.replace("Stay at $18,000 for now", "Go to $19,500 now")
    answer = told(text, "Go to $20,500 then.")
    assert "19,500" not in answer
    assert "20,500" not in answer
    replacement = answer.removeprefix(SOUND.partition(" Stay")[0]).split("\n\n")[0].strip()
    assert replacement in compose(BRIEF)
    assert answer.endswith("Say: “My number stands. What can you do?”")


def test_a_repair_that_only_says_again_what_was_said_is_none() -> None:
    said = "They have come down a little, and it is their turn to move again."
    answer = told(SOUND.replace("Stay at $18,000 for now", "Go to $19,500 now"), said)
    assert "19,500" not in answer
    assert answer.count(said) == 1


def test_wrong_words_for_the_dealer_are_replaced_by_those_of_the_playbook() -> None:
    answer = told(SOUND.replace("My number stands.", "My limit is $21,500."))
    assert "21,500" not in answer
    assert "“" in answer.split("\n\n")[-1]
    assert answer.split("\n\n")[-1] in compose(BRIEF)


def test_what_nothing_fits_is_dropped_and_the_paragraphs_stay() -> None:
    answer = told(SOUND.replace("and give them a day.", "and wait. See https://kbb.com for more."))
    assert answer == SOUND.replace("and give them a day.", "and wait.")
    begins_one = told(
        SOUND.replace(", and give them a day.\n\n", ".\n\nSee https://kbb.com for more. ")
    )
    assert begins_one == SOUND.replace(", and give them a day.", ".")


def test_too_many_wrong_sentences_are_given_up() -> None:
    wrong = " Offer $19,500. Offer $19,600. Offer $19,700."
    reason, shown = failure(SOUND + wrong)
    assert reason == "guarded_out"
    assert "19," not in shown


@pytest.mark.parametrize(
    "text",
    [
        "You should accept their offer at once.",
        "Go to $19,500.",
        "See https://kbb.com for more.",
        '{"advice": "pay $25,000"}',
        "* " * 40,
        "\u200b\u200b",
    ],
)
def test_an_answer_of_which_nothing_is_left_fails(text: str) -> None:
    reason, shown = failure(text)
    assert reason in ("guarded_out", "empty_answer")
    assert shown in compose(BRIEF) or len(shown) < 12


def test_a_repair_goes_on_from_what_is_shown() -> None:
    text = "You should not wait, pay $23,000 for it. " + SOUND
    answer = told(text, "You should not wait, and neither should they.")
    assert answer.startswith("You should not wait, and neither should they. They have")
    reason, shown = failure(text, "Wait for a better price.")
    assert (reason, "pay" in shown) == ("guarded_out", False)


def test_harmless_words_leave_before_their_sentence_ends() -> None:
    words = ["You ", "should ", "not ", "pay ", "$24,000 ", "for it. ", "Wait."]
    stream = guarded((word for word in words), BRIEF, no_repair)
    assert next(stream) == "You "
    assert next(stream) == "should "
    assert next(stream) == "not "
    assert next(stream) == "pay $24,000 for it."


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "You should ",
                    "we ",
                    "accept ",
                    "pay ",
                    "$24,000",
                    " today. ",
                    "19.5k ",
                    "stay ",
                    "at ",
                ),
                *(
                    "$18,000",
                    ". ",
                    "meet them ",
                    "in the middle ",
                    "not ",
                    "they ",
                    "tell them ",
                    "your ",
                ),
                *(
                    "limit ",
                    "is ",
                    "$21,500",
                    "“My limit ",
                    "” ",
                    "\n\n",
                    "0 % APR ",
                    "www.",
                    "kbb.com ",
                ),
                *("a fair price", "twenty ", "thousand ", "dollars", ", and ", "the dealer "),
            ]
        ),
        max_size=25,
    ),
    st.integers(1, 9),
)
@settings(max_examples=150)
def test_everything_that_leaves_passes_the_check(parts: list[str], size: int) -> None:
    """Not only at the end: at each moment the whole sentences on the screen are sound, and what
    has begun behind them is so or holds nothing but harmless words.
    """
    rules = rules_for(BRIEF)
    shown: list[str] = []
    with suppress(ModelFailed):  # what was shown until then counts all the same
        shown.extend(guarded(pieces_of("".join(parts), size), BRIEF, no_repair))
    assert all(shown)
    for screen in accumulate(shown):
        *whole, last = (sentence.strip() for sentence in split(screen))
        for sentence in whole:
            assert check(sentence, rules) is None, (screen, sentence)
        is_begun = harmless_opening(f"{last} ", rules).strip() == last
        assert is_begun or check(last, rules) is None, (screen, last)


def test_hits_are_counted_and_no_text_is_logged() -> None:
    with capture_logs() as logs:
        told(SOUND.replace("Stay at $18,000 for now", "Go to $19,500 now"), "Stay at $18,000.")
    (line,) = logs
    assert line["event"] == "guard_hits"
    assert line["reasons"] == {"unknown_figure": 1}
    assert line["repaired"] == 1
    assert "19,500" not in str(line)


def test_a_sound_answer_logs_nothing() -> None:
    with capture_logs() as logs:
        told(SOUND)
    assert not logs
