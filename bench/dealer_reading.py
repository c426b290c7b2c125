"""How many of the dealers' offers in real messages are read right.

    python -m bench.dealer_reading FILE

FILE holds the dialogues (see the labels' own words on where they are from). The labels were written
by hand before the rules; the rules were tuned on the development half only. Which half a dialogue
is in is decided by a hash of its id. Of wrong readings only the keys are printed, never the text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend.domain.dealer_reading import Context, read_dealer_message

LABELS = Path(__file__).parents[1] / "tests/unit/domain/dealer_reading/labels.json"
DIALOGUES = Path(__file__).parents[2] / "shared/data/car_dialogues.json"
"""Where the dialogues lie on machines that have them."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Key = tuple[str, int]


@dataclass(frozen=True)
class Result:
    """One message: what the label says and what was read, cents or None."""

    key: Key
    held_out: bool
    ambiguous: bool
    labelled: int | None
    read: int | None

    @property
    def is_right(self) -> bool:
        return self.labelled == self.read


def measure(dialogues: Path) -> list[Result]:
    """Read every labelled message in its context; a label without its message is an error."""
    labels = json.loads(LABELS.read_text())
    dealer = {(each["dialogue"], each["event"]): each for each in labels["dealer_offers"]}
    buyer = {(each["dialogue"], each["event"]): each["offer"] for each in labels["buyer_offers"]}
    results = [
        result
        for dialogue in json.loads(dialogues.read_text())
        for result in _read_dialogue(dialogue, dealer, buyer)
    ]
    missing = dealer.keys() - {result.key for result in results}
    if missing:
        raise LookupError(f"Labels without a message: {sorted(missing)}")
    return results


def _read_dialogue(
    dialogue: Mapping[str, Any], dealer: Mapping[Key, Any], buyer: Mapping[Key, int]
) -> Iterator[Result]:
    scenario = dialogue["scenario"]["kbs"]
    item, roles = scenario[0]["item"], [side["personal"]["Role"] for side in scenario]
    year = _YEAR.search(item["Title"])
    asking = ask = int(item["Price"]) * 100
    bid: int | None = None
    for index, event in enumerate(dialogue["events"]):
        key = (dialogue["uuid"], index)
        is_dealer = roles[event["agent"]] == "seller"
        named = _offer_made(event)
        if key in dealer:
            context = Context(asking, ask, bid, year=int(year[0]) if year else None)
            offer = read_dealer_message(event["data"], context).offer
            named = dealer[key]["offer"]
            yield Result(
                key,
                is_held_out(dialogue["uuid"]),
                "note" in dealer[key],
                named,
                offer.amount if offer else None,
            )
        if is_dealer:
            ask = named or ask
        else:
            bid = buyer.get(key) or named or bid


def _offer_made(event: Mapping[str, Any]) -> int | None:
    """The amount of a formal offer, which is not part of a message."""
    price = event["data"].get("price") if event["action"] == "offer" else None
    return round(price) * 100 if price else None


def is_held_out(dialogue: str) -> bool:
    """Whether the rules must not be tuned on this dialogue."""
    return hashlib.sha256(dialogue.encode()).digest()[0] % 2 == 1


def report(results: list[Result]) -> Iterator[str]:
    """The numbers in words, then the wrong ones of the development half by key."""
    halves = {
        "all": results,
        "development half": [each for each in results if not each.held_out],
        "held-out half": [each for each in results if each.held_out],
    }
    for name, part in halves.items():
        right = sum(each.is_right for each in part)
        yield f"{name}: {right} of {len(part)} right ({_percent(right, len(part))} %)"
    offers = [each for each in results if each.labelled is not None]
    yield f"messages with an offer: {sum(each.is_right for each in offers)} of {len(offers)} right"
    yield f"marked as ambiguous or odd: {sum(each.ambiguous for each in results)}"
    for each in results:
        if not each.is_right:
            half = "held out" if each.held_out else "development"
            note = ", ambiguous or odd" if each.ambiguous else ""
            dialogue, event = each.key
            wanted, read = _dollars(each.labelled), _dollars(each.read)
            yield f"wrong: {dialogue} event {event}: {wanted}, read {read} ({half}{note})"


def _percent(part: int, whole: int) -> str:
    tenths = part * 1000 // whole if whole else 0
    return f"{tenths // 10}.{tenths % 10}"


def _dollars(cents: int | None) -> str:
    return "none" if cents is None else f"{cents // 100}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.dealer_reading")
    parser.add_argument("file", type=Path, nargs="?", default=DIALOGUES)
    print("\n".join(report(measure(parser.parse_args().file))))


if __name__ == "__main__":
    main()
