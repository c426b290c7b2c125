"""When buyers ask what to do at a turn of the talk."""

from __future__ import annotations

from backend.domain.advice.heard import BuyerTopic
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.wording import wordings

MOMENTS = {
    BuyerTopic.HALFWAY: Counsel(
        tells=wordings("""
            No, do not come to them halfway. They picked the starting point, so the center of the
            road lies on their side.

            I would not share the gap. It pays whoever asked for more at the start, and that was not
            you.

            Compromise sounds grown-up and costs you money here. Let them come to you in their own
            steps.
        """),
        says=wordings("""
            I would rather stay with a number that I can explain. What is your best price?

            I am not far off for fun, that is what the {model} is worth to me.

            If there is room on your side, please use it first.
        """),
    ),
    BuyerTopic.LIMIT: Counsel(
        tells=wordings("""
            Keep your target and your limit to yourself. Whatever number they hear becomes the
            floor.

            Do not answer that with a figure. Once they know what you can pay, that is the price.

            Your limit is the one thing that they must not learn. Answer with a question.
        """),
        says=wordings("""
            I look at the whole deal and not at a budget. What is your best price?

            It depends on the car and the fees. What is the full price?

            Let us find out what the {model} can be sold for, then I will tell you if it fits.
        """),
    ),
    BuyerTopic.WONT_BUDGE: Counsel(
        tells=wordings("""
            A seller who does not move is waiting for you to. Break the rhythm: stop making numbers,
            ask for something else, a fee dropped, tires, a service.

            Let it rest for a day or two. Silence does what arguments cannot, because every day on
            the lot costs them.

            When the price sticks, leave it and get a rival quote. A second ad for the same car
            moves more than a second argument.
        """),
        says=wordings("""
            I understand that the price is hard for you. What else can you put in?

            We seem to be stuck. My {offer} stays good if you look at it again.

            I am going to see another {model} this week. If yours is still there, let us talk.
        """),
    ),
    BuyerTopic.SILENCE: Counsel(
        tells=wordings("""
            No answer is not a no. Wait two or three days, then write once, short and friendly, with
            the same number.

            Do not fill the silence with a better offer. It is their turn, and they know it.

            Quiet is part of it. Use the days to look at other cars, then ask once whether it is
            still there.
        """),
        says=wordings("""
            Is the {model} still available? My {offer} stands.

            Is the {model} still for sale? I am still interested, at the right price.

            Just checking in. If {offer} works, I am ready to take the next step.

            No rush from my side. I am deciding between a few cars and yours is one of them.
        """),
    ),
    BuyerTopic.TOO_LOW: Counsel(
        tells=wordings("""
            A low number is not rude, a rude tone is. They price cars all day and nobody takes it to
            heart.

            Let them feel that it is low. If nobody winces at your offer, you have offered too much.

            Worry less about offending them. The worst that a polite low offer gets you is another
            number.
        """),
        says=wordings("""
            I know that it is under what you hoped for. It is what makes sense for me.

            No offense meant. That is where the {model} works for me.

            I would rather be honest early than waste your time. What could you do?
        """),
    ),
    BuyerTopic.WALK: Counsel(
        tells=wordings("""
            Walking away is a move, not a defeat. Do it politely, leave your number, and mean it: it
            only works if you would really go.

            You can leave at any time and lose nothing but this one {model}. Say goodbye in a
            friendly way and let them do the calling.

            If the price does not come to you, let it go. There will be another {model}, and the
            next seller may be easier.
        """),
        says=wordings("""
            Thank you for your time. At that price I will keep looking. My {offer} stays open.

            It does not work for me, so I will pass. Call me if something changes.

            We are too far apart. No hard feelings, you have my number.
        """),
    ),
    BuyerTopic.NERVOUS: Counsel(
        tells=wordings("""
            Nerves are normal, and nobody can see them in a text message. Do it in writing: you have
            all the time you want for each line.

            You do not have to be tough. You need one number, one sentence, and the patience to
            wait.

            Think of it this way: you can say no as often as you like, and they cannot make you buy.
            That is most of the power in the room.
        """),
        says=wordings("""
            I need to think about it. I will get back to you.

            Let us do this by message, please. What is your best price in writing?

            I do not decide under pressure. Let me sleep on it, and take your time as well.
        """),
    ),
    BuyerTopic.HURRY: Counsel(
        tells=wordings("""
            If you need it soon, that stays between us. Whoever knows that you are short of time
            will sell you the time.

            Needing a car fast is expensive only when they notice. Talk to a second seller today, so
            that you are never down to one.

            Do not let a date or a soft spot for this one set the price. Keep a second car warm
            while you talk.
        """),
        says=wordings("""
            I have time for the right price.

            I am looking at a few cars this week, and yours is one of them.

            There is no hurry on my side. What is the best you can do?
        """),
    ),
    BuyerTopic.ABOUT: Counsel(
        tells=wordings("""
            I am a program that works for you alone. I compute what to offer next and find the words
            for it; sending them, and every yes or no, stays with you.

            I am software, and on your side only. I cannot talk to the seller: I give you the number
            and the words, you decide what to do with them.

            You are talking to an adviser made of rules and words, working for nobody but you. The
            seller hears from you, never from me.
        """),
        says=wordings("""
            What is the best out-the-door price you can do on the {model}?

            I am interested in the {model}. How much room is there in the price?

            Before we go on: what would the total be, with every fee in it?
        """),
    ),
    BuyerTopic.TIMING: Counsel(
        tells=wordings("""
            The last days of a month or a quarter help, because sales goals fall due then, and so
            does a quiet weekday. But a good price on another day beats a bad one on the best day.

            Write on a weekday morning, when somebody has time for you, then give them a day.
            Waiting costs you nothing as long as there are other cars.

            There is no magic day. Make contact early in the week, let them work on it, and be ready
            to decide when their month runs out.
        """),
        says=wordings("""
            I am in no hurry. If something moves on your side before the month is over, let me know.

            I will decide in the next days. What is the best you can do by then?
        """),
    ),
    BuyerTopic.CHANNEL: Counsel(
        tells=wordings("""
            In writing, as long as it is about the price: you have time for each line, and a promise
            stays one. Call only to arrange a visit.

            Write first. On the phone and in the showroom they set the pace, in a message you do.

            Go there to drive the car and not to bargain, and tell them that you answer by message.
        """),
        says=wordings("""
            Please send me your price by message, so that I have it in writing.

            I would like to see the {model}. About the price, let us write.
        """),
    ),
    BuyerTopic.TRUST: Counsel(
        tells=wordings("""
            I cannot tell whether they are honest, and you do not need to know. Believe what stands
            on paper: the price with each fee, the history report, a mechanic's word.

            Trust them as you would any seller: be friendly, and have everything in writing. What is
            true can be written down.

            Nobody has to lie to leave something out. Ask the same thing twice, in writing, and
            check what can be checked: VIN, title, other ads.
        """),
        says=wordings("""
            Can you put that in writing for me?

            Could you send me something on paper for that?
        """),
    ),
}
