"""``/healthz`` and ``/readyz``: whether the gateway is alive, and whether it can serve."""

from __future__ import annotations

from flask import Flask, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from backend.actions.services import Services
from backend.api.callers import public
from backend.realtime.loopback import Loopback


def register_health(app: Flask, services: Services, loopback: Loopback) -> None:
    """Serve both."""

    @app.get("/healthz")
    @public
    def healthz() -> Response:
        return jsonify(status="ok")

    @app.get("/readyz")
    @public
    def readyz() -> Response:
        checks = {
            "database": _database_answers(services),
            "redis": services.running_texts.ping(),
            "events": loopback.is_closed(),
        }
        if not checks["events"]:
            loopback.probe()  # whoever asks again need not wait for the next one
        is_ready = all(checks.values())
        response = jsonify(
            status="ready" if is_ready else "not_ready",
            checks={name: "ok" if passed else "failed" for name, passed in checks.items()},
        )
        response.status_code = 200 if is_ready else 503
        return response


def _database_answers(services: Services) -> bool:
    try:
        services.database.check()
    except SQLAlchemyError:
        return False
    return True
