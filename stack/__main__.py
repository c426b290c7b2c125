"""`make run`: bring everything up, keep it up, and take it down again."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from types import FrameType

from stack import settings
from stack.end_with_parent import end_with_parent
from stack.failures import CancelledError, NotReadyError, StackError
from stack.plan import StackOptions
from stack.ports import refusal
from stack.running import Stack

END_WITH_PARENT = "--end-with-parent"  # given by make, which is not to leave us behind
PATIENCE_SECONDS = 15.0


def main() -> int:
    """Run until told to stop; the exit code is 1 when it cannot run."""
    if END_WITH_PARENT in sys.argv[1:]:
        end_with_parent(os.getppid(), signal.SIGTERM)
    try:
        wanted = settings.from_environment()
        stack = Stack(options(wanted))
        handle_signals(stack)
        try:
            serve(stack, own_login=bool(wanted.flower_basic_auth))
        except CancelledError:
            say("stopping")
        finally:
            stack.stop()
    except (StackError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    say("stopped")
    return 0


def serve(stack: Stack, *, own_login: bool) -> None:
    """Start, say where it is reached, and stay until a signal ends it (CancelledError)."""
    stack.start()
    say(f"starting; logs are in {stack.data.path / 'logs'}")
    while True:
        try:
            stack.wait_ready(PATIENCE_SECONDS)
            break
        except NotReadyError as error:
            say(f"{error}; still trying")
    say(f"ready: {stack.base_url}")
    user, _, password = stack.plan.flower_login.partition(":")
    login = "login from FLOWER_BASIC_AUTH" if own_login else f"login {user}, password {password}"
    say(f"Flower: http://127.0.0.1:{stack.plan.flower_port} ({login})")
    stack.watch()


def options(wanted: settings.StackSettings) -> StackOptions:
    """All of the product, once each."""
    flower_port = wanted.flower_port
    if flower_port is None:
        taken = refusal(settings.DEFAULT_FLOWER_PORT)
        flower_port = 0 if taken else settings.DEFAULT_FLOWER_PORT
    return StackOptions(
        data_dir=wanted.data_dir,
        host=wanted.host,
        gateway_ports=(wanted.port,),
        flower_port=flower_port,
        database_url=wanted.database_url,
        redis_url=wanted.redis_url,
        spare=True,
        environment={"DEMO": wanted.demo},
        report=say,
    )


def handle_signals(stack: Stack) -> None:
    """Stop at the first signal, kill at the second."""

    def handle(_number: int, _frame: FrameType | None) -> None:
        if stack.cancelled:
            stack.hurry()
        stack.cancel()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN or number != signal.SIGHUP:  # nohup
            signal.signal(number, handle)


def say(line: str) -> None:
    """Tell the person at the terminal, if there still is one."""
    with suppress(OSError):
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
