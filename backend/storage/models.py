"""The tables. A negotiation owns its messages, replies and events; its row is also their lock."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from backend.domain.negotiation import Terms
from backend.domain.vehicle import Vehicle
from backend.storage.columns import Base, JsonObject


class User(Base):
    """A buyer. ``email`` is kept in lower case; ``language`` is a code of ``backend.locales``."""

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    language: Mapped[str] = mapped_column(String(8), default="en", server_default="en")
    created_at: Mapped[datetime]


class Login(Base):
    """One log-in of a user: what its tokens and live sockets hang on."""

    __tablename__ = "logins"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    access_expires_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    revoked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Negotiation(Base):
    """One buyer's bargaining over one vehicle. Amounts are cents.

    ``last_seq`` counts the events; whoever raises it holds the row's lock until commit.
    ``suggestion_seq`` is the seq of the message that ``suggested_cents`` speaks to, so that an old
    reply, retried, never overwrites a newer suggestion. ``quiet_since`` is the last time buyer,
    dealer or a reply did something; ``renegotiated_at`` the last batch advice. ``news_seq`` is the
    newest event that the buyer did not cause, ``seen_seq`` how far the buyer has looked: neither is
    part of the history. ``search_text`` is what a search looks through, folded.
    """

    __tablename__ = "negotiations"
    __table_args__ = (
        UniqueConstraint("user_id", "client_id"),
        Index("ix_negotiations_user_id_created_at_id", "user_id", "created_at", "id"),
        Index(
            "ix_negotiations_user_id_status_created_at_id", "user_id", "status", "created_at", "id"
        ),
        Index("ix_negotiations_status_quiet_since", "status", "quiet_since"),
        Index("ix_negotiations_status_updated_at", "status", "updated_at"),
        Index("ix_negotiations_updated_at", "updated_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    client_id: Mapped[UUID | None]
    request_hash: Mapped[str | None] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(16))

    vehicle_year: Mapped[int]
    vehicle_make: Mapped[str] = mapped_column(String(60))
    vehicle_model: Mapped[str] = mapped_column(String(60))
    vehicle_trim: Mapped[str | None] = mapped_column(String(60))
    vehicle_mileage: Mapped[int | None]
    vehicle_vin: Mapped[str | None] = mapped_column(String(17))
    label: Mapped[str | None] = mapped_column(String(60))
    search_text: Mapped[str] = mapped_column(Text, default="", server_default="")

    asking_cents: Mapped[int] = mapped_column(BigInteger)
    target_cents: Mapped[int] = mapped_column(BigInteger)
    walk_away_cents: Mapped[int | None] = mapped_column(BigInteger)
    strategy: Mapped[str] = mapped_column(String(40))
    max_rounds: Mapped[int]

    round: Mapped[int]
    buyer_offer_cents: Mapped[int | None] = mapped_column(BigInteger)
    dealer_price_cents: Mapped[int | None] = mapped_column(BigInteger)
    suggested_cents: Mapped[int | None] = mapped_column(BigInteger)
    suggestion_seq: Mapped[int]
    agreed_cents: Mapped[int | None] = mapped_column(BigInteger)

    last_seq: Mapped[int]
    news_seq: Mapped[int] = mapped_column(default=0, server_default="0")
    seen_seq: Mapped[int] = mapped_column(default=0, server_default="0")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    quiet_since: Mapped[datetime]
    renegotiated_at: Mapped[datetime | None]

    @property
    def vehicle(self) -> Vehicle:
        """The car that is bargained over."""
        return Vehicle(
            self.vehicle_year,
            self.vehicle_make,
            self.vehicle_model,
            self.vehicle_trim,
            self.vehicle_mileage,
            self.vehicle_vin,
        )

    @property
    def terms(self) -> Terms:
        """What the buyer set when the negotiation was opened."""
        return Terms(self.asking_cents, self.target_cents, self.walk_away_cents, self.max_rounds)


class Message(Base):
    """A line of the talk, as it is now. ``seq`` is that of its ``new_message`` event."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("negotiation_id", "seq"),
        UniqueConstraint("negotiation_id", "client_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    negotiation_id: Mapped[UUID] = mapped_column(ForeignKey("negotiations.id"))
    seq: Mapped[int]
    role: Mapped[str] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(16))
    content: Mapped[str] = mapped_column(Text)
    round: Mapped[int]
    status: Mapped[str] = mapped_column(String(16))
    in_reply_to: Mapped[UUID | None]
    reply_id: Mapped[UUID | None] = mapped_column(index=True)
    client_id: Mapped[UUID | None]
    request_hash: Mapped[str | None] = mapped_column(String(64))
    data: Mapped[JsonObject] = mapped_column(JSON)
    created_at: Mapped[datetime]


class Reply(Base):
    """The job that turns one buyer action into one advice.

    ``trigger_seq`` is the seq that it answers (a message's, or 1 for the opening): the order in
    which first attempts run, and the position that the numbers are computed from. ``attempt``
    fences: only who holds the current one may write. ``claims`` counts since the POST or the last
    retry; ``enqueued_at`` is when a task for it was last sent (or tried to be). ``trace_parent``
    continues the trace of the request, whichever task and worker take the reply up.
    """

    __tablename__ = "replies"
    __table_args__ = (
        Index("ix_replies_negotiation_id_trigger_seq", "negotiation_id", "trigger_seq"),
        Index("ix_replies_status_lease_expires_at", "status", "lease_expires_at"),
        Index("ix_replies_status_enqueued_at", "status", "enqueued_at"),
        Index(
            "uq_replies_running",
            "negotiation_id",
            unique=True,
            sqlite_where=text("status = 'running'"),
            postgresql_where=text("status = 'running'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    negotiation_id: Mapped[UUID] = mapped_column(ForeignKey("negotiations.id"))
    message_id: Mapped[UUID | None] = mapped_column(index=True)
    trigger: Mapped[str] = mapped_column(String(16))
    trigger_seq: Mapped[int]
    status: Mapped[str] = mapped_column(String(16))
    attempt: Mapped[int]
    claims: Mapped[int]
    lease_expires_at: Mapped[datetime | None]
    advice_id: Mapped[UUID | None]
    failure: Mapped[str | None] = mapped_column(String(40))
    request_id: Mapped[str] = mapped_column(String(64))
    trace_parent: Mapped[str | None] = mapped_column(String(55))
    enqueued_at: Mapped[datetime]
    created_at: Mapped[datetime]


class ModelUsage(Base):
    """What one model's try to word one advice took: first as reserved, then as it was.

    ``reply_id`` is null for batch advice. ``cost_micros`` is in micro-dollars. ``outcome`` is
    ``reserved`` until the try has ended, then ``answered``, ``stopped``, or why it failed; one
    whose worker died stays ``reserved``, at its estimate. ``day`` is the UTC day of its beginning.
    """

    __tablename__ = "model_usage"
    __table_args__ = (Index("ix_model_usage_user_id_day", "user_id", "day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    negotiation_id: Mapped[UUID] = mapped_column(ForeignKey("negotiations.id"))
    reply_id: Mapped[UUID | None] = mapped_column(index=True)
    attempt: Mapped[int]
    model: Mapped[str] = mapped_column(String(120))
    day: Mapped[date]
    input_tokens: Mapped[int] = mapped_column(BigInteger)
    output_tokens: Mapped[int] = mapped_column(BigInteger)
    cost_micros: Mapped[int] = mapped_column(BigInteger)
    is_estimated: Mapped[bool]
    outcome: Mapped[str] = mapped_column(String(24))
    created_at: Mapped[datetime]


class ModelReading(Base):
    """What a model made of a dealer's message in which the rules left a choice of amounts.

    ``offer_cents`` is one of those amounts; null where the model found no price of the dealer's.
    """

    __tablename__ = "model_readings"

    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    model: Mapped[str] = mapped_column(String(120))
    offer_cents: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]


class UsageDay(Base):
    """The sum of a user's :class:`ModelUsage` of one UTC day, which the daily limits look at.

    ``tries`` counts them; ``refusals`` the tries that a limit did not let begin.
    """

    __tablename__ = "usage_days"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    input_tokens: Mapped[int] = mapped_column(BigInteger)
    output_tokens: Mapped[int] = mapped_column(BigInteger)
    cost_micros: Mapped[int] = mapped_column(BigInteger)
    tries: Mapped[int]
    refusals: Mapped[int]


class PushSubscription(Base):
    """A browser that is told of answers, for as long as the login lasts by which it asked.

    ``endpoint`` is a secret of the browser, and found by ``endpoint_hash``; the keys are base64url.
    """

    __tablename__ = "push_subscriptions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    login_id: Mapped[UUID] = mapped_column(ForeignKey("logins.id"), index=True)
    endpoint: Mapped[str] = mapped_column(Text)
    endpoint_hash: Mapped[str] = mapped_column(String(64), unique=True)
    p256dh: Mapped[str] = mapped_column(String(88))
    auth: Mapped[str] = mapped_column(String(24))
    created_at: Mapped[datetime]


class Notification(Base):
    """An answer that its buyer is to be told of at ``due_at``, unless they look at it before.

    ``seq`` is that of the answer's end. The row is taken off the table by whoever sends it.
    """

    __tablename__ = "notifications"

    reply_id: Mapped[UUID] = mapped_column(ForeignKey("replies.id"), primary_key=True)
    negotiation_id: Mapped[UUID] = mapped_column(ForeignKey("negotiations.id"))
    seq: Mapped[int]
    due_at: Mapped[datetime] = mapped_column(index=True)


class Event(Base):
    """One immutable entry of a negotiation's history: what clients are sent and can pull."""

    __tablename__ = "events"

    negotiation_id: Mapped[UUID] = mapped_column(ForeignKey("negotiations.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    type: Mapped[str] = mapped_column(String(32))
    body: Mapped[JsonObject] = mapped_column(JSON)
    created_at: Mapped[datetime]
