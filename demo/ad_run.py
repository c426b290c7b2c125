"""All ads of a file through the product: a few at a time, with counts at the end."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from tqdm import tqdm

from demo.ads import Listing, Reason, Rejection, parse_listing
from demo.client import Buyer, Interrupted
from demo.haggling import Outcome, Result, haggle

SAMPLE = Path(__file__).with_name("listings.json")

AT_ONCE = 8
MOST_TROUBLES = 20
ADS_PER_BUYER, MOST_BUYERS = 300, 6
"""A buyer may write 600 times a minute, and thirty may sign up: neither is to be used up."""


class NotAds(Exception):
    """The file cannot be read as a list of ads; the message is one line."""


@dataclass
class Counts:
    """What became of the ads; ``seconds`` is the time it took."""

    ads: int = 0
    rejected: Counter[Reason] = field(default_factory=Counter)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    seconds: float = 0.0
    interrupted: bool = False
    troubles: list[str] = field(default_factory=list)

    def add(self, listing: Listing, result: Result) -> None:
        """Count what became of a listing."""
        self.outcomes[result.outcome] += 1
        if result.outcome is not Outcome.REPLIED:
            self.troubles.append(f"{listing.vehicle.name}: {result.outcome} {result.detail}")

    @property
    def accepted(self) -> int:
        """The ads that name a car and a price."""
        return self.ads - self.rejected.total()

    @property
    def is_good(self) -> bool:
        """Whether every accepted ad got its reply, with the right price."""
        return self.outcomes[Outcome.REPLIED] == self.accepted

    def lines(self) -> Iterator[str]:
        """The counts as a table, after the first troubles."""
        yield from self.troubles[:MOST_TROUBLES]
        yield f"{'ads':<26}{self.ads:>6}"
        yield f"{'accepted':<26}{self.accepted:>6}"
        for outcome in Outcome:
            yield f"  {outcome.value:<24}{self.outcomes[outcome]:>6}"
        if self.interrupted:
            unknown = self.accepted - self.outcomes.total()
            yield f"  {'not tried (interrupted)':<24}{unknown:>6}"
        yield f"{'rejected':<26}{self.rejected.total():>6}"
        for reason, count in self.rejected.most_common():
            yield f"  {reason.value:<24}{count:>6}"
        tried = self.outcomes.total()
        yield f"{'time':<26}{self.seconds:>6.1f} s, {tried / (self.seconds or 1):.1f} ads a second"


def read_ads(file: Path) -> list[object]:
    """The ads of a file, prices exact.

    Raises:
        NotAds: there is no such file, or no list of ads in it.
    """
    try:
        ads = json.loads(file.read_bytes(), parse_float=Decimal)
    except OSError as error:
        raise NotAds(f"{file}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise NotAds(f"{file} is not JSON.") from error
    if not isinstance(ads, list):
        raise NotAds(f"{file} holds no list of ads.")
    return ads


def parsed_ads(ads: Iterable[object]) -> Iterator[Listing | Rejection]:
    """What each ad offers, or why it is none; cars of next year are on sale already."""
    latest_year = datetime.now(UTC).year + 1
    return (parse_listing(ad, latest_year=latest_year) for ad in ads)


def run_ads(
    ads: Sequence[object], base_url: str, interrupted: threading.Event | None = None
) -> Counts:
    """Try every ad; one that fails is counted and stops no other. ``interrupted`` ends it early.

    Raises:
        Refused: no buyer could sign up.
    """
    counts = Counts(ads=len(ads))
    accepted = []
    for found in parsed_ads(ads):
        if isinstance(found, Rejection):
            counts.rejected[found.reason] += 1
        else:
            accepted.append(found)
    begun = time.monotonic()
    try:
        _haggle_all(accepted, base_url, counts, interrupted or threading.Event())
    except Interrupted:
        counts.interrupted = True
    counts.seconds = time.monotonic() - begun
    return counts


def _haggle_all(
    accepted: Sequence[Listing], base_url: str, counts: Counts, interrupted: threading.Event
) -> None:
    with ExitStack() as stack:
        needed = min(MOST_BUYERS, 1 + len(accepted) // ADS_PER_BUYER)
        buyers = [Buyer(base_url, interrupted) for _ in range(needed)]
        for buyer in buyers:
            stack.callback(buyer.close)
            buyer.sign_up()
        pool = stack.enter_context(ThreadPoolExecutor(AT_ONCE))
        futures = {
            pool.submit(haggle, buyers[index % needed], listing): listing
            for index, listing in enumerate(accepted)
        }
        try:
            for done in tqdm(as_completed(futures), total=len(futures), unit="ad"):
                counts.add(futures[done], done.result())
        except BaseException:
            interrupted.set()  # for the others, whatever it was that ended this one
            pool.shutdown(cancel_futures=True)
            raise
