"""The bodies that REST takes. What these schemas let through, the actions may rely on."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import current_app, has_app_context
from marshmallow import fields, validate

from backend.clock import system_clock
from backend.contract.fields import Money, Seq, StrictBoolean, TrimmedText
from backend.domain.advice.drafts.draft import Kind, Tone
from backend.domain.email_address import normalised_email
from backend.domain.negotiation import DEFAULT_ROUNDS, MAX_ROUNDS, MIN_ROUNDS, Party, Status
from backend.domain.pricing import DEFAULT_STRATEGY, STRATEGIES
from backend.domain.searching import MAX_WORDS, search_words
from backend.domain.vehicle import FIRST_YEAR, MAX_MILEAGE
from backend.locales import LANGUAGES
from backend.push import base64url
from backend.push.encryption import check_keys
from backend.push.endpoints import MOST_CHARACTERS

MAX_LABEL = 60
EMAIL_LENGTH = validate.Length(max=254)
PASSWORD_LENGTH = validate.Length(min=8, max=128)
_IS_TEXT = validate.Regexp(r"^[^\x00\ud800-\udfff]*$", error="Holds characters that are no text.")


def _fits_as_it_is_kept(email: str) -> None:
    """Folding case makes some addresses longer."""
    EMAIL_LENGTH(normalised_email(email))


class Nothing(ma.Schema):
    """A body with no fields; it may be left out."""


class Credentials(ma.Schema):
    """An e-mail address and a password, be it right or wrong."""

    email = fields.Email(
        required=True,
        validate=[EMAIL_LENGTH, _fits_as_it_is_kept],
        metadata={"example": "buyer@example.com"},
    )
    password = fields.String(
        required=True, load_only=True, validate=[validate.Length(max=1024), _IS_TEXT]
    )


class NewCredentials(Credentials):
    """An e-mail address and a password for a new account."""

    password = fields.String(required=True, load_only=True, validate=[PASSWORD_LENGTH, _IS_TEXT])


class SettingsIn(ma.Schema):
    """What buyers can set on their account."""

    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))


class VehicleIn(ma.Schema):
    """The car."""

    year = fields.Integer(required=True, strict=True, metadata={"example": 2019})
    make = TrimmedText(required=True, maximum=60, metadata={"example": "Toyota"})
    model = TrimmedText(required=True, maximum=60, metadata={"example": "Camry"})
    trim = TrimmedText(maximum=60, allow_none=True, load_default=None)
    mileage = fields.Integer(
        strict=True,
        allow_none=True,
        load_default=None,
        validate=validate.Range(min=0, max=MAX_MILEAGE),
    )
    vin = TrimmedText(minimum=5, maximum=17, allow_none=True, load_default=None)

    @ma.validates("year")
    def _is_plausible(self, year: int, **_: Any) -> None:
        now = current_app.extensions["services"].clock() if has_app_context() else system_clock()
        if not FIRST_YEAR <= year <= now.year + 1:
            raise ma.ValidationError(f"Must be from {FIRST_YEAR} to {now.year + 1}.")

    @ma.validates("vin")
    def _is_a_vin(self, vin: str | None, **_: Any) -> None:
        if vin is not None and not (vin.isascii() and vin.isalnum()):
            raise ma.ValidationError("A VIN has only letters and digits.")


class NegotiationIn(ma.Schema):
    """A new negotiation."""

    vehicle = fields.Nested(VehicleIn, required=True)
    asking_price = Money(required=True, metadata={"example": "25000.00"})
    target_price = Money(required=True, metadata={"example": "20000.00"})
    walk_away_price = Money(allow_none=True, load_default=None)
    strategy = fields.String(
        load_default=DEFAULT_STRATEGY, validate=validate.OneOf(list(STRATEGIES))
    )
    max_rounds = fields.Integer(
        strict=True,
        load_default=DEFAULT_ROUNDS,
        validate=validate.Range(min=MIN_ROUNDS, max=MAX_ROUNDS),
    )
    label = TrimmedText(maximum=MAX_LABEL, allow_none=True, load_default=None)
    client_id = fields.UUID(allow_none=True, load_default=None)

    @ma.validates_schema
    def _limits_fit(self, data: dict[str, Any], **_: Any) -> None:
        walk_away = data.get("walk_away_price")
        if walk_away is not None and walk_away < data["target_price"]:
            raise ma.ValidationError(
                "Must not be below the target price.", field_name="walk_away_price"
            )


class LabelIn(ma.Schema):
    """The buyer's own word for a negotiation; null takes it away."""

    label = TrimmedText(required=True, maximum=MAX_LABEL, allow_none=True)


class SeenIn(ma.Schema):
    """How far the buyer has looked; beyond the newest event counts as that one."""

    seq = Seq(required=True, strict=True)


class ChatIn(ma.Schema):
    """What the buyer says to the adviser."""

    content = TrimmedText(required=True, maximum=2000)
    client_id = fields.UUID(allow_none=True, load_default=None)


class OfferIn(ma.Schema):
    """An amount named by one side."""

    amount = Money(required=True, metadata={"example": "18000.00"})
    party = fields.Enum(Party, required=True, by_value=True)
    note = TrimmedText(maximum=2000, allow_none=True, load_default=None)
    client_id = fields.UUID(allow_none=True, load_default=None)


class DealerMessageIn(ma.Schema):
    """What the dealer wrote, with the price in it where the buyer found one."""

    content = TrimmedText(required=True, maximum=5000)
    price = Money(allow_none=True, load_default=None)
    channel = TrimmedText(maximum=40, allow_none=True, load_default=None)
    client_id = fields.UUID(allow_none=True, load_default=None)


class DraftIn(ma.Schema):
    """Which message to the dealer is wanted; ``variation`` picks among equally good words."""

    kind = fields.Enum(Kind, required=True, by_value=True)
    tone = fields.Enum(Tone, required=True, by_value=True)
    language = fields.String(
        allow_none=True,
        load_default=None,
        validate=validate.OneOf(LANGUAGES),
        metadata={"description": "by default the buyer's"},
    )
    variation = fields.Integer(
        strict=True, load_default=0, validate=validate.Range(min=0, max=1000)
    )


class PushEndpointIn(ma.Schema):
    """Where a browser is reached."""

    endpoint = fields.String(required=True, validate=validate.Length(max=MOST_CHARACTERS))


class PushKeysIn(ma.Schema):
    """What a browser opens messages with, in base64url."""

    p256dh = fields.String(required=True, validate=validate.Length(max=88))
    auth = fields.String(required=True, validate=validate.Length(max=24))

    @ma.validates_schema
    def _are_keys(self, data: dict[str, str], **_: Any) -> None:
        try:
            check_keys(base64url.decode(data["p256dh"]), base64url.decode(data["auth"]))
        except ValueError as error:
            raise ma.ValidationError("Not the keys of a subscription.") from error


class PushSubscriptionIn(PushEndpointIn):
    """What a browser's ``PushSubscription`` says of itself."""

    keys = fields.Nested(PushKeysIn, required=True)

    @ma.validates("endpoint")
    def _is_of_a_push_service(self, endpoint: str, **_: Any) -> None:
        listed = current_app.extensions["services"].settings.push_services
        if not listed.includes(endpoint):
            raise ma.ValidationError("Not the address of a push service that is used here.")


class AcceptIn(ma.Schema):
    """Agreement; by default on the dealer's latest price."""

    amount = Money(allow_none=True, load_default=None)
    confirm = StrictBoolean(load_default=False)


class EventsQuery(ma.Schema):
    """Which part of the history: after a seq (ascending), or before one (paging back)."""

    after = Seq(load_default=None)
    before = Seq(load_default=None, minimum=1)
    limit = fields.Integer(load_default=100, validate=validate.Range(min=1, max=500))

    @ma.validates_schema
    def _one_direction(self, data: dict[str, Any], **_: Any) -> None:
        if data.get("after") is not None and data.get("before") is not None:
            raise ma.ValidationError("Give after or before, not both.", field_name="before")


class ListQuery(ma.Schema):
    """Which negotiations, and which page of them."""

    status = fields.Enum(Status, load_default=None, by_value=True)
    search = TrimmedText(
        maximum=80,
        load_default=None,
        metadata={
            "description": "Words that all stand in year, make, model, trim or label; case and "
            f"accents do not count. At most {MAX_WORDS}."
        },
    )
    cursor = fields.String(load_default=None, validate=validate.Length(max=200))
    limit = fields.Integer(load_default=20, validate=validate.Range(min=1, max=100))

    @ma.validates("search")
    def _has_few_words(self, search: str | None, **_: Any) -> None:
        # Punctuation alone is no word, and narrows nothing.
        if search is not None and len(search_words(search)) > MAX_WORDS:
            raise ma.ValidationError(f"Must be {MAX_WORDS} words at most.")
