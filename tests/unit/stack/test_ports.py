"""Which ports are free."""

from __future__ import annotations

import socket

from stack.ports import FIRST, LAST, free_port, refusal


def test_a_listener_that_would_share_its_port_is_noticed() -> None:
    port = free_port()
    assert refusal(port) is None
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        assert refusal(port) == "Address already in use"
    assert refusal(port) is None


def test_free_ports_are_not_those_of_outgoing_connections() -> None:
    assert FIRST <= free_port() <= LAST < 32_768
