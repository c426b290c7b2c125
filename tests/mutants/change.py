"""A change of one place in one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, order=True)
class Change:
    """Bytes `start` to `end` of `file` become `replacement`.

    `line` is where it is, `first` to `last` are the lines of the whole statement: a test that runs
    any of them runs the change. Some statements run at import alone (`at_import`).
    """

    file: str
    line: int
    start: int
    end: int
    replacement: str
    first: int
    last: int
    at_import: bool

    def applied(self, source: bytes) -> bytes:
        """The file's content with the change."""
        return source[: self.start] + self.replacement.encode() + source[self.end :]

    def shown(self, source: bytes) -> Shown:
        """The lines of the change before and after it, each on one line."""
        begin = source.rfind(b"\n", 0, self.start) + 1
        end = source.find(b"\n", self.end)
        stop = len(source) if end < 0 else end
        changed = source[begin : self.start] + self.replacement.encode() + source[self.end : stop]
        return Shown(self.file, on_one_line(source[begin:stop]), on_one_line(changed))


@dataclass(frozen=True)
class Shown:
    """A change as people read it, and as `equivalent.txt` names it: it outlives moved lines."""

    file: str
    before: str
    after: str

    @cached_property
    def block(self) -> str:
        """Three lines, as in a diff."""
        return f"{self.file}\n- {self.before}\n+ {self.after}"


def on_one_line(text: bytes) -> str:
    return " ".join(text.decode(errors="replace").split())
