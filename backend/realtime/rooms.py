"""The rooms that sockets join. Private data goes to rooms only, never to everyone."""

from __future__ import annotations

from uuid import UUID


def negotiation_room(negotiation_id: UUID | str) -> str:
    """All sockets that watch a negotiation."""
    return f"negotiation:{negotiation_id}"


def user_room(user_id: UUID) -> str:
    """All sockets of one user, on whatever screen they are."""
    return f"user:{user_id}"


def login_room(login_id: UUID) -> str:
    """All sockets of one log-in."""
    return f"login:{login_id}"
