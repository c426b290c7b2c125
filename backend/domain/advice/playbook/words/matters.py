"""When buyers ask about the car or the paperwork."""

from __future__ import annotations

from backend.domain.advice.heard import BuyerTopic
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.wording import wordings

MATTERS = {
    BuyerTopic.TRADE_IN: Counsel(
        tells=wordings("""
            Keep your trade-in out of it until the price of this one is settled. Get an outside
            quote for it first, so that you know what it brings.

            Two deals, one after the other: first this car, then yours. Mixed together, what they
            give on one they take back on the other.

            If they ask about a trade-in, say that you have not decided. It costs you nothing and
            keeps the price clean.
        """),
        says=wordings("""
            Let us talk about the {model} first. I have not decided about my old car.

            Please give me the price without any trade-in.

            One thing at a time: what is your number for the {model}?
        """),
    ),
    BuyerTopic.FINANCING: Counsel(
        tells=wordings("""
            Settle the price before you talk about how it is paid. Have a quote from your bank or
            credit union in your pocket; then their loan has to beat it.

            Bargain over the full price, never over a payment. And keep open whether you finance: as
            long as they hope to earn on a loan, they bend on the price.

            Cash is no trump at a dealership, they earn on loans. Say that you are open, and decide
            once the price is on paper.
        """),
        says=wordings("""
            I am open on how to pay. First I need the price.

            What is the out-the-door price? We can talk about financing afterwards.

            Is the price the same with and without your financing?
        """),
    ),
    BuyerTopic.FEES: Counsel(
        tells=wordings("""
            Only the total counts. Ask for the out-the-door price with each fee on its own line, and
            strike what you did not order.

            Tax, title and registration you have to pay. Doc fees, protection packages and
            warranties are theirs, so they are open to bargaining like the price itself.

            Add-ons are the easiest money they make. Say no to each once, and say it before you sit
            down.
        """),
        says=wordings("""
            Please send me the out-the-door price with every fee listed.

            I do not want the add-ons. What is the total without them?

            Which of these fees are required by the state?
        """),
    ),
    BuyerTopic.INSPECTION: Counsel(
        tells=wordings("""
            Have it inspected by a mechanic of your own choice before money moves, and get a history
            report by the VIN. Everything found is a reason for a lower price.

            Check title, history report and service records first. A seller who balks at an
            inspection has told you what you need to know.

            Drive it cold, from a standstill to highway speed, and have a mechanic look underneath.
            It costs little next to one surprise.
        """),
        says=wordings("""
            I would like my mechanic to look at it before we settle. When would that suit you?

            Could you send me the VIN and the history report?

            Are there any warning lights, leaks or accidents that I should know of?
        """),
    ),
}
