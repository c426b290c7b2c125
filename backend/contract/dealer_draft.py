"""A draft for the dealer: what REST answers. Apart, as who loads it loads all that words drafts."""

from __future__ import annotations

import marshmallow as ma
from marshmallow import fields, validate

from backend.contract.fields import Choice, MoneyText
from backend.domain.advice.drafts.draft import Kind, Tone
from backend.locales import LANGUAGES


class DraftOut(ma.Schema):
    """A message to the dealer, for the buyer to copy. ``subject`` is null for a text message."""

    kind = Choice(Kind, required=True)
    tone = Choice(Tone, required=True)
    language = Choice(LANGUAGES, required=True)
    subject = fields.String(required=True, allow_none=True)
    text = fields.String(required=True)
    suggested_price = MoneyText(required=True)
    source = fields.String(required=True, validate=validate.Equal("playbook"))
