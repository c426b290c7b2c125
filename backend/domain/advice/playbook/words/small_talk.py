"""Short answers, and honest ones where there is nothing to answer with."""

from __future__ import annotations

from backend.domain.advice.wording import wordings

GREETING = wordings("""
    Hello! I am on your side of the table in this, and only yours.

    Hi, good to have you here. Let us get the {model} for less.

    Hello. Here is where we stand with the {car}.
""")

WELCOME = wordings("""
    You are welcome. Keep going like this, calm and in no hurry.

    Any time. Show me what they write next, and we take it from there.

    My pleasure. Ask me again before you answer them.
""")

OK = wordings("""
    Good. Bring me their answer when it comes.

    All right. I am here when you need the next line.

    Fine, one step at a time.

    Good. Ask me before you agree to anything.
""")

NO = wordings("""
    All right, then not. What would you rather do?

    Fine, it is your decision. Tell me what bothers you about it.

    Then we leave that. Nothing happens here unless you want it.
""")

AFTER_THE_DEAL = wordings("""
    Enjoy the car, once every line of the contract is as agreed.

    Good luck with the paperwork. Ask me if a line of it looks new to you.

    All right. Read before you sign, that is all that is left to do.
""")

AFTER_NO_DEAL = wordings("""
    All right. For the next car I am here again.

    Until the next one, then. Nothing is lost.

    Good. Start a new negotiation when you have found another car.
""")

DISAGREE = wordings("""
    You may well see it better than I do, and you are the one who decides. Tell me what is off: a
    number, the car, or what the dealer said.

    Then correct me. I only know what is on record here, so name what is wrong and I will go by
    that.

    That may be. I go by fixed rules and by what was entered, so tell me what I have missed.
""")

NOT_CAUGHT = wordings("""
    I did not catch that.

    Sorry, I could not make sense of that.

    That one I did not understand: I read English and Spanish.
""")

CAN_ASK = wordings("""
    You can ask me what to offer next, whether a price is worth taking, or what to tell the dealer.

    Ask about the next number, your limit, a fee, financing, a trade-in, or anything that you found
    on the car.

    Try a question like: what do I offer next, is this price good, what do I say about the tires.
""")

CANNOT_SEE = wordings("""
    Whether this {model} has anything of the kind I cannot see from here.

    I know nothing of that kind about this {model}, which does not mean that there is none.
""")

UNKNOWN = wordings("""
    I have no good answer to that, and I will not make one up. What I know is this bargain.

    That I cannot tell you. I know the numbers here and how dealers talk, and not much beside.

    I do not know that, to be honest, and a guess would not help you.
""")

STATEMENT = wordings("""
    As far as I can tell, that does not change the numbers.

    I cannot do much with that by itself, to be honest.

    Good to know, though the plan does not hang on it.
""")

PLAN = wordings("""
    Then that is what we work toward, and nobody but you and me needs to know it. I measure by the
    target of {target} that you entered.

    Good plan. Keep the figure to yourself, it is worth most while they have to guess. Your target
    on record is {target}.

    That is a goal I can work with. What you tell me here the seller never hears; the target that I
    go by is {target}.
""")
