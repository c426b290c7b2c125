"""What is asked of the database about the use of models."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, delete, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from backend.domain.spending import Limit, Tokens
from backend.storage.models import ModelUsage, UsageDay, User


def begin_try(session: Session, usage: ModelUsage, limit: Limit) -> bool:
    """Add a try, at its estimate, to its row and to its user's day.

    False, and nothing added but a refusal, when the day has reached the limit already. Database and
    not caller compare and add in one step: of tries that come at once, none sees less than the
    others have reserved, so that a day ends at most one try above its limit.
    """
    added = session.execute(
        _insert(session, usage)
        .on_conflict_do_update(
            index_elements=[UsageDay.user_id, UsageDay.day],
            set_={
                "input_tokens": UsageDay.input_tokens + usage.input_tokens,
                "output_tokens": UsageDay.output_tokens + usage.output_tokens,
                "cost_micros": UsageDay.cost_micros + usage.cost_micros,
                "tries": UsageDay.tries + 1,
            },
            where=_is_below(limit),
        )
        .returning(UsageDay.user_id)
    ).first()
    if added is None:
        session.execute(
            update(UsageDay)
            .where(UsageDay.user_id == usage.user_id, UsageDay.day == usage.day)
            .values(refusals=UsageDay.refusals + 1)
        )
        return False
    session.add(usage)
    return True


def end_try(session: Session, usage: ModelUsage, tokens: Tokens, cost: int, outcome: str) -> None:
    """Put what a try took in the place of what was reserved for it."""
    session.execute(
        update(ModelUsage)
        .where(ModelUsage.id == usage.id)
        .values(
            input_tokens=tokens.input,
            output_tokens=tokens.output,
            cost_micros=cost,
            is_estimated=tokens.is_estimated,
            outcome=outcome,
        )
    )
    _correct_day(session, usage, tokens, cost)


def drop_try(session: Session, usage: ModelUsage) -> None:
    """Take back what was reserved for a try that did not begin."""
    session.execute(delete(ModelUsage).where(ModelUsage.id == usage.id))
    _correct_day(session, usage, Tokens(), 0, tries=-1)


def usage_of(session: Session, day: date, limit: int) -> Sequence[Row[UsageDay, str]]:
    """The users' sums of a day with their e-mail, the most expensive first."""
    return session.execute(
        select(UsageDay, User.email)
        .join(User, User.id == UsageDay.user_id)
        .where(UsageDay.day == day)
        .order_by(
            UsageDay.cost_micros.desc(),
            (UsageDay.input_tokens + UsageDay.output_tokens).desc(),
            UsageDay.user_id,
        )
        .limit(limit)
    ).all()


def usage_of_reply(session: Session, reply_id: UUID) -> Sequence[ModelUsage]:
    """The tries of a reply, in their order."""
    return session.scalars(
        select(ModelUsage)
        .where(ModelUsage.reply_id == reply_id)
        .order_by(ModelUsage.attempt, ModelUsage.id)
    ).all()


def _insert(session: Session, usage: ModelUsage) -> sqlite.Insert | postgresql.Insert:
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    insert = sqlite.insert(UsageDay) if is_sqlite else postgresql.insert(UsageDay)
    return insert.values(
        user_id=usage.user_id,
        day=usage.day,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cost_micros=usage.cost_micros,
        tries=1,
        refusals=0,
    )


def _is_below(limit: Limit) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if limit.tokens is not None:
        conditions.append(UsageDay.input_tokens + UsageDay.output_tokens < limit.tokens)
    if limit.cost is not None:
        conditions.append(UsageDay.cost_micros < limit.cost)
    return and_(*conditions)


def _correct_day(
    session: Session, usage: ModelUsage, tokens: Tokens, cost: int, tries: int = 0
) -> None:
    session.execute(
        update(UsageDay)
        .where(UsageDay.user_id == usage.user_id, UsageDay.day == usage.day)
        .values(
            input_tokens=UsageDay.input_tokens + (tokens.input - usage.input_tokens),
            output_tokens=UsageDay.output_tokens + (tokens.output - usage.output_tokens),
            cost_micros=UsageDay.cost_micros + (cost - usage.cost_micros),
            tries=UsageDay.tries + tries,
        )
    )
