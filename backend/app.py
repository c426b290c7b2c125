"""Wires the gateway: Flask, the API, the sockets. Knows no eventlet and no model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import structlog
from flask import Flask
from flask_socketio import SocketIO
from werkzeug.middleware.proxy_fix import ProxyFix

from backend.actions.services import Offload, Services, call_here
from backend.api import auth, decisions, demo, information, negotiations, notifications
from backend.api.callers import register_callers
from backend.api.cli import register_commands
from backend.api.descriptions import (
    OPENAPI_CONFIG,
    describe_money,
    open_description,
    register_asyncapi,
)
from backend.api.health import register_health
from backend.api.metrics import register_metrics
from backend.api.pages import register_pages
from backend.api.problems import ProblemApi, register_error_handlers
from backend.api.request_spans import register_tracing
from backend.clock import Clock, system_clock
from backend.locales import LANGUAGES, locale_of
from backend.login_tokens import configure_tokens
from backend.queueing import TaskQueue, create_prompt_celery
from backend.realtime.emitter import Emitter, EventPort, redis_port
from backend.realtime.loopback import PROBE_SECONDS, Loopback
from backend.realtime.publishing import GatewayManager
from backend.realtime.running_text import RunningTexts
from backend.redis_link import RedisBreaker
from backend.settings import Settings
from backend.sockets.backpressure import bound_send_queues, drop_laggards
from backend.sockets.connection_limits import ConnectionLimits
from backend.sockets.departure import say_goodbye
from backend.sockets.handlers import close_ended_sockets, register_handlers, sparing
from backend.sockets.reconciler import LOOK_SECONDS, Reconciler
from backend.sockets.registry import SocketRegistry
from backend.storage.engine import Database
from backend.telemetry.measures import Measures
from backend.throttling import Throttle

MAX_BODY = 64 * 1024
MAX_PACKET = 64 * 1024
LOGIN_CHECK_SECONDS = 2.0
LAGGARD_CHECK_SECONDS = 0.5

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Runtime:
    """What the entry point knows of how this process runs concurrently.

    ``async_mode`` is Socket.IO's: ``eventlet``, ``gevent`` or ``threading``.
    ``offload`` calls blocking functions where they stop nobody else. ``is_waited_for``: people
    wait for this process, so what it writes goes before what workers write.
    """

    async_mode: str = "threading"
    is_waited_for: bool = False
    offload: Offload = call_here
    clock: Clock = system_clock


def create_app(settings: Settings, runtime: Runtime | None = None) -> Flask:
    """The gateway's application; its Socket.IO server is ``app.extensions["socketio"]``."""
    runtime = runtime or Runtime()
    app = Flask(__name__, static_folder=None)
    app.config.update(OPENAPI_CONFIG, MAX_CONTENT_LENGTH=MAX_BODY, SECRET_KEY=settings.secret_key)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # how Flask takes middleware
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    for language in LANGUAGES:
        locale_of(language)  # its catalogue is read here, and not while somebody waits
    clock = runtime.clock
    breaker = RedisBreaker(clock)
    loopback = Loopback(redis_port(settings.redis_url, breaker), clock)
    sockets = SocketRegistry()
    manager = GatewayManager(settings.redis_url, breaker)
    socketio = _create_socketio(app, settings, runtime, manager)
    services = _create_services(settings, runtime, cast(EventPort, socketio.server), breaker)
    reconciler = Reconciler(services, sockets)
    connection_limits = ConnectionLimits(settings.max_user_sockets, clock)
    manager.spare = sparing(sockets)
    manager.observers += (loopback.notice, reconciler.notice)

    app.extensions["services"] = services
    app.extensions["loopback"] = loopback
    app.extensions["sockets"] = sockets
    app.extensions["reconciler"] = reconciler
    app.extensions["connection_limits"] = connection_limits
    app.extensions["auth_throttle"] = Throttle(
        "auth", settings.rate_limit_auth, settings.redis_url, breaker
    )
    app.extensions["write_throttle"] = Throttle(
        "writes", settings.rate_limit_writes, settings.redis_url, breaker
    )
    register_tracing(app, trusts_callers=settings.trusted_proxies > 0)
    configure_tokens(app, settings)
    register_callers(app)
    register_error_handlers(app)
    register_metrics(app, services, sockets)
    register_health(app, services, loopback)
    _register_api(app, settings)
    register_asyncapi(app)
    register_pages(app)
    register_commands(app, services)
    register_handlers(socketio, services, sockets, connection_limits)
    return app


def start_background(app: Flask) -> None:
    """Start what a serving gateway does beside serving: probe its events, close ended sockets."""
    socketio: SocketIO = app.extensions["socketio"]
    loopback: Loopback = app.extensions["loopback"]

    services, sockets = app.extensions["services"], app.extensions["sockets"]
    reconciler: Reconciler = app.extensions["reconciler"]
    connection_limits: ConnectionLimits = app.extensions["connection_limits"]
    chores: tuple[tuple[float, Callable[[], object]], ...] = (
        (PROBE_SECONDS, loopback.probe),
        (LOGIN_CHECK_SECONDS, lambda: close_ended_sockets(socketio, services, sockets)),
        (LAGGARD_CHECK_SECONDS, lambda: drop_laggards(socketio)),
        (LOOK_SECONDS, lambda: reconciler.look(socketio.server)),
        (LOGIN_CHECK_SECONDS, lambda: connection_limits.drop_silent(socketio)),
    )
    # python-socketio starts to listen with the first client; the probe must not wait for one.
    socketio.server.manager_initialized = True
    socketio.server.manager.initialize()
    for seconds, chore in chores:
        socketio.start_background_task(_repeat, socketio, seconds, chore)


def _repeat(socketio: SocketIO, seconds: float, chore: Callable[[], object]) -> None:
    """Do a chore for ever, with pauses; what fails now is tried again after the next."""
    while True:
        try:
            chore()
        except Exception as error:  # noqa: BLE001  no failure may end a chore for good
            _log.warning("chore_failed", error=type(error).__name__)
        socketio.sleep(seconds)


def end_serving(app: Flask) -> None:
    """Say that this gateway is not ready any more, and send its clients elsewhere."""
    app.extensions["loopback"].stop()
    closed = say_goodbye(app.extensions["socketio"])
    _log.info("gateway_ends", sockets=closed)


def _create_socketio(
    app: Flask, settings: Settings, runtime: Runtime, manager: GatewayManager
) -> SocketIO:
    socketio = SocketIO(
        app,
        async_mode=runtime.async_mode,
        client_manager=manager,
        transports=["websocket"],
        cors_allowed_origins=_allowed_origins(settings),
        max_http_buffer_size=MAX_PACKET,
        ping_interval=20,
        ping_timeout=20,
        manage_session=False,
        logger=False,
        engineio_logger=False,
    )
    bound_send_queues(socketio)
    return socketio


def _allowed_origins(settings: Settings) -> list[str]:
    """The page's own address, under each name of this machine that it may be opened by."""
    local = [f"http://{name}:{settings.port}" for name in ("127.0.0.1", "localhost", "[::1]")]
    return list(dict.fromkeys([settings.public_url.rstrip("/"), *local]))


def _create_services(
    settings: Settings, runtime: Runtime, port: EventPort, breaker: RedisBreaker
) -> Services:
    return Services(
        settings=settings,
        database=Database(
            settings.database_url,
            runtime.offload,
            goes_first=runtime.is_waited_for,
            clock=runtime.clock,
        ),
        clock=runtime.clock,
        emitter=Emitter(port),
        queue=TaskQueue(create_prompt_celery(settings), breaker),
        running_texts=RunningTexts(settings.redis_url, breaker),
        measures=Measures(settings.redis_url, breaker),
        offload=runtime.offload,
    )


def _register_api(app: Flask, settings: Settings) -> None:
    api = ProblemApi(app)
    describe_money(api.ma_plugin)
    for blueprint in (
        auth.blueprint,
        negotiations.blueprint,
        decisions.blueprint,
        information.blueprint,
        notifications.blueprint,
    ):
        api.register_blueprint(blueprint)
    if settings.demo:
        api.register_blueprint(demo.blueprint)
    open_description(app)
