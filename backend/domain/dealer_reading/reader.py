"""Reads a dealer's message by fixed rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from backend.domain.dealer_reading.context import Context
from backend.domain.dealer_reading.fees import read_fees
from backend.domain.dealer_reading.financing import read_payments
from backend.domain.dealer_reading.folding import Folded, fold
from backend.domain.dealer_reading.intents import read_signals
from backend.domain.dealer_reading.language import Language
from backend.domain.dealer_reading.languages import language_of
from backend.domain.dealer_reading.numbers import Number, find_numbers
from backend.domain.dealer_reading.prices import Price, PriceReader
from backend.domain.dealer_reading.reading import Figure, Intent, Quote, Reading, Role
from backend.domain.dealer_reading.sentences import Sentences


def read_dealer_message(text: str, context: Context, language: Language | None = None) -> Reading:
    """Everything in a dealer's message that the rules understand, each item with where it stands.

    ``language`` None: the one that the message is written in.

    Never raises, for any text; what is longer than ``folding.MAX_LENGTH`` characters is read up to
    there. The offer that it finds is for the buyer to confirm, it is never taken silently.
    """
    as_written = fold(text)
    language = language or language_of(as_written)
    folded = as_written.alike(language.alike)
    numbers = _apart(find_numbers(folded.text, language), context)
    payments, financed = read_payments(folded, numbers, context, language.financing)
    others = [each for each in numbers if each not in financed]
    fees, charged = read_fees(folded, others, context, language.fees)
    signals = read_signals(folded, language)
    free = frozenset(each for each in others if each not in charged)
    reader = PriceReader(folded.text, context, language)
    prices = reader.read(numbers, free)
    open_prices = tuple(
        _figure(folded, each, language) for each in reader.open(prices, others, free)
    )
    reading = Reading(context, fees=fees, payments=payments, signals=signals)
    taken = {**financed, **dict.fromkeys(charged, Role.FEE)}
    figures = [
        *(Figure(_quote(folded, each), each.values[0], role) for each, role in taken.items()),
        *(_figure(folded, price, language) for price in _refused(prices, reading)),
    ]
    figures.sort(key=lambda figure: figure.quote.start)
    return Reading(context, tuple(figures), fees, payments, signals, open_prices)


def with_offer(reading: Reading, amount: int) -> Reading:
    """The reading with another offer: the first of its open prices that is ``amount`` cents.

    It stays as it is where none is.
    """
    chosen = next((each for each in reading.open_prices if each.amount == amount), None)
    if chosen is None:
        return reading
    others = (
        replace(each, role=Role.OTHER_PRICE, all_in=None) if each.role is Role.OFFER else each
        for each in reading.figures
        if each.quote != chosen.quote
    )
    figures = sorted((*others, chosen), key=lambda each: each.quote.start)
    return replace(reading, figures=tuple(figures), open_prices=())


def _apart(numbers: tuple[Number, ...], context: Context) -> tuple[Number, ...]:
    """Without overlaps: "18 5" is one price where that is near the ask, else two numbers."""

    def chosen() -> Iterator[Number]:
        end = 0
        for number in numbers:
            joined = number.short and len(number.values) == 1
            if number.start < end or (joined and context.scaled(number.values) is None):
                continue
            yield number
            end = number.end

    return tuple(chosen())


def _refused(prices: list[Price], reading: Reading) -> Iterator[Price]:
    """The buyer's own amount, said back without a word on it in a refusal, is no offer."""
    for price in prices:
        said_back = price.rank == 1 and price.amount == reading.context.buyer_offer
        if said_back and reading.has(Intent.REFUSAL) and not reading.has(Intent.AGREEMENT):
            yield Price(price.number, price.amount, Role.REFUSED)
        else:
            yield price


def _figure(folded: Folded, price: Price, language: Language) -> Figure:
    all_in = None
    if price.role is Role.OFFER:
        all_in = _is_all_in(folded.text, price.number, language)
    return Figure(_quote(folded, price.number), price.amount, price.role, price.step, all_in)


def _quote(folded: Folded, number: Number) -> Quote:
    return folded.quote(number.start, number.end)


def _is_all_in(text: str, number: Number, language: Language) -> bool | None:
    """What is said of taxes and fees after the price, up to the next sentence's end, or before."""
    sentences = Sentences(text)
    after = text[number.end : min(sentences.end(number.end, more=1), number.end + 90)]
    before = text[sentences.start(number.start) : number.start]
    for part in (after, before):
        if language.on_top.search(part):
            return False
        if language.all_in.search(part):
            return True
    return None
