"""A dealer's message, read: what REST answers about it.

``start`` and ``end`` count Unicode code points of the message's ``content``; ``text`` is what
stands there.
"""

from __future__ import annotations

import marshmallow as ma
from marshmallow import fields

from backend.contract.fields import MoneyText
from backend.domain.dealer_reading import Intent, Role


class QuotedOut(ma.Schema):
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    text = fields.String(required=True)


class FigureOut(QuotedOut):
    """An amount; ``step`` is set where it was computed from a difference ("500 off")."""

    amount = MoneyText(required=True)
    role = fields.Enum(Role, required=True, by_value=True)
    step = MoneyText(required=True, allow_none=True)
    all_in = fields.Boolean(required=True, allow_none=True)


class FeeOut(QuotedOut):
    name = fields.String(required=True)
    amount = MoneyText(required=True, allow_none=True)


class PaymentOut(QuotedOut):
    monthly = MoneyText(required=True, allow_none=True)
    months = fields.Integer(required=True, allow_none=True)
    down = MoneyText(required=True, allow_none=True)


class SignalOut(QuotedOut):
    intent = fields.Enum(Intent, required=True, by_value=True)


class ReadingOut(ma.Schema):
    """``offer`` is for the buyer to confirm as the dealer's; nothing was taken from it.

    ``source`` is ``model`` where the rules left a choice of amounts and a model made it, which is
    told once the message's advice is there and a model was asked.
    """

    source = fields.String(required=True, validate=ma.validate.OneOf(["rules", "model"]))
    message_id = fields.UUID(required=True)
    offer = fields.Nested(FigureOut, required=True, allow_none=True)
    is_counteroffer = fields.Boolean(required=True)
    figures = fields.List(fields.Nested(FigureOut), required=True)
    fees = fields.List(fields.Nested(FeeOut), required=True)
    payments = fields.List(fields.Nested(PaymentOut), required=True)
    signals = fields.List(fields.Nested(SignalOut), required=True)


class ReadingAnswer(ma.Schema):
    reading = fields.Nested(ReadingOut, required=True)
