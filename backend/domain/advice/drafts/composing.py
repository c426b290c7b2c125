"""Words a draft from the brief alone, and has the guard read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from backend.domain.advice.brief import Brief
from backend.domain.advice.drafts import words
from backend.domain.advice.drafts.draft import DealerDraft, Kind, Purpose, Tone
from backend.domain.advice.guard import check_for_dealer, rules_for
from backend.domain.advice.playbook.voice import Voice
from backend.domain.advice.told import is_all_in
from backend.domain.advice.wording import Wordings
from backend.domain.pricing import Action

Tables = tuple[Mapping[tuple[Purpose, Tone], Wordings], ...]

_OPEN_TABLES: Tables = (words.NAMED, words.UNNAMED)
_WITH_OFFER = (Purpose.OPEN, Purpose.HOLD, Purpose.RAISE, Purpose.LOWER)


def purpose_of(brief: Brief) -> Purpose:
    """What a message to the dealer has to do now."""
    offer, suggested = brief.position.buyer_offer, brief.suggestion.price
    if brief.worth is not None:
        return Purpose.CLOSE
    if brief.suggestion.action is Action.WALK_AWAY:
        return Purpose.LEAVE
    if brief.position.is_last_round:
        return Purpose.WAIT
    if offer is None:
        return Purpose.OPEN
    if suggested < offer:
        return Purpose.LOWER
    is_step = brief.suggestion.action is Action.RAISE and suggested > offer
    return Purpose.RAISE if is_step else Purpose.HOLD


def draft_for(brief: Brief, kind: Kind, tone: Tone) -> DealerDraft:
    """The message to the dealer that carries out the brief's suggestion.

    It names the amount to offer and no other figure of the buyer's. An amount that equals the
    walk-away price, or the target without being the suggestion, is not named: the message then
    does without a number. Pure: the same brief gives the same draft.
    """
    # The talk decides nothing more here: only the brief's own figures may stand in a draft.
    tables = _tables(brief)
    silent = replace(brief, talk=(), earlier=(), said=None)
    rules = rules_for(silent)
    drafts = _candidates(silent, tables, kind, tone)
    for draft in drafts:
        if check_for_dealer(draft.text, rules) is None:
            return draft
    raise AssertionError("a draft without figures holds nothing to object to")


def _candidates(brief: Brief, tables: Tables, kind: Kind, tone: Tone) -> Iterator[DealerDraft]:
    """Drafts for the same purpose, the plainest last."""
    purpose = purpose_of(brief)
    for core in _cores(tables, purpose, tone):
        voice = Voice(brief)
        body = voice.for_dealer(core)
        if body is None:
            continue
        if purpose in _WITH_OFFER and core is not words.ASK_PRICE[tone]:
            body += f" {voice.for_dealer(words.ASK_ANSWER[tone])}"
        if kind is Kind.TEXT:
            yield DealerDraft(None, body)
            continue
        parts = (words.GREETING[tone], None, words.CLOSING[tone])
        shown = [body if part is None else str(voice.for_dealer(part)) for part in parts]
        yield DealerDraft(voice.for_dealer(words.SUBJECT[purpose]), "\n\n".join(shown))


def _tables(brief: Brief) -> Tables:
    """Where to look for words, what suits the moment best first.

    Of what the dealer wrote only one thing counts: whether the price has everything in it.
    """
    if is_all_in(brief):
        # Words for other prices let tax and fees come on top.
        return (words.ANSWERED, words.ALL_IN, words.ALL_IN_UNNAMED, *_OPEN_TABLES)
    if brief.position.dealer_price is not None:
        return (words.ANSWERED, *_OPEN_TABLES)
    return _OPEN_TABLES


def _cores(tables: Tables, purpose: Purpose, tone: Tone) -> Iterator[Wordings]:
    for table in tables:
        if (purpose, tone) in table:
            yield table[purpose, tone]
    yield words.ASK_PRICE[tone]
