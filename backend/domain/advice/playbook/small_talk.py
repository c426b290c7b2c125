"""When there is little to answer, or nothing that was understood."""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.heard import BuyerTopic, is_readable, sounds_like_a_question
from backend.domain.advice.playbook.standing import standing_unless_told
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import small_talk as words

SHORT = {
    BuyerTopic.OK: words.OK,
    BuyerTopic.NO: words.NO,
    BuyerTopic.THANKS: words.WELCOME,
    BuyerTopic.DISAGREE: words.DISAGREE,
}
"""What gets one line and no more."""

OPENED = {BuyerTopic.HELLO: words.GREETING, BuyerTopic.PLAN: words.PLAN}
"""After what where things stand is told."""


def short(voice: Voice, topic: BuyerTopic) -> list[list[str]]:
    """One fitting line for a topic of :data:`SHORT`."""
    return [[voice.line(SHORT[topic])]]


def small_talk(brief: Brief, voice: Voice, topic: BuyerTopic | None) -> list[list[str]]:
    """A greeting, a wish, or a line that no rule knows; after that, where things stand."""
    if topic in OPENED:
        return [[voice.line(OPENED[topic])], standing_unless_told(brief, voice)]
    if not is_readable(brief.said):
        return not_caught(brief, voice)
    lead = voice.line(words.UNKNOWN if sounds_like_a_question(brief.said) else words.STATEMENT)
    now = standing_unless_told(brief, voice)
    return [[lead], now or [voice.line(words.CAN_ASK)]]


def not_caught(brief: Brief, voice: Voice) -> list[list[str]]:
    """Says so, what can be asked, and what is best to do meanwhile."""
    lead = [voice.line(words.NOT_CAUGHT), voice.line(words.CAN_ASK)]
    return [lead, standing_unless_told(brief, voice)]
