"""Decides what each amount is, by the words beside it and by where the bargain stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from backend.domain.dealer_reading.context import Context
from backend.domain.dealer_reading.language import Cue, Language
from backend.domain.dealer_reading.numbers import Number
from backend.domain.dealer_reading.reading import Role
from backend.domain.dealer_reading.sentences import Sentences

_REACH, _GAP = 90, 26

_RANKS = {Cue.PROPOSAL: 4, Cue.FINAL: 4, Cue.FLOOR: 3, Cue.DEAL: 3, Cue.ASKING: 2}
_BARE = 1
_NO_OFFER = {
    Cue.PAST: Role.OTHER_PRICE,
    Cue.BUYERS: Role.REFUSED,
    Cue.REFUSED: Role.REFUSED,
    Cue.ELSEWHERE: Role.ELSEWHERE,
}


@dataclass(frozen=True)
class Price:
    """An amount with its meaning so far. ``rank`` above 0: it may be the offer, the highest is."""

    number: Number
    amount: int
    role: Role
    rank: int = 0
    step: int | None = None


@dataclass(frozen=True)
class _Surroundings:
    """What stands before and after a number, in its sentence and up to the next number."""

    before: str
    after: str


class PriceReader:
    """Reads the prices of one message."""

    def __init__(self, text: str, context: Context, language: Language) -> None:
        self._text, self._context, self._language = text, context, language
        self._sentences = Sentences(text)

    def read(self, numbers: Sequence[Number], free: frozenset[Number]) -> list[Price]:
        """Each of the ``free`` numbers that is an amount; all ``numbers`` bound what is beside."""
        prices: list[Price] = []
        for index, number in enumerate(numbers):
            if number not in free:
                continue
            start = numbers[index - 1].end if index else 0
            end = numbers[index + 1].start if index + 1 < len(numbers) else len(self._text)
            price = self._price(number, self._surroundings(number, start, end))
            if price is not None:
                prices.append(price)
        return _one_offer(list(self._without_ranges(prices)))

    def open(
        self, prices: Sequence[Price], numbers: Sequence[Number], free: frozenset[Number]
    ) -> Iterator[Price]:
        """What may be the offer though ``prices``, as they were read, do not say so."""
        offer = next((each for each in prices if each.role is Role.OFFER), None)
        if offer is not None:
            rivals = {each.amount for each in prices if each.rank == offer.rank}
            if len(rivals) > 1:
                for each in prices:
                    if each.rank == offer.rank:
                        yield replace(each, role=Role.OFFER)
            return
        read = {each.number: each for each in prices}
        for number in numbers:
            if number in free and (amount := self._possible(number, read.get(number))):
                yield Price(number, amount, Role.OFFER)

    def _possible(self, number: Number, price: Price | None) -> int | None:
        """The amount of a number that could be a price for the car; None where it could not."""
        if price is not None:
            is_open = price.role in (Role.ELSEWHERE, Role.OTHER_PRICE) and price.step is None
            is_fitting = self._context.is_price(price.amount, sure=True)
            return price.amount if is_open and is_fitting else None
        marked = self._text[number.start] == "$"
        if not marked and self._is_quantity(number, _Surroundings(self._text[: number.start], "")):
            return None
        end = self._language.quantities.round_number_end
        is_alone = number.short and end.match(self._text, number.end)
        return self._context.scaled(number.values) if is_alone else None

    def _surroundings(self, number: Number, start: int, end: int) -> _Surroundings:
        start = max(start, self._sentences.start(number.start), number.start - _REACH)
        sentence_end = self._sentences.end(number.end)
        if self._text[sentence_end : sentence_end + 1] == "?":  # what follows may answer it
            sentence_end = self._sentences.end(number.end, more=1)
        end = min(end, sentence_end, number.end + _REACH)
        before = self._language.turn.split(self._text[start : number.start])[-1]
        return _Surroundings(before, self._text[number.end : end])

    def _price(self, number: Number, beside: _Surroundings) -> Price | None:
        has_currency = self._text[number.start] == "$"
        if not has_currency and self._is_quantity(number, beside):
            return None
        step = self._step(number, beside)
        if step is not None:
            return step
        cue = self._cue(beside)
        if number.short:
            return self._short(number, cue, beside)
        if not has_currency and not self._is_amount(number, cue, beside):
            return None
        return self._ranked(number, number.values[0], cue)

    def _ranked(self, number: Number, amount: int, cue: Cue | None) -> Price:
        if cue in _NO_OFFER:
            return Price(number, amount, _NO_OFFER[cue])
        rank = _BARE if cue is None else _RANKS[cue]
        if not self._context.is_price(amount, sure=rank > _BARE):
            return Price(number, amount, Role.ELSEWHERE)
        return Price(number, amount, Role.OTHER_PRICE, rank)

    def _short(self, number: Number, cue: Cue | None, beside: _Surroundings) -> Price | None:
        """ "95" is a price only where the words say so and the amount fits."""
        amount = self._context.scaled(number.values)
        end = self._language.quantities.round_number_end
        if cue is None or amount is None or not end.match(beside.after):
            if self._text[number.start] == "$":
                return Price(number, number.values[0], Role.ELSEWHERE)
            return None
        return self._ranked(number, amount, cue)

    def _is_quantity(self, number: Number, beside: _Surroundings) -> bool:
        quantities = self._language.quantities
        after = quantities.after.match(self._text, number.end)
        return bool(after or quantities.before.search(beside.before))

    def _is_amount(self, number: Number, cue: Cue | None, beside: _Surroundings) -> bool:
        """Whether it is neither the car's mileage nor a year."""
        dollars = number.values[0] // 100
        clear = cue in _RANKS and cue is not Cue.ASKING
        mileage = self._context.mileage
        if mileage and not clear and dollars in {mileage, round(mileage, -3)}:
            return False
        if not (number.digits and len(number.digits) == 4 and 1900 <= dollars < 2050):
            return True
        if self._language.quantities.year_before.search(beside.before):
            return False
        return clear or (dollars != self._context.year and not 1980 < dollars < 2030)

    def _cue(self, beside: _Surroundings) -> Cue | None:
        """What follows counts first, where it refuses or is final; then what is nearest before."""
        for cue in (Cue.REFUSED, Cue.FINAL):
            if self._language.after[cue].match(beside.after):
                return cue
        nearest: tuple[int, int, Cue] | None = None
        for cue, pattern in self._language.before.items():
            for match in pattern.finditer(beside.before):
                found = (match.end(), match.end() - match.start(), cue)
                if nearest is None or found[:2] > nearest[:2]:
                    nearest = found
        closes = self._language.after[Cue.DEAL].match(beside.after)
        if nearest is not None and len(beside.before) - nearest[0] <= _GAP:
            # The buyer's own amount stays refused unless the dealer closes on it.
            return Cue.DEAL if nearest[2] is Cue.BUYERS and closes else nearest[2]
        return Cue.DEAL if closes else None

    def _step(self, number: Number, beside: _Surroundings) -> Price | None:
        """ "500 off", "200 more"."""
        steps, amount = self._language.steps, number.values[0]
        if not self._context.is_step(amount):
            return None
        after = steps.less_after.match(beside.after)
        if after or steps.less_before.search(beside.before):
            to_asking = steps.from_asking.search(beside.after)
            basis: int | None = self._context.asking if to_asking else self._context.ask
            amount = -amount
        else:
            after = steps.more_after.match(beside.after)
            if not after and not steps.more_before.search(beside.before):
                return None
            basis = self._context.buyer_offer
        rest = beside.after[after.end() :] if after else beside.after
        refused = self._language.after[Cue.REFUSED].match(rest)
        if refused or steps.refused.search(beside.before) or basis is None:
            return Price(number, abs(amount), Role.DIFFERENCE)
        if not self._context.is_price(basis + amount, sure=True):
            return Price(number, abs(amount), Role.DIFFERENCE)
        return Price(number, basis + amount, Role.OTHER_PRICE, _RANKS[Cue.DEAL], step=amount)

    def _without_ranges(self, prices: list[Price]) -> Iterator[Price]:
        """Of "8,000 to 8,500" only the upper end is certain to be sold at; it takes the rank."""
        inherited = 0
        for price, following in zip_longest(prices, prices[1:]):
            rank = max(price.rank, inherited)
            is_lower_end = following is not None and self._is_range(price, following)
            inherited = rank if is_lower_end else 0
            yield replace(price, rank=0 if is_lower_end else rank)

    def _is_range(self, low: Price, high: Price) -> bool:
        if not (low.rank and high.rank and low.amount < high.amount):
            return False
        start, end = low.number.end, high.number.start
        if self._language.range_start.fullmatch(self._text, start, end):
            return True
        before = self._text[max(0, low.number.start - 20) : low.number.start]
        between = self._language.range_between.search(before)
        return bool(between and self._language.range_and.fullmatch(self._text, start, end))


def _one_offer(prices: list[Price]) -> list[Price]:
    """The price of the highest rank becomes the offer; of several, the last one named."""
    ranked = [index for index, price in enumerate(prices) if price.rank]
    if ranked:
        best = max(ranked, key=lambda index: (prices[index].rank, index))
        prices[best] = replace(prices[best], role=Role.OFFER)
    return prices
