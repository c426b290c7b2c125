"""unseen news, labels and search"""

from __future__ import annotations

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INDEX = "ix_negotiations_user_id_status_created_at_id"
ROWS_AT_ONCE = 500


def upgrade() -> None:
    with op.batch_alter_table("negotiations") as batch_op:
        batch_op.add_column(sa.Column("label", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("search_text", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("news_seq", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("seen_seq", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_index(INDEX, ["user_id", "status", "created_at", "id"], unique=False)
    fill_search_text(op.get_bind())


def downgrade() -> None:
    with op.batch_alter_table("negotiations") as batch_op:
        batch_op.drop_index(INDEX)
        for column in ("seen_seq", "news_seq", "search_text", "label"):
            batch_op.drop_column(column)


def fill_search_text(connection: sa.Connection) -> None:
    """What a search looks through, of the negotiations that are there."""
    table = sa.table(
        "negotiations",
        sa.column("id", sa.Uuid()),
        sa.column("vehicle_year", sa.Integer()),
        sa.column("vehicle_make", sa.String()),
        sa.column("vehicle_model", sa.String()),
        sa.column("vehicle_trim", sa.String()),
        sa.column("search_text", sa.Text()),
    )
    columns = (table.c.vehicle_year, table.c.vehicle_make, table.c.vehicle_model)
    query = sa.select(table.c.id, *columns, table.c.vehicle_trim).order_by(table.c.id)
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
                {"of": row[0], "text": folded(" ".join(map(str, filter(None, row[1:]))))}
                for row in rows
            ],
        )
        rows = connection.execute(query.where(table.c.id > rows[-1][0]).limit(ROWS_AT_ONCE)).all()


def folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
