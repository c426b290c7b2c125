"""Picks among wordings and fills in the figures, so that no two turns sound the same."""

from __future__ import annotations

import re
from functools import lru_cache
from string import Formatter

from backend.domain.advice.brief import Brief, Speaker
from backend.domain.advice.figures import PRIVATE, figures, secrets
from backend.domain.advice.naming import car_name
from backend.domain.advice.wording import Wordings, fits, wordings
from backend.locales import locale_of

_TELLING = 14
_LEADS = wordings("""
    Say:

    Try this:

    Words for it:

    Send them this:

    Put it like this:

    I would tell them:
""")


class Voice:
    """Words for one brief, in its language. Remembers what it has said, and reads what the adviser
    said before.
    """

    def __init__(self, brief: Brief) -> None:
        self._locale = locale_of(brief.language)
        self.known = {**figures(brief), "car": car_name(brief.vehicle, self._locale)}
        hidden = secrets(brief)
        self._sayable = {
            name: shown
            for name, shown in self.known.items()
            if name not in PRIVATE and shown not in hidden
        }
        if "extras" in self._sayable:  # fees by name: one that costs a secret has its name alone
            for shown in hidden:
                self._sayable["extras"] = self._sayable["extras"].replace(f" ({shown})", "")
        told = [line.text for line in brief.talk if line.speaker is Speaker.ADVISER]
        self._said = "\n".join(told)
        self._last = told[-1] if told else ""
        self._turn = brief.variation + brief.position.round + len(brief.dealer_prices)

    def learn(self, name: str, *texts: str | None) -> None:
        """Know a name for something the buyer spoke of: texts of the catalogues, put together."""
        self.known[name] = " ".join(self._locale.text(text) for text in texts if text)
        self._sayable[name] = self.known[name]

    def told_last(self, figure: str) -> bool:
        """Whether the last advice named the figure, as it is shown."""
        return re.search(rf"(?<![\d,.]){re.escape(figure)}(?![\d,]|\.\d)", self._last) is not None

    def said_last(self, wordings: Wordings) -> bool:
        """Whether the last advice used one of the wordings."""
        return any(
            all(part in self._last for part in _telling_parts(self._locale.text(each)))
            for each in wordings
        )

    def line(self, wordings: Wordings) -> str:
        """One of ``wordings``, filled in; one that was not said lately where there is one."""
        return self._pick(wordings, self.known)

    def quote(self, wordings: Wordings, otherwise: Wordings = ()) -> str:
        """Words for the dealer, in quotation marks, with nothing private in them.

        ``otherwise`` is used where every one of ``wordings`` holds a figure that must not be said.
        """
        sayable = [each for each in wordings if fits(each, self._sayable)] or otherwise
        return f"{self._pick(_LEADS, {})} “{self._pick(tuple(sayable), self._sayable)}”"

    def for_dealer(self, wordings: Wordings) -> str | None:
        """One of ``wordings`` as words for the dealer; None where each holds a figure that must
        not be said.
        """
        sayable = tuple(each for each in wordings if fits(each, self._sayable))
        return self._pick(sayable, self._sayable) if sayable else None

    def _pick(self, wordings: Wordings, known: dict[str, str]) -> str:
        translated = map(self._locale.text, wordings)
        usable = [template for template in translated if fits(template, known)]
        start = self._turn % len(usable)
        # Not said lately comes first, then what was said longest ago; the turn breaks the tie.
        chosen = min(usable[start:] + usable[:start], key=self._last_said)
        text = chosen.format_map(known)
        self._said += f"\n{text}"
        return text

    def _last_said(self, template: str) -> int:
        """Where in the talk the template was last used, -1 where it was not."""
        return min(self._said.rfind(part) for part in _telling_parts(template))


@lru_cache(maxsize=2048)
def _telling_parts(template: str) -> tuple[str, ...]:
    """The stretches of a template by which it is known again whatever its figures are."""
    parts = [literal for literal, _, _, _ in Formatter().parse(template)]
    return tuple(part for part in parts if len(part) >= _TELLING) or tuple(parts)


def assemble(paragraphs: list[list[str]], extras: list[str], fewest: int, most: int) -> str:
    """Join sentences into paragraphs; add ``extras`` as paragraphs before the last one while the
    text has fewer than ``fewest`` words and stays within ``most``.
    """
    blocks = [" ".join(lines) for lines in paragraphs if lines]
    for extra in extras:
        words = sum(len(block.split()) for block in blocks)
        if words >= fewest:
            break
        if words + len(extra.split()) <= most:
            blocks.insert(max(1, len(blocks) - 1), extra)
    return "\n\n".join(blocks)
