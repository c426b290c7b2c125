"""Connections to the broker that outlive its outages: what Celery and kombu leave to be wished."""

from __future__ import annotations

from typing import Any

from celery.app.amqp import AMQP
from kombu.connection import Connection


class LastingConnection(Connection):
    """A connection to the broker that comes back soon after an outage, and survives it."""

    def ensure_connection(self, *arguments: Any, **options: Any) -> Any:
        """Knock every second. Kombu's own waits two seconds more each time, up to thirty."""
        knocking = {"interval_start": 0.25, "interval_step": 0.25, "interval_max": 1.0}
        return super().ensure_connection(*arguments, **{**knocking, **options})  # type: ignore[no-untyped-call]  # kombu has no types

    def _do_close_transport(self) -> None:
        """Let go of the transport, but let it keep its address.

        Without it the remains of a lost connection fail in ways that Celery does not expect, when
        tasks that outlived the connection are acknowledged: the worker would die of that, with all
        the replies that it is writing. With it they are acknowledged once Redis is back.
        """
        self._transport = None


class LastingAmqp(AMQP):  # type: ignore[misc]  # Celery has no types
    """Has Celery make such connections."""

    Connection = LastingConnection
