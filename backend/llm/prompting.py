"""Turns a brief into the messages for a network model. Knows nothing of how they are sent."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from string import Template

from backend.domain.advice.brief import Brief, Speaker, Utterance, Worth
from backend.domain.advice.earlier_talk import summary
from backend.domain.advice.figures import figures
from backend.domain.advice.told import Yes, is_all_in, is_too_dear, told_by_dealer
from backend.domain.negotiation import Status, Trigger
from backend.domain.pricing import Action
from backend.llm.messages import Message
from backend.llm.tokens import beginning, most_tokens
from backend.locales import locale_of, translatable

MAX_TALK_TOKENS, MAX_LINE_TOKENS, MAX_SAID_TOKENS = 1_600, 250, 2_400
"""Of the recent talk, of a line of it, and of the message answered, as ``most_tokens`` counts."""


@lru_cache(maxsize=64)
def load(name: str, language: str) -> Template:
    """A prompt's text in a language: each of its lines is one text of the catalogues."""
    text = files("backend.llm.prompts").joinpath(f"{name}.txt").read_text(encoding="utf-8").strip()
    translate = locale_of(language).text
    return Template("\n".join(translate(line) if line else line for line in text.splitlines()))


RULES = "rules"
PROMPTS = {
    Trigger.OPENING: "negotiation_initial",
    Trigger.BUYER_OFFER: "negotiation_counter",
    Trigger.DEALER_PRICE: "negotiation_dealer",
    Trigger.DEALER_MESSAGE: "negotiation_dealer",
    Trigger.CHAT: "negotiation_chat",
}


@lru_cache(maxsize=32)
def private_texts(language: str) -> tuple[str, ...]:
    """What no answer in ``language`` may quote: the prompts, also in English."""
    names = (RULES, *dict.fromkeys(PROMPTS.values()))
    return tuple(load(name, each).template for each in {language, "en"} for name in names)


_REQUESTS = {
    Trigger.OPENING: translatable("Give me the opening advice."),
    Trigger.BUYER_OFFER: translatable("I have just made my offer. What now?"),
    Trigger.DEALER_PRICE: translatable("The dealer has named a price. What now?"),
    Trigger.DEALER_MESSAGE: translatable("The dealer has written. What do I make of it?"),
    Trigger.CHAT: translatable("Answer what I wrote."),
}
_ADVICE = {
    Action.OPEN: translatable("open with an offer of {suggested}."),
    Action.HOLD: translatable(
        "hold; {suggested} is the most to go to, and only if the dealer refuses."
    ),
    Action.RAISE: translatable("a small step up, to {suggested} and no further."),
    Action.LOWER: translatable("go lower, to {suggested}; the discount is too small."),
    Action.ACCEPT: translatable(
        "accepting the dealer's {ask} is sensible, once it is in writing, out the door."
    ),
    Action.WALK_AWAY: translatable("walk away, politely."),
    Action.ANSWER: translatable("{suggested} is the most that the buyer should offer next."),
}
_WORTH = {
    Worth.WITHIN_TARGET: translatable("it is at or below what the buyer hoped to pay"),
    Worth.WITHIN_NEXT_OFFER: translatable("it is at or below what the buyer would offer next"),
    Worth.WITHIN_LIMIT_AT_THE_END: translatable(
        "it is the last round and the price is within the buyer's plan"
    ),
}
_NAMED = {
    "asking": translatable("asking price at the start"),
    "ask": translatable("dealer's price now"),
    "target": translatable("buyer's target price (private)"),
    "offer": translatable("buyer's latest offer"),
    "previous_offer": translatable("buyer's offer before that"),
    "discount": translatable("the latest offer is below the asking price by"),
    "gap": translatable("dealer's price is above the latest offer by"),
    "conceded": translatable("dealer has come down since the start by"),
    "concession": translatable("dealer's last step down"),
    "earlier_concession": translatable("dealer's step before that"),
    "raised": translatable("dealer has just gone up by"),
    "previous_ask": translatable("dealer's price before"),
    "suggested": translatable("suggested price, the most to offer now"),
    "step": translatable("suggested price is above the latest offer by"),
    "below_asking": translatable("suggested price is below the asking price by"),
    "ask_over_target": translatable("dealer's price is above the target by (private)"),
    "extras": translatable("fees and add-ons that the dealer names, which could be dropped"),
    "extras_sum": translatable("these come to"),
    "with_extras": translatable("dealer's price with them, before tax and registration"),
    "net_concession": translatable("dealer's last step down, less them"),
    "payments_in_all": translatable("the dealer's monthly payments come to, over their whole term"),
    "payments_over_ask": translatable("that is above the dealer's price by"),
    "payments_under_ask": translatable("that is below the dealer's price by"),
    "asked": translatable("price that the buyer asks about"),
    "asked_high": translatable("the higher price that the buyer asks about"),
    "asked_over_suggested": translatable("it is above the suggested price by"),
    "asked_under_suggested": translatable("it is below the suggested price by"),
    "asked_over_target": translatable("it is above the target by (private)"),
    "asked_under_target": translatable("it is below the target by (private)"),
    "asked_over_ask": translatable("it is above the dealer's price by"),
    "asked_under_ask": translatable("it is below the dealer's price by"),
    "asked_monthly": translatable("monthly payment, no price, that the buyer asks about"),
    "asked_in_all": translatable("such payments come to, over their whole term"),
}


def messages_for(brief: Brief) -> list[Message]:
    """The system message (task, facts, rules) and the buyer's turn (talk and text, as data).

    What came before the talk that fits is summed up beside the facts.

    The walk-away price is in neither: the suggestion is capped by it already, and what a model has
    never read it cannot give away.
    """
    known = {name: _quoted(shown) for name, shown in figures(brief).items()}
    talk = _recent_talk(brief)
    task = load(PROMPTS[brief.trigger], brief.language).substitute(
        suggested=known["suggested"],
        advice=locale_of(brief.language).text(_advice(brief)).format_map(known),
        facts="\n".join([facts(brief), *_earlier(brief, talk)]),
        rules=load(RULES, brief.language).substitute(
            suggested=known["suggested"],
            acceptable=known["ask" if brief.worth is not None else "suggested"],
        ),
    )
    return [Message("system", task), Message("human", _turn(brief, talk))]


_KNOWN_AS = {
    "car": translatable("car: {value}"),
    "trim": translatable("trim: {value}"),
    "mileage": translatable("mileage: {value}"),
    "round": translatable("round: {value} of {most}"),
}
_NO_MILEAGE = translatable("mileage: not known")
_NO_OFFER_LEFT = translatable(
    "the buyer has no offer left: only accepting or walking away is possible"
)
_NO_PRICE_YET = translatable("the dealer has not named a price yet, apart from the asking price")
_ALL_IN = translatable("the dealer's price has tax and every fee in it: nothing comes on top")
_GONE = translatable("the dealer says that the car is sold: no raise, look for another one")
_YES = translatable(
    "the dealer says yes to the buyer's {offer}: record it as the dealer's offer, in writing"
)
_WORTH_TAKING = translatable("the dealer's price is worth taking: {reason}")


def facts(brief: Brief) -> str:
    """The brief's figures, one a line, each with what it means."""
    known, vehicle, text = figures(brief), brief.vehicle, locale_of(brief.language).text
    lines = [text(_KNOWN_AS["car"]).format(value=_quoted(vehicle.name))]
    if vehicle.trim:
        lines.append(text(_KNOWN_AS["trim"]).format(value=_quoted(vehicle.trim)))
    if "mileage" in known:
        lines.append(text(_KNOWN_AS["mileage"]).format(value=known["mileage"]))
    else:
        lines.append(text(_NO_MILEAGE))
    lines.append(text(_KNOWN_AS["round"]).format(value=known["round"], most=known["max_rounds"]))
    if brief.position.is_last_round:
        lines.append(text(_NO_OFFER_LEFT))
    lines += [f"{text(label)}: {known[name]}" for name, label in _NAMED.items() if name in known]
    if brief.position.dealer_price is None:
        lines.append(text(_NO_PRICE_YET))
    if is_all_in(brief):
        lines.append(text(_ALL_IN))
    told = told_by_dealer(brief)
    if told.is_gone:
        lines.append(text(_GONE))
    if told.yes is Yes.NAMED and not is_too_dear(brief):
        lines.append(text(_YES).format(offer=known["offer"]))
    if brief.worth is not None:
        lines.append(text(_WORTH_TAKING).format(reason=text(_WORTH[brief.worth])))
    return "\n".join(lines)


def as_data(speaker: Speaker, text: str, tokens: int) -> str:
    """A quotation that its own words cannot end: angle brackets are escaped, what cannot be seen
    (control and format characters, by which instructions are hidden) is dropped. At most so many
    ``tokens`` are quoted.
    """
    return f"<{speaker.value}>{beginning(_quoted(text), tokens)}</{speaker.value}>"


def _advice(brief: Brief) -> str:
    if brief.status is not Status.ACTIVE:
        return translatable("the negotiation is closed; help with what comes after it.")
    return _ADVICE[brief.suggestion.action]


_EARLIER = translatable("EARLIER, before what is quoted below")


def _earlier(brief: Brief, talk: tuple[Utterance, ...]) -> Iterator[str]:
    """A summary of what ``talk`` does not reach back to; nothing where it is whole."""
    lines = summary(brief, talk[0].seq) if talk else summary(brief)
    if lines:
        yield from ("", locale_of(brief.language).text(_EARLIER), *lines)


def _turn(brief: Brief, talk: tuple[Utterance, ...]) -> str:
    parts = [as_data(line.speaker, line.text, MAX_LINE_TOKENS) for line in talk]
    if brief.said:
        speaker = Speaker.DEALER if brief.trigger in _BY_DEALER else Speaker.BUYER
        parts.append(as_data(speaker, brief.said, MAX_SAID_TOKENS))
    return "\n".join([*parts, locale_of(brief.language).text(_REQUESTS[brief.trigger])])


_BY_DEALER = (Trigger.DEALER_PRICE, Trigger.DEALER_MESSAGE)


def _recent_talk(brief: Brief) -> tuple[Utterance, ...]:
    """The newest lines that fit, oldest first."""
    budget, kept = MAX_TALK_TOKENS, 0
    for line in reversed(brief.talk):
        budget -= most_tokens(as_data(line.speaker, line.text, MAX_LINE_TOKENS))
        if budget < 0:
            break
        kept += 1
    return brief.talk[len(brief.talk) - kept :]


def _quoted(text: str) -> str:
    visible = "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs")
    )
    return html.escape(visible, quote=False)
