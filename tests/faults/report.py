"""The page of results."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import quantiles

from tests.faults.checker import Kind, Violation


@dataclass
class Report:
    """What a campaign did and found. Times are in seconds."""

    name: str
    seed: int
    buyers: int
    faults: Counter[str] = field(default_factory=Counter)
    spent: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    messages: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    replies: int = 0
    attempts: int = 0
    clients: int = 0
    converged_after: list[float] = field(default_factory=list)
    answers: Counter[int | str] = field(default_factory=Counter)
    posted_while_away: int = 0
    violations: list[Violation] = field(default_factory=list)

    @property
    def internal_errors(self) -> int:
        """Answers that no caller should ever get."""
        return self.answers[500]

    @property
    def is_good(self) -> bool:
        """Whether every promise was kept, and every client converged."""
        whole = len(self.converged_after) == self.clients
        return whole and not self.violations and not self.internal_errors

    def found(self, kind: Kind) -> int:
        return sum(violation.kind == kind for violation in self.violations)

    def table(self) -> str:
        """The results as text."""
        rows: list[tuple[str, object]] = [("seed", self.seed), ("buyers", self.buyers)]
        rows += [
            (f"fault: {name}", f"{count}  ({self.spent[name] / count:.1f} s each)")
            for name, count in sorted(self.faults.items())
        ]
        rows += [
            ("messages accepted", self.messages),
            ("posts accepted while Valkey was away", self.posted_while_away),
            ("posts refused by rule", sum(self.refused.values())),
            ("replies", self.replies),
            ("attempts", self.attempts),
            ("requests answered 5xx or not at all, and sent again", self._sent_again()),
            ("internal errors", self.internal_errors),
            ("lost", self.found("lost")),
            ("doubled", self.found("doubled")),
            ("disordered", self.found("disordered")),
            ("gaps in seq", self.found("gap")),
            ("diverged states", self.found("diverged")),
            ("not at rest", self.found("unfinished")),
            ("garbled texts", self.found("garbled")),
            ("clients converged", f"{len(self.converged_after)} of {self.clients}"),
            ("time to converge, p50 / p99", self._times()),
        ]
        width = max(len(label) for label, _ in rows)
        lines = [self.name, "-" * len(self.name)]
        lines += [f"{label:<{width}}  {value}" for label, value in rows]
        lines += [f"VIOLATION {v.kind} in {v.negotiation_id}: {v.what}" for v in self.violations]
        return "\n".join(lines)

    def _sent_again(self) -> int:
        failed = [answer for answer in self.answers if isinstance(answer, str) or answer >= 500]
        return sum(self.answers[answer] for answer in failed)

    def _times(self) -> str:
        if len(self.converged_after) < 2:
            return "–"
        cuts = quantiles(self.converged_after, n=100, method="inclusive")
        return f"{cuts[49]:.1f} s / {cuts[98]:.1f} s"
