"""When dealers talk of money other than the price."""

from __future__ import annotations

from backend.domain.advice.heard import DealerTopic
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.wording import wordings

TERMS = {
    DealerTopic.MONTHLY: Counsel(
        tells=wordings("""
            They talk in payments. Any price looks small when it is stretched over enough months, so
            go back to the total.

            A monthly figure hides price, rate and term in one. Talk about the price of the car
            alone.

            Do not bargain over a payment: a longer loan lowers it without giving you a cent.
        """),
        says=wordings("""
            Let us settle the price of the {model} first. How it is paid comes after.

            What is the full price, out the door? I do not compare payments.

            I need the total, the rate and the term on paper, each on its own line.
        """),
    ),
    DealerTopic.FEES: Counsel(
        tells=wordings("""
            Fees and add-ons are where a discount quietly goes back. Only tax, title and
            registration go to the state; the rest is theirs to drop.

            Look at the extras line by line. What you did not order, you do not pay, and a doc fee
            that cannot be removed can be taken off the price.

            Treat every fee as part of the price. If it stays on the sheet, the car has to get
            cheaper by as much.
        """),
        says=wordings("""
            Which of these fees can you drop? I pay tax, title and registration, not extras.

            If the fee has to stay, take it off the price of the car.

            Send me every fee on its own line. I pay tax, title and registration.
        """),
    ),
    DealerTopic.TRADE_IN: Counsel(
        tells=wordings("""
            Keep the trade-in out of this. With two prices on the table they give on one and take on
            the other.

            A trade-in muddies the number. First settle this car, then sell yours to whoever pays
            most.

            They can look generous on your old car and earn it back on this one. One deal at a time.
        """),
        says=wordings("""
            Let us price the {model} as if there were no trade-in.

            I may sell my car elsewhere. What is your price without it?

            First this car, then mine. What is your number?
        """),
    ),
    DealerTopic.FINANCING: Counsel(
        tells=wordings("""
            Financing is a second sale. Settle the price first, and bring a quote from your own bank
            or credit union.

            They earn on the loan as well. Do not let a rate pay for a price.

            Do not say yet how you will pay: as long as they hope for the loan, the price is softer.
        """),
        says=wordings("""
            I am open on financing once the price is settled.

            Price first. Then show me your rate and I will hold it against my bank's.

            Is this price the same however I pay?
        """),
    ),
    DealerTopic.OUT_THE_DOOR: Counsel(
        tells=wordings("""
            Good that the full price comes up. Compare only totals: car, fees, tax and registration
            on one sheet.

            Make sure whether their number includes tax and fees. The same price with fees on top is
            not the same price.

            Now get the whole sheet. The price of the car is what you bargain over, the total is
            what you pay.
        """),
        says=wordings("""
            Please send the full breakdown: car, each fee, tax, title, registration.

            Is that everything, out the door, or does something come on top?

            I would like that as one total in writing, please.
        """),
    ),
}
