"""The parts that actions work with, on real storage, with recorders where things leave the process.

A :class:`House` is what one process of the product holds; several may share a database.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.actions import opening, posting
from backend.actions.reply import claiming
from backend.actions.reply.replying import Replier
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.clock import to_json
from backend.domain.negotiation import Party, Terms
from backend.domain.pricing import DEFAULT_STRATEGY
from backend.domain.spending import NO_LIMIT, Prices
from backend.domain.vehicle import Vehicle
from backend.llm.adviser import Adviser, ModelTimeouts
from backend.push.endpoints import PushServices
from backend.queueing import GENERATE_REPLY, TaskQueue
from backend.realtime.emitter import Emitter
from backend.realtime.running_text import RunningTexts
from backend.redis_link import RedisBreaker
from backend.settings import Settings
from backend.storage.engine import Database
from backend.storage.models import User
from backend.telemetry.measures import Measures
from tests.support.clock import SettableClock

CAMRY = Vehicle(2019, "Toyota", "Camry", "SE", 30_000)
TERMS = Terms(asking=25_000_00, target=20_000_00, walk_away=23_000_00)
PLAYBOOK = Adviser("playbook", ModelTimeouts(first_token=10, between_tokens=10, total=45))


def settings(database_url: str, redis_url: str, **changes: Any) -> Settings:
    """The defaults, for a test's own database and Valkey."""
    defaults = Settings(
        database_url=database_url,
        redis_url=redis_url,
        secret_key="a key for tests, long enough to sign",
        host="127.0.0.1",
        port=8000,
        public_url="http://127.0.0.1:8000",
        reuse_port=False,
        demo=True,
        trusted_proxies=0,
        access_token_ttl=timedelta(minutes=15),
        refresh_token_ttl=timedelta(days=30),
        rate_limit_auth="100000/minute",
        rate_limit_writes="1000000/minute",
        password_hashing="cheap",
        adviser_model="playbook",
        model_first_token_seconds=10.0,
        model_token_seconds=10.0,
        model_total_seconds=45.0,
        model_chain_seconds=60.0,
        model_breaker_failures=5,
        model_breaker_window_seconds=60.0,
        model_breaker_open_seconds=30.0,
        model_stream_usage=False,
        model_prices=Prices(),
        reply_limit=NO_LIMIT,
        daily_limit=NO_LIMIT,
        lease_seconds=15.0,
        max_claims=4,
        expire_days=60,
        renegotiate_idle_days=3,
        renegotiate_hour=3,
        max_connections=20_000,
        max_user_sockets=300,
        vapid_key=None,
        vapid_subject="https://example.com",
        push_services=PushServices(),
        log_level="INFO",
        tracing=False,
    )
    return replace(defaults, **changes)


class RecordingPort:
    """Delivers nothing; notes what was emitted, as (event, data, room), in order."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Any, str]] = []

    def emit(self, event: str, data: Any, *, room: str) -> None:
        self.sent.append((event, data, room))

    def named(self, *names: str) -> list[Any]:
        """The data of the events with these names."""
        return [data for event, data, _ in self.sent if event in names]


class RecordingQueue(TaskQueue):
    """Sends nothing; notes the tasks. ``is_down`` makes it a broker that takes nothing."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, tuple[str | int | None, ...]]] = []
        self.is_down = False

    def send(self, task: str, *arguments: str | int | None) -> bool:
        if not self.is_down:
            self.sent.append((task, arguments))
        return not self.is_down

    def take_replies(self) -> list[UUID]:
        """The replies whose tasks were sent since this was last asked."""
        taken = [UUID(str(args[0])) for task, args in self.sent if task == GENERATE_REPLY]
        self.sent = [sent for sent in self.sent if sent[0] != GENERATE_REPLY]
        return taken


@dataclass(frozen=True)
class House:
    """Services with their recorders, and the usual things that buyers and workers do with them."""

    services: Services
    clock: SettableClock
    port: RecordingPort
    queue: RecordingQueue
    replier: Replier

    def buyer(self) -> Author:
        """A new buyer."""
        with self.services.transaction() as transaction:
            user_id = transaction.new_id()
            email = f"{user_id}@example.com"
            user = User(id=user_id, email=email, password_hash="-", created_at=transaction.now)
            transaction.session.add(user)
        return Author(user_id, "request-of-a-test")

    def open(self, author: Author, terms: Terms = TERMS) -> UUID:
        """A new negotiation, its opening reply pending."""
        new = opening.NewNegotiation(CAMRY, terms, DEFAULT_STRATEGY, None, "")
        return UUID(opening.open_negotiation(self.services, author, new).negotiation["id"])

    def opened(self, author: Author, terms: Terms = TERMS) -> UUID:
        """A new negotiation whose opening advice is there."""
        negotiation_id = self.open(author, terms)
        self.work()
        return negotiation_id

    def chat(self, author: Author, negotiation_id: UUID, content: str = "Why?") -> UUID:
        """Ask the adviser something; returns the reply's id."""
        place = posting.Posting(negotiation_id, None, "")
        return UUID(posting.post_chat(self.services, author, place, content).reply["id"])

    def offer(
        self, author: Author, negotiation_id: UUID, amount: int, party: Party = Party.BUYER
    ) -> UUID:
        """Note an offer (cents); returns the reply's id."""
        place = posting.Posting(negotiation_id, None, "")
        posted = posting.post_offer(
            self.services, author, place, party=party, amount=amount, note=None
        )
        return UUID(posted.reply["id"])

    def dealer_message(self, author: Author, negotiation_id: UUID, content: str) -> UUID:
        """Paste what the dealer wrote, without a price; returns the reply's id."""
        place = posting.Posting(negotiation_id, None, "")
        posted = posting.post_dealer_message(
            self.services, author, place, content=content, price=None, channel=None
        )
        return UUID(posted.reply["id"])

    def claim(self, reply_id: UUID) -> claiming.Claim | None:
        """Claim a reply, as a worker does."""
        return claiming.claim_reply(self.services, reply_id, PLAYBOOK.candidates[0])

    def finish(self, claim: claiming.Claim, text: str = "Hold.") -> None:
        """Save a claimed reply's text, as a worker does."""
        claiming.finish_reply(self.services, claim, PLAYBOOK.candidates[0], text)

    def work(self) -> None:
        """Do the tasks of replies until there are none, as one worker."""
        while replies := self.queue.take_replies():
            for reply_id in replies:
                self.replier.generate(reply_id)

    @property
    def now_json(self) -> str:
        return to_json(self.clock.now)


@contextmanager
def house(
    database_url: str,
    redis_url: str,
    clock: SettableClock | None = None,
    adviser: Adviser = PLAYBOOK,
    database: Database | None = None,
    **changes: Any,
) -> Iterator[House]:
    """A process's parts on a database and a Valkey.

    ``database``: of that address, connected before, and left open; None: one of its own.
    ``changes`` are of the settings.
    """
    clock = clock or SettableClock()
    port, queue = RecordingPort(), RecordingQueue()
    services = Services(
        settings=settings(database_url, redis_url, **changes),
        database=database or Database(database_url),
        clock=clock,
        emitter=Emitter(port),
        queue=queue,
        running_texts=RunningTexts(redis_url, RedisBreaker(clock)),
        measures=Measures(redis_url, RedisBreaker(clock)),
    )
    try:
        yield House(services, clock, port, queue, Replier(services, adviser))
    finally:
        if database is None:
            services.database.close()
