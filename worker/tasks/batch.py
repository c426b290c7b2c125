"""Queue ``batch``: re-negotiation of quiet negotiations. Nobody waits for it."""

from __future__ import annotations

from uuid import UUID

from backend.actions.planning import plan_page
from backend.actions.renegotiating import renegotiate as renegotiate_one
from backend.queueing import PLAN_RENEGOTIATION, RENEGOTIATE
from worker.app import adviser, app, services, settings


@app.task(name=PLAN_RENEGOTIATION)
def plan_renegotiation(idle_days: int | None = None, after: str | None = None) -> None:
    """Send the tasks of one page of quiet negotiations."""
    days = settings.renegotiate_idle_days if idle_days is None else idle_days
    plan_page(services(), days, UUID(after) if after else None)


@app.task(name=RENEGOTIATE)
def renegotiate(negotiation_id: str, last_seq: int) -> None:
    """Write a fresh advice for one."""
    renegotiate_one(services(), adviser(), UUID(negotiation_id), last_seq)
