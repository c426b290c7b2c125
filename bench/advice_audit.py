"""What a model says of a car, and what of it a buyer would see: counted sentence by sentence.

What the guard lets out is read again by rules of this file's own, which share nothing with the
guard's: every number in it must be one that the brief names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from backend.domain.advice.brief import Brief
from backend.domain.advice.figures import figures
from backend.domain.advice.guard import check, rules_for, split
from backend.domain.advice.playbook import compose
from backend.domain.negotiation import Terms, Trigger, position_after
from backend.domain.pricing import DEFAULT_STRATEGY, STRATEGIES
from backend.llm.adviser import ModelTimeouts
from backend.llm.call import Call
from backend.llm.failures import ModelFailed
from backend.llm.guarding import guarded
from backend.llm.lines import Lines
from backend.llm.messages import Messages
from backend.llm.prompting import messages_for, private_texts
from backend.llm.repairing import repair_by
from backend.llm.streaming import read
from demo.ads import Listing
from demo.haggling import TARGET

PATIENCE = ModelTimeouts(first_token=3000, between_tokens=3000, total=3000)
"""In seconds; far more than a buyer has: slowness is not what is looked for."""

HIGHEST_COUNT = 12
"""Up to here a bare number may count things ("two keys", "3 questions")."""

_NUMBER = re.compile(r"(?P<money>\$\s?)?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<percent>\s?%)?")


@dataclass
class Counts:
    """What was said and shown. ``unfounded`` are numbers that reached the buyer without a name."""

    listings: int = 0
    by_model: int = 0
    said: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    ways: Counter[str] = field(default_factory=Counter)
    given_up: Counter[str] = field(default_factory=Counter)
    shown: int = 0
    unfounded: list[str] = field(default_factory=list)
    failing: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def lines(self) -> Iterator[str]:
        """The counts as a table."""
        wrong, share = self.wrong.total(), 100 * self.wrong.total() / (self.said or 1)
        yield f"{'listings':<34}{self.listings:>6}"
        yield f"{'sentences that the model said':<34}{self.said:>6}"
        yield f"{'  wrong of them':<34}{wrong:>6}   {share:.1f} %"
        for reason, count in self.wrong.most_common():
            yield f"    {reason:<30}{count:>6}"
        for way, count in self.ways.most_common():
            yield f"  {way:<32}{count:>6}"
        yield f"{'answers by the model':<34}{self.by_model:>6}"
        for reason, count in self.given_up.most_common():
            yield f"{'by the playbook: ' + reason:<34}{count:>6}"
        yield f"{'sentences shown to the buyer':<34}{self.shown:>6}"
        yield f"{'  wrong by the guard':<34}{len(self.failing):>6}"
        yield f"{'  with a number of no source':<34}{len(self.unfounded):>6}"
        yield f"{'time':<34}{self.seconds:>6.0f} s"
        yield from (f"SHOWN: {sentence}" for sentence in (*self.failing, *self.unfounded))


def opening(listing: Listing, variation: int) -> Brief:
    """The brief of a buyer who has just opened a negotiation over an ad."""
    target = int((listing.asking * TARGET).quantize(Decimal(1), ROUND_HALF_UP))
    terms = Terms(asking=listing.asking, target=target, walk_away=None)
    position = position_after(terms, ())
    suggestion = STRATEGIES[DEFAULT_STRATEGY].suggest(position, Trigger.OPENING)
    vehicle = listing.vehicle
    return Brief(vehicle, Trigger.OPENING, position, suggestion, variation=variation)


def answer(lines: Lines, brief: Brief, counts: Counts) -> str:
    """What the buyer would see, as the chain makes it; what the model said is counted."""
    said: list[str] = []
    call = Call()

    def never() -> bool:
        return False

    def heard() -> Iterator[str]:
        with closing(read(lines, messages_for(brief), PATIENCE, never, call)) as pieces:  # type: ignore[type-var]
            for piece in pieces:
                said.append(piece)
                yield piece

    def again(messages: Messages, seconds: float) -> Iterator[str]:
        return read(lines, messages, PATIENCE.within(10 * seconds), never, call)

    try:
        text = "".join(guarded(heard(), brief, repair_by(again, brief), call))
        counts.by_model += 1
    except ModelFailed as failure:
        counts.given_up[failure.reason] += 1
        text = compose(brief)
    rules = rules_for(brief, private_texts=private_texts(brief.language))
    for sentence in split("".join(said)):
        counts.said += 1
        if violation := check(sentence, rules):
            counts.wrong[violation.reason.value] += 1
    counts.ways.update(call.guard_ways)
    return text


def inspect(text: str, brief: Brief, counts: Counts) -> None:
    """Read what was shown once more."""
    rules = rules_for(brief, private_texts=private_texts(brief.language))
    for sentence in split(text):
        counts.shown += 1
        if check(sentence, rules):
            counts.failing.append(sentence)
        if unfounded(sentence, brief):
            counts.unfounded.append(sentence)


def unfounded(text: str, brief: Brief) -> list[str]:
    """The numbers in a text that the brief does not name."""
    known = [found for value in figures(brief).values() for found in _numbers(value)]
    plain = {amount for _, amount in known}
    return [
        str(amount)
        for kind, amount in _numbers(text)
        if (kind, amount) not in known
        and not (not kind and (amount in plain or amount <= HIGHEST_COUNT))
    ]


def _numbers(text: str) -> list[tuple[str, Decimal]]:
    """The numbers in a text as (``$``, ``%`` or nothing; value)."""
    return [
        (
            "$" if found["money"] else "%" if found["percent"] else "",
            Decimal(found["digits"].rstrip(",").replace(",", "")),
        )
        for found in _NUMBER.finditer(text)
    ]
