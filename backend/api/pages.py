"""The web client: static files that Vite built, and the headers that guard a browser."""

from __future__ import annotations

from mimetypes import guess_type
from pathlib import Path

from flask import Flask, Response, request, send_from_directory
from werkzeug.routing import PathConverter
from werkzeug.security import safe_join

from backend.api.callers import public

WEB_FOLDER = Path(__file__).resolve().parents[2] / "web" / "dist"

_OWN_FILES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
)
CONTENT_SECURITY_POLICY = (
    f"{_OWN_FILES}img-src 'self'; require-trusted-types-for 'script'; trusted-types service-worker"
)
"""Nothing inline, nothing from elsewhere, and no text ever becomes markup or script."""
DOCS_SECURITY_POLICY = f"{_OWN_FILES}img-src 'self' data:"
"""The viewer of the API's description brings icons in its style sheet, and writes markup."""

ALWAYS_ASKED_FOR = {"service-worker.js", "manifest.webmanifest"}
"""Whoever keeps these unasked may never hear of a new version."""


class ScreenPath(PathConverter):
    """An address of the client's own. The API's are not: there an unknown one is 404, not 405."""

    regex = r"(?!api/|socket\.io|assets/)[^/].*?"


def register_pages(app: Flask) -> None:
    """Serve the client's files; any other address is one of its screens."""
    app.url_map.converters["screen"] = ScreenPath

    @app.get("/assets/<path:name>")
    @public
    def asset(name: str) -> Response:
        # Their names hold a hash of their content.
        response = _asset(name)
        response.cache_control.immutable = True
        return response

    @app.get("/docs")
    @public
    def docs() -> Response:
        response = _page("docs.html")
        response.headers["Content-Security-Policy"] = DOCS_SECURITY_POLICY
        return response

    @app.get("/", defaults={"path": ""})
    @app.get("/<screen:path>")
    @public
    def screen(path: str) -> Response:
        if path in ALWAYS_ASKED_FOR:
            return _page(path)
        if "." in path.rsplit("/", 1)[-1]:
            return send_from_directory(WEB_FOLDER, path, max_age=3600)
        return _page("index.html")

    @app.after_request
    def guard(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Frame-Options"] = "DENY"
        if request.path.startswith("/api/"):
            response.headers["Cache-Control"] = "no-store"
        return response


def _asset(name: str) -> Response:
    """A file of the build; gzipped, where the build has it so and the client takes it."""
    folder, kept_for = WEB_FOLDER / "assets", 31_536_000
    packed = safe_join(str(folder), f"{name}.gz")
    if packed is None or not Path(packed).is_file():
        return send_from_directory(folder, name, max_age=kept_for)
    if request.accept_encodings["gzip"]:
        kind, _ = guess_type(name)
        response = send_from_directory(folder, f"{name}.gz", mimetype=kind, max_age=kept_for)
        response.content_encoding = "gzip"
    else:
        response = send_from_directory(folder, name, max_age=kept_for)
    response.vary.add("Accept-Encoding")
    return response


def _page(name: str) -> Response:
    response = send_from_directory(WEB_FOLDER, name)
    response.headers["Cache-Control"] = "no-cache"
    return response
