"""How `make test` runs, on a small project: lanes, who runs what, what is told and left."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from stack.layout import ROOT
from tests import __main__ as lanes
from tests.support.tally import Tally, part_of

CONFTEST = f"""
import json, os, sys
from pathlib import Path

import pytest

sys.path.insert(0, {str(ROOT)!r})
from tests.support import evidence, spreading

HERE = Path(__file__).parent
evidence.FAILURES = HERE / "failures"
spreading.SHARED.clear()
spreading.SHARED.update({{"tests/unit/test_one": "a product", "tests/unit/test_two": "a product"}})
spreading.LONGEST = ("tests/unit/test_walks",)
pytest_plugins = ("tests.support.tally", "tests.support.evidence", "tests.support.spreading")

@pytest.fixture(autouse=True)
def noted(request):
    worker = os.environ["PYTEST_XDIST_WORKER"]
    with (HERE / "ran.jsonl").open("a") as ran:
        ran.write(json.dumps([worker, request.node.nodeid]) + "\\n")

@pytest.fixture
def server(tmp_path):
    (tmp_path / "server.log").write_text("it began\\nit broke")
    with evidence.witnessed(lambda folder: (folder / "screenshot.txt").write_text("a picture")):
        yield
"""

FILES = {
    "conftest.py": CONFTEST,
    "pytest.ini": "[pytest]\nmarkers = long\n",
    "tests/unit/test_one.py": "def test_a(): pass\ndef test_b(): pass\n",
    "tests/unit/test_other.py": "def test_a(): pass\ndef test_b(): pass\n",
    "tests/unit/test_two.py": "def test_a(): pass\n",
    "tests/unit/test_walks.py": (
        "import pytest\n@pytest.mark.parametrize('size', ['a', 'b'])\ndef test_it(size): pass\n"
    ),
    "tests/e2e/test_failing.py": (
        "import pytest\n\n"
        "def test_that_fails(server): assert 1 == 2\n\n"
        "@pytest.mark.skip\ndef test_that_is_skipped(): pass\n\n"
        "@pytest.fixture\ndef broken(): raise OSError('no part')\n\n"
        "def test_that_does_not_begin(broken): pass\n"
    ),
    "tests/e2e/test_long.py": "import pytest\n@pytest.mark.long\ndef test_a_long_walk(): pass\n",
}


@dataclass(frozen=True)
class Ran:
    """A run of both lanes: what it printed and left, and who ran what in which order."""

    code: int
    printed: str
    place: Path
    by_worker: dict[str, list[str]]

    @property
    def worker_of(self) -> dict[str, str]:
        return {name: worker for worker, names in self.by_worker.items() for name in names}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    place = tmp_path_factory.mktemp("project")
    for name, text in FILES.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    with pytest.MonkeyPatch.context() as patch, (place / "printed").open("w+") as printed:
        for name, value in {"ROOT": place, "FAILURES": place / "failures"}.items():
            patch.setattr(lanes, name, value)
        patch.setattr(sys, "argv", ["tests", "-p", "xdist", "-p", "pytest_timeout"])
        patch.setattr(sys, "stdout", printed)
        for name in ("TALLY", "SEED", "PYTEST_ADDOPTS"):
            patch.delenv(name, raising=False)
        patch.setenv("WORKERS", "2")
        patch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
        run = subprocess.run

        def into_the_file(command: list[str], **how: Any) -> Any:
            printed.flush()
            return run(command, stdout=printed, stderr=printed, **how)

        patch.setattr(subprocess, "run", into_the_file)
        code = lanes.main()
        printed.seek(0)
        text = printed.read()
    by_worker = defaultdict(list)
    for line in (place / "ran.jsonl").read_text().splitlines():
        worker, name = json.loads(line)
        by_worker[worker].append(name)
    return Ran(code, text, place, by_worker)


def test_both_lanes_run_what_is_theirs_with_a_seed_that_is_said(ran: Ran) -> None:
    assert ran.printed.startswith("Lanes: fast and long, on 2 processes; SEED=20261122\n")
    assert "\n1 failed, 8 passed, 1 skipped" in ran.printed


def test_the_last_line_counts_both_and_the_code_tells_of_a_failure(ran: Ran) -> None:
    assert ran.printed.splitlines()[-1] == "8 passed, 2 failed, 1 skipped"
    assert ran.code == 1


def test_failures_are_named_at_once(ran: Ran) -> None:
    name = "tests/e2e/test_failing.py::test_that_fails"
    assert ran.printed.index(f"FAILED {name} (call)") < ran.printed.index("= FAILURES =")
    assert "FAILED tests/e2e/test_failing.py::test_that_does_not_begin (setup)" in ran.printed


def test_the_end_tells_slowest_parts_and_lanes(ran: Ran) -> None:
    end = ran.printed[ran.printed.index("The 10 slowest tests:") :]
    slowest = re.findall(r"^ +([\d.]+) s  (tests/\S+)$", end, re.MULTILINE)
    assert len({name for _, name in slowest}) == 10
    assert [float(seconds) for seconds, _ in slowest] == sorted(
        (float(seconds) for seconds, _ in slowest), reverse=True
    )
    assert "unit (7 tests)" in end
    assert "e2e (4 tests)" in end
    assert "fast lane (10 tests)" in end
    assert "long lane (1 tests)" in end
    assert "By the clock:" in end
    assert f"What failed tests left: {ran.place / 'failures'}" in end


def test_a_failed_test_leaves_its_failure_its_logs_and_what_witnesses_saw(ran: Ran) -> None:
    folder = ran.place / "failures" / "tests-e2e-test_failing.py-test_that_fails"
    assert str(folder) in ran.printed
    assert "assert 1 == 2" in (folder / "call.txt").read_text()
    assert (folder / "screenshot.txt").read_text() == "a picture"
    [log] = (folder / "logs").iterdir()
    assert log.read_text() == "it began\nit broke"
    others = {each.name for each in (ran.place / "failures").iterdir()} - {folder.name}
    assert others == {"tests-e2e-test_failing.py-test_that_does_not_begin"}


def test_a_file_stays_on_one_worker_and_so_do_files_that_share(ran: Ran) -> None:
    of = ran.worker_of
    assert of["tests/unit/test_other.py::test_a"] == of["tests/unit/test_other.py::test_b"]
    shared = ("test_one.py::test_a", "test_one.py::test_b", "test_two.py::test_a")
    assert len({of[f"tests/unit/{name}"] for name in shared}) == 1


def test_the_longest_begin_first_each_on_any_worker(ran: Ran) -> None:
    first = {names[0] for names in ran.by_worker.values()}
    assert first == {f"tests/unit/test_walks.py::test_it[{size}]" for size in "ab"}


def test_the_long_lane_comes_last(ran: Ran) -> None:
    last = {names[-1] for names in ran.by_worker.values()}
    assert "tests/e2e/test_long.py::test_a_long_walk" in last


@pytest.mark.parametrize(
    ("arguments", "lanes_asked", "left"),
    [
        ([], ["fast", "long"], []),
        (["-k", "one"], ["fast", "long"], ["-k", "one"]),
        (["--lane", "long"], ["long"], []),
        (["--lane", "fast", "tests/unit"], ["fast"], ["tests/unit"]),
    ],
)
def test_what_is_asked_for(arguments: list[str], lanes_asked: list[str], left: list[str]) -> None:
    assert lanes._asked(arguments) == (lanes_asked, left)


@pytest.mark.parametrize(
    ("installs", "code", "told"),
    [
        (0, 3, f"it looked at {lanes.MODEL_ADS} ads"),
        (1, 0, "its wheels do not install on this machine"),
    ],
)
def test_a_real_model_is_checked_beside_the_tests(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    installs: int,
    code: int,
    told: str,
) -> None:
    (tmp_path / "stack").mkdir()
    (tmp_path / "stack" / "bootstrap.py").write_text(
        f"import sys\n\nif '-c' in sys.argv:\n    sys.exit({installs})\n"
        "print('it looked at', sys.argv[-1], 'ads')\nsys.exit(3)\n"
    )
    monkeypatch.setattr(lanes, "ROOT", tmp_path)
    with lanes._model_check() as check:
        assert check() == code
    assert told in capsys.readouterr().out


def test_what_a_run_did_not_get_to_count_is_nothing(tmp_path: Path) -> None:
    assert Tally.read(tmp_path / "tally.json") == Tally()


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("tests/unit/llm/test_call.py::test_a[b/c]", "unit/llm"),
        ("tests/unit/domain/guard/test_corpus.py::test_a", "unit/domain"),
        ("tests/e2e/test_calls.py::test_a", "e2e"),
    ],
)
def test_parts_are_the_two_upper_folders(name: str, part: str) -> None:
    assert part_of(name) == part
