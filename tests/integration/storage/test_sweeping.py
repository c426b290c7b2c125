"""The sweeper: what nobody works on is worked on, or ended."""

from __future__ import annotations

from uuid import UUID

from flask import Flask

from backend.actions.reply.claiming import fail_reply
from backend.actions.reply.sweeping import sweep_replies
from backend.actions.requests import Author
from backend.api.cli import register_commands
from backend.storage import replies
from tests.integration.history import check_promises, history, of_reply, reply_row
from tests.integration.parts import House


def test_a_reply_that_could_not_be_enqueued_is_sent_later(home: House, buyer: Author) -> None:
    home.queue.is_down = True
    negotiation_id = home.open(buyer)
    home.queue.is_down = False
    assert home.queue.take_replies() == []
    home.clock.advance(seconds=10)
    assert sweep_replies(home.services) == 1
    home.work()
    check_promises(home.services, negotiation_id)


def test_a_fresh_task_is_given_its_time(home: House, buyer: Author) -> None:
    home.open(buyer)
    home.clock.advance(seconds=7.9)
    assert sweep_replies(home.services) == 0
    home.clock.advance(seconds=0.2)
    assert sweep_replies(home.services) == 1


def test_a_reply_sent_again_is_given_its_time_anew(home: House, buyer: Author) -> None:
    home.open(buyer)
    home.clock.advance(seconds=10)
    assert [sweep_replies(home.services) for _ in range(3)] == [1, 0, 0]
    home.clock.advance(seconds=10)
    assert sweep_replies(home.services) == 1


def test_who_has_waited_longest_is_sent_first_and_so_many_at_once(
    home: House, buyer: Author
) -> None:
    home.open(buyer)
    home.clock.advance(seconds=5)
    home.open(buyer)
    first_id, second_id = home.queue.take_replies()
    home.clock.advance(seconds=3)
    sweep_replies(home.services)
    assert home.queue.take_replies() == [first_id]
    assert home.claim(second_id)
    home.clock.advance(seconds=20)
    with home.services.database.read() as session:
        [longest] = replies.stranded_replies(session, home.clock.now, home.clock.now, limit=1)
    assert longest.id == second_id
    sweep_replies(home.services)
    assert home.queue.take_replies() == [second_id, first_id]


def test_only_the_reply_whose_turn_it_is_is_sent(home: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    home.chat(buyer, negotiation_id)
    opening_id, _ = home.queue.take_replies()
    home.clock.advance(seconds=10)
    sweep_replies(home.services)
    assert home.queue.take_replies() == [opening_id]


def test_a_running_reply_is_left_alone_until_its_lease_ends(home: House, buyer: Author) -> None:
    home.open(buyer)
    [reply_id] = home.queue.take_replies()
    home.claim(reply_id)
    home.clock.advance(seconds=14)
    assert sweep_replies(home.services) == 0
    home.clock.advance(seconds=2)
    assert sweep_replies(home.services) == 1
    assert home.queue.take_replies() == [reply_id]


def test_a_reply_whose_every_claim_died_fails_and_lets_the_next_go(
    home: House, buyer: Author
) -> None:
    negotiation_id = home.open(buyer)
    next_id = home.chat(buyer, negotiation_id)
    [reply_id, _] = home.queue.take_replies()
    for attempt in range(1, 5):
        claim = home.claim(reply_id)
        assert claim is not None
        assert claim.attempt == attempt
        home.clock.advance(seconds=home.services.settings.lease_seconds)
    assert home.claim(reply_id) is None
    home.port.sent.clear()
    sweep_replies(home.services)
    reply = reply_row(home.services, reply_id)
    assert (reply.status, reply.failure) == ("failed", "claims_exhausted")
    about = of_reply(history(home.services, negotiation_id), reply_id)
    assert [e["message"]["status"] for e in about] == ["streaming"] * 4 + ["failed"]
    assert [e["is_typing"] for e in home.port.named("typing_indicator")] == [False]
    assert next_id in home.queue.take_replies()
    assert home.replier.generate(next_id)
    check_promises(home.services, negotiation_id)


def test_operators_see_what_was_given_up_newest_first(home: House, buyer: Author) -> None:
    app = Flask("operator")
    register_commands(app, home.services)
    failed: list[tuple[UUID, UUID]] = []
    for _ in range(3):
        home.clock.advance(seconds=1)
        negotiation_id = home.open(buyer)
        [reply_id] = home.queue.take_replies()
        claim = home.claim(reply_id)
        assert claim is not None
        fail_reply(home.services, claim, "no_model_answered")
        failed.append((negotiation_id, reply_id))
    home.opened(buyer)
    shown = app.test_cli_runner().invoke(args=["failed-replies", "--limit", "2"]).output
    assert [line.partition(" created=")[0] for line in shown.splitlines()] == [
        f"{reply_id} negotiation={negotiation_id} attempts=1 failure=no_model_answered"
        for negotiation_id, reply_id in failed[:0:-1]
    ]


def test_sweeping_twice_fails_a_reply_once(home: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    [reply_id] = home.queue.take_replies()
    while home.claim(reply_id):
        home.clock.advance(seconds=20)
    sweep_replies(home.services)
    events = history(home.services, negotiation_id)
    assert sweep_replies(home.services) == 0
    assert history(home.services, negotiation_id) == events
