"""Weighs an amount that the buyer asks about against everything that is known."""

from __future__ import annotations

from backend.domain.advice.asked import asked_about
from backend.domain.advice.brief import Brief
from backend.domain.advice.playbook.standing import name_a_number, standing
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import asked as words
from backend.domain.advice.wording import Wordings


def weighed(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs on the amount; of several, on the lowest. ``voice`` has to know of one."""
    return [
        [
            *_several(voice),
            *_at_the_limit(brief, voice),
            *_verdict(brief, voice),
            _against_target(voice),
        ],
        [] if brief.worth else _against_theirs(voice),
        standing(brief, voice),
        [name_a_number(brief, voice)],
    ]


def is_suggested(brief: Brief) -> bool:
    """Whether the buyer asks about the very price that was suggested."""
    return asked_about(brief).low == brief.suggestion.price


def is_below_ask(brief: Brief) -> bool:
    """Whether the buyer asks about less than the dealer's price."""
    low = asked_about(brief).low
    return low is not None and low < brief.position.dealer_ask


def _verdict(brief: Brief, voice: Voice) -> list[str]:
    """Whether it is one to name; nothing where the buyer has no offer left and no limit speaks."""
    known, offer = voice.known, brief.position.buyer_offer or 0
    low = asked_about(brief).low or 0
    cases: tuple[tuple[bool, Wordings], ...] = (
        ("asked_over_ask" in known, words.OVER_ASK),
        ("asked_over_limit" in known, words.OVER_LIMIT),
        ("asked_under_ask" not in known, words.IS_ASK),
        (brief.worth is not None, words.BELOW_A_GOOD_ONE),
        (brief.position.is_last_round, ()),
        ("asked_over_suggested" in known, words.TOO_HIGH),
        (low == offer, words.OWN_OFFER),
        (low < offer, words.STEP_BACK),
        ("asked_under_suggested" in known, words.WITHIN),
        (True, words.EXACT),
    )
    verdict = next(wordings for holds, wordings in cases if holds)
    return [voice.line(verdict)] if verdict else []


def _at_the_limit(brief: Brief, voice: Voice) -> list[str]:
    """Says so where the buyer asks about the very limit that the buyer has set."""
    if asked_about(brief).low != brief.position.terms.walk_away:
        return []
    return [voice.line(words.AT_LIMIT)]


def _against_target(voice: Voice) -> str:
    if "asked_over_target" in voice.known:
        return voice.line(words.OVER_TARGET)
    return voice.line(
        words.UNDER_TARGET if "asked_under_target" in voice.known else words.AT_TARGET
    )


def _against_theirs(voice: Voice) -> list[str]:
    if "asked_under_ask" not in voice.known:
        return []
    moved = voice.known["ask"] != voice.known["asking"] and "asked_under_asking" in voice.known
    return [voice.line(words.UNDER_ASKING if moved else words.UNDER_ASK)]


def _several(voice: Voice) -> list[str]:
    if "asked_high" not in voice.known:
        return []
    fits = "asked_over_suggested" not in voice.known
    return [voice.line(words.SEVERAL_FIT if fits else words.SEVERAL_APART)]
