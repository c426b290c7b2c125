"""What a sentence says beyond its figures: to whom it speaks, and for whom it works."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.domain.advice.guard.clauses import is_denied, is_meant
from backend.domain.advice.guard.figure import Figure
from backend.domain.advice.guard.reading_figures import read_figures
from backend.domain.advice.guard.rules import Rules
from backend.domain.advice.guard.text import QUOTED
from backend.domain.advice.guard.violation import Reason, Violation

_LIMITS = ("walk_away", "take_up_to")
_STOP = re.compile(r"[.;!?](?:\s|$)")


def secret(text: str, amounts: Sequence[Figure], rules: Rules) -> Violation | None:
    """The target, the walk-away price or a maximum in words for the dealer."""
    phrases, clauses = rules.language.phrases, rules.language.clauses
    quotes = [found.span() for found in QUOTED.finditer(text)]
    for amount in amounts:
        is_quoted = any(start <= amount.start < end for start, end in quotes)
        is_secret = amount.value in rules.secrets
        if is_quoted and is_secret:
            return Violation(Reason.SECRET, amount.text)
        own = [
            found
            for found in phrases.own_limit.finditer(text, 0, amount.end)
            if amount.start - found.end() < 30
        ]
        if own and is_quoted and not is_denied(text, own[-1].start(), amount.end, clauses):
            return Violation(Reason.SECRET, own[-1].group())
        first = any(
            amount.start - found.end() < 30
            for found in phrases.first_person.finditer(text, 0, amount.start)
        )
        if first and is_secret:
            return Violation(Reason.SECRET, amount.text)
        if is_secret and any(
            found.end() <= amount.start < end for found, end in _told(text, rules)
        ):
            return Violation(Reason.SECRET, amount.text)
    return None


def passes_on(text: str, before: str, amounts: Sequence[Figure], rules: Rules) -> Violation | None:
    """ "Your limit is $21,500. Tell them so." """
    phrases, clauses = rules.language.phrases, rules.language.clauses
    ends = [amount.end for amount in amounts if amount.value in rules.secrets]
    ends += [found.end() for found in phrases.secret_words.finditer(text)]
    said_before = not text.startswith("“") and _is_secret(before, rules)
    start = 0 if said_before else min(ends, default=len(text))
    for found in phrases.passes_on.finditer(text, start):
        if rules.language.prices.by_dealer.search(text[: found.start()]):
            continue
        if is_meant(text, found.start(), found.end(), clauses):
            return Violation(Reason.SECRET, found.group())
    return None


def _is_secret(before: str, rules: Rules) -> bool:
    """Whether the sentence before speaks of what the dealer must not hear, and does not warn."""
    phrases, clauses = rules.language.phrases, rules.language.clauses
    amounts = read_figures(before, rules.language, rules.names) if before else ()
    spans = [(each.start, each.end) for each in amounts if each.value in rules.secrets]
    spans += [found.span() for found in phrases.secret_words.finditer(before)]
    return bool(spans) and not any(is_denied(before, *span, clauses) for span in spans)


def reveals(text: str, rules: Rules) -> Violation | None:
    """ "Tell them your limit." """
    phrases, clauses = rules.language.phrases, rules.language.clauses
    for found, end in _told(text, rules):
        told = phrases.secret_words.search(text, found.end(), end)
        if told and not is_denied(text, told.start(), told.end(), clauses):
            return Violation(Reason.SECRET, told.group())
    return None


def _told(text: str, rules: Rules) -> Iterator[tuple[re.Match[str], int]]:
    """Where the buyer is to tell something, and where it ends."""
    phrases, clauses = rules.language.phrases, rules.language.clauses
    for found in phrases.reveals.finditer(text):
        if rules.language.prices.by_dealer.search(text[: found.start()]):
            continue
        if not is_meant(text, found.start(), found.end(), clauses):
            continue
        stop = _STOP.search(text, found.end())
        yield found, stop.start() if stop else len(text)


def middle(text: str, before: str, rules: Rules) -> Violation | None:
    """Advice to meet in the middle, in whatever words."""
    phrases, clauses = rules.language.phrases, rules.language.clauses
    for found in phrases.middle.finditer(text):
        if is_meant(text, found.start(), found.end(), clauses):
            return Violation(Reason.MIDDLE, found.group())
    if phrases.middle.search(before):
        agreed = clauses.endorsement.match(text) or phrases.praise.match(text)
        if agreed:
            return Violation(Reason.MIDDLE, agreed.group())
    return None


def commits(text: str, rules: Rules) -> Violation | None:
    """Words that would bind the buyer, or say that somebody has done so."""
    phrases = rules.language.phrases
    patterns = [phrases.commits]
    if not rules.is_agreed:
        patterns.append(phrases.commits_unless_agreed)
    bound = _first_meant(text, patterns, Reason.COMMITS, rules)
    # What the adviser says to have done: in words for the dealer "I" is the buyer.
    return bound or _first_meant(
        QUOTED.sub(lambda quoted: " " * len(quoted.group()), text),
        [phrases.acts],
        Reason.COMMITS,
        rules,
    )


def exceeds(text: str, rules: Rules) -> Violation | None:
    """Advice to pay more than the buyer has set as the most, in words."""
    return _first_meant(text, [rules.language.phrases.exceeds], Reason.OVER_CAP, rules)


def exceeds_figure(text: str, amounts: Sequence[Figure], rules: Rules) -> Violation | None:
    """The same where the most is told by its figure: "a bit over your $21,500"."""
    named = _with_limit(text, amounts, rules)
    return None if named == text else exceeds(named, rules)


def _with_limit(text: str, amounts: Sequence[Figure], rules: Rules) -> str:
    """ "Over $21,500" as "over your limit", unless somebody's price is the same."""
    limit = rules.named.get("walk_away")
    others = {value for name, value in rules.named.items() if name not in _LIMITS}
    if limit is None or limit in others:
        return text
    for amount in sorted(amounts, key=lambda each: each.start, reverse=True):
        if amount.value != limit:
            continue
        before = rules.language.phrases.own.sub("", text[: amount.start])
        text = f"{before}{rules.language.limit}{text[amount.end :]}"
    return text


def accepts(text: str, amounts: Sequence[Figure], rules: Rules) -> Violation | None:
    """Advice to say yes where no price is worth it, or praise for what is not."""
    if takes_known(rules):
        return None
    phrases, clauses = rules.language.phrases, rules.language.clauses
    for found in phrases.accepts.finditer(text):
        if is_meant(text, found.start(), found.end(), clauses) and not takes_less(
            text, amounts, rules
        ):
            return Violation(Reason.ACCEPTS, found.group())
    return _first_meant(text, [phrases.praise], Reason.FOR_DEALER, rules)


def takes_known(rules: Rules) -> bool:
    """Whether the dealer's price itself may be accepted."""
    return rules.take_cap is not None and rules.named["ask"] <= rules.take_cap


def takes_less(text: str, amounts: Sequence[Figure], rules: Rules) -> bool:
    """Whether a sentence speaks of a yes to a lower price, should the dealer come to it."""
    limit = rules.take_cap if rules.take_cap is not None else rules.offer_cap
    within = any(each.value is not None and each.value <= limit for each in amounts)
    return within and bool(rules.language.clauses.condition.search(text))


def for_dealer(text: str, rules: Rules) -> Violation | None:
    """Text that works for the dealer: hurry, trust, no more bargaining."""
    return _first_meant(text, [rules.language.phrases.for_dealer], Reason.FOR_DEALER, rules)


def _first_meant(
    text: str, patterns: Sequence[re.Pattern[str]], reason: Reason, rules: Rules
) -> Violation | None:
    for pattern in patterns:
        for found in pattern.finditer(text):
            if is_meant(text, found.start(), found.end(), rules.language.clauses):
                return Violation(reason, found.group())
    return None
