"""A gateway that serves real sockets from threads of the test's own process, and its clients."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask_socketio import SocketIO
from werkzeug.serving import make_server

from backend.actions.reply.replying import Replier
from backend.app import Runtime, create_app
from backend.realtime.loopback import Loopback
from backend.sockets.connection_limits import ConnectionLimits
from backend.sockets.registry import SocketRegistry
from tests.faults.wire import Wire
from tests.integration.api.calling import Buyer, Gateway
from tests.integration.parts import PLAYBOOK, settings
from tests.support.clock import SettableClock
from tests.support.waiting import wait_for

Json = dict[str, Any]


@dataclass(frozen=True)
class LiveGateway(Gateway):
    """A gateway that listens; what it does by the clock, a test has it do."""

    base_url: str = ""

    @property
    def sockets(self) -> SocketRegistry:
        sockets: SocketRegistry = self.app.extensions["sockets"]
        return sockets

    @property
    def socketio(self) -> SocketIO:
        socketio: SocketIO = self.app.extensions["socketio"]
        return socketio

    @property
    def connection_limits(self) -> ConnectionLimits:
        connection_limits: ConnectionLimits = self.app.extensions["connection_limits"]
        return connection_limits

    @contextmanager
    def tab(self, buyer: Buyer) -> Iterator[Tab]:
        """A tab of a buyer, connected."""
        tab = Tab(self, buyer)
        try:
            yield tab
        finally:
            tab.leave()

    def work(self, *posted: Json) -> None:
        """Have the replies of these posts written."""
        for each in posted:
            assert self.replier.generate(UUID(each["reply"]["id"]))


class Tab:
    """A connected client; it notes what it is told."""

    def __init__(self, gateway: LiveGateway, buyer: Buyer) -> None:
        self.heard: list[tuple[str, Any]] = []
        self._gateway = gateway
        before = set(self._sids())
        self.wire = Wire(gateway.base_url, buyer.token, self._hear)
        [self.sid] = set(self._sids()) - before

    def _sids(self) -> list[str]:
        return [sid for sids in self._gateway.sockets.by_login().values() for sid in sids]

    def _hear(self, name: str, data: Any) -> None:
        self.heard.append((name, data))

    def subscribe(self, negotiation_id: str, after_seq: int | None = 0) -> Json:
        payload = {"negotiation_id": negotiation_id, "after_seq": after_seq}
        ack: Json = self.wire.call("subscribe", payload)
        return ack

    def about(self, negotiation_id: str, *names: str) -> list[Any]:
        """What it was told of a negotiation by events of these names, by default by any."""
        return [
            data
            for name, data in list(self.heard)
            if (data or {}).get("negotiation_id") == negotiation_id and (not names or name in names)
        ]

    def wait(self, condition: Callable[[Tab], object], what: str) -> None:
        wait_for(lambda: bool(condition(self)), what=what)

    def catch_up(self, buyer: Buyer) -> None:
        """Wait for news of another negotiation: what was sent before it has arrived."""
        negotiation_id = buyer.opened()["negotiation"]["id"]
        self.wait(lambda tab: tab.about(negotiation_id, "negotiation_activity"), "later news")

    def leave(self) -> None:
        """Close, and wait until the gateway has noticed."""
        self.wire.close()
        wait_for(lambda: self._gateway.sockets.get(self.sid) is None, what="it is forgotten")


def _wait_until_it_hears(loopback: Loopback) -> None:
    """Wait until what is sent through Redis arrives; how many listen there would not tell who."""

    def hears() -> bool:
        loopback.probe()
        return loopback.is_closed()

    wait_for(hears, what="it listens to Redis")


@contextmanager
def live_gateway(database_url: str, redis_url: str, **changes: Any) -> Iterator[LiveGateway]:
    """A gateway on a port of its own. ``changes`` are of the settings."""
    clock = SettableClock(datetime.now(UTC))
    app = create_app(settings(database_url, redis_url, **changes), Runtime(clock=clock))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    server.daemon_threads = True  # type: ignore[attr-defined]  # of the threaded one alone
    services, socketio = app.extensions["services"], app.extensions["socketio"]
    socketio.server.manager_initialized = True
    socketio.server.manager.initialize()
    _wait_until_it_hears(app.extensions["loopback"])
    thread = threading.Thread(target=server.serve_forever, name="gateway")
    thread.start()
    try:
        yield LiveGateway(
            app, clock, Replier(services, PLAYBOOK), f"http://127.0.0.1:{server.server_port}"
        )
    finally:
        for connection in list(socketio.server.eio.sockets.values()):
            connection.close(wait=False, abort=True)
        server.shutdown()
        thread.join()
        server.server_close()
        services.database.close()
