"""From what is wanted to what is run: ports, addresses, keys, and the processes that get them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stack import settings
from stack.data_dir import DataDir
from stack.failures import StackError
from stack.layout import Layout
from stack.ports import free_port, refusal
from stack.process import ProcessSpec
from stack.valkey import valkey_spec, valkey_url

FLOWER_USER = "admin"
LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what it is reached by


@dataclass(frozen=True)
class StackOptions:
    """What to run. A port of 0 stands for a free one, an empty address for an embedded part."""

    data_dir: Path
    host: str = "127.0.0.1"
    gateway_ports: tuple[int, ...] = (0,)
    workers: int = 1
    flower_port: int | None = None  # None: without Flower
    database_url: str = ""
    redis_url: str = ""
    restart: bool = True
    spare: bool = False  # gateways that are killed serve again at once, for the price of memory
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    report: Callable[[str], None] = print


@dataclass(frozen=True)
class Plan:
    """What is run, and where it is reached."""

    specs: tuple[ProcessSpec, ...]
    environment: Mapping[str, str] = field(repr=False)
    host: str  # the one to connect to
    gateway_ports: tuple[int, ...]
    flower_port: int | None
    flower_login: str = field(repr=False)

    @property
    def base_urls(self) -> tuple[str, ...]:
        """The address of every gateway."""
        return tuple(f"http://{_in_url(self.host)}:{port}" for port in self.gateway_ports)


def make_plan(options: StackOptions, data: DataDir) -> Plan:
    """Decide everything that the options leave open.

    Raises:
        StackError: a port that was asked for is not to be had.
    """
    ports = tuple(_port("PORT", port, options.host) for port in options.gateway_ports)
    flower_port = options.flower_port
    if flower_port is not None:
        flower_port = _port("FLOWER_PORT", flower_port, "127.0.0.1")
    environment = {**settings.inherited(), "PYTHONUNBUFFERED": "1", **options.environment}
    key = environment.get("SECRET_KEY") or data.secret("secret_key")
    login = (
        environment.get("FLOWER_BASIC_AUTH") or f"{FLOWER_USER}:{data.secret('flower_password')}"
    )
    embedded = [] if options.redis_url else [_valkey(data, environment)]
    environment |= {
        "HOST": options.host,
        "SECRET_KEY": key,
        "DATA_DIR": str(data.path),
        "DATABASE_URL": options.database_url or f"sqlite:///{data.path / 'negotiation.db'}",
        "REDIS_URL": options.redis_url or embedded[0][1],
        "FLOWER_BASIC_AUTH": login,
        # Any 32 bytes are a private key: all but one in four thousand million times.
        "VAPID_PRIVATE_KEY": environment.get("VAPID_PRIVATE_KEY")
        or data.secret("vapid_private_key"),
    }
    layout = Layout(
        data=data,
        environment=environment,
        gateway_ports=ports,
        workers=options.workers,
        flower_port=flower_port,
        spare=options.spare,
    )
    return Plan(
        specs=(*(spec for spec, _ in embedded), *layout.specs()),
        environment=environment,
        host=LOOPBACK.get(options.host, options.host),
        gateway_ports=ports,
        flower_port=flower_port,
        flower_login=login,
    )


def _valkey(data: DataDir, environment: Mapping[str, str]) -> tuple[ProcessSpec, str]:
    port, password = free_port(), data.secret("valkey_password")
    spec = valkey_spec(data.path / "valkey", port, password, data.log("valkey"), environment)
    return spec, valkey_url(port, password)


def _port(name: str, port: int, host: str) -> int:
    if port == 0:
        return free_port(host)
    if reason := refusal(port, host):
        raise StackError(
            f"Port {port} of {host} cannot be used: {reason}. Choose another one with {name}=…"
        )
    return port


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
