"""What an operator sees and does: logs, Flower, re-negotiation by hand."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import requests
from sqlalchemy import update

from backend.queueing import GENERATE_REPLY
from backend.storage.engine import Database
from backend.storage.models import Negotiation
from stack.layout import ROOT
from stack.running import Stack
from tests.e2e.people import Person, as_lines
from tests.integration.history import Json
from tests.support.databases import without_table
from tests.support.model_server import ModelServer
from tests.support.waiting import wait_for


def log_of(stack: Stack, name: str) -> str:
    return stack.data.log(name).read_text(errors="replace")


def flask(stack: Stack, *arguments: str) -> str:
    """Run a command of ``flask`` as an operator does; what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", *arguments],
        cwd=ROOT,
        env={**stack.plan.environment, "PORT": "8000"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_one_id_goes_from_the_request_to_the_worker(stack: Stack, buyer: Person) -> None:
    request_id = f"test-{uuid4().hex}"
    made = buyer.opened()
    negotiation_id = made["negotiation"]["id"]
    with buyer.tab() as tab:
        tab.watch(negotiation_id)
        posted = buyer.post(
            f"/negotiations/{negotiation_id}/chat",
            {"content": "Hello"},
            **{"X-Request-ID": request_id},
        )
        tab.wait_end(posted["reply"]["id"])

    def records(name: str) -> list[Json]:
        return [r for r in as_lines(log_of(stack, name)) if r.get("request_id") == request_id]

    worker = wait_for(lambda: records("worker"), what="the worker's log")
    assert {record["reply_id"] for record in worker} == {posted["reply"]["id"]}
    assert wait_for(lambda: records("gateway"), what="the gateway's log")


def test_no_log_holds_what_buyers_write(model_stack: Stack, advised: Person) -> None:
    made = advised.opened(walk_away_price="23456.78")
    secret = f"my brother {uuid4().hex} lends me the money"
    chat = f"/negotiations/{made['negotiation']['id']}/chat"
    with (
        closing(Database(model_stack.database_url)) as database,
        without_table(database, "messages"),
    ):
        answer = advised.call("POST", chat, {"content": secret})
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    record = f'"request_id": "{answer.headers["X-Request-ID"]}"'

    def failure() -> list[str]:
        lines = log_of(model_stack, "gateway").splitlines()
        return [line for line in lines if "internal_error" in line and record in line]

    wait_for(failure, what="the failure's record")
    written = log_of(model_stack, "gateway")
    assert secret not in written
    assert advised.token not in written
    assert advised.call("POST", chat, {"content": secret}).status_code == 202


def test_flower_needs_its_login_and_names_tasks(
    model_stack: Stack, advised: Person, model: ModelServer
) -> None:
    address = f"http://127.0.0.1:{model_stack.plan.flower_port}"
    user, _, password = model_stack.plan.flower_login.partition(":")

    def is_up() -> bool:
        try:
            return requests.get(f"{address}/api/workers", timeout=60).status_code == 401
        except requests.ConnectionError:
            return False

    wait_for(is_up, what="Flower asks for its login")
    for page in ("/", "/tasks", "/api/tasks"):
        assert requests.get(f"{address}{page}", timeout=60).status_code == 401
        wrong = requests.get(f"{address}{page}", auth=(user, "wrong"), timeout=60)
        assert wrong.status_code == 401
    advised.opened()

    def tasks() -> set[str]:
        answer = requests.get(f"{address}/api/tasks", auth=(user, password), timeout=60)
        return {task["name"] for task in answer.json().values()} if answer.ok else set()

    wait_for(lambda: GENERATE_REPLY in tasks(), what="the reply's task in Flower")


@pytest.fixture
def quiet(model_stack: Stack, advised: Person, model: ModelServer) -> str:
    """A negotiation that has been quiet for four days, after an offer of 22,500."""
    made = advised.opened()
    negotiation_id: str = made["negotiation"]["id"]
    with advised.tab() as tab:
        tab.watch(negotiation_id)
        body = {"amount": 22500, "party": "buyer"}
        posted = advised.post(f"/negotiations/{negotiation_id}/offers", body)
        tab.wait_end(posted["reply"]["id"])
    database = Database(model_stack.database_url)
    with database.write() as session:
        row = session.get_one(Negotiation, UUID(negotiation_id))
        four_days_ago = row.quiet_since - timedelta(days=4)
        session.execute(
            update(Negotiation)
            .where(Negotiation.id == UUID(negotiation_id))
            .values(quiet_since=four_days_ago)
        )
    database.close()
    return negotiation_id


def test_renegotiating_reaches_an_open_tab_once(
    model_stack: Stack, advised: Person, quiet: str
) -> None:
    with advised.tab() as tab:
        before = tab.watch(quiet)["last_seq"]
        dry = flask(model_stack, "renegotiate", "--dry-run", "--idle-days", "3")
        assert f"{quiet} last_seq={before}" in dry
        assert advised.negotiation(quiet)["last_seq"] == before
        tab.events.clear()
        flask(model_stack, "renegotiate", "--idle-days", "3")
        tab.wait(lambda t: t.named("new_message"), "the fresh advice, live")
        [event] = tab.named("new_message")
        message = event["message"]
        assert (message["kind"], message["status"]) == ("advice", "complete")
        assert (message["reply_id"], message["data"]["suggested_price"]) == (None, "22725.00")
        assert tab.named("typing_indicator", "message_delta") == []
    advised.check_settled(quiet)
