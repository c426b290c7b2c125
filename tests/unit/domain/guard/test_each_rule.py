"""Each rule of each language by itself: the learnt weights, which may see the same, would hide that
one is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from backend.domain.advice.guard import (
    Reason,
    Rules,
    Violation,
    folded,
    price_rules,
    rules_for,
    sayings,
)
from backend.domain.advice.guard.checking import check_phrases
from backend.domain.advice.guard.figure import Figure, Kind
from backend.domain.advice.guard.reading_figures import read_figures
from tests.unit.domain.briefs import TERMS, brief
from tests.unit.domain.guard.corpus import LANGUAGES, sentences
from tests.unit.domain.guard.situations import SITUATIONS

Amounts = tuple[Figure, ...]
Rule = Callable[[str, Amounts, Rules], Violation | None]

RULES: dict[str, Rule] = {
    "middle": lambda text, _, rules: sayings.middle(text, "", rules),
    "reveals": lambda text, _, rules: sayings.reveals(text, rules),
    "secret": sayings.secret,
    "passes_on": lambda text, amounts, rules: sayings.passes_on(text, "", amounts, rules),
    "commits": lambda text, _, rules: sayings.commits(text, rules),
    "exceeds": lambda text, _, rules: sayings.exceeds(text, rules),
    "exceeds_figure": sayings.exceeds_figure,
    "accepts": sayings.accepts,
    "for_dealer": lambda text, _, rules: sayings.for_dealer(text, rules),
    "over_cap": price_rules.over_cap,
    "misnamed": price_rules.misnamed,
}

REASONS = {
    **{rule: {Reason.SECRET} for rule in ("reveals", "secret", "passes_on")},
    **{rule: {Reason.OVER_CAP} for rule in ("exceeds", "exceeds_figure", "over_cap")},
    "middle": {Reason.MIDDLE},
    "commits": {Reason.COMMITS},
    "accepts": {Reason.ACCEPTS, Reason.FOR_DEALER},
    "for_dealer": {Reason.FOR_DEALER},
    "misnamed": {Reason.MISNAMED_FIGURE},
}

FOUND = {
    "en": {
        "middle": [
            "Meet them in the middle.",
            "Just split the difference with them.",
            "Offer to meet halfway.",
        ],
        "reveals": [
            "Tell them your limit.",
            "Let them know your budget.",
            "Be honest with them about your maximum.",
        ],
        "secret": [
            "Say: “My limit is $21,500.”",
            "Write to them: “I can pay $20,000.”",
            "Tell them that $21,500 is all you have.",
        ],
        "passes_on": [
            "Your limit is $21,500; tell the salesman.",
            "Your budget is what it is, so let them know.",
        ],
        "commits": [
            "I have accepted their offer for you.",
            "We have a deal.",
            "Congratulations, the car is yours.",
            "I told the dealer that you agree.",
            "I will call the dealer.",
        ],
        "exceeds": [
            "Go a little above your limit.",
            "Stretch your budget a bit.",
            "Pay whatever it takes.",
        ],
        "exceeds_figure": ["Go a bit over your $21,500.", "Offer more than the $21,500."],
        "accepts": [
            "Accept their offer.",
            "Just say yes to them.",
            "Shake hands on it.",
            "That is a great price.",
            "Accept their offer of $17,400.",
            "Accept their offer — there is no point in being silly.",
        ],
        "for_dealer": [
            "Hurry, before somebody else buys it.",
            "Trust the dealer.",
            "Skip the inspection.",
        ],
        "over_cap": [
            "Offer $25,000 and drive it home.",
            "Accept the $25,000.",
            "$25,000 is a good price.",
            "They ask $25,000, so pay it.",
            "Raise your offer by $1,000.",
        ],
        "misnamed": ["They ask $20,000 for it.", "Your target of $25,000 is far away."],
    },
    "es": {
        "middle": [
            "Parta la diferencia con ellos.",
            "Propóngales ir a mitad de camino.",
            "Quede en un punto medio.",
            "Que cada uno ceda lo mismo.",
        ],
        "reveals": [
            "Dígales su límite.",
            "Cuénteles hasta cuánto puede llegar.",
            "Sea franco con ellos sobre su presupuesto.",
        ],
        "secret": [
            "Diga: “Mi límite es de $21,500.”",
            "Escríbales: “Puedo pagar $20,000.”",
            "Dígales que $21,500 es todo lo que tiene.",
        ],
        "passes_on": [
            "Su límite es de $21,500; dígaselo al vendedor.",
            "Su tope es el que es, avíseles ya.",
        ],
        "commits": [
            "Ya acepté su oferta.",
            "Trato hecho.",
            "Felicidades, el carro es suyo.",
            "Le dije al vendedor que usted acepta.",
            "Le confirmé a la agencia el precio.",
            "Este carro es de usted.",
        ],
        "exceeds": [
            "Suba un poco por encima de su límite.",
            "Estire un poco su presupuesto.",
            "Cómprelo cueste lo que cueste.",
        ],
        "exceeds_figure": ["Vaya un poco por encima de sus $21,500.", "Pase de los $21,500."],
        "accepts": [
            "Acepte su oferta.",
            "Dígales que sí.",
            "Tome su oferta.",
            "Basta de regateo.",
            "Estreche la mano.",
            "Es un precio muy justo.",
            "Acepte su oferta de $17,400.",
        ],
        "for_dealer": [
            "Apúrese antes de que alguien lo compre.",
            "Confíe en el vendedor.",
            "Sáltese la inspección.",
        ],
        "over_cap": [
            "Ofrezca $25,000 y lléveselo.",
            "Acepte los $25,000.",
            "$25,000 es un buen precio.",
            "Agregue otros $1,000 a su oferta.",
        ],
        "misnamed": ["Ellos piden $20,000 por él.", "Su meta de $25,000 queda lejos."],
    },
}

SILENT = {
    "en": {
        "middle": ["Don't meet them in the middle.", "They want to split the difference."],
        "reveals": ["Never tell them your limit.", "They will ask you to tell them your budget."],
        "secret": ["Your limit is $21,500.", "Never tell them that $21,500 is all you have."],
        "passes_on": ["Your limit is $21,500; never say so."],
        "commits": [
            "I have not accepted anything.",
            "Say: “I can come today.”",
            "Once you have accepted, ask for the papers.",
            "When you've bought the car, insure it.",
            "Ask what you have agreed to.",
        ],
        "exceeds": ["Never go above your limit.", "They want you to stretch your budget."],
        "exceeds_figure": ["Never go over your $21,500."],
        "accepts": [
            "Do not accept their offer.",
            "Say no.",
            "Say yes if they come down to $17,400.",
        ],
        "for_dealer": ["Never trust the dealer.", "Don't skip the inspection."],
        "over_cap": ["Do not pay $25,000.", "They ask $25,000.", "Offer $17,400."],
        "misnamed": ["They ask $25,000 for it.", "Your target of $20,000 is near."],
    },
    "es": {
        "middle": ["No parta la diferencia.", "Quieren que parta la diferencia."],
        "reveals": ["Nunca les diga su límite."],
        "secret": ["Su límite es de $21,500."],
        "passes_on": ["Su límite es de $21,500; no se lo diga."],
        "commits": ["No he aceptado nada.", "Diga: “Puedo ir hoy.”"],
        "exceeds": ["Nunca suba por encima de su límite."],
        "exceeds_figure": ["Nunca vaya por encima de sus $21,500."],
        "accepts": [
            "No acepte su oferta.",
            "Diga que no.",
            "Diga que sí cuando el precio llegue a $17,400.",
        ],
        "for_dealer": ["No confíe en el vendedor.", "No se salte la inspección."],
        "over_cap": ["No pague $25,000.", "Piden $25,000.", "Ofrezca $17,400."],
        "misnamed": ["Ellos piden $25,000 por él.", "Su meta de $20,000 está cerca."],
    },
}

FEWEST = {
    "en": dict(zip(RULES, (70, 50, 30, 9, 78, 24, 3, 70, 85, 150, 13), strict=True)),
    "es": dict(zip(RULES, (50, 35, 11, 9, 46, 20, 3, 31, 50, 48, 2), strict=True)),
}
"""Of the wrong sentences of the corpus, so many are found by each rule at the least."""

OPENING = {code: rules_for(replace(SITUATIONS["opening"], language=code)) for code in LANGUAGES}
AFTER_OFFERS = rules_for(SITUATIONS["holding"])
EVERY = list(product(LANGUAGES, RULES))


def found(rule: str, text: str, rules: Rules) -> Violation | None:
    said = folded(text)
    figures = read_figures(said, rules.language, rules.names)
    amounts = tuple(figure for figure in figures if figure.kind is Kind.AMOUNT)
    return RULES[rule](said, amounts, rules)


@pytest.mark.parametrize(("language", "rule"), EVERY)
def test_it_finds_what_is_wrong(language: str, rule: str) -> None:
    for text in FOUND[language][rule]:
        violation = found(rule, text, OPENING[language])
        assert violation is not None, text
        assert violation.reason in REASONS[rule]
        assert violation.found


@pytest.mark.parametrize(("language", "rule"), EVERY)
def test_it_says_nothing_of_what_is_right(language: str, rule: str) -> None:
    for text in SILENT[language][rule]:
        assert (text, found(rule, text, OPENING[language])) == (text, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_finds_its_share_of_the_corpus(language: str) -> None:
    situations = {
        name: rules_for(replace(told, language=language)) for name, told in SITUATIONS.items()
    }
    wrong = [each for each in sentences(language) if each.wrong]
    counted = {
        rule: sum(found(rule, each.text, situations[each.situation]) is not None for each in wrong)
        for rule in RULES
    }
    assert {rule: n for rule, n in counted.items() if n < FEWEST[language][rule]} == {}


@pytest.mark.parametrize(("language", "rule"), EVERY)
def test_all_rules_together_find_it(language: str, rule: str) -> None:
    for text in FOUND[language][rule]:
        assert check_phrases(text, OPENING[language]) is not None, text


@pytest.mark.parametrize(
    ("language", "before", "text"),
    [
        ("en", "They want to split the difference.", "You should do it."),
        ("en", "They want to split the difference.", "It's a great offer."),
        ("es", "Quieren partir la diferencia.", "Es un precio muy justo."),
    ],
)
def test_a_yes_to_what_was_said_before_is_a_yes_to_the_middle(
    language: str, before: str, text: str
) -> None:
    rules = OPENING[language]
    violation = sayings.middle(folded(text), folded(before), rules)
    assert violation is not None
    assert violation.reason is Reason.MIDDLE
    assert sayings.middle(folded(text), "", rules) is None


@pytest.mark.parametrize(
    "text",
    ["Your latest offer of $18,100 stands.", "They said no when you offered $18,000."],
)
def test_an_offer_of_the_buyers_may_be_called_so(text: str) -> None:
    assert found("misnamed", text, AFTER_OFFERS) is None


@pytest.mark.parametrize("text", ["Your offer of $23,500 stands.", "You just named $20,000."])
def test_another_price_may_not_be_called_the_buyers_offer(text: str) -> None:
    assert found("misnamed", text, AFTER_OFFERS) is not None


def test_an_earlier_price_of_the_dealers_is_one_though_fees_bring_todays_up_to_the_same() -> None:
    fee = "$23,500, and the doc fee is $1,000."
    rules = rules_for(brief("dealer_price", "b18000 d24500 d24000 d23500", said=fee))
    assert rules.named["with_extras"] == 24_500
    assert found("over_cap", "Drive it home for $24,500.", rules) is not None


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("over_cap", "Try this; pay them $25,000 as they ask."),
        ("over_cap", "They offer little, so pay them $25,000 as they ask."),
        ("over_cap", "Do not counter and pay them $25,000 as they ask."),
        ("passes_on", "Your limit is $21,500; they let you know, so tell them so."),
        ("passes_on", "Your limit is $21,500; they say so, and you tell them so."),
        ("reveals", "They will show it to others, so tell them your limit."),
        ("reveals", "Never let them know you hurry, but tell them your limit."),
        ("exceeds_figure", "Between $17,400 and $25,000, go a bit over your $21,500."),
        ("exceeds_figure", "Go a bit over your $21,500, but not to $25,000."),
        ("exceeds_figure", "You have set yourself $21,500, so go a bit over your $21,500."),
    ],
)
def test_what_is_right_in_a_sentence_hides_nothing_that_is_wrong_in_it(
    rule: str, text: str
) -> None:
    """Verbs of another part, the dealer's or denied ones, and other figures."""
    assert found(rule, text, OPENING["en"]) is not None


@pytest.mark.parametrize(("between", "is_advised"), [(45, True), (46, False)])
def test_a_verb_governs_a_price_as_far_as_it_reaches(between: int, is_advised: bool) -> None:
    """Beyond, words that tell whose price it is are taken at their word."""
    asked = " they ask "
    text = f"Pay {'x' * (between - len(asked) - 1)}{asked}$25,000."
    assert (found("over_cap", text, OPENING["en"]) is not None) == is_advised


@pytest.mark.parametrize(("between", "is_one"), [(29, True), (30, False)])
@pytest.mark.parametrize("text", ["Say: “My limit{}$17,400.”", "I can pay{}$21,500."])
def test_words_make_a_secret_of_a_price_as_far_as_they_reach(
    text: str, between: int, is_one: bool
) -> None:
    said = text.format(f" {'x' * (between - 2)} ")
    assert (found("secret", said, OPENING["en"]) is not None) == is_one


def test_a_limit_that_is_the_dealers_price_too_is_read_as_theirs() -> None:
    terms = replace(TERMS, walk_away=2_350_000)
    another = rules_for(brief("dealer_price", "b18000 d24000", terms))
    the_same = rules_for(brief("dealer_price", "b18000 d23500", terms))
    assert found("exceeds_figure", "Go a bit over the $23,500.", another) is not None
    assert found("exceeds_figure", "Go a bit over the $23,500.", the_same) is None


def test_where_no_limit_is_set_no_figure_is_one() -> None:
    """Not even one that cannot be told."""
    rules = rules_for(brief("opening", terms=replace(TERMS, walk_away=None)))
    assert found("exceeds_figure", "Go a bit over several thousand.", rules) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_once_agreed_the_deal_may_be_called_done(language: str) -> None:
    done = {"en": "Congratulations, the car is yours.", "es": "Felicidades, el carro es suyo."}
    agreed = rules_for(replace(SITUATIONS["agreed"], language=language))
    assert sayings.commits(folded(done[language]), OPENING[language]) is not None
    assert sayings.commits(folded(done[language]), agreed) is None
    said = {"en": "I have accepted their offer for you.", "es": "Ya acepté su oferta."}
    assert sayings.commits(folded(said[language]), agreed) is not None


@pytest.mark.parametrize(("said", "allowed"), [(1, True), (2, True), (0, False), (9, False)])
def test_a_round_is_one_that_was_or_is(said: int, allowed: bool) -> None:
    violation = check_phrases(f"In round {said} they came down.", AFTER_OFFERS)
    assert (violation is None) == allowed
