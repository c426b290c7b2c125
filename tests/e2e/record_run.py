"""Record what a page is sent during a whole bargain, for the tests of the page's state.

``python -m tests.e2e.record_run > web/src/testing/recorded-run.json`` starts a product of its own
with a model that streams, has a reply stopped and written again, and writes down every packet of
the socket in its order, what the posts were answered, and what REST says at the end.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from stack.running import Stack
from tests.e2e.people import Person, Tab, person
from tests.integration.history import Json
from tests.support.model_server import ModelServer, Script
from tests.support.stacks import stack_options

TEXT = (
    "Stay calm. Say little. Ask what else they can do. Then wait. “Naïve” is their word. 🚗 Wait."
)
QUICK = Script(text=TEXT, token_delay=0.05)
SLOW = replace(QUICK, token_delay=0.3)


def recorded(buyer: Person, model: ModelServer) -> Json:
    """One bargain, from opening to acceptance."""
    model.script = QUICK
    opened = buyer.opened()
    negotiation_id = opened["negotiation"]["id"]
    path = f"/negotiations/{negotiation_id}"
    answers: list[Json] = []

    def say(route: str, **body: str) -> str:
        answers.append(buyer.post(f"{path}/{route}", {**body, "client_id": str(uuid4())}))
        return str(answers[-1]["reply"]["id"])

    with buyer.tab() as tab:
        tab.watch(negotiation_id, 0)
        tab.wait_end(opened["reply"]["id"])
        first = say("chat", content="Is it a fair price?")
        second = say("offers", amount="18000", party="buyer")
        tab.wait_end(first)
        tab.wait_end(second)
        model.script = SLOW
        stopped = say("dealer-messages", content="Fine: $19,900 plus fees.", channel="email")
        tab.wait(lambda each: each.told(stopped, 1), "the first words")
        buyer.call("POST", f"{path}/replies/{stopped}/stop")
        tab.wait_end(stopped)
        model.script = QUICK
        buyer.call("POST", f"{path}/replies/{stopped}/retry")
        tab.wait(lambda each: each.message_of(stopped)["data"]["attempt"] == 2, "a new attempt")
        tab.wait_end(stopped)
        tab.wait_end(say("offers", amount="19900", party="dealer"))
        buyer.post(f"{path}/accept", {"amount": "19900"})
        tab.wait(lambda each: has_all(each, buyer.events(negotiation_id)), "every event")
        packets = [{"name": name, "data": data} for name, data in tab.events]
    return {
        "negotiation": buyer.negotiation(negotiation_id),
        "events": buyer.check_settled(negotiation_id),
        "packets": packets,
        "answers": answers,
    }


def has_all(tab: Tab, events: list[Json]) -> bool:
    """Whether a tab was sent every event."""
    seqs = {data.get("seq") for _, data in tab.events}
    return {event["seq"] for event in events} <= seqs


def main() -> None:
    """Write the recording to standard output."""
    with tempfile.TemporaryDirectory() as directory, ModelServer() as model:
        options = stack_options(
            Path(directory),
            ADVISER_MODEL="openai:test",
            OPENAI_BASE_URL=model.base_url,
            OPENAI_API_KEY="for tests",
        )
        with Stack(options) as stack, person(stack.base_url) as buyer:
            recording = recorded(buyer, model)
    json.dump(recording, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
