"""After the buyer's offer: hold, go up a little, or go lower."""

from __future__ import annotations

from backend.domain.advice.brief import Brief
from backend.domain.advice.car_sense import check_of
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.playbook.words import counter as words
from backend.domain.advice.playbook.words import their_side as moves
from backend.domain.pricing import Action


def counter(brief: Brief, voice: Voice) -> list[list[str]]:
    """Paragraphs for the advice after a buyer's offer."""
    if brief.position.is_last_round:
        return _after_the_last_offer(brief, voice)
    return [
        [_verdict(brief, voice), *their_side(brief, voice)],
        _next_step(brief, voice),
        [_words(brief, voice)],
    ]


def their_side(brief: Brief, voice: Voice) -> list[str]:
    """One sentence on what the dealer did so far; none where the sides have met."""
    if "gap" not in voice.known:
        return []
    if brief.bids_against_itself:
        return [voice.line(moves.TWICE)]
    if "raised" in voice.known:
        return [voice.line(moves.THEY_ROSE)]
    if brief.is_conceding_less:
        return [voice.line(moves.THEY_SLOW)]
    return [voice.line(moves.THEY_MOVED if "conceded" in voice.known else moves.THEY_STAND)]


def room(voice: Voice) -> str:
    """How far to go if the dealer refuses; never more than the suggestion."""
    return voice.line(words.ROOM if "step" in voice.known else words.NO_ROOM)


def stay(voice: Voice) -> str:
    """Words for the dealer that keep the offer where it is."""
    return voice.quote(words.QUOTE_OFFER)


def lower(voice: Voice) -> str:
    """Words for the dealer that take an offer back down to the suggestion."""
    return voice.quote(words.QUOTE_LOWER, words.QUOTE_LOWER_UNNAMED)


def target_note(voice: Voice) -> list[str]:
    """How the suggestion compares with the target; nothing where they are equal, and not in two
    advices in a row.
    """
    for name, wordings in (
        ("over_target", words.ABOVE_TARGET),
        ("under_target", words.BELOW_TARGET),
    ):
        if name in voice.known:
            return [] if voice.said_last(wordings) else [voice.line(wordings)]
    return []


def few_left(brief: Brief, voice: Voice) -> list[str]:
    """A word on the rounds when they run out."""
    return [voice.line(words.FEW_LEFT)] if 0 < brief.offers_left <= 2 else []


def is_over_limit(brief: Brief) -> bool:
    """Whether the buyer has offered more than the walk-away price."""
    offer, limit = brief.position.buyer_offer, brief.position.terms.walk_away
    return offer is not None and limit is not None and offer > limit


def _verdict(brief: Brief, voice: Voice) -> str:
    action = brief.suggestion.action
    if "discount" not in voice.known:
        return voice.line(words.NO_DISCOUNT)
    if "gap" not in voice.known:
        return voice.line(words.OVER_ASK)
    if is_over_limit(brief):
        return voice.line(words.OVER_LIMIT)
    if action is Action.LOWER:
        return voice.line(words.LOWER)
    if action is Action.RAISE:
        return voice.line(words.RAISE if "step" in voice.known else words.RAISE_CAPPED)
    return voice.line(words.HOLD)


def _next_step(brief: Brief, voice: Voice) -> list[str]:
    if brief.suggestion.action is Action.LOWER:
        return [voice.line(words.ALREADY_SENT), voice.line(check_of(brief.vehicle).lines)]
    if brief.suggestion.action is Action.RAISE:
        return [*target_note(voice), *few_left(brief, voice)]
    if brief.suggestion.price < (brief.position.buyer_offer or 0):
        return [voice.line(words.ALREADY_SENT), *few_left(brief, voice)]
    return [room(voice), *target_note(voice), *few_left(brief, voice)]


def _words(brief: Brief, voice: Voice) -> str:
    if brief.suggestion.price < (brief.position.buyer_offer or 0):
        return lower(voice)
    if brief.suggestion.action is Action.RAISE and "step" in voice.known:
        return voice.quote(words.QUOTE_STEP, words.QUOTE_STEP_UNNAMED)
    return stay(voice)


def _after_the_last_offer(brief: Brief, voice: Voice) -> list[list[str]]:
    return [
        [voice.line(words.LAST), *their_side(brief, voice)],
        [voice.line(words.LAST_RULE)],
        [voice.quote(words.LAST_QUOTE)],
    ]
