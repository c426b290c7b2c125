"""What the weights are learnt from: patterns, labelled sentences, and what the playbook says."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from backend.domain.advice import car_sense, talking_points
from backend.domain.advice.guard import folded, split
from backend.domain.advice.guard.figure import signed
from backend.domain.advice.guard.languages import language_of
from backend.domain.advice.guard.reading_figures import read_figures
from backend.domain.advice.guard.stance import Stance
from backend.domain.advice.playbook import words
from backend.locales import locale_of
from bench.stance.patterns import Example, examples
from tests.unit.domain.guard.corpus import Labelled, sentences

SEED = 1
FILES = {"en": "english.txt", "es": "spanish.txt"}
LABELLED, PLAYBOOK = 3.0, 4.0
"""What a labelled sentence and one of the playbook count for."""

_STANCES = {
    None: {Stance.RIGHT},
    "pay": {Stance.ACCEPT, Stance.EXCEED},
    "secret": {Stance.SECRET},
    "middle": {Stance.MIDDLE},
    "commit": {Stance.COMMIT, Stance.DONE},
    "dealer": {Stance.DEALER, Stance.ACCEPT},
}
_RIGHT_IN = {
    "accept": {Stance.ACCEPT},
    "last": {Stance.ACCEPT},
    "agreed": {Stance.ACCEPT, Stance.DONE},
}
"""What is right as well in situations of the labelled sentences."""

_OF_A_DEAL = frozenset({"deal", "standing", "counsel"})
"""The playbook's modules that may advise to accept, or speak of a bargain that is struck."""

_NAMES = re.compile(r"\b(?:(?:Toyota )?Camry|Tesla(?: Model 3)?|Mazda|BMW|F-150)\b")
_CAR = re.compile(r"\{(?:car|model)\}")
_FIGURE = re.compile(r"\{\w+\}")


def corpus(language: str) -> Iterator[Example]:
    """All examples of a language, the same each time, as the guard gives them to be judged: with
    its word for any car's name, and its sign for figures in words.
    """
    reader = language_of(language)
    for each in _all(language):
        text = folded(_NAMES.sub(reader.car, each.text))
        yield replace(each, text=signed(text, read_figures(text, reader)))


def _all(language: str) -> Iterator[Example]:
    file = Path(__file__).with_name(FILES[language])
    yield from examples(file, language, random.Random(SEED))  # noqa: S311
    yield from playbook(language)
    yield from (
        _example(each)
        for each in sentences(language)
        if each.wrong in _STANCES and not each.is_held_out
    )


def _example(labelled: Labelled) -> Example:
    stances = set(_STANCES[labelled.wrong])
    if labelled.wrong is None:
        stances |= _RIGHT_IN.get(labelled.situation, set())
    return Example(labelled.text, frozenset(stances), LABELLED)


def playbook(language: str) -> Iterator[Example]:
    """The sentences of all wordings of the playbook, with any figure in them."""
    translate = locale_of(language).text
    for name, english in sorted(_wordings()):
        text = _FIGURE.sub("$17,400", _CAR.sub("Camry", translate(english)))
        stances = {Stance.RIGHT} | ({Stance.ACCEPT, Stance.DONE} if name in _OF_A_DEAL else set())
        for sentence in split(text):
            if sentence.strip():
                yield Example(sentence.strip(), frozenset(stances), PLAYBOOK)


def _wordings() -> set[tuple[str, str]]:
    """Texts of several words in the playbook's modules, with the module's name."""
    modules = [
        import_module(f"{words.__name__}.{each.name}") for each in iter_modules(words.__path__)
    ]
    return {
        (module.__name__.rpartition(".")[2], text)
        for module in (*modules, car_sense, talking_points)
        for name, value in vars(module).items()
        if not name.startswith("__")
        for text in _texts(value)
        if " " in text
    }


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _texts(each))
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from (text for each in value for text in _texts(each))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (text for each in fields(value) for text in _texts(getattr(value, each.name)))
