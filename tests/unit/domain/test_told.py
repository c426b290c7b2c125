"""What the adviser makes of money, consent and news in a dealer's message."""

from __future__ import annotations

import re

import pytest

from backend.domain.advice.brief import Brief, Speaker, Utterance
from backend.domain.advice.drafts.composing import draft_for, purpose_of
from backend.domain.advice.drafts.draft import Kind, Purpose, Tone
from backend.domain.advice.figures import figures
from backend.domain.advice.playbook import compose
from backend.domain.advice.told import Yes, is_all_in, told_by_dealer
from backend.domain.negotiation import Terms
from backend.domain.vehicle import Vehicle
from backend.locales import LANGUAGES
from tests.unit.domain.briefs import brief

CRV = Vehicle(2020, "Honda", "CR-V", mileage=30_000)
TERMS = Terms(asking=2_990_000, target=2_400_000, walk_away=2_600_000)
NEW_PRICE = re.compile(
    r"[Ee]nter it as the dealer's offer|record it as one|add it as the dealer's offer"
)

every_variation = pytest.mark.parametrize("variation", range(3))


def message(said: str, told: str = "b20880", terms: Terms = TERMS, **fields: object) -> Brief:
    return brief("dealer_message", told, terms, said=said, vehicle=CRV, **fields)


def price(said: str, told: str, terms: Terms = TERMS, **fields: object) -> Brief:
    return brief("dealer_price", told, terms, said=said, vehicle=CRV, **fields)


@pytest.mark.parametrize(
    "said",
    [
        "Deal! $20,880 works, come by tomorrow to sign.",
        "We accept your offer of 20,880.",
        "OK 20,880",
        "20,880 is fine with us",
        "You can have it for 20,880",
        "My manager approved 20,880",
        "It's yours for 20,880",
        "I can do 20,880 if you come today",
        "Fine, you win. 20880. Another buyer is coming tonight!",
        "Agreed at 20.88k, can you come by at noon?",
        "Aceptamos su oferta de 20,880",
        "Trato hecho, $20,880 y es suyo",
        "Está bien, se lo dejo en 20,880",
    ],
)
@every_variation
def test_a_yes_to_the_buyers_number_wins_over_all_else(said: str, variation: int) -> None:
    told = message(said, variation=variation)
    assert told_by_dealer(told).yes is Yes.NAMED
    text = compose(told)
    first = text.split("\n\n")[0]
    assert "yes" in first
    assert "$20,880" in first
    assert "as the dealer's offer" in first
    assert re.search(r"in writing|on paper", text)
    assert "$21,088.80" not in text


@pytest.mark.parametrize(
    "said", ["That works for me", "You have a deal", "Your offer has been accepted", "Trato hecho"]
)
def test_a_yes_without_the_number_is_to_be_confirmed(said: str) -> None:
    told = message(said)
    assert told_by_dealer(told).yes is Yes.HINTED
    assert "$20,880" in compose(told).split("\n\n")[0]
    assert told_by_dealer(message(said, "")).yes is None


@pytest.mark.parametrize(
    "said",
    [
        "we cannot accept 20,880",
        "Your offer of $20,880 is insulting.",
        "20,880?",
        "You said 20,880?",
        "So your number is 20,880. Let me ask my manager.",
        "20,880 is too low",
        "That is a deal breaker",
        "Would you do 22,000? Then we have a deal.",
        "If you come up a little we have a deal",
        "I have a buyer at 20,880 already",
        "Split the difference and it's a deal",
        "No podemos aceptar 20,880",
        "The car has been sold",
    ],
)
def test_what_is_no_yes(said: str) -> None:
    assert told_by_dealer(message(said)).yes is None


@every_variation
def test_a_yes_to_more_than_is_advised_is_no_reason_to_buy(variation: int) -> None:
    told = message("Deal, 27,000 it is!", "b27000", variation=variation)
    text = compose(told)
    assert re.search(r"signed nothing|nothing is signed", text)
    assert "$26,000" not in " ".join(re.findall("“[^”]*”", text))
    assert "Thank you" not in text


@pytest.mark.parametrize(
    "said",
    [
        "The car was in a small accident in 2021 but it's been repaired.",
        "Your offer of $20,880 is insulting.",
        "$399/month for 72 months with $2,000 down",
        "There is a $1,599 doc fee.",
        "It has 142,000 miles, call me at 555 0142",
        "We still want 29,900 for it",
        "Sorry, the car is sold. We have a 2022 for $33,000 though.",
    ],
)
@every_variation
def test_nothing_else_is_called_a_new_price(said: str, variation: int) -> None:
    assert not NEW_PRICE.search(compose(message(said, variation=variation)))


@pytest.mark.parametrize("said", ["How about 26,500?", "We could let it go at 25,900 today only"])
@every_variation
def test_a_new_price_is_to_be_recorded(said: str, variation: int) -> None:
    text = compose(message(said, variation=variation))
    assert re.search(r"dealer's\s+offer|record it as one", text)


@pytest.mark.parametrize(
    "said", ["The car has been sold, sorry!", "Ya está vendido", "Sorry, sold. Come see a 2022!"]
)
@every_variation
def test_a_sold_car_is_no_reason_to_go_up(said: str, variation: int) -> None:
    text = compose(message(said, variation=variation))
    assert re.search(r"gone|[Ss]old", text)
    assert re.search(r"new negotiation|another negotiation", text)
    assert "$21,088.80" not in text
    assert "tread" not in text


@pytest.mark.parametrize("said", ["It was in an accident in 2021.", "Some rust, clean title"])
@every_variation
def test_damage_is_an_argument_for_less(said: str, variation: int) -> None:
    text = compose(message(said, variation=variation))
    assert re.search(r"argument for less|reason to pay less|let the price pay", text)
    assert "inspection" in text or "mechanic" in text
    assert "good shape" not in text


def test_damage_told_with_a_price_worth_taking_is_not_passed_over() -> None:
    text = compose(price("23,500, but it was in an accident", "b20880 d23500"))
    assert "mechanic" in text or "inspection" in text
    assert "$23,500" in text.split("\n\n")[0]


@pytest.mark.parametrize(
    ("said", "down", "in_all"),
    [
        ("$399/month for 72 months with $2,000 down", 200_000, "$30,728"),
        ("Only $389 a month for 60 months!", None, "$23,340"),
        ("$450 al mes por 72 meses con 1,000 de enganche", 100_000, "$33,400"),
    ],
)
@every_variation
def test_payments_are_added_up(said: str, down: int | None, in_all: str, variation: int) -> None:
    told = message(said, variation=variation)
    assert told_by_dealer(told).down == down
    assert figures(told)["payments_in_all"] == in_all
    assert in_all in compose(told)


def test_payments_are_compared_with_the_price() -> None:
    assert "$828" in compose(message("$399/month for 72 months with $2,000 down"))
    under = message("Only $389 a month for 60 months!")
    assert figures(under)["payments_under_ask"] == "$6,560"
    assert re.search(r"missing|due at the end", compose(under))
    assert "payments_in_all" not in figures(message("Only $389 a month!"))


@pytest.mark.parametrize(
    ("said", "extras", "total"),
    [
        (
            "$24,200 plus a $599 doc fee, and another couple is coming tonight",
            "doc fee ($599)",
            "$24,799",
        ),
        (
            "24,200 plus $599 doc fee and $199 VIN etching, today only",
            "doc fee ($599), VIN etching ($199)",
            "$24,998",
        ),
        ("There is a $599 doc fee.", "doc fee ($599)", "$30,499"),
        ("24.200 dólares más 400 de gestión", "doc fee ($400)", "$24,600"),
        ("24,200 plus a $599 doc fee and a protection package", None, None),
    ],
)
@every_variation
def test_fees_are_named_and_added_up(
    said: str, extras: str | None, total: str | None, variation: int
) -> None:
    told = message(said, variation=variation)
    text = compose(told)
    assert figures(told).get("with_extras") == total
    assert (total or "$599") in text
    if extras is not None:
        assert figures(told)["extras"] == extras
        assert extras in text
    assert re.search(r"come off|drop|Name each", text)


def test_taxes_are_no_extras() -> None:
    assert "extras" not in figures(message("24,200 plus tax, title and registration"))


def test_a_step_is_counted_less_the_fees_that_come_with_it() -> None:
    told = price("$29,100 plus a $599 doc fee", "b20880 d29100")
    assert figures(told)["concession"] == "$800"
    assert figures(told)["net_concession"] == "$201"
    assert "$201" in compose(told)
    eaten = price("$29,500 plus a $599 doc fee", "b20880 d29500")
    assert "net_concession" not in figures(eaten)
    assert re.search(r"take it all back|take with the other", compose(eaten))


OUT_THE_DOOR = "$23,500 out the door"


@every_variation
def test_an_all_in_price_is_not_undone(variation: int) -> None:
    told = price(OUT_THE_DOOR, "b20880 d23500", variation=variation)
    assert is_all_in(told)
    text = compose(told)
    assert not re.search(r"plus tax|but tax|all fees listed|every fee listed", text)
    assert "$23,500" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", Kind)
@every_variation
def test_a_draft_does_not_undo_an_all_in_price(
    kind: Kind, tone: Tone, language: str, variation: int
) -> None:
    talk = (Utterance(Speaker.DEALER, OUT_THE_DOOR, 3),)
    told = price("", "b20880 d23500", talk=talk, language=language, variation=variation)
    assert purpose_of(told) is Purpose.CLOSE
    text = draft_for(told, kind, tone).text
    assert "$23,500" in text
    assert not re.search(r"\b(tax|fees?|impuestos|cargos?)\b", text)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((OUT_THE_DOOR,), True),
        (("$23,500 plus tax and title",), False),
        ((OUT_THE_DOOR, "That is $23,500 plus tax"), False),
        ((OUT_THE_DOOR, "$23,500, as I said"), True),
        (("$24,500 out the door",), False),
        ((), False),
    ],
)
def test_the_latest_word_on_the_price_counts(lines: tuple[str, ...], expected: bool) -> None:
    talk = tuple(Utterance(Speaker.DEALER, line, 3 + place) for place, line in enumerate(lines))
    assert is_all_in(price("", "b20880 d23500", talk=talk)) is expected


@every_variation
def test_fees_after_an_all_in_price_are_part_of_it(variation: int) -> None:
    talk = (Utterance(Speaker.DEALER, "$28,000 out the door", 3),)
    told = message("There is also a $599 doc fee.", "b20880 d28000", talk=talk, variation=variation)
    assert "with_extras" not in figures(told)
    text = compose(told)
    assert "doc fee ($599)" in text
    assert re.search(r"in it already|part of that price", text)
    assert "I pay" not in text


def test_a_draft_answers_the_dealers_price() -> None:
    told = price("", "b20880 d28000")
    assert purpose_of(told) is Purpose.HOLD
    for tone in Tone:
        text = draft_for(told, Kind.TEXT, tone).text
        assert "$28,000" in text
        assert "$20,880" in text
    assert "$28,000" not in draft_for(message("Hello", "b20880"), Kind.TEXT, Tone.FIRM).text
