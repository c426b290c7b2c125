"""Runs a command that dies with the process that started it, even when that is killed with -9.

Run as a script in front of the command:
`python -I -S end_with_parent.py <parent's pid> <user> <command> …`, where an empty user means no
change of user. On Linux the kernel is asked to kill this process as
soon as its parent is gone, and the request outlives `exec`. Elsewhere the command simply runs.
Standard library alone, and little of it: every start of every child passes here.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import sys

PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int, signal_number: int = signal.SIGKILL) -> None:
    """Have the kernel send `signal_number` to this process when its parent (`parent`) ends."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal_number)
    if os.getppid() != parent:  # it ended before the kernel knew
        os.kill(os.getpid(), signal_number)


def become(user: str) -> None:
    """Give up root for `user`. Only root can; it also clears what `end_with_parent` asked for."""
    entry = pwd.getpwnam(user)
    os.initgroups(user, entry.pw_gid)
    os.setgid(entry.pw_gid)
    os.setuid(entry.pw_uid)


def main() -> None:
    """Tie this process to its parent, then become the command."""
    parent, user, *command = sys.argv[1:]
    if user:
        become(user)
    end_with_parent(int(parent))
    try:
        os.execvp(command[0], command)
    except OSError as error:
        sys.exit(f"{command[0]}: {error.strerror}")


if __name__ == "__main__":
    main()
