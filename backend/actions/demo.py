"""The demo buyer: three negotiations on real cars, each in another state.

The cars, their mileage and their prices are real ads of 2017 (stanfordnlp/cocoa,
``craigslist_car.json``, MIT licence); limits and offers are made up for the demo.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from backend.actions import closing, opening, posting
from backend.actions.accounts import Identity, set_language, start_login
from backend.actions.passwords import hash_password
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.domain.negotiation import Party, Terms
from backend.domain.pricing import DEFAULT_STRATEGY
from backend.domain.vehicle import Vehicle
from backend.locales import Locale, locale_of, translatable
from backend.storage import people
from backend.storage.models import User

DEMO_EMAIL = "demo@autodealgenie.example"


@dataclass(frozen=True)
class _DealerSays:
    content: str
    price: int | None = None


@dataclass(frozen=True)
class _BuyerOffers:
    amount: int


@dataclass(frozen=True)
class _BuyerAsks:
    content: str


@dataclass(frozen=True)
class _BuyerAccepts:
    pass


@dataclass(frozen=True)
class _Story:
    vehicle: Vehicle
    terms: Terms
    steps: tuple[_DealerSays | _BuyerOffers | _BuyerAsks | _BuyerAccepts, ...] = ()


STORIES = (
    _Story(
        Vehicle(2008, "Nissan", "Altima", "2.5 S Coupe", 125_122),
        Terms(asking=5_800_00, target=5_000_00, walk_away=5_400_00),
        (
            _BuyerOffers(4_500_00),
            _DealerSays(translatable("We can do 5,300 for you."), 5_300_00),
            _BuyerOffers(4_700_00),
            _DealerSays(translatable("OK, 4,950 and it is yours."), 4_950_00),
            _BuyerAccepts(),
        ),
    ),
    _Story(
        Vehicle(2016, "Nissan", "Altima", None, 21_000),
        Terms(asking=15_500_00, target=13_500_00, walk_away=14_600_00),
        (
            _DealerSays(
                translatable("I have two other people coming to see it, so not much room."),
                15_200_00,
            ),
            _BuyerOffers(12_500_00),
            _DealerSays(
                translatable("Best I can do is 14,800, and that is today only."), 14_800_00
            ),
            _BuyerAsks(translatable("They say the price is for today only. Is that true?")),
        ),
    ),
    _Story(
        Vehicle(2015, "Toyota", "Prius Plug-in", None, 42_000, "JTDKN3DP4F3073933"),
        Terms(asking=21_900_00, target=19_500_00, walk_away=20_800_00),
    ),
)


def enter_demo(services: Services, request_id: str, language: str) -> Identity:
    """Log in as the demo buyer, who is made at the first time and spoken to in ``language``.

    The stories stay in the language in which they were told first.
    """
    user, is_new = _demo_user(services, language)
    if is_new:
        for story in STORIES:
            _play(services, Author(user.id, request_id), story, locale_of(language))
    with services.transaction() as transaction:
        identity = start_login(services, transaction, user)
    if identity.language == language:
        return identity
    return set_language(services, identity, language)


def _demo_user(services: Services, language: str) -> tuple[User, bool]:
    with services.database.read() as session:
        known = people.user_by_email(session, DEMO_EMAIL)
    if known is not None:
        return known, False
    # Nobody knows the password: the demo is entered by its button alone.
    password_hash = hash_password(services, secrets.token_urlsafe(32))
    try:
        with services.transaction() as transaction:
            user = User(
                id=transaction.new_id(),
                email=DEMO_EMAIL,
                password_hash=password_hash,
                language=language,
                created_at=transaction.now,
            )
            transaction.session.add(user)
    except IntegrityError:  # clicked twice at once
        return _demo_user(services, language)
    return user, True


def _play(services: Services, author: Author, story: _Story, locale: Locale) -> None:
    new = opening.NewNegotiation(story.vehicle, story.terms, DEFAULT_STRATEGY, None, "")
    negotiation_id = UUID(opening.open_negotiation(services, author, new).negotiation["id"])
    place = posting.Posting(negotiation_id, None, "")
    for step in story.steps:
        match step:
            case _DealerSays(content, price):
                posting.post_dealer_message(
                    services,
                    author,
                    place,
                    content=locale.text(content),
                    price=price,
                    channel="text",
                )
            case _BuyerOffers(amount):
                posting.post_offer(
                    services, author, place, party=Party.BUYER, amount=amount, note=None
                )
            case _BuyerAsks(content):
                posting.post_chat(services, author, place, locale.text(content))
            case _BuyerAccepts():
                closing.accept(services, author, negotiation_id, amount=None, confirmed=False)
