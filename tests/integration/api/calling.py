"""Calling the REST API as a program does, and judging its answers by the contract."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import marshmallow as ma
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from backend.actions.accounts import start_login
from backend.actions.reply.replying import Replier
from backend.actions.services import Services
from backend.contract.events import EventsAnswer
from backend.contract.objects import (
    NegotiationAnswer,
    OpenedAnswer,
    PostedAnswer,
    Problem,
)
from backend.login_tokens import access_token
from backend.storage.models import User
from tests.integration.history import Json
from tests.support.clock import SettableClock

CAR: Json = {"year": 2019, "make": "Toyota", "model": "Camry"}
NEW: Json = {"vehicle": CAR, "asking_price": "25000.00", "target_price": "20000.00"}
LEAKS = ("Traceback", "sqlalchemy", "psycopg2", 'File \\"', ".py")


def ok(response: TestResponse, schema: type[ma.Schema], status: int = 200) -> Json:
    """The body of an answer that has this status and nothing but what the schema describes."""
    assert response.status_code == status, response.text
    body = body_of(response)
    schema(unknown=ma.RAISE).load(body)
    return body


def body_of(response: TestResponse) -> Json:
    """The JSON object of an answer, whatever its status."""
    body: Json = json.loads(response.text)
    return body


def refused(response: TestResponse, status: int, code: str) -> Json:
    """The problem of an answer that refuses with this code."""
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    problem = body_of(response)
    Problem(unknown=ma.RAISE).load(problem)
    assert (problem["status"], problem["code"]) == (status, code)
    assert not [leak for leak in LEAKS if leak in response.text]
    return problem


@dataclass(frozen=True)
class Buyer:
    """A buyer who calls with a bearer token."""

    client: FlaskClient
    token: str
    replier: Replier

    def get(self, path: str, **query: object) -> TestResponse:
        return self.client.get(f"/api/v1{path}", query_string=query, headers=self._headers())

    def post(self, path: str, body: object = None) -> TestResponse:
        return self.send("POST", path, body)

    def send(self, method: str, path: str, body: object = None) -> TestResponse:
        return self.client.open(f"/api/v1{path}", method=method, json=body, headers=self._headers())

    def patch(self, path: str, body: object) -> TestResponse:
        return self.client.patch(f"/api/v1{path}", json=body, headers=self._headers())

    def post_text(
        self, path: str, text: str | bytes, kind: str = "application/json"
    ) -> TestResponse:
        """Send a body exactly as it is."""
        headers = {**self._headers(), "Content-Type": kind}
        return self.client.post(f"/api/v1{path}", data=text, headers=headers)

    def opened(self, **fields: object) -> Json:
        """A new negotiation, its opening reply pending."""
        answer = self.post("/negotiations", {**NEW, **fields})
        return ok(answer, OpenedAnswer, 201)

    def negotiation(self, **fields: object) -> str:
        """The path of a new negotiation."""
        return f"/negotiations/{self.opened(**fields)['negotiation']['id']}"

    def posted(self, path: str, **body: object) -> Json:
        """Post into a negotiation; the message and its reply."""
        return ok(self.post(path, body), PostedAnswer, 202)

    def advised(self, posted: Json) -> Json:
        """Have the reply of a post written; the advice as the events tell it."""
        assert self.replier.generate(UUID(posted["reply"]["id"]))
        negotiation_id = (posted.get("negotiation") or posted["message"])[
            "id" if "negotiation" in posted else "negotiation_id"
        ]
        messages = [
            event["message"]
            for event in self.events(f"/negotiations/{negotiation_id}")
            if event.get("message", {}).get("reply_id") == posted["reply"]["id"]
        ]
        advice: Json = messages[-1]
        return advice

    def read(self, path: str) -> Json:
        """The negotiation as it is now."""
        negotiation: Json = ok(self.get(path), NegotiationAnswer)["negotiation"]
        return negotiation

    def events(self, path: str) -> list[Json]:
        """All events of a negotiation."""
        page = ok(self.get(f"{path}/events", limit=500), EventsAnswer)
        assert page["has_more"] is False
        events: list[Json] = page["events"]
        return events

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(frozen=True)
class Gateway:
    """The application on a database, with its clock and a worker's hand."""

    app: Flask
    clock: SettableClock
    replier: Replier

    @property
    def services(self) -> Services:
        services: Services = self.app.extensions["services"]
        return services

    def anonymous(self) -> FlaskClient:
        """A browser that is not logged in; it keeps cookies."""
        return self.app.test_client()

    def buyer(self) -> Buyer:
        """A new buyer, logged in."""
        with self.services.transaction() as transaction:
            user_id = transaction.new_id()
            email = f"{user_id}@example.com"
            user = User(id=user_id, email=email, password_hash="-", created_at=transaction.now)
            transaction.session.add(user)
            transaction.session.flush()
            identity = start_login(self.services, transaction, user)
        with self.app.app_context():
            token = access_token(identity)
        return Buyer(self.app.test_client(use_cookies=False), token, self.replier)


def problem_fields(problem: Json) -> set[str]:
    """The names of the fields that a 422 complains of."""
    errors: dict[str, Any] = problem["errors"]
    return set(errors)


def unfit(buyer: Buyer, path: str, body: object, *fields: str) -> None:
    """Post a body that is refused because of these fields and no others."""
    problem = refused(buyer.post(path, body), 422, "invalid")
    assert problem_fields(problem) == set(fields)
