"""Queue ``batch``: re-negotiation of quiet negotiations. Nobody waits for it.

It works for a while each night at the most, so each task imports what it works with when it runs
for the first time: a batch worker that has had nothing to do holds neither the database's parts nor
a model's.
"""

from __future__ import annotations

from uuid import UUID

from backend.queueing import PLAN_RENEGOTIATION, RENEGOTIATE
from worker.app import app, settings


@app.task(name=PLAN_RENEGOTIATION)
def plan_renegotiation(idle_days: int | None = None, after: str | None = None) -> None:
    """Send the tasks of one page of quiet negotiations."""
    from backend.actions.planning import plan_page
    from worker.wiring import services

    days = settings.renegotiate_idle_days if idle_days is None else idle_days
    plan_page(services(), days, UUID(after) if after else None)


@app.task(name=RENEGOTIATE)
def renegotiate(negotiation_id: str, last_seq: int) -> None:
    """Write a fresh advice for one."""
    from backend.actions import renegotiating
    from worker.language_models import adviser
    from worker.wiring import services

    renegotiating.renegotiate(services(), adviser(), UUID(negotiation_id), last_seq)
