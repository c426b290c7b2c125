"""The logs of all processes after a whole talk: ids and codes, and neither a text nor a token."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from stack.running import Stack
from tests.e2e.people import PASSWORD, Person, as_lines, browser
from tests.integration.history import Json
from tests.support.model_server import ModelServer, Script
from tests.support.secrets import all_quoted
from tests.support.waiting import wait_for

ADVICE = "Sit on your hands until the phone rings. They have more room than they let on."
WRONG = "Offer them $19,999 before the bakery closes. Split the difference with them."


def test_no_log_of_any_process_holds_a_text_or_a_token(
    model_stack: Stack, advised: Person, model: ModelServer
) -> None:
    chat = f"my aunt {uuid4().hex} keeps bees behind the old mill"
    dealer = f"our manager {uuid4().hex} signs for $23,450 or $23,950 only today"
    made = advised.opened(walk_away_price="23456.78", label="The grumpy man by the river")
    path = f"/negotiations/{made['negotiation']['id']}"
    texts = [chat, dealer, ADVICE, WRONG, "The grumpy man by the river", "23456.78"]
    with advised.tab() as tab:
        tab.watch(made["negotiation"]["id"])
        tab.call("subscribe", {"negotiation_id": chat})
        tab.wait_end(made["reply"]["id"])
        for script, call, body in (
            (Script(ADVICE), "chat", {"content": chat}),
            (Script(WRONG), "chat", {"content": chat}),
            (Script(ADVICE, fault="malformed"), "dealer-messages", {"content": dealer}),
            (
                Script(ADVICE, status=400),
                "offers",
                {"amount": 18000, "party": "buyer", "note": chat},
            ),
        ):
            model.script = script
            tab.wait_end(advised.post(f"{path}/{call}", body)["reply"]["id"])
        model.script = replace(model.script, status=200, fault=None)
        last: Json = advised.post(f"{path}/chat", {"content": chat})
        tab.wait_end(last["reply"]["id"])
    events = advised.check_settled(made["negotiation"]["id"])
    texts += [event["message"]["content"] for event in events if "message" in event]
    with browser(model_stack.base_url) as page:
        tokens = [value for name, value in page.session.cookies.items() if "token" in name]
    logs = {log.stem: log for log in (model_stack.data.path / "logs").glob("*.log")}
    assert logs.keys() >= {"gateway", "worker", "batch", "upkeep", "beat", "flower"}

    def told() -> bool:
        lines = as_lines(logs["worker"].read_text(errors="replace"))
        return any(
            line.get("event") == "reply_complete" and line.get("reply_id") == last["reply"]["id"]
            for line in lines
        )

    wait_for(told, what="the worker's record of the last reply")
    for name, log in logs.items():
        written = log.read_text(errors="replace")
        found = all_quoted([*texts, *tokens, advised.token, advised.email, PASSWORD], written)
        assert (name, found) == (name, [])
