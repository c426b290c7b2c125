"""A TCP proxy between clients and a gateway, whose line can be cut or made slow."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from stack.ports import free_port

CHUNK = 4096


class Proxy:
    """Listens on a free loopback port and passes on to ``port``. Runs in one thread."""

    def __init__(self, port: int) -> None:
        self.port = free_port()
        self._target = port
        self._delay = 0.0
        self._is_cut = False
        self._writers: set[asyncio.StreamWriter] = set()
        self._passing: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="proxy", daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Break all connections and take no new ones until ``heal``."""
        self._is_cut = True
        self._loop.call_soon_threadsafe(self._break)

    def slow(self, seconds: float) -> None:
        """Hold each piece up for so long."""
        self._delay = seconds

    def heal(self) -> None:
        """Pass everything on at once again."""
        self._is_cut, self._delay = False, 0.0

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._accept, "127.0.0.1", self.port, backlog=1024)
        )
        self._ready.set()
        self._loop.run_forever()
        server.close()
        self._break()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    def _break(self) -> None:
        for writer in list(self._writers):
            writer.transport.abort()

    async def _accept(
        self, client_reader: asyncio.StreamReader, client_writer: asyncio.StreamWriter
    ) -> None:
        if self._is_cut:
            client_writer.transport.abort()
            return
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            client_writer.transport.abort()
            return
        self._writers |= {client_writer, writer}
        with suppress(asyncio.CancelledError):  # the proxy ends
            await asyncio.gather(
                self._pass_on(client_reader, writer), self._pass_on(reader, client_writer)
            )
        self._writers -= {client_writer, writer}
        writer.transport.abort()
        client_writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(CHUNK):
                if self._delay:
                    await asyncio.sleep(self._delay)
                writer.write(data)
                await writer.drain()
        # One side ended: what is on its way is delivered, and the other side is told.
        with suppress(OSError, RuntimeError):
            writer.close()
