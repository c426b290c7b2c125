"""The objects that REST and the socket send, as schemas: the one place where their shapes stand.

The objects themselves, both descriptions, the types of the Python code and those of the page are
made of them. ``attribute`` names where a value stands in the row, if elsewhere than in the object.
"""

from __future__ import annotations

from typing import get_args

import marshmallow as ma
from marshmallow import fields, validate

from backend.contract.choices import MessageKind, MessageStatus, ReplyStatus, Role
from backend.contract.fields import Choice, Moment, MoneyText
from backend.domain.advice.drafts.draft import Kind, Tone
from backend.domain.negotiation import Status
from backend.locales import LANGUAGES


class VehicleOut(ma.Schema):
    year = fields.Integer(required=True)
    make = fields.String(required=True)
    model = fields.String(required=True)
    trim = fields.String(required=True, allow_none=True)
    mileage = fields.Integer(required=True, allow_none=True)
    vin = fields.String(required=True, allow_none=True)


class NegotiationOut(ma.Schema):
    id = fields.UUID(required=True)
    status = Choice(Status, required=True)
    vehicle = fields.Nested(VehicleOut, required=True)
    asking_price = MoneyText(required=True, attribute="asking_cents")
    target_price = MoneyText(required=True, attribute="target_cents")
    walk_away_price = MoneyText(required=True, allow_none=True, attribute="walk_away_cents")
    strategy = fields.String(required=True)
    round = fields.Integer(required=True)
    max_rounds = fields.Integer(required=True)
    suggested_price = MoneyText(required=True, allow_none=True, attribute="suggested_cents")
    latest_dealer_price = MoneyText(required=True, allow_none=True, attribute="dealer_price_cents")
    latest_buyer_offer = MoneyText(required=True, allow_none=True, attribute="buyer_offer_cents")
    agreed_price = MoneyText(required=True, allow_none=True, attribute="agreed_cents")
    label = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "The buyer's own word for it, e.g. which dealer's it is."},
    )
    last_seq = fields.Integer(required=True)
    warnings = fields.List(fields.String(), required=True, attribute="terms.warnings")
    created_at = Moment(required=True)
    updated_at = Moment(required=True)


class MessageOut(ma.Schema):
    id = fields.UUID(required=True)
    seq = fields.Integer(required=True)
    negotiation_id = fields.UUID(required=True)
    role = Choice(get_args(Role), required=True)
    kind = Choice(get_args(MessageKind), required=True)
    content = fields.String(required=True)
    round = fields.Integer(required=True)
    status = Choice(get_args(MessageStatus), required=True)
    in_reply_to = fields.UUID(required=True, allow_none=True)
    reply_id = fields.UUID(required=True, allow_none=True)
    client_id = fields.UUID(required=True, allow_none=True)
    created_at = Moment(required=True)
    data = fields.Dict(
        required=True,
        metadata={
            "description": "By kind. An offer: amount, party, note. A dealer message: price, "
            "channel. An advice: suggested_price, action, discount_percent, strategy, "
            "talking_points, source (model or playbook), model, attempt; and, only where the "
            "playbook stands in for a model, fallback_reason: daily_limit or reply_limit "
            "(a limit on spending was reached) or model_unavailable."
        },
    )


class ReplyOut(ma.Schema):
    id = fields.UUID(required=True)
    message_id = fields.UUID(required=True, allow_none=True)
    status = Choice(get_args(ReplyStatus), required=True)
    attempt = fields.Integer(required=True)


class RunningReplyOut(ma.Schema):
    id = fields.UUID(required=True)
    attempt = fields.Integer(required=True)
    offset = fields.Integer(required=True)
    text = fields.String(required=True)


class UserOut(ma.Schema):
    id = fields.UUID(required=True, attribute="user_id")
    email = fields.String(required=True)
    language = Choice(
        LANGUAGES,
        required=True,
        metadata={"description": "A code; the server may come to know more than a client does."},
    )
    created_at = Moment(required=True)


class UserAnswer(ma.Schema):
    user = fields.Nested(UserOut, required=True)


class TokenAnswer(ma.Schema):
    access_token = fields.String(required=True)
    token_type = fields.String(required=True, validate=validate.Equal("Bearer"))
    expires_in = fields.Integer(required=True, metadata={"description": "seconds"})


class NegotiationAnswer(ma.Schema):
    negotiation = fields.Nested(NegotiationOut, required=True)


class OpenedAnswer(ma.Schema):
    negotiation = fields.Nested(NegotiationOut, required=True)
    reply = fields.Nested(ReplyOut, required=True)


class PostedAnswer(ma.Schema):
    message = fields.Nested(MessageOut, required=True)
    reply = fields.Nested(ReplyOut, required=True)


class ReplyAnswer(ma.Schema):
    reply = fields.Nested(ReplyOut, required=True)


class NegotiationsAnswer(ma.Schema):
    items = fields.List(fields.Nested(NegotiationOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class SeenOut(ma.Schema):
    """How far a negotiation was looked at; it holds news while ``news_seq`` is above ``seen_seq``.

    News are what the buyer did not do: finished advice, and the end of a negotiation by time.
    """

    negotiation_id = fields.UUID(required=True, attribute="id")
    news_seq = fields.Integer(required=True)
    seen_seq = fields.Integer(required=True)


class UnseenAnswer(ma.Schema):
    items = fields.List(fields.Nested(SeenOut), required=True)


class StrategyOut(ma.Schema):
    name = fields.String(required=True)
    description = fields.String(required=True)
    parameters = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class StrategiesAnswer(ma.Schema):
    items = fields.List(fields.Nested(StrategyOut), required=True)


class FeaturesAnswer(ma.Schema):
    demo = fields.Boolean(required=True)
    push_public_key = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "what browsers subscribe with; null: no notifications"},
    )


class Problem(ma.Schema):
    """An error (RFC 9457)."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    code = fields.String(required=True)
    errors = fields.Dict(keys=fields.String())


class DraftOut(ma.Schema):
    """A message to the dealer, for the buyer to copy. ``subject`` is null for a text message."""

    kind = Choice(Kind, required=True)
    tone = Choice(Tone, required=True)
    language = Choice(LANGUAGES, required=True)
    subject = fields.String(required=True, allow_none=True)
    text = fields.String(required=True)
    suggested_price = MoneyText(required=True)
    source = fields.String(required=True, validate=validate.Equal("playbook"))
