"""What the dealer has done so far, seen from the buyer's side."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

THEY_STAND = wordings("""
    They have not come down from {ask} yet, and a seller who has given nothing has it all still to
    give. You are {gap} apart.

    The {gap} between you is all theirs to close so far: they have not left {ask}.

    {ask} has not moved. Until it does, you would be bargaining against yourself.
""")

THEY_MOVED = wordings("""
    They have come down {conceded} so far, to {ask}, so the price does move. {gap} to go.

    Their {asking} has become {ask}: {conceded} without much of a fight. There is {gap} between you
    now.

    {conceded} off already, and {gap} between you. That tells me they want to sell this one.
""")

THEY_SLOW = wordings("""
    Their last step was {concession}, after {earlier_concession} before it. Small steps are how
    sellers ask you to believe in a bottom; {gap} are still open.

    {earlier_concession}, then {concession}: their steps shrink. Let yours be smaller still, with
    {gap} between you.

    They gave {earlier_concession} and then {concession}, so they feel the floor coming. You are
    {gap} apart, and patience is cheap.
""")

THEY_ROSE = wordings("""
    And they went up, from {previous_ask} to {ask}. Do not chase a price that runs away.

    Note that they raised it by {raised}, to {ask}. That is a tactic, not a value.

    They asked {previous_ask} before and {ask} now. Hold them to the first of the two.
""")

TWICE = wordings("""
    That is {previous_offer} and then {offer} without a price from them in between. Do not bid
    against yourself; the next number has to be theirs.

    You went from {previous_offer} to {offer} and they did not have to lift a finger. From here on,
    no number of yours without one of theirs.

    Two offers in a row is one too many: {own_step} given away for nothing. Now wait for an answer.
""")

LEVERAGE = wordings("""
    Remember who can leave: you. There are more cars than buyers with their mind made up.

    You can always walk away, and the seller knows it better than you do.

    Your best argument costs nothing: being fine without this one.

    If it feels slow, good. Slow is expensive for them and free for you.
""")
