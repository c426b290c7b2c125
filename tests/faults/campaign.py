"""A campaign: buyers live their lives, faults are injected, and then everything must be right."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from backend.realtime.emitter import Emitter, redis_port
from backend.redis_link import RedisBreaker
from backend.storage.engine import Database
from tests.faults import faults
from tests.faults.buyer import Buyer, Manner
from tests.faults.checker import Evidence, check
from tests.faults.client_state import settled
from tests.faults.evidence import attempts, gather, negotiations_at_work
from tests.faults.faults import Severity
from tests.faults.product import Product, pause
from tests.faults.report import Report
from tests.faults.tab import Tab
from tests.support.waiting import wait_for

QUIET_SECONDS = 300.0
PATIENCE_SECONDS = 120.0
MARK = "mark"
"""The code of an event that a tab gets after all that was pushed before."""
Track = Callable[[Iterable[str]], Iterable[str]]


@dataclass(frozen=True)
class Campaign:
    """What is to happen: ``only`` these faults, or all.

    ``calm`` is how long, in seconds, nothing is harmed between faults. ``is_sabotaged``: clients
    may lack something for good, so that nobody waits until they have all.
    """

    name: str
    seed: int
    buyers: int
    rounds: int = 1
    only: tuple[str, ...] = ()
    calm: float = 1.0
    manner: Manner = field(default_factory=Manner)
    severity: Severity = field(default_factory=Severity)
    is_sabotaged: bool = False


def run(campaign: Campaign, product: Product, track: Track = lambda names: names) -> Report:
    """Run it; the report says what broke. ``track`` sees each fault go by."""
    report = Report(campaign.name, campaign.seed, campaign.buyers)
    names = faults.schedule(campaign.seed, campaign.rounds, postgres=product.postgres is not None)
    names = [name for name in names if name in (campaign.only or names)]
    with entered_buyers(campaign, product) as buyers:
        product.posts = lambda: _posted(buyers)
        pause(3 * campaign.manner.pause)
        seeded, ended = random.Random(campaign.seed), time.monotonic()
        for name in track(names):
            posted, began = _posted(buyers), time.monotonic()
            faults.ALL[name](product, seeded, campaign.severity)
            report.faults[name] += 1
            report.spent[name] += time.monotonic() - began
            if name == "Valkey away":
                report.posted_while_away += _posted(buyers) - posted
            ended = time.monotonic()
            pause(campaign.calm)
        product.heal()
        settle(buyers, product, report, ended, is_sabotaged=campaign.is_sabotaged)
    return report


@contextmanager
def entered_buyers(campaign: Campaign, product: Product) -> Iterator[list[Buyer]]:
    """Buyers with open negotiations, acting; they leave at the end."""
    seeds = random.Random(campaign.seed)
    buyers = [
        Buyer(product.base_urls, seeds.getrandbits(32), campaign.manner)
        for _ in range(campaign.buyers)
    ]
    with ThreadPoolExecutor(32) as threads:
        try:
            list(threads.map(Buyer.enter, buyers))
            for buyer in buyers:
                buyer.start()
            yield buyers
        finally:
            list(threads.map(Buyer.close, buyers))


def settle(
    buyers: list[Buyer],
    product: Product,
    report: Report,
    ended: float,
    *,
    is_sabotaged: bool = False,
) -> None:
    """Let everything come to rest, then check it. ``ended`` is when the last harm ended."""
    for buyer in buyers:
        buyer.rest_now()
    for buyer in buyers:
        if not buyer.wait_resting(QUIET_SECONDS):
            raise TimeoutError("a buyer does not come to rest")
    errors = [buyer.error for buyer in buyers if buyer.error]
    if errors:
        raise errors[0]
    database = Database(product.stack.database_url)
    try:
        _await_convergence(buyers, product, database, report, ended, is_sabotaged=is_sabotaged)
        for buyer in buyers:
            evidence = gather(database, buyer)
            report.violations += check(evidence)
            report.replies += len(evidence.rows)
            report.messages += len(buyer.record.accepted)
            report.refused.update(buyer.record.refused)
            report.answers += buyer.rest.statuses
        report.attempts = attempts(database)
    finally:
        database.close()


def _await_convergence(
    buyers: list[Buyer],
    product: Product,
    database: Database,
    report: Report,
    ended: float,
    *,
    is_sabotaged: bool,
) -> None:
    """Note how long after the end of all harm each client holds what REST holds, all at rest."""
    waiting = [(buyer, tab) for buyer in buyers for tab in buyer.tabs]
    report.clients = len(waiting)
    truths: dict[str, Evidence] = {}

    def everyone_has_converged() -> bool:
        busy = negotiations_at_work(database)
        for buyer, tab in list(waiting):
            negotiation_id = buyer.record.negotiation_id
            if negotiation_id in busy:
                continue
            if negotiation_id not in truths:
                truths[negotiation_id] = gather(database, buyer)
            if _equals(tab, truths[negotiation_id]):
                waiting.remove((buyer, tab))
                report.converged_after.append(time.monotonic() - ended)
        return not waiting

    def all_at_rest() -> bool:
        return everyone_has_converged() or not negotiations_at_work(database)

    try:
        wait_for(all_at_rest, QUIET_SECONDS, what="all replies at rest", every=0.1)
        if is_sabotaged:
            _await_marks(buyers, product.stack.redis_url)
            everyone_has_converged()
            return
        wait_for(everyone_has_converged, PATIENCE_SECONDS, what="all clients converge", every=0.1)
    except TimeoutError:
        return  # the checker says what is not at rest, and how they differ


def _equals(tab: Tab, truth: Evidence) -> bool:
    held = tab.settled()
    is_same = held["negotiation"] == settled(truth.negotiation)
    return is_same and bool(held["messages"] == truth.messages)


def _posted(buyers: list[Buyer]) -> int:
    return sum(len(buyer.record.accepted) for buyer in buyers)


def _await_marks(buyers: list[Buyer], redis_url: str) -> None:
    """Wait until all that was pushed has reached the tabs: who does not pull gets no more."""
    emitter = Emitter(redis_port(redis_url, RedisBreaker()))
    for buyer in buyers:
        emitter.error(UUID(buyer.record.negotiation_id), UUID(int=0), MARK, "")
    tabs = [tab for buyer in buyers for tab in buyer.tabs]
    wait_for(lambda: all(MARK in tab.errors for tab in tabs), what="the marks")
