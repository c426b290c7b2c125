"""What is told about the product itself: health, metrics, descriptions, strategies, headers."""

from __future__ import annotations

import json
from typing import Any

import pytest
import redis
from prometheus_client.parser import text_string_to_metric_families

from backend.contract.events import CLIENT_CALLS, SERVER_EVENTS
from backend.contract.objects import StrategiesAnswer
from backend.realtime.publishing import CHANNEL
from tests.integration.api.calling import NEW, Buyer, Gateway, body_of, ok, refused
from tests.integration.history import Json
from tests.support.databases import ON_SQLITE
from tests.support.valkey import ValkeyServer
from tests.support.waiting import wait_for

pytestmark = ON_SQLITE

CALLS = {
    "/api/v1/auth/register": {"post"},
    "/api/v1/auth/login": {"post"},
    "/api/v1/auth/token": {"post"},
    "/api/v1/auth/refresh": {"post"},
    "/api/v1/auth/logout": {"post"},
    "/api/v1/auth/me": {"get", "patch"},
    "/api/v1/push-subscriptions": {"post", "delete"},
    "/api/v1/negotiations": {"get", "post"},
    "/api/v1/negotiations/unseen": {"get"},
    "/api/v1/negotiations/{negotiation_id}": {"get", "patch"},
    "/api/v1/negotiations/{negotiation_id}/seen": {"post"},
    "/api/v1/negotiations/{negotiation_id}/events": {"get"},
    "/api/v1/negotiations/{negotiation_id}/chat": {"post"},
    "/api/v1/negotiations/{negotiation_id}/offers": {"post"},
    "/api/v1/negotiations/{negotiation_id}/dealer-messages": {"post"},
    "/api/v1/negotiations/{negotiation_id}/accept": {"post"},
    "/api/v1/negotiations/{negotiation_id}/drafts": {"post"},
    "/api/v1/negotiations/{negotiation_id}/walk-away": {"post"},
    "/api/v1/negotiations/{negotiation_id}/replies/{reply_id}/stop": {"post"},
    "/api/v1/negotiations/{negotiation_id}/replies/{reply_id}/retry": {"post"},
    "/api/v1/strategies": {"get"},
}


def references(node: Any) -> set[str]:
    """All `$ref`s in a description."""
    if isinstance(node, dict):
        own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set[str]()
        return own.union(*(references(value) for value in node.values()))
    if isinstance(node, list):
        return set[str]().union(*(references(value) for value in node))
    return set()


def resolve(description: Json, reference: str) -> Any:
    node: Any = description
    for part in reference.removeprefix("#/").split("/"):
        node = node[part.replace("~1", "/").replace("~0", "~")]
    return node


def described(gateway: Gateway, path: str) -> Json:
    answer = gateway.anonymous().get(path)
    assert answer.status_code == 200
    description = body_of(answer)
    for reference in references(description):
        assert resolve(description, reference)
    return description


def test_openapi_describes_every_call(gateway: Gateway) -> None:
    openapi = described(gateway, "/openapi.json")
    assert openapi["openapi"].startswith("3.")
    methods = {"get", "post", "put", "patch", "delete"}
    told = {path: methods & set(operations) for path, operations in openapi["paths"].items()}
    assert told.items() >= CALLS.items()
    for path, operations in openapi["paths"].items():
        for method in methods & set(operations):
            operation = operations[method]
            assert any(status.startswith("2") for status in operation["responses"])
            given = [*operations.get("parameters", []), *operation.get("parameters", [])]
            named = {p["name"] for p in given if p.get("in") == "path"}
            assert named == {part[1:-1] for part in path.split("/") if part.startswith("{")}


def test_openapi_describes_the_bodies_that_validate(gateway: Gateway) -> None:
    openapi = described(gateway, "/openapi.json")
    operation = openapi["paths"]["/api/v1/negotiations"]["post"]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    body = resolve(openapi, schema["$ref"])
    assert set(body["required"]) == {"vehicle", "asking_price", "target_price"}
    assert {*NEW, "walk_away_price", "strategy", "max_rounds", "label", "client_id"} == set(
        body["properties"]
    )


def test_asyncapi_describes_every_event(gateway: Gateway) -> None:
    asyncapi = described(gateway, "/asyncapi.json")
    assert asyncapi["asyncapi"].startswith("3.")
    operations = asyncapi["operations"]
    assert {n for n, o in operations.items() if o["action"] == "send"} == set(SERVER_EVENTS)
    assert {n for n, o in operations.items() if o["action"] == "receive"} == set(CLIENT_CALLS)
    for call in CLIENT_CALLS:
        answers = {m["$ref"].rsplit("/", 1)[1] for m in operations[call]["reply"]["messages"]}
        assert answers == {f"{call}_ack", "error_ack"}


@pytest.mark.parametrize("path", ["/openapi.json", "/asyncapi.json"])
def test_what_may_be_null_says_so(gateway: Gateway, path: str) -> None:
    schemas = described(gateway, path)["components"]["schemas"]
    by_default_null = [
        field
        for schema in schemas.values()
        for field in schema.get("properties", {}).values()
        if "default" in field and field["default"] is None and "type" in field
    ]
    assert (
        "null"
        in schemas.get("AcceptIn", {}).get("properties", {}).get("amount", {"type": "null"})["type"]
    )
    assert not [field for field in by_default_null if "null" not in field["type"]]


def test_openapi_tells_of_repeats_and_of_bodies_that_may_be_left_out(gateway: Gateway) -> None:
    paths = described(gateway, "/openapi.json")["paths"]
    one = "/api/v1/negotiations/{negotiation_id}"
    for path in ("/api/v1/negotiations", *(f"{one}/{p}" for p in ("chat", "offers"))):
        assert "200" in paths[path]["post"]["responses"]
    for path in ("accept", "walk-away"):
        assert not paths[f"{one}/{path}"]["post"]["requestBody"].get("required", False)
    assert paths[f"{one}/chat"]["post"]["requestBody"]["required"] is True


@pytest.mark.parametrize("path", ["/openapi.json", "/asyncapi.json"])
def test_both_descriptions_tell_when_the_playbook_stands_in(gateway: Gateway, path: str) -> None:
    data = str(described(gateway, path))
    for code in ("fallback_reason", "daily_limit", "reply_limit", "model_unavailable"):
        assert code in data


def test_strategies(buyer: Buyer) -> None:
    [strategy] = ok(buyer.get("/strategies"), StrategiesAnswer)["items"]
    assert strategy["name"] == "discount_tiers"
    assert strategy["description"]
    assert "0.87" in strategy["parameters"].values()


def test_health(gateway: Gateway) -> None:
    assert gateway.anonymous().get("/healthz").status_code == 200


def test_readiness_asks_for_an_event_to_come_back(gateway: Gateway) -> None:
    answer = gateway.anonymous().get("/readyz")  # nothing listens in this process
    assert answer.status_code == 503
    assert body_of(answer)["checks"] == {"database": "ok", "redis": "ok", "events": "failed"}


def test_metrics_count_requests_and_replies(gateway: Gateway, buyer: Buyer) -> None:
    buyer.negotiation()
    answer = gateway.anonymous().get("/metrics")
    families = {f.name: f for f in text_string_to_metric_families(answer.text)}
    assert {"negotiation_http_request_seconds", "negotiation_sockets"} <= set(families)
    replies = {s.labels["status"]: s.value for s in families["negotiation_replies"].samples}
    assert replies["pending"] >= 1
    routes = {
        sample.labels.get("route")
        for sample in families["negotiation_http_request_seconds"].samples
    }
    assert "/api/v1/negotiations" in routes
    assert not [route for route in routes if route and "<" not in route and len(route) > 40]


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/api/v1/negotiations", "/healthz", "/api/v1/nothing"]
)
def test_headers_that_guard_a_browser(gateway: Gateway, path: str) -> None:
    with gateway.anonymous().get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["object-src"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert "unsafe" not in policy
    assert ("require-trusted-types-for" in rules) is (path != "/docs")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Referrer-Policy" in headers


def test_answers_with_private_data_are_not_kept(buyer: Buyer) -> None:
    for path in ("/auth/me", "/negotiations", "/strategies"):
        assert buyer.get(path).headers["Cache-Control"] == "no-store"


def test_no_other_origin_is_let_in(gateway: Gateway) -> None:
    answer = gateway.anonymous().get("/api/v1/strategies", headers={"Origin": "https://evil.test"})
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize(
    ("given", "is_kept"),
    [("abc-1.2_3", True), ("x" * 64, True), ("x" * 65, False), ("a b", False), ("", False)],
)
def test_a_request_has_an_id(gateway: Gateway, given: str, is_kept: bool) -> None:
    answer = gateway.anonymous().get("/healthz", headers={"X-Request-ID": given})
    returned = answer.headers["X-Request-ID"]
    assert (returned == given) is is_kept
    assert returned


def test_addresses_and_methods_that_there_are_not(gateway: Gateway, buyer: Buyer) -> None:
    client = gateway.anonymous()
    for method in ("GET", "POST", "PUT", "DELETE"):
        refused(client.open("/api/v1/nothing", method=method), 404, "not_found")
        refused(client.open("/api/v2/negotiations", method=method), 404, "not_found")
    for method in ("PUT", "PATCH", "DELETE"):
        refused(client.open("/api/v1/negotiations", method=method), 405, "method_not_allowed")
    path = f"/api/v1{buyer.negotiation()}"
    refused(client.post(f"{path}/events"), 405, "method_not_allowed")
    answer = client.get(f"{path}/chat")
    refused(answer, 405, "method_not_allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"OPTIONS", "POST"}


def test_options_are_told_to_everybody_and_call_nothing(gateway: Gateway, buyer: Buyer) -> None:
    for path in ("/api/v1/negotiations", f"/api/v1{buyer.negotiation()}"):
        answer = gateway.anonymous().options(path)
        assert (answer.status_code, answer.data) == (200, b"")
        assert "GET" in answer.headers["Allow"]


def test_who_is_not_logged_in_is_told_how(gateway: Gateway) -> None:
    answer = gateway.anonymous().get("/api/v1/negotiations")
    refused(answer, 401, "not_authenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_methods_that_are_made_up_are_counted_as_one(gateway: Gateway) -> None:
    client = gateway.anonymous()
    for method in ("FOO", "BAR"):
        refused(client.open("/api/v1/negotiations", method=method), 405, "method_not_allowed")
    told = client.get("/metrics").text
    assert "FOO" not in told
    assert 'method="other"' in told


def test_who_asks_a_gateway_that_is_not_ready_has_it_probed(
    gateway: Gateway, valkey: ValkeyServer
) -> None:
    with redis.Redis.from_url(valkey.url) as client, client.pubsub() as channel:
        channel.subscribe(CHANNEL)
        wait_for(channel.get_message, what="the subscription")
        gateway.anonymous().get("/readyz")
        sent = wait_for(channel.get_message, what="an event")
    assert json.loads(sent["data"])["event"] == "probe"
