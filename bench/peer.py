"""The peer: the least that could do the same on the same parts.

Flask-SocketIO on eventlet takes a post, emits it to the room through the same Redis, and sends a
Celery task whose one emit stands for the first words of a reply. No database, no login, no
validation, no history. What the product takes longer is the price of its promises.

Run as ``python -c "import eventlet; eventlet.monkey_patch(); from bench.peer import main; main()"``
with REDIS_URL and PORT; the worker is ``celery -A bench.peer:celery worker -Q peer``.
"""

from __future__ import annotations

import os
import uuid
from pathlib import Path
from typing import Any

import socketio
from celery import Celery
from flask import Flask, Response, jsonify, request
from flask_socketio import SocketIO, join_room

CHANNEL = "bench-peer"
TASK = "peer.reply"
PAGE = (Path(__file__).parent / "page" / "peer.html").read_text()

REDIS_URL = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/1")

celery = Celery("bench-peer", broker=REDIS_URL)
celery.conf.update(task_default_queue="peer", task_ignore_result=True)


class _Words:
    """What the worker emits by; connected when the first task needs it."""

    port: Any = None


@celery.task(name=TASK)  # type: ignore[untyped-decorator]  # Celery has no types
def reply(room: str, reply_id: str) -> None:
    """Say the first words."""
    if _Words.port is None:
        _Words.port = socketio.RedisManager(REDIS_URL, channel=CHANNEL, write_only=True)
    _Words.port.emit(
        "message_delta", {"reply_id": reply_id, "offset": 0, "text": "Well"}, room=room
    )


def create_peer() -> tuple[Flask, SocketIO]:
    """The peer's application and its sockets."""
    app = Flask(__name__)
    sockets = SocketIO(
        app,
        async_mode="eventlet",
        message_queue=REDIS_URL,
        channel=CHANNEL,
        transports=["websocket"],
    )

    @app.get("/readyz")
    def ready() -> str:
        return "ready"

    @app.get("/page/<room>")
    def page(room: str) -> str:  # noqa: ARG001 - the page reads it from its own address
        return PAGE

    @app.post("/api/v1/negotiations/<room>/chat")
    def post(room: str) -> tuple[Response, int]:
        content = request.get_json()["content"]
        message = {"id": str(uuid.uuid4()), "kind": "chat", "content": content}
        sockets.emit("new_message", {"negotiation_id": room, "message": message}, to=room)
        reply_id = str(uuid.uuid4())
        celery.send_task(TASK, args=[room, reply_id])
        return jsonify(message=message, reply={"id": reply_id}), 202

    @sockets.on("subscribe")  # type: ignore[untyped-decorator]  # Flask-SocketIO has no types
    def subscribe(payload: dict[str, Any]) -> dict[str, str]:
        join_room(payload["negotiation_id"])
        return {"status": "ok"}

    return app, sockets


def main() -> None:
    """Serve on PORT."""
    app, sockets = create_peer()
    sockets.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_output=False)
