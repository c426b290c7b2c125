"""What the tabs of a buyer learn of all their negotiations, whichever of them they watch."""

from __future__ import annotations

from typing import Any

from tests.e2e.people import Person, Tab, person
from tests.integration.history import Json


def told_of(tab: Tab, negotiation_id: str) -> list[Json]:
    """The activity of a negotiation that has come to a tab."""
    return [a for a in tab.named("negotiation_activity") if a["negotiation_id"] == negotiation_id]


def has_news(tab: Tab, negotiation_id: str) -> bool:
    return any(told["news_seq"] > told["seen_seq"] for told in told_of(tab, negotiation_id))


def newest(tab: Tab, negotiation_id: str) -> Json:
    """The activity that stands, in whatever order it came."""
    told = told_of(tab, negotiation_id)
    return max(told, key=lambda each: (each["last_seq"], each["seen_seq"])) if told else {}


def test_a_list_lives_without_a_subscription(buyer: Person) -> None:
    with buyer.tab() as tab:
        negotiation_id = buyer.opened()["negotiation"]["id"]
        tab.wait(lambda t: has_news(t, negotiation_id), "news of the opening advice")
        buyer.post(f"/negotiations/{negotiation_id}/offers", {"amount": 24000, "party": "dealer"})

        def has_price(seen: Tab) -> bool:
            told = newest(seen, negotiation_id).get("negotiation", {})
            return bool(told.get("latest_dealer_price") == "24000.00")

        tab.wait(has_price, "the dealer's price")
        told = newest(tab, negotiation_id)
        seen = buyer.post(f"/negotiations/{negotiation_id}/seen", {"seq": told["last_seq"]})

        def is_seen(each: Tab) -> bool:
            return bool(newest(each, negotiation_id)["seen_seq"] >= seen["seen_seq"])

        tab.wait(is_seen, "another tab has looked")
        assert tab.named("new_message", "message_updated", "negotiation_updated") == []
        assert tab.named("message_delta") == []


def test_who_watches_a_negotiation_gets_its_events_alone(buyer: Person) -> None:
    watched = buyer.opened()
    watched_id = watched["negotiation"]["id"]
    with buyer.tab() as list_tab, buyer.tab() as talk_tab:
        talk_tab.watch(watched_id)
        talk_tab.wait_end(watched["reply"]["id"])
        talk_tab.events.clear()
        posted = buyer.post(f"/negotiations/{watched_id}/chat", {"content": "Why?"})
        talk_tab.wait_end(posted["reply"]["id"])
        list_tab.wait(lambda t: has_news(t, watched_id), "news for the list")
        other_id = buyer.opened()["negotiation"]["id"]
        talk_tab.wait(lambda t: has_news(t, other_id), "news of the other negotiation")
        assert told_of(talk_tab, watched_id) == []
        assert talk_tab.call("unsubscribe", {"negotiation_id": watched_id}) == {"status": "ok"}
        buyer.post(f"/negotiations/{watched_id}/chat", {"content": "And now?"})
        talk_tab.wait(lambda t: told_of(t, watched_id), "it is told like the others")


def test_nobody_learns_of_a_stranger(base_url: str, buyer: Person) -> None:
    with person(base_url) as stranger, stranger.tab() as tab, buyer.tab() as own:
        negotiation_id = buyer.opened(walk_away_price="21000")["negotiation"]["id"]
        own.wait(lambda t: has_news(t, negotiation_id))
        mine = stranger.opened()["negotiation"]["id"]
        tab.wait(lambda t: has_news(t, mine))
        told: list[Any] = tab.named("negotiation_activity")
        assert {each["negotiation_id"] for each in told} == {mine}


def test_a_tab_that_watches_alone_hears_of_the_others_only(buyer: Person) -> None:
    opened = buyer.opened()
    watched_id = opened["negotiation"]["id"]
    with buyer.tab() as tab:
        tab.watch(watched_id)
        tab.wait_end(opened["reply"]["id"])
        tab.events.clear()
        tab.wait_end(
            buyer.post(f"/negotiations/{watched_id}/chat", {"content": "Why?"})["reply"]["id"]
        )
        other_id = buyer.opened()["negotiation"]["id"]
        tab.wait(lambda t: has_news(t, other_id), "news of the other negotiation")
        assert told_of(tab, watched_id) == []
