"""When the dealer tells what speaks against the car."""

from __future__ import annotations

from backend.domain.advice.heard import DealerTopic
from backend.domain.advice.playbook.words.counsel import Counsel
from backend.domain.advice.wording import wordings

DISCLOSED = {
    DealerTopic.GONE: Counsel(
        tells=wordings("""
            They say that the car is gone. Ask once whether it is truly sold, and do not raise your
            offer to find out.

            Sold, they say. It may be true, or it is there to make you hurry: ask plainly, leave
            your number, and add nothing.

            If it is truly gone, one polite question will tell; a higher offer would only help them.
        """),
        says=wordings("""
            Is the {model} really sold, or only on hold? If the sale falls through, please write me.

            I am sorry to hear that. Is it truly gone? If anything changes, you have my number.

            Is it signed and paid for already? If not, I would still like to hear from you.
        """),
    ),
    DealerTopic.BRANDED: Counsel(
        tells=wordings("""
            A title that is not clean takes a big part of the value for good: banks, insurers and
            the next buyer all ask about it. Check it before you name any number again.

            The title is the news here. A branded car sells for far less, and it will when you sell
            it, too; the price has to say so.

            With such a title this is another car than the one in the ad. Compare it only with
            others like it, and those ask much less.
        """),
        says=wordings("""
            With that title I need the history report and the repair bills, and a much lower price.

            That title changes the price. What happened, and what is your number with it?

            Please send me photos of the title and the repair bills before we talk about money.
        """),
    ),
    DealerTopic.DAMAGE: Counsel(
        tells=wordings("""
            They tell you what is wrong with it, and that is an argument for less. Ask for the
            history report and the repair bills, and have your own mechanic look at it.

            That is a reason to pay less, not one to hurry. Have an inspection before any number is
            final, and have the repair priced.

            Good to know now: what was damaged or does not work costs money later. Get the report,
            get an inspection, and let the price pay for it.
        """),
        says=wordings("""
            Thank you for telling me. Please send the history report and the repair bills; the price
            has to reflect it.

            What exactly was it, and who repaired it? I need the report and an inspection by my
            mechanic.

            I take that into account. How much lower can you go because of it?
        """),
    ),
}
