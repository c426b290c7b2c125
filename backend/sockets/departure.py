"""Departure: a gateway that ends tells its clients when to come back, and closes their sockets.

Each is given another moment, so that they do not all knock at the next gateway at once.
"""

from __future__ import annotations

import random

from flask_socketio import SocketIO

EARLIEST_MS, LATEST_MS = 200, 3000


def say_goodbye(socketio: SocketIO) -> int:
    """Close all sockets after a ``going_away`` each; returns how many."""
    server = socketio.server
    connections = list(server.eio.sockets.items())
    for eio_sid, connection in connections:
        sid = server.manager.sid_from_eio_sid(eio_sid, "/")
        if sid is not None:
            delay = random.randint(EARLIEST_MS, LATEST_MS)  # noqa: S311  spreads load, hides nothing
            server.emit("going_away", {"reconnect_in_ms": delay}, to=sid, ignore_queue=True)
        # Only the transport ends, after what is queued. To be told "disconnect" would mean to
        # clients that they are not wanted; from a lost connection they come back by themselves.
        connection.close(wait=False, abort=True)
    return len(connections)
