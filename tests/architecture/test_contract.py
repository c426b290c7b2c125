"""The contract's names are the same in its text, in the backend's types, and in the web client."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NotRequired, get_args, get_origin, get_type_hints

import marshmallow as ma
import pytest

from backend.answers import ANSWERS
from backend.codegen.__main__ import FILES
from backend.codegen.published import CHOICES as NAMED_CHOICES
from backend.contract import events, objects, shapes
from backend.contract.message_data import BY_KIND
from stack.layout import ROOT

NEGOTIATION = """id status vehicle asking_price target_price walk_away_price strategy round
    max_rounds suggested_price latest_dealer_price latest_buyer_offer agreed_price last_seq
    warnings created_at updated_at
    label"""
MESSAGE = """id seq negotiation_id role kind content round status in_reply_to reply_id client_id
    created_at data"""

OBJECTS: dict[str, tuple[str, type[ma.Schema], str]] = {
    "VehicleObject": ("year make model trim mileage vin", objects.VehicleOut, ""),
    "NegotiationObject": (NEGOTIATION, objects.NegotiationOut, ""),
    "MessageObject": (MESSAGE, objects.MessageOut, ""),
    "ReplyObject": ("id message_id status attempt", objects.ReplyOut, ""),
    "RunningReplyObject": ("id attempt offset text", objects.RunningReplyOut, ""),
    "NewMessageEvent": ("type negotiation_id seq message", events.NewMessageOut, ""),
    "MessageUpdatedEvent": ("type negotiation_id seq message", events.MessageUpdatedOut, ""),
    "NegotiationUpdatedEvent": (
        "type negotiation_id seq negotiation",
        events.NegotiationUpdatedOut,
        "",
    ),
    "TypingIndicatorEvent": (
        "negotiation_id reply_id is_typing expires_in_ms",
        events.TypingIndicatorOut,
        "",
    ),
    "MessageDeltaEvent": (
        "negotiation_id reply_id attempt offset text",
        events.MessageDeltaOut,
        "",
    ),
    "ErrorEvent": ("negotiation_id code detail", events.ErrorOut, "reply_id"),
    "AuthExpiredEvent": ("", events.AuthExpiredOut, ""),
    "SeenObject": ("negotiation_id news_seq seen_seq", objects.SeenOut, ""),
    "NegotiationActivityEvent": (
        "negotiation_id last_seq news_seq seen_seq negotiation",
        events.NegotiationActivityOut,
        "",
    ),
}
"""By type: the names that the contract gives it, its schema, and those that may be absent."""

EVENTS = {
    "new_message": "NewMessageEvent",
    "message_updated": "MessageUpdatedEvent",
    "negotiation_updated": "NegotiationUpdatedEvent",
    "typing_indicator": "TypingIndicatorEvent",
    "message_delta": "MessageDeltaEvent",
    "error": "ErrorEvent",
    "auth_expired": "AuthExpiredEvent",
}
BEYOND = {"going_away", "negotiation_activity"}
"""Sent though the contract does not name them: a client that ignores them loses nothing."""

STORED = {"new_message", "message_updated", "negotiation_updated"}

WEB = (ROOT / "web" / "src" / "contract.ts").read_text()


def web_fields(name: str) -> dict[str, bool]:
    """The fields of an interface of the web client, and whether each may be absent."""
    found = re.search(rf"export interface {name} \{{\n(.*?)\n\}}", WEB, re.DOTALL)
    if found is None:
        assert f"export type {name} = Record<string, never>" in WEB
        return {}
    lines = re.findall(r"^  (\w+)(\??):", found.group(1), re.MULTILINE)
    return {field: bool(optional) for field, optional in lines}


@pytest.mark.parametrize("name", OBJECTS)
def test_fields(name: str) -> None:
    text, schema, optional = OBJECTS[name]
    always, absent = set(text.split()), set(optional.split())
    hints = get_type_hints(getattr(shapes, name), include_extras=True)
    assert set(hints) == always | absent
    assert {field for field in hints if get_origin(hints[field]) is NotRequired} == absent
    fields = schema().fields
    assert {field for field in fields if fields[field].required} == always
    assert set(fields) == always | absent
    assert web_fields(name) == dict.fromkeys(always, False) | dict.fromkeys(absent, True)


def test_events() -> None:
    passing = set(EVENTS) - STORED
    assert set(events.STORED_EVENTS) == STORED
    assert set(events.PASSING_EVENTS) - BEYOND == passing
    assert set(events.SERVER_EVENTS) - BEYOND == set(EVENTS)
    assert not BEYOND & STORED
    for name, kind in EVENTS.items():
        assert events.SERVER_EVENTS[name] is OBJECTS[kind][1]
    for list_name, expected in (
        ("STORED_EVENT_NAMES", STORED),
        ("PASSING_EVENT_NAMES", passing),
    ):
        found = re.search(rf"export const {list_name} = \[(.*?)\] as const", WEB, re.DOTALL)
        assert found is not None
        assert set(re.findall(r"'(\w+)'", found.group(1))) - BEYOND == expected


def test_calls() -> None:
    calls = {
        "subscribe": {"negotiation_id", "after_seq"},
        "unsubscribe": {"negotiation_id"},
        "authenticate": {"token"},
        "sync": {"negotiation_id", "last_seq"},
    }
    taken = {name: set(payload().fields) for name, (payload, _) in events.CLIENT_CALLS.items()}
    assert taken == calls


CHOICES = (
    ("MessageObject", "role", "Role", "user agent dealer system"),
    ("MessageObject", "kind", "MessageKind", "chat offer dealer_message advice notice"),
    ("MessageObject", "status", "MessageStatus", "complete streaming failed stopped"),
    ("ReplyObject", "status", "ReplyStatus", "pending running complete failed stopped"),
)


@pytest.mark.parametrize(("name", "field", "web_type", "text"), CHOICES)
def test_choices(name: str, field: str, web_type: str, text: str) -> None:
    choices = set(text.split())
    assert set(get_args(get_type_hints(getattr(shapes, name))[field])) == choices
    [validator] = OBJECTS[name][1]().fields[field].validators
    assert isinstance(validator, ma.validate.OneOf)
    assert set(validator.choices) == choices
    found = re.search(rf"export type {web_type} = (.*)", WEB)
    assert found is not None
    assert set(re.findall(r"'(\w+)'", found.group(1))) == choices


def test_statuses_of_a_negotiation() -> None:
    statuses = {"active", "agreed", "walked_away", "expired"}
    [validator] = objects.NegotiationOut().fields["status"].validators
    assert isinstance(validator, ma.validate.OneOf)
    assert set(validator.choices) == statuses
    found = re.search(r"export type NegotiationStatus = (.*)", WEB)
    assert found is not None
    assert set(re.findall(r"'(\w+)'", found.group(1))) == statuses


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_types_are_those_of_the_schemas(path: Path) -> None:
    assert path.read_text() == FILES[path](), "make contract writes them anew"


@pytest.mark.parametrize("name", NAMED_CHOICES)
def test_every_named_choice_is_the_choice_of_some_field(name: str) -> None:
    assert re.search(rf"^  \w+\??: {name}\b", WEB, re.MULTILINE)


def test_the_data_of_messages_as_they_were_really_sent_fits_its_schema() -> None:
    run = json.loads((ROOT / "web" / "src" / "testing" / "recorded-run.json").read_text())
    sent = [event["message"] for event in run["events"] if "message" in event]
    assert {message["kind"] for message in sent} >= set(BY_KIND)
    for message in sent:
        if schema := BY_KIND.get(message["kind"]):
            assert schema().validate(message["data"]) == {}


NOT_FOR_BUYERS = {"malformed", "method_not_allowed", "unsupported_media_type"}
"""What only a faulty client is told."""


def test_the_web_client_has_words_for_every_error() -> None:
    words = (ROOT / "web" / "src" / "words" / "en" / "problems.ts").read_text()
    told = set(re.findall(r"^  (\w+): '", words, re.MULTILINE))
    assert ANSWERS.keys() - NOT_FOR_BUYERS - told == set()
