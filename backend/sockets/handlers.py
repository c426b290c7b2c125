"""The handlers of Socket.IO: connecting, watching negotiations, staying connected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import marshmallow as ma
import structlog
from flask import request
from flask_socketio import ConnectionRefusedError as ConnectionRefused
from flask_socketio import SocketIO, join_room, leave_room
from opentelemetry.trace import SpanKind
from sqlalchemy.exc import SQLAlchemyError

from backend.actions import queries
from backend.actions.accounts import lasting_logins
from backend.actions.services import Services
from backend.answers import ANSWERS
from backend.clock import Clock
from backend.contract.events import AuthenticateIn, SubscribeIn, SyncIn, UnsubscribeIn
from backend.domain.errors import DomainError, NotAuthenticated, NotYours
from backend.login_tokens import identify_token
from backend.realtime.publishing import Sparing
from backend.realtime.rooms import negotiation_room, user_room
from backend.sockets.connection_limits import ConnectionLimits
from backend.sockets.registry import LiveSocket, SocketRegistry
from backend.storage.failures import is_storage_failure
from backend.telemetry.tracing import mark_failed, span

Ack = dict[str, Any]
Call = Callable[[LiveSocket, dict[str, Any]], Ack]

_OUR_FAULT = 4500
"""From here on a code says that something is wrong on our side."""

_log = structlog.get_logger(__name__)


def register_handlers(
    socketio: SocketIO, services: Services, sockets: SocketRegistry, limits: ConnectionLimits
) -> None:
    """Answer what clients send."""
    calls = _Calls(services, sockets)
    for name, schema, call in (
        ("subscribe", SubscribeIn(), calls.subscribe),
        ("unsubscribe", UnsubscribeIn(), calls.unsubscribe),
        ("authenticate", AuthenticateIn(), calls.authenticate),
        ("sync", SyncIn(), calls.sync),
    ):
        socketio.on_event(name, _traced(name, _answering(services.clock, sockets, schema, call)))

    @socketio.on("connect")
    def connect(auth: object = None) -> None:
        if sockets.get(_sid()) is not None:
            return  # an event that the client gave this name
        with span("socket connect", kind=SpanKind.SERVER, code_of=_socket_code):
            admit(auth)

    def admit(auth: object) -> None:
        try:
            limits.check_address(_address(services.settings.trusted_proxies))
            identity = identify_token(services, _token(auth))
            limits.check_user(identity.user_id, sockets.count_of(identity.user_id))
        except DomainError as error:
            raise _refused(error.code, error.detail) from error
        except SQLAlchemyError as error:
            if not is_storage_failure(error):
                raise
            raise _refused("storage_unavailable", "The database cannot be reached.") from error
        sockets.add(LiveSocket(_sid(), identity.user_id, identity.login_id))
        join_room(user_room(identity.user_id))

    @socketio.on("disconnect")
    def disconnect(*_reason: object) -> None:
        if socketio.server.manager.is_connected(_sid(), "/"):
            return  # an event that the client gave this name
        with span("socket disconnect", kind=SpanKind.SERVER):
            sockets.remove(_sid())


def close_ended_sockets(socketio: SocketIO, services: Services, sockets: SocketRegistry) -> None:
    """Close the sockets whose login was ended or has run out, telling them why."""
    sids = sockets.by_login()
    for login_id in sids.keys() - lasting_logins(services, list(sids)):
        for sid in sids[login_id]:
            socketio.server.emit("auth_expired", {}, to=sid, ignore_queue=True)
            socketio.server.disconnect(sid, ignore_queue=True)


def sparing(sockets: SocketRegistry) -> Sparing:
    """Sockets that watch a negotiation see its events: they need not be told of its activity."""

    def spare(event: str, data: Any) -> list[str]:
        if event != "negotiation_activity":
            return []
        return sockets.watchers_of(UUID(data["negotiation_id"]))

    return spare


class _Calls:
    """What a client may ask of its socket."""

    def __init__(self, services: Services, sockets: SocketRegistry) -> None:
        self._services = services
        self._sockets = sockets

    def subscribe(self, socket: LiveSocket, payload: dict[str, Any]) -> Ack:
        """Watch a negotiation: first join, then read, so that nothing falls between."""
        negotiation_id = payload["negotiation_id"]
        queries.read_last_seq(self._services, socket.user_id, negotiation_id)
        self._sockets.watch(socket, negotiation_id)
        join_room(negotiation_room(negotiation_id))
        found = queries.read_subscription(
            self._services, socket.user_id, negotiation_id, payload["after_seq"]
        )
        return {
            "status": "ok",
            "negotiation": found.negotiation,
            "events": found.page.events,
            "last_seq": found.page.last_seq,
            "has_more": found.page.has_more,
            "reply": found.reply,
        }

    def unsubscribe(self, socket: LiveSocket, payload: dict[str, Any]) -> Ack:
        """Watch it no longer."""
        self._sockets.unwatch(socket, payload["negotiation_id"])
        leave_room(negotiation_room(payload["negotiation_id"]))
        return {"status": "ok"}

    def authenticate(self, socket: LiveSocket, payload: dict[str, Any]) -> Ack:
        """Go on with a fresh login of the same user."""
        identity = identify_token(self._services, payload["token"])
        if identity.user_id != socket.user_id:
            raise NotYours("This token is another user's.")
        socket.login_id = identity.login_id
        return {"status": "ok"}

    def sync(self, socket: LiveSocket, payload: dict[str, Any]) -> Ack:
        """Tell the newest seq; a client that is behind pulls."""
        last_seq = queries.read_last_seq(self._services, socket.user_id, payload["negotiation_id"])
        return {"last_seq": last_seq}


def _answering(
    clock: Clock, sockets: SocketRegistry, schema: ma.Schema, call: Call
) -> Callable[..., Ack]:
    """A handler that validates, counts, calls, and turns every error into an ack."""

    def handle(*arguments: object) -> Ack:
        socket = sockets.get(_sid())
        try:
            if socket is None:
                raise NotAuthenticated  # noqa: TRY301  answered like every other refusal
            socket.count_call(clock.monotonic())
            payload = schema.load(arguments[0] if len(arguments) == 1 else None)  # type: ignore[arg-type]
            return call(socket, payload)
        except ma.ValidationError:
            return _refusal("invalid", "The payload is malformed.")
        except DomainError as error:
            return _refusal(error.code, error.detail)
        except Exception as error:  # noqa: BLE001  the last line of defence: noted, then answered
            if is_storage_failure(error):
                return _refusal("storage_unavailable", "The database cannot be reached.")
            _log.exception("socket_call_failed")
            return _refusal("internal_error", "Something went wrong on our side.")

    return handle


def _traced(name: str, handle: Callable[..., Ack]) -> Callable[..., Ack]:
    """The handler in a span of its own, which tells how it was answered, and nothing of what."""

    def traced(*arguments: object) -> Ack:
        with span(f"socket {name}", kind=SpanKind.SERVER) as current:
            ack = handle(*arguments)
            code = ack.get("code")
            if code is not None:
                current.set_attribute("socket.code", code)
                if code >= _OUR_FAULT:
                    mark_failed(current, str(code))
            return ack

    return traced


def _socket_code(error: Exception) -> str | None:
    """A refusal is no failure of ours."""
    return None if isinstance(error, ConnectionRefused) else type(error).__name__


def _token(auth: object) -> object:
    """The token that a client shows: in its ``auth``, or as a browser's cookie."""
    token = auth.get("token") if isinstance(auth, dict) else None
    return request.cookies.get("access_token") if token is None else token


def _address(trusted_proxies: int) -> str:
    """Where a client connects from; Socket.IO's requests do not pass through ProxyFix."""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    if trusted_proxies and len(hops) >= trusted_proxies:
        return hops[-trusted_proxies]
    return request.remote_addr or "unknown"


def _refused(code: str, detail: str) -> ConnectionRefused:
    return ConnectionRefused(detail, {"code": ANSWERS[code].socket_code})


def _refusal(code: str, detail: str) -> Ack:
    return {"status": "error", "code": ANSWERS[code].socket_code, "detail": detail}


def _sid() -> str:
    sid: str = request.sid  # type: ignore[attr-defined]  # set by Flask-SocketIO
    return sid
