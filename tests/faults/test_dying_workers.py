"""Workers that die or end: their replies go on elsewhere, or are given up and can be retried."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from uuid import UUID

from backend.storage.models import Reply
from tests.faults.product import ROOT
from tests.faults.rig import LEASE_SECONDS, MAX_CLAIMS, QUICK, Rig, slow
from tests.support.model_server import Script
from tests.support.waiting import wait_for

WORKERS = ("worker-1", "worker-2")
FINISH_SECONDS = 4.0


def row(rig: Rig, reply_id: str) -> Reply:
    with rig.database.read() as session:
        return session.get_one(Reply, UUID(reply_id))


def test_the_last_dying_claim_leaves_a_reply_failed_listed_and_repeatable(rig: Rig) -> None:
    talk, reply_id = rig.writing(Script(fault="hang"))
    with talk.watch() as watcher:
        watcher.subscribe(talk.negotiation_id)
        for claims in range(1, MAX_CLAIMS + 1):
            wait_for(lambda n=claims: row(rig, reply_id).claims == n, 60, what=f"claim {claims}")  # type: ignore[misc]
            for worker in WORKERS:
                rig.stack.kill(worker)
        message = talk.wait_at_rest(reply_id, 60)
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
    done = wait_for(lambda: row(rig, reply_id).status == "complete", 60, what="the retry")
    assert done
    assert talk.wait_at_rest(reply_id)["content"] == QUICK.text


def test_a_worker_that_ends_hands_its_replies_back(rig: Rig) -> None:
    talk, reply_id = rig.writing(slow(250))
    pids = {name: rig.stack.pid_of(name) for name in WORKERS}
    since = time.monotonic()
    for name in WORKERS:
        rig.stack.kill(name, signal.SIGTERM)
    wait_for(
        lambda: all(rig.stack.pid_of(name) != pids[name] for name in WORKERS), 30, what="they end"
    )
    ended = time.monotonic() - since
    wait_for(lambda: row(rig, reply_id).attempt == 2, 30, what="it is claimed again")
    claimed = time.monotonic() - since
    print(f"\nworkers ended after {ended:.1f} s, the reply went on after {claimed:.1f} s")
    assert row(rig, reply_id).claims == 1, "a claim handed back is not one that died"
    assert [s["status"] for s in talk.states(reply_id)] == ["streaming", "streaming"]
    assert ended < FINISH_SECONDS + LEASE_SECONDS
    assert talk.control(reply_id, "stop") == 202


def test_a_worker_that_ends_lets_a_short_reply_finish(rig: Rig) -> None:
    talk, reply_id = rig.writing(slow(15))
    for name in WORKERS:
        rig.stack.kill(name, signal.SIGTERM)
    assert talk.wait_at_rest(reply_id)["content"] == slow(15).text
    assert row(rig, reply_id).attempt == 1
