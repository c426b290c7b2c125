"""The entry of every Celery process: ``celery -A worker.app worker|beat|flower``.

It knows the settings, the schedule and the queues, which is all that beat and Flower need. What
tasks work with is imported by workers alone, and only by those that consume the tasks' queues: the
parts in ``wiring``, the models in ``language_models``.
"""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Any

from celery import bootsteps, signals

from backend.logs import configure_logging
from backend.queueing import QUEUES, create_celery
from backend.settings import from_environment

settings = from_environment()
if settings.tracing:
    from backend.telemetry.exporting import start_tracing

    start_tracing("autodealgenie-worker")
app = create_celery(settings)


@signals.setup_logging.connect
def _configure_logging(**_: Any) -> None:
    configure_logging(settings.log_level)


class ImportTasks(bootsteps.Step):  # type: ignore[misc]  # Celery has no types
    """Imports the tasks of the queues that a worker consumes, before its pool is made.

    A step and no signal: a worker whose tasks cannot be imported must end, not discard them.
    """

    def __init__(self, parent: Any, **options: Any) -> None:
        super().__init__(parent, **options)
        gc.disable()
        for queue in QUEUES:
            if queue in parent.app.amqp.queues.consume_from:
                import_module(f"worker.tasks.{queue}")
        gc.freeze()  # it stays as long as the process: to look through it takes 0.2 s each time
        gc.enable()


app.steps["worker"].add(ImportTasks)
