"""Passwords, hashed with argon2id. Hashing is slow on purpose and blocks: it is offloaded."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from backend.actions.services import Services
from backend.settings import PasswordHashing


@dataclass(frozen=True)
class Hashing:
    """A hasher, and the hash of a random password that nobody kept.

    The hash has the hasher's parameters: checking against it takes the time of a real check.
    """

    hasher: PasswordHasher
    unknown_user: str


HASHINGS: Mapping[PasswordHashing, Hashing] = MappingProxyType(
    {
        # The hashes are literals, because making one would delay every start.
        "argon2": Hashing(
            PasswordHasher(),
            "$argon2id$v=19$m=65536,t=3,p=4$SglA5QnjHRSrjUKaqV0Zhw"
            "$Z/mAmWmIUb+8Q1EZO7c81ndY1IqwQ3yUKABFuvsnvac",
        ),
        "cheap": Hashing(
            PasswordHasher(time_cost=1, memory_cost=8, parallelism=1),
            "$argon2id$v=19$m=8,t=1,p=1$tWYtGLCLz6Y2O/AcETkDzg"
            "$SsSojvK2oC+kbtXQCiGr3wZZB5/6Gwxdekr+HcnhUSM",
        ),
    }
)
# Each hash takes 64 MB and four threads: many at once would starve all else that a process does.
_one_at_a_time = threading.Lock()


def hash_password(services: Services, password: str) -> str:
    """The hash to keep, with its salt and parameters."""
    hasher = HASHINGS[services.settings.password_hashing].hasher
    with _one_at_a_time:
        hashed: str = services.offload(hasher.hash, password)
    return hashed


def password_matches(services: Services, kept_hash: str | None, password: str) -> bool:
    """Whether ``password`` has the hash; takes the same time when there is no such user (None)."""
    hashing = HASHINGS[services.settings.password_hashing]
    try:
        with _one_at_a_time:
            services.offload(hashing.hasher.verify, kept_hash or hashing.unknown_user, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept_hash is not None
