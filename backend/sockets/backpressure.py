"""Backpressure: what waits to be sent to a client is bounded; a client past the bound is dropped.

Engine.IO's send queues grow without end while a client does not read. Events are hints, so a slow
client loses nothing when it is cut off: it reconnects and pulls what it missed.
"""

from __future__ import annotations

import socket as sockets
from typing import Any

import structlog
from flask_socketio import SocketIO

MAX_QUEUED_PACKETS = 512
"""Packets that may wait for one client; about 500 KB of typical events."""

_log = structlog.get_logger(__name__)


def bound_send_queues(socketio: SocketIO) -> None:
    """Give every connection from now on a queue that takes no more than the bound."""
    engine = socketio.server.eio
    unbounded: type[Any] = engine._async["queue"]

    class BoundedQueue(unbounded):  # type: ignore[misc]  # its base is only known at run time
        """Refuses packets past the bound and remembers that it did."""

        overflowed = False

        def put(self, item: Any, *arguments: Any, **options: Any) -> None:
            # None is Engine.IO's mark of the end: it must always get through.
            if item is not None and self.qsize() >= MAX_QUEUED_PACKETS:
                self.overflowed = True
                return
            super().put(item, *arguments, **options)

    engine.create_queue = BoundedQueue


def drop_laggards(socketio: SocketIO) -> int:
    """Cut off the clients whose queue overflowed; returns how many."""
    engine = socketio.server.eio
    laggards = [
        (sid, connection)
        for sid, connection in list(engine.sockets.items())
        if connection.queue.overflowed and not connection.closed
    ]
    for sid, connection in laggards:
        environ = socketio.server.environ.get(sid, {})
        connection.close(wait=False, abort=True)
        _sever(environ)
        _log.warning("laggard_dropped", queued=MAX_QUEUED_PACKETS)
    return len(laggards)


def _sever(environ: dict[str, Any]) -> None:
    """End the TCP connection: its writer may be stuck in a send that nobody reads."""
    stream = environ.get("eventlet.input")
    if stream is None:
        return
    try:
        stream.get_socket().shutdown(sockets.SHUT_RDWR)
    except OSError:
        _log.debug("already_severed")
