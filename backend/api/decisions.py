"""What the buyer decides: accept, walk away, and stop or retry a reply."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Response, jsonify

from backend.actions import closing
from backend.actions.reply import control
from backend.api.bodies import JsonBlueprint
from backend.api.callers import author, services
from backend.api.schemas import AcceptIn, Nothing
from backend.contract.objects import NegotiationAnswer, ReplyAnswer

blueprint = JsonBlueprint(
    "decisions",
    __name__,
    url_prefix="/api/v1/negotiations/<uuid:negotiation_id>",
    description="Decisions of the buyer",
)


@blueprint.post("/accept")
@blueprint.arguments(AcceptIn, required=False)
@blueprint.response(200, NegotiationAnswer)
def accept(body: dict[str, Any], negotiation_id: UUID) -> Response:
    """Agree with the dealer; ends the negotiation."""
    negotiation = closing.accept(
        services(), author(), negotiation_id, amount=body["amount"], confirmed=body["confirm"]
    )
    return jsonify(negotiation=negotiation)


@blueprint.post("/walk-away")
@blueprint.arguments(Nothing, required=False)
@blueprint.response(200, NegotiationAnswer)
def walk_away(_body: dict[str, Any], negotiation_id: UUID) -> Response:
    """End the negotiation without a deal."""
    return jsonify(negotiation=closing.walk_away(services(), author(), negotiation_id))


@blueprint.post("/replies/<uuid:reply_id>/stop")
@blueprint.arguments(Nothing, required=False)
@blueprint.response(202, ReplyAnswer)
def stop_reply(_body: dict[str, Any], negotiation_id: UUID, reply_id: UUID) -> Response:
    """Stop a reply; the text so far stays."""
    reply = control.stop_reply(services(), author(), negotiation_id, reply_id)
    return _accepted(jsonify(reply=reply))


@blueprint.post("/replies/<uuid:reply_id>/retry")
@blueprint.arguments(Nothing, required=False)
@blueprint.response(202, ReplyAnswer)
def retry_reply(_body: dict[str, Any], negotiation_id: UUID, reply_id: UUID) -> Response:
    """Have a reply that came to rest written anew."""
    reply = control.retry_reply(services(), author(), negotiation_id, reply_id)
    return _accepted(jsonify(reply=reply))


def _accepted(response: Response) -> Response:
    response.status_code = 202
    return response
