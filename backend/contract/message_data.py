"""A message's ``data``, by its kind: what the contract says of it in prose, as schemas."""

from __future__ import annotations

from typing import get_args

import marshmallow as ma
from marshmallow import fields

from backend.contract.choices import FallbackReason, Source
from backend.contract.fields import Choice, MoneyText
from backend.domain.negotiation import Party
from backend.domain.pricing import Action


class OfferData(ma.Schema):
    amount = MoneyText(required=True)
    party = Choice(Party, required=True)
    note = fields.String(required=True, allow_none=True)


class DealerMessageData(ma.Schema):
    price = MoneyText(required=True, allow_none=True)
    channel = fields.String(required=True, allow_none=True)


class AdviceData(ma.Schema):
    """``fallback_reason`` is there only where the playbook stands in for a model."""

    suggested_price = MoneyText(required=True)
    action = Choice(Action, required=True)
    discount_percent = fields.String(required=True, allow_none=True)
    strategy = fields.String(required=True)
    talking_points = fields.List(fields.String(), required=True)
    source = Choice(get_args(Source), required=True)
    model = fields.String(required=True, allow_none=True)
    attempt = fields.Integer(required=True)
    fallback_reason = Choice(get_args(FallbackReason))


BY_KIND: dict[str, type[ma.Schema]] = {
    "offer": OfferData,
    "dealer_message": DealerMessageData,
    "advice": AdviceData,
}
"""Other kinds have no data of their own."""
