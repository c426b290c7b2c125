"""What an answer takes, by the provider's count or an estimate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.spending import NO_TOKENS, Tokens
from backend.llm.call import SHORTEST_SECONDS, Call, Tally
from backend.llm.failures import ModelFailed
from tests.support.clock import SettableClock


def begun() -> Tally:
    tally = Tally(100)
    tally.begin()
    return tally


def test_what_was_not_asked_or_was_refused_costs_nothing() -> None:
    assert Tally(100).tokens() == NO_TOKENS
    refused = begun()
    refused.refuse()
    assert refused.tokens() == NO_TOKENS


def test_a_question_without_an_answer_yet_costs_its_estimate() -> None:
    assert begun().tokens() == Tokens(100, 0, is_estimated=True)


def test_an_error_after_the_first_words_is_not_free() -> None:
    tally = begun()
    tally.note("Stay at ", None)
    tally.refuse()
    assert tally.tokens() == Tokens(100, 2, is_estimated=True)


def test_counts_in_several_pieces_add_up() -> None:
    """As Anthropic sends them: the question's at first, the answer's at last."""
    tally = begun()
    tally.note("", Tokens(120, 0))
    tally.note("Stay.", None)
    tally.note("", Tokens(0, 30))
    tally.end()
    assert tally.tokens() == Tokens(120, 30)


def test_a_count_that_was_cut_short_is_an_estimate() -> None:
    tally = begun()
    tally.note("", Tokens(120, 1))
    tally.note("x" * 400, None)
    assert tally.tokens() == Tokens(120, 100, is_estimated=True)


@given(st.lists(st.text(max_size=50), max_size=30))
def test_an_estimate_grows_with_the_answer(pieces: list[str]) -> None:
    tally = begun()
    seen = 0
    for piece in pieces:
        tally.note(piece, None)
        assert tally.written >= seen
        seen = tally.written
    assert seen * 4 >= sum(map(len, pieces)) > (seen - 1) * 4


def test_without_time_nobody_is_asked() -> None:
    clock = SettableClock()
    call = Call(ends_at=clock.monotonic() + 2 * SHORTEST_SECONDS, clock=clock)
    assert call.seconds_left() == 2 * SHORTEST_SECONDS
    clock.advance(seconds=2 * SHORTEST_SECONDS)
    with pytest.raises(ModelFailed) as failed:
        call.seconds_left()
    assert (failed.value.reason, failed.value.was_asked) == ("deadline", False)


def test_a_limit_holds_before_and_while_an_answer_is_written() -> None:
    planned = 12
    with pytest.raises(ModelFailed) as failed:
        Call(allows=lambda tokens: tokens.total < planned).ask(planned)
    assert (failed.value.reason, failed.value.was_asked) == ("reply_limit", False)
    call = Call(allows=lambda tokens: tokens.total <= planned + 10)
    tally = call.ask(planned)
    tally.begin()
    tally.note("x" * 40, None)
    call.check_spending()
    tally.note("x", None)
    with pytest.raises(ModelFailed) as failed:
        call.check_spending()
    assert (failed.value.reason, failed.value.was_asked) == ("reply_limit", True)
