"""Something happens between what an action reads and what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy.orm import Session

from backend.actions.services import Services
from backend.storage.engine import Database


class Between(Database):
    """A database on which something happens once, after the first reading."""

    def __init__(self, url: str, happening: Callable[[], object]) -> None:
        super().__init__(url)
        self._happening: Callable[[], object] | None = happening

    @contextmanager
    def read(self) -> Iterator[Session]:
        with super().read() as session:
            yield session
        happening, self._happening = self._happening, None
        if happening:
            happening()

    @property
    def has_happened(self) -> bool:
        return self._happening is None


@contextmanager
def between(services: Services, happening: Callable[[], object]) -> Iterator[Services]:
    """``services`` on whose database ``happening`` comes between reading and writing."""
    database = Between(services.database.url.render_as_string(hide_password=False), happening)
    try:
        yield replace(services, database=database)
        assert database.has_happened, "nothing was read"
    finally:
        database.close()
