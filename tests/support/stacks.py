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


def stack_options(directory: Path, **environment: str) -> StackOptions:
    """One of each process, with variables for this test; `dataclasses.replace` changes the rest."""
    return StackOptions(directory, environment={**ENVIRONMENT, **environment})
