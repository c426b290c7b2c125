"""Time ends a negotiation without events; replies that are open then finish and change nothing."""

from __future__ import annotations

from functools import partial

from backend.actions import closing
from backend.actions.requests import Author
from tests.integration.history import check_promises, history, kept, settled
from tests.integration.parts import House
from tests.integration.together import together


def test_after_the_days_of_silence_and_not_before(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    home.clock.advance(days=59, hours=23)
    assert closing.expire_negotiations(home.services) == 0
    home.clock.advance(hours=1)
    assert closing.expire_negotiations(home.services) == 1
    assert kept(home.services, negotiation_id).negotiation["status"] == "expired"
    events = check_promises(home.services, negotiation_id)
    assert closing.expire_negotiations(home.services) == 0
    assert history(home.services, negotiation_id) == events


def test_any_event_starts_the_time_anew(home: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    home.clock.advance(days=59)
    home.chat(buyer, negotiation_id)
    home.work()
    home.clock.advance(days=59)
    assert closing.expire_negotiations(home.services) == 0


def test_expiring_at_once_by_two_is_one_event(home: House, neighbour: House, buyer: Author) -> None:
    negotiation_id = home.opened(buyer)
    home.clock.advance(days=60)
    done = together(
        [partial(closing.expire_negotiations, house.services) for house in (home, neighbour)]
    )
    assert sorted(map(str, done)) == ["0", "1"]
    events = check_promises(home.services, negotiation_id)
    statuses = [e["negotiation"]["status"] for e in events if "negotiation" in e]
    assert statuses.count("expired") == 1


def test_an_open_reply_finishes_and_changes_nothing_in_a_closed_negotiation(
    home: House, buyer: Author
) -> None:
    negotiation_id = home.opened(buyer)
    home.offer(buyer, negotiation_id, 22_000_00)
    closing.walk_away(home.services, buyer, negotiation_id)
    closed = kept(home.services, negotiation_id).negotiation
    home.work()
    check_promises(home.services, negotiation_id)
    assert settled(kept(home.services, negotiation_id).negotiation) == settled(closed)
