"""Ending replies that nobody holds: stopped before they were claimed, or not to be claimed."""

from __future__ import annotations

import structlog

from backend.actions.advising import add_advice, advice_data, brief_for, occasion_of
from backend.actions.ledger import Ledger
from backend.actions.reply.ending import Ending, end_reply
from backend.contract.choices import EndStatus
from backend.domain import money
from backend.domain.pricing import Action
from backend.storage.columns import JsonObject
from backend.storage.models import Negotiation, Reply

_log = structlog.get_logger(__name__)


def end_unclaimed(
    ledger: Ledger, reply: Reply, status: EndStatus, failure: str | None = None
) -> None:
    """End a reply with the message it has, or with the one that every reply gets: without words."""
    if reply.advice_id is not None:
        end_reply(ledger, reply, Ending(status, failure=failure))
        return
    nobody = {"source": "playbook", "model": "playbook", "attempt": reply.attempt}
    add_advice(ledger, reply, {**_numbers(ledger, reply), **nobody}, status)
    reply.status, reply.failure = status, failure
    ledger.touch()
    ledger.send_next_reply()


def _numbers(ledger: Ledger, reply: Reply) -> JsonObject:
    session, negotiation = ledger.transaction.session, ledger.negotiation
    try:
        occasion = occasion_of(session, reply, reply.attempt)
        return advice_data(brief_for(session, negotiation, occasion))
    except Exception as error:  # noqa: BLE001  no error of ours may keep a reply from its end
        _log.error("numbers_not_computed", reply_id=str(reply.id), error=type(error).__name__)
        return _standing_numbers(negotiation)


def _standing_numbers(negotiation: Negotiation) -> JsonObject:
    """What is known without computing: the suggestion that stands, or the least of all caps."""
    caps = (
        negotiation.asking_cents,
        negotiation.walk_away_cents,
        negotiation.dealer_price_cents,
    )
    standing = negotiation.suggested_cents or min(cap for cap in caps if cap is not None)
    return {
        "suggested_price": money.to_json(standing),
        "action": Action.ANSWER.value,
        "discount_percent": None,
        "strategy": negotiation.strategy,
        "talking_points": [],
    }
