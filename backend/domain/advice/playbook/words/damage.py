"""Faults that the buyer found: each is a reason for a lower price, and some are one to leave."""

from __future__ import annotations

from backend.domain.advice.heard import Kind
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.wording import wordings

DAMAGE = {
    Kind.RUST: Counsel(
        tells=wordings("""
            About {issue}: have it seen on a lift before you name another number. On the surface it
            costs money, and where it has gone through the metal it is a reason to leave.

            Put {issue} on the table as a fact and not as a complaint. Welding is dear and it never
            stops by itself, so it comes off the price.

            Take a photo of {issue} and show it to a mechanic first. What it costs to stop it is
            what has to come off, and if it weakens the frame I would look for another {model}.
        """),
        says=wordings("""
            I saw {issue}. Has a shop looked at it, and what would you take off for it?

            With {issue} I want a mechanic to see it on a lift first, and the price has to reflect
            it.

            What will you do about {issue}? As it is, the price does not work for me.
        """),
    ),
    Kind.ACCIDENT: Counsel(
        tells=wordings("""
            Ask straight out about {issue}: what was hit, who repaired it, where the invoice is. It
            will count against the car when you sell it, so it has to cost less now.

            Use {issue} calmly: the next buyer will find it as well, so the price has to carry it.
            Have the frame measured before you settle anything.

            Because of {issue} I want two papers: the repair invoice and the history report.
            Whatever they cannot show takes money off the price.
        """),
        says=wordings("""
            Can you tell me about {issue}: what was damaged, who repaired it, and can I see the
            invoice?

            Because of {issue} this {model} will be harder to sell one day. What do you take off for
            that?

            I need to see the repair invoice for {issue} before I go on. Can you send it?
        """),
    ),
    Kind.WATER: Counsel(
        tells=wordings("""
            Be careful with {issue}. Water creeps into wiring and shows months later, so I would
            want an inspection on paper, and without one I would leave.

            With {issue} a low price is no bargain by itself. Ask whether the title is branded, and
            have wiring and carpets checked before you talk on.
        """),
        says=wordings("""
            What can you show me on paper about {issue}, and is the title clean?

            Before any price I want my mechanic to look into {issue}. When would that suit you?
        """),
    ),
    Kind.MECHANICAL: Counsel(
        tells=wordings("""
            Have a mechanic put a price on {issue} before you go on. An estimate on paper is the
            best argument there is, dollar for dollar.

            Take {issue} seriously and do not guess. Either they repair it before the sale, or the
            estimate comes off the price.

            Ask what they know about {issue}, then have it looked at by somebody they did not pick.
            What turns up is an argument for less.
        """),
        says=wordings("""
            About {issue}: will you have it repaired before the sale, or do you take the cost off
            the price?

            I would like a mechanic to look at {issue}. What turns up has to come off the price.

            What do you know about {issue}, and is there a repair bill for it?
        """),
    ),
    Kind.WEAR: Counsel(
        tells=wordings("""
            That is the plainest sort of argument: ask a shop what it costs to put {issue} right,
            and ask for that off the price.

            Mention {issue} once, with what a shop charges for the work. You will spend that money
            in the first months, so it belongs in the price.

            A point for you: with {issue} in this state the car is not ready to drive for years. Let
            them fix that or pay for it.
        """),
        says=wordings("""
            I will have to spend money on {issue} soon. What can you do on the price for that?

            Can you take care of {issue} before the sale, or take the cost off?

            Looking at {issue}, I need the price to leave room for it.
        """),
    ),
    Kind.BODY: Counsel(
        tells=wordings("""
            Get an estimate from a body shop for {issue}, take a photo, and ask for that much less.
            Ask as well how that happened.

            Mention {issue} once they have named a price, with a photo and an estimate. It is the
            kind of thing they would rather pay for than discuss.

            Use {issue} as a reason with a price tag: what a shop wants for the repair is what you
            want off. Look for paint of another shade around it, too.
        """),
        says=wordings("""
            I noticed {issue}. Fixing that costs money, so what would you take off the price?

            What happened there? I mean {issue}. Will you repair that or lower the
            price?

            With {issue} this {model} is not in the shape that your price stands for. What can you
            do?
        """),
    ),
}

AFTER_THE_DEAL = wordings("""
    Bring up {issue} before you sign: until then you can ask for a repair or a lower price, and
    leave if you get neither.

    If {issue} was not known when you agreed, say so in writing now. Nothing is final before you
    sign.
""")
