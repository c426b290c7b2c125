"""A network model is told what a long talk began with, though none of its words."""

from __future__ import annotations

from backend.actions.advising import TALK_LIMIT
from tests.integration.llm.conftest import MakeHouse
from tests.support.model_server import ModelServer, Script


def test_what_lies_before_the_talk_is_summed_up(make_house: MakeHouse, server: ModelServer) -> None:
    home = make_house(chain="openai:first")
    server.script = Script(text="Hold your number. They have time, and so do you.")
    buyer = home.buyer()
    negotiation_id = home.opened(buyer)
    home.offer(buyer, negotiation_id, 18_000_00)
    home.dealer_message(
        buyer, negotiation_id, "18,000 is too low, and there is a $499 doc fee. Today only!"
    )
    home.work()
    first = str(server.requests[-1])
    assert "Today only" in first
    assert "EARLIER" not in first
    for _ in range(TALK_LIMIT // 2):
        home.chat(buyer, negotiation_id)
        home.work()
    last = str(server.requests[-1])
    assert "Today only" not in last
    for told in (
        "round 1: the buyer offered $18,000",
        "the dealer refused the offer of $18,000",
        "the dealer has set a deadline before",
        "the dealer named a fee: doc fee, $499",
    ):
        assert told in last
