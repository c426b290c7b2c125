"""A simulated buyer: opens a negotiation and does, by a seeded schedule, what buyers do."""

from __future__ import annotations

import random
import threading
import uuid
from dataclasses import dataclass, field
from typing import Any

import requests

from tests.faults.rest import GaveUp, Rest
from tests.faults.tab import Tab
from tests.support.waiting import wait_for

Json = dict[str, Any]

VEHICLE = {"year": 2019, "make": "Toyota", "model": "Camry"}
PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Accepted:
    """A POST that was answered: what it said, and what came back."""

    client_id: str
    content: str
    message_id: str
    reply_id: str


@dataclass(frozen=True)
class Manner:
    """How buyers behave."""

    pause: float = 2.0
    tabs: int = 2
    sync_seconds: float = 5.0
    pulls: bool = True


@dataclass
class Record:
    """What a buyer was promised."""

    negotiation_id: str = ""
    opening_reply_id: str = ""
    accepted: list[Accepted] = field(default_factory=list)
    retries: dict[str, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


class Buyer:
    """One buyer, in a thread of its own, from ``start`` until ``rest_now``."""

    def __init__(self, base_urls: list[str], seed: int, manner: Manner) -> None:
        self.record = Record()
        self.tabs: list[Tab] = []
        self.error: BaseException | None = None
        self._base_urls = base_urls
        self._random = random.Random(seed)
        self._manner = manner
        self._resting = threading.Event()
        self._ending = threading.Event()
        self._token = ""
        self.rest = Rest(base_urls, "", self._ending)
        self._thread = threading.Thread(target=self._live, name="buyer", daemon=True)

    @property
    def token(self) -> str:
        """The bearer token."""
        return self._token

    @property
    def pulls(self) -> bool:
        """Whether its tabs fetch what they miss."""
        return self._manner.pulls

    def start(self) -> None:
        self._thread.start()

    def rest_now(self) -> None:
        """Do nothing new; what is under way is finished."""
        self._resting.set()

    def wait_resting(self, timeout: float) -> bool:
        """Whether the buyer has come to rest."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def close(self) -> None:
        """Leave."""
        self._resting.set()
        self._ending.set()
        if self._thread.ident:
            self._thread.join(30)
        for tab in self.tabs:
            tab.close()
        self.rest.close()

    def enter(self) -> None:
        """Sign up, open a negotiation, and open the tabs."""
        self._token = sign_up(self._base_urls[0])
        self.rest = self._new_rest()
        amounts = {"asking_price": 25000, "target_price": 20000, "walk_away_price": 23000}
        body = {"vehicle": VEHICLE, **amounts, "max_rounds": 50, "client_id": self._new_id()}
        status, answer = self.rest.post("/api/v1/negotiations", body)
        if status not in (200, 201):
            raise ValueError(f"no negotiation: {status} {answer}")
        self.record.negotiation_id = answer["negotiation"]["id"]
        self.record.opening_reply_id = answer["reply"]["id"]
        for _ in range(self._manner.tabs):
            self.tabs.append(self._new_tab())

    def _live(self) -> None:
        pause = self._manner.pause
        try:
            while not self._resting.wait(self._random.uniform(pause * 0.2, pause * 1.8)):
                self._act()
        except GaveUp:
            self.record.refused.append("gave up")
        except BaseException as error:  # noqa: BLE001  reported by the run
            self.error = error

    def _act(self) -> None:
        actions = {
            self._chat: 6,
            self._offer: 2,
            self._dealer_offer: 1,
            self._dealer_message: 2,
            self._stop: 2,
            self._retry: 2,
            self._reconnect: 1,
            self._reload: 1,
            self._switch_gateway: 1,
        }
        if not self._manner.pulls:  # to come back would be a pull
            del actions[self._reconnect], actions[self._reload], actions[self._switch_gateway]
        self._random.choices(list(actions), list(actions.values()))[0]()

    def _chat(self) -> None:
        content = f"Is this a fair price, and why? {self._new_id()}"
        self._say("chat", content, {"content": content})

    def _offer(self) -> None:
        amount = self._random.randrange(1_500_000, 2_300_000)
        note = f"My offer {self._new_id()}"
        body = {"amount": f"{amount / 100:.2f}", "party": "buyer", "note": note}
        self._say("offers", note, body)

    def _dealer_offer(self) -> None:
        amount = self._random.randrange(2_000_000, 2_490_000)
        note = f"Their offer {self._new_id()}"
        body = {"amount": f"{amount / 100:.2f}", "party": "dealer", "note": note}
        self._say("offers", note, body)

    def _dealer_message(self) -> None:
        content = f"It is a great car and others are looking at it. {self._new_id()}"
        self._say("dealer-messages", content, {"content": content})

    def _say(self, route: str, content: str, body: Json) -> None:
        client_id = self._new_id()
        path = f"/api/v1/negotiations/{self.record.negotiation_id}/{route}"
        status, answer = self.rest.post(path, {**body, "client_id": client_id})
        if status in (200, 202):
            message_id, reply_id = answer["message"]["id"], answer["reply"]["id"]
            self.record.accepted.append(Accepted(client_id, content, message_id, reply_id))
        else:
            self.record.refused.append(str(answer.get("code")))

    def _stop(self) -> None:
        if self.record.accepted:
            self._control(self.record.accepted[-1].reply_id, "stop")

    def _retry(self) -> None:
        if not self.record.accepted:
            return
        reply_id = self._random.choice(self.record.accepted[-3:]).reply_id
        sent = self.rest.statuses.total()
        status = self._control(reply_id, "retry")
        # One whose answer was lost may have been done: how many were sent is the most there were.
        most = self.rest.statuses.total() - sent - (status == 409)
        self.record.retries[reply_id] = self.record.retries.get(reply_id, 0) + most

    def _control(self, reply_id: str, what: str) -> int:
        path = f"/api/v1/negotiations/{self.record.negotiation_id}/replies/{reply_id}/{what}"
        status, _ = self.rest.post(path, {})
        return status

    def _reconnect(self) -> None:
        self._random.choice(self.tabs).reconnect()

    def _reload(self) -> None:
        self._random.choice(self.tabs).reload()

    def _switch_gateway(self) -> None:
        self._random.choice(self.tabs).switch_gateway()

    def _new_tab(self) -> Tab:
        return Tab(
            self._new_rest(),
            self._token,
            self.record.negotiation_id,
            sync_seconds=self._manner.sync_seconds,
            pulls=self._manner.pulls,
        )

    def _new_rest(self) -> Rest:
        rest = Rest(self._base_urls, self._token, self._ending)
        rest.gateway = self._random.randrange(len(self._base_urls))
        return rest

    def _new_id(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))


def sign_up(base_url: str) -> str:
    """A new account; returns its access token."""

    def registered() -> str | None:
        credentials = {"email": f"{uuid.uuid4().hex}@example.com", "password": PASSWORD}
        try:
            answer = requests.post(f"{base_url}/api/v1/auth/register", json=credentials, timeout=60)
        except requests.Timeout:
            return None
        if answer.status_code == 503:  # too busy just now
            return None
        answer.raise_for_status()
        return str(answer.cookies["access_token"])

    return wait_for(registered, 240, what="an account", every=0.5)
