"""What the types are made of: schemas under the names that the code and the page know them by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import marshmallow as ma
from marshmallow import fields, validate

from backend.api import schemas
from backend.contract import choices, events, message_data, objects, readings
from backend.domain.advice.drafts.draft import Kind, Tone
from backend.domain.dealer_reading import Intent, Role
from backend.domain.negotiation import Party, Status
from backend.domain.pricing import STRATEGIES, Action
from backend.locales import LANGUAGES

Schemas = Mapping[str, type[ma.Schema]]

CHOICES: dict[str, Sequence[str]] = {
    "NegotiationStatus": tuple(Status),
    "Party": tuple(Party),
    "Role": get_args(choices.Role),
    "MessageKind": get_args(choices.MessageKind),
    "MessageStatus": get_args(choices.MessageStatus),
    "ReplyStatus": get_args(choices.ReplyStatus),
    "AdviceAction": tuple(Action),
    "FigureRole": tuple(Role),
    "DealerIntent": tuple(Intent),
    "DraftKind": tuple(Kind),
    "DraftTone": tuple(Tone),
    "FallbackReason": get_args(choices.FallbackReason),
}
"""Closed lists that have a name; each must be the choice of some field."""

OBJECTS: dict[str, type[ma.Schema]] = {
    "VehicleObject": objects.VehicleOut,
    "NegotiationObject": objects.NegotiationOut,
    "OfferData": message_data.OfferData,
    "DealerMessageData": message_data.DealerMessageData,
    "AdviceData": message_data.AdviceData,
    "MessageObject": objects.MessageOut,
    "ReplyObject": objects.ReplyOut,
    "RunningReplyObject": objects.RunningReplyOut,
    "NewMessageEvent": events.NewMessageOut,
    "MessageUpdatedEvent": events.MessageUpdatedOut,
    "NegotiationUpdatedEvent": events.NegotiationUpdatedOut,
    "TypingIndicatorEvent": events.TypingIndicatorOut,
    "MessageDeltaEvent": events.MessageDeltaOut,
    "ErrorEvent": events.ErrorOut,
    "SeenObject": objects.SeenOut,
    "NegotiationActivityEvent": events.NegotiationActivityOut,
    "AuthExpiredEvent": events.AuthExpiredOut,
    "GoingAwayEvent": events.GoingAwayOut,
    "UserObject": objects.UserOut,
    "FigureObject": readings.FigureOut,
    "FeeObject": readings.FeeOut,
    "PaymentObject": readings.PaymentOut,
    "SignalObject": readings.SignalOut,
    "ReadingObject": readings.ReadingOut,
    "DraftAnswer": objects.DraftOut,
    "SubscribedAck": events.SubscribeAck,
    "RefusedAck": events.ErrorAck,
}

ANSWERS: dict[str, type[ma.Schema]] = {
    "StrategyObject": objects.StrategyOut,
    "FeaturesAnswer": objects.FeaturesAnswer,
    "StrategiesAnswer": objects.StrategiesAnswer,
    "UserAnswer": objects.UserAnswer,
    "NegotiationAnswer": objects.NegotiationAnswer,
    "NegotiationsAnswer": objects.NegotiationsAnswer,
    "OpenedAnswer": objects.OpenedAnswer,
    "PostedAnswer": objects.PostedAnswer,
    "EventsAnswer": events.EventsAnswer,
    "ReadingAnswer": readings.ReadingAnswer,
    "UnseenAnswer": objects.UnseenAnswer,
    "Problem": objects.Problem,
}
"""What REST wraps them in, for the page."""

BODIES: dict[str, type[ma.Schema]] = {
    "VehicleBody": schemas.VehicleIn,
    "NewNegotiationBody": schemas.NegotiationIn,
    "ChatBody": schemas.ChatIn,
    "OfferBody": schemas.OfferIn,
    "DealerMessageBody": schemas.DealerMessageIn,
    "DraftBody": schemas.DraftIn,
}
"""What the page sends."""

STORED = [name for name, schema in OBJECTS.items() if schema in events.STORED_EVENTS.values()]

OPEN = (set(LANGUAGES), set(STRATEGIES))
"""Choices that grow without the page: the server may come to know more of them than it."""


@dataclass(frozen=True)
class Dialect:
    """How a language writes types. ``plain`` goes by kind of field, the first that fits."""

    plain: Mapping[type[fields.Field[Any]], str]
    null: str
    list_of: Callable[[str], str]
    choice_of: Callable[[Sequence[str]], str]


def names_of(schemas: Schemas) -> dict[type[ma.Schema], str]:
    """The name of each schema, for those that hold others."""
    return {schema: name for name, schema in schemas.items()} | {
        events.StoredEventOut: "StoredEvent"
    }


def type_of(
    field: fields.Field[Any], names: Mapping[type[ma.Schema], str], dialect: Dialect
) -> str:
    """The type of a field's values, as JSON has them."""
    kind = _not_null(field, names, dialect)
    return f"{kind} | {dialect.null}" if field.allow_none else kind


def _not_null(
    field: fields.Field[Any], names: Mapping[type[ma.Schema], str], dialect: Dialect
) -> str:
    if isinstance(field, fields.Nested):
        return names[type(field.schema)]
    if isinstance(field, fields.List):
        return dialect.list_of(type_of(field.inner, names, dialect))
    if isinstance(field, fields.Enum):
        return dialect.choice_of([str(each.value) for each in field.enum])
    if words := _words_of(field):
        return dialect.choice_of(words)
    for kind, plain in dialect.plain.items():
        if isinstance(field, kind):
            return plain
    raise TypeError(f"no type is known for {field!r}")


def _words_of(field: fields.Field[Any]) -> Sequence[str]:
    """The words that a field may hold; none where it may hold any."""
    for validator in field.validators:
        if isinstance(validator, validate.OneOf):
            words = [str(word) for word in validator.choices]
            return () if set(words) in OPEN else words
        if isinstance(validator, validate.Equal):
            return [str(validator.comparable)]
    return ()


def named(words: Sequence[str]) -> str | None:
    """The name of a closed list, if it has one."""
    return next((name for name, choice in CHOICES.items() if set(choice) == set(words)), None)
