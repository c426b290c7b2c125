"""The settings: the only place that reads the environment. Entry points read them once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, TypeVar, cast
from urllib.parse import urlsplit

from environs import Env, EnvError, validate

from backend.domain.spending import Limit, Prices, dollars, to_micro_dollars
from backend.push.endpoints import BROWSERS, PushServices
from backend.push.vapid import VapidKey

Parsed = TypeVar("Parsed")

PasswordHashing = Literal["argon2", "cheap"]
"""``cheap`` is argon2 that takes hardly any time or memory: for tests."""

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_POSITIVE = validate.Range(min=0, min_inclusive=False)


@dataclass(frozen=True)
class Settings:
    """Everything an operator can set. Names in the environment are the upper-case ones."""

    database_url: str
    redis_url: str
    secret_key: str
    host: str
    port: int
    public_url: str
    reuse_port: bool
    demo: bool
    trusted_proxies: int
    access_token_ttl: timedelta
    refresh_token_ttl: timedelta
    rate_limit_auth: str
    rate_limit_writes: str
    password_hashing: PasswordHashing
    adviser_model: str
    model_first_token_seconds: float
    model_token_seconds: float
    model_total_seconds: float
    model_chain_seconds: float
    model_breaker_failures: int
    model_breaker_window_seconds: float
    model_breaker_open_seconds: float
    model_stream_usage: bool
    model_prices: Prices
    reply_limit: Limit
    daily_limit: Limit
    lease_seconds: float
    max_claims: int
    expire_days: int
    renegotiate_idle_days: int
    renegotiate_hour: int
    max_connections: int
    max_user_sockets: int
    vapid_key: VapidKey | None
    vapid_subject: str
    push_services: PushServices
    log_level: str
    tracing: bool

    @property
    def uses_tls(self) -> bool:
        """Whether browsers reach the product over TLS; cookies are then marked Secure."""
        return self.public_url.startswith("https://")


def from_environment() -> Settings:
    """Read the settings.

    Raises:
        environs.EnvError: a needed variable is missing or one has a value out of bounds.
    """
    env = Env()
    env.add_parser("prices", _checked(Prices.parse))
    env.add_parser("dollars", _checked(dollars))
    env.add_parser("vapid_key", _checked(VapidKey.parse))
    env.add_parser("push_services", _checked(PushServices.parse))
    host = env.str("HOST", "127.0.0.1")
    port = env.int("PORT", 8000, validate=validate.Range(1, 65535))
    public_url = env.str("PUBLIC_URL", f"http://127.0.0.1:{port}")
    trusted_proxies = env.int("TRUSTED_PROXIES", 0, validate=validate.Range(0, 5))
    return Settings(
        database_url=env.str("DATABASE_URL"),
        redis_url=env.str("REDIS_URL"),
        secret_key=env.str("SECRET_KEY", validate=validate.Length(min=32)),
        host=host,
        port=port,
        public_url=public_url,
        reuse_port=env.bool("REUSE_PORT", False),
        demo=env.bool("DEMO", False),
        trusted_proxies=trusted_proxies,
        access_token_ttl=timedelta(seconds=env.int("ACCESS_TOKEN_SECONDS", 15 * 60)),
        refresh_token_ttl=timedelta(days=env.int("REFRESH_TOKEN_DAYS", 30)),
        rate_limit_auth=env.str("RATE_LIMIT_AUTH", "30/minute"),
        rate_limit_writes=env.str("RATE_LIMIT_WRITES", "600/minute"),
        password_hashing=_password_hashing(env, host, public_url, trusted_proxies),
        adviser_model=env.str("ADVISER_MODEL", "playbook"),
        model_first_token_seconds=env.float("MODEL_FIRST_TOKEN_SECONDS", 10.0),
        model_token_seconds=env.float("MODEL_TOKEN_SECONDS", 10.0),
        model_total_seconds=env.float("MODEL_TOTAL_SECONDS", 45.0),
        model_chain_seconds=env.float("MODEL_CHAIN_SECONDS", 60.0, validate=_POSITIVE),
        model_breaker_failures=env.int("MODEL_BREAKER_FAILURES", 5, validate=validate.Range(1)),
        model_breaker_window_seconds=env.float(
            "MODEL_BREAKER_WINDOW_SECONDS", 60.0, validate=_POSITIVE
        ),
        model_breaker_open_seconds=env.float(
            "MODEL_BREAKER_OPEN_SECONDS", 30.0, validate=_POSITIVE
        ),
        model_stream_usage=env.bool("MODEL_STREAM_USAGE", False),
        model_prices=env.prices("MODEL_PRICES", ""),
        reply_limit=_limit(env, "REPLY"),
        daily_limit=_limit(env, "DAILY"),
        lease_seconds=env.float("LEASE_SECONDS", 15.0),
        max_claims=env.int("MAX_CLAIMS", 4, validate=validate.Range(1, 20)),
        expire_days=env.int("EXPIRE_DAYS", 60, validate=validate.Range(1)),
        renegotiate_idle_days=env.int("RENEGOTIATE_IDLE_DAYS", 3, validate=validate.Range(0)),
        renegotiate_hour=env.int("RENEGOTIATE_HOUR", 3, validate=validate.Range(0, 23)),
        max_connections=env.int("MAX_CONNECTIONS", 20_000, validate=validate.Range(1)),
        max_user_sockets=env.int("MAX_USER_SOCKETS", 300, validate=validate.Range(1)),
        vapid_key=env.vapid_key("VAPID_PRIVATE_KEY") if env.str("VAPID_PRIVATE_KEY", "") else None,
        vapid_subject=env.str("VAPID_SUBJECT", _reachable(public_url)),
        push_services=env.push_services("PUSH_SERVICES", ",".join(BROWSERS)),
        log_level=env.str("LOG_LEVEL", "INFO"),
        tracing=_traces(env),
    )


def _password_hashing(
    env: Env, host: str, public_url: str, trusted_proxies: int
) -> PasswordHashing:
    """How passwords are hashed; cheaply only where nobody but this machine can sign up."""
    wanted = env.str("PASSWORD_HASHING", "argon2", validate=validate.OneOf(["argon2", "cheap"]))
    is_alone = {host, urlsplit(public_url).hostname} <= _LOOPBACK and not trusted_proxies
    if wanted == "cheap" and not is_alone:
        raise EnvError(
            "PASSWORD_HASHING=cheap is for tests: it needs a HOST and a PUBLIC_URL of 127.0.0.1,"
            " and no TRUSTED_PROXIES."
        )
    return cast(PasswordHashing, wanted)


def _reachable(public_url: str) -> str:
    """Whom push services may write to; they take no address of plain HTTP."""
    return public_url if public_url.startswith("https://") else "mailto:operator@example.com"


def _traces(env: Env) -> bool:
    """Whether the standard variables of OpenTelemetry name a collector for traces."""
    if env.str("OTEL_SDK_DISABLED", "").lower() == "true":
        return False
    if env.str("OTEL_TRACES_EXPORTER", "").lower() not in ("", "otlp"):
        return False
    names = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    return any(env.str(name, "") for name in names)


def _checked(parse: Callable[[str], Parsed]) -> Callable[[str], Parsed]:
    """``parse``, whose ``ValueError`` names the variable, as for all others."""

    def parser(value: str) -> Parsed:
        try:
            return parse(value)
        except ValueError as error:
            raise EnvError(str(error)) from None

    return parser


def _limit(env: Env, name: str) -> Limit:
    """``…_TOKEN_LIMIT`` and ``…_COST_LIMIT``, the latter in dollars; 0 is no limit."""
    tokens = env.int(f"{name}_TOKEN_LIMIT", 0, validate=validate.Range(0))
    cost = to_micro_dollars(env.dollars(f"{name}_COST_LIMIT", "0"))
    return Limit(tokens or None, cost or None)
