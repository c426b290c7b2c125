"""What a model streams, made fit to store and show: whole characters, no control codes."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class WireText:
    """Cleans text that arrives in pieces.

    JSON lets a provider escape one emoji as two halves and put them into two chunks; a half alone
    can be neither stored nor sent. Halves are joined, a half that stays alone becomes U+FFFD.
    """

    def __init__(self) -> None:
        self._held = ""
        self._begun = False

    def feed(self, piece: str) -> str:
        """What can be shown after ``piece``; may be empty. Blanks before the first word go."""
        text = self._held + piece
        self._held = ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            self._held, text = text[-1], text[:-1]
        return self._clean(text)

    def finish(self) -> str:
        """What was still held back when the stream ended."""
        held, self._held = self._held, ""
        return self._clean(held)

    def _clean(self, text: str) -> str:
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        shown = _CONTROL.sub("", whole)
        if not self._begun:
            shown = shown.lstrip()
            self._begun = bool(shown)
        return shown
