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

            Tax, title and registration you have to pay. Doc fees and protection packages are
            theirs, so they are open to bargaining like the price itself.

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
    BuyerTopic.WARRANTY: Counsel(
        tells=wordings("""
            An extended warranty is a purchase of its own, and nothing about it has to be decided at
            the desk. You can buy one later and elsewhere, often for less.

            I would not sign for it together with the car. Find out what is left of the factory
            warranty, then read what the contract leaves out.

            Leave the warranty until the price of the car is on paper. Their first quote for it is
            as open to bargaining as anything else they sell.
        """),
        says=wordings("""
            No warranty for now, thank you. What is the price of the {model} without it?

            Please send me the warranty contract, so that I can read it at home.

            How much of the factory warranty is left on the {model}?
        """),
    ),
    BuyerTopic.TITLE: Counsel(
        tells=wordings("""
            See the title before any money moves: in the seller's name, without a lien, and not
            marked salvage or rebuilt. Such a mark takes value off for good.

            A title that is not clean changes the whole price, because insurers and the next buyer
            will hold it against the car. Check the VIN yourself before you believe an ad.
        """),
        says=wordings("""
            Can you send me a photo of the title, front and back?

            Is the title clean and in your name, and is there a lien on it?
        """),
    ),
    BuyerTopic.HISTORY: Counsel(
        tells=wordings("""
            Get a history report by the VIN, and read it for accidents, owners and gaps in the
            mileage. It shows only what was reported, so a mechanic still has to look.

            Ask for the VIN and the service records today. Who took care of a car has them, and
            what is missing is an argument for less.
        """),
        says=wordings("""
            Could you send me the VIN and the history report?

            Has it ever been in an accident, and can I see the service records?
        """),
    ),
    BuyerTopic.MILEAGE: Counsel(
        tells=wordings("""
            There is no fixed number for too many. Hold {mileage} against other ads for a {car}, and
            trust receipts more than the odometer.

            Miles become too many when the big services are due and nobody has done them. Ask what
            was done and when, and take what is missing off the price.

            Judge miles by age: a {year} car that has more of them than others in the ads has to be
            cheaper than those.
        """),
        says=wordings("""
            Which services are done on this {model}, and at what mileage?

            What is due next on this {model}, and will you take it off the price?
        """),
    ),
    BuyerTopic.DEPOSIT: Counsel(
        tells=wordings("""
            Pay a deposit only on a price that is on paper, by card, and refundable in writing.
            Money that they hold already bargains for them.

            I would not leave one just to be taken seriously. If you must have the car held, make it
            small, refundable, and on paper.
        """),
        says=wordings("""
            A refundable deposit is possible once I have the price in writing. Can you send me that?

            Would the deposit be refundable, and can I have that in writing?
        """),
    ),
    BuyerTopic.OUT_THE_DOOR: Counsel(
        tells=wordings("""
            Out the door means all that you pay: the price of the car, every fee, tax and
            registration, in one sum. Only sums like that can be compared.

            It is the total, the one with which you may drive off and nothing comes after it: price,
            fees, tax, title and registration. Ask for that one in writing.
        """),
        says=wordings("""
            What is the total that I pay, with every fee and tax in it?

            Please send me the out-the-door price with every fee listed.
        """),
    ),
    BuyerTopic.INSURANCE: Counsel(
        tells=wordings("""
            You need insurance from the minute you drive off. Get a quote by the VIN before you
            settle, because it is part of what the car costs you each month.

            Call your own insurer first and compare with a second one. Whatever is offered at the
            desk can wait, it has nothing to do with the price.
        """),
        says=wordings("""
            Could you send me the VIN, so that I can get an insurance quote?

            I take care of the insurance myself. What is the price of the {model} alone?
        """),
    ),
    BuyerTopic.PAPERWORK: Counsel(
        tells=wordings("""
            A yes here buys nothing yet: the purchase agreement does. Ask for it beforehand, read
            every line, and sign only what matches the price you have in writing.

            After the yes comes the paper: agreement, title, registration, proof of insurance. Until
            you have signed you can still leave, so read before you pay.
        """),
        says=wordings("""
            Can you send me the contract before I come in, so that I can read it at home?

            Which papers do I need to bring, and which ones do I get from you?
        """),
    ),
    BuyerTopic.RIVAL: Counsel(
        tells=wordings("""
            Use it: a real price from somebody else is the strongest argument there is. Show the ad,
            never invent one, and say what would make you buy here.

            Tell them once that you have another one in view, with its total and not the bare price.
            Then stop and let them answer.
        """),
        says=wordings("""
            I am comparing this {model} with another one. What is the best total that you can do?

            I have seen a similar car for less. Can you do better than that?
        """),
    ),
    BuyerTopic.EXTRAS: Counsel(
        tells=wordings("""
            Extras are worth only what you would have paid for them anyway. Ask for them last, when
            the price really stands still, as the thing that closes it.

            Take money before mats. When no dollar is left in the price, ask for tires, a service or
            a second key instead.
        """),
        says=wordings("""
            If the price has to stay, what can you add: tires, a service, a second key?

            I would rather see it in the price. What is possible there?
        """),
    ),
    BuyerTopic.SOMETHING: Counsel(
        tells=wordings("""
            I have no facts on that, so I will not invent any. The general way: have it shown to you
            on paper, let somebody put a price on it, then ask for that off.

            That is nothing I know about on this car. Ask an open question first, and let them
            answer before you say what it is worth to you.

            On that I can only give you the general way: name it once, calmly, say what it costs
            you, and ask what they will do about it.
        """),
        says=wordings("""
            One more thing about the {model} matters to me. What can you tell me about it in
            writing?

            Before we go on I have a question on the {model}, and I would like the answer on paper.
        """),
    ),
}
