"""Queue ``replies``: interactive work that a buyer waits for."""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID

from celery import signals

from backend.actions.reply.replying import Replier
from backend.queueing import GENERATE_REPLY
from worker.app import app
from worker.language_models import adviser
from worker.wiring import services

FINISH_SECONDS = 3.0
"""How long replies may go on after SIGTERM; what is not finished then is handed back."""


adviser()  # a worker whose models' libraries are broken must end, as for every other import


@cache
def replier() -> Replier:
    """Writes this process's replies."""
    return Replier(services(), adviser())


@signals.celeryd_after_setup.connect
def _get_ready(**_: Any) -> None:
    adviser().get_ready()
    replier()


@signals.worker_shutting_down.connect
def _retire(**_: Any) -> None:
    replier().retire(FINISH_SECONDS)


@app.task(name=GENERATE_REPLY)
def generate(reply_id: str) -> None:
    """Write one reply."""
    replier().generate(UUID(reply_id))
