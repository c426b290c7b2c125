"""Labelled Spanish messages of our own, and how many of them are read right.

``python -m tests.unit.domain.dealer_reading.spanish_corpus`` prints the shares, and the mistakes of
the half that the rules were written against. Which half a message is in, its hash decides; what was
written after the rules is held out altogether.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backend.domain.dealer_reading import Intent, Reading, read_dealer_message
from tests.unit.domain.dealer_reading.examples import bargain

CONTEXT = bargain(20_000, 19_200, 17_000)
_FILE = Path(__file__).with_name("spanish.txt")

Payment = tuple[int | None, int | None, int | None]
"""Dollars a month, months, dollars down."""


@dataclass(frozen=True)
class Labelled:
    """A message and what a reader finds in it, dollars."""

    text: str
    offer: int | None
    all_in: bool | None = None
    fees: tuple[tuple[str, int | None], ...] = ()
    payment: Payment | None = None
    intents: frozenset[Intent] = frozenset()
    is_later: bool = False

    @property
    def is_held_out(self) -> bool:
        """Whether the rules must not be tuned on this message."""
        return self.is_later or hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1

    @property
    def read(self) -> Reading:
        return read_dealer_message(self.text, CONTEXT)

    def mistakes(self) -> Iterator[str]:
        """What is read otherwise than labelled."""
        reading = self.read
        offer = reading.offer
        if (offer.amount // 100 if offer else None) != self.offer:
            yield f"offer {offer.amount // 100 if offer else None}"
        if offer and offer.all_in != self.all_in:
            yield f"all-in {offer.all_in}"
        fees = tuple((fee.name, fee.amount and fee.amount // 100) for fee in reading.fees)
        if fees != self.fees:
            yield f"fees {fees}"
        payments = [
            (_dollars(each.monthly), each.months, _dollars(each.down)) for each in reading.payments
        ]
        if payments != ([self.payment] if self.payment else []):
            yield f"payments {payments}"
        if missing := {intent for intent in self.intents if not reading.has(intent)}:
            yield f"without {sorted(missing)}"

    @property
    def is_offer_right(self) -> bool:
        offer = self.read.offer
        return (offer.amount // 100 if offer else None) == self.offer


def corpus() -> tuple[Labelled, ...]:
    """All messages of the file, in its order."""
    first, _, later = _FILE.read_text(encoding="utf-8").partition("== held out\n")
    return tuple(
        _labelled(line, is_later=text is later)
        for text in (first, later)
        for line in text.splitlines()
        if line and not line.startswith("#")
    )


def _labelled(line: str, *, is_later: bool) -> Labelled:
    labels, _, text = line.partition(" | ")
    first, *rest = labels.removesuffix(" |").split()
    all_in: bool | None = None
    fees: list[tuple[str, int | None]] = []
    payment: Payment | None = None
    intents: set[Intent] = set()
    for label in rest:
        kind, _, value = label.partition(":")
        if kind == "fee":
            name, _, amount = value.partition("=")
            fees.append((name.replace("_", " "), int(amount) if amount else None))
        elif kind == "pay":
            monthly, months, down = (_number(part) for part in value.split("/"))
            payment = (monthly, months, down)
        elif kind in ("all", "top"):
            all_in = kind == "all"
        else:
            intents.add(Intent(kind))
    return Labelled(
        text, _number(first), all_in, tuple(fees), payment, frozenset(intents), is_later
    )


def _number(text: str) -> int | None:
    return None if text == "-" else int(text)


def _dollars(cents: int | None) -> int | None:
    return cents if cents is None else cents // 100


def main() -> None:
    messages = corpus()
    halves = {
        "all": messages,
        "development half": tuple(each for each in messages if not each.is_held_out),
        "held-out half": tuple(each for each in messages if each.is_held_out),
        "written after the rules": tuple(each for each in messages if each.is_later),
    }
    for name, half in halves.items():
        offers = sum(each.is_offer_right for each in half)
        whole = sum(not list(each.mistakes()) for each in half)
        print(
            f"{name}: offers {offers} of {len(half)} right ({100 * offers / len(half):.1f} %), "
            f"everything {whole} ({100 * whole / len(half):.1f} %)"
        )
    for each in halves["development half"]:
        if found := "; ".join(each.mistakes()):
            print(f"wrong: {each.text!r}: {found}")


if __name__ == "__main__":
    main()
