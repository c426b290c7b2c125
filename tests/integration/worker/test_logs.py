"""What gateway and worker log of a whole talk: ids and codes, and neither a text nor a token."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from backend import queueing
from backend.queueing import GENERATE_REPLY
from tests.integration.history import Json
from tests.integration.parts import House
from tests.integration.sockets.live import LiveGateway, live_gateway
from tests.integration.worker.conftest import Worker
from tests.support.secrets import all_quoted
from tests.support.valkey import ValkeyServer

CHAT = "My brother lends me five thousand for it until the autumn comes."
DEALER = "We can do $23,456 today; our manager Rosalind signs only before the weekend."
NOTE = "They laughed at that one and kept the keys on the counter."
LABEL = "The grumpy man by the river road"
LIMIT = "23987.65"
PASSWORD = "a quiet horse eats seven apples"


@contextmanager
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """Every record that is written inside the block, with all that it holds."""
    written: list[str] = []
    with caplog.at_level(logging.INFO), capture_logs([merge_contextvars]) as records:
        yield written
    written += [json.dumps(record, default=repr, ensure_ascii=False) for record in records]
    written += [caplog.handler.format(record) for record in caplog.records]


@pytest.fixture
def gateway(
    worker: Worker, home: House, worker_database_url: str, valkey: ValkeyServer
) -> Iterator[LiveGateway]:
    with live_gateway(worker_database_url, valkey.url) as live:
        yield live


def talk(gateway: LiveGateway, worker: Worker) -> list[str]:
    """A talk in which everything happens; what of it may stand in no log."""
    client = gateway.anonymous()
    credentials = {"email": "rosalind.buyer@example.com", "password": PASSWORD}
    assert client.post("/api/v1/auth/register", json=credentials).status_code == 201
    assert (
        client.post(
            "/api/v1/auth/login", json={**credentials, "password": "wrong horse"}
        ).status_code
        == 401
    )
    cookies = [client.get_cookie(name) for name in ("access_token", "csrf_access_token")]
    refresh = client.get_cookie("refresh_token", path="/api/v1/auth")
    tokens = [cookie.value for cookie in (*cookies, refresh) if cookie is not None]
    assert len(tokens) == 3

    def work(posted: Json) -> None:
        worker.run(GENERATE_REPLY, posted["reply"]["id"])

    buyer = gateway.buyer()
    opened = buyer.opened(walk_away_price=LIMIT, label=LABEL)
    path = f"/negotiations/{opened['negotiation']['id']}"
    with gateway.tab(buyer) as tab:
        tab.subscribe(opened["negotiation"]["id"])
        tab.wire.call("subscribe", {"negotiation_id": CHAT})
        tab.wire.call("authenticate", {"token": f"{buyer.token}x"})
        work(opened)
        work(buyer.posted(f"{path}/chat", content=CHAT))
        work(buyer.posted(f"{path}/offers", amount="18000", party="buyer", note=NOTE))
        work(buyer.posted(f"{path}/dealer-messages", content=DEALER, price="23456"))
        stopped = buyer.posted(f"{path}/chat", content=CHAT)
        assert buyer.post(f"{path}/replies/{stopped['reply']['id']}/stop").status_code == 202
        assert buyer.post(f"{path}/replies/{stopped['reply']['id']}/retry").status_code == 202
        work(stopped)
        assert buyer.post(f"{path}/chat", {"content": CHAT, "more": DEALER}).status_code == 422
        assert buyer.post_text(f"{path}/chat", f'{{"content": "{CHAT}').status_code == 400
        assert buyer.post(f"{path}/drafts", {"kind": "text", "tone": "firm"}).status_code == 200
        assert buyer.get("/negotiations", search=LABEL).status_code == 200
        last_seq = buyer.read(path)["last_seq"]
        worker.run(queueing.RENEGOTIATE, opened["negotiation"]["id"], last_seq)
        for task in (queueing.SWEEP_REPLIES, queueing.EXPIRE_NEGOTIATIONS):
            worker.run(task)
        told = len(tab.heard)
    assert told
    messages = [event["message"] for event in buyer.events(path) if "message" in event]
    texts = {message["content"] for message in messages}
    points = {each for message in messages for each in message["data"].get("talking_points", ())}
    assert len(texts) > 8
    assert {message["status"] for message in messages} == {"streaming", "complete", "stopped"}
    named = [CHAT, DEALER, NOTE, LABEL, LIMIT, PASSWORD, credentials["email"], "wrong horse"]
    return [*texts, *points, *named, *tokens, buyer.token]


def test_what_is_logged_of_a_reply_says_of_which_and_of_which_request(
    worker: Worker, home: House
) -> None:
    negotiation_id = home.open(buyer := home.buyer())
    [reply_id] = home.queue.take_replies()
    with capture_logs([merge_contextvars]) as records:
        worker.run(GENERATE_REPLY, str(reply_id))
    told = {each["event"]: each for each in records}
    about = {
        "request_id": buyer.request_id,
        "negotiation_id": str(negotiation_id),
        "reply_id": str(reply_id),
    }
    for name in ("reply_claimed", "reply_complete"):
        assert {key: told[name].get(key) for key in about} == about


def test_no_record_of_a_whole_talk_holds_a_text_or_a_token(
    worker: Worker, gateway: LiveGateway, caplog: pytest.LogCaptureFixture
) -> None:
    with logged(caplog) as written:
        secrets = talk(gateway, worker)
    log = "\n".join(written)
    names = {"event_emitted", "reply_claimed", "reply_complete", "renegotiated", "task_sent"}
    assert {name for name in names if f'"event": "{name}"' in log} == names
    assert all_quoted(secrets, log) == []
