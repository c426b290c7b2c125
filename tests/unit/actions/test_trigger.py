"""What a reply is about when nobody has said it: the last move."""

from __future__ import annotations

import pytest

from backend.actions.advising import trigger_now
from backend.domain.negotiation import Move, Party, Trigger

BUYER, DEALER = Party.BUYER, Party.DEALER


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ([], Trigger.OPENING),
        ([BUYER], Trigger.BUYER_OFFER),
        ([BUYER, DEALER], Trigger.DEALER_PRICE),
        ([DEALER, BUYER], Trigger.BUYER_OFFER),
    ],
)
def test_the_last_move_says_what_is_called_for(parties: list[Party], expected: Trigger) -> None:
    moves = [Move(party, 18_000_00, seq) for seq, party in enumerate(parties, start=2)]
    assert trigger_now(moves) is expected
