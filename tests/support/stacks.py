"""The whole product for a test: real processes on free ports, with their data in a directory."""

from __future__ import annotations

from pathlib import Path

from stack.plan import StackOptions

# A test run signs up many buyers from one address. Tests of the limits set their own.
ENVIRONMENT = {
    "DEMO": "1",
    "ADVISER_MODEL": "playbook",
    "PASSWORD_HASHING": "cheap",
    "RATE_LIMIT_AUTH": "100000/minute",
    "RATE_LIMIT_WRITES": "1000000/minute",
}


def patient_model(base_url: str) -> dict[str, str]:
    """The settings of a product that asks the model at ``base_url``, and waits for it."""
    patience = ("FIRST_TOKEN", "TOKEN", "TOTAL", "CHAIN")
    return {
        "ADVISER_MODEL": "openai:test",
        "OPENAI_BASE_URL": base_url,
        "OPENAI_API_KEY": "for tests",
        **{f"MODEL_{each}_SECONDS": "600" for each in patience},
        "MODEL_BREAKER_FAILURES": "1000",
        "LEASE_SECONDS": "600",
    }


def stack_options(directory: Path, **environment: str) -> StackOptions:
    """One of each process, with variables for this test; `dataclasses.replace` changes the rest."""
    return StackOptions(directory, environment={**ENVIRONMENT, **environment})
