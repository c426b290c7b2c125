"""What the environment may hold, and how it is told that something in it is wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from environs import EnvError

from backend.domain.spending import NO_LIMIT, Limit, Price
from backend.settings import from_environment


@pytest.fixture(autouse=True)
def _needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite://")
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1/0")
    monkeypatch.setenv("SECRET_KEY", "a key for tests, long enough to sign")
    for name in ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_SDK_DISABLED", "OTEL_TRACES_EXPORTER"):
        monkeypatch.delenv(name, raising=False)


def test_models_cost_nothing_and_have_no_limits_by_default() -> None:
    settings = from_environment()
    assert settings.model_prices.by_model == {}
    assert settings.reply_limit == settings.daily_limit == NO_LIMIT
    assert not settings.tracing


def test_prices_and_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODEL_PRICES", "openai:a=0.15/0.60")
    monkeypatch.setenv("REPLY_TOKEN_LIMIT", "5000")
    monkeypatch.setenv("DAILY_COST_LIMIT", "0.50")
    settings = from_environment()
    assert settings.model_prices.of("openai:a") == Price(Decimal("0.15"), Decimal("0.60"))
    assert settings.reply_limit == Limit(tokens=5000)
    assert settings.daily_limit == Limit(cost=500_000)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MODEL_PRICES", "cheap"),
        ("PASSWORD_HASHING", "none"),
        ("DAILY_COST_LIMIT", "-1"),
        ("REPLY_COST_LIMIT", "nan"),
        ("REPLY_TOKEN_LIMIT", "-3"),
        ("DAILY_TOKEN_LIMIT", "many"),
        ("MODEL_CHAIN_SECONDS", "0"),
        ("MODEL_BREAKER_FAILURES", "0"),
        ("MODEL_BREAKER_OPEN_SECONDS", "-1"),
    ],
)
def test_a_wrong_value_is_refused_with_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(EnvError, match=name):
        from_environment()


def test_passwords_cost_what_they_should_by_default() -> None:
    assert from_environment().password_hashing == "argon2"


def test_a_machine_of_its_own_may_hash_cheaply(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSWORD_HASHING", "cheap")
    assert from_environment().password_hashing == "cheap"


@pytest.mark.parametrize(
    "variables",
    [
        {"PUBLIC_URL": "https://deals.example"},
        {"PUBLIC_URL": "http://192.168.0.2:8000"},
        {"HOST": "192.168.0.2"},
        {"HOST": "::", "PUBLIC_URL": "http://[::1]:8000"},
        {"PUBLIC_URL": "127.0.0.1"},
        {"TRUSTED_PROXIES": "1"},
    ],
)
def test_where_others_can_sign_up_cheap_hashes_are_refused(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    for name, value in {**variables, "PASSWORD_HASHING": "cheap"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(EnvError, match="PASSWORD_HASHING"):
        from_environment()


@pytest.mark.parametrize(
    ("variables", "is_on"),
    [
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector:4318"}, True),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://collector:4318/v1/traces"}, True),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_SDK_DISABLED": "true"}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_TRACES_EXPORTER": "none"}, False),
        ({"OTEL_TRACES_EXPORTER": "otlp"}, False),
    ],
)
def test_a_collectors_address_turns_tracing_on(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], is_on: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert from_environment().tracing is is_on
