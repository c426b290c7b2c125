"""``python -m backend.locales`` brings the catalogues up to date with the texts in the code.

New texts come in untranslated, texts that are gone are dropped. To add a language, make its file
with nothing but a header that has ``Language`` (e.g. ``fr_US``), run this, and translate.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from backend.locales.extracting import template

HERE = Path(__file__).parent
WIDTH = 98


def updated(file: Path) -> Catalog:
    """The catalogue in ``file`` with the texts of now, its translations kept."""
    with file.open("rb") as text:
        known = read_po(text)
    fresh = Catalog(locale=known.locale_identifier, project="adviser", fuzzy=False)
    for message in template():
        if message.id:
            translation = known.get(message.id)
            string = translation.string if translation else ""
            fresh.add(message.id, string, locations=message.locations)
    return fresh


def write(catalogue: Catalog, file: Path) -> None:
    """Write a catalogue; the same one always gives the same file."""
    with file.open("wb") as text:
        text.write(f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale_identifier}\\n"\n'.encode())
        text.write(b'"Content-Type: text/plain; charset=utf-8\\n"\n\n')
        write_po(text, catalogue, width=WIDTH, omit_header=True, include_lineno=False)


def main() -> None:
    for file in sorted(HERE.glob("*/LC_MESSAGES/adviser.po")):
        catalogue = updated(file)
        write(catalogue, file)
        untranslated = sum(not message.string for message in catalogue if message.id)
        print(f"{file.parent.parent.name}: {len(catalogue)} texts, {untranslated} untranslated")


if __name__ == "__main__":
    main()
