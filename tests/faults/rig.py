"""A small rig for one fault at a time: two gateways, a worker, and a model that obeys."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from backend.storage.engine import Database
from stack.plan import StackOptions
from stack.running import Stack
from tests.faults.buyer import VEHICLE, sign_up
from tests.faults.rest import Rest
from tests.faults.wire import Wire
from tests.support.model_server import ModelServer, Script
from tests.support.stacks import patient_model, stack_options
from tests.support.waiting import wait_for

Json = dict[str, Any]
Found = TypeVar("Found")

MAX_USER_SOCKETS = 50
MAX_CLAIMS = 2
QUICK = Script(text="Hold your price and wait for theirs.")
# Each a sentence of its own: the guard lets sentences out whole.
WORDS = [f"Word{chr(97 + n // 26)}{chr(97 + n % 26)}🚗." for n in range(60)]
HELD = Script(text=" ".join(WORDS), fault="hang_midway", token_delay=0.02)
"""An answer of words that are all different: half of them, and the rest when it is released."""


class Watcher:
    """A socket that notes every event it gets."""

    def __init__(self, base_url: str, token: str) -> None:
        self.events: list[tuple[str, Any]] = []
        self._changed = threading.Condition()
        self.wire = Wire(base_url, token, self._note)

    def subscribe(self, negotiation_id: str, after_seq: int | None = None) -> Json:
        payload = {"negotiation_id": negotiation_id, "after_seq": after_seq}
        ack: Json = self.wire.call("subscribe", payload, timeout=60)
        return ack

    def of(self, *names: str) -> list[Any]:
        """The data of the events with these names, so far."""
        with self._changed:
            return [data for name, data in self.events if name in names]

    def wait(self, found: Callable[[Watcher], Found], timeout: float = 120.0) -> Found:
        """Wait until ``found`` finds something."""
        with self._changed:
            answer = self._changed.wait_for(lambda: found(self), timeout)
        assert answer, f"not within {timeout} s; events: {[name for name, _ in self.events]}"
        return answer

    def _note(self, name: str, data: Any) -> None:
        with self._changed:
            self.events.append((name, data))
            self._changed.notify_all()


@dataclass
class Talk:
    """A buyer with an open negotiation."""

    rig: Rig
    token: str
    negotiation_id: str
    rest: Rest

    @property
    def path(self) -> str:
        return f"/api/v1/negotiations/{self.negotiation_id}"

    def say(self, content: str = "Is this fair?") -> str:
        """Chat; returns the reply's id."""
        body = {"content": content, "client_id": str(uuid.uuid4())}
        status, answer = self.rest.post(f"{self.path}/chat", body)
        assert status in (200, 202), answer
        return str(answer["reply"]["id"])

    def control(self, reply_id: str, what: str) -> int:
        """Stop or retry a reply; the status of the answer."""
        return self.rest.post(f"{self.path}/replies/{reply_id}/{what}", {})[0]

    def events(self) -> list[Json]:
        found: list[Json] = self.rest.get(f"{self.path}/events", limit=500)["events"]
        return found

    def states(self, reply_id: str) -> list[Json]:
        """The messages in the events about one reply, in order."""
        messages = [event["message"] for event in self.events() if "message" in event]
        return [message for message in messages if message["reply_id"] == reply_id]

    def wait_at_rest(self, reply_id: str, timeout: float = 120.0) -> Json:
        """Wait for a reply's end; its message."""

        def last() -> Json | None:
            states = self.states(reply_id)
            return states[-1] if states and states[-1]["status"] != "streaming" else None

        return wait_for(last, timeout, what="the reply ends", every=0.1)

    @contextmanager
    def watch(self, gateway: int = 0) -> Iterator[Watcher]:
        """A socket of this buyer."""
        watcher = Watcher(self.rig.stack.base_urls[gateway], self.token)
        try:
            yield watcher
        finally:
            watcher.wire.close()


@dataclass
class Rig:
    """What runs, and buyers for it."""

    stack: Stack
    model: ModelServer
    database: Database

    def open(self) -> Talk:
        """A new buyer, with a negotiation whose opening advice is there."""
        self.model.script = QUICK
        token = sign_up(self.stack.base_url)
        rest = Rest(list(self.stack.base_urls), token, threading.Event())
        amounts = {"asking_price": 25000, "target_price": 20000}
        status, opened = rest.post("/api/v1/negotiations", {"vehicle": VEHICLE, **amounts})
        assert status == 201, opened
        talk = Talk(self, token, opened["negotiation"]["id"], rest)
        talk.wait_at_rest(opened["reply"]["id"])
        return talk

    def writing(self, script: Script) -> tuple[Talk, str]:
        """A talk with a reply whose model has begun to answer by ``script``; its id."""
        talk = self.open()
        self.model.script = script
        asked = len(self.model.requests)
        reply_id = talk.say()
        assert self.model.wait_until(lambda model: len(model.requests) > asked)
        return talk, reply_id


@contextmanager
def running_rig(directory: Path) -> Iterator[Rig]:
    """All of it, ready; nothing remains afterwards."""
    with ExitStack() as parts:
        model = parts.enter_context(ModelServer(QUICK))
        environment = {
            **stack_options(directory).environment,
            **patient_model(model.base_url),
            "MAX_USER_SOCKETS": str(MAX_USER_SOCKETS),
            "MAX_CLAIMS": str(MAX_CLAIMS),
        }
        options = StackOptions(directory / "data", gateway_ports=(0, 0), environment=environment)
        stack = parts.enter_context(Stack(options))
        database = Database(stack.database_url)
        parts.callback(database.close)
        yield Rig(stack, model, database)
