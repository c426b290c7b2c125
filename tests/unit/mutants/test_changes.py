"""What is changed in Python and in TypeScript, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from stack.layout import ROOT
from tests.mutants.page import PageTests, page_changes
from tests.mutants.python_changes import changes_of


def python(source: str) -> set[str]:
    """A source's changed forms, each on one line."""
    found = changes_of("a.py", source)
    return {" ".join(one.applied(source.encode()).decode().split()) for one in found}


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a = b < c", {"a = (b <= c)"}),
        ("a = b is None", {"a = (b is not None)"}),
        ("a = not b", {"a = b"}),
        ("a = b and c", {"a = (b or c)", "a = b", "a = c"}),
        ("a = b + 1", {"a = (b - 1)", "a = b + 2", "a = b + 0"}),
        ("a = 'é' + b", {"a = '' + b", "a = ('é' - b)"}),
        ("a = f'{b} {c}'", {"a = ''"}),
        ("a = b if c else d", {"a = (b if not c else d)"}),
        ("a = [b for b in c if d]", {"a = [b for b in c]"}),
        ("a = b(c, d=e, f=g)", {"a = b(c, f=g)", "a = b(c, d=e)"}),
        ("a = b.where(c, d).x", {"a = b.x", "a = b.where(d).x", "a = b.where(c).x"}),
        ("a.b = c", {"pass"}),
        ("a(b)", {"pass"}),
        ("a += b", {"pass"}),
        ("with a: b = c", {"if True: b = c"}),
        ("if a: b = c", {"if (not (a)): b = c"}),
        ("while a: break", {"while (not (a)): break", "while a: continue"}),
        ("def a(): return b", {"def a(): return None"}),
        ("def a(): return", {"def a(): pass"}),
        ("def a(): raise B('c')", {"def a(): pass"}),
        ("@a\ndef b(c=1): ...", {"def b(c=1): ...", "@a def b(c=2): ...", "@a def b(c=0): ..."}),
        ("try: a = b\nexcept C: a = d", {"try: a = b except C: raise"}),
    ],
)
def test_python_is_changed(source: str, changed: set[str]) -> None:
    assert python(source) == changed


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "import a",
        "a: Literal['b']",
        "_log.info('a', b=1)",
        "@cache\ndef a(): ...",
        "a = Struct(frozen=True).b",
        "if TYPE_CHECKING: a = 1",
    ],
)
def test_python_is_left_alone(source: str) -> None:
    assert python(source) == set()


def test_a_change_knows_its_statement_and_when_it_runs() -> None:
    source = (
        "A = (\n    1,\n)\n\n\ndef b(c):\n    if c > 2:\n        d(\n            c\n        )\n"
    )
    places = {(one.line, one.first, one.last, one.at_import) for one in changes_of("a.py", source)}
    assert places == {(2, 1, 3, True), (7, 7, 7, False), (8, 8, 10, False)}


PAGE: dict[str, set[str]] = {
    "const a = b === 'c'": {"const a = b !== 'c'", "const a = b === ''"},
    "const a = b && c": {"const a = b || c", "const a = b", "const a = c"},
    "const a = b ?? 1": {"const a = b", "const a = b ?? 2", "const a = b ?? 0"},
    "const a = !b": {"const a = b"},
    "const a = b.filter(c).d": {"const a = b.d"},
    "const a = { ...b, c: d }": {"const a = { ...{}, c: d }", "const a = { ...b, ...{} }"},
    "if (a) b()": {"if (!(a)) b()", "if (a) ;"},
    "const a = async () => await b": {"const a = async () => b"},
    "function a() { return b }": {"function a() { return }"},
    "const a = 'é' + b": {"const a = '' + b", "const a = 'é' - b"},
    "type A = 'b' | 1": set(),
    "import a from 'b'": set(),
    "const a: 'é' = b as 'c'": set(),
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What each source of `PAGE` is changed into; asked for at once, for Node takes its time."""
    directory = tmp_path_factory.mktemp("page")
    sources = {str(directory / f"{number}.ts"): source for number, source in enumerate(PAGE)}
    for file, source in sources.items():
        Path(file).write_text(source)
    changed: dict[str, set[str]] = {source: set() for source in PAGE}
    for change in page_changes(ROOT, sources)[0]:
        source = sources[change.file.removeprefix("web/")]
        changed[source].add(change.applied(source.encode()).decode())
    return changed


@pytest.mark.parametrize("source", PAGE)
def test_the_page_is_changed(page: dict[str, set[str]], source: str) -> None:
    assert page[source] == PAGE[source]


def test_the_tests_of_a_file_of_the_page_are_told_from_near_to_far() -> None:
    imports = {
        "src/far.test.ts": ["src/b.ts"],
        "src/b.ts": ["src/a.ts"],
        "src/near.test.ts": ["src/a.ts", "src/b.ts"],
        "src/other.test.ts": ["src/c.ts"],
    }
    assert PageTests(imports).nearest("web/src/a.ts") == ["src/near.test.ts", "src/far.test.ts"]
