"""Faults of the car that a buyer names."""

from __future__ import annotations

import pytest

from backend.domain.advice.heard import Fault, Kind, named_fault, supposed_fault


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (
            "What should I say about the rust on the frame?",
            Fault(Kind.RUST, "the rust", "on the frame"),
        ),
        ("the bumper is rusty", Fault(Kind.RUST, "the rust", "on the bumper")),
        ("How do I ask about the accident?", Fault(Kind.ACCIDENT, "the accident")),
        ("It was wrecked in 2021", Fault(Kind.ACCIDENT, "the accident")),
        ("What if the rust gets worse?", Fault(Kind.RUST, "the rust")),
        ("There's a dent in the door", Fault(Kind.BODY, "the dent", "on the door")),
        (
            "the windshield is cracked, what now",
            Fault(Kind.BODY, "the crack", "in the windshield"),
        ),
        ("It leaks oil", Fault(Kind.MECHANICAL, "the leak")),
        ("the check engine light is on", Fault(Kind.MECHANICAL, "the warning light")),
        ("The tires are bald", Fault(Kind.WEAR, "the tires")),
        ("It smells of smoke", Fault(Kind.MECHANICAL, "the smoke")),
        ("flood damage!", Fault(Kind.WATER, "the flood damage")),
        ("¿Qué le digo del golpe en la puerta?", Fault(Kind.BODY, "the dent", "on the door")),
        ("Tiene óxido en el chasis", Fault(Kind.RUST, "the rust", "on the frame")),
        ("El motor hace ruido", Fault(Kind.MECHANICAL, "the noise")),
        ("Está rayado el cofre", Fault(Kind.BODY, "the scratches", "on the hood")),
        ("las llantas están gastadas", Fault(Kind.WEAR, "the tires")),
    ],
)
def test_a_fault_is_called_by_its_name(said: str, fault: Fault) -> None:
    assert named_fault(said) == fault
    assert named_fault(said.upper()) == fault


@pytest.mark.parametrize(
    "said",
    [
        None,
        "",
        "Can I trust them?",
        "It has no rust",
        "Has it been in an accident?",
        "Should I ask if there is any rust?",
        "What if there is a leak?",
        "Do they sell rust protection?",
        "Is the accident report enough?",
        "Can I knock $500 off?",
        "Did I leak my limit?",
        "I want to chip in",
        "¿Tiene óxido?",
        "No tiene golpes",
        "Denos un mejor precio",
    ],
)
def test_what_nobody_says_is_there(said: str | None) -> None:
    assert named_fault(said) is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Has it been in an accident?", Kind.ACCIDENT),
        ("Should I check for rust?", Kind.RUST),
        ("¿Tiene óxido?", Kind.RUST),
        ("It has no rust", None),
        ("The rust is bad. What now?", None),
        ("Should I accept?", None),
    ],
)
def test_a_fault_that_somebody_asks_about(said: str, kind: Kind | None) -> None:
    assert supposed_fault(said) is kind
