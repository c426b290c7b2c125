"""``/negotiations``: opening, listing and reading them, and what is posted into them."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import Response, jsonify
from werkzeug.exceptions import UnprocessableEntity

from backend.actions import (
    dealer_reading,
    drafting,
    labelling,
    opening,
    posting,
    queries,
    seeing,
)
from backend.actions.requests import request_hash
from backend.api.bodies import JsonBlueprint
from backend.api.callers import author, caller, services
from backend.api.schemas import (
    ChatIn,
    DealerMessageIn,
    DraftIn,
    EventsQuery,
    LabelIn,
    ListQuery,
    NegotiationIn,
    OfferIn,
    SeenIn,
)
from backend.contract.events import EventsAnswer
from backend.contract.objects import (
    DraftOut,
    NegotiationAnswer,
    NegotiationsAnswer,
    OpenedAnswer,
    PostedAnswer,
    SeenOut,
    UnseenAnswer,
)
from backend.contract.readings import ReadingAnswer
from backend.domain.negotiation import Terms
from backend.domain.searching import Selection, search_words
from backend.domain.vehicle import Vehicle

blueprint = JsonBlueprint(
    "negotiations", __name__, url_prefix="/api/v1/negotiations", description="Negotiations"
)


@blueprint.post("")
@blueprint.arguments(NegotiationIn)
@blueprint.response(201, OpenedAnswer)
@blueprint.repeatable(OpenedAnswer)
def open_negotiation(body: dict[str, Any]) -> Response:
    """Open a negotiation; the opening advice follows as a reply."""
    terms = Terms(
        body["asking_price"], body["target_price"], body["walk_away_price"], body["max_rounds"]
    )
    new = opening.NewNegotiation(
        vehicle=Vehicle(**body["vehicle"]),
        terms=terms,
        strategy=body["strategy"],
        client_id=body["client_id"],
        request_hash=request_hash("negotiations", body),
        label=body["label"],
    )
    opened = opening.open_negotiation(services(), author(), new)
    response = jsonify(negotiation=opened.negotiation, reply=opened.reply)
    response.status_code = 200 if opened.repeated else 201
    return response


@blueprint.get("")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, NegotiationsAnswer)
def list_negotiations(query: dict[str, Any]) -> Response:
    """The caller's negotiations, newest first; with ``status`` or ``search`` only those."""
    before = _read_cursor(query["cursor"]) if query["cursor"] else None
    selection = Selection(query["status"], search_words(query["search"] or ""))
    items, following = queries.list_negotiations(
        services(), caller().user_id, selection, before, query["limit"]
    )
    return jsonify(items=items, next_cursor=_write_cursor(*following) if following else None)


@blueprint.get("/unseen")
@blueprint.response(200, UnseenAnswer)
def list_unseen() -> Response:
    """Which of the caller's negotiations hold news, the newest first; at most 500."""
    return jsonify(items=seeing.list_unseen(services(), caller().user_id))


@blueprint.get("/<uuid:negotiation_id>")
@blueprint.response(200, NegotiationAnswer)
def read_negotiation(negotiation_id: UUID) -> Response:
    """One negotiation as it is now."""
    return jsonify(
        negotiation=queries.read_negotiation(services(), caller().user_id, negotiation_id)
    )


@blueprint.patch("/<uuid:negotiation_id>")
@blueprint.arguments(LabelIn)
@blueprint.response(200, NegotiationAnswer)
def change_negotiation(body: dict[str, Any], negotiation_id: UUID) -> Response:
    """Label a negotiation, e.g. with the dealer's name; nobody but its owner sees the label."""
    return jsonify(
        negotiation=labelling.set_label(services(), author(), negotiation_id, body["label"])
    )


@blueprint.post("/<uuid:negotiation_id>/seen")
@blueprint.arguments(SeenIn)
@blueprint.response(200, SeenOut)
def mark_seen(body: dict[str, Any], negotiation_id: UUID) -> Response:
    """Note how far the buyer has looked, for all tabs and devices. It never goes back."""
    return jsonify(seeing.mark_seen(services(), author(), negotiation_id, body["seq"]))


@blueprint.get("/<uuid:negotiation_id>/events")
@blueprint.arguments(EventsQuery, location="query")
@blueprint.response(200, EventsAnswer)
def read_events(query: dict[str, Any], negotiation_id: UUID) -> Response:
    """The history: ascending after a seq, or the part before one."""
    user_id, limit = caller().user_id, query["limit"]
    if query["before"] is not None:
        page = queries.read_events_before(
            services(), user_id, negotiation_id, before=query["before"], limit=limit
        )
    else:
        page = queries.read_events(
            services(), user_id, negotiation_id, after=query["after"] or 0, limit=limit
        )
    return jsonify(events=page.events, last_seq=page.last_seq, has_more=page.has_more)


@blueprint.get("/<uuid:negotiation_id>/messages/<uuid:message_id>/reading")
@blueprint.response(200, ReadingAnswer)
def read_dealer_message(negotiation_id: UUID, message_id: UUID) -> Response:
    """What a dealer's message holds: prices, fees, payments. Nothing is taken from it."""
    return jsonify(
        reading=dealer_reading.read_message(
            services(), caller().user_id, negotiation_id, message_id
        )
    )


@blueprint.post("/<uuid:negotiation_id>/chat")
@blueprint.arguments(ChatIn)
@blueprint.response(202, PostedAnswer)
@blueprint.repeatable(PostedAnswer)
def post_chat(body: dict[str, Any], negotiation_id: UUID) -> Response:
    """Say something to the adviser; its answer follows as a reply."""
    place = _posting("chat", negotiation_id, body)
    return _posted(posting.post_chat(services(), author(), place, body["content"]))


@blueprint.post("/<uuid:negotiation_id>/offers")
@blueprint.arguments(OfferIn)
@blueprint.response(202, PostedAnswer)
@blueprint.repeatable(PostedAnswer)
def post_offer(body: dict[str, Any], negotiation_id: UUID) -> Response:
    """Note an offer of the buyer (a counteroffer: one round more) or of the dealer."""
    posted = posting.post_offer(
        services(),
        author(),
        _posting("offers", negotiation_id, body),
        party=body["party"],
        amount=body["amount"],
        note=body["note"],
    )
    return _posted(posted)


@blueprint.post("/<uuid:negotiation_id>/dealer-messages")
@blueprint.arguments(DealerMessageIn)
@blueprint.response(202, PostedAnswer)
@blueprint.repeatable(PostedAnswer)
def post_dealer_message(body: dict[str, Any], negotiation_id: UUID) -> Response:
    """Note what the dealer wrote."""
    posted = posting.post_dealer_message(
        services(),
        author(),
        _posting("dealer-messages", negotiation_id, body),
        content=body["content"],
        price=body["price"],
        channel=body["channel"],
    )
    return _posted(posted)


@blueprint.post("/<uuid:negotiation_id>/drafts")
@blueprint.arguments(DraftIn)
@blueprint.response(200, DraftOut)
def draft_for_dealer(body: dict[str, Any], negotiation_id: UUID) -> Response:
    """Word the suggestion as a message to the dealer, for the buyer to copy; nothing is sent."""
    return jsonify(drafting.draft(services(), author(), negotiation_id, drafting.Wish(**body)))


def _posting(route: str, negotiation_id: UUID, body: dict[str, Any]) -> posting.Posting:
    return posting.Posting(negotiation_id, body["client_id"], request_hash(route, body))


def _posted(posted: posting.Posted) -> Response:
    response = jsonify(message=posted.message, reply=posted.reply)
    response.status_code = 200 if posted.repeated else 202
    return response


def _write_cursor(created_at: datetime, negotiation_id: UUID) -> str:
    return base64.urlsafe_b64encode(f"{created_at.isoformat()}|{negotiation_id}".encode()).decode()


def _read_cursor(cursor: str) -> tuple[datetime, UUID]:
    try:
        created_at, negotiation_id = base64.urlsafe_b64decode(cursor).decode().split("|")
        moment = datetime.fromisoformat(created_at)
        if moment.tzinfo is None:
            raise ValueError("a time without a zone")  # noqa: TRY301  joined with the other ways
        return moment.astimezone(UTC), UUID(negotiation_id)
    except (ValueError, OverflowError) as error:  # the latter: a time that UTC cannot express
        refusal = UnprocessableEntity()
        refusal.data = {"messages": {"query": {"cursor": ["Not a cursor of this list."]}}}  # type: ignore[attr-defined]
        raise refusal from error
