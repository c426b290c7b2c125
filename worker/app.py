"""The worker's entry: ``celery -A worker.app worker|beat|flower``."""

from __future__ import annotations

from functools import cache
from typing import Any

from celery import signals

from backend.actions.reply.replying import Replier
from backend.actions.services import Services
from backend.clock import system_clock
from backend.llm.adviser import Adviser, ModelTimeouts
from backend.llm.circuit import CircuitRules, Circuits
from backend.logs import configure_logging
from backend.push.sending import PushSender
from backend.queueing import TaskQueue, create_celery
from backend.realtime.emitter import Emitter, redis_port
from backend.realtime.running_text import RunningTexts
from backend.redis_link import Breaker
from backend.settings import from_environment
from backend.storage.engine import Database
from backend.telemetry.measures import Measures

FINISH_SECONDS = 3.0
"""How long replies may go on after SIGTERM; what is not finished then is handed back."""

settings = from_environment()
if settings.tracing:
    from backend.telemetry.exporting import start_tracing

    start_tracing("autodealgenie-worker")
app = create_celery(settings)
app.conf.imports = ("worker.tasks",)


@signals.setup_logging.connect
def _configure_logging(**_: Any) -> None:
    configure_logging(settings.log_level)


@signals.worker_shutting_down.connect
def _retire(**_: Any) -> None:
    if replier.cache_info().currsize:
        replier().retire(FINISH_SECONDS)


@cache
def redis_breaker() -> Breaker:
    """What all users of Redis in this process share."""
    return Breaker(system_clock)


@cache
def services() -> Services:
    """The process's parts, made when its first task needs them."""
    breaker = redis_breaker()
    return Services(
        settings=settings,
        database=Database(settings.database_url),
        clock=system_clock,
        emitter=Emitter(redis_port(settings.redis_url, breaker)),
        queue=TaskQueue(app, breaker),
        running_texts=RunningTexts(settings.redis_url, breaker),
        measures=Measures(settings.redis_url, breaker),
    )


@cache
def adviser() -> Adviser:
    """The models that word advice."""
    return Adviser(
        settings.adviser_model,
        ModelTimeouts(
            first_token=settings.model_first_token_seconds,
            between_tokens=settings.model_token_seconds,
            total=settings.model_total_seconds,
        ),
        Circuits(settings.redis_url, redis_breaker(), _circuit_rules()),
        asks_usage=settings.model_stream_usage,
    )


def _circuit_rules() -> CircuitRules:
    return CircuitRules(
        failures=settings.model_breaker_failures,
        window_seconds=settings.model_breaker_window_seconds,
        open_seconds=settings.model_breaker_open_seconds,
        probe_seconds=settings.model_chain_seconds,
    )


@cache
def push_sender() -> PushSender | None:
    """What hands messages to push services; None where there is no key to sign them with."""
    key = settings.vapid_key
    return None if key is None else PushSender(key, settings.vapid_subject, system_clock)


@cache
def replier() -> Replier:
    """Writes this process's replies."""
    return Replier(services(), adviser())
