"""Each task does what its name says, by its arguments alone, and leaves the rest."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import redis
from celery import signals
from sqlalchemy import insert, inspect, select

from backend import queueing
from backend.actions import accounts
from backend.actions.planning import PAGE
from backend.actions.requests import Author
from backend.clock import system_clock
from backend.storage.models import Login, Negotiation
from tests.integration.history import check_promises, kept, reply_row
from tests.integration.parts import House
from tests.integration.worker.conftest import Worker


def sent(valkey_url: str, queue: str) -> list[tuple[str, list[Any]]]:
    """The tasks that wait in a queue, with their arguments, in the order in which they came."""
    with redis.Redis.from_url(valkey_url) as client:
        packed = [json.loads(each) for each in reversed(client.lrange(queue, 0, -1))]
    bodies = [json.loads(base64.b64decode(each["body"])) for each in packed]
    return [(each["headers"]["task"], body[0]) for each, body in zip(packed, bodies, strict=True)]


@pytest.fixture
def buyer(home: House) -> Author:
    return home.buyer()


def copies(home: House, negotiation_id: UUID, count: int) -> list[str]:
    """So many negotiations like one, which is much faster than to open them."""
    with home.services.database.write() as session:
        row = session.get_one(Negotiation, negotiation_id)
        columns = {
            name: getattr(row, name)
            for name in inspect(Negotiation).column_attrs.keys()  # noqa: SIM118
        }
        made = [{**columns, "id": uuid4(), "client_id": None} for _ in range(count)]
        session.execute(insert(Negotiation), made)
    return [str(each["id"]) for each in made]


def test_a_reply_is_written(worker: Worker, home: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    worker.run(queueing.GENERATE_REPLY, str(reply_id))
    assert reply_row(home.services, reply_id).status == "complete"
    check_promises(home.services, negotiation_id)


def test_stranded_replies_are_sent_again(
    worker: Worker, home: House, buyer: Author, valkey_url: str
) -> None:
    home.queue.is_down = True
    home.open(buyer)
    home.queue.is_down = False
    worker.run(queueing.SWEEP_REPLIES)
    [(task, [reply_id])] = sent(valkey_url, queueing.REPLIES)
    assert task == queueing.GENERATE_REPLY
    worker.run(task, reply_id)
    assert reply_row(home.services, UUID(reply_id)).status == "complete"


def test_a_plan_goes_through_all_pages_and_ends(
    worker: Worker, home: House, buyer: Author, valkey_url: str
) -> None:
    """Also where its last page is as long as any other."""
    negotiation_id = home.opened(buyer)
    quiet = sorted([str(negotiation_id), *copies(home, negotiation_id, 2 * PAGE - 1)])
    plans: list[tuple[Any, ...]] = [(None, None)]
    with redis.Redis.from_url(valkey_url) as client:
        for plan in plans:
            assert len(plans) <= 3, "it begins anew for ever"
            worker.run(queueing.PLAN_RENEGOTIATION, *plan)
            told = sent(valkey_url, queueing.BATCH)
            client.delete(queueing.BATCH)
            plans += [tuple(args) for task, args in told if task == queueing.PLAN_RENEGOTIATION]
            page = [args for task, args in told if task == queueing.RENEGOTIATE]
            start = PAGE * (len(plans) - 1 - bool(page)) if page else 2 * PAGE
            assert [each for each, _ in page] == quiet[start : start + PAGE]
    assert plans == [(None, None), (3, quiet[PAGE - 1]), (3, quiet[-1])]


def test_a_quiet_negotiation_gets_a_fresh_advice(
    worker: Worker, home: House, buyer: Author
) -> None:
    negotiation_id = home.opened(buyer)
    last_seq = kept(home.services, negotiation_id).negotiation["last_seq"]
    worker.run(queueing.RENEGOTIATE, str(negotiation_id), last_seq - 1)
    assert kept(home.services, negotiation_id).negotiation["last_seq"] == last_seq
    worker.run(queueing.RENEGOTIATE, str(negotiation_id), last_seq)
    events = check_promises(home.services, negotiation_id)[last_seq:]
    assert [event["type"] for event in events] == ["new_message"]
    assert events[0]["message"]["kind"] == "advice"


def test_what_nobody_touched_for_long_is_closed(worker: Worker, home: House, buyer: Author) -> None:
    old = home.opened(buyer)
    home.clock.now = system_clock()
    fresh = home.opened(buyer)
    worker.run(queueing.EXPIRE_NEGOTIATIONS)
    statuses = [kept(home.services, each).negotiation["status"] for each in (old, fresh)]
    assert statuses == ["expired", "active"]


def test_logins_that_nobody_can_use_are_forgotten(worker: Worker, home: House) -> None:
    old = accounts.register(home.services, f"{uuid4()}@example.com", "correct horse battery")
    home.clock.now = system_clock() - timedelta(days=1)
    fresh = accounts.register(home.services, f"{uuid4()}@example.com", "correct horse battery")
    worker.run(queueing.FORGET_ENDED_LOGINS)
    with home.services.database.read() as session:
        ids = set(session.scalars(select(Login.id)))
    assert fresh.login_id in ids
    assert old.login_id not in ids


def test_notifications_need_a_key(worker: Worker, home: House) -> None:
    assert worker.upkeep.push_sender() is None
    worker.run(queueing.DELIVER_NOTIFICATIONS)


def test_a_worker_that_ends_hands_its_tasks_to_others(
    worker: Worker, home: House, buyer: Author, valkey_url: str
) -> None:
    home.open(buyer)
    [reply_id] = home.queue.take_replies()
    assert worker.replies.replier() is worker.replies.replier()
    signals.worker_shutting_down.send(sender=None)
    worker.run(queueing.GENERATE_REPLY, str(reply_id))
    assert reply_row(home.services, reply_id).status == "pending"
    assert sent(valkey_url, queueing.REPLIES) == [(queueing.GENERATE_REPLY, [str(reply_id)])]
    worker.replies.replier.cache_clear()  # this one claims nothing more
