"""How a worker goes through its candidates, and what it leaves whenever it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

import pytest

from backend.actions.reply.control import stop_reply
from backend.actions.requests import Author
from backend.domain.advice.brief import Brief
from backend.domain.spending import NO_TOKENS, Tokens
from backend.llm.adviser import Adviser, Call, Cancelled, Candidate, ModelFailed, ModelTimeouts
from backend.storage.models import Reply
from tests.integration.history import Json, check_promises, kept, of_reply, reply_row
from tests.integration.parts import House, house


class Answer:
    """Says ``text``, after ``then`` was done; ends as its caller wants."""

    def __init__(self, text: str = "Stay.", then: Callable[[], object] = lambda: None) -> None:
        self._text, self._then = text, then

    def __call__(self, brief: Brief, cancelled: Callable[[], bool], call: Call) -> Iterator[str]:
        yield self._text
        self._then()
        if cancelled():
            raise Cancelled

    def expected(self, brief: Brief) -> Tokens:
        return NO_TOKENS

    def check_ready(self) -> None:
        """It always is."""


class Chain(Adviser):
    """These candidates, in this order."""

    def __init__(self, *answers: Answer, source: Literal["model", "playbook"] = "model") -> None:
        super().__init__("playbook", ModelTimeouts(10, 10, 45))
        self._chain = tuple(
            Candidate(source, f"model-{number}", answer) for number, answer in enumerate(answers)
        )

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        return self._chain


@dataclass
class Asked:
    """A question that waits for its answer, and the worker who is to write it."""

    home: House
    buyer: Author
    negotiation_id: UUID
    reply_id: UUID

    def message(self) -> Json:
        messages = kept(self.home.services, self.negotiation_id).messages.values()
        [message] = [each for each in messages if each["reply_id"] == str(self.reply_id)]
        return message

    def signs(self) -> list[bool]:
        signs: list[Any] = self.home.port.named("typing_indicator")
        return [each["is_typing"] for each in signs if each["reply_id"] == str(self.reply_id)]

    def stop(self) -> None:
        stop_reply(self.home.services, self.buyer, self.negotiation_id, self.reply_id)


Ask = Callable[..., Asked]


@pytest.fixture
def ask(home: House, buyer: Author, sqlite_url: str, valkey_url: str) -> Iterator[Ask]:
    """Makes a worker with these answers, and a question for it."""
    with ExitStack() as workers:

        def asked(*answers: Answer) -> Asked:
            worker = workers.enter_context(
                house(sqlite_url, valkey_url, home.clock, Chain(*answers))
            )
            negotiation_id = home.opened(buyer)
            return Asked(worker, buyer, negotiation_id, home.chat(buyer, negotiation_id))

        yield asked


def failing(*, was_asked: bool = True) -> Callable[[], object]:
    def fail() -> None:
        raise ModelFailed("provider_error", was_asked=was_asked)

    return fail


def test_each_candidate_that_was_asked_has_an_attempt_of_its_own(ask: Ask) -> None:
    asked = ask(
        Answer("One.", failing()),
        Answer("", failing(was_asked=False)),
        Answer("Three.", failing()),
        Answer("Four."),
    )
    assert asked.home.replier.generate(asked.reply_id) is True
    message = asked.message()
    assert (message["status"], message["content"]) == ("complete", "Four.")
    assert (message["data"]["attempt"], message["data"]["model"]) == (3, "model-3")
    assert "fallback_reason" not in message["data"]
    deltas = asked.home.port.named("message_delta")
    assert [(each["attempt"], each["offset"], each["text"]) for each in deltas] == [
        *((1, 0, "One."), (2, 0, "Three."), (3, 0, "Four."))
    ]
    events = check_promises(asked.home.services, asked.negotiation_id)
    assert [e["type"] for e in of_reply(events, asked.reply_id)] == [
        "new_message",
        "message_updated",
    ]
    assert asked.signs()[-1] is False


def test_where_none_answers_it_fails_and_says_so(ask: Ask) -> None:
    asked = ask(Answer("One.", failing()), Answer("Two.", failing()))
    assert asked.home.replier.generate(asked.reply_id) is True
    reply = reply_row(asked.home.services, asked.reply_id)
    assert (reply.status, reply.failure) == ("failed", "no_model_answered")
    [error] = asked.home.port.named("error")
    assert (error["code"], error["reply_id"]) == ("reply_failed", str(asked.reply_id))
    assert error["negotiation_id"] == str(asked.negotiation_id)
    assert error["detail"]
    assert asked.signs()[-1] is False
    check_promises(asked.home.services, asked.negotiation_id)


def test_an_error_of_ours_leaves_it_to_the_next_claim(ask: Ask, home: House) -> None:
    def err() -> None:
        raise ArithmeticError

    asked = ask(Answer("One.", err))
    with pytest.raises(ArithmeticError):
        asked.home.replier.generate(asked.reply_id)
    assert reply_row(home.services, asked.reply_id).status == "running"
    assert asked.signs()[-1] is False
    home.clock.advance(seconds=15)
    assert home.replier.generate(asked.reply_id) is True
    assert asked.message()["data"]["attempt"] == 2


def test_who_is_stopped_says_nothing_more_and_ends_its_sign(ask: Ask) -> None:
    def stop() -> None:
        asked.stop()

    asked = ask(Answer("Stay where ", stop), Answer("This one is not to be asked."))
    assert asked.home.replier.generate(asked.reply_id) is True
    assert (asked.message()["status"], asked.message()["content"]) == ("stopped", "Stay where ")
    assert asked.signs() == [True, False, False], "the stop's, and the worker's own"
    check_promises(asked.home.services, asked.negotiation_id)


def test_of_what_was_taken_over_the_new_holder_tells(ask: Ask, home: House) -> None:
    def take_over() -> None:
        with home.services.database.write() as session:
            session.get_one(Reply, asked.reply_id).lease_expires_at = home.clock.now
        assert home.claim(asked.reply_id)

    asked = ask(Answer("One.", take_over))
    assert asked.home.replier.generate(asked.reply_id) is True
    assert asked.signs() == [True]
    assert reply_row(home.services, asked.reply_id).attempt == 2
    assert asked.message()["status"] == "streaming"


def test_who_retires_claims_nothing_more(ask: Ask) -> None:
    asked = ask(Answer())
    asked.home.replier.retire(3)
    assert asked.home.replier.generate(asked.reply_id) is False
    assert asked.home.queue.take_replies() == [asked.reply_id]
    assert reply_row(asked.home.services, asked.reply_id).status == "pending"


@pytest.mark.parametrize("seconds", [2.5, 3.0])
def test_who_retires_has_some_time_to_end_what_it_writes(
    ask: Ask, home: House, seconds: float
) -> None:
    def retire() -> None:
        asked.home.replier.retire(3)
        home.clock.advance(seconds=seconds)

    asked = ask(Answer("Stay.", retire))
    assert asked.home.replier.generate(asked.reply_id) is True
    assert asked.signs()[-1] is False
    if seconds < 3:
        assert asked.message()["status"] == "complete"
        return
    assert asked.home.queue.take_replies() == [asked.reply_id], "another goes on at once"
    reply = reply_row(home.services, asked.reply_id)
    assert (reply.status, reply.claims) == ("running", 0)
    assert home.replier.generate(asked.reply_id) is True
    assert (asked.message()["status"], asked.message()["data"]["attempt"]) == ("complete", 2)
    check_promises(home.services, asked.negotiation_id)


def test_there_is_nothing_to_do_for_what_there_is_not_or_is_at_rest(ask: Ask) -> None:
    asked = ask(Answer())
    assert asked.home.replier.generate(UUID(int=7)) is False
    asked.stop()
    asked.home.port.sent.clear()
    assert asked.home.replier.generate(asked.reply_id) is False
    assert asked.home.port.sent == []
