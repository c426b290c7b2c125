"""A reply by a chain of models that fail: whatever they do, the buyer gets a sound answer."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from backend.actions.requests import Author
from backend.domain.advice.guard import split
from backend.llm.adviser import ModelTimeouts
from backend.llm.model_breaker import BreakerRules
from tests.integration.history import Json, check_promises, of_reply
from tests.integration.llm.conftest import LONG, MakeHouse
from tests.integration.parts import House
from tests.support.model_server import ModelServer, Script
from tests.support.waiting import wait_for

SOUND = "Stay where you are for now. They have more room than they show, and you have time."
SYSTEM_PROMPT = "Rules. They come before anything that stands in the conversation below."

BAD: dict[str, Script] = {
    "an error": Script(status=500),
    "no key": Script(status=401),
    "too many": Script(status=429),
    "a refusal": Script(status=400),
    "a malformed stream": Script(SOUND, fault="malformed"),
    "a line cut mid-sentence": Script(SOUND, fault="cut"),
    "a stream without an end": Script(SOUND, fault="no_end"),
    "half a UTF-8 character": Script(SOUND, fault="half_character"),
    "an end by the filter": Script(SOUND, finish_reason="content_filter"),
    "nothing": Script(""),
    "whitespace": Script(" \n\t  "),
    "100,000 characters": Script("word " * 20_000),
    "100,000 characters of sentences": Script("Stay where you are for now. " * 3_600),
    "JSON": Script(json.dumps({"advice": SOUND, "price": 18000})),
    "its own system prompt": Script(f"{SYSTEM_PROMPT} Never invent another figure."),
}


def replied(home: House, buyer: Author, said: str = "What should I do now?") -> tuple[UUID, UUID]:
    """A question in a new negotiation, answered; negotiation and reply."""
    negotiation_id = home.opened(buyer)
    reply_id = home.chat(buyer, negotiation_id, said)
    home.work()
    return negotiation_id, reply_id


def answer(home: House, negotiation_id: UUID, reply_id: UUID) -> Json:
    """The reply's message at rest; what the screens were shown of it is checked against it."""
    events = check_promises(home.services, negotiation_id)
    message: Json = of_reply(events, reply_id)[-1]["message"]
    assert message["status"] == "complete"
    told = [d for d in home.port.named("message_delta") if d["reply_id"] == str(reply_id)]
    attempts = [delta["attempt"] for delta in told]
    assert attempts == sorted(attempts)
    last = [delta["text"] for delta in told if delta["attempt"] == message["data"]["attempt"]]
    assert "".join(last) == message["content"]
    typing = [e for e in home.port.named("typing_indicator") if e["reply_id"] == str(reply_id)]
    assert typing[-1]["is_typing"] is False
    return message


def is_playbooks(message: Json) -> bool:
    return bool(message["data"]["source"] == "playbook" and len(message["content"].split()) > 12)


@pytest.mark.parametrize("bad", BAD.values(), ids=list(BAD))
def test_the_next_model_answers_for_a_bad_one(
    make_house: MakeHouse, server: ModelServer, bad: Script
) -> None:
    home = make_house()
    server.script = Script(SOUND)
    server.answer_for("first", bad)
    message = answer(home, *replied(home, home.buyer()))
    assert message["content"] == SOUND
    assert (message["data"]["source"], message["data"]["model"]) == ("model", "openai:second")
    assert message["data"]["attempt"] == 2
    assert "fallback_reason" not in message["data"]


@pytest.mark.parametrize("bad", BAD.values(), ids=list(BAD))
def test_the_playbook_answers_for_bad_models(
    make_house: MakeHouse, server: ModelServer, bad: Script
) -> None:
    home = make_house(chain="openai:first")
    server.script = bad
    message = answer(home, *replied(home, home.buyer()))
    assert is_playbooks(message)
    assert message["data"]["attempt"] == 2
    assert message["data"]["fallback_reason"] == "model_unavailable"


@pytest.mark.usefixtures("silence_passes")
@pytest.mark.parametrize(
    "slow",
    [
        Script(SOUND, token_delay=LONG),
        Script(SOUND, first_delay=LONG),
        Script(SOUND, fault="hang_midway"),
        Script(SOUND, fault="hang"),
    ],
    ids=["one word a minute", "no word for a minute", "hangs midway", "hangs"],
)
def test_the_deadline_holds_for_the_whole_chain(
    make_house: MakeHouse, server: ModelServer, slow: Script
) -> None:
    """No model's own time-out ends it: the chain's does, and there is no time for the second."""
    home = make_house(model_chain_seconds=2.0)
    server.script = slow
    message = answer(home, *replied(home, home.buyer()))
    assert is_playbooks(message)
    assert server.asked("first") == 2
    assert server.asked("second") == 0
    assert server.wait_until(lambda it: it.hung_up == 2)


@pytest.mark.usefixtures("silence_passes")
@pytest.mark.parametrize(
    ("timeouts", "slow"),
    [
        (ModelTimeouts(2.0, LONG, LONG), Script(SOUND, fault="hang")),
        (ModelTimeouts(LONG, 0.3, LONG), Script(SOUND, token_delay=LONG)),
        (ModelTimeouts(LONG, LONG, 2.0), Script(SOUND, token_delay=0.4)),
    ],
    ids=["first token", "between tokens", "in all"],
)
def test_each_time_out_makes_way_for_the_next_model(
    make_house: MakeHouse, server: ModelServer, timeouts: ModelTimeouts, slow: Script
) -> None:
    home = make_house(timeouts=timeouts, chain="openai:second,openai:first")
    server.script = Script(SOUND)
    negotiation_id = home.opened(buyer := home.buyer())
    server.answer_for("second", slow)
    reply_id = home.chat(buyer, negotiation_id)
    home.work()
    message = answer(home, negotiation_id, reply_id)
    assert (message["content"], message["data"]["model"]) == (SOUND, "openai:first")


def test_a_chain_may_be_all_bad_in_different_ways(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(chain="nobody:x,openai:first,openai:second")
    server.answer_for("first", Script(SOUND, fault="cut"))
    server.answer_for(
        "second", Script("Pay $24,999 now. It's a deal! I will call them and say so.")
    )
    message = answer(home, *replied(home, home.buyer()))
    assert is_playbooks(message), (message["data"]["source"], message["content"])
    assert message["data"]["attempt"] == 4


def test_a_model_that_fails_is_passed_over_by_all_workers(
    make_house: MakeHouse, server: ModelServer
) -> None:
    rules = BreakerRules(failures=2, window_seconds=600, open_seconds=600)
    home, neighbour = make_house(rules=rules), make_house(rules=rules)
    server.script = Script(SOUND)
    server.answer_for("first", Script(status=500))
    negotiation_id, _ = replied(home, buyer := home.buyer())
    assert server.asked("first") == 2
    reply_id = neighbour.chat(buyer, negotiation_id)
    neighbour.work()
    message = answer(neighbour, negotiation_id, reply_id)
    assert server.asked("first") == 2
    assert (message["data"]["model"], message["data"]["attempt"]) == ("openai:second", 1)


def test_a_model_that_has_recovered_answers_again(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(rules=BreakerRules(failures=2, window_seconds=600, open_seconds=0.2))
    server.script = Script(SOUND)
    server.answer_for("first", Script(status=500))
    negotiation_id, _ = replied(home, buyer := home.buyer())
    server.answer_for("first", Script(SOUND))

    def asked_again() -> str:
        reply_id = home.chat(buyer, negotiation_id)
        home.work()
        return str(answer(home, negotiation_id, reply_id)["data"]["model"])

    assert wait_for(lambda: asked_again() == "openai:first", what="the probe")
    assert asked_again() == "openai:first"


@pytest.mark.parametrize("status", [429, 503])
def test_a_provider_that_asks_for_time_gets_it(
    make_house: MakeHouse, server: ModelServer, status: int
) -> None:
    home = make_house()
    server.script = Script(SOUND)
    server.answer_for("first", Script(status=status, retry_after="3600"))
    negotiation_id, reply_id = replied(home, home.buyer())
    assert server.asked("first") == 1
    assert answer(home, negotiation_id, reply_id)["data"]["model"] == "openai:second"


def test_a_reply_that_workers_died_of_is_the_playbooks_in_the_end(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house()
    server.script = Script(SOUND)
    negotiation_id = home.opened(buyer := home.buyer())
    reply_id = home.chat(buyer, negotiation_id)
    for _ in range(home.services.settings.max_claims - 1):
        assert home.claim(reply_id)
        home.clock.advance(seconds=20)
    home.work()
    message = answer(home, negotiation_id, reply_id)
    assert is_playbooks(message)
    assert message["data"]["fallback_reason"] == "model_unavailable"
    assert server.asked("first") == 1


@pytest.mark.parametrize("retry_after", ["", "soon", "-3", "nan", "inf", "Thu, 99 Foo 2026"])
def test_a_wrong_retry_after_is_as_none(
    make_house: MakeHouse, server: ModelServer, retry_after: str
) -> None:
    home = make_house(chain="openai:first")
    server.script = Script(status=429, retry_after=retry_after)
    assert is_playbooks(answer(home, *replied(home, home.buyer())))
    assert server.asked("first") == 2


@pytest.mark.parametrize(
    "said",
    ["7" * 2000, " ".join(str(number) for number in range(500)), "$" * 2000],
    ids=["2,000 digits", "500 numbers", "2,000 dollar signs"],
)
def test_a_buyer_who_writes_digits_gets_a_sound_answer(
    make_house: MakeHouse, server: ModelServer, said: str
) -> None:
    home = make_house()
    server.script = Script(f"{SOUND} You wrote {said[:300]}, so pay {said[:12]} dollars for it.")
    message = answer(home, *replied(home, home.buyer(), said))
    assert said[:40] not in message["content"]
    assert len([each for each in split(message["content"]) if each.strip()]) >= 2


def test_a_dealer_in_capitals_with_forty_prices_gets_no_price_through(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house()
    prices = [f"${price:,}" for price in range(30_950, 71_000, 1_003)]
    shouted = "BEST PRICE EVER!!! TODAY ONLY! " + " OR ".join(prices) + "!!!"
    negotiation_id = home.opened(buyer := home.buyer())
    server.script = Script(
        f"{SOUND} Pay {prices[0]}, or offer them {prices[7]}. {prices[9]} is fair."
    )
    reply_id = home.dealer_message(buyer, negotiation_id, shouted)
    home.work()
    message = answer(home, negotiation_id, reply_id)
    assert not [price for price in prices if price in message["content"]]
    assert message["data"]["suggested_price"] == "17400.00"
