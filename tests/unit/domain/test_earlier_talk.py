"""What is told of a bargain's past: facts of the brief, in its language, and nothing private."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.advice.brief import Brief, Speaker, Utterance
from backend.domain.advice.earlier_talk import FIRST_MOVES, LAST_MOVES, summary
from backend.domain.advice.guard import check, rules_for
from backend.locales import LANGUAGES, locale_of
from tests.unit.domain.arbitrary import SAID, briefs
from tests.unit.domain.briefs import brief

MONEY = re.compile(r"\$\d{1,3}(?:,\d{3})*(?:\.\d\d)?")
every_language = pytest.mark.parametrize("language", LANGUAGES)


def dealer(text: str, seq: int) -> Utterance:
    return Utterance(Speaker.DEALER, text, seq)


def long_talk(language: str = "en") -> Brief:
    """Five moves (seq 2 to 6), with the dealer's words between and after them."""
    told = brief("chat", "b17400 d24500 b18000 d24500 d24900", said="And now?", language=language)
    words = (
        dealer("There is a $499 doc fee on top, plus taxes.", 2),
        dealer("17,400 is too low. This price is good today only.", 3),
        dealer("24,500 is my final offer.", 5),
    )
    return replace(told, earlier=words, talk=(Utterance(Speaker.BUYER, "Hm.", 7),))


def test_who_offered_what_in_which_round_and_what_the_dealer_wrote() -> None:
    assert summary(long_talk(), before=7) == (
        "round 1: the buyer offered $17,400",
        "round 2: the dealer came down by $500, to $24,500",
        "round 2: the buyer offered $18,000",
        "round 3: the dealer asked $24,500, as before",
        "round 3: the dealer went up by $400, to $24,900",
        "the dealer refused the offer of $17,400",
        "the dealer called $24,500 the last price",
        "the dealer has set a deadline before",
        "the dealer named a fee: doc fee, $499",
        "the dealer named a fee without an amount: taxes",
    )


def test_it_is_told_in_spanish() -> None:
    lines = summary(long_talk("es"), before=7)
    assert lines[0] == "ronda 1: el comprador ofreció $17,400"
    assert "el vendedor nombró un cargo: cargo por documentación, $499" in lines


def test_only_what_came_before_is_told() -> None:
    told = long_talk()
    assert summary(told, before=0) == ()
    assert summary(told, before=4) == (
        "round 1: the buyer offered $17,400",
        "round 2: the dealer came down by $500, to $24,500",
        "the dealer refused the offer of $17,400",
        "the dealer has set a deadline before",
        "the dealer named a fee: doc fee, $499",
        "the dealer named a fee without an amount: taxes",
    )


def test_a_refusal_before_any_offer_and_one_that_ends_in_a_yes() -> None:
    told = brief("chat", said="?")
    assert summary(replace(told, talk=(dealer("That won't work.", 1),)))[0] == (
        "the dealer refused to come down"
    )
    agreed = dealer("That is too low, but OK, you have a deal!", 1)
    assert "the dealer refused to come down" not in summary(replace(told, talk=(agreed,)))


def test_a_fee_that_was_named_again_is_told_as_it_is_now() -> None:
    words = (dealer("The doc fee is $499.", 1), dealer("The doc fee is $299 now.", 2))
    assert summary(replace(brief("chat", said="?"), talk=words)) == (
        "the dealer named a fee: doc fee, $299",
    )


def test_a_long_bargain_is_told_by_its_beginning_and_its_end() -> None:
    steps = " ".join(f"d{24_900 - 100 * number}" for number in range(40))
    lines = summary(brief("chat", steps, said="?"))
    assert len(lines) == FIRST_MOVES + 1 + LAST_MOVES
    assert lines[FIRST_MOVES] == "(more of the same in between)"
    assert "$24,900" in lines[0]
    assert "$21,000" in lines[-1]


@every_language
@given(told=briefs(), words=st.lists(st.sampled_from(SAID), max_size=6))
def test_every_figure_is_known_to_the_guard_and_nobodys_words_are_repeated(
    language: str, told: Brief, words: list[str | None]
) -> None:
    told = replace(
        told,
        language=language,
        earlier=tuple(dealer(text, seq) for seq, text in enumerate(words, 1) if text),
        talk=(),
    )
    rules = rules_for(told)
    locale = locale_of(language)
    named = {*told.dealer_prices, *told.buyer_offers, *map(abs, told.concessions)}
    shown = {locale.money(cents) for cents in named}
    dealers = {locale.money(int(key[1] * 100)) for key in rules.dealers if key[0] == "amount"}  # type: ignore[operator]
    for line in summary(told):
        assert set(MONEY.findall(line)) <= shown | dealers
        assert not re.search(r"[<>{}\[\]\U0001f600]|rules", line)
        assert "1,000,000" not in line or locale.money(1_000_000_00) in shown
    assert summary(told) == summary(told)


@pytest.mark.parametrize(
    "sentence",
    [
        "In round 1 you offered $17,400, and in round 2 they came down by $500.",
        "They said that the doc fee is $499, and a doc fee is open to bargaining.",
        "They asked $24,500 twice before they went up by $400.",
    ],
)
def test_a_model_may_speak_of_the_past(sentence: str) -> None:
    assert check(sentence, rules_for(long_talk())) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Offer $24,500 now.",
        "$24,500 would do.",
        "In round 8 you offered $17,400.",
        "The doc fee is $599.",
        "Their first price was $24,700.",
    ],
)
def test_it_still_may_not_advise_a_past_price_or_make_one_up(sentence: str) -> None:
    assert check(sentence, rules_for(long_talk())) is not None
