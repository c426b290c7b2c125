"""Traces of the whole product, sent to a real collector; and a collector that hangs."""

from __future__ import annotations

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from tests.e2e.people import Person
from tests.support.collector import Collector, SpanSeen
from tests.support.model_server import ModelServer, Script
from tests.support.waiting import wait_for

TEXT = "Stay where you are for now. They have more room than they show, and you have time."
GATEWAY, WORKER = "autodealgenie-gateway", "autodealgenie-worker"


@pytest.fixture
def traced(advised: Person, model: ModelServer) -> Person:
    """A buyer on the product that sends traces."""
    model.script = Script(TEXT)
    return advised


def answered(buyer: Person, negotiation_id: str, said: str) -> str:
    """Ask, and wait for the answer's end; the reply's id."""
    posted = buyer.post(f"/negotiations/{negotiation_id}/chat", {"content": said})
    reply_id: str = posted["reply"]["id"]

    def is_complete() -> bool:
        events = buyer.events(negotiation_id)
        messages = [event["message"] for event in events if "message" in event]
        return any(m["reply_id"] == reply_id and m["status"] == "complete" for m in messages)

    wait_for(is_complete, what="the answer")
    return reply_id


def trace_of(collector: Collector, reply_id: str) -> list[SpanSeen]:
    """The trace of a reply, once its last span and its request's have arrived."""

    def whole() -> list[SpanSeen]:
        spans = collector.spans
        traces = {
            each.trace_id
            for each in spans
            if each.attributes.get("reply_id") == reply_id and each.attributes.get("is_claimed")
        }
        mine = [each for each in spans if each.trace_id in traces]
        return mine if any(not each.parent_id for each in mine) else []

    return wait_for(whole, what="the trace")


def test_one_trace_from_the_request_to_the_emit(traced: Person, collector: Collector) -> None:
    negotiation_id = traced.opened()["negotiation"]["id"]
    reply_id = answered(traced, negotiation_id, "Is Ouagadougou far from here?")
    spans = trace_of(collector, reply_id)
    [root] = [each for each in spans if not each.parent_id]
    route = "/api/v1/negotiations/<uuid:negotiation_id>/chat"
    assert (root.service, root.name) == (GATEWAY, f"POST {route}")
    assert root.attributes["http.response.status_code"] == 202
    by_name = {each.name: each for each in spans if each.attributes.get("is_claimed", True)}
    assert by_name["send replies.generate"].service == GATEWAY
    assert by_name["reply"].service == WORKER
    assert by_name["reply"].parent_id == root.span_id
    assert by_name["answer"].parent_id == by_name["reply"].span_id
    assert by_name["answer"].attributes["first_token_seconds"] > 0
    assert by_name["answer"].attributes["usage.is_estimated"] is False
    assert by_name["emit message_updated"].service == WORKER
    emits = {each.service for each in spans if each.name == "emit new_message"}
    assert emits == {GATEWAY, WORKER}
    names = {each.name for each in spans}
    assert {"sql SELECT", "sql INSERT"} <= names
    for word in (b"Ouagadougou", b"Stay where", b"more room"):
        assert word not in collector.payloads


def test_each_event_of_a_socket_is_a_span(traced: Person, collector: Collector) -> None:
    negotiation_id = traced.opened()["negotiation"]["id"]
    # Spans of a gateway come in their order: what was before this answer is there with it.
    trace_of(collector, answered(traced, negotiation_id, "Who is there?"))
    before = len(collector.spans)
    with traced.tab() as socket:
        socket.call("subscribe", {"negotiation_id": negotiation_id, "after_seq": None})
        refused = socket.call("subscribe", {"negotiation_id": "Ouagadougou", "after_seq": None})
    assert refused["code"] == 4400

    def whole() -> dict[str, list[SpanSeen]]:
        seen: dict[str, list[SpanSeen]] = {}
        for each in collector.spans[before:]:
            if each.name.startswith("socket "):
                seen.setdefault(each.name, []).append(each)
        subscribed = seen.get("socket subscribe", [])
        return seen if len(subscribed) == 2 and "socket disconnect" in seen else {}

    seen = wait_for(whole, what="the spans of a socket")
    assert {"socket connect", "socket subscribe", "socket disconnect"} <= seen.keys()
    first, second = seen["socket subscribe"]
    assert second.attributes["socket.code"] == 4400
    inside = {each.name for each in collector.spans if each.parent_id == first.span_id}
    assert "sql SELECT" in inside
    assert b"Ouagadougou" not in collector.payloads


def test_every_gateway_tells_what_the_workers_counted(traced: Person) -> None:
    def answers() -> float:
        text = requests.get(f"{traced.base_url}/metrics", timeout=60).text
        return sum(
            sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
            if sample.name == "negotiation_model_tries_total"
            and sample.labels == {"model": "openai:test", "outcome": "answered"}
        )

    before = answers()
    answered(traced, traced.opened()["negotiation"]["id"], "Why?")
    wait_for(lambda: answers() >= before + 2, what="the counts of two answers")


def test_a_collector_that_hangs_holds_nobody_up(traced: Person, collector: Collector) -> None:
    """Both export threads are kept waiting; requests, replies and events go on meanwhile."""
    negotiation_id = traced.opened()["negotiation"]["id"]
    answered(traced, negotiation_id, "First?")
    collector.open.clear()
    try:
        answered(traced, negotiation_id, "Second?")
        wait_for(lambda: collector.held >= {GATEWAY, WORKER}, what="both are kept waiting")
        reply_ids = [answered(traced, negotiation_id, f"Number {n}?") for n in range(5)]
        assert not collector.open.is_set()
    finally:
        collector.open.set()
    for reply_id in reply_ids:
        assert len(trace_of(collector, reply_id)) >= 6
