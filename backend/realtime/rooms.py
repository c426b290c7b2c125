"""The rooms that sockets join. Private data goes to rooms only, never to everyone."""

from __future__ import annotations

from uuid import UUID

_USER = "user:"


def negotiation_room(negotiation_id: UUID | str) -> str:
    """All sockets that watch a negotiation."""
    return f"negotiation:{negotiation_id}"


def user_room(user_id: UUID) -> str:
    """All sockets of one user, on whatever screen they are."""
    return f"{_USER}{user_id}"


def user_of_room(room: str) -> UUID:
    """Whose room that is, as :func:`user_room` named it."""
    return UUID(room.removeprefix(_USER))
