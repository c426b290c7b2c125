"""What Spanish lines are about."""

from __future__ import annotations

import pytest

from backend.domain.advice.heard import (
    BuyerTopic,
    DealerTopic,
    buyer_topics,
    dealer_topics,
    relays_an_amount,
)
from backend.domain.advice.playbook import compose
from tests.unit.domain.briefs import brief


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("¿Debería aceptar?", BuyerTopic.ACCEPT),
        ("Lo acepto, ¿no?", BuyerTopic.ACCEPT),
        ("¿Y si nos vamos a mitad de camino?", BuyerTopic.HALFWAY),
        ("¿Les digo mi presupuesto?", BuyerTopic.LIMIT),
        ("No me contestan desde el lunes.", BuyerTopic.SILENCE),
        ("No se mueven del precio.", BuyerTopic.WONT_BUDGE),
        ("¿Por qué tan bajo?", BuyerTopic.WHY),
        ("Es muy bajo, se van a ofender.", BuyerTopic.TOO_LOW),
        ("¿Y mi carro usado?", BuyerTopic.TRADE_IN),
        ("¿Qué hago con los cargos de trámite?", BuyerTopic.FEES),
        ("¿Llevo un mecánico?", BuyerTopic.INSPECTION),
        ("¿Conviene un préstamo del banco?", BuyerTopic.FINANCING),
        ("Mejor me voy.", BuyerTopic.WALK),
        ("¿Es un buen precio?", BuyerTopic.GOOD_DEAL),
        ("¿Cuánto ofrezco?", BuyerTopic.HOW_MUCH),
        ("¿Es usted un robot?", BuyerTopic.ABOUT),
        ("Quiero gastar menos.", BuyerTopic.PLAN),
        ("Estoy nerviosa.", BuyerTopic.NERVOUS),
        ("Lo necesito urgente.", BuyerTopic.HURRY),
        ("¿Qué les digo?", BuyerTopic.SAY),
        ("Muchas gracias", BuyerTopic.THANKS),
        ("¡Hola!", BuyerTopic.HELLO),
    ],
)
def test_a_buyers_question(said: str, topic: BuyerTopic) -> None:
    assert buyer_topics(said)[0] is topic


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("¿Cuál es su presupuesto?", DealerTopic.ASKS_LIMIT),
        ("Partimos la diferencia y listo.", DealerTopic.HALFWAY),
        ("Este precio es solo hoy.", DealerTopic.DEADLINE),
        ("Tengo otros compradores interesados.", DealerTopic.OTHER_BUYER),
        ("Le queda en pagos cómodos al mes.", DealerTopic.MONTHLY),
        ("Hay un cargo de trámite.", DealerTopic.FEES),
        ("Es mi último precio.", DealerTopic.FINAL),
        ("No puedo, perdería dinero.", DealerTopic.REFUSAL),
        ("Tengo que hablar con mi gerente.", DealerTopic.MANAGER),
        ("Está por debajo del valor del mercado.", DealerTopic.MARKET),
        ("Hágame una oferta.", DealerTopic.ASKS_OFFER),
        ("Venga a verlo.", DealerTopic.COME_IN),
        ("Un solo dueño, como nuevo.", DealerTopic.CONDITION),
        ("Trato hecho.", DealerTopic.AGREES),
    ],
)
def test_a_dealers_words(said: str, topic: DealerTopic) -> None:
    assert dealer_topics(said)[0] is topic


def test_a_relayed_price() -> None:
    assert relays_an_amount("El vendedor dijo 23 mil.")
    assert not relays_an_amount("¿Ofrezco 23 mil?")


def test_the_playbook_answers_a_spanish_question_in_spanish() -> None:
    told = brief("chat", "b18000 d24000", said="¿Debería aceptar?", language="es")
    assert "No" in compose(told).split("\n\n")[0] or "Yo no" in compose(told)
    assert "$24,000" in compose(told).split("\n\n")[0]
