"""Which TCP ports are free.

Free ports are taken from below the range that systems hand out to outgoing connections (it starts
at 32768 on Linux). A port from inside that range can be taken, while its server is being
restarted, by any client in the middle of reconnecting, and even by one that connects to itself.
A port that was given out is not given out again while the process lives that asked for it, neither
to itself nor, on Linux, to any other.
"""

from __future__ import annotations

import random
import socket
import sys

FIRST, LAST = 20_000, 31_999

_reserved: dict[int, socket.socket] = {}


def refusal(port: int, host: str = "127.0.0.1") -> str | None:
    """Why a server cannot listen on `port` of `host`, or None when it can.

    Asked before a server starts, because some let a second one in silently (SO_REUSEPORT).
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error.strerror or str(error)
        return None


def free_port(host: str = "127.0.0.1") -> int:
    """A port on which nobody listens.

    Raises:
        OSError: none was found.
    """
    for port in random.sample(range(FIRST, LAST + 1), 200):
        if refusal(port, host) is None and _reserve(port):
            return port
    raise OSError(f"no free port between {FIRST} and {LAST} on {host}")


def _reserve(port: int) -> bool:
    """Whether nobody was given it before. Linux's abstract names are seen by all processes."""
    if port in _reserved:
        return False
    mark = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    if sys.platform == "linux":
        try:
            mark.bind(f"\0autodealgenie-port-{port}")
        except OSError:
            mark.close()
            return False
    _reserved[port] = mark
    return True
