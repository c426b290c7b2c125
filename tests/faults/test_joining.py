"""A running reply can be joined: nothing of its text is lost or doubled."""

from __future__ import annotations

import redis

from tests.faults.rig import HELD, Rig, Watcher


def assembled(watcher: Watcher, reply_id: str, start: str = "") -> str:
    """The text that the deltas make after ``start``, each going on where the last one ended."""
    text = start
    for delta in watcher.of("message_delta"):
        if delta["reply_id"] == reply_id and delta["offset"] + len(delta["text"]) > len(text):
            assert delta["offset"] <= len(text), "characters are missing"
            text = text[: delta["offset"]] + delta["text"]
    return text


def has_ended(watcher: Watcher, reply_id: str) -> bool:
    updates = [event["message"] for event in watcher.of("message_updated")]
    return any(m["reply_id"] == reply_id and m["status"] == "complete" for m in updates)


def test_from_another_gateway_mid_stream(rig: Rig) -> None:
    talk, reply_id = rig.writing(HELD)
    with talk.watch(0) as first:
        first.subscribe(talk.negotiation_id)
        first.wait(lambda w: w.of("message_delta"))
        with talk.watch(1) as second:
            joined = second.subscribe(talk.negotiation_id)["reply"]
            assert joined["id"] == reply_id
            assert joined["attempt"] == 1
            assert joined["text"]
            assert joined["offset"] == len(joined["text"])
            rig.model.released.set()
            second.wait(lambda w: has_ended(w, reply_id))
            content = talk.wait_at_rest(reply_id)["content"]
            assert assembled(second, reply_id, joined["text"]) == content
    assert content == HELD.text


def test_when_valkey_lost_the_text(rig: Rig) -> None:
    talk, reply_id = rig.writing(HELD)
    with talk.watch(0) as first:
        first.subscribe(talk.negotiation_id)
        first.wait(lambda w: w.of("message_delta"))
    with redis.Redis.from_url(rig.stack.redis_url) as client:
        client.flushall()
    with talk.watch(1) as second:
        joined = second.subscribe(talk.negotiation_id)
        running = joined["reply"]
        assert running["id"] == reply_id
        assert running["offset"] == len(running["text"])
        assert HELD.text.startswith(running["text"])
        rig.model.released.set()
        second.wait(lambda w: has_ended(w, reply_id))
    assert talk.wait_at_rest(reply_id)["content"] == HELD.text
