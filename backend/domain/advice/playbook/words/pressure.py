"""When dealers press."""

from __future__ import annotations

from backend.domain.advice.heard import DealerTopic
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.wording import wordings

PRESSURE = {
    DealerTopic.HALFWAY: Counsel(
        tells=wordings("""
            They want you to come halfway. That only sounds fair because they chose where the road
            starts.

            Halving the gap rewards whoever opened further out, and that was them. Do not do it.

            An offer to share the difference means that they can live with less. Let them go first.
        """),
        says=wordings("""
            I would rather hear the best you can do than trade steps with you. What is it?

            If you can come that far, you can come a little further. I stay at {offer}.

            My {offer} comes from the car and not from the distance to your price.

            I go by what the car is worth to me, not by the distance between two numbers.
        """),
    ),
    DealerTopic.DEADLINE: Counsel(
        tells=wordings("""
            The deadline is theirs, not yours. A price that is good today is nearly always there
            tomorrow.

            Hurry is a sales tool: it is meant to keep you from looking at other cars. Take the
            night.

            When someone else sets the clock, ask who gains by it. A real price survives a weekend.
        """),
        says=wordings("""
            I do not buy a car against the clock. If the price holds tomorrow, we can talk.

            If it has to be decided today, then my answer today is no. Tomorrow it may be yes.

            Please put the price in writing with the date it runs to, and I will think about it.
        """),
    ),
    DealerTopic.OTHER_BUYER: Counsel(
        tells=wordings("""
            The other buyer may exist or not; you cannot check, so it should not cost you a dollar.

            If someone else were ready to pay more, they would not be writing to you. Carry on as if
            it had not been said.

            Competition is easily invented. Wish the other one luck and keep your number.
        """),
        says=wordings("""
            If they pay more, you should sell it to them. If not, let me know.

            No problem, let me know if it falls through. My {offer} stays good.

            I understand. Write me if it does not work out with them.

            I will not bid against someone I cannot see. Call me if it is still there.
        """),
    ),
    DealerTopic.FINAL: Counsel(
        tells=wordings("""
            A last price is a posture until you have walked to the door. Test it once, calmly.

            They call it final, which costs them nothing. Watch what happens when you do not answer
            for a while.

            There is a price they call their best and a price they sell at. The gap between them is
            what we are here for.
        """),
        says=wordings("""
            I understand. Then we are apart for now; my {offer} stays open.

            I understand. Then we are apart for now. Tell me if that changes.

            Thank you for being clear. It is over what I will do, so think about mine and let me
            know.

            If that is the end on price, what else can you do: fees, tires, a service?
        """),
    ),
    DealerTopic.REFUSAL: Counsel(
        tells=wordings("""
            A no is not an ending, it is the price of asking. If they still talk to you, they still
            want to sell.

            They said no to the number, not to you. Ask what they would do, and add nothing.

            Refusing is free for them. It only gets expensive when you go quiet.
        """),
        says=wordings("""
            Fair enough. What is the best that you can do?

            I understand that it is less than you hoped for. Which part of it does not work?

            All right. My {offer} stands if you look at it again next week.

            All right. Think it over, and write me if there is more room than you say.
        """),
    ),
    DealerTopic.MANAGER: Counsel(
        tells=wordings("""
            The manager in the back room is an old stage. Let them go and ask; your number does not
            change while you wait.

            When they have to ask a manager, talk to the manager. Whoever cannot decide should not
            bargain.

            Going off to ask someone is meant to make you feel that they fight for you. Wait it out.
        """),
        says=wordings("""
            Sure, ask. If the answer is no, you can simply text me.

            May I talk with the person who decides?

            Take your time. It will still be {offer} when you are back.

            Take your time, I am in no hurry. You can also just text me the answer.
        """),
    ),
    DealerTopic.COME_IN: Counsel(
        tells=wordings("""
            They want you in the chair, where it is harder to leave. Get the price in writing before
            you drive there.

            Visits are for looking at the car. Have the number settled before you go.

            On their lot the house wins. Bargain from your couch, drive there to inspect.
        """),
        says=wordings("""
            Happy to come once I have the out-the-door price in writing.

            I will come to see the {model} when we agree on a number.

            Can we do the price by message? Then I come for the test drive.
        """),
    ),
}
