"""Which addresses of push services are written to: those of the services that are listed, no other.

A subscription's address comes from a browser, that is from anybody. Were any address taken, a buyer
could have our worker call into private networks, or wait for servers that never answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.parse import SplitResult, urlsplit

MOST_CHARACTERS = 2048
BROWSERS = (
    "fcm.googleapis.com",
    "jmt17.google.com",
    "updates.push.services.mozilla.com",
    "*.push.apple.com",
    "*.notify.windows.com",
)
"""What Chrome and its kin, Firefox, Safari and Edge use."""

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@dataclass(frozen=True)
class PushServices:
    """The services that are listed: hosts, all those below a domain, and origins for tests."""

    hosts: frozenset[str] = frozenset()
    domains: tuple[str, ...] = ()
    origins: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``fcm.googleapis.com,*.push.apple.com``.

        An entry ``http://127.0.0.1:<port>`` allows a service of a test on this machine.

        Raises:
            ValueError: an entry is neither.
        """
        entries = [entry.strip().lower() for entry in text.split(",") if entry.strip()]
        origins = {entry for entry in entries if "://" in entry}
        for origin in origins:
            parts = urlsplit(origin)
            if parts.scheme != "http" or parts.hostname not in LOOPBACK or parts.path:
                raise ValueError(f"only http://127.0.0.1:<port> may be an address: {origin}")
        names = [entry for entry in entries if entry not in origins]
        for name in names:
            if not all(part.isascii() and part for part in name.removeprefix("*.").split(".")):
                raise ValueError(f"not the name of a host: {name}")
        return cls(
            frozenset(name for name in names if not name.startswith("*.")),
            tuple(name[1:] for name in names if name.startswith("*.")),
            frozenset(origins),
        )

    def includes(self, endpoint: str) -> bool:
        """Whether an address belongs to one of them."""
        if not (endpoint.isascii() and endpoint.isprintable()) or " " in endpoint:
            return False
        try:
            parts = urlsplit(endpoint)
            port = parts.port
        except ValueError:
            return False
        if len(endpoint) > MOST_CHARACTERS or "@" in parts.netloc or "\\" in endpoint:
            return False
        if f"{parts.scheme}://{parts.netloc}".lower() in self.origins:
            return True
        return parts.scheme == "https" and port in (None, 443) and self._names(parts)

    def _names(self, parts: SplitResult) -> bool:
        host = parts.hostname or ""
        return host in self.hosts or host.endswith(self.domains or ("\0",))
