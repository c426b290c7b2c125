"""A dealer's message, read: what REST answers about it.

``start`` and ``end`` count Unicode code points of the message's ``content``; ``text`` is what
stands there.
"""

from __future__ import annotations

from typing import get_args

import marshmallow as ma
from marshmallow import fields

from backend.contract.choices import ReadingSource
from backend.contract.fields import Choice, MoneyText
from backend.domain.dealer_reading import Intent, Role


class QuotedOut(ma.Schema):
    start = fields.Integer(required=True, attribute="quote.start")
    end = fields.Integer(required=True, attribute="quote.end")
    text = fields.String(required=True, attribute="quote.text")


class FigureOut(QuotedOut):
    """An amount; ``step`` is set where it was computed from a difference ("500 off")."""

    amount = MoneyText(required=True)
    role = Choice(Role, required=True)
    step = MoneyText(required=True, allow_none=True)
    all_in = fields.Boolean(
        required=True,
        allow_none=True,
        metadata={"description": "Whether taxes and fees are in it; null: it does not say."},
    )


class FeeOut(QuotedOut):
    name = fields.String(required=True)
    amount = MoneyText(required=True, allow_none=True)


class PaymentOut(QuotedOut):
    monthly = MoneyText(required=True, allow_none=True)
    months = fields.Integer(required=True, allow_none=True)
    down = MoneyText(required=True, allow_none=True)


class SignalOut(QuotedOut):
    intent = Choice(Intent, required=True)


class ReadingOut(ma.Schema):
    """``offer`` is for the buyer to confirm as the dealer's; nothing was taken from it.

    ``source`` is ``model`` where the rules left a choice of amounts and a model made it, which is
    told once the message's advice is there and a model was asked.
    """

    source = Choice(get_args(ReadingSource), required=True)
    message_id = fields.UUID(required=True)
    offer = fields.Nested(FigureOut, required=True, allow_none=True, attribute="found.offer")
    is_counteroffer = fields.Boolean(required=True, attribute="found.is_counteroffer")
    figures = fields.List(fields.Nested(FigureOut), required=True, attribute="found.figures")
    fees = fields.List(fields.Nested(FeeOut), required=True, attribute="found.fees")
    payments = fields.List(fields.Nested(PaymentOut), required=True, attribute="found.payments")
    signals = fields.List(fields.Nested(SignalOut), required=True, attribute="found.signals")


class ReadingAnswer(ma.Schema):
    reading = fields.Nested(ReadingOut, required=True)
