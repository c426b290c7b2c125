"""Reads a model's stream in a thread of its own: time-outs and stop work whatever it does."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator

from backend.clock import Clock
from backend.llm.call import Call, ModelTimeouts
from backend.llm.failures import Cancelled, ModelFailed, Reason
from backend.llm.lines import Line, Lines, count_tokens, failure_of
from backend.llm.messages import Messages
from backend.llm.wire_text import WireText

POLL_SECONDS = 0.1
QUEUED_PIECES = 256
MAX_CHARACTERS = 8_000


class Reader:
    """One call to a model, read by a daemon thread into a bounded queue."""

    def __init__(self, lines: Lines, messages: Messages, call: Call) -> None:
        self._lines = lines
        self._messages = messages
        self._tally = call.ask(count_tokens(messages))
        self._clock = call.clock
        self.asked_at = 0.0
        self._line: Line | None = None
        self._line_lock = threading.Lock()
        self._pieces: queue.Queue[str | ModelFailed | None] = queue.Queue(QUEUED_PIECES)
        self._asked = threading.Event()
        self._abandoned = threading.Event()
        self._thread = threading.Thread(target=self._read, name="model-reader", daemon=True)

    @property
    def has_asked(self) -> bool:
        """Whether the model's library is loaded and the question on its way."""
        return self._asked.is_set()

    def start(self) -> None:
        self._thread.start()

    def next(self, seconds: float) -> str | None:
        """The next piece of text, or None at the end.

        Raises:
            ModelFailed: what ended the stream in the reading thread.
            queue.Empty: nothing came in ``seconds``.
        """
        piece = self._clock.get(self._pieces, seconds)
        if isinstance(piece, ModelFailed):
            raise piece
        return piece

    def abandon(self) -> None:
        """Let the thread end: it puts nothing more, and its connection is shut down.

        After the answer's end this does nothing.
        """
        self._abandoned.set()
        with self._line_lock:
            if self._line is not None:
                self._line.hang_up()

    def _read(self) -> None:
        try:
            line = self._lines.borrow()
            if self._read_from(line):
                self._lines.give_back(line)
                self._put(None)
            else:
                line.close()
        except Exception as error:  # noqa: BLE001  it is handed to the thread that waits
            self._put(failure_of(error, self._clock()))

    def _read_from(self, line: Line) -> bool:
        """Put the answer's pieces; False when the line is of no further use."""
        self._line = line  # before it looks: who abandons it from now on hangs up on the line
        try:
            if self._abandoned.is_set():
                return False
            self.asked_at = self._clock.monotonic()
            self._asked.set()
            self._tally.begin()
            with contextlib.closing(line.ask(self._messages)) as pieces:
                for piece, usage in pieces:
                    self._tally.note(piece, usage)
                    if piece:
                        self._put(piece)
                    if self._abandoned.is_set():
                        return False
            self._tally.end()
        except Exception as error:  # noqa: BLE001
            if not self._abandoned.is_set():
                self._tally.refuse()
            self._put(failure_of(error, self._clock()))
            return False
        finally:
            with self._line_lock:
                self._line = None
        return not self._abandoned.is_set()  # it may have been hung up on at its very end

    def _put(self, piece: str | ModelFailed | None) -> None:
        while not self._abandoned.is_set():
            with contextlib.suppress(queue.Full):
                self._pieces.put(piece, timeout=POLL_SECONDS)
                return


class _Deadlines:
    """Says how long the next wait may be, and which time-out it is that has run out."""

    def __init__(self, clock: Clock, timeouts: ModelTimeouts) -> None:
        self._clock = clock
        self._timeouts = timeouts
        self._end = clock.monotonic() + timeouts.total
        self._next = self._end
        self._late: Reason | None = None

    def asked(self) -> None:
        """Wait for the first words from now on; loading a library is not the model's delay."""
        if self._late is None:
            self._next = self._clock.monotonic() + self._timeouts.first_token
            self._late = "timeout_first_token"

    def arrived(self) -> None:
        self._next = self._clock.monotonic() + self._timeouts.between_tokens
        self._late = "timeout_between_tokens"

    def check_total(self) -> None:
        """Raise :class:`ModelFailed` when the whole answer takes too long."""
        if self._clock.monotonic() >= self._end:
            raise ModelFailed(self._timeouts.late)

    def wait(self) -> float:
        """Seconds to wait now, at most a poll. Raises :class:`ModelFailed` when time is up."""
        self.check_total()
        now = self._clock.monotonic()
        if now >= self._next:
            raise ModelFailed(self._late or self._timeouts.late)
        return max(0.0, min(POLL_SECONDS, self._end - now, self._next - now))


def read(
    lines: Lines,
    messages: Messages,
    timeouts: ModelTimeouts,
    cancelled: Callable[[], bool],
    call: Call | None = None,
) -> Iterator[str]:
    """Ask a model and yield its answer's text as it comes, clean and never more than bounded.

    What it takes is noted on ``call``, which also bounds it.

    Raises:
        ModelFailed: no sound answer; text yielded before it is not an answer.
        Cancelled: ``cancelled()`` was true; it is asked at least every 0.1 s.
    """
    call = call or Call()
    reader = Reader(lines, messages, call)
    deadlines = _Deadlines(call.clock, timeouts.within(call.seconds_left(), "deadline"))
    reader.start()
    try:
        for piece in _bounded(_pieces(reader, deadlines, cancelled)):
            if call.first_token_seconds is None:
                call.first_token_seconds = call.clock.monotonic() - reader.asked_at
            call.check_spending()
            yield piece
    finally:
        reader.abandon()


def _pieces(reader: Reader, deadlines: _Deadlines, cancelled: Callable[[], bool]) -> Iterator[str]:
    wire = WireText()
    while True:
        if cancelled():
            raise Cancelled
        if reader.has_asked:
            deadlines.asked()
        try:
            piece = _next(reader, deadlines)
        except queue.Empty:
            continue
        if piece is None:
            yield wire.finish()
            return
        deadlines.arrived()
        yield wire.feed(piece)


def _next(reader: Reader, deadlines: _Deadlines) -> str | None:
    """As :meth:`Reader.next`. What came while the last piece was worked on is not late."""
    deadlines.check_total()
    try:
        return reader.next(0)
    except queue.Empty:
        return reader.next(deadlines.wait())


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        fits = piece[: MAX_CHARACTERS - length]
        length += len(fits)
        if fits:
            yield fits
        if fits != piece:
            raise ModelFailed("too_long")
    if not length:
        raise ModelFailed("empty_answer")
