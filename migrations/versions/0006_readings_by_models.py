"""readings by models"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "model_readings",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("model", sa.String(length=120), nullable=False),
        sa.Column("offer_cents", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["messages.id"],
            name=op.f("fk_model_readings_message_id_messages"),
        ),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_model_readings")),
    )


def downgrade() -> None:
    op.drop_table("model_readings")
