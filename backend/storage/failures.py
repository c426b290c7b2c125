"""Telling a database that cannot be reached from a mistake of ours."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout


def is_storage_failure(error: Exception) -> bool:
    """Whether ``error`` says that the database could not be reached or did not answer in time."""
    if isinstance(error, OperationalError | InterfaceError | PoolTimeout):
        return True
    return isinstance(error, DBAPIError) and error.connection_invalidated
