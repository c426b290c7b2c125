"""Sends tasks to the workers, by name and id alone. Never imports the worker."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import structlog
from celery import Celery
from celery.schedules import crontab
from kombu.exceptions import OperationalError
from opentelemetry.trace import SpanKind

from backend.broker import LastingAmqp
from backend.redis_link import ANSWER_SECONDS, CONNECT_SECONDS, RedisBreaker
from backend.settings import Settings
from backend.telemetry.tracing import span

REPLIES, BATCH, UPKEEP = "replies", "batch", "upkeep"
QUEUES = (REPLIES, BATCH, UPKEEP)

GENERATE_REPLY = "replies.generate"
RENEGOTIATE = "batch.renegotiate"
PLAN_RENEGOTIATION = "batch.plan_renegotiation"
SWEEP_REPLIES = "upkeep.sweep_replies"
EXPIRE_NEGOTIATIONS = "upkeep.expire_negotiations"
DELIVER_NOTIFICATIONS = "upkeep.deliver_notifications"
FORGET_ENDED_LOGINS = "upkeep.forget_ended_logins"

_log = structlog.get_logger(__name__)


def queue_of(task: str) -> str:
    """The queue of a task: the part of its name before the dot."""
    return task.partition(".")[0]


def create_celery(settings: Settings) -> Celery:
    """The Celery application: only its configuration, no tasks."""
    celery = Celery("autodealgenie", amqp=LastingAmqp)
    celery.config_from_object("celeryconfig")
    celery.conf.broker_url = settings.redis_url
    nightly = celery.conf.beat_schedule["plan-renegotiation"]
    nightly["schedule"] = crontab(hour=settings.renegotiate_hour, minute=0)
    return celery


def create_prompt_celery(settings: Settings) -> Celery:
    """The same for a process that only sends, and whose callers must not wait for the broker."""
    celery = create_celery(settings)
    celery.conf.broker_transport_options = {
        **celery.conf.broker_transport_options,
        "socket_timeout": ANSWER_SECONDS,
        "socket_connect_timeout": CONNECT_SECONDS,
        "max_retries": 0,
    }
    return celery


class TaskQueue:
    """Sends tasks. Best effort: a sweeper finds what could not be sent."""

    def __init__(self, celery: Celery, breaker: RedisBreaker) -> None:
        self._celery = celery
        self._breaker = breaker

    def send(self, task: str, *arguments: str | int | None) -> bool:
        """Send one task; False when the broker did not take it."""
        if not self._breaker.allows():
            return False
        try:
            with span(f"send {task}", kind=SpanKind.PRODUCER):
                self._celery.send_task(task, args=arguments, queue=queue_of(task), retry=False)
        except (OperationalError, OSError) as error:
            self._breaker.failed()
            _log.warning("task_not_sent", task=task, error=type(error).__name__)
            return False
        self._breaker.succeeded()
        _log.info("task_sent", task=task, arguments=arguments)
        return True

    def send_replies(self, reply_ids: Sequence[UUID]) -> None:
        """Send a generation task for each reply."""
        for reply_id in reply_ids:
            self.send(GENERATE_REPLY, str(reply_id))
