"""Planning batch re-negotiation: which negotiations have been quiet, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.actions.services import Services
from backend.queueing import PLAN_RENEGOTIATION, RENEGOTIATE
from backend.storage import negotiations

PAGE = 200


@dataclass(frozen=True)
class Quiet:
    """A negotiation that has been quiet, as it was when it was planned."""

    negotiation_id: UUID
    last_seq: int


def count_quiet(services: Services, idle_days: int) -> int:
    """How many negotiations a plan would renegotiate."""
    with services.database.read() as session:
        return negotiations.count_quiet_negotiations(session, _quiet_before(services, idle_days))


def quiet_negotiations(services: Services, idle_days: int) -> Iterator[Quiet]:
    """All that have been quiet for ``idle_days``, by id, read in pages."""
    after: UUID | None = None
    while page := _page(services, idle_days, after):
        yield from page
        after = page[-1].negotiation_id


def plan_page(services: Services, idle_days: int, after: UUID | None) -> int:
    """Send one task for each negotiation of a page, and one for the next page; returns how many."""
    page = _page(services, idle_days, after)
    for quiet in page:
        send(services, quiet)
    if len(page) == PAGE:
        services.queue.send(PLAN_RENEGOTIATION, idle_days, str(page[-1].negotiation_id))
    return len(page)


def send(services: Services, quiet: Quiet) -> bool:
    """Send the task that renegotiates one; False when the broker did not take it."""
    return services.queue.send(RENEGOTIATE, str(quiet.negotiation_id), quiet.last_seq)


def _page(services: Services, idle_days: int, after: UUID | None) -> list[Quiet]:
    with services.database.read() as session:
        rows = negotiations.quiet_negotiations(
            session, _quiet_before(services, idle_days), after, PAGE
        )
        return [Quiet(row.id, row.last_seq) for row in rows]


def _quiet_before(services: Services, idle_days: int) -> datetime:
    return services.clock() - timedelta(days=idle_days)
