"""What a model is asked: texts and whose they are, as LangChain takes them.

A type of our own, because a worker that asks no model need not import LangChain.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple


class Message(NamedTuple):
    """One text; ``role`` is a name that LangChain knows."""

    role: Literal["system", "human"]
    content: str


Messages = Sequence[Message]
