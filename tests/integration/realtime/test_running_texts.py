"""The text so far belongs to one attempt of one reply: nobody is shown that of another."""

from __future__ import annotations

from uuid import UUID

import pytest
import redis

from backend.actions import queries
from backend.actions.reply.claiming import Claim
from backend.actions.reply.control import stop_reply
from backend.actions.requests import Author
from backend.realtime.running_text import TTL_SECONDS
from tests.integration.history import kept
from tests.integration.parts import House

TEXT = "Quédese en $18,000 – “por ahora”. 🚗 Then wait."
ONE, OTHER = UUID(int=1), UUID(int=2)


@pytest.fixture
def claim(home: House, buyer: Author) -> Claim:
    """A reply that is being written, by its second attempt."""
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id)
    assert home.claim(reply_id)
    home.clock.advance(seconds=20)
    claimed = home.claim(reply_id)
    assert claimed is not None
    assert claimed.attempt == 2
    return claimed


def test_it_is_read_as_it_was_kept_and_only_as_what_it_is(home: House) -> None:
    texts = home.services.running_texts
    texts.keep(ONE, 1, "Stay")
    texts.keep(ONE, 1, TEXT)
    texts.keep(ONE, 3, "Anew")
    texts.keep(OTHER, 1, "Another's")
    assert texts.read(ONE, 1) == TEXT
    assert texts.read(ONE, 3) == "Anew"
    assert texts.read(OTHER, 1) == "Another's"
    assert [texts.read(ONE, 2), texts.read(OTHER, 3), texts.read(ONE, 11)] == ["", "", ""]


def test_it_is_forgotten_in_time(home: House, valkey_url: str) -> None:
    home.services.running_texts.keep(ONE, 1, TEXT)
    with redis.Redis.from_url(valkey_url) as client:
        [key] = client.keys("reply:*")
        assert 0 < client.ttl(key) <= TTL_SECONDS


def test_who_joins_gets_the_text_of_the_attempt_that_runs(home: House, claim: Claim) -> None:
    def joined() -> object:
        return queries.read_subscription(
            home.services, claim.user_id, claim.negotiation_id, None
        ).reply

    home.services.running_texts.keep(claim.reply_id, 1, "What a dead worker said. " + TEXT)
    told = {"id": str(claim.reply_id), "attempt": 2}
    assert joined() == {**told, "offset": 0, "text": ""}
    home.services.running_texts.keep(claim.reply_id, 2, TEXT)
    assert joined() == {**told, "offset": len(TEXT), "text": TEXT}
    home.finish(claim, TEXT)
    assert joined() is None


def test_what_stays_of_a_stopped_reply_is_the_text_of_the_attempt_that_ran(
    home: House, buyer: Author, claim: Claim
) -> None:
    home.services.running_texts.keep(claim.reply_id, 1, "What a dead worker said.")
    home.services.running_texts.keep(claim.reply_id, 2, TEXT)
    stop_reply(home.services, buyer, claim.negotiation_id, claim.reply_id)
    messages = kept(home.services, claim.negotiation_id).messages.values()
    [advice] = [each for each in messages if each["reply_id"] == str(claim.reply_id)]
    assert (advice["status"], advice["content"]) == ("stopped", TEXT)
