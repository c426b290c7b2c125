"""A circuit breaker for each model, kept in Redis and shared by all workers.

Closed, it counts. When enough calls of a window failed, it opens: for a while nobody asks the
model. Then it is half-open: one worker at a time probes, and its luck closes or opens it again. A
provider that says when to come back (``Retry-After``) opens it at once and for so long.

All steps are scripts that Redis runs as one, and all times are Redis' own. While Redis is away
every circuit is closed: the time-outs still bound what a sick model costs.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

import redis
import structlog
from redis.exceptions import RedisError

from backend.llm.failures import PROVIDER_IS_ILL, ModelFailed
from backend.redis_link import RedisBreaker, redis_options

LONGEST_OPEN_SECONDS = 3600.0
"""However long a provider wants to be left alone: a wrong header must not end a model for good."""

FORGET_SECONDS = 86_400.0
"""After so long without a probe an opened circuit is closed again."""

_ENTER = """
if redis.call('EXISTS', KEYS[1]) == 1 then return 'open' end
if redis.call('EXISTS', KEYS[2]) == 0 then return 'closed' end
if redis.call('SET', KEYS[3], ARGV[1], 'NX', 'PX', ARGV[2]) then return 'probe' end
return 'open'
"""

_LOOK = """
if redis.call('EXISTS', KEYS[1]) == 1 then return 'open' end
if redis.call('EXISTS', KEYS[2]) == 0 then return 'closed' end
if redis.call('EXISTS', KEYS[3]) == 1 then return 'open' end
return 'half_open'
"""

_FAIL = """
local retry = tonumber(ARGV[5])
local is_probe = redis.call('GET', KEYS[3]) == ARGV[1]
local was_opened = redis.call('EXISTS', KEYS[2]) == 1
local opens = is_probe or retry > 0
if not opens and not was_opened then
  local calls = redis.call('HINCRBY', KEYS[4], 'calls', 1)
  if calls == 1 then redis.call('PEXPIRE', KEYS[4], ARGV[3]) end
  local failures = redis.call('HINCRBY', KEYS[4], 'failures', 1)
  opens = failures >= tonumber(ARGV[2]) and failures * 2 >= calls
end
if not opens then return 'counted' end
local pause = tonumber(ARGV[4])
if retry > 0 then pause = retry end
if redis.call('PTTL', KEYS[1]) < pause then redis.call('SET', KEYS[1], 1, 'PX', pause) end
redis.call('SET', KEYS[2], 1, 'PX', pause + tonumber(ARGV[6]))
redis.call('DEL', KEYS[4])
if is_probe then redis.call('DEL', KEYS[3]) end
return 'opened'
"""

_SUCCEED = """
if redis.call('GET', KEYS[3]) == ARGV[1] then
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
  return 'closed'
end
if redis.call('EXISTS', KEYS[2]) == 0 then
  if redis.call('HINCRBY', KEYS[4], 'calls', 1) == 1 then
    redis.call('PEXPIRE', KEYS[4], ARGV[2])
  end
end
return 'counted'
"""

_LEAVE = """
if redis.call('GET', KEYS[3]) == ARGV[1] then redis.call('DEL', KEYS[3]) end
return 'left'
"""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class BreakerRules:
    """When breakers open, and for how long.

    Attributes:
        failures: so many failed calls in a window open one, if they are half of its calls or more.
        window_seconds: how long a window is; it begins with its first call.
        open_seconds: the pause before a probe, where the provider names none.
        probe_seconds: after so long a probe without a result makes room for another.
    """

    failures: int = 5
    window_seconds: float = 60.0
    open_seconds: float = 30.0
    probe_seconds: float = 60.0


class ModelBreakers:
    """The breakers of all models, as one process sees them."""

    def __init__(self, redis_url: str, link: RedisBreaker, rules: BreakerRules) -> None:
        self._redis = redis.Redis.from_url(redis_url, decode_responses=True, **redis_options())
        self._link = link
        self.rules = rules

    def check(self, model: str) -> None:
        """See whether a call could begin now, and change nothing.

        Raises:
            ModelFailed: ``circuit_open``.
        """
        if self.run(_LOOK, model) == "open":
            raise ModelFailed("circuit_open", was_asked=False)

    def enter(self, model: str) -> Passage:
        """Begin a call.

        Raises:
            ModelFailed: ``circuit_open``.
        """
        passage = Passage(self, model)
        told = self.run(_ENTER, model, passage.token, _ms(self.rules.probe_seconds))
        if told == "open":
            raise ModelFailed("circuit_open", was_asked=False)
        return passage

    def run(self, script: str, model: str, *arguments: str | int) -> str | None:
        """What a script says; None while Redis is away."""
        if not self._link.allows():
            return None
        keys = _keys(model)
        try:
            told = self._redis.eval(script, len(keys), *keys, *arguments)
        except (RedisError, OSError) as error:
            self._link.failed()
            _log.warning("circuit_without_redis", error=type(error).__name__)
            return None
        self._link.succeeded()
        return str(told)


class Passage:
    """One call through a circuit. Exactly one of its methods is to be called at the call's end."""

    def __init__(self, breakers: ModelBreakers, model: str) -> None:
        self._breakers = breakers
        self._model = model
        self.token = secrets.token_hex(8)

    def succeed(self) -> None:
        """The provider answered."""
        window = _ms(self._breakers.rules.window_seconds)
        if self._breakers.run(_SUCCEED, self._model, self.token, window) == "closed":
            _log.info("circuit_closed", model=self._model)

    def fail(self, failure: ModelFailed) -> None:
        """The answer is not sound; whether that is the provider's fault, its reason tells."""
        if failure.reason == "deadline":
            self.leave()
        elif failure.reason in PROVIDER_IS_ILL:
            self._fail(min(failure.retry_after or 0.0, LONGEST_OPEN_SECONDS))
        else:
            self.succeed()

    def leave(self) -> None:
        """The call ended before it could show anything about the provider."""
        self._breakers.run(_LEAVE, self._model, self.token)

    def _fail(self, retry_after: float) -> None:
        rules = self._breakers.rules
        told = self._breakers.run(
            _FAIL,
            self._model,
            self.token,
            rules.failures,
            _ms(rules.window_seconds),
            _ms(rules.open_seconds),
            _ms(retry_after) if retry_after > 0 else 0,
            _ms(FORGET_SECONDS),
        )
        if told == "opened":
            _log.warning("circuit_opened", model=self._model, retry_after=retry_after or None)


def _ms(seconds: float) -> int:
    return max(1, round(seconds * 1000))


def _keys(model: str) -> Sequence[str]:
    # The braces keep a model's keys together on a Redis cluster.
    name = hashlib.sha256(model.encode()).hexdigest()[:16]
    return [f"circuit:{{{name}}}:{part}" for part in ("open", "opened", "probe", "counts")]
