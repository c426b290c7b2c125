"""When parts are away: what is answered then, and what is not told."""

from __future__ import annotations

from uuid import uuid4

from backend.contract.objects import OpenedAnswer
from stack.ports import free_port
from tests.integration.api.calling import NEW, Buyer, body_of, ok, refused
from tests.integration.api.conftest import MakeGateway
from tests.integration.history import Json
from tests.support.databases import ON_SQLITE, without_table

CREDENTIALS = {"email": "buyer@example.com", "password": "correct horse battery"}


@ON_SQLITE
def test_a_mistake_of_ours_is_500_and_tells_nothing(
    postgres_url: str, make_gateway: MakeGateway
) -> None:
    gateway = make_gateway(database_url=postgres_url)
    buyer = gateway.buyer()
    with without_table(gateway.services.database, "negotiations"):
        for answer in (buyer.get("/negotiations"), buyer.post("/negotiations", NEW)):
            problem = refused(answer, 500, "internal_error")
            assert "negotiations" not in problem["detail"]
            assert answer.headers["X-Request-ID"]
    buyer.opened()


@ON_SQLITE
def test_without_a_database_it_is_503(make_gateway: MakeGateway) -> None:
    closed = f"postgresql+psycopg2://postgres@127.0.0.1:{free_port()}/none"
    gateway = make_gateway(database_url=closed)
    client = gateway.anonymous()
    for path in ("login", "register", "token"):
        answer = client.post(f"/api/v1/auth/{path}", json=CREDENTIALS)
        refused(answer, 503, "storage_unavailable")
    assert client.get("/healthz").status_code == 200
    ready = client.get("/readyz")
    assert (ready.status_code, body_of(ready)["checks"]["database"]) == (503, "failed")
    assert client.get("/metrics").status_code == 200


def test_without_a_database_a_login_is_unknown_but_not_denied(
    make_gateway: MakeGateway, buyer: Buyer
) -> None:
    closed = f"postgresql+psycopg2://postgres@127.0.0.1:{free_port()}/none"
    stranded = make_gateway(database_url=closed)
    moved = Buyer(stranded.anonymous(), buyer.token, stranded.replier)
    refused(moved.get("/negotiations"), 503, "storage_unavailable")
    refused(moved.post("/negotiations", NEW), 503, "storage_unavailable")


@ON_SQLITE
def test_a_sqlite_file_that_cannot_be_opened_is_503(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(database_url="sqlite:////nowhere/at/all.db")
    answer = gateway.anonymous().post("/api/v1/auth/login", json=CREDENTIALS)
    refused(answer, 503, "storage_unavailable")


POSTS: dict[str, Json] = {
    "chat": {"content": "Hello"},
    "offers": {"amount": 18000, "party": "buyer"},
    "dealer-messages": {"content": "24,000", "price": 24000},
}


def test_without_redis_every_post_is_saved_and_answered(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(redis_url=f"redis://127.0.0.1:{free_port()}/0")
    client = gateway.anonymous()
    email = f"{uuid4().hex}@example.com"
    signed_up = client.post("/api/v1/auth/register", json={**CREDENTIALS, "email": email})
    assert signed_up.status_code == 201
    buyer = gateway.buyer()
    opened = ok(buyer.post("/negotiations", NEW), OpenedAnswer, 201)
    path = f"/negotiations/{opened['negotiation']['id']}"
    posted = [buyer.posted(f"{path}/{call}", **body) for call, body in POSTS.items()]
    stop = f"{path}/replies/{posted[0]['reply']['id']}/stop"
    assert buyer.post(stop).status_code == 202
    assert len(buyer.events(path)) == buyer.read(path)["last_seq"]
    # A worker that gets at the rows writes the replies all the same: Redis only carries the news.
    assert buyer.advised(opened)["status"] == "complete"
    for reply in posted[1:]:
        assert buyer.advised(reply)["status"] == "complete"
    assert buyer.post(f"{path}/walk-away").status_code == 200
    ready = client.get("/readyz")
    assert (ready.status_code, body_of(ready)["checks"]["redis"]) == (503, "failed")


def test_limits_hold_without_redis(make_gateway: MakeGateway) -> None:
    gateway = make_gateway(
        redis_url=f"redis://127.0.0.1:{free_port()}/0", rate_limit_writes="1/hour"
    )
    buyer = gateway.buyer()
    path = buyer.negotiation()
    refused(buyer.post(f"{path}/chat", {"content": "Hello"}), 429, "rate_limited")
