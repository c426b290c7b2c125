"""Workers that die or end: their replies go on elsewhere, or are given up and can be retried."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from uuid import UUID

from backend.storage.models import Reply
from tests.faults.product import ROOT
from tests.faults.rig import HELD, MAX_CLAIMS, QUICK, WORDS, Rig
from tests.support.leases import end_lease
from tests.support.model_server import Script
from tests.support.waiting import wait_for


def row(rig: Rig, reply_id: str) -> Reply:
    with rig.database.read() as session:
        return session.get_one(Reply, UUID(reply_id))


def end_worker(rig: Rig, signal_number: int) -> None:
    """Signal the worker, and wait until another is there in its place."""
    before = rig.stack.pid_of("worker")
    rig.stack.kill("worker", signal_number)
    wait_for(lambda: rig.stack.pid_of("worker") not in (None, before), what="another worker")


def test_the_last_dying_claim_leaves_a_reply_failed_listed_and_repeatable(rig: Rig) -> None:
    talk, reply_id = rig.writing(Script(fault="hang"))
    with talk.watch() as watcher:
        watcher.subscribe(talk.negotiation_id)
        for claims in range(1, MAX_CLAIMS + 1):
            wait_for(lambda n=claims: row(rig, reply_id).claims == n, what=f"claim {claims}")  # type: ignore[misc]
            end_worker(rig, signal.SIGKILL)
            end_lease(rig.database, reply_id)
        message = talk.wait_at_rest(reply_id)
        [error] = watcher.wait(lambda w: w.of("error"))
        assert (error["reply_id"], error["code"]) == (reply_id, "reply_failed")
        assert watcher.of("typing_indicator")[-1]["is_typing"] is False
    assert message["status"] == "failed"
    assert row(rig, reply_id).failure == "claims_exhausted"
    listed = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", "failed-replies"],
        cwd=ROOT,
        env={**os.environ, **rig.stack.plan.environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert reply_id in listed.stdout
    rig.model.script = QUICK
    assert talk.control(reply_id, "retry") == 202
    done = wait_for(lambda: row(rig, reply_id).status == "complete", what="the retry")
    assert done
    assert talk.wait_at_rest(reply_id)["content"] == QUICK.text


def test_a_worker_that_ends_hands_its_replies_back(rig: Rig) -> None:
    talk, reply_id = rig.writing(HELD)
    end_worker(rig, signal.SIGTERM)
    # Nobody has to wait for the lease, which is longer than any test.
    wait_for(lambda: row(rig, reply_id).attempt == 2, what="it is claimed again")
    assert row(rig, reply_id).claims == 1, "a claim handed back is not one that died"
    assert [s["status"] for s in talk.states(reply_id)] == ["streaming", "streaming"]
    assert talk.control(reply_id, "stop") == 202


def test_a_worker_that_ends_lets_a_short_reply_finish(rig: Rig) -> None:
    script = Script(text=" ".join(WORDS[:4]), fault="hang_midway")
    talk, reply_id = rig.writing(script)
    rig.stack.kill("worker", signal.SIGTERM)
    rig.model.released.set()
    assert talk.wait_at_rest(reply_id)["content"] == script.text
    assert row(rig, reply_id).attempt == 1
