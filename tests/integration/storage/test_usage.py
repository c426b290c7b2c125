"""The use of models in the database: exact sums, and limits that hold for workers at once."""

from __future__ import annotations

import math
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.actions.budget import Budget, Payer
from backend.actions.requests import Author
from backend.api.cli import register_commands
from backend.domain.spending import NO_LIMIT, Limit, Tokens
from backend.llm.adviser import Adviser, ModelTimeouts
from backend.storage import usage
from backend.storage.models import ModelUsage, UsageDay
from tests.integration.parts import House
from tests.integration.together import together
from tests.unit.domain.briefs import brief


def row_of(
    home: House,
    buyer: Author,
    negotiation_id: UUID,
    tokens: int,
    cost: int,
    *,
    reply_id: UUID | None = None,
    attempt: int = 1,
) -> ModelUsage:
    with home.services.transaction() as transaction:
        return ModelUsage(
            id=transaction.new_id(),
            user_id=buyer.user_id,
            negotiation_id=negotiation_id,
            reply_id=reply_id,
            attempt=attempt,
            model="openai:first",
            day=transaction.now.date(),
            input_tokens=tokens,
            output_tokens=0,
            cost_micros=cost,
            is_estimated=True,
            outcome="reserved",
            created_at=transaction.now,
        )


def begin(home: House, row: ModelUsage, limit: Limit) -> bool:
    with home.services.database.write() as session:
        return usage.begin_try(session, row, limit)


def end(home: House, row: ModelUsage, tokens: Tokens, cost: int) -> None:
    with home.services.database.write() as session:
        usage.end_try(session, row, tokens, cost, "answered")


def day_of(home: House, buyer: Author) -> UsageDay:
    with home.services.database.read() as session:
        return session.get_one(UsageDay, (buyer.user_id, home.clock.now.date()))


def check_sums(home: House, buyer: Author) -> None:
    """The day is the sum of its tries."""
    day = day_of(home, buyer)
    with home.services.database.read() as session:
        sums = session.execute(
            select(
                func.count(),
                func.sum(ModelUsage.input_tokens),
                func.sum(ModelUsage.output_tokens),
                func.sum(ModelUsage.cost_micros),
            ).where(ModelUsage.user_id == buyer.user_id)
        ).one()
    assert tuple(sums) == (day.tries, day.input_tokens, day.output_tokens, day.cost_micros)


@pytest.mark.parametrize(
    ("limit", "begun"),
    [
        (Limit(tokens=1), 1),
        (Limit(tokens=10_000), 4),
        (Limit(cost=900), 3),
        (Limit(tokens=10_000, cost=900), 3),
        (NO_LIMIT, 8),
    ],
)
def test_of_tries_that_come_at_once_only_those_within_the_limit_begin(
    home: House, neighbour: House, buyer: Author, limit: Limit, begun: int
) -> None:
    """A day ends at most one try above its limit, whoever comes first."""
    negotiation_id = home.open(buyer)
    rows = [row_of(home, buyer, negotiation_id, 3_000, 300) for _ in range(8)]
    houses = (home, neighbour) * 4
    done = together(
        [
            lambda worker=worker, row=row: begin(worker, row, limit)  # type: ignore[misc]
            for worker, row in zip(houses, rows, strict=True)
        ]
    )
    assert sorted(done, key=str) == [False] * (8 - begun) + [True] * begun
    check_sums(home, buyer)
    assert day_of(home, buyer).refusals == 8 - begun


def test_ends_at_once_add_up(home: House, neighbour: House, buyer: Author) -> None:
    negotiation_id = home.open(buyer)
    rows = [row_of(home, buyer, negotiation_id, 3_000, 300) for _ in range(8)]
    for row in rows:
        assert begin(home, row, NO_LIMIT)
    houses = (home, neighbour) * 4
    together(
        [
            lambda n=n, worker=worker, row=row: end(worker, row, Tokens(100 + n, n), n)  # type: ignore[misc]
            for n, (worker, row) in enumerate(zip(houses, rows, strict=True))
        ]
    )
    check_sums(home, buyer)
    day = day_of(home, buyer)
    assert (day.input_tokens, day.output_tokens, day.cost_micros) == (828, 28, 28)


def test_a_worker_that_died_leaves_its_estimate(home: House, buyer: Author) -> None:
    row = row_of(home, buyer, home.open(buyer), 3_000, 300)
    assert begin(home, row, Limit(tokens=2_000))
    late = row_of(home, buyer, row.negotiation_id, 3_000, 300)
    assert not begin(home, late, Limit(tokens=2_000))
    check_sums(home, buyer)


def test_a_try_that_did_not_begin_is_taken_back(home: House, buyer: Author) -> None:
    row = row_of(home, buyer, home.open(buyer), 3_000, 300)
    assert begin(home, row, NO_LIMIT)
    with home.services.database.write() as session:
        usage.drop_try(session, row)
    day = day_of(home, buyer)
    assert (day.tries, day.input_tokens, day.output_tokens, day.cost_micros) == (0, 0, 0, 0)


def test_the_tries_of_a_reply_are_told_in_their_order(home: House, buyer: Author) -> None:
    """Neither as they were written down nor with another's."""
    negotiation_id, reply_id, another = home.open(buyer), uuid4(), uuid4()

    def tried(reply: UUID, attempt: int, tokens: int) -> ModelUsage:
        home.clock.advance(seconds=1)
        return row_of(home, buyer, negotiation_id, tokens, 0, reply_id=reply, attempt=attempt)

    later = tried(reply_id, 2, 30)
    first, second = tried(reply_id, 1, 10), tried(reply_id, 1, 20)
    for row in (tried(another, 1, 99), later, second, first):
        assert begin(home, row, NO_LIMIT)
    with home.services.database.read() as session:
        told = usage.usage_of_reply(session, reply_id)
    assert [(each.attempt, each.input_tokens) for each in told] == [(1, 10), (1, 20), (2, 30)]


def test_a_model_is_written_down_however_long_its_name(home: House, buyer: Author) -> None:
    """As much of it as fits: PostgreSQL would refuse more, and the buyer get no answer."""
    negotiation_id, reply_id = home.open(buyer), uuid4()
    name = f"openai:{'long-' * 40}"
    model = Adviser(name, ModelTimeouts(10, 10, 45)).candidates[0]
    payer = Payer(buyer.user_id, negotiation_id, reply_id)
    with Budget(home.services, payer, math.inf).spending(model, 1, brief("opening")):
        pass
    with home.services.database.read() as session:
        assert [each.model for each in usage.usage_of_reply(session, reply_id)] == [name[:120]]


def test_operators_see_who_cost_what(home: House) -> None:
    app = Flask("operator")
    register_commands(app, home.services)
    for tokens, cost in ((100, 20), (200, 1_500_000)):
        buyer = home.buyer()
        assert begin(home, row_of(home, buyer, home.open(buyer), tokens, cost), NO_LIMIT)
    day = home.clock.now.date().isoformat()
    shown = app.test_cli_runner().invoke(args=["usage"]).output.splitlines()
    assert [line.partition(" ")[2] for line in shown[:2]] == [
        "cost=$1.500000 input_tokens=200 output_tokens=0 tries=1 refusals=0",
        "cost=$0.000020 input_tokens=100 output_tokens=0 tries=1 refusals=0",
    ]
    assert shown[2] == f"{day}: 2 users, $1.500020"
    other = app.test_cli_runner().invoke(args=["usage", "--day", "2020-02-29"]).output
    assert other == "2020-02-29: 0 users, $0.000000\n"
    assert app.test_cli_runner().invoke(args=["usage", "--day", "yesterday"]).exit_code == 2
