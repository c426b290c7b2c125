"""Promises 1 to 3 under many writers at once, of one process and of two."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select

from backend.actions import opening, posting
from backend.actions.requests import Author
from backend.domain.negotiation import Party
from backend.domain.pricing import DEFAULT_STRATEGY
from backend.storage.engine import Database
from backend.storage.models import Event, Message, Negotiation, Reply
from tests.integration.history import check_promises, history, reply_rows
from tests.integration.parts import CAMRY, TERMS, House
from tests.integration.together import together


def post_three(house: House, author: Author, negotiation_id: UUID, price: int) -> None:
    """A chat, a dealer's offer and a buyer's offer."""
    house.chat(author, negotiation_id)
    house.offer(author, negotiation_id, price, Party.DEALER)
    house.offer(author, negotiation_id, price - 1_000_00)


def test_writers_at_once_leave_no_gap(home: House, neighbour: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    done = together(
        [
            partial(post_three, house, buyer, negotiation_id, price)
            for house in (home, neighbour)
            for price in (22_000_00, 22_500_00, 23_000_00)
        ]
    )
    assert done == [None] * 6
    events = history(home.services, negotiation_id)
    posted = [event["message"] for event in events if event["type"] == "new_message"]
    assert len(posted) == 18
    assert [message["seq"] for message in posted] == [
        event["seq"] for event in events if event["type"] == "new_message"
    ]
    rounds = [m["round"] for m in posted if m["data"].get("party") == "buyer"]
    assert rounds == [2, 3, 4, 5, 6, 7]


def test_replies_to_posts_at_once_are_all_written_in_order(
    home: House, neighbour: House, buyer: Author
) -> None:
    negotiation_id = home.open(buyer)
    together([partial(h.chat, buyer, negotiation_id) for h in (home, neighbour) for _ in range(4)])
    workers = [partial(house.work) for house in (home, neighbour, home, neighbour)]
    # What one worker's end enqueues, another may have been too early for: ask until all is done.
    while any(reply.status != "complete" for reply in reply_rows(home.services, negotiation_id)):
        assert together(workers) == [None] * 4
    events = check_promises(home.services, negotiation_id)
    started = [e["message"] for e in events if e.get("message", {}).get("role") == "agent"]
    answered = [m["in_reply_to"] for m in started if m["status"] == "streaming"]
    asked = [e["message"]["id"] for e in events if e.get("message", {}).get("role") == "user"]
    assert answered == [None, *asked]
    statuses = [message["status"] for message in started]
    assert statuses == ["streaming", "complete"] * 9


class WatchfulPort:
    """Looks, at the moment an event leaves, whether another connection can read it."""

    def __init__(self, database_url: str) -> None:
        self.database = Database(database_url)
        self.found: list[bool] = []

    def emit(self, event: str, data: Any, *, room: str) -> None:
        with self.database.read() as session:
            seq = data["last_seq" if event == "negotiation_activity" else "seq"]
            kept = session.get(Event, (UUID(data["negotiation_id"]), seq))
        is_told = event == "negotiation_activity" or (kept is not None and kept.body == data)
        self.found.append(kept is not None and is_told)


def test_an_event_is_committed_before_it_leaves(
    home: House, buyer: Author, database_url: str
) -> None:
    port = WatchfulPort(database_url)
    home.port.emit = port.emit  # type: ignore[method-assign]  # the recorder looks instead
    negotiation_id = home.open(buyer)
    home.offer(buyer, negotiation_id, 20_000_00)
    port.database.close()
    assert port.found == [True] * 5  # three stored ones, and the activity of both transactions


def test_an_opening_repeated_at_once_is_one_negotiation(
    home: House, neighbour: House, buyer: Author
) -> None:
    new = opening.NewNegotiation(CAMRY, TERMS, DEFAULT_STRATEGY, uuid4(), "hash")
    opened = together(
        [
            partial(opening.open_negotiation, house.services, buyer, new)
            for house in (home, neighbour)
            for _ in range(4)
        ]
    )
    answers = [made for made in opened if isinstance(made, opening.Opened)]
    assert len(answers) == 8, opened
    assert len({made.negotiation["id"] for made in answers}) == 1
    assert len({made.reply["id"] for made in answers}) == 1
    assert [made.repeated for made in answers].count(False) == 1
    with home.services.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Negotiation)) == 1
        assert session.scalar(select(func.count()).select_from(Reply)) == 1


def test_a_post_repeated_at_once_is_one_message(
    home: House, neighbour: House, buyer: Author
) -> None:
    place = posting.Posting(home.open(buyer), uuid4(), "hash")
    made = together(
        [
            partial(posting.post_chat, house.services, buyer, place, "Is this a good price?")
            for house in (home, neighbour)
            for _ in range(4)
        ]
    )
    answers = [posted for posted in made if isinstance(posted, posting.Posted)]
    assert len(answers) == 8, made
    assert len({posted.message["id"] for posted in answers}) == 1
    assert len({posted.reply["id"] for posted in answers}) == 1
    assert [posted.repeated for posted in answers].count(False) == 1
    with home.services.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Message)) == 1
    assert [e["seq"] for e in history(home.services, place.negotiation_id)] == [1, 2]
