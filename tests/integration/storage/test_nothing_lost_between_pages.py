"""What is read page by page is read whole, each thing once, also where many are of one moment."""

from __future__ import annotations

from uuid import UUID

import pytest

from backend.actions import closing, queries
from backend.actions.requests import Author
from backend.domain.negotiation import Status
from backend.domain.searching import Selection
from tests.integration.history import history
from tests.integration.parts import House

ALL = Selection()


def pages(home: House, buyer: Author, limit: int, selection: Selection = ALL) -> list[list[str]]:
    """The ids of a buyer's negotiations, page by page."""
    found, before = [], None
    for _ in range(100):
        page, before = queries.list_negotiations(
            home.services, buyer.user_id, selection, before, limit
        )
        found.append([each["id"] for each in page])
        if before is None:
            return found
    raise AssertionError("pages without end")


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 6, 7, 8])
def test_negotiations_of_one_moment_are_all_listed(home: House, buyer: Author, limit: int) -> None:
    """Three of one moment, then one, then three of another."""
    made: list[list[str]] = []
    for count in (3, 1, 3):
        made.append([str(home.open(buyer)) for _ in range(count)])
        home.clock.advance(seconds=1)
    home.open(home.buyer())
    found = pages(home, buyer, limit)
    assert [len(page) for page in found[:-1]] == [limit] * (len(found) - 1)
    assert 0 < len(found[-1]) <= limit
    flat = [each for page in found for each in page]
    assert [sorted(flat[start:end]) for start, end in ((0, 3), (3, 4), (4, 7))] == [
        sorted(moment) for moment in reversed(made)
    ]


def test_pages_of_a_selection_hold_nothing_else(home: House, buyer: Author) -> None:
    made = [home.open(buyer) for _ in range(6)]
    closed = {str(each) for each in made[::2]}
    for each in closed:
        closing.walk_away(home.services, buyer, UUID(each))
    found = pages(home, buyer, 2, Selection(status=Status.WALKED_AWAY))
    assert [len(page) for page in found] == [2, 1]
    assert {each for page in found for each in page} == closed


def test_nobody_s_negotiations_are_one_empty_page(home: House, buyer: Author) -> None:
    assert pages(home, buyer, 5) == [[]]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 100])
def test_a_history_is_read_whole_in_both_directions(home: House, buyer: Author, limit: int) -> None:
    negotiation_id = home.opened(buyer)
    home.chat(buyer, negotiation_id)
    events = history(home.services, negotiation_id)
    where = (home.services, buyer.user_id, negotiation_id)
    forth: list[object] = []
    back: list[object] = []
    after, before = 0, len(events) + 1
    more = [True, True]
    while more[0]:
        page = queries.read_events(*where, after=after, limit=limit)
        forth += page.events
        after, more[0] = page.events[-1]["seq"], page.has_more
        assert page.last_seq == len(events)
    while more[1]:
        page = queries.read_events_before(*where, before=before, limit=limit)
        back[:0] = page.events
        before, more[1] = page.events[0]["seq"], page.has_more
        assert page.last_seq == len(events)
    assert forth == back == events


def test_past_either_end_there_is_nothing_more(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    last_seq = len(history(home.services, negotiation_id))
    where = (home.services, buyer.user_id, negotiation_id)
    for after in (last_seq, last_seq + 7):
        page = queries.read_events(*where, after=after, limit=5)
        assert (page.events, page.last_seq, page.has_more) == ([], last_seq, False)
    page = queries.read_events_before(*where, before=1, limit=5)
    assert (page.events, page.last_seq, page.has_more) == ([], last_seq, False)
