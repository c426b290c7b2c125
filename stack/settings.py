"""What an operator can set for `make run`: the only place of the stack that reads the environment.

The processes read their own settings themselves (`backend.settings`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from environs import Env, EnvError, validate

from stack.failures import StackError

DEFAULT_FLOWER_PORT = 5555
PORT_RANGE = validate.Range(1, 65535)


@dataclass(frozen=True)
class StackSettings:
    """Names in the environment are the upper-case ones. Empty addresses: embedded parts."""

    host: str
    port: int
    flower_port: int | None
    data_dir: Path
    database_url: str
    redis_url: str
    flower_basic_auth: str
    demo: str


def inherited() -> dict[str, str]:
    """The environment that the processes inherit."""
    return dict(os.environ)


def from_environment() -> StackSettings:
    """Read the settings.

    Raises:
        StackError: a variable has a value that makes no sense.
    """
    env = Env()
    try:
        return StackSettings(
            host=env.str("HOST", "") or "127.0.0.1",
            port=env.int("PORT", 8000, validate=PORT_RANGE),
            flower_port=env.int("FLOWER_PORT", None, validate=PORT_RANGE),
            data_dir=Path(env.str("DATA_DIR", "") or "var").expanduser().resolve(),
            database_url=env.str("DATABASE_URL", ""),
            redis_url=env.str("REDIS_URL", ""),
            flower_basic_auth=env.str("FLOWER_BASIC_AUTH", ""),
            demo=env.str("DEMO", "1"),
        )
    except EnvError as error:
        raise StackError(str(error)) from None
