"""Alembic's environment: the database and the models of the product."""

from __future__ import annotations

from typing import Literal

from alembic import context
from sqlalchemy import Connection

from backend.settings import from_environment
from backend.storage.columns import UtcDateTime
from backend.storage.engine import Database
from backend.storage.models import Event


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write our column types as what they are in the database."""
    is_ours = kind == "type" and isinstance(item, UtcDateTime)
    return "sa.DateTime(timezone=True)" if is_ours else False


def run(connection: Connection) -> None:
    """Migrate over one connection. SQLite rebuilds tables to change them (batch mode)."""
    context.configure(
        connection=connection,
        target_metadata=Event.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with Database(from_environment().database_url).engine.connect() as own:
        run(own)
        own.commit()
