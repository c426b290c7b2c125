"""When the buyer has found a fault: it is called by its own name, and used."""

from __future__ import annotations

from backend.domain.advice.heard import Fault
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words.damage import AFTER_THE_DEAL, DAMAGE


def damage(voice: Voice, fault: Fault) -> list[list[str]]:
    """What to make of the fault, and what to say of it."""
    voice.learn("issue", fault.name, fault.place)
    counsel = DAMAGE[fault.kind]
    return [[voice.line(counsel.tells)], [voice.quote(counsel.says)]]


def damage_after_the_deal(voice: Voice, fault: Fault) -> list[list[str]]:
    """What can still be done about it."""
    voice.learn("issue", fault.name, fault.place)
    return [[voice.line(AFTER_THE_DEAL)]]
