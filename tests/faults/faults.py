"""The faults: what is done to a running product, each by its name."""

from __future__ import annotations

import random
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass

import redis
import requests

from tests.faults.product import Product, pause
from tests.support.waiting import wait_for


@dataclass(frozen=True)
class Severity:
    """How long what lasts lasts, in seconds."""

    outage: float = 5.0
    cut: float = 1.5


Fault = Callable[[Product, random.Random, Severity], None]


def kill_worker(product: Product, seeded: random.Random, _severity: Severity) -> None:
    _kill(product, seeded.choice(product.workers))


def kill_gateway(product: Product, seeded: random.Random, _severity: Severity) -> None:
    _kill(product, seeded.choice(product.gateways))


def kill_beat(product: Product, _seeded: random.Random, _severity: Severity) -> None:
    _kill(product, "beat")


def kill_background(product: Product, seeded: random.Random, _severity: Severity) -> None:
    _kill(product, seeded.choice(("batch", "upkeep")))


def freeze_worker(product: Product, seeded: random.Random, _severity: Severity) -> None:
    """Stop a worker for longer than its leases, then let it go on."""
    name = seeded.choice(product.workers)
    product.stack.kill(name, signal.SIGSTOP)
    try:
        pause(product.options.lease + 1.5)
    finally:
        product.stack.kill(name, signal.SIGCONT)


def restart_valkey(product: Product, seeded: random.Random, _severity: Severity) -> None:
    with product.stack.down("valkey", seeded.choice((signal.SIGTERM, signal.SIGKILL))):
        pause(0.5)


def lose_valkey(product: Product, _seeded: random.Random, _severity: Severity) -> None:
    """Restart it without its data."""
    with product.stack.down("valkey"):
        shutil.rmtree(product.stack.data.path / "valkey" / "appendonlydir")


def flush_valkey(product: Product, _seeded: random.Random, _severity: Severity) -> None:
    with redis.Redis.from_url(product.stack.redis_url) as client:
        client.flushall()


def valkey_away(product: Product, _seeded: random.Random, severity: Severity) -> None:
    """Take it away for a while, and until a buyer has posted without it.

    The gateways must say that they are not ready.
    """
    with product.stack.down("valkey"):
        wait_for(lambda: all(not is_ready(port) for port in ports(product)), what="not ready")
        posts = product.posts()
        pause(severity.outage)
        wait_for(lambda: product.posts() > posts, what="a post without Valkey")


def restart_postgres(product: Product, _seeded: random.Random, _severity: Severity) -> None:
    if product.postgres:
        product.postgres.stop()
        pause(0.5)
        product.postgres.start()


def cut_network(product: Product, seeded: random.Random, severity: Severity) -> None:
    proxy = seeded.choice(product.proxies)
    proxy.cut()
    pause(severity.cut)
    proxy.heal()


def slow_network(product: Product, seeded: random.Random, severity: Severity) -> None:
    proxy = seeded.choice(product.proxies)
    proxy.slow(0.15)
    pause(2 * severity.cut)
    proxy.heal()


def roll(product: Product, _seeded: random.Random, _severity: Severity) -> None:
    """Restart all processes with SIGTERM, one half and then the other, as a deploy does."""
    names = [name for name in product.stack.names if name != "valkey"]
    for half in (names[::2], names[1::2]):
        old = {name: product.stack.pid_of(name) for name in half}
        for name in half:
            product.stack.kill(name, signal.SIGTERM)
        wait_for(lambda before=old: _are_new(product, before), 180, what="all are back")  # type: ignore[misc]
        product.stack.wait_ready(180)


def _are_new(product: Product, before: dict[str, int | None]) -> bool:
    """Whether other processes run in place of those."""
    return all(product.stack.pid_of(name) not in (None, pid) for name, pid in before.items())


ALL: dict[str, Fault] = {
    "worker killed": kill_worker,
    "gateway killed": kill_gateway,
    "beat killed": kill_beat,
    "background worker killed": kill_background,
    "worker frozen beyond its lease": freeze_worker,
    "Valkey restarted": restart_valkey,
    "Valkey restarted, data lost": lose_valkey,
    "Valkey flushed": flush_valkey,
    "Valkey away": valkey_away,
    "PostgreSQL restarted": restart_postgres,
    "network cut": cut_network,
    "network slow": slow_network,
    "rolling restart": roll,
}


def schedule(seed: int, rounds: int, *, postgres: bool) -> list[str]:
    """The names of the faults to inject, each kind once a round, in a seeded order."""
    seeded = random.Random(seed)
    names = [name for name in ALL if postgres or "PostgreSQL" not in name]
    return [name for _ in range(rounds) for name in seeded.sample(names, len(names))]


def ports(product: Product) -> tuple[int, ...]:
    """Where the gateways are reached without a proxy."""
    return product.stack.plan.gateway_ports


def is_ready(port: int) -> bool:
    """Whether a gateway says that it can serve."""
    try:
        return requests.get(f"http://127.0.0.1:{port}/readyz", timeout=20).status_code == 200
    except requests.RequestException:
        return False


def _kill(product: Product, name: str) -> None:
    pid = product.stack.pid_of(name)
    product.stack.kill(name, signal.SIGKILL)
    wait_for(lambda: product.stack.pid_of(name) not in (None, pid), what=f"{name} is back")
