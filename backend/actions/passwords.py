"""Passwords, hashed with argon2id. Hashing is slow on purpose and blocks: it is offloaded."""

from __future__ import annotations

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from backend.actions.services import Offload

_hasher = PasswordHasher()
# Each hash takes 64 MB and four threads: many at once would starve all else that a process does.
_one_at_a_time = threading.Lock()
# Of a random password that nobody kept, with the hasher's parameters: checking against it takes
# the time of a real check. A literal, because making one would delay every start.
UNKNOWN_USER_HASH = (
    "$argon2id$v=19$m=65536,t=3,p=4$SglA5QnjHRSrjUKaqV0Zhw"
    "$Z/mAmWmIUb+8Q1EZO7c81ndY1IqwQ3yUKABFuvsnvac"
)


def has_current_parameters(kept_hash: str) -> bool:
    """Whether a hash costs as much as one made now."""
    return not _hasher.check_needs_rehash(kept_hash)


def hash_password(offload: Offload, password: str) -> str:
    """The hash to keep, with its salt and parameters."""
    with _one_at_a_time:
        hashed: str = offload(_hasher.hash, password)
    return hashed


def password_matches(offload: Offload, kept_hash: str | None, password: str) -> bool:
    """Whether ``password`` has the hash; takes the same time when there is no such user (None)."""
    try:
        with _one_at_a_time:
            offload(_hasher.verify, kept_hash or UNKNOWN_USER_HASH, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept_hash is not None
