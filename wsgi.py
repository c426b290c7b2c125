"""The gateway's entry: ``python wsgi.py`` serves; ``flask`` finds its commands here.

``python wsgi.py --standby`` gets ready, and serves only when it reads a line from standard input.

Patching comes first and happens nowhere else: eventlet replaces what blocks before anything that
blocks is imported. Commands do one thing at a time: for them nothing is patched.
"""

import os
import warnings

# Names are looked up by the system, see below: eventlet's own resolver is 7 MB of a process.
os.environ["EVENTLET_NO_GREENDNS"] = "yes"
# That eventlet is in maintenance is known (ARCHITECTURE.md); operators need not read it each start.
warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")

import eventlet

SERVES = __name__ == "__main__"
if SERVES:
    eventlet.monkey_patch()

import gc
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import eventlet.hubs
import eventlet.tpool
import eventlet.wsgi

if SERVES:
    # A look-up waits in C: in a native thread others can go on.
    socket.getaddrinfo = partial(eventlet.tpool.execute, socket.getaddrinfo)

import structlog
from environs import EnvError

from backend.app import Runtime, create_app, end_serving, start_background
from backend.logs import configure_logging
from backend.settings import from_environment

BACKLOG = 4096
GOODBYE_SECONDS = 0.5
DRAIN_SECONDS = 12.0
GC_THRESHOLD = 50_000

try:
    settings = from_environment()
except EnvError as error:
    sys.exit(f"settings: {error}")

configure_logging(settings.log_level)
if settings.tracing:
    from backend.telemetry.exporting import start_tracing

    start_tracing("autodealgenie-gateway")
# argon2 and SQLite wait in C, where no greenlet can run: in a native thread others can.
green = Runtime(async_mode="eventlet", is_waited_for=True, offload=eventlet.tpool.execute)
app = create_app(settings, green if SERVES else Runtime())


def serve() -> None:
    """Listen and serve until SIGTERM or SIGINT."""
    try:
        listener = _listen(settings.host, settings.port)
    except OSError as error:
        sys.exit(f"cannot listen on {settings.host}:{settings.port}: {error.strerror}")
    start_background(app)
    # The objects made so far live as long as the process: no need to look through them again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(GC_THRESHOLD, 50, 50)
    server = eventlet.spawn(
        eventlet.wsgi.server,
        listener,
        _adapted(app),
        max_size=settings.max_connections,
        log_output=False,
        debug=False,
    )
    _wait_for_signal()
    end_serving(app)
    eventlet.sleep(GOODBYE_SECONDS)
    # Thrown into its accept: it takes no more connections, and waits for the requests it has.
    server.kill(KeyboardInterrupt)
    with eventlet.Timeout(DRAIN_SECONDS, exception=False):
        server.wait()


def _wait_for_signal() -> None:
    """Return at SIGTERM or SIGINT. The handler only wakes this greenlet: it may run anywhere."""
    asked = eventlet.Event()
    hub = eventlet.hubs.get_hub()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(
            number,
            lambda *_: hub.schedule_call_global(0, lambda: asked.ready() or asked.send(None)),
        )
    asked.wait()


def _listen(host: str, port: int) -> Any:
    """A listening socket. With REUSE_PORT=1 several gateways share the port."""
    if not settings.reuse_port:
        # eventlet sets SO_REUSEPORT, under which a second server starts silently: ask first.
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return eventlet.listen(
        (host, port), family=family, backlog=BACKLOG, reuse_port=settings.reuse_port
    )


def _adapted(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Set requests right between eventlet's server and what it serves.

    Without permessage-deflate, which costs each connection about 100 KB for small messages.
    Chunked bodies have no length: werkzeug reads them only when told that the input ends.
    """

    def adapt(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        if "HTTP_TRANSFER_ENCODING" in environ:
            environ["wsgi.input_terminated"] = True
        return application(environ, start_response)

    return adapt


def _wait_until_needed() -> None:
    """Block until a line comes; nothing else runs yet. The input's end ends the process."""
    structlog.get_logger(__name__).info("standing_by")
    if not os.read(sys.stdin.fileno(), 1):
        sys.exit(0)


if SERVES:
    if "--standby" in sys.argv[1:]:
        _wait_until_needed()
    serve()
