"""``make test``: the fast lane, which proves the change, then the long walks; ``make test-fast``.

    python -m tests [--lane fast|long] [arguments of pytest] …

What is marked ``long`` walks in the second lane: fault campaigns, every state of the page under axe
and at every size, sabotage, and `make` on a bare machine. Beside them, when all of it is asked for,
a real model words advice (``bench.model_check``). The walks begin with the seed that is printed;
``SEED=`` names another. ``WORKERS=`` says how many processes, by default one more than cores.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from stack.layout import ROOT
from tests.support.evidence import FAILURES
from tests.support.tally import Tally

SEED = "20261122"
NOTHING_TO_RUN = 5  # pytest's exit code
MODEL_ADS = "4"
MODEL_SECONDS = 900
"""How long it is waited for when the tests have ended."""

LANES = {"fast": "not long", "long": "long"}
"""What pytest's ``-m`` says of each. Both are one run: the long walks begin when all else has."""

LONG_FOLDERS = "tests/browser tests/e2e tests/faults"
"""Where there are long ones; to look through the others takes a while."""

MOST_SECONDS = 3000
"""Of a run; it is for what hangs."""


def main() -> int:
    """Run what was asked for; the exit code is 1 when anything failed, 5 when there was nothing."""
    # Ignored in a shell's background, where all that tests start and interrupt would ignore it too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    names, arguments = _asked(sys.argv[1:])
    os.environ.setdefault("SEED", SEED)
    shutil.rmtree(FAILURES, ignore_errors=True)
    with ExitStack() as beside:
        is_whole = "long" in names and not arguments
        check = beside.enter_context(_model_check()) if is_whole else None
        code, tally = _run(names, arguments)
        codes = [code]
        lines = list(tally.lines())
        if check is not None:
            began = time.monotonic()
            codes.append(check())
            lines.append(
                f"  {time.monotonic() - began:7.1f} s  waited for the real model after that"
            )
    print("\n".join(lines))
    if FAILURES.exists():
        print(f"What failed tests left: {FAILURES}")
    print(tally.closing())
    failed = [code for code in codes if code not in {0, NOTHING_TO_RUN}]
    return 1 if failed else min(codes)


def _asked(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Which lanes, and what is pytest's."""
    if arguments[:1] == ["--lane"]:
        return [arguments[1]], arguments[2:]
    return list(LANES), arguments


def _run(names: Sequence[str], arguments: Sequence[str]) -> tuple[int, Tally]:
    workers = os.environ.get("WORKERS") or str((os.cpu_count() or 1) + 1)
    lanes = " and ".join(names)
    print(f"Lanes: {lanes}, on {workers} processes; SEED={os.environ['SEED']}", flush=True)
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, "tally.json")
        command = [sys.executable, "-m", "pytest", "-q", "-n", workers]
        command += ["-m", " or ".join(LANES[name] for name in names)]
        command += [f"--session-timeout={MOST_SECONDS}", *arguments]
        if names == ["long"]:
            command += ["-o", f"testpaths={LONG_FOLDERS}"]
        environment = {**os.environ, "TALLY": str(path)}
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        return done.returncode, Tally.read(path)


@contextmanager
def _model_check() -> Iterator[Callable[[], int]]:
    """Let a small real model advise beside the tests, where its wheels install.

    What is given waits for its end, prints what it said, and returns its exit code.
    """
    bootstrap = [sys.executable, "stack/bootstrap.py", "python", "--dev", "--model"]
    if subprocess.run([*bootstrap, "-c", ""], cwd=ROOT, check=False).returncode:
        print("The model check was not run: its wheels do not install on this machine.")
        yield lambda: 0
        return
    check = [*bootstrap, "-m", "bench.model_check", "--polite", "--listings", MODEL_ADS]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(check, cwd=ROOT, stdout=said, stderr=said)

        def wait() -> int:
            try:
                code = process.wait(MODEL_SECONDS)
            except subprocess.TimeoutExpired:
                code = 1
                print("The real model did not come to an end.")
            said.seek(0)
            print(said.read())
            return code

        try:
            yield wait
        finally:
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(main())
