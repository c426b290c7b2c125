"""Counts of what workers do, kept in Redis, so that every gateway's ``/metrics`` can tell them.

Counting is best effort: without Redis nothing is counted, and a Redis that lost its data begins at
zero, as Prometheus expects of counters. Labels are codes and model names, never texts.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

import redis
import structlog
from redis.exceptions import RedisError

from backend.redis_link import RedisBreaker, redis_options

KEY = "measures"

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Family:
    """A measure: a counter, or with ``bounds`` (seconds, ascending) a histogram."""

    name: str
    help: str
    labels: tuple[str, ...]
    bounds: tuple[float, ...] = ()


FIRST_TOKEN = Family(
    "negotiation_model_first_token_seconds",
    "From the question to a model's first text",
    ("model",),
    (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0),
)
ANSWER = Family(
    "negotiation_reply_seconds",
    "From the claim of a reply to its saved text",
    ("source",),
    (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0),
)
TRIES = Family(
    "negotiation_model_tries", "Tries of models, by how they ended", ("model", "outcome")
)
FALLBACKS = Family(
    "negotiation_fallbacks", "Replies worded by the playbook in a model's place", ("reason",)
)
TOKENS = Family(
    "negotiation_model_tokens",
    "Tokens read (input) and written (output) by models; counted by the provider or estimated",
    ("model", "direction", "counted"),
)
COST = Family(
    "negotiation_model_cost_microdollars", "What models cost, by the prices set", ("model",)
)
GUARD_HITS = Family("negotiation_guard_hits", "Sentences that the guard held back", ("reason",))
GUARD_WAYS = Family("negotiation_guard_ways", "What became of sentences held back", ("way",))

FAMILIES = (FIRST_TOKEN, ANSWER, TRIES, FALLBACKS, TOKENS, COST, GUARD_HITS, GUARD_WAYS)


class Samples:
    """Counts of one piece of work, written together at its end."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.sums: dict[str, float] = {}

    def count(self, family: Family, *labels: str, by: int = 1) -> None:
        """Raise a counter."""
        if by:
            self.counts[_field(family, labels, "")] += by

    def observe(self, family: Family, *labels: str, value: float) -> None:
        """Add a value to a histogram."""
        place = bisect_left(family.bounds, value)
        bound = repr(family.bounds[place]) if place < len(family.bounds) else "+Inf"
        self.counts[_field(family, labels, bound)] += 1
        total = _field(family, labels, "sum")
        self.sums[total] = self.sums.get(total, 0.0) + value


@dataclass
class Series:
    """One combination of labels: a counter's value, or a histogram's cumulated buckets and sum."""

    labels: tuple[str, ...]
    value: float = 0.0
    buckets: list[tuple[str, float]] = field(default_factory=list)


class Measures:
    """Writes samples to Redis and reads their sums."""

    def __init__(self, redis_url: str, breaker: RedisBreaker) -> None:
        self._redis = redis.Redis.from_url(redis_url, decode_responses=True, **redis_options())
        self._breaker = breaker

    def add(self, samples: Samples) -> None:
        """Add to what all workers have counted, in one round trip."""
        if not self._breaker.allows():
            return
        pipeline = self._redis.pipeline(transaction=False)
        for name, by in samples.counts.items():
            pipeline.hincrby(KEY, name, by)
        for name, total in samples.sums.items():
            pipeline.hincrbyfloat(KEY, name, total)
        try:
            pipeline.execute()
        except (RedisError, OSError) as error:
            self._breaker.failed()
            _log.warning("not_counted", error=type(error).__name__)
        else:
            self._breaker.succeeded()

    def read(self) -> dict[str, list[Series]]:
        """The sums by family; empty while Redis is away."""
        if not self._breaker.allows():
            return {}
        try:
            kept = cast(Mapping[str, str], self._redis.hgetall(KEY))
        except (RedisError, OSError) as error:
            self._breaker.failed()
            _log.warning("counts_not_read", error=type(error).__name__)
            return {}
        self._breaker.succeeded()
        return {family.name: list(_series(family, kept)) for family in FAMILIES}


def _field(family: Family, labels: tuple[str, ...], part: str) -> str:
    if len(labels) != len(family.labels):
        raise ValueError(f"{family.name} has the labels {family.labels}")
    return json.dumps([family.name, *labels, part])


def _series(family: Family, kept: Mapping[str, str]) -> Iterable[Series]:
    values: dict[tuple[str, ...], dict[str, float]] = {}
    for name, value in kept.items():
        family_name, *labels, part = json.loads(name)
        if family_name == family.name and len(labels) == len(family.labels):
            values.setdefault(tuple(labels), {})[part] = float(value)
    for labels_of, parts in sorted(values.items()):
        if not family.bounds:
            yield Series(labels_of, parts.get("", 0.0))
            continue
        series = Series(labels_of, parts.get("sum", 0.0))
        so_far = 0.0
        for bound in (*map(repr, family.bounds), "+Inf"):
            so_far += parts.get(bound, 0.0)
            series.buckets.append((bound, so_far))
        yield series
