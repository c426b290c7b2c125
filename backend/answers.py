"""How each error code is answered: one table for HTTP statuses and socket codes."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus


@dataclass(frozen=True)
class Answer:
    """The HTTP status and the Socket.IO code (4xxx) of an error code, and its short title."""

    status: HTTPStatus
    socket_code: int
    title: str


ANSWERS: dict[str, Answer] = {
    "malformed": Answer(HTTPStatus.BAD_REQUEST, 4400, "Malformed request"),
    "not_authenticated": Answer(HTTPStatus.UNAUTHORIZED, 4001, "Not authenticated"),
    "csrf_failed": Answer(HTTPStatus.FORBIDDEN, 4003, "CSRF check failed"),
    "not_yours": Answer(HTTPStatus.FORBIDDEN, 4003, "Not yours"),
    "not_found": Answer(HTTPStatus.NOT_FOUND, 4004, "Not found"),
    "method_not_allowed": Answer(HTTPStatus.METHOD_NOT_ALLOWED, 4400, "Method not allowed"),
    "negotiation_closed": Answer(HTTPStatus.CONFLICT, 4409, "Negotiation closed"),
    "rounds_exhausted": Answer(HTTPStatus.CONFLICT, 4409, "Rounds exhausted"),
    "no_offer_to_accept": Answer(HTTPStatus.CONFLICT, 4409, "No offer to accept"),
    "above_walk_away": Answer(HTTPStatus.CONFLICT, 4409, "Above your walk-away price"),
    "reply_running": Answer(HTTPStatus.CONFLICT, 4409, "Reply is running"),
    "client_id_reused": Answer(HTTPStatus.CONFLICT, 4409, "client_id reused"),
    "email_taken": Answer(HTTPStatus.CONFLICT, 4409, "E-mail address taken"),
    "body_too_large": Answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, 4400, "Body too large"),
    "unsupported_media_type": Answer(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE, 4400, "Unsupported media type"
    ),
    "invalid": Answer(HTTPStatus.UNPROCESSABLE_ENTITY, 4400, "Invalid input"),
    "rate_limited": Answer(HTTPStatus.TOO_MANY_REQUESTS, 4429, "Too many requests"),
    "internal_error": Answer(HTTPStatus.INTERNAL_SERVER_ERROR, 4500, "Internal error"),
    "storage_unavailable": Answer(HTTPStatus.SERVICE_UNAVAILABLE, 4503, "Storage unavailable"),
}
