"""News about the car and words of consent, in many phrasings, and what only sounds like them."""

from __future__ import annotations

import pytest

from backend.domain.advice.heard import DealerTopic, dealer_topics


@pytest.mark.parametrize(
    "text",
    [
        "The car has been sold, sorry!",
        "Sorry, the car is sold. We have a 2022 for $33,000 though.",
        "It's already sold",
        "Sorry it was sold yesterday",
        "We sold it this morning",
        "I just sold the truck",
        "Sorry, sold.",
        "Unfortunately it is no longer available",
        "Someone bought it last night",
        "Somebody else already bought the car",
        "It's gone",
        "that one is gone, sorry",
        "Sold to another buyer",
        "Sale pending, sorry",
        "We no longer have it",
        "We don't have that car anymore",
        "It got sold over the weekend",
        "No, the car has been sold",
        "Another couple put a deposit on it",
        "The car isn't available anymore",
        "Ya está vendido",
        "El carro ya se vendió",
        "Lo siento, ya lo vendimos",
        "Ya no está disponible",
        "Se lo llevó otra persona. Alguien más lo compró",
        "La camioneta fue vendida ayer",
        "Ya no lo tenemos",
    ],
)
def test_a_sold_car_is_heard(text: str) -> None:
    assert DealerTopic.GONE in dealer_topics(text)
    assert DealerTopic.GONE in dealer_topics(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "It is not sold yet",
        "It hasn't been sold",
        "I sold two of these this week",
        "We've sold three at that price",
        "It will be sold by Friday",
        "If it's not sold by Sunday I'll call you",
        "It is sold as is",
        "This car was sold new here in 2019",
        "We just sold one like it for 27,000",
        "Sold! When can you pick it up?",
        "Consider it sold",
        "Sold to you",
        "That price is no longer available",
        "The discount isn't available anymore",
        "It's still available",
        "Let me know before it's sold",
        "I have other cars for sale",
        "It could be gone tomorrow",
        "No está vendido todavía",
        "Aún no se ha vendido",
        "Esa oferta ya no está disponible",
        "Vendimos dos la semana pasada",
        "¡Vendido! ¿Cuándo viene?",
        "Where else is this sold for less?",
        "Is it sold?",
        "The miles have gone up",
    ],
)
def test_a_sold_car_is_not_heard_where_none_is(text: str) -> None:
    assert DealerTopic.GONE not in dealer_topics(text)


@pytest.mark.parametrize(
    "text",
    [
        "The car was in a small accident in 2021 but it's been repaired.",
        "It had an accident",
        "There is some rust underneath",
        "minor fender bender last year",
        "it was rear ended",
        "It's been repainted",
        "A few scratches and dings",
        "has a small dent on the door",
        "The bumper has some damage",
        "Flooded in 2017 but dried",
        "Hail damage on the hood",
        "The check engine light is on",
        "It needs new tires and brakes",
        "The AC doesn't work",
        "small oil leak",
        "Clean title, but it was hit in the rear",
        "No accidents but there is some rust",
        "The transmission slips a bit",
        "windshield? cracked windshield, yes",
        "Carfax shows one accident",
        "Tuvo un accidente",
        "Fue chocado por atrás",
        "Tiene un golpe en la puerta",
        "Tiene un poco de óxido",
        "Tira aceite",
        "Necesita llantas",
        "Está repintado",
        "El aire no enfría",
        "Se calienta a veces",
    ],
)
def test_damage_is_heard(text: str) -> None:
    assert DealerTopic.DAMAGE in dealer_topics(text)
    assert DealerTopic.DAMAGE in dealer_topics(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "no accidents",
        "Never been in an accident",
        "No accidents, no damage, no rust",
        "accident-free and rust free",
        "clean title and no accidents",
        "Without any damage",
        "It has never had any leaks",
        "not a scratch on it",
        "Have you had an accident?",
        "There is no rust, dents or damage",
        "Includes rust protection and paint protection",
        "It comes with collision avoidance",
        "Any damage on your trade?",
        "Your truck has a dent, so I can give you 3,000",
        "The tires are new",
        "We need to work together on this",
        "It works great",
        "Sin accidentes ni choques",
        "Nunca ha chocado",
        "No tiene golpes",
        "Sin óxido, sin fugas",
        "ningún daño",
    ],
)
def test_damage_is_not_heard_where_none_is(text: str) -> None:
    assert DealerTopic.DAMAGE not in dealer_topics(text)


@pytest.mark.parametrize(
    "text",
    [
        "It has a salvage title",
        "rebuilt title",
        "The title is branded",
        "It was totaled by insurance",
        "lost its clean title",
        "It doesn't have a clean title",
        "lemon law buyback",
        "Tiene título salvage",
        "Es reconstruido",
        "fue pérdida total",
        "No tiene título limpio",
    ],
)
def test_a_title_that_is_not_clean_is_heard(text: str) -> None:
    assert DealerTopic.BRANDED in dealer_topics(text)
    assert DealerTopic.BRANDED in dealer_topics(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "clean title",
        "not a salvage title",
        "The engine was rebuilt",
        "no salvage, no accidents",
        "Título limpio",
        "Clean title in hand",
        "the total is 24,000",
    ],
)
def test_a_title_that_is_not_clean_is_not_heard_where_none_is(text: str) -> None:
    assert DealerTopic.BRANDED not in dealer_topics(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deal! $20,880 works, come by tomorrow to sign.",
        "We accept your offer of 20,880.",
        "You got a deal",
        "You've got yourself a deal",
        "It's a deal",
        "We have a deal",
        "Ok deal",
        "Deal.",
        "That works for me",
        "Sounds good to me",
        "Your offer has been accepted",
        "The owner says yes",
        "My manager said ok",
        "Manager approved it",
        "I'll take your offer",
        "Agreed.",
        "Sold! When can you pick it up?",
        "Consider it sold",
        "Congratulations, it's yours",
        "Yes, we can do that",
        "Trato hecho",
        "Aceptamos su oferta",
        "Está bien, se lo dejo",
        "De acuerdo",
        "Es suyo",
        "¡Vendido! ¿Cuándo viene?",
    ],
)
def test_a_yes_is_heard(text: str) -> None:
    assert DealerTopic.AGREES in dealer_topics(text)
    assert DealerTopic.AGREES in dealer_topics(text.upper())


@pytest.mark.parametrize(
    "text",
    [
        "deal breaker",
        "That's a deal breaker for me",
        "We have a deal for you",
        "I've got a great deal on a Camry",
        "If you come up a little we have a deal",
        "We agreed to drop the fee",
        "It works great, everything works",
        "That is a great deal for this car",
        "we cannot accept 20,880",
        "No deal",
        "Sorry, it has been sold",
        "I can't do that",
        "Split the difference and it's a deal",
        "If you can do 22,000 you have a deal",
        "No estoy de acuerdo",
        "No podemos aceptar eso",
        "Aceptamos tarjetas",
        "Si me da 22,000 es trato hecho",
        "Está bien cuidado",
        "No me parece bien",
        "We accept trade-ins",
        "El carro está vendido",
    ],
)
def test_a_yes_is_not_heard_where_none_is(text: str) -> None:
    assert DealerTopic.AGREES not in dealer_topics(text)


def test_nobody_praises_what_is_damaged() -> None:
    topics = dealer_topics("Clean title, great condition, but it was in a small accident in 2021.")
    assert DealerTopic.DAMAGE in topics
    assert DealerTopic.CONDITION not in topics
