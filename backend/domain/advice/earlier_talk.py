"""What came before the recent talk, as facts: who offered what, and what the dealer wrote with it.

Nothing of a text is repeated. Amounts are those of the brief's moves, and of fees by our own names.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from backend.domain.advice.brief import Brief, Speaker, Utterance
from backend.domain.dealer_reading import Context, Fee, Intent, Reading, read_dealer_message
from backend.domain.negotiation import Party, Trigger, position_after
from backend.locales import Locale, locale_of, translatable

FIRST_MOVES, LAST_MOVES = 2, 10
"""Of a long bargain the first moves and the last ones are told."""

MOST_FEES = 6

_AFTER_ALL = 1 << 62
"""The seq of a line that comes after every move."""

_OFFERED = translatable("round {round}: the buyer offered {amount}")
_ASKED = translatable("round {round}: the dealer asked {amount}, as before")
_CAME_DOWN = translatable("round {round}: the dealer came down by {step}, to {amount}")
_WENT_UP = translatable("round {round}: the dealer went up by {step}, to {amount}")
_MORE_BETWEEN = translatable("(more of the same in between)")
_REFUSED = translatable("the dealer refused the offer of {amount}")
_REFUSED_ANY = translatable("the dealer refused to come down")
_FINAL = translatable("the dealer called {amount} the last price")
_DEADLINE = translatable("the dealer has set a deadline before")
_FEE = translatable("the dealer named a fee: {fee}, {amount}")
_FEE_UNNAMED = translatable("the dealer named a fee without an amount: {fee}")


@dataclass(frozen=True)
class Past:
    """Something that happened: a text of the catalogues, and what fills it in.

    ``amounts`` are cents; ``round`` is the one in which it happened.
    """

    text: str
    amounts: Mapping[str, int] = field(default_factory=dict)
    round: int | None = None
    fee: str | None = None

    def told(self, locale: Locale) -> str:
        """The line, in a language."""
        shown = {name: locale.money(cents) for name, cents in self.amounts.items()}
        fee = locale.text(self.fee or "")
        return locale.text(self.text).format(**shown, round=self.round, fee=fee)


def summary(brief: Brief, before: float = math.inf) -> tuple[str, ...]:
    """What happened before the message with the seq ``before``, a line each, oldest first.

    In the brief's language, and the same for the same brief. Moves come first, then the dealer's
    words; each kind is bounded.
    """
    locale = locale_of(brief.language)
    moves = [past for seq, past in _moves(brief) if seq < before]
    if len(moves) > FIRST_MOVES + LAST_MOVES:
        moves = [*moves[:FIRST_MOVES], Past(_MORE_BETWEEN), *moves[-LAST_MOVES:]]
    lines = (past.told(locale) for past in (*moves, *_words(brief, before)))
    return tuple(dict.fromkeys(lines))


def earlier_fees(brief: Brief) -> frozenset[int]:
    """Amounts of fees, cents, that an advice may tell as the dealer's though no text shows them so.

    A summary may hold those of lines before the talk; and in the message answered "400 for
    handling" is read as a fee without any sign of money.
    """
    lines = list(brief.earlier)
    if brief.said and brief.trigger in (Trigger.DEALER_PRICE, Trigger.DEALER_MESSAGE):
        lines.append(Utterance(Speaker.DEALER, brief.said, _AFTER_ALL))
    return frozenset(
        fee.amount for _, reading in readings(brief, lines) for fee in reading.fees if fee.amount
    )


def _moves(brief: Brief) -> Iterator[tuple[int, Past]]:
    round_, ask = 1, brief.position.terms.asking
    for move in brief.moves:
        amounts = {"amount": move.amount}
        if move.party is Party.BUYER:
            yield move.seq, Past(_OFFERED, amounts, round_)
            round_ += 1
            continue
        step, ask = ask - move.amount, move.amount
        if step == 0:
            yield move.seq, Past(_ASKED, amounts, round_)
        else:
            text = _CAME_DOWN if step > 0 else _WENT_UP
            yield move.seq, Past(text, {**amounts, "step": abs(step)}, round_)


def _words(brief: Brief, before: float) -> Iterator[Past]:
    fees: dict[str, Fee] = {}
    pressed = False
    lines = (line for line in (*brief.earlier, *brief.talk) if line.seq < before)
    for context, reading in readings(brief, lines):
        yield from _refusals(context, reading)
        fees.update({fee.name: fee for fee in reading.fees})
        pressed = pressed or reading.has(Intent.DEADLINE)
    if pressed:
        yield Past(_DEADLINE)
    for fee in islice(fees.values(), MOST_FEES):
        if fee.amount is None:
            yield Past(_FEE_UNNAMED, fee=fee.name)
        else:
            yield Past(_FEE, {"amount": fee.amount}, fee=fee.name)


def _refusals(context: Context, reading: Reading) -> Iterator[Past]:
    if reading.has(Intent.REFUSAL) and not reading.has(Intent.AGREEMENT):
        if context.buyer_offer is None:
            yield Past(_REFUSED_ANY)
        else:
            yield Past(_REFUSED, {"amount": context.buyer_offer})
    if reading.has(Intent.FINAL):
        yield Past(_FINAL, {"amount": context.ask})


def readings(brief: Brief, lines: Iterable[Utterance]) -> Iterator[tuple[Context, Reading]]:
    """The dealer's among ``lines``, each read in the bargain as it found it."""
    for line in lines:
        if line.speaker is Speaker.DEALER:
            context = _context(brief, line)
            yield context, read(line.text, context)


@lru_cache(maxsize=256)
def read(text: str, context: Context) -> Reading:
    """A dealer's line, read. The same lines come again with every reply of a long talk."""
    return read_dealer_message(text, context)


def _context(brief: Brief, line: Utterance) -> Context:
    """The bargain as a line of the dealer found it."""
    made = (move for move in brief.moves if move.seq < line.seq)
    return brief.context_at(position_after(brief.position.terms, made))
