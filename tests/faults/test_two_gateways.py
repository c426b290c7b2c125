"""A buyer whose tabs are on two gateways: the lists of both live, and agree on what was seen."""

from __future__ import annotations

from tests.faults.rig import Rig, Talk, Watcher


def told(watcher: Watcher, talk: Talk) -> list[dict[str, int]]:
    activity = watcher.of("negotiation_activity")
    return [each for each in activity if each["negotiation_id"] == talk.negotiation_id]


def test_lists_on_both_live(rig: Rig) -> None:
    talk = rig.open()
    with talk.watch(0) as first, talk.watch(1) as second, talk.watch(1) as inside:
        inside.subscribe(talk.negotiation_id)
        inside.events.clear()  # what was sent before it looked
        reply_id = talk.say()
        for watcher in (first, second):
            watcher.wait(lambda w: [a for a in told(w, talk) if a["news_seq"] > a["seen_seq"]])
        last_seq = max(each["last_seq"] for each in told(first, talk))
        talk.wait_at_rest(reply_id)
        status, answer = talk.rest.post(f"{talk.path}/seen", {"seq": last_seq})
        assert status == 200, answer
        for watcher in (first, second):
            watcher.wait(
                lambda w: [a for a in told(w, talk) if a["seen_seq"] == answer["seen_seq"]]
            )
        assert told(inside, talk) == []


def test_lists_live_without_valkey(rig: Rig) -> None:
    talk = rig.open()
    with talk.watch(0) as first, talk.watch(1) as second:
        with rig.stack.down("valkey"):
            body = {"amount": 23_456, "party": "dealer"}
            status, answer = talk.rest.post(f"{talk.path}/offers", body)
            assert status == 202, answer
            for watcher in (first, second):
                watcher.wait(
                    lambda w: [
                        a
                        for a in w.of("negotiation_activity")
                        if a["negotiation"]["latest_dealer_price"] == "23456.00"
                    ]
                )
        talk.wait_at_rest(answer["reply"]["id"])
