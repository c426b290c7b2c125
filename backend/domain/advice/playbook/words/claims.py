"""When dealers praise, ask, or come round."""

from __future__ import annotations

from backend.domain.advice.heard import DealerTopic
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.wording import wordings

CLAIMS = {
    DealerTopic.ASKS_LIMIT: Counsel(
        tells=wordings("""
            They want your budget. Whoever hears it sells you exactly that, so it stays with you.

            Asking what you can spend is the oldest question on the lot. Answer with your offer,
            never with your limit.

            Do not tell them what you could pay. It is about what the car is worth, and that is
            theirs to argue.
        """),
        says=wordings("""
            My budget is not the question, the {model} is. What is your best price for it?

            I would rather talk about the car than about my wallet. What can you do on the price?

            I decide by the car and not by a budget. Show me your number and I will tell you.
        """),
    ),
    DealerTopic.ASKS_OFFER: Counsel(
        tells=wordings("""
            They want a number from you. Fine, you have one, and it is a low one with a reason.

            Asking you to go first is an invitation to bid high. Stay with the plan.

            They fish for an offer. Give the planned number and nothing around it.
        """),
        says=wordings("""
            You know the car better than I do. What is the lowest you would be comfortable with?

            I will be straight with you, once: tell me what works and I will tell you if it does for
            me.

            Before I answer: which fees would come on top of it?
        """),
    ),
    DealerTopic.MARKET: Counsel(
        tells=wordings("""
            They say that it is worth it. Ask for the proof: real ads, same year, same mileage.

            A claim about the market is only as good as the listings behind it. Bring your own,
            lowest first.

            Calling it a great price is their job. Two or three comparable ads near you will show
            whether it is.
        """),
        says=wordings("""
            Which comparable cars do you mean? I would like to see those ads.

            I have to go by what I find for a {car} myself. What is your best number?

            If it is priced that well, somebody will take it soon. I would need a better number.
        """),
    ),
    DealerTopic.CONDITION: Counsel(
        tells=wordings("""
            They praise the car instead of moving on the price. Good condition is what the ad
            already charged for.

            Nice things to hear, and all of them want proof: history report, receipts, an inspection
            by your own mechanic.

            Whatever is new on it was due anyway. It is a reason to buy the car, not to pay more.
        """),
        says=wordings("""
            That is good to hear. Can you send me the history report and the receipts?

            I am counting on it being in good shape, and an inspection will tell.

            Then an inspection by my mechanic should be no problem, should it?
        """),
    ),
    DealerTopic.AGREES: Counsel(
        tells=wordings("""
            That sounds like a yes. Pin it down before anyone remembers a fee.

            Good signs. A yes is worth something once it is on paper, so make that the next step.

            They seem willing. Have the exact number confirmed before you make plans.
        """),
        says=wordings("""
            Good to hear. Please confirm the out-the-door price in writing, with all fees.

            Then send me the full sheet and I will read it tonight.

            Just so we mean the same: what is the total, with everything in it?
        """),
    ),
    DealerTopic.SWEETENER: Counsel(
        tells=wordings("""
            Extras are cheaper for them than they sound. Take them on top of your price, never
            instead of it.

            They offer you things so as not to offer you money. Say thank you and stay with the
            number.

            A gift on top is nice once the price is right. Until then it is a way to change the
            subject.
        """),
        says=wordings("""
            That is kind. I would rather have it off the price. What would that come to?

            Keep the extras and take their worth off the price, then we are talking.

            Thank you, I will gladly take that along once the price fits.
        """),
    ),
}
