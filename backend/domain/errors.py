"""What the rules can refuse. Each error has a code of the contract and the data that explains it.

Which HTTP status or socket code answers a code is decided where answers are made, not here.
"""

from __future__ import annotations


class DomainError(Exception):
    """A rule said no. ``code`` is the contract's; ``detail`` is one sentence for a person."""

    code = "refused"
    detail = "This is not possible."

    def __init__(self, detail: str | None = None) -> None:
        super().__init__(detail or self.detail)
        self.detail = detail or self.detail


class NotFound(DomainError):
    code = "not_found"
    detail = "There is no such thing here."


class NotYours(DomainError):
    code = "not_yours"
    detail = "This negotiation belongs to another user."


class NotAuthenticated(DomainError):
    code = "not_authenticated"
    detail = "Log in first."


class CsrfFailed(DomainError):
    code = "csrf_failed"
    detail = "The X-CSRF-TOKEN header is missing or does not match its cookie."


class NegotiationClosed(DomainError):
    code = "negotiation_closed"
    detail = "This negotiation has ended; no offers or dealer messages can be added."


class RoundsExhausted(DomainError):
    code = "rounds_exhausted"
    detail = "This is the last round: accept the dealer's offer or walk away."


class NoOfferToAccept(DomainError):
    code = "no_offer_to_accept"
    detail = "The dealer has not named a price yet; name the amount you accept."


class AboveWalkAway(DomainError):
    code = "above_walk_away"
    detail = "This is above the most you wanted to pay; confirm to accept it all the same."


class ReplyRunning(DomainError):
    code = "reply_running"
    detail = "This reply is still being written; stop it first."


class ClientIdReused(DomainError):
    code = "client_id_reused"
    detail = "This client_id was used for another request."


class EmailTaken(DomainError):
    code = "email_taken"
    detail = "There is an account with this e-mail address already."


class RateLimited(DomainError):
    """Too many calls. ``retry_after`` is in whole seconds, at least 1."""

    code = "rate_limited"
    detail = "Too many requests; wait a moment."

    def __init__(self, retry_after: int) -> None:
        super().__init__()
        self.retry_after = max(1, retry_after)
