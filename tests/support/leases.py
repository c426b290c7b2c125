"""Leases that end because a test says so: nobody waits for them, and no slow machine ends one."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import update

from backend.storage.engine import Database
from backend.storage.models import Reply


def end_lease(database: Database, reply_id: str) -> None:
    """Have the lease of a running reply end now, as when its worker has long been dead."""
    with database.write() as session:
        session.execute(
            update(Reply)
            .where(Reply.id == UUID(reply_id), Reply.status == "running")
            .values(lease_expires_at=datetime.now(UTC))
        )
