"""Stopping a reply in every state, and against what happens at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from backend.actions.reply.claiming import Claim, LostClaim, next_attempt
from backend.actions.reply.control import retry_reply, stop_reply
from backend.actions.reply.replying import Replier
from backend.actions.reply.sweeping import sweep_replies
from backend.actions.requests import Author
from backend.contract.shapes import ReplyObject
from backend.domain.errors import NotFound, NotYours
from backend.realtime.emitter import Emitter
from tests.integration.between import between
from tests.integration.history import Json, check_promises, fold, history, of_reply, reply_row
from tests.integration.parts import PLAYBOOK, House, RecordingPort
from tests.integration.together import together

TERMINAL = ("complete", "failed", "stopped")


def running(home: House, buyer: Author) -> tuple[UUID, Claim]:
    """A negotiation whose opening reply runs."""
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    claim = home.claim(reply_id)
    assert claim is not None
    return negotiation_id, claim


def advice_of(home: House, negotiation_id: UUID, reply_id: UUID) -> Json:
    messages = fold(history(home.services, negotiation_id)).messages.values()
    [advice] = [message for message in messages if message["reply_id"] == str(reply_id)]
    return advice


def test_before_the_claim_it_is_one_message_stopped(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    reply_id = home.offer(buyer, negotiation_id, 22_500_00)
    stopped = stop_reply(home.services, buyer, negotiation_id, reply_id)
    assert stopped["status"] == "stopped"
    events = check_promises(home.services, negotiation_id)
    [only] = of_reply(events, reply_id)
    assert only["type"] == "new_message"
    assert only["message"]["status"] == "stopped"
    assert only["message"]["content"] == ""
    assert only["message"]["data"]["suggested_price"] == "22725.00"
    assert home.replier.generate(reply_id) is False


def test_a_running_one_keeps_the_text_that_was_shown(home: House, buyer: Author) -> None:
    negotiation_id, claim = running(home, buyer)
    home.services.running_texts.keep(claim.reply_id, claim.attempt, "Stay where you")
    stopped = stop_reply(home.services, buyer, negotiation_id, claim.reply_id)
    assert stopped == {
        "id": str(claim.reply_id),
        "message_id": None,
        "status": "stopped",
        "attempt": 1,
    }
    events = check_promises(home.services, negotiation_id)
    statuses = [e["message"]["status"] for e in of_reply(events, claim.reply_id)]
    assert statuses == ["streaming", "stopped"]
    advice = advice_of(home, negotiation_id, claim.reply_id)
    assert advice["content"] == "Stay where you"
    assert home.port.named("typing_indicator")[-1]["is_typing"] is False
    with pytest.raises(LostClaim):
        home.finish(claim)


def test_while_the_text_that_was_shown_is_looked_up_nobody_waits(
    home: House, neighbour: House, buyer: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    negotiation_id, claim = running(home, buyer)
    texts, posted = home.services.running_texts, list[UUID]()
    texts.keep(claim.reply_id, claim.attempt, "Stay where you")
    read = texts.read

    def slowly(reply_id: UUID, attempt: int) -> str:
        posted.append(neighbour.chat(buyer, negotiation_id))
        return read(reply_id, attempt)

    monkeypatch.setattr(texts, "read", slowly)
    stop_reply(home.services, buyer, negotiation_id, claim.reply_id)
    assert len(posted) == 1
    assert advice_of(home, negotiation_id, claim.reply_id)["content"] == "Stay where you"


def test_what_an_attempt_showed_that_began_meanwhile_is_what_stays(
    home: House, buyer: Author
) -> None:
    negotiation_id, claim = running(home, buyer)
    texts = home.services.running_texts
    texts.keep(claim.reply_id, claim.attempt, "What the first said")

    def begin_again() -> None:
        second = next_attempt(home.services, claim)
        texts.keep(second.reply_id, second.attempt, "What the second")

    with between(home.services, begin_again) as services:
        stop_reply(services, buyer, negotiation_id, claim.reply_id)
    assert advice_of(home, negotiation_id, claim.reply_id)["content"] == "What the second"


def test_one_whose_worker_died_is_stopped_too(home: House, buyer: Author) -> None:
    negotiation_id, claim = running(home, buyer)
    home.clock.advance(hours=1)
    assert stop_reply(home.services, buyer, negotiation_id, claim.reply_id)["status"] == "stopped"
    assert sweep_replies(home.services) == 0
    check_promises(home.services, negotiation_id)


def test_at_rest_it_changes_nothing(home: House, buyer: Author) -> None:
    negotiation_id, claim = running(home, buyer)
    home.finish(claim)
    events = history(home.services, negotiation_id)
    for _ in range(2):
        reply = stop_reply(home.services, buyer, negotiation_id, claim.reply_id)
        assert reply["status"] == "complete"
    assert history(home.services, negotiation_id) == events


def test_twice_is_once(home: House, buyer: Author) -> None:
    negotiation_id, claim = running(home, buyer)
    first = stop_reply(home.services, buyer, negotiation_id, claim.reply_id)
    events = history(home.services, negotiation_id)
    assert stop_reply(home.services, buyer, negotiation_id, claim.reply_id) == first
    assert history(home.services, negotiation_id) == events


def test_it_lets_the_next_reply_go(home: House, buyer: Author) -> None:
    negotiation_id, claim = running(home, buyer)
    waiting = home.chat(buyer, negotiation_id)
    home.queue.take_replies()
    stop_reply(home.services, buyer, negotiation_id, claim.reply_id)
    assert home.queue.take_replies() == [waiting]
    assert home.replier.generate(waiting)


def test_one_that_waits_is_stopped_while_another_runs(home: House, buyer: Author) -> None:
    negotiation_id, claim = running(home, buyer)
    waiting = home.chat(buyer, negotiation_id)
    stop_reply(home.services, buyer, negotiation_id, waiting)
    assert reply_row(home.services, claim.reply_id).status == "running"
    home.finish(claim)
    check_promises(home.services, negotiation_id)


@pytest.mark.parametrize("_round", range(5))
def test_against_the_end_there_is_one_terminal_state(
    home: House, neighbour: House, buyer: Author, _round: int
) -> None:
    negotiation_id, claim = running(home, buyer)
    home.services.running_texts.keep(claim.reply_id, claim.attempt, "Hol")
    stop = partial(stop_reply, home.services, buyer, negotiation_id, claim.reply_id)
    acts: list[Callable[[], ReplyObject | None]] = [
        stop,
        partial(neighbour.finish, claim),
        stop,
        partial(neighbour.finish, claim),
    ]
    done = together(acts)
    assert all(not isinstance(act, Exception) or isinstance(act, LostClaim) for act in done)
    events = check_promises(home.services, negotiation_id)
    statuses = [e["message"]["status"] for e in of_reply(events, claim.reply_id)]
    assert [status for status in statuses if status in TERMINAL] == statuses[1:]
    assert len(statuses) == 2
    content = advice_of(home, negotiation_id, claim.reply_id)["content"]
    assert content == {"complete": "Hold.", "stopped": "Hol"}[statuses[1]]


@pytest.mark.parametrize("_round", range(5))
def test_against_the_claim_there_is_one_message_and_one_end(
    home: House, neighbour: House, buyer: Author, _round: int
) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    acts: list[Callable[[], object]] = [
        partial(stop_reply, home.services, buyer, negotiation_id, reply_id),
        partial(neighbour.replier.generate, reply_id),
    ]
    done = together(acts)
    assert not [act for act in done if isinstance(act, Exception)]
    events = check_promises(home.services, negotiation_id)
    kinds = [e["type"] for e in of_reply(events, reply_id)]
    assert kinds.count("new_message") == 1
    statuses = [e["message"]["status"] for e in of_reply(events, reply_id)]
    assert sum(status in TERMINAL for status in statuses) == 1


@pytest.mark.parametrize("act", [stop_reply, retry_reply])
def test_only_the_buyers_own_replies(
    home: House, buyer: Author, act: Callable[..., ReplyObject]
) -> None:
    mine, other = home.open(buyer), home.open(buyer)
    [reply_id, _] = home.queue.take_replies()
    with pytest.raises(NotYours):
        act(home.services, home.buyer(), mine, reply_id)
    with pytest.raises(NotFound):
        act(home.services, buyer, other, reply_id)
    assert reply_row(home.services, reply_id).status == "pending"


class StoppingPort(RecordingPort):
    """The buyer stops each reply at the very moment that its message comes."""

    def __init__(self, stop: Callable[[UUID], object]) -> None:
        super().__init__()
        self._stop = stop

    def emit(self, event: str, data: Any, *, room: str) -> None:
        super().emit(event, data, room=room)
        if event == "new_message" and data["message"]["status"] == "streaming":
            self._stop(UUID(data["message"]["reply_id"]))


def test_stopped_before_its_first_word_nothing_stays_typing(home: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    port = StoppingPort(lambda it: stop_reply(home.services, buyer, negotiation_id, it))
    services = replace(home.services, emitter=Emitter(port))
    Replier(services, PLAYBOOK).generate(reply_id)
    assert reply_row(home.services, reply_id).status == "stopped"
    typing = port.named("typing_indicator")
    assert not typing or typing[-1]["is_typing"] is False
