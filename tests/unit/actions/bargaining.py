"""One negotiation driven through the actions alone, and what must hold after each of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from backend.actions import posting
from backend.actions.reply import claiming
from backend.actions.requests import Author
from backend.domain import money
from backend.domain.errors import NegotiationClosed, RoundsExhausted
from backend.realtime.running_text import RunningTexts
from backend.storage.models import Reply
from tests.faults.buyer import Accepted, Record
from tests.faults.checker import Evidence, Violation, check
from tests.integration.history import State, history, kept, reply_rows, settled
from tests.integration.parts import TERMS, House

Json = dict[str, Any]

LEASE = timedelta(seconds=15)


class KeptTexts(RunningTexts):
    """Running texts in memory."""

    def __init__(self) -> None:
        self._texts: dict[tuple[UUID, int], str] = {}

    def keep(self, reply_id: UUID, attempt: int, text: str) -> None:
        self._texts[reply_id, attempt] = text

    def read(self, reply_id: UUID, attempt: int) -> str:
        return self._texts.get((reply_id, attempt), "")


class Bargaining:
    """A buyer's negotiation, its claims, and a record of all that was promised."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.author: Author = house.buyer()
        house.port.sent.clear()
        self.negotiation_id = house.open(self.author)
        self.claims: list[claiming.Claim] = []
        opening = str(reply_rows(house.services, self.negotiation_id)[0].id)
        self.record = Record(str(self.negotiation_id), opening)
        self.closed_as: Json | None = None

    # What buyers do

    def post(self, say: Any, content: str) -> None:
        """Post with a new client_id; then twice the same must be once."""
        place = posting.Posting(self.negotiation_id, uuid4(), content)
        try:
            posted = say(place)
        except (NegotiationClosed, RoundsExhausted):
            return
        again = say(place)
        assert (again.repeated, again.message) == (True, posted.message)
        assert again.reply == posted.reply
        message, reply = posted.message, posted.reply
        self.record.accepted.append(
            Accepted(str(place.client_id), content, message["id"], reply["id"])
        )

    def note_retry(self, reply_id: UUID) -> None:
        retries = self.record.retries
        retries[str(reply_id)] = retries.get(str(reply_id), 0) + 1

    # What workers do

    def still_holds(self, claim: claiming.Claim) -> bool:
        """Whether a claim may still be written by, by the rule and not by the code under test."""
        row = self.row(claim.reply_id)
        lease = row.lease_expires_at
        is_current = row.status == "running" and row.attempt == claim.attempt
        return is_current and lease is not None and lease > self.house.clock.now

    def row(self, reply_id: UUID) -> Reply:
        return next(row for row in self.rows() if row.id == reply_id)

    def rows(self) -> list[Reply]:
        return reply_rows(self.house.services, self.negotiation_id)

    # What must hold

    def check(self) -> None:
        """All of it, on what is there now."""
        services = self.house.services
        now, rows = kept(services, self.negotiation_id), self.rows()
        events = history(services, self.negotiation_id)
        assert self._violations(now, rows, events) == []
        self._check_emitted(events)
        self._check_caps(now)
        self._check_closed(now)
        assert sum(row.status == "running" for row in rows) <= 1
        assert all(row.claims <= services.settings.max_claims for row in rows)

    def _violations(self, now: State, rows: list[Reply], events: list[Json]) -> list[Violation]:
        """What the checker of the fault runs finds; replies need not be at rest yet."""
        claimed = [row for row in rows if row.advice_id]
        waiting = {f"reply {row.id}" for row in rows if not row.advice_id}
        evidence = Evidence(
            record=self.record,
            negotiation=now.negotiation,
            events=events,
            messages=now.messages,
            rows={str(row.id): (row.status, str(row.advice_id)) for row in claimed},
        )
        found = check(evidence)
        return [v for v in found if v.kind != "unfinished" and v.what not in waiting]

    def _check_emitted(self, events: list[Json]) -> None:
        """Exactly what was committed was emitted, and in the order of ``seq``."""
        stored = ("new_message", "message_updated", "negotiation_updated")
        of_this = str(self.negotiation_id)
        emitted = [e for e in self.house.port.named(*stored) if e["negotiation_id"] == of_this]
        assert emitted == events

    def _check_caps(self, now: State) -> None:
        """No suggestion is above the walk-away price or what the dealer has asked."""
        most = TERMS.walk_away or 0
        price, dealer = now.negotiation["suggested_price"], now.negotiation["latest_dealer_price"]
        cap = min(TERMS.asking if dealer is None else money.parse_amount(dealer), most)
        assert price is None or money.parse_amount(price) <= cap
        advices = [message for message in now.messages.values() if message["kind"] == "advice"]
        assert all(money.parse_amount(m["data"]["suggested_price"]) <= most for m in advices)

    def _check_closed(self, now: State) -> None:
        """Nothing changes in a closed negotiation."""
        negotiation = settled(now.negotiation)
        if negotiation["status"] != "active":
            self.closed_as = self.closed_as or negotiation
            assert negotiation == self.closed_as
