"""Queue ``replies``: interactive work that a buyer waits for."""

from __future__ import annotations

from uuid import UUID

from backend.queueing import GENERATE_REPLY
from worker.app import app, replier


@app.task(name=GENERATE_REPLY)
def generate(reply_id: str) -> None:
    """Write one reply."""
    replier().generate(UUID(reply_id))
