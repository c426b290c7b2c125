"""What a client holds of one negotiation, built from events exactly as the contract says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

NOT_IN_EVERY_EVENT = ("last_seq", "updated_at")
"""What each event changes, so that only the newest state has them right."""


@dataclass
class Shown:
    """The text of a running attempt on the screen; ``is_whole`` until a piece was missed."""

    attempt: int
    text: str
    is_whole: bool = True


@dataclass
class ClientState:
    """Stored events by ``seq``, each once and without a gap; text of running replies."""

    last_seq: int = 0
    negotiation: Json = field(default_factory=dict)
    messages: dict[str, Json] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)
    garbled: list[str] = field(default_factory=list)
    _ahead: dict[int, Json] = field(default_factory=dict)

    @property
    def has_gap(self) -> bool:
        """Whether events are missing before ones that have come."""
        return bool(self._ahead)

    def take(self, event: Json) -> None:
        """Take a stored event, or keep it until those before it have come."""
        if event["seq"] <= self.last_seq:
            return
        self._ahead[event["seq"]] = event
        while (following := self._ahead.pop(self.last_seq + 1, None)) is not None:
            self._apply(following)

    def begin_anew(self, events: list[Json]) -> None:
        """Forget everything, then take a whole history; text on the screen is gone too."""
        ahead, self._ahead = self._ahead, {}
        self.last_seq, self.negotiation, self.messages, self.shown = 0, {}, {}, {}
        for event in events:
            self.take(event)
        for event in ahead.values():
            self.take(event)

    def take_delta(self, delta: Json) -> bool:
        """Show a piece of text; False when a piece before it was missed."""
        reply_id, attempt, offset = delta["reply_id"], delta["attempt"], delta["offset"]
        shown = self.shown.get(reply_id)
        if shown is None or attempt > shown.attempt:
            shown = self.shown[reply_id] = Shown(attempt, "")
        if attempt < shown.attempt or not shown.is_whole:
            return True
        known, text = shown.text[offset : offset + len(delta["text"])], delta["text"]
        if offset > len(shown.text):
            shown.is_whole = False
            return False
        if not text.startswith(known):
            self.garbled.append(f"reply {reply_id} attempt {attempt}: other text at {offset}")
        shown.text = shown.text[:offset] + text + shown.text[offset + len(text) :]
        return True

    def join(self, running: Json | None) -> None:
        """Show the text so far of the running reply, as ``subscribe`` gives it."""
        if running is None:
            return
        shown = self.shown.get(running["id"])
        if shown is None or running["attempt"] > shown.attempt or not shown.is_whole:
            self.shown[running["id"]] = Shown(running["attempt"], running["text"])
        elif running["attempt"] == shown.attempt and len(running["text"]) > len(shown.text):
            shown.text = running["text"]
        if running["offset"] != len(running["text"]):
            self.garbled.append(f"reply {running['id']}: offset is not the text's length")

    def settled(self) -> Json:
        """What is compared with REST."""
        return {"negotiation": settled(self.negotiation), "messages": self.messages}

    def _apply(self, event: Json) -> None:
        self.last_seq = event["seq"]
        if event["type"] == "negotiation_updated":
            self.negotiation = event["negotiation"]
            return
        message = event["message"]
        self.messages[message["id"]] = message
        if message["reply_id"] and message["status"] != "streaming":
            self._compare(message, self.shown.pop(message["reply_id"], None))

    def _compare(self, message: Json, shown: Shown | None) -> None:
        """The end must go on from what was on the screen: nothing lost, nothing doubled."""
        if shown is None or not shown.is_whole or shown.attempt != message["data"].get("attempt"):
            return
        final, text = message["content"], shown.text
        stops_early = message["status"] != "complete" and text.startswith(final)
        if not (final.startswith(text) or stops_early):
            self.garbled.append(f"reply {message['reply_id']}: {text!r} became {final!r}")


def settled(negotiation: Json) -> Json:
    """A negotiation without the fields that every event changes."""
    return {key: value for key, value in negotiation.items() if key not in NOT_IN_EVERY_EVENT}


def fold(events: list[Json]) -> ClientState:
    """The state that a history without gaps makes."""
    state = ClientState()
    for event in events:
        state.take(event)
    return state
