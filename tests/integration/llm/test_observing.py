"""What a reply shows of itself: one trace, and counts; never a word of anybody's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from backend.actions.reply.sweeping import sweep_replies
from backend.app import create_app
from backend.domain.spending import Limit, Prices
from backend.redis_link import RedisBreaker
from backend.telemetry import measures
from backend.telemetry.measures import Measures, Samples
from backend.telemetry.tracing import current_traceparent, span
from tests.integration.llm.conftest import MakeHouse
from tests.integration.parts import House, settings
from tests.support.model_server import ModelServer, Script
from tests.support.tracing import attributes, named, traced

SOUND = "Stay where you are for now. They have more room than they show, and you have time."
WRONG = f"{SOUND} Offer $19,999 then."


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """What is traced during a test."""
    with traced() as exporter:
        yield exporter


def is_child(each: ReadableSpan, parent: ReadableSpan) -> bool:
    return each.parent is not None and each.parent.span_id == parent.context.span_id


def asked(home: House, said: str = "Why?") -> None:
    """A question in a request's span, in a negotiation whose opening is done."""
    negotiation_id = home.opened(buyer := home.buyer())
    with span("POST chat"):
        home.chat(buyer, negotiation_id, said)


def sample(name: str, *labels: str) -> tuple[str, frozenset[str]]:
    return f"negotiation_{name}", frozenset(labels)


def samples(home: House) -> dict[tuple[str, frozenset[str]], float]:
    """What ``/metrics`` of a gateway tells: by sample name and label values."""
    url = home.services.settings.redis_url
    app = create_app(settings(home.services.settings.database_url, url))
    told = app.test_client().get("/metrics").text
    app.extensions["services"].database.close()
    return {
        (each.name, frozenset(each.labels.values())): each.value
        for family in text_string_to_metric_families(told)
        for each in family.samples
        if family.name.startswith("negotiation_")
    }


def check_one_trace(spans: InMemorySpanExporter) -> None:
    """The request, the reply with its answer, and the emits hang together."""
    [request] = named(spans, "POST chat")
    trace = request.context.trace_id
    mine = [s for s in spans.get_finished_spans() if s.context and s.context.trace_id == trace]
    names = [each.name for each in mine]
    for name in ("reply", "answer", "emit message_updated"):
        assert name in names
    assert names.count("emit new_message") == 2
    [reply] = [each for each in mine if each.name == "reply"]
    assert reply.parent is not None
    assert reply.parent.span_id == request.context.span_id
    told = [attributes(each) for each in mine if each.name.startswith("emit ")]
    seqs = [each["seq"] for each in told]
    assert seqs == sorted({*seqs})
    assert len({each["negotiation_id"] for each in told}) == 1
    ids = {each.context.span_id for each in mine if each.context}
    assert all(each.parent is None or each.parent.span_id in ids for each in mine)


@pytest.mark.usefixtures("silence_passes")
def test_one_trace_from_the_request_to_the_emit(
    make_house: MakeHouse, server: ModelServer, spans: InMemorySpanExporter
) -> None:
    home = make_house(chain="openai:first", asks_usage=True)
    server.script = Script(SOUND, usage=(120, 30), first_delay=2.0)
    asked(home)
    home.work()
    check_one_trace(spans)
    told = attributes(named(spans, "answer")[-1])
    assert told["outcome"] == "answered"
    assert told["gen_ai.request.model"] == "openai:first"
    assert told["gen_ai.usage.input_tokens"] == 120
    assert told["gen_ai.usage.output_tokens"] == 30
    assert told["usage.is_estimated"] is False
    assert told["first_token_seconds"] >= 2.0


def test_statements_are_in_the_trace_without_their_values(
    make_house: MakeHouse, server: ModelServer, spans: InMemorySpanExporter
) -> None:
    home = make_house(chain="openai:first")
    server.script = Script(SOUND)
    asked(home, "Is Ouagadougou far?")
    home.work()
    [request] = named(spans, "POST chat")
    [reply] = [each for each in named(spans, "reply") if is_child(each, request)]
    statements = [each for each in spans.get_finished_spans() if each.name.startswith("sql ")]
    told = [str(attributes(each)["db.query.text"]) for each in statements]
    assert {attributes(each)["db.system.name"] for each in statements} == {"sqlite"}
    kinds = {"sql BEGIN", "sql SELECT", "sql INSERT", "sql UPDATE"}
    assert {each.name for each in statements} >= kinds
    assert any("INSERT INTO messages" in each and "?" in each for each in told)
    assert all(each.parent is not None for each in statements)
    assert any(is_child(each, reply) for each in statements)
    buyer_id = str(home.buyer().user_id)
    for word in ("Ouagadougou", "Stay where", "Toyota", buyer_id, "example.com"):
        assert not [each for each in told if word in each]


def test_a_statement_that_fails_is_noted_by_its_kind(
    make_house: MakeHouse, spans: InMemorySpanExporter
) -> None:
    home = make_house()
    with span("request"), home.services.database.read() as session, pytest.raises(OperationalError):
        session.execute(text("SELECT nothing FROM nowhere WHERE id = :id"), {"id": "Ouagadougou"})
    [failed] = [each for each in named(spans, "sql SELECT") if "nowhere" in str(each.attributes)]
    assert attributes(failed)["error.type"] == "OperationalError"
    assert "Ouagadougou" not in failed.to_json()


def test_what_nobody_traces_begins_no_trace(
    make_house: MakeHouse, spans: InMemorySpanExporter
) -> None:
    home = make_house()
    home.services.database.check()
    assert spans.get_finished_spans() == ()


def test_the_trace_goes_on_when_the_sweeper_had_to_send_the_task(
    make_house: MakeHouse, server: ModelServer, spans: InMemorySpanExporter
) -> None:
    home = make_house()
    server.script = Script(SOUND)
    negotiation_id = home.opened(buyer := home.buyer())
    home.queue.is_down = True
    with span("POST chat"):
        home.chat(buyer, negotiation_id)
    home.queue.is_down = False
    home.clock.advance(seconds=10)
    with span("sweep"):
        assert sweep_replies(home.services) == 1
    home.work()
    check_one_trace(spans)


def test_fallbacks_and_guard_hits_are_told(
    make_house: MakeHouse, server: ModelServer, spans: InMemorySpanExporter
) -> None:
    prices = Prices.parse("openai:second=1000/2000")
    home = make_house(asks_usage=True, model_prices=prices)
    server.answer_for("first", Script(status=500))
    server.answer_for("second", Script(WRONG, usage=(100, 10)))
    home.opened(home.buyer())
    failed, answered = (attributes(each) for each in named(spans, "answer"))
    assert (failed["outcome"], failed["error.type"]) == ("provider_error", "provider_error")
    assert answered["guard.hits.unknown_figure"] == 1
    assert answered["guard.replaced"] == 1
    assert answered["usage.cost_micros"] == 200 * 1000 + 20 * 2000
    counted = samples(home)
    assert counted[sample("model_tries_total", "openai:first", "provider_error")] == 1
    assert counted[sample("model_tries_total", "openai:second", "answered")] == 1
    assert counted[sample("model_tokens_total", "openai:second", "input", "provider")] == 200
    assert counted[sample("model_tokens_total", "openai:second", "output", "provider")] == 20
    assert counted[sample("model_cost_microdollars_total", "openai:second")] == 240_000
    assert counted[sample("guard_hits_total", "unknown_figure")] == 1
    assert counted[sample("guard_ways_total", "replaced")] == 1
    assert counted[sample("model_first_token_seconds_count", "openai:second")] == 1
    assert counted[sample("model_first_token_seconds_bucket", "openai:second", "+Inf")] == 1
    assert counted[sample("reply_seconds_count", "model")] == 1


def test_the_playbook_in_a_models_place_is_counted_by_its_reason(
    make_house: MakeHouse, server: ModelServer
) -> None:
    home = make_house(chain="openai:first", daily_limit=Limit(tokens=1))
    server.script = Script(SOUND)
    negotiation_id = home.opened(buyer := home.buyer())
    home.chat(buyer, negotiation_id)
    home.work()
    counted = samples(home)
    assert counted[sample("fallbacks_total", "daily_limit")] == 1
    assert counted[sample("model_tries_total", "openai:first", "daily_limit")] == 1
    assert counted[sample("reply_seconds_count", "playbook")] == 1


def test_no_text_is_in_traces_or_counts(
    make_house: MakeHouse, server: ModelServer, spans: InMemorySpanExporter
) -> None:
    home = make_house()
    server.script = Script(f"{SOUND} Zanzibar is far. Offer $19,999 in Timbuktu.")
    negotiation_id = home.opened(buyer := home.buyer())
    with span("POST"):
        home.chat(buyer, negotiation_id, "Is Ouagadougou near?")
        home.dealer_message(buyer, negotiation_id, "Pay $24,321 in Samarkand")
    home.work()
    traced = "".join(each.to_json() for each in spans.get_finished_spans())
    counted = str(samples(home))
    assert "openai:first" in traced
    assert "openai:first" in counted
    for word in ("Zanzibar", "Timbuktu", "Ouagadougou", "Samarkand", "24,321", "19,999", "Stay"):
        assert word not in traced
        assert word not in counted


def test_without_tracing_nothing_is_noted() -> None:
    with span("work") as current:
        assert current_traceparent() is None
        assert not current.is_recording()


def test_an_exception_leaves_its_type_alone(spans: InMemorySpanExporter) -> None:
    with pytest.raises(ValueError, match="Samarkand"), span("work"):
        raise ValueError("Samarkand")
    [work] = spans.get_finished_spans()
    assert attributes(work) == {"error.type": "ValueError"}
    assert "Samarkand" not in work.to_json()
    assert not work.status.is_ok


def test_counts_of_workers_add_up(valkey_url: str) -> None:
    for _ in range(3):
        counted = Samples()
        counted.count(measures.TRIES, "openai:a", "answered", by=2)
        for value in (0.05, 0.3, 99.0):
            counted.observe(measures.FIRST_TOKEN, "openai:a", value=value)
        Measures(valkey_url, RedisBreaker()).add(counted)
    sums = Measures(valkey_url, RedisBreaker()).read()
    [tries] = sums[measures.TRIES.name]
    assert (tries.labels, tries.value) == (("openai:a", "answered"), 6.0)
    [first] = sums[measures.FIRST_TOKEN.name]
    buckets = dict(first.buckets)
    assert (buckets["0.1"], buckets["0.25"], buckets["0.5"], buckets["+Inf"]) == (3, 3, 6, 9)
    assert first.value == pytest.approx(3 * 99.35)


def test_without_redis_nothing_is_counted_and_metrics_answer(sqlite_url: str) -> None:
    nowhere = "redis://127.0.0.1:1/0"
    counted = Samples()
    counted.count(measures.TRIES, "openai:a", "answered")
    Measures(nowhere, RedisBreaker()).add(counted)
    app = create_app(settings(sqlite_url, nowhere))
    answer = app.test_client().get("/metrics")
    app.extensions["services"].database.close()
    assert answer.status_code == 200
    assert "negotiation_sockets" in answer.text
    with pytest.raises(ValueError, match="labels"):
        counted.count(measures.TRIES, "openai:a")
