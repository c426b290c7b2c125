"""Models that answer badly and people who write badly: each ends in a sound answer."""

from __future__ import annotations

import json

import pytest

from backend.clock import Clock, system_clock
from backend.domain.advice.brief import Brief
from backend.domain.advice.guard import check, rules_for, split
from backend.domain.advice.playbook import compose
from backend.llm.adviser import Adviser, Call, Cancelled, ModelFailed, ModelTimeouts
from backend.llm.prompting import messages_for
from tests.support.clock import SettableClock
from tests.support.model_server import ModelServer, Script
from tests.unit.domain.briefs import brief
from tests.unit.llm.conftest import LONG, network_model

BRIEF = brief("buyer_offer", "b18000 d24000")
SOUND = (
    "Stay at $18,000 and give them a day. They have more room than they show, and you have time."
)
PATIENT = ModelTimeouts(LONG, LONG, LONG)


def answer(
    asked: Brief, timeouts: ModelTimeouts = PATIENT, clock: Clock = system_clock
) -> tuple[str, list[str]]:
    """The chain's answer, and why those before it failed."""
    reasons: list[str] = []
    for candidate in Adviser("openai:test-model", timeouts).candidates:
        try:
            return "".join(candidate.stream(asked, lambda: False, Call(clock=clock))), reasons
        except ModelFailed as failed:
            reasons.append(failed.reason)
    raise AssertionError("The playbook never fails.")


def assert_sound(asked: Brief, text: str) -> None:
    rules = rules_for(asked)
    assert len(text.split()) >= 12
    assert [each for each in split(text) if check(each.strip(), rules) is not None] == []
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (Script(text=""), "empty_answer"),
        (Script(text=" \n\t  \u200b \n"), "empty_answer"),
        (Script(text=SOUND + " day" * 20_000), "too_long"),
        (Script(text="$1 " * 33_000), "guarded_out"),
        (Script(text="a" * 100_000), "guarded_out"),
        (Script(text=json.dumps({"advice": SOUND, "price": 18000})), "guarded_out"),
        (Script(text="```json\n[1, 2, 3]\n```"), "guarded_out"),
        (Script(text=messages_for(BRIEF)[0].content), "guarded_out"),
        (Script(text="\ufffd" * 400), "guarded_out"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.text[:12],
)
def test_a_bad_answer_gives_way_to_the_playbook(
    server: ModelServer, script: Script, reason: str
) -> None:
    server.script = script
    text, reasons = answer(BRIEF)
    assert reasons == [reason]
    assert text == compose(BRIEF)
    assert_sound(BRIEF, text)


@pytest.mark.parametrize(
    ("timeouts", "script", "reason"),
    [
        (ModelTimeouts(LONG, 0.5, LONG), Script(SOUND, token_delay=60), "timeout_between_tokens"),
        (ModelTimeouts(0.5, LONG, LONG), Script(SOUND, first_delay=60), "timeout_first_token"),
        (ModelTimeouts(LONG, LONG, 2), Script(SOUND, token_delay=0.3), "timeout_total"),
    ],
    ids=["one word a minute", "no word for a minute", "too slow in all"],
)
def test_a_slow_model_gives_way_to_the_playbook(
    server: ModelServer,
    clock: SettableClock,
    timeouts: ModelTimeouts,
    script: Script,
    reason: str,
) -> None:
    server.script = script
    assert answer(BRIEF, timeouts, clock) == (compose(BRIEF), [reason])


def test_half_a_character_does_no_harm(server: ModelServer) -> None:
    pieces = ['"Stay at $18,000 and give them a day, "', r'"\ud83d"', '" for they have more room."']
    server.script = Script(pieces=tuple(pieces))
    text, reasons = answer(BRIEF)
    assert not reasons
    assert_sound(BRIEF, text)


@pytest.mark.parametrize(
    ("trigger", "said"),
    [
        ("chat", "7" * 2000),
        ("chat", " ".join(str(number) for number in range(500))),
        ("dealer_message", "BEST PRICE! " + " ".join(f"${n},995!!!" for n in range(20, 60))),
        ("dealer_message", "A" * 5000),
        ("chat", "$" * 2000),
    ],
)
def test_bad_input_ends_in_a_sound_answer(server: ModelServer, trigger: str, said: str) -> None:
    asked = brief(trigger, "b18000 d24000", said=said)
    server.script = Script(text=SOUND)
    assert answer(asked) == (SOUND, [])
    server.script = Script(text=f"They say {said[:900]}. Pay that. {said[:900]}")
    text, _ = answer(asked)
    assert_sound(asked, text)


def test_a_slow_repair_is_given_up_in_time(server: ModelServer, clock: SettableClock) -> None:
    """The time-outs of the answer hold for its repair, and the answer goes on after it."""
    wrong = SOUND + " Offer $19,500 then. Wait for their answer, and call nobody meanwhile."
    server.script = Script(text=wrong)
    model = network_model(first_token=1, between_tokens=1, total=20)
    pieces = model.stream(BRIEF, lambda: False, Call(clock=clock))
    text = next(pieces)
    server.script = Script(text="Later.", fault="hang")
    started = clock.monotonic()
    text += "".join(pieces)
    assert 1 <= clock.monotonic() - started < 4
    assert "19,500" not in text
    assert text.endswith("Wait for their answer, and call nobody meanwhile.")
    server.released.set()


def test_a_cancelled_repair_ends_within_a_second(server: ModelServer, clock: SettableClock) -> None:
    server.script = Script(text=SOUND + " Offer $19,500 then. Wait for them.")
    stopped: list[float] = []
    pieces = network_model().stream(BRIEF, lambda: bool(stopped))
    next(pieces)
    server.script = Script(text="Later.", fault="hang")
    asked_before = len(server.requests)

    def stop_when_repairing() -> bool:
        if not stopped and len(server.requests) > asked_before:
            stopped.append(clock.monotonic())
        return bool(stopped)

    watched = network_model().stream(BRIEF, stop_when_repairing, Call(clock=clock))
    with pytest.raises(Cancelled):
        "".join(watched)
    assert clock.monotonic() - stopped[0] < 1
    server.released.set()
    pieces.close()  # type: ignore[attr-defined]
