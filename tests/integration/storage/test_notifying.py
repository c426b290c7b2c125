"""Notifications: sent once, sealed and signed, to browsers of logins that last, and to no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from backend.actions import accounts, seeing, subscribing
from backend.actions.accounts import Identity
from backend.actions.notifying import deliver_notifications
from backend.actions.requests import Author
from backend.push.endpoints import PushServices
from backend.push.sending import PushSender
from backend.push.vapid import VapidKey
from backend.storage.models import Notification, PushSubscription
from tests.integration.parts import House, house
from tests.support.clock import SettableClock
from tests.support.push_service import PushService, Subscriber, push_service, to_base64url

KEY = VapidKey.parse(to_base64url(b"a number of thirty-two bytes ..."))
SUBJECT = "https://negotiation.example.com"


@pytest.fixture
def pushes() -> Iterator[PushService]:
    with push_service() as server:
        yield server


@pytest.fixture
def home(database_url: str, valkey_url: str, pushes: PushService) -> Iterator[House]:
    # Signatures are checked by the machine's clock.
    with house(
        database_url,
        valkey_url,
        SettableClock(datetime.now(UTC)),
        vapid_key=KEY,
        push_services=PushServices.parse(pushes.origin),
    ) as made:
        yield made


@pytest.fixture
def sender(home: House) -> PushSender:
    return PushSender(KEY, SUBJECT, home.clock)


class Person:
    """A buyer with a login, a browser that is told of answers, and a negotiation."""

    def __init__(self, home: House, pushes: PushService, name: str, language: str = "en") -> None:
        self.home = home
        self.identity: Identity = accounts.register(
            home.services, f"{name}@example.com", "correct horse battery", language
        )
        self.author = Author(self.identity.user_id, "request-of-a-test")
        self.browser = Subscriber(f"{pushes.origin}/{name}")
        self.negotiation_id: UUID = home.opened(self.author)

    def subscribe(self, browser: Subscriber | None = None) -> None:
        body = (browser or self.browser).as_body()
        subscribing.subscribe(
            self.home.services, self.author, self.identity, body["endpoint"], body["keys"]
        )

    def ask(self) -> None:
        self.home.chat(self.author, self.negotiation_id)
        self.home.work()


@pytest.fixture
def anna(home: House, pushes: PushService) -> Person:
    person = Person(home, pushes, "anna")
    person.subscribe()
    return person


def delivered(home: House, sender: PushSender, seconds: float = 5) -> int:
    home.clock.advance(seconds=seconds)
    return deliver_notifications(home.services, sender)


def subscriptions(home: House) -> list[str]:
    with home.services.database.read() as session:
        return [row.endpoint for row in session.scalars(select(PushSubscription))]


def test_an_answer_is_told_once_sealed_and_signed(
    home: House, anna: Person, pushes: PushService, sender: PushSender
) -> None:
    anna.ask()
    assert delivered(home, sender, seconds=3) == 0
    assert delivered(home, sender, seconds=2) == 1
    assert delivered(home, sender) == 0
    [message] = pushes.received
    assert message.path == "/anna"
    assert anna.browser.opened(message.body) == {
        "title": "AutoDealGenie",
        "body": "Your adviser answered about your 2019 Toyota Camry.",
        "language": "en",
        "negotiation_id": str(anna.negotiation_id),
    }
    claims = message.claims(pushes.origin)
    assert claims["sub"] == SUBJECT
    assert home.clock.now < datetime.fromtimestamp(claims["exp"], UTC)
    assert datetime.fromtimestamp(claims["exp"], UTC) < home.clock.now + timedelta(days=1)
    assert message.headers["content-encoding"] == "aes128gcm"
    assert int(message.headers["ttl"]) > 0
    assert len(message.headers["topic"]) <= 32


def test_it_speaks_the_buyers_language(
    home: House, pushes: PushService, sender: PushSender
) -> None:
    person = Person(home, pushes, "luis", "es")
    person.subscribe()
    person.ask()
    assert delivered(home, sender) == 1
    told = person.browser.opened(pushes.received[0].body)
    assert told["body"] == "Su consejero respondió sobre su 2019 Toyota Camry."


def test_who_looked_meanwhile_is_left_alone(
    home: House, anna: Person, pushes: PushService, sender: PushSender
) -> None:
    anna.ask()
    seeing.mark_seen(home.services, anna.author, anna.negotiation_id, 10_000)
    assert delivered(home, sender) == 0
    anna.ask()
    assert delivered(home, sender) == 1
    assert len(pushes.received) == 1


def test_who_did_not_ask_for_it_is_told_nothing_and_costs_no_row(
    home: House, pushes: PushService, sender: PushSender
) -> None:
    Person(home, pushes, "berta").ask()
    with home.services.database.read() as session:
        assert session.scalars(select(Notification)).all() == []
    assert delivered(home, sender) == 0


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(
    home: House, anna: Person, pushes: PushService, sender: PushSender, status: int
) -> None:
    pushes.statuses["/anna"] = status
    anna.ask()
    assert delivered(home, sender) == 0
    assert subscriptions(home) == []


@pytest.mark.parametrize("status", [400, 403, 429, 500, 302])
def test_any_other_answer_leaves_the_browser_known(
    home: House, anna: Person, pushes: PushService, sender: PushSender, status: int
) -> None:
    pushes.statuses["/anna"] = status
    anna.ask()
    assert delivered(home, sender) == 0
    assert subscriptions(home) == [anna.browser.endpoint]
    assert [message.path for message in pushes.received] == ["/anna"]


def test_a_service_that_fails_is_left_alone_for_a_while(
    home: House, anna: Person, pushes: PushService, sender: PushSender
) -> None:
    pushes.statuses["/anna"] = 503
    for _ in range(3):
        anna.ask()
        delivered(home, sender)
    assert len(pushes.received) == 1
    home.clock.advance(seconds=31)
    del pushes.statuses["/anna"]
    anna.ask()
    assert delivered(home, sender) == 1


def test_an_old_notification_is_no_news(home: House, anna: Person, sender: PushSender) -> None:
    anna.ask()
    assert delivered(home, sender, seconds=700) == 0
    assert delivered(home, sender) == 0


def test_without_a_key_nothing_is_sent(home: House, anna: Person) -> None:
    anna.ask()
    home.clock.advance(seconds=5)
    assert deliver_notifications(home.services, None) == 0


def test_who_logged_out_is_told_nothing(home: House, anna: Person, sender: PushSender) -> None:
    accounts.end_login(home.services, anna.identity.login_id)
    anna.ask()
    assert delivered(home, sender) == 0


def test_ended_logins_take_their_subscriptions_with_them(home: House, anna: Person) -> None:
    home.clock.advance(days=31)
    assert accounts.forget_ended_logins(home.services) == 1
    assert subscriptions(home) == []


def test_a_browser_belongs_to_who_subscribed_it_last(
    home: House, anna: Person, pushes: PushService, sender: PushSender
) -> None:
    other = Person(home, pushes, "carla")
    other.subscribe(anna.browser)
    anna.ask()
    assert delivered(home, sender) == 0
    subscribing.unsubscribe(home.services, anna.author, anna.browser.endpoint)
    other.ask()
    assert delivered(home, sender) == 1
    told = anna.browser.opened(pushes.received[0].body)
    assert told["negotiation_id"] == str(other.negotiation_id)


def test_a_buyer_has_so_many_browsers_and_no_more(
    home: House, anna: Person, pushes: PushService
) -> None:
    browsers = [Subscriber(f"{pushes.origin}/{number}") for number in range(subscribing.MOST)]
    for browser in browsers:
        home.clock.advance(seconds=1)
        anna.subscribe(browser)
    assert sorted(subscriptions(home)) == sorted(browser.endpoint for browser in browsers)


def test_an_address_that_is_no_longer_listed_is_not_written_to(
    home: House, anna: Person, pushes: PushService, sender: PushSender, valkey_url: str
) -> None:
    anna.ask()
    database_url = home.services.settings.database_url
    with house(database_url, valkey_url, home.clock, vapid_key=KEY) as stricter:
        assert delivered(stricter, sender) == 0
    assert pushes.received == []
