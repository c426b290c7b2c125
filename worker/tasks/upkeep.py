"""Queue ``upkeep``: what keeps promises when something died, and what time ends."""

from __future__ import annotations

from functools import cache

from backend.actions import accounts, closing, notifying
from backend.actions.reply import sweeping
from backend.clock import system_clock
from backend.push.sending import PushSender
from backend.queueing import (
    DELIVER_NOTIFICATIONS,
    EXPIRE_NEGOTIATIONS,
    FORGET_ENDED_LOGINS,
    SWEEP_REPLIES,
)
from worker.app import app, settings
from worker.wiring import services


@cache
def push_sender() -> PushSender | None:
    """What hands messages to push services; None where there is no key to sign them with."""
    key = settings.vapid_key
    return None if key is None else PushSender(key, settings.vapid_subject, system_clock)


@app.task(name=SWEEP_REPLIES)
def sweep_replies() -> None:
    """Have stranded replies worked on."""
    sweeping.sweep_replies(services())


@app.task(name=DELIVER_NOTIFICATIONS)
def deliver_notifications() -> None:
    """Tell buyers who are not looking that an answer came."""
    notifying.deliver_notifications(services(), push_sender())


@app.task(name=EXPIRE_NEGOTIATIONS)
def expire_negotiations() -> None:
    """Close negotiations that nobody has touched for long."""
    closing.expire_negotiations(services())


@app.task(name=FORGET_ENDED_LOGINS)
def forget_ended_logins() -> None:
    """Delete logins that nobody can use any more."""
    accounts.forget_ended_logins(services())
