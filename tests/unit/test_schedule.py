"""What runs by the clock, and when: as often as is promised, and never piled up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from celery.schedules import crontab, schedule

from backend import queueing
from backend.queueing import create_celery
from tests.integration.parts import settings

HOUR = 4
MIDNIGHT = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def entries() -> dict[str, Any]:
    """The schedule's entries by the names of their tasks."""
    conf = create_celery(settings("sqlite://", "redis://127.0.0.1:1", renegotiate_hour=HOUR)).conf
    assert conf.timezone == "UTC"
    return {entry["task"]: entry for entry in conf.beat_schedule.values()}


def times(entry: dict[str, Any]) -> list[datetime]:
    """When an entry is due in the two days after midnight."""
    when, due = entry["schedule"], []
    at = MIDNIGHT - timedelta(seconds=1)
    while at < MIDNIGHT + timedelta(days=2):
        when.nowfun = lambda now=at: now
        at += when.remaining_estimate(at)
        due.append(at)
    return due[:-1]


@pytest.mark.parametrize(
    ("task", "seconds"), [(queueing.SWEEP_REPLIES, 5), (queueing.DELIVER_NOTIFICATIONS, 3)]
)
def test_what_buyers_wait_for_is_looked_after_every_few_seconds(
    entries: dict[str, Any], task: str, seconds: int
) -> None:
    every = entries[task]["schedule"]
    assert (every.run_every.total_seconds() if isinstance(every, schedule) else every) == seconds
    assert entries[task]["options"] == {"queue": queueing.UPKEEP, "expires": 2 * seconds}


@pytest.mark.parametrize(
    ("task", "minute"), [(queueing.EXPIRE_NEGOTIATIONS, 17), (queueing.FORGET_ENDED_LOGINS, 43)]
)
def test_upkeep_comes_every_hour(entries: dict[str, Any], task: str, minute: int) -> None:
    assert entries[task]["schedule"] == crontab(minute=minute)
    assert times(entries[task]) == [
        MIDNIGHT + timedelta(hours=hour, minutes=minute) for hour in range(48)
    ]
    assert entries[task]["options"] == {"queue": queueing.UPKEEP, "expires": 3600}


def test_the_batch_is_planned_nightly_at_the_hour_that_is_set(entries: dict[str, Any]) -> None:
    nightly = entries[queueing.PLAN_RENEGOTIATION]
    assert times(nightly) == [MIDNIGHT + timedelta(days=day, hours=HOUR) for day in (0, 1)]
    assert nightly["options"] == {"queue": queueing.BATCH, "expires": 12 * 3600}


def test_nothing_else_is_scheduled(entries: dict[str, Any]) -> None:
    assert set(entries) == {
        *(queueing.SWEEP_REPLIES, queueing.DELIVER_NOTIFICATIONS, queueing.EXPIRE_NEGOTIATIONS),
        *(queueing.FORGET_ENDED_LOGINS, queueing.PLAN_RENEGOTIATION),
    }
