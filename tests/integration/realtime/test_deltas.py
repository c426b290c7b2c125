"""A reply on its way to the screens: pieces with their places, and a sign that ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

import pytest

from backend.actions.reply.claiming import Claim, LostClaim
from backend.actions.reply.holding import Hold
from backend.actions.reply.telling import DELTA_SECONDS, TYPING_SECONDS, ShiftOver, Telling
from backend.actions.requests import Author
from backend.domain.advice.brief import Brief
from backend.domain.spending import NO_TOKENS, Tokens
from backend.llm.adviser import Call, Candidate
from backend.realtime.emitter import Emitter
from tests.integration.parts import House

PIECES = ("Quédese en $18,000 – ", "“por ahora”. ", "🚗👩‍👩‍👧 ", "然后等。", "Then wait.")
A_MOMENT = DELTA_SECONDS + 0.01
LEASE_SECONDS = 60.0


@dataclass
class Saying:
    """A candidate's answer, piece by piece. ``then`` is done before each but the first."""

    pieces: Sequence[str] = PIECES
    then: Callable[[], object] = lambda: None

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        for place, piece in enumerate(self.pieces):
            if place:
                self.then()
            yield piece

    def expected(self, brief: Brief) -> Tokens:
        return NO_TOKENS

    def check_ready(self) -> None:
        """It always is."""


@dataclass
class Writing:
    """A claimed reply that is told as a worker tells it."""

    home: House
    claim: Claim
    hold: Hold

    def tell(self, answering: Saying, is_over: Callable[[], bool] = lambda: False) -> str:
        candidate = Candidate("model", "test", answering)
        telling = Telling(self.home.services, self.claim, self.hold, is_over)
        return telling.tell(candidate, Call())

    @property
    def deltas(self) -> list[Any]:
        return self.home.port.named("message_delta")

    @property
    def shown(self) -> str:
        """What a client shows that puts each piece at its place."""
        shown = ""
        for delta in self.deltas:
            assert delta["offset"] == len(shown), "a gap, or what is shown already"
            shown += delta["text"]
        return shown


@pytest.fixture
def writing(home: House, buyer: Author) -> Writing:
    negotiation_id = home.opened(buyer)
    claim = home.claim(home.chat(buyer, negotiation_id))
    assert claim is not None
    home.port.sent.clear()
    return Writing(home, claim, Hold(home.clock, LEASE_SECONDS, claim.since))


def test_places_count_code_points(writing: Writing) -> None:
    """Whatever the letters are: neither bytes nor what JavaScript counts."""
    clock = writing.home.clock
    text = writing.tell(Saying(then=lambda: clock.advance(seconds=A_MOMENT)))
    assert text == "".join(PIECES) == writing.shown
    assert [delta["text"] for delta in writing.deltas] == list(PIECES)
    assert [delta["attempt"] for delta in writing.deltas] == [1] * len(PIECES)


def test_pieces_are_gathered_for_a_moment(writing: Writing) -> None:
    """The first goes at once; the next ones wait for each other."""
    clock = writing.home.clock
    writing.tell(Saying(then=lambda: clock.advance(seconds=A_MOMENT / 2)))
    assert [delta["text"] for delta in writing.deltas] == [
        PIECES[0],
        "".join(PIECES[1:3]),
        "".join(PIECES[3:]),
    ]
    assert writing.shown == "".join(PIECES)


def test_what_is_sent_was_kept_before(writing: Writing) -> None:
    texts, claim = writing.home.services.running_texts, writing.claim
    kept_then: list[str] = []
    emit = writing.home.port.emit

    class Looking:
        def emit(self, event: str, data: Any, *, room: str) -> None:
            if event == "message_delta":
                kept_then.append(texts.read(claim.reply_id, claim.attempt))
            emit(event, data, room=room)

    services = replace(writing.home.services, emitter=Emitter(Looking()))
    clock = writing.home.clock
    home = replace(writing.home, services=services)
    Writing(home, claim, writing.hold).tell(Saying(then=lambda: clock.advance(seconds=A_MOMENT)))
    assert kept_then == list(accumulate(PIECES))


def test_it_shows_that_it_types_for_as_long_as_it_takes(writing: Writing) -> None:
    clock = writing.home.clock
    writing.tell(Saying(["word "] * 35, lambda: clock.advance(seconds=1)))
    signs = writing.home.port.named("typing_indicator")
    assert [sign["is_typing"] for sign in signs] == [True] * 4
    assert {sign["expires_in_ms"] for sign in signs} == {TYPING_SECONDS * 1000}


def test_it_shows_that_it_types_before_it_has_a_word_to_show(writing: Writing) -> None:
    writing.tell(Saying())
    assert [event for event, _, _ in writing.home.port.sent][:2] == [
        "typing_indicator",
        "message_delta",
    ]


def test_it_shows_that_it_types_while_a_model_thinks_before_its_first_word(
    writing: Writing,
) -> None:
    signs: list[int] = []

    class Thinking(Saying):
        def __call__(
            self, brief: Brief, cancelled: Callable[[], bool], call: Call
        ) -> Iterator[str]:
            for _ in range(3):
                cancelled()
                signs.append(len(writing.home.port.named("typing_indicator")))
                writing.home.clock.advance(seconds=TYPING_SECONDS / 2)
            yield "Stay."

    writing.tell(Thinking())
    assert signs == [1, 2, 3]


def test_nothing_is_said_once_the_claim_is_lost(writing: Writing) -> None:
    clock = writing.home.clock

    def lose() -> None:
        clock.advance(seconds=A_MOMENT)
        writing.hold.lose()

    with pytest.raises(LostClaim):
        writing.tell(Saying(then=lose))
    assert [delta["text"] for delta in writing.deltas] == [PIECES[0]]


def test_nothing_is_said_once_the_lease_is_over(writing: Writing) -> None:
    with pytest.raises(LostClaim):
        writing.tell(Saying(then=lambda: writing.home.clock.advance(seconds=LEASE_SECONDS)))
    assert [delta["text"] for delta in writing.deltas] == [PIECES[0]]


def test_while_a_model_is_silent_what_it_said_is_shown(writing: Writing) -> None:
    """Between two words the candidate asks whether it should go on."""
    clock = writing.home.clock
    shown: list[str] = []

    class Slow(Saying):
        def __call__(
            self, brief: Brief, cancelled: Callable[[], bool], call: Call
        ) -> Iterator[str]:
            yield "Stay. "
            yield "Wait. "
            assert cancelled() is False
            shown.append(writing.shown)
            clock.advance(seconds=TYPING_SECONDS / 2)
            assert cancelled() is False
            shown.append(writing.shown)

    writing.tell(Slow())
    assert shown == ["Stay. ", "Stay. Wait. "]
    assert len(writing.home.port.named("typing_indicator")) == 2


@pytest.mark.parametrize("is_lost", [True, False], ids=["lost", "the shift is over"])
def test_a_candidate_is_told_when_to_end(writing: Writing, is_lost: bool) -> None:
    asked: list[bool] = []

    class Asking(Saying):
        def __call__(
            self, brief: Brief, cancelled: Callable[[], bool], call: Call
        ) -> Iterator[str]:
            if is_lost:
                writing.hold.lose()
            asked.append(cancelled())
            yield from ()

    if is_lost:
        writing.tell(Asking(), lambda: True)
        assert asked == [True], "who lost it does not hand it back"
    else:
        with pytest.raises(ShiftOver):
            writing.tell(Asking(), lambda: True)
