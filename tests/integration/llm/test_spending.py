"""What models cost: written down for each try, and bounded by limits."""

from __future__ import annotations

import threading
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError
from structlog.testing import capture_logs

from backend.actions.renegotiating import renegotiate
from backend.actions.reply.control import retry_reply, stop_reply
from backend.actions.requests import Author
from backend.domain.spending import Limit, Prices
from backend.llm.adviser import Adviser, ModelTimeouts
from backend.llm.model_breaker import BreakerRules
from backend.storage.models import ModelUsage, UsageDay
from backend.storage.usage import usage_of_reply
from tests.integration.history import Json, check_promises, of_reply
from tests.integration.llm.conftest import LONG, MakeHouse
from tests.integration.parts import House
from tests.support.model_server import ModelServer, Script

SOUND = "Stay where you are for now. They have more room than they show, and you have time."
PRICES = Prices.parse("openai:first=1000/2000")
"""In micro-dollars a token: 1,000 and 2,000."""


def advice(home: House, negotiation_id: UUID, reply_id: UUID) -> Json:
    message: Json = of_reply(check_promises(home.services, negotiation_id), reply_id)[-1]["message"]
    return message


def asked(home: House, buyer: Author, negotiation_id: UUID) -> tuple[UUID, Json]:
    """A question and its answer."""
    reply_id = home.chat(buyer, negotiation_id)
    home.work()
    return reply_id, advice(home, negotiation_id, reply_id)


def tries(home: House, reply_id: UUID) -> list[ModelUsage]:
    with home.services.database.read() as session:
        return list(usage_of_reply(session, reply_id))


def today(home: House, buyer: Author) -> UsageDay | None:
    with home.services.database.read() as session:
        return session.get(UsageDay, (buyer.user_id, home.clock.now.date()))


def told(message: Json) -> tuple[Any, ...]:
    data = message["data"]
    return data["source"], data["attempt"], data.get("fallback_reason")


def test_the_providers_count_is_written_down(make_house: MakeHouse, server: ModelServer) -> None:
    home = make_house(chain="openai:first", asks_usage=True, model_prices=PRICES)
    server.script = Script(SOUND, usage=(120, 30))
    negotiation_id = home.opened(buyer := home.buyer())
    reply_id, message = asked(home, buyer, negotiation_id)
    assert message["content"] == SOUND
    [row] = tries(home, reply_id)
    assert (row.model, row.attempt, row.outcome) == ("openai:first", 1, "answered")
    assert (row.input_tokens, row.output_tokens, row.is_estimated) == (120, 30, False)
    assert row.cost_micros == 120 * 1000 + 30 * 2000
    day = today(home, buyer)
    assert day is not None
    assert (day.tries, day.input_tokens, day.output_tokens) == (2, 240, 60)
    assert day.cost_micros == 2 * row.cost_micros


def test_without_a_count_it_is_estimated_and_says_so(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(chain="openai:first", model_prices=PRICES)
    server.script = Script(SOUND)
    reply_id, _ = asked(home, buyer := home.buyer(), home.opened(buyer))
    assert "stream_options" not in server.requests[0]
    [row] = tries(home, reply_id)
    assert row.is_estimated
    assert row.output_tokens == -(-len(SOUND) // 4)
    question = sum(len(message["content"]) for message in server.requests[-1]["messages"])
    assert question // 8 < row.input_tokens < question // 2


def test_repairs_count_as_well(make_house: MakeHouse, server: ModelServer) -> None:
    home = make_house(chain="openai:first", asks_usage=True)
    server.script = Script(f"{SOUND} Offer $19,999 then.", usage=(100, 10))
    reply_id, message = asked(home, buyer := home.buyer(), home.opened(buyer))
    assert "$19,999" not in message["content"]
    [row] = tries(home, reply_id)
    assert (row.input_tokens, row.output_tokens) == (200, 20)


@pytest.mark.parametrize("refusal", [Script(status=500), Script(status=429), Script(status=401)])
def test_a_refused_question_costs_nothing(
    make_house: MakeHouse, server: ModelServer, refusal: Script
) -> None:
    home = make_house(model_prices=PRICES)
    server.script = Script(SOUND)
    server.answer_for("first", refusal)
    reply_id, message = asked(home, buyer := home.buyer(), home.opened(buyer))
    assert told(message) == ("model", 2, None)
    first, second = tries(home, reply_id)
    assert (first.input_tokens, first.output_tokens, first.cost_micros) == (0, 0, 0)
    assert first.outcome in ("provider_error", "rate_limited")
    assert (second.model, second.attempt, second.outcome) == ("openai:second", 2, "answered")


def test_the_playbook_costs_nothing(make_house: MakeHouse, server: ModelServer) -> None:
    home = make_house(chain="playbook")
    reply_id, message = asked(home, buyer := home.buyer(), home.opened(buyer))
    assert tries(home, reply_id) == []
    assert today(home, buyer) is None
    assert told(message) == ("playbook", 1, None)


def test_stopping_ends_the_cost(make_house: MakeHouse, server: ModelServer) -> None:
    home = make_house(chain="openai:first")
    server.script = Script(SOUND)
    negotiation_id = home.opened(buyer := home.buyer())
    server.script = Script(SOUND, fault="hang_midway")
    reply_id = home.chat(buyer, negotiation_id)
    working = threading.Thread(target=home.work)
    working.start()
    assert server.wait_until(lambda it: it.asked("first") == 2)
    stop_reply(home.services, buyer, negotiation_id, reply_id)
    working.join(20)
    assert not working.is_alive()
    assert server.wait_until(lambda it: it.hung_up == 1)
    [row] = tries(home, reply_id)
    assert (row.outcome, row.is_estimated) == ("stopped", True)
    assert row.output_tokens <= -(-len(SOUND) // 4)
    assert server.asked("first") == 2


def test_over_the_daily_limit_the_playbook_answers_until_the_day_is_over(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(chain="openai:first", asks_usage=True, daily_limit=Limit(tokens=300))
    server.script = Script(SOUND, usage=(120, 30))
    negotiation_id = home.opened(buyer := home.buyer())
    assert told(asked(home, buyer, negotiation_id)[1]) == ("model", 1, None)
    reply_id, message = asked(home, buyer, negotiation_id)
    assert told(message) == ("playbook", 1, "daily_limit")
    assert server.asked("first") == 2
    assert tries(home, reply_id) == []
    day = today(home, buyer)
    assert day is not None
    assert (day.tries, day.refusals) == (2, 1)
    other = home.buyer()
    assert told(asked(home, other, home.opened(other))[1])[0] == "model"
    home.clock.now = home.clock.now.replace(hour=23, minute=59, second=59)
    assert told(asked(home, buyer, negotiation_id)[1])[0] == "playbook"
    home.clock.advance(seconds=1)
    assert told(asked(home, buyer, negotiation_id)[1]) == ("model", 1, None)
    retry_reply(home.services, buyer, negotiation_id, reply_id)
    home.work()
    assert told(advice(home, negotiation_id, reply_id)) == ("model", 2, None)


def test_workers_at_once_do_not_both_pass_the_limit(
    make_house: MakeHouse, server: ModelServer
) -> None:
    """While one writes, the other sees what is reserved for it, not only what was spent."""
    home, neighbour = (
        make_house(chain="openai:first", asks_usage=True, daily_limit=Limit(tokens=400))
        for _ in range(2)
    )
    server.script = Script(SOUND, usage=(120, 30))
    buyer = home.buyer()
    places = [home.opened(buyer), home.opened(buyer)]
    server.script = Script(SOUND, usage=(120, 30), fault="hang_midway")
    replies = [home.chat(buyer, place) for place in places]
    first = threading.Thread(target=home.replier.generate, args=[replies[0]])
    first.start()
    assert server.wait_until(lambda it: it.asked("first") == 3)
    assert neighbour.replier.generate(replies[1])
    assert told(advice(home, places[1], replies[1])) == ("playbook", 1, "daily_limit")
    server.released.set()
    first.join(20)
    assert told(advice(home, places[0], replies[0])) == ("model", 1, None)
    day = today(home, buyer)
    assert day is not None
    assert day.input_tokens + day.output_tokens == 3 * 150


def test_a_limit_on_the_daily_cost(make_house: MakeHouse, server: ModelServer) -> None:
    home = make_house(
        chain="openai:first,openai:second",
        asks_usage=True,
        model_prices=PRICES,
        daily_limit=Limit(cost=100_000),
    )
    server.script = Script(SOUND, usage=(120, 30))
    negotiation_id = home.opened(buyer := home.buyer())
    assert told(asked(home, buyer, negotiation_id)[1]) == ("playbook", 1, "daily_limit")


@pytest.mark.parametrize("limit", ["reply_limit", "daily_limit"])
def test_a_model_without_a_price_that_a_limit_on_costs_cannot_hold_is_warned_of(
    make_house: MakeHouse, limit: str
) -> None:
    with capture_logs() as records:
        make_house(model_prices=PRICES, **{limit: Limit(cost=100_000)})
    warned = [each["model"] for each in records if each["event"] == "model_without_price"]
    assert warned == ["openai:second"]


def test_what_could_not_be_written_down_is_not_told_as_used(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(chain="openai:first")
    server.script = Script(SOUND)
    negotiation_id = home.opened(buyer := home.buyer())

    @event.listens_for(home.services.database.engine, "before_cursor_execute")
    def refuse(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("UPDATE model_usage"):
            raise SQLAlchemyError("not now")

    with capture_logs() as records:
        assert told(asked(home, buyer, negotiation_id)[1])[0] == "model"
    events = [each["event"] for each in records]
    assert "usage_not_settled" in events
    assert "model_used" not in events


def test_without_a_limit_on_costs_nobody_needs_a_price(make_house: MakeHouse) -> None:
    with capture_logs() as records:
        make_house(daily_limit=Limit(tokens=100))
    assert records == []


def test_an_answer_that_becomes_too_long_for_its_limit_is_ended(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(chain="openai:first", reply_limit=Limit(tokens=1_500))
    server.script = Script(SOUND)
    negotiation_id = home.opened(buyer := home.buyer())
    endless = f"{SOUND} {SOUND} " * 80
    server.script = Script(endless[:7_900], token_delay=0.001)
    reply_id, message = asked(home, buyer, negotiation_id)
    [row] = tries(home, reply_id)
    assert row.outcome == "reply_limit"
    assert told(message) == ("playbook", 2, "reply_limit")
    assert server.wait_until(lambda it: it.hung_up == 1)
    assert 1_500 < row.input_tokens + row.output_tokens < 1_800


def test_the_limit_of_a_reply_holds_for_all_models_together(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(asks_usage=True, reply_limit=Limit(tokens=2_000))
    server.answer_for("first", Script(SOUND, finish_reason="length", usage=(1_900, 90)))
    reply_id, message = asked(home, buyer := home.buyer(), home.opened(buyer))
    assert told(message) == ("playbook", 2, "reply_limit")
    assert server.asked("second") == 0
    assert [row.outcome for row in tries(home, reply_id)] == ["unfinished"]


def test_batch_advice_is_on_the_buyers_account_too(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(chain="openai:first", asks_usage=True, daily_limit=Limit(tokens=160))
    server.script = Script(SOUND, usage=(120, 30))
    negotiation_id = home.opened(buyer := home.buyer())
    adviser = Adviser("openai:first", ModelTimeouts(LONG, LONG, LONG))
    for expected in ("model", "playbook"):
        events = check_promises(home.services, negotiation_id)
        home.clock.advance(hours=1)
        assert renegotiate(home.services, adviser, negotiation_id, len(events))
        events = check_promises(home.services, negotiation_id)
        message = [event["message"] for event in events if "message" in event][-1]
        assert message["data"]["source"] == expected
        home.clock.advance(hours=1)
        home.chat(buyer, negotiation_id)
        home.work()


def test_a_model_that_is_out_costs_no_write(make_house: MakeHouse, server: ModelServer) -> None:
    home = make_house(chain="openai:first", rules=BreakerRules(failures=1))
    server.script = Script(status=500)
    negotiation_id = home.opened(buyer := home.buyer())
    written: list[str] = []

    @event.listens_for(home.services.database.engine, "before_cursor_execute")
    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if "usage" in statement:
            written.append(statement)

    reply_id, message = asked(home, buyer, negotiation_id)
    assert told(message) == ("playbook", 1, "model_unavailable")
    assert (tries(home, reply_id), server.asked("first")) == ([], 1)
    assert [statement for statement in written if not statement.startswith("SELECT")] == []
