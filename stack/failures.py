"""What can go wrong with the stack as a whole."""

from __future__ import annotations


class StackError(Exception):
    """The stack cannot start or serve; the message is one line for the person at the terminal."""


class NotReadyError(StackError):
    """The stack is not ready yet."""


class CancelledError(Exception):
    """The stack was told to stop while it was still starting."""
