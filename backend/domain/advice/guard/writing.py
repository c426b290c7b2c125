"""How a sentence is written, before what it says: no links, no markup, no other language."""

from __future__ import annotations

import re

from backend.domain.advice.guard.rules import Rules, runs
from backend.domain.advice.guard.text import folded, has_other_letters, is_visible, without
from backend.domain.advice.guard.violation import Reason, Violation

_TOP_LEVEL = (
    "com|net|org|io|co|us|info|biz|app|dev|xyz|ru|cn|me|ly|gg|to|link|site|online|shop|cars?|auto|ai|"
    "edu|gov|tv|cc|uk|de|es|fr|example|test|local|top|click|page|web|cloud|store|club|html?|php"
)
_LINK = re.compile(
    r"\w{2,}\s?:\s?//|\bwww\.|\bmailto:|\bhxxp|@|\bjavascript:|\bdata:\w"
    rf"|(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{_TOP_LEVEL})(?![\w'])(?!\.\w)"
    r"|\b[a-z0-9-]+\.[a-z]{2,}/\S|\bdot (?:com|net|org)\b|\[dot\]|\(dot\)|\b\d+\.\d+\.\d+\.\d+\b"
)
_MARKUP = re.compile(r"[<>{}\[\]|\\`^~]|!\(|&(?:#|lt|gt|amp|quot)|={2,}|_{2,}|-{3,}|/\*|\*/|&&")
_LONG_WORD = re.compile(r"[^\s“”]{31,}")
_NEVER = ((_LINK, Reason.LINK), (_MARKUP, Reason.MARKUP), (_LONG_WORD, Reason.MARKUP))
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_FEW_COMMON, _LEAST_COMMON = 0.25, 4


def check(sentence: str, rules: Rules) -> Violation | None:
    """What is wrong with the writing of ``sentence``, or None."""
    if not all(is_visible(character) for character in sentence):
        return Violation(Reason.HIDDEN, "a character that cannot be seen")
    if has_other_letters(without(sentence, rules.names)):
        return Violation(Reason.FOREIGN, "letters of another script")
    text = without(folded(sentence), rules.names)
    for pattern, reason in (*_NEVER, (rules.language.phrases.leaks, Reason.LEAK)):
        if found := pattern.search(text):
            return Violation(reason, found.group()[:40])
    if rules.private and not rules.private.isdisjoint(runs(sentence)):
        return Violation(Reason.LEAK, "words that are not for readers")
    return _other_language(text, rules)


def _other_language(text: str, rules: Rules) -> Violation | None:
    words = _WORD.findall(text)
    common = sum(_stem(word) in rules.language.common for word in words)
    others = len(rules.language.elsewhere.findall(text))
    is_foreign = others > common or (others >= 2 and common < len(words) / 2)
    if len(words) >= _LEAST_COMMON and common < len(words) * _FEW_COMMON and others:
        is_foreign = True
    if len(words) >= 2 * _LEAST_COMMON and common < len(words) * _FEW_COMMON / 2:
        is_foreign = True
    return Violation(Reason.FOREIGN, "another language") if is_foreign else None


def _stem(word: str) -> str:
    return word.partition("'")[0]
