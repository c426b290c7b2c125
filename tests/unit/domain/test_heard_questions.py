"""What buyers ask, in many ways to ask it, and what is none of it."""

from __future__ import annotations

import pytest

from backend.domain.advice.heard import (
    BuyerTopic,
    buyer_topics,
    is_readable,
    sounds_like_a_question,
)

ASKED: dict[BuyerTopic, tuple[str, ...]] = {
    BuyerTopic.MY_LIMIT: (
        "What is my walk-away price?",
        "what's my limit again",
        "Remind me of my maximum",
        "tell me my walk away price",
        "What limit did I set?",
        "I want to know my budget",
        "Could I go to my limit?",
        "Where do I walk away?",
        "¿Cuál es mi límite?",
        "¿Cuánto es mi máximo?",
        "Recuérdeme mi límite",
        "¿A qué precio me retiro?",
        "¿Puedo llegar a mi límite?",
    ),
    BuyerTopic.MY_TARGET: (
        "What is my target?",
        "what was my target price",
        "Remind me what my goal",
        "How much did I want to pay?",
        "¿Cuál es mi meta?",
        "¿Cuánto quería pagar?",
    ),
    BuyerTopic.MY_OFFER: (
        "What did I offer?",
        "What is my offer so far?",
        "¿Cuánto ofrecí?",
        "¿Cuál fue mi última oferta?",
    ),
    BuyerTopic.THEIR_PRICE: (
        "What are they asking?",
        "What did the dealer offer?",
        "what's their latest price",
        "How much have they come down?",
        "¿Cuánto piden?",
        "¿Cuál es su precio?",
    ),
    BuyerTopic.ROUNDS: (
        "How many offers do I have left?",
        "What round is this?",
        "¿Cuántas rondas quedan?",
        "¿En qué ronda estamos?",
    ),
    BuyerTopic.GAP: ("How far apart are we?", "What's the gap?", "¿Cuál es la diferencia?"),
    BuyerTopic.ACCEPT: (
        "Should I take the deal or wait?",
        "Should I accept their offer of 19,900?",
        "Can I take the 19,900 they offered?",
        "should I buy the car",
        "Should I go ahead?",
        "¿Debo aceptar la oferta?",
        "¿Conviene comprar el carro?",
        "¿Puedo aceptarlo ya?",
    ),
    BuyerTopic.WARRANTY: (
        "Should I buy the extended warranty?",
        "Is gap insurance worth it?",
        "They push a service contract",
        "¿Debería comprar la garantía extendida?",
    ),
    BuyerTopic.TIMING: (
        "When should I call them?",
        "What is the best day of the month to buy?",
        "Should I buy now or wait until the end of the year?",
        "Should I wait a week?",
        "¿Cuándo los llamo?",
        "¿Cuál es el mejor día para comprar?",
        "¿Conviene esperar a fin de mes?",
    ),
    BuyerTopic.CHANNEL: (
        "Should I call or text them?",
        "Should I go there?",
        "Is it better in person?",
        "¿Mejor llamar o escribir?",
        "¿Les escribo?",
    ),
    BuyerTopic.TRUST: (
        "Can I trust the dealer?",
        "is he lying",
        "Are they honest?",
        "Is it a bluff or a scam?",
        "¿Puedo confiar en el vendedor?",
        "¿Será mentira?",
    ),
    BuyerTopic.TITLE: ("Is a salvage title a problem?", "¿Y si el título no está a su nombre?"),
    BuyerTopic.HISTORY: (
        "Is the Carfax enough?",
        "How many owners did it have?",
        "Has it been in an accident?",
        "¿Pido el historial?",
        "¿Ha tenido algún accidente?",
    ),
    BuyerTopic.MILEAGE: (
        "Can you tell me how many miles is too many?",
        "Is that high mileage?",
        "¿Cuántas millas son demasiadas?",
    ),
    BuyerTopic.INSPECTION: (
        "Should I check for rust?",
        "What should I look for?",
        "¿Tiene óxido?",
    ),
    BuyerTopic.OUT_THE_DOOR: (
        "what does out the door mean?",
        "What's an OTD price?",
        "¿Qué significa precio final?",
    ),
    BuyerTopic.INSURANCE: ("Do I need insurance?", "¿Necesito seguro?"),
    BuyerTopic.PAPERWORK: (
        "what happens after I accept?",
        "Which documents do I need for the contract?",
        "¿Qué papeles necesito?",
    ),
    BuyerTopic.GOOD_DEAL: (
        "What do you think about the offer?",
        "is the asking price fair?",
        "¿Es un buen precio?",
        "¿Qué opina de la oferta?",
    ),
    BuyerTopic.HOW_MUCH: ("can i get 10% off?", "Any discount?", "¿Me darán un descuento?"),
    BuyerTopic.HURRY: ("I'm afraid of losing it today, I need it soon", "No quiero perderlo"),
    BuyerTopic.SAY: ("can you write me a text?", "write me an email", "¿Qué les digo?"),
    BuyerTopic.DEPOSIT: (
        "Should I put down a deposit?",
        "Can they hold the car for me?",
        "¿Dejo un depósito?",
    ),
    BuyerTopic.RIVAL: (
        "Should I mention the other dealer's price?",
        "I found one cheaper in Dallas",
        "I have a quote from another dealer",
        "Encontré uno más barato",
    ),
    BuyerTopic.EXTRAS: (
        "Could they throw in something?",
        "Should I ask for floor mats?",
        "¿Les pido los tapetes?",
    ),
    BuyerTopic.TRADE_IN: ("Should I mention my trade-in?", "¿Y mi carro viejo?"),
    BuyerTopic.FINANCING: ("Should I take their loan?", "Do I pay cash?", "¿Pago de contado?"),
    BuyerTopic.DISAGREE: (
        "You are wrong",
        "that's wrong",
        "That makes no sense",
        "I don't agree",
        "You didn't answer my question",
        "you already said that",
        "bad advice",
        "Está equivocado",
        "No estoy de acuerdo",
        "No contestó mi pregunta",
    ),
    BuyerTopic.SOMETHING: (
        "What should I say about the color?",
        "what about the sunroof?",
        "How do I bring up the missing manual?",
        "¿Qué les digo del color?",
        "¿Cómo pregunto por el manual?",
    ),
    BuyerTopic.OK: ("ok", "OK!", "Got it.", "yes", "great", "sounds good", "sí", "Vale", "listo"),
    BuyerTopic.NO: ("No", "nope.", "no thanks", "not now", "No quiero"),
    BuyerTopic.THANKS: ("thanks", "ok thanks", "thank you so much", "gracias"),
    BuyerTopic.ABOUT: ("what can I ask?", "help", "ayuda"),
}


@pytest.mark.parametrize(
    ("said", "topic"), [(said, topic) for topic, lines in ASKED.items() for said in lines]
)
def test_what_is_answered_first(said: str, topic: BuyerTopic) -> None:
    assert buyer_topics(said)[:1] == (topic,)
    assert buyer_topics(f"  {said.upper()} ")[:1] == (topic,)


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("They want to know what is my budget", BuyerTopic.MY_LIMIT),
        ("They asked for my target", BuyerTopic.MY_TARGET),
        ("Should I tell them my limit?", BuyerTopic.MY_LIMIT),
        ("Should I buy the extended warranty?", BuyerTopic.ACCEPT),
        ("Should I take my wife along?", BuyerTopic.ACCEPT),
        ("Can I buy it cheaper?", BuyerTopic.ACCEPT),
        ("¿Debería comprar la garantía?", BuyerTopic.ACCEPT),
        ("When should I call them?", BuyerTopic.CHANNEL),
        ("It's 200 miles away", BuyerTopic.MILEAGE),
        ("What is the best day of the month?", BuyerTopic.FINANCING),
        ("There is a lot of interest", BuyerTopic.FINANCING),
        ("Should I use my tax refund?", BuyerTopic.FEES),
        ("Can I trust them?", BuyerTopic.DAMAGE),
        ("No, they said 20,000", BuyerTopic.NO),
        ("no idea", BuyerTopic.NO),
        ("ok but what about the fees?", BuyerTopic.OK),
        ("They didn't answer my question", BuyerTopic.DISAGREE),
        ("Is it the wrong time?", BuyerTopic.DISAGREE),
        ("What should I say about it?", BuyerTopic.SOMETHING),
        ("What should I say about their price?", BuyerTopic.SOMETHING),
    ],
)
def test_what_it_is_not(said: str, topic: BuyerTopic) -> None:
    assert topic not in buyer_topics(said)


@pytest.mark.parametrize(
    "said",
    [
        None,
        "",
        "asdf",
        "a a a",
        "\U0001f600\U0001f697",
        "مرحبا كيف حالك",
        "你好",
        "qwerty zxcv",
        "???",
    ],
)
def test_what_nobody_can_read(said: str | None) -> None:
    assert not is_readable(said)
    assert buyer_topics(said) == ()


@pytest.mark.parametrize(
    "said", ["how's the weather", "My wife likes the blue one", "Mi esposa quiere el azul"]
)
def test_what_can_be_read_though_it_has_no_topic(said: str) -> None:
    assert is_readable(said)
    assert buyer_topics(said) == ()


def test_questions_that_have_no_question_mark() -> None:
    assert sounds_like_a_question("how's the weather")
    assert sounds_like_a_question("Quién gana el domingo")
    assert not sounds_like_a_question("My wife likes the blue one")
