"""Replies by a model that is slow, fails, or loses its worker: the promises hold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.storage.engine import Database
from stack.running import Stack
from tests.e2e.people import STORED, Person, Tab
from tests.integration.history import Json, fold
from tests.support.leases import end_lease
from tests.support.model_server import ModelServer, Script
from tests.support.waiting import wait_for

TEXT = "Stay where you are for now. They have more room than they show, and you have time."


@pytest.fixture
def database(model_stack: Stack) -> Iterator[Database]:
    """What the product wrote down."""
    opened = Database(model_stack.database_url)
    yield opened
    opened.close()


def ask(buyer: Person, negotiation_id: str) -> str:
    """Post a question; the reply's id."""
    body = {"content": "What should I do now?"}
    posted = buyer.post(f"/negotiations/{negotiation_id}/chat", body)
    reply_id: str = posted["reply"]["id"]
    return reply_id


def opened(buyer: Person, tab: Tab) -> str:
    """A negotiation that ``tab`` watches, its opening advice there."""
    made = buyer.opened()
    negotiation_id: str = made["negotiation"]["id"]
    tab.watch(negotiation_id)
    tab.wait_end(made["reply"]["id"])
    return negotiation_id


def midway(tab: Tab, reply_id: str) -> None:
    tab.wait(lambda t: [d for d in t.named("message_delta") if d["reply_id"] == reply_id])


def source(message: Json) -> tuple[str, int]:
    return message["data"]["source"], message["data"]["attempt"]


def test_the_model_answers(advised: Person, model: ModelServer) -> None:
    model.script = Script(text=TEXT, token_delay=0.02)
    with advised.tab() as tab:
        negotiation_id = opened(advised, tab)
        reply_id = ask(advised, negotiation_id)
        message = tab.wait_end(reply_id)
        assert source(message) == ("model", 1)
        assert message["data"]["model"] == "openai:test"
        assert message["content"] == TEXT == tab.told(reply_id, 1)
        assert len([d for d in tab.named("message_delta") if d["reply_id"] == reply_id]) > 1
    advised.check_settled(negotiation_id)


def test_a_model_that_fails_is_replaced_by_the_playbook(
    advised: Person, model: ModelServer
) -> None:
    with advised.tab() as tab:
        negotiation_id = opened(advised, tab)
        for fault in (Script(status=500), Script(text=TEXT, fault="cut")):
            model.script = fault
            reply_id = ask(advised, negotiation_id)
            message = tab.wait_end(reply_id)
            assert (message["status"], *source(message)) == ("complete", "playbook", 2)
            assert message["content"] == tab.told(reply_id, 2)
    advised.check_settled(negotiation_id)


def test_who_joins_midway_has_the_text_so_far(advised: Person, model: ModelServer) -> None:
    with advised.tab() as tab, advised.tab() as late:
        negotiation_id = opened(advised, tab)
        model.script = Script(text=TEXT, fault="hang_midway")
        reply_id = ask(advised, negotiation_id)
        midway(tab, reply_id)
        ack = late.watch(negotiation_id)
        so_far = ack["reply"]
        assert (so_far["id"], so_far["attempt"]) == (reply_id, 1)
        assert TEXT.startswith(so_far["text"])
        assert so_far["offset"] == len(so_far["text"]) > 0
        model.released.set()
        message = late.wait_end(reply_id)
        rest = [d for d in late.named("message_delta") if d["reply_id"] == reply_id]
        text = so_far["text"]
        for delta in rest:
            if delta["offset"] < so_far["offset"]:  # on its way when it joined: told once more
                assert text.startswith(delta["text"], delta["offset"])
            else:
                assert delta["offset"] == len(text)
                text += delta["text"]
        assert text == message["content"] == TEXT
        tab.wait_end(reply_id)
        assert fold(tab.named(*STORED)) == fold(late.named(*STORED))


def test_stopping_midway_keeps_what_was_shown(advised: Person, model: ModelServer) -> None:
    with advised.tab() as tab:
        negotiation_id = opened(advised, tab)
        model.script = Script(text=TEXT, fault="hang_midway")
        reply_id = ask(advised, negotiation_id)
        midway(tab, reply_id)
        shown, hung_up = tab.told(reply_id, 1), model.hung_up
        call = f"/negotiations/{negotiation_id}/replies/{reply_id}"
        assert advised.post(f"{call}/stop")["reply"]["status"] == "stopped"
        message = tab.wait_end(reply_id)
        assert message["status"] == "stopped"
        assert message["content"].startswith(shown)
        assert TEXT.startswith(message["content"])
        assert model.wait_until(lambda server: server.hung_up > hung_up)
        model.script = Script(text="Now you have all of it.")
        assert advised.post(f"{call}/retry")["reply"]["attempt"] == 1
        tab.wait(lambda t: t.message_of(reply_id).get("status") == "complete", "the retry's end")
        again = tab.message_of(reply_id)
        assert (again["content"], *source(again)) == ("Now you have all of it.", "model", 2)
        assert again["seq"] == message["seq"]
    advised.check_settled(negotiation_id)


def test_a_worker_killed_midway_is_replaced(
    advised: Person, model: ModelServer, model_stack: Stack, database: Database
) -> None:
    with advised.tab() as tab:
        negotiation_id = opened(advised, tab)
        model.script = Script(text=TEXT, fault="hang_midway")
        reply_id = ask(advised, negotiation_id)
        midway(tab, reply_id)
        model.script = Script(text=TEXT)
        pid = model_stack.pid_of("worker")
        model_stack.kill("worker")
        wait_for(lambda: model_stack.pid_of("worker") not in (None, pid), what="another worker")
        end_lease(database, reply_id)
        message = tab.wait_end(reply_id)
        assert (message["status"], message["content"]) == ("complete", TEXT)
        attempt = source(message)[1]
        assert attempt >= 2
        assert tab.told(reply_id, attempt) == TEXT
    events = advised.check_settled(negotiation_id)
    about = [e["message"] for e in events if e.get("message", {}).get("reply_id") == reply_id]
    ends = [message["status"] for message in about if message["status"] != "streaming"]
    assert ends == ["complete"]
    assert len({message["id"] for message in about}) == 1
