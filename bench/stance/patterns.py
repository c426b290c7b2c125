"""Sentences with what they advise, made of the patterns of a language's file."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path

from backend.domain.advice.guard.stance import Stance

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SECTION = re.compile(r"\[([^\[\]|]+)\]$")
_BLANK_BEFORE_STOP = re.compile(r"\s+([.,;:!?])")
_TWO_STOPS = re.compile(r"([.!?;,])[.,]")

SAMPLES = 14
"""So many sentences are made of a pattern, or fewer where it has not so many wordings."""

WRITTEN_OUT = 3.0
"""What a sentence without choices counts for."""


@dataclass(frozen=True)
class Example:
    """A sentence, the stances that it may be of, and how much it counts."""

    text: str
    stances: frozenset[Stance]
    weight: float = 1.0


def sections(file: Path) -> dict[str, list[str]]:
    """The patterns of a file by section."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if name := _SECTION.match(line):
            lines = found.setdefault(name[1], [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    return found


def examples(file: Path, language: str, chance: random.Random) -> Iterator[Example]:
    """What the patterns of a language's file make; the same for the same ``chance``."""
    patterns = sections(file)
    yield from _acts(patterns, language, chance)
    yield from _claims(patterns, chance)
    yield from _adviser_acts(patterns, chance)
    for line in patterns["sentences"]:
        stance, _, body = line.partition(": ")
        ways = prod(len(each.split("|")) for each in _CHOICE.findall(body))
        weight = WRITTEN_OUT if ways == 1 else 1.0
        for _ in range(min(ways, SAMPLES * (2 if ways > 30 else 1))):
            yield _example(one_of(body, chance), stance, weight)


def _acts(
    patterns: Mapping[str, list[str]], language: str, chance: random.Random
) -> Iterator[Example]:
    for line in patterns["acts"]:
        head, _, body = line.partition(": ")
        stance, _, dropped = (part.strip() for part in head.partition("!"))
        frames = [("frames for", stance)]
        if stance != Stance.RIGHT:
            frames.append(("frames against", Stance.RIGHT))
        elif dropped:
            frames.append(("frames to drop", dropped))
        ways = 1 + sum(each.count("|") > 5 for each in _CHOICE.findall(body))
        for section, label in frames:
            for _ in range(SAMPLES * ways):
                forms = act_forms(one_of(body, chance), language)
                yield _example(_filled(patterns[section], forms, chance), label)


def _claims(patterns: Mapping[str, list[str]], chance: random.Random) -> Iterator[Example]:
    for line in patterns["claims"]:
        stance, _, body = line.partition(": ")
        for section, label in (
            ("frames of claims", stance),
            ("frames of reported claims", Stance.RIGHT),
        ):
            for _ in range(2 * SAMPLES):
                forms = {"claim": one_of(body, chance)}
                yield _example(_filled(patterns[section], forms, chance), label)


def _adviser_acts(patterns: Mapping[str, list[str]], chance: random.Random) -> Iterator[Example]:
    for line in patterns["acts of the adviser"]:
        verbs, _, body = line.partition(": ")
        for section, label, count in (
            ("frames of the adviser's acts", Stance.COMMIT, 2 * SAMPLES),
            ("frames of the adviser's restraint", Stance.RIGHT, SAMPLES),
        ):
            for _ in range(count):
                rest = one_of(body, chance)
                names = ("do", "did", "done")
                forms = {
                    name: f"{verb} {rest}"
                    for name, verb in zip(names, verbs.split("/"), strict=True)
                }
                yield _example(_filled(patterns[section], forms, chance), label)


def _filled(frames: list[str], forms: Mapping[str, str], chance: random.Random) -> str:
    text = one_of(chance.choice(frames), chance)
    for name, form in forms.items():
        text = text.replace(f"{{{name}}}", form)
        text = text.replace(f"{{{name.capitalize()}}}", _capital(form))
    return text


def _example(text: str, stance: str, weight: float = 1.0) -> Example:
    plain = _BLANK_BEFORE_STOP.sub(r"\1", " ".join(text.split()))
    return Example(_capital(_TWO_STOPS.sub(r"\1", plain)), frozenset({Stance(stance)}), weight)


def one_of(pattern: str, chance: random.Random) -> str:
    """The pattern with one of each choice taken, the inner ones first."""
    while found := _CHOICE.search(pattern):
        taken = chance.choice(found[1].split("|"))
        pattern = pattern[: found.start()] + taken + pattern[found.end() :]
    return pattern


def _capital(text: str) -> str:
    place = next((place for place, letter in enumerate(text) if letter.isalpha()), 0)
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]


def act_forms(act: str, language: str) -> dict[str, str]:
    """The forms of a verb phrase that frames name."""
    verb, _, rest = act.partition(" ")
    if language == "en":
        if verb == "not":
            return {"act": act, "acting": f"not {act_forms(rest, language)['acting']}"}
        return {"act": act, "acting": f"{_gerund(verb)} {rest}".strip()}
    infinitive, _, request = verb.partition("/")
    return {
        "act": f"{infinitive} {rest}".strip(),
        "haga": f"{request or infinitive} {rest}".strip(),
    }


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return f"{verb[:-1]}ing"
    is_short = re.fullmatch(r"[^aeiou]{1,3}[aeiou][^aeiouwxy]", verb)
    return f"{verb}{verb[-1] if is_short else ''}ing"
