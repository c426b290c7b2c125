"""Which of a buyer's browsers are told of answers while the page is not looked at."""

from __future__ import annotations

import hashlib

from sqlalchemy.exc import IntegrityError

from backend.actions.accounts import Identity
from backend.actions.requests import Author
from backend.actions.services import Services
from backend.domain.errors import NotFound
from backend.storage import subscriptions
from backend.storage.models import PushSubscription

MOST = 10
"""Browsers of one buyer; a new one takes the place of the oldest."""


def subscribe(
    services: Services, author: Author, identity: Identity, endpoint: str, keys: dict[str, str]
) -> None:
    """Tell a browser of answers, for as long as this login lasts.

    A browser has one address: whoever subscribes it last is the one whose answers it tells.

    Raises:
        NotFound: notifications are switched off.
    """
    author.check_admitted()
    if services.settings.vapid_key is None:
        raise NotFound("Notifications are switched off.")
    try:
        _subscribe(services, identity, endpoint, keys)
    except IntegrityError:  # another request of the same browser was faster
        _subscribe(services, identity, endpoint, keys)


def _subscribe(services: Services, identity: Identity, endpoint: str, keys: dict[str, str]) -> None:
    with services.transaction() as transaction:
        subscriptions.forget(transaction.session, endpoint_hash(endpoint))
        transaction.session.add(
            PushSubscription(
                id=transaction.new_id(),
                user_id=identity.user_id,
                login_id=identity.login_id,
                endpoint=endpoint,
                endpoint_hash=endpoint_hash(endpoint),
                p256dh=keys["p256dh"],
                auth=keys["auth"],
                created_at=transaction.now,
            )
        )
        transaction.session.flush()
        subscriptions.keep_newest(transaction.session, identity.user_id, MOST)


def unsubscribe(services: Services, author: Author, endpoint: str) -> None:
    """Tell a browser nothing any more; nothing happens where it is not this buyer's."""
    author.check_admitted()
    with services.transaction() as transaction:
        subscriptions.forget(transaction.session, endpoint_hash(endpoint), author.user_id)


def endpoint_hash(endpoint: str) -> str:
    """What an address is found by; the address itself is a secret of its browser."""
    return hashlib.sha256(endpoint.encode()).hexdigest()
