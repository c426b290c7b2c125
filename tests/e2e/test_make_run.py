"""`make run`: everything comes up, comes back, and goes away."""

from __future__ import annotations

import re
import signal
import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil
import pytest
import redis
import requests

from stack.ports import free_port
from tests.support.commands import RunningCommand, is_gone, running_command
from tests.support.postgres import PostgresServer
from tests.support.waiting import wait_for

ALL = {"valkey", "gateway", "worker", "batch", "upkeep", "beat", "flower"}


def settings(directory: Path) -> dict[str, str]:
    return {
        "DATA_DIR": str(directory / "data with space"),
        "PORT": str(free_port()),
        "FLOWER_PORT": str(free_port()),
    }


def serves(url: str) -> bool:
    try:
        return requests.get(url, timeout=60).status_code == 200
    except requests.RequestException:
        return False


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return settings(tmp_path_factory.mktemp("run"))


@pytest.fixture(scope="module")
def product(environment: dict[str, str]) -> Iterator[RunningCommand]:
    with running_command(**environment) as command:
        command.line("ready: ")
        wait_for(lambda: set(command.children()) >= ALL, what="all processes")
        yield command


@pytest.fixture
def valkey_of_product(environment: dict[str, str]) -> Iterator[redis.Redis]:
    configuration = Path(environment["DATA_DIR"], "valkey", "valkey.conf").read_text()
    found = dict(line.split(" ", 1) for line in configuration.splitlines())
    with redis.Redis(port=int(found["port"]), password=found["requirepass"]) as client:
        yield client


def test_ready_is_said_with_the_address_and_is_true(
    product: RunningCommand, environment: dict[str, str]
) -> None:
    url = product.line("ready: ")
    assert url == f"http://127.0.0.1:{environment['PORT']}"
    assert serves(f"{url}/readyz")


def test_flower_is_behind_the_login_that_is_printed(product: RunningCommand) -> None:
    line = product.line("Flower: ")
    found = re.fullmatch(r"(\S+) \(login (\S+), password (\S+)\)", line)
    assert found, line
    url, user, password = found.groups()
    wait_for(lambda: serves(f"{url}/healthcheck"), what="Flower serves")
    assert requests.get(f"{url}/", timeout=60).status_code == 401
    assert requests.get(f"{url}/", auth=(user, "wrong"), timeout=60).status_code == 401
    assert requests.get(f"{url}/", auth=(user, password), timeout=60).status_code == 200


@pytest.mark.parametrize("name", sorted(ALL))
def test_what_is_killed_is_back(
    product: RunningCommand, environment: dict[str, str], name: str
) -> None:
    if name == "gateway":
        log = Path(environment["DATA_DIR"], "logs", "gateway.log")
        wait_for(lambda: log.read_text().count("standing_by") > 1, what="another one stands by")
    killed = product.children()[name]
    killed.kill()

    def successor() -> psutil.Process | None:
        found = product.children().get(name)
        return found if found and found.pid != killed.pid else None

    back = wait_for(successor, what=f"{name} is back")
    product.line(f"{name} died of SIGKILL")
    told = f"{name} is back after "
    wait_for(lambda: any(line.startswith(told) for line in product.lines), what=told)
    assert back.is_running()
    wait_for(lambda: serves(f"{product.line('ready: ')}/readyz"), what="ready again")


def test_a_killed_valkey_keeps_its_port_and_what_was_queued(
    product: RunningCommand, valkey_of_product: redis.Redis
) -> None:
    valkey_of_product.rpush("kept", "one", "two")
    before = product.children()["valkey"].pid
    product.children()["valkey"].kill()

    def read_back() -> object:
        try:
            return valkey_of_product.lrange("kept", 0, -1)
        except redis.ConnectionError:
            return None

    assert wait_for(read_back, what="Valkey answers") == [b"one", b"two"]
    assert product.children()["valkey"].pid != before


def test_the_data_directory_is_for_its_owner_alone(
    product: RunningCommand, environment: dict[str, str]
) -> None:
    directory = Path(environment["DATA_DIR"])
    assert directory.stat().st_mode & 0o777 == 0o700
    for secret in ("secret_key", "flower_password", "valkey_password", "valkey/valkey.conf"):
        assert (directory / secret).stat().st_mode & 0o777 == 0o600
    assert (directory / "logs" / "gateway.log").exists()


def test_a_second_one_in_the_same_directory_is_refused(
    product: RunningCommand, environment: dict[str, str], tmp_path: Path
) -> None:
    lines = refused(**{**settings(tmp_path), "DATA_DIR": environment["DATA_DIR"]})
    pid = product.process.pid
    assert lines == [f"DATA_DIR {environment['DATA_DIR']} is in use by process {pid}"]


@pytest.mark.parametrize("port", ["PORT", "FLOWER_PORT"])
def test_a_port_in_use_is_refused(
    product: RunningCommand, environment: dict[str, str], tmp_path: Path, port: str
) -> None:
    flower = f"http://127.0.0.1:{environment['FLOWER_PORT']}/healthcheck"
    wait_for(lambda: serves(flower), what="Flower serves")
    lines = refused(**{**settings(tmp_path), port: environment[port]})
    (line,) = lines
    assert line.startswith(f"Port {environment[port]} of 127.0.0.1 cannot be used: Address already")
    assert line.endswith(f"{port}=…")


def test_a_data_directory_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "data"
    lines = refused(**{**settings(tmp_path), "DATA_DIR": str(place)})
    assert lines == [f"DATA_DIR {place} cannot be used: Not a directory"]


def test_a_port_that_is_no_number_is_refused(tmp_path: Path) -> None:
    (line,) = refused(**{**settings(tmp_path), "PORT": "eight"})
    assert "PORT" in line


def test_a_database_that_is_not_there_is_refused(tmp_path: Path) -> None:
    nowhere = f"postgresql+psycopg2://nobody@127.0.0.1:{free_port()}/none"
    (line,) = refused(**settings(tmp_path), DATABASE_URL=nowhere)
    assert line.startswith("The migrations failed: ")
    assert "migrate.log" in line


def refused(**environment: str) -> list[str]:
    """The lines of a `make run` that ends by itself, beyond those that tell of its course."""
    with running_command(**environment) as command:
        assert command.process.wait(120) == 1
        assert not psutil.pid_exists(command.process.pid)
        command.close()
        return command.lines


@pytest.fixture
def heard_hang_up() -> Iterator[None]:
    """What is started hears SIGHUP, also where nohup runs the tests."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


def test_a_signal_ends_everything_and_a_new_start_finds_its_data(tmp_path: Path) -> None:
    environment = settings(tmp_path)
    secret = Path(environment["DATA_DIR"], "secret_key")
    secrets = set()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        with running_command(**environment) as command:
            command.line("ready: ")
            children = wait_for(partial(complete, command), what="all processes")
            secrets.add(secret.read_text())
            assert command.stop(signal_number) == 0
            assert all(is_gone(child) for child in children)
            assert command.lines[-1] == "stopped"
    assert len(secrets) == 1


def complete(command: RunningCommand) -> list[psutil.Process]:
    if not set(command.children()) >= ALL | {"standby"}:
        return []
    return psutil.Process(command.process.pid).children(recursive=True)


def test_a_signal_during_the_start_ends_it_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        nobody = f"postgresql+psycopg2://nobody@127.0.0.1:{silent.getsockname()[1]}/none"
        with running_command(**settings(tmp_path), DATABASE_URL=nobody) as command:
            asking, _ = silent.accept()  # the migrations, which wait for an answer
            children = psutil.Process(command.process.pid).children(recursive=True)
            assert "valkey" in command.children()
            assert command.stop() == 0
            asking.close()
            assert all(is_gone(child) for child in children)
            assert not any(line.startswith("ready") for line in command.lines)


def test_a_second_signal_kills_what_does_not_stop(tmp_path: Path) -> None:
    with running_command(**settings(tmp_path)) as command:
        command.line("ready: ")
        children = wait_for(lambda: complete(command), what="all processes")
        gateway = command.children()["gateway"]
        gateway.suspend()  # it is woken by the stop, and suspended again by the test
        command.process.send_signal(signal.SIGINT)
        with suppress(psutil.NoSuchProcess):  # on a slow machine it may be quicker than the test
            wait_for(lambda: gateway.status() != psutil.STATUS_STOPPED, what="it is woken")
            gateway.suspend()
        assert command.stop(signal.SIGINT) == 0
        assert not any("did not stop within" in line for line in command.lines)
        assert all(is_gone(child) for child in children)


@pytest.mark.usefixtures("heard_hang_up")
def test_with_an_own_database_and_redis_nothing_is_embedded_and_a_hang_up_ends_it(
    tmp_path: Path, postgres: PostgresServer, postgres_url: str, valkey_url: str
) -> None:
    environment = settings(tmp_path)
    own = {"DATABASE_URL": postgres_url, "REDIS_URL": valkey_url, "FLOWER_BASIC_AUTH": "me:secret"}
    with running_command(**environment, **own) as command:
        command.line("ready: ")
        assert command.line("Flower: ").endswith("(login from FLOWER_BASIC_AUTH)")
        wait_for(lambda: ALL - {"valkey"} <= set(command.children()), what="all processes")
        children = psutil.Process(command.process.pid).children(recursive=True)
        assert "valkey" not in command.children()
        assert command.stop(signal.SIGHUP) == 0
        assert all(is_gone(child) for child in children)
        assert command.lines[-1] == "stopped"
    kept = {file.name for file in Path(environment["DATA_DIR"]).iterdir()}
    assert kept & {"negotiation.db", "valkey", "flower_password"} == set()


def test_the_sqlite_file_has_the_newest_schema(
    product: RunningCommand, environment: dict[str, str]
) -> None:
    connection = sqlite3.connect(Path(environment["DATA_DIR"]) / "negotiation.db")
    versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    connection.close()
    assert len(versions) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's own")
def test_even_a_killed_supervisor_leaves_nothing_behind(product: RunningCommand) -> None:
    """The last one here: nothing of the product is left for another."""
    children = wait_for(lambda: complete(product), what="all processes")
    product.process.kill()
    wait_for(lambda: all(is_gone(child) for child in children), what="all are gone")
