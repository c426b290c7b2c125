"""What the tasks of all queues work with, made when a process's first task needs it."""

from __future__ import annotations

from functools import cache

from backend.actions.services import Services
from backend.clock import system_clock
from backend.queueing import TaskQueue
from backend.realtime.emitter import Emitter, redis_port
from backend.realtime.running_text import RunningTexts
from backend.redis_link import RedisBreaker
from backend.storage.engine import Database
from backend.telemetry.measures import Measures
from worker.app import app, settings


@cache
def redis_breaker() -> RedisBreaker:
    """What all users of Redis in this process share."""
    return RedisBreaker(system_clock)


@cache
def services() -> Services:
    """The parts that actions share."""
    breaker = redis_breaker()
    return Services(
        settings=settings,
        database=Database(settings.database_url, clock=system_clock),
        clock=system_clock,
        emitter=Emitter(redis_port(settings.redis_url, breaker)),
        queue=TaskQueue(app, breaker),
        running_texts=RunningTexts(settings.redis_url, breaker),
        measures=Measures(settings.redis_url, breaker),
    )
