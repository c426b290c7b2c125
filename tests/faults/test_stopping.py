"""Stopping: the model is hung up on at once, from wherever it comes and whatever it races."""

from __future__ import annotations

import random
from typing import Any

from tests.faults.product import pause
from tests.faults.rig import HELD, QUICK, Rig, Watcher


def ends(watcher: Watcher) -> list[dict[str, Any]]:
    """The messages that a tab was told are stopped."""
    updated = [each["message"] for each in watcher.of("message_updated")]
    return [message for message in updated if message["status"] == "stopped"]


def test_from_another_tab_ends_the_model_call(rig: Rig) -> None:
    talk, reply_id = rig.writing(HELD)
    with talk.watch(0) as first, talk.watch(1) as second:
        for tab in (first, second):
            tab.subscribe(talk.negotiation_id)
        first.wait(lambda w: w.of("message_delta"))
        hung_up = rig.model.hung_up
        talk.rest.gateway = 1
        assert talk.control(reply_id, "stop") == 202
        # Nothing else would end it: the model says no more, and is waited for.
        assert rig.model.wait_until(lambda model: model.hung_up > hung_up)
        for tab in (first, second):
            tab.wait(lambda w: [m for m in ends(w) if m["reply_id"] == reply_id])
    message = talk.wait_at_rest(reply_id)
    assert message["status"] == "stopped"
    assert message["content"]
    assert HELD.text.startswith(message["content"])
    assert [state["status"] for state in talk.states(reply_id)] == ["streaming", "stopped"]


def test_a_stop_that_races_the_end_leaves_one_end(rig: Rig) -> None:
    talk = rig.open()
    rig.model.script = QUICK
    seeded = random.Random(3)
    for _ in range(8):
        reply_id = talk.say()
        pause(seeded.uniform(0.0, 0.12))
        assert talk.control(reply_id, "stop") == 202
        end = talk.wait_at_rest(reply_id)
        ends = [s["status"] for s in talk.states(reply_id) if s["status"] != "streaming"]
        assert ends == [end["status"]]
        assert end["status"] in ("complete", "stopped")
