"""search without punctuation"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ROWS_AT_ONCE = 500
CAR = ("vehicle_year", "vehicle_make", "vehicle_model", "vehicle_trim", "label")


def upgrade() -> None:
    fill_search_text(op.get_bind(), folded)


def downgrade() -> None:
    fill_search_text(op.get_bind(), folded_with_punctuation)


def fill_search_text(connection: sa.Connection, fold: Callable[[str], str]) -> None:
    """What a search looks through, of the negotiations that are there."""
    table = sa.table(
        "negotiations",
        sa.column("id", sa.Uuid()),
        sa.column("search_text", sa.Text()),
        *(sa.column(name) for name in CAR),
    )
    query = sa.select(table.c.id, *(table.c[name] for name in CAR)).order_by(table.c.id)
    fill = (
        sa.update(table)
        .where(table.c.id == sa.bindparam("of"))
        .values(search_text=sa.bindparam("text"))
    )
    rows = connection.execute(query.limit(ROWS_AT_ONCE)).all()
    while rows:
        connection.execute(
            fill,
            [
                {"of": row[0], "text": fold(" ".join(map(str, filter(None, row[1:]))))}
                for row in rows
            ],
        )
        rows = connection.execute(query.where(table.c.id > rows[-1][0]).limit(ROWS_AT_ONCE)).all()


def folded(text: str) -> str:
    return "".join(
        letter
        for letter in folded_with_punctuation(text)
        if not unicodedata.category(letter).startswith("P")
    )


def folded_with_punctuation(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
