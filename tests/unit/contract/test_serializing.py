"""Serializers make what their schemas' own ``dump`` makes, of whatever a row may hold."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import marshmallow as ma
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.actions.accounts import Identity
from backend.actions.dealer_reading import ReadMessage
from backend.contract.objects import MessageOut, NegotiationOut, ReplyOut, SeenOut, UserOut
from backend.contract.readings import ReadingOut
from backend.contract.serializing import serializer
from backend.domain.dealer_reading import Context, read_dealer_message
from backend.storage.models import Message, Negotiation, Reply

IDS = st.uuids()
MAYBE_ID = st.none() | IDS
TIMES = st.datetimes(timezones=st.just(UTC))
CENTS = st.integers(0, 10**9)
MAYBE_CENTS = st.none() | CENTS
SEQS = st.integers(0, 2**31 - 1)
WORDS = st.text(max_size=20)
MAYBE_WORDS = st.none() | WORDS

NEGOTIATIONS = st.builds(
    Negotiation,
    id=IDS,
    status=st.sampled_from(["active", "agreed"]),
    vehicle_year=SEQS,
    vehicle_make=WORDS,
    vehicle_model=WORDS,
    vehicle_trim=MAYBE_WORDS,
    vehicle_mileage=st.none() | SEQS,
    vehicle_vin=MAYBE_WORDS,
    label=MAYBE_WORDS,
    asking_cents=CENTS,
    target_cents=CENTS,
    walk_away_cents=MAYBE_CENTS,
    strategy=WORDS,
    max_rounds=SEQS,
    round=SEQS,
    buyer_offer_cents=MAYBE_CENTS,
    dealer_price_cents=MAYBE_CENTS,
    suggested_cents=MAYBE_CENTS,
    agreed_cents=MAYBE_CENTS,
    last_seq=SEQS,
    news_seq=SEQS,
    seen_seq=SEQS,
    created_at=TIMES,
    updated_at=TIMES,
)
MESSAGES = st.builds(
    Message,
    id=IDS,
    negotiation_id=IDS,
    seq=SEQS,
    role=st.sampled_from(["user", "agent"]),
    kind=st.sampled_from(["chat", "advice"]),
    content=WORDS,
    round=SEQS,
    status=st.sampled_from(["streaming", "complete"]),
    in_reply_to=MAYBE_ID,
    reply_id=MAYBE_ID,
    client_id=MAYBE_ID,
    data=st.dictionaries(WORDS, st.none() | WORDS | SEQS | st.lists(WORDS)),
    created_at=TIMES,
)
REPLIES = st.builds(
    Reply, id=IDS, message_id=MAYBE_ID, status=st.sampled_from(["pending", "failed"]), attempt=SEQS
)
USERS = st.builds(
    Identity,
    user_id=IDS,
    login_id=IDS,
    email=WORDS,
    language=st.sampled_from(["en", "es"]),
    created_at=TIMES,
    access_expires_at=TIMES,
)


@pytest.mark.parametrize(
    ("schema", "rows"),
    [
        (NegotiationOut, NEGOTIATIONS),
        (SeenOut, NEGOTIATIONS),
        (MessageOut, MESSAGES),
        (ReplyOut, REPLIES),
        (UserOut, USERS),
    ],
)
@settings(max_examples=25)  # each row has a value of its own in every field
@given(data=st.data())
def test_of_rows(
    schema: type[ma.Schema], rows: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    row = data.draw(rows)
    made = serializer(schema)(row)
    assert made == schema().dump(row)
    assert list(made) == list(schema().fields)


@pytest.mark.parametrize(
    "said",
    [
        "I can do 23,500 out the door, plus a $499 doc fee. Today only.",
        "Take $500 off and it is 389 a month for 72 months with 2,000 down. Deal?",
        "No.",
    ],
)
def test_of_readings(said: str) -> None:
    context = Context(asking=25_000_00, ask=24_000_00, buyer_offer=22_000_00, year=2019)
    read = ReadMessage("rules", UUID(int=1), read_dealer_message(said, context))
    made = serializer(ReadingOut)(read)
    assert made == ReadingOut().dump(read)
    assert ReadingOut(unknown=ma.RAISE).validate(made) == {}


def test_amounts_below_zero_keep_their_sign() -> None:
    context = Context(asking=25_000_00, ask=24_000_00, buyer_offer=None, year=2019)
    read = ReadMessage(
        "rules", UUID(int=1), read_dealer_message("I can take $499.50 off.", context)
    )
    assert serializer(ReadingOut)(read)["offer"]["step"] == "-499.50"


class Pages(ma.Schema):
    pages = ma.fields.Decimal()


def test_a_kind_of_field_that_nobody_can_write_is_refused_at_once() -> None:
    with pytest.raises(TypeError):
        serializer(Pages)


def test_times_are_written_in_utc() -> None:
    made = serializer(UserOut)(
        Identity(
            UUID(int=1),
            UUID(int=2),
            "a@b.example",
            "en",
            datetime(2026, 1, 2, tzinfo=UTC),
            datetime(2026, 1, 2, tzinfo=UTC),
        )
    )
    assert made["created_at"] == "2026-01-02T00:00:00.000000Z"
