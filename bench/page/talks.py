"""The talks that are looked at: a buyer's negotiations, each with a reply that is being written."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from playwright.sync_api import BrowserContext

from backend.actions.ledger import Draft, Ledger
from backend.actions.services import Transaction
from backend.clock import system_clock
from backend.storage.engine import Database
from bench.servers import Server, ServerError
from tests.support.long_talks import write_talk

CAR = {
    "vehicle": {"year": 2019, "make": "Toyota", "model": "Camry", "mileage": 41_000},
    "asking_price": "25000.00",
    "target_price": "20000.00",
}
ADVICE: dict[str, Any] = {
    "suggested_price": "17400.00",
    "action": "answer",
    "discount_percent": None,
    "strategy": "discount_tiers",
    "talking_points": [],
    "source": "playbook",
    "model": "playbook",
    "attempt": 1,
}


@dataclass(frozen=True)
class Talk:
    """A negotiation with so many messages, of which the last is a reply that never ends."""

    negotiation_id: str
    reply_id: str
    messages: int


def sign_up(context: BrowserContext, base_url: str) -> None:
    """Give the browser the cookies of a buyer of its own."""
    buyer = {"email": f"{uuid.uuid4()}@example.com", "password": secrets.token_urlsafe(24)}
    answer = context.request.post(f"{base_url}/api/v1/auth/register", data=buyer)
    if not answer.ok:
        raise ServerError(f"no account: {answer.status}")


def open_talk(context: BrowserContext, server: Server, questions: int) -> Talk:
    """Open a negotiation and write so many questions and answers into it, and one reply begun."""
    [csrf] = [
        cookie["value"] for cookie in context.cookies() if cookie["name"] == "csrf_access_token"
    ]
    answer = context.request.post(
        f"{server.base_url}/api/v1/negotiations", data=CAR, headers={"X-CSRF-TOKEN": csrf}
    )
    if not answer.ok:
        raise ServerError(f"no negotiation: {answer.status}")
    negotiation_id = str(answer.json()["negotiation"]["id"])
    write_talk(server.database_url, negotiation_id, questions)
    reply_id = str(begin_reply(server.database_url, negotiation_id))
    return Talk(negotiation_id, reply_id, 2 * questions + 2)


def begin_reply(database_url: str, negotiation_id: str) -> UUID:
    """Write an advice as it is before its first word; its reply exists for the page alone."""
    reply_id = uuid.uuid4()
    database = Database(database_url)
    try:
        with database.write() as session:
            transaction = Transaction(session, system_clock(), system_clock)
            ledger = Ledger.open(transaction, UUID(negotiation_id))
            begun = Draft("agent", "advice", "", {**ADVICE}, "streaming", reply_id=reply_id)
            ledger.add_message(begun)
    finally:
        database.close()
    return reply_id
