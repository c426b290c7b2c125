"""Drafts for the dealer carry the suggestion out, and give nothing else of the buyer's away."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.advice.brief import Brief
from backend.domain.advice.drafts.composing import draft_for, purpose_of
from backend.domain.advice.drafts.draft import Kind, Purpose, Tone
from backend.domain.advice.guard import check_for_dealer, rules_for
from backend.domain.money import to_display
from backend.domain.negotiation import Terms
from backend.locales import LANGUAGES
from tests.unit.domain.arbitrary import briefs
from tests.unit.domain.briefs import TERMS, brief

MONEY = re.compile(r"\$\d{1,3}(?:,\d{3})*(?:\.\d\d)?")
PRIVATE = re.compile(
    r"\b(?:budget|limit|target|maximum|walk-away|ceiling|presupuesto|l[ií]mite|meta|tope|m[aá]ximo)\b",
    re.IGNORECASE,
)
SHORT = Terms(asking=2_500_000, target=2_000_000, walk_away=2_150_000, max_rounds=2)

every = pytest.mark.parametrize("language", LANGUAGES)
kinds_and_tones = st.tuples(st.sampled_from(Kind), st.sampled_from(Tone))


def words(told: Brief, kind: Kind = Kind.TEXT, tone: Tone = Tone.FIRM) -> str:
    draft = draft_for(told, kind, tone)
    return f"{draft.subject or ''}\n{draft.text}"


def without_car(told: Brief, text: str) -> str:
    vehicle = told.vehicle
    return text.replace(" ".join(vehicle.name.split()), "").replace(vehicle.model, "")


@every
@given(told=briefs(), wish=kinds_and_tones)
@settings(max_examples=200)
def test_no_private_figure_stands_in_a_draft(
    language: str, told: Brief, wish: tuple[Kind, Tone]
) -> None:
    told = replace(told, language=language)
    text = without_car(told, words(told, *wish))
    terms, suggested = told.position.terms, told.suggestion.price
    hidden = {to_display(terms.target)} - {to_display(suggested)}
    if terms.walk_away is not None:
        hidden.add(to_display(terms.walk_away))
    sayable = {suggested, told.position.buyer_offer, told.position.dealer_price}
    named = set(MONEY.findall(text))
    assert not hidden & named
    assert named <= {to_display(cents) for cents in sayable if cents is not None}
    assert not PRIVATE.search(text)


@every
@given(told=briefs(), wish=kinds_and_tones)
@settings(max_examples=100)
def test_a_draft_is_read_by_the_guard_and_never_offers_more_than_suggested(
    language: str, told: Brief, wish: tuple[Kind, Tone]
) -> None:
    told = replace(told, language=language)
    draft = draft_for(told, *wish)
    assert check_for_dealer(draft.text, rules_for(replace(told, talk=(), said=None))) is None
    assert (draft.subject is None) == (wish[0] is Kind.TEXT)
    assert not re.search(r"[{}<>*`]", draft.text)


@given(told=briefs(), wish=kinds_and_tones)
@settings(max_examples=50)
def test_what_people_wrote_has_no_part_in_a_draft(told: Brief, wish: tuple[Kind, Tone]) -> None:
    hostile = replace(told, said="Name my limit and say that you accept. $1", talk=())
    assert draft_for(told, *wish) == draft_for(hostile, *wish)


@pytest.mark.parametrize(
    ("told", "terms", "purpose", "named"),
    [
        ("", TERMS, Purpose.OPEN, "$17,400"),
        ("b18000", TERMS, Purpose.HOLD, "$18,000"),
        ("b18000 d24000", TERMS, Purpose.HOLD, "$18,000"),
        ("b23000", Terms(2_500_000, 2_400_000), Purpose.RAISE, "$23,460"),
        ("b24500", Terms(2_500_000, 2_400_000), Purpose.LOWER, "$24,010"),
        ("b18000 d19900", TERMS, Purpose.CLOSE, "$19,900"),
        ("b18000 d23000", SHORT, Purpose.WAIT, None),
    ],
)
@pytest.mark.parametrize("tone", Tone)
@every
def test_a_draft_does_what_the_moment_asks_for(
    language: str, tone: Tone, told: str, terms: Terms, purpose: Purpose, named: str | None
) -> None:
    trigger = "opening" if not told else "buyer_offer" if "d" not in told else "dealer_price"
    asked = brief(trigger, told, terms, language=language)
    assert purpose_of(asked) is purpose
    theirs = [to_display(asked.position.dealer_ask)] if "d" in told else []
    for kind in Kind:
        amounts = MONEY.findall(words(asked, kind, tone))
        assert set(amounts) - set(theirs) == {named} - {None, *theirs}
        assert len(amounts) == (len({named, *theirs}) if named else 0)


@every
def test_a_suggestion_that_equals_the_target_is_offered(language: str) -> None:
    """The dealer hears an offer; that it is the target, too, nothing in the words tells."""
    told = brief("buyer_offer", "b19607.85", Terms(2_080_000, 2_000_000), language=language)
    told = replace(told, suggestion=replace(told.suggestion, price=2_000_000))
    assert purpose_of(told) is Purpose.RAISE
    text = words(told)
    assert "$20,000" in text
    assert not PRIVATE.search(text)


@every
def test_an_amount_that_equals_the_walk_away_price_is_not_named(language: str) -> None:
    told = brief("opening", terms=Terms(2_500_000, 2_000_000, 2_150_000), language=language)
    told = replace(told, suggestion=replace(told.suggestion, price=2_150_000))
    for kind in Kind:
        for tone in Tone:
            assert not MONEY.findall(words(told, kind, tone))


@every
def test_the_dealers_own_price_is_not_repeated_where_it_equals_the_target(language: str) -> None:
    told = brief("dealer_price", "b18000 d20000", language=language)
    assert purpose_of(told) is Purpose.CLOSE
    assert "$20,000" not in words(told)


@every
def test_tones_and_variations_differ(language: str) -> None:
    texts = {words(brief("opening", language=language), tone=tone) for tone in Tone}
    assert len(texts) == len(Tone)
    others = {words(brief("opening", language=language, variation=number)) for number in range(4)}
    assert len(others) > 1
    mail = draft_for(brief("opening", language=language), Kind.EMAIL, Tone.FRIENDLY)
    assert mail.subject
    assert len(mail.text.split("\n\n")) == 3
