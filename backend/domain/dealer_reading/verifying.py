"""Checks a reading against the text, whoever made it.

The rules leave some messages unread. A model may be asked for those, with a :class:`Reading` as
its structured output: the caller finds the model's quotes in the text with :func:`find_quote`,
builds the reading with its own :class:`Context`, and keeps what :func:`verify` lets through. A
figure that does not stand in the text never passes, and a computed one only if it is counted from
an amount of the bargain; an offer has to be one that a dealer could make.
"""

from __future__ import annotations

from dataclasses import replace

from backend.domain.dealer_reading.context import Context
from backend.domain.dealer_reading.folding import MAX_LENGTH, fold
from backend.domain.dealer_reading.language import Language
from backend.domain.dealer_reading.languages import language_of
from backend.domain.dealer_reading.numbers import Number, find_numbers
from backend.domain.dealer_reading.reading import Fee, Figure, Payment, Quote, Reading, Role


def find_quote(text: str, words: str) -> Quote | None:
    """Where ``words`` stand in ``text``, literally; None if they are empty or stand nowhere."""
    start = text.find(words)
    return None if start < 0 or not words else Quote(start, start + len(words), words)


def verify(reading: Reading, text: str, language: Language | None = None) -> Reading:
    """The reading without what does not stand in the text. Idempotent; never raises.

    ``language`` None: the one that the text is written in.
    """
    check = _Check(text, reading.context, language or language_of(fold(text)))
    figures = tuple(each for each in reading.figures if check.figure(each))
    first_offer = next((each for each in figures if each.role is Role.OFFER), None)
    return replace(
        reading,
        figures=tuple(
            each for each in figures if each.role is not Role.OFFER or each is first_offer
        ),
        fees=tuple(each for each in reading.fees if check.fee(each)),
        payments=tuple(each for each in reading.payments if check.payment(each)),
        signals=tuple(each for each in reading.signals if check.quote(each.quote)),
    )


class _Check:
    def __init__(self, text: str, context: Context, language: Language) -> None:
        self._text, self._context, self._language = text, context, language
        folded = fold(text).alike(language.alike)
        self._numbers = [
            (folded.quote(each.start, each.end), each)
            for each in find_numbers(folded.text, language)
        ]

    def quote(self, quote: Quote) -> bool:
        """Whether the words stand there."""
        inside = 0 <= quote.start < quote.end <= min(len(self._text), MAX_LENGTH)
        return inside and self._text[quote.start : quote.end] == quote.text

    def figure(self, figure: Figure) -> bool:
        if not self.quote(figure.quote):
            return False
        context, step = self._context, figure.step
        if figure.role is Role.OFFER and not context.is_price(figure.amount, sure=True):
            return False
        if step is None:
            return self._stands(figure.quote, figure.amount)
        is_counted = figure.amount - step in context.bases() and context.is_step(abs(step))
        return is_counted and self._stands(figure.quote, abs(step))

    def fee(self, fee: Fee) -> bool:
        if not self.quote(fee.quote):
            return False
        return fee.amount is None or self._stands(fee.quote, fee.amount)

    def payment(self, payment: Payment) -> bool:
        if not self.quote(payment.quote):
            return False
        amounts = [each for each in (payment.monthly, payment.down) if each]
        return (
            all(self._stands(payment.quote, each) for each in amounts)
            and (payment.months is None or self._has_term(payment.quote, payment.months))
            and (payment.down != 0 or self._has_no_down(payment.quote))
        )

    def _stands(self, quote: Quote, cents: int) -> bool:
        """Whether a whole number within the quote says the amount."""
        return any(
            quote.start <= place.start and place.end <= quote.end and self._says(number, cents)
            for place, number in self._numbers
        )

    def _says(self, number: Number, cents: int) -> bool:
        return cents == number.values[0] or (
            number.short and cents == self._context.scaled(number.values)
        )

    def _has_term(self, quote: Quote, months: int) -> bool:
        financing, text = self._language.financing, self._folded(quote)
        terms = {int(match[1]) for match in financing.months.finditer(text)}
        return months in terms | {int(each[1]) * 12 for each in financing.years.finditer(text)}

    def _has_no_down(self, quote: Quote) -> bool:
        return bool(self._language.financing.no_down.search(self._folded(quote)))

    def _folded(self, quote: Quote) -> str:
        return fold(quote.text).alike(self._language.alike).text
