"""The checker: what was promised, held against what is there. It finds; it does not judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from tests.faults.buyer import Record
from tests.faults.client_state import fold, settled

Json = dict[str, Any]

Kind = Literal["lost", "doubled", "disordered", "gap", "diverged", "unfinished", "garbled"]
TERMINAL = ("complete", "failed", "stopped")


@dataclass(frozen=True)
class Violation:
    """A broken promise, with what is needed to look into it."""

    kind: Kind
    negotiation_id: str
    what: str


@dataclass
class Evidence:
    """All that is known of one negotiation at rest.

    ``rows`` are the reply rows by id, as (status, advice's message id); ``tabs`` the settled states
    that clients hold.
    """

    record: Record
    negotiation: Json
    events: list[Json]
    messages: dict[str, Json]
    rows: dict[str, tuple[str, str | None]]
    tabs: list[Json] = field(default_factory=list)
    garbled: list[str] = field(default_factory=list)


def check(evidence: Evidence) -> list[Violation]:
    """All violations in one negotiation."""
    findings = (
        *_history(evidence),
        *_posts(evidence),
        *_replies(evidence),
        *_order(evidence.events),
        *_clients(evidence),
    )
    negotiation_id = evidence.record.negotiation_id
    return [Violation(kind, negotiation_id, what) for kind, what in findings]


Findings = Iterator[tuple[Kind, str]]


def _history(evidence: Evidence) -> Findings:
    """``seq`` is gap-free from 1, and the history makes the state that REST and the tables hold."""
    seqs = [event["seq"] for event in evidence.events]
    if seqs != list(range(1, len(seqs) + 1)):
        yield "gap", f"seqs are {seqs}"
    if evidence.negotiation["last_seq"] != len(seqs):
        yield "gap", f"last_seq is {evidence.negotiation['last_seq']} of {len(seqs)} events"
    folded = fold(evidence.events)
    if settled(folded.negotiation) != settled(evidence.negotiation):
        yield "diverged", "the events do not make REST's negotiation"
    if folded.messages != evidence.messages:
        yield "diverged", "the events do not make the tables' messages"


def _posts(evidence: Evidence) -> Findings:
    """Every accepted message is there once, as it was said; nothing else is."""
    said = [m for m in _new_messages(evidence.events) if m["role"] in ("user", "dealer")]
    times = Counter(message["client_id"] for message in said)
    by_id = {message["client_id"]: message for message in said}
    for accepted in evidence.record.accepted:
        found = times.pop(accepted.client_id, 0)
        if found == 0:
            yield "lost", f"message {accepted.message_id}"
        elif found > 1:
            yield "doubled", f"message {accepted.message_id} is there {found} times"
        elif by_id[accepted.client_id]["id"] != accepted.message_id:
            yield "diverged", f"message {accepted.message_id} was answered with another id"
        elif by_id[accepted.client_id]["content"] != accepted.content:
            yield "diverged", f"message {accepted.message_id} says something else"
    for client_id, found in times.items():
        # A buyer who gave up or left may have been saved; it must not be there twice even so.
        if found > 1:
            yield "doubled", f"client_id {client_id} is there {found} times"


def _replies(evidence: Evidence) -> Findings:
    """Every POST has one reply row, one advice, and at rest one terminal state."""
    promised = [accepted.reply_id for accepted in evidence.record.accepted]
    promised.append(evidence.record.opening_reply_id)
    yield from (("lost", f"reply {reply}") for reply in promised if reply not in evidence.rows)
    per_message = Counter(promised)
    yield from (("doubled", f"reply {r} answers twice") for r, n in per_message.items() if n > 1)
    for reply_id, (status, advice_id) in evidence.rows.items():
        advices = [m for m in _new_messages(evidence.events) if m["reply_id"] == reply_id]
        if len(advices) != 1:
            yield ("doubled" if advices else "lost"), f"reply {reply_id}: {len(advices)} advices"
            continue
        message = evidence.messages.get(advices[0]["id"], {})
        if status not in TERMINAL or message.get("status") != status:
            yield "unfinished", f"reply {reply_id} is {status}, its advice {message.get('status')}"
        if advice_id != advices[0]["id"]:
            yield "diverged", f"reply {reply_id} knows another advice"
        yield from _life(evidence, reply_id)


def _life(evidence: Evidence, reply_id: str) -> Findings:
    """A reply ends once, and once more for each retry; attempts only rise; none ends twice."""
    states = [
        (event["message"]["status"], event["message"]["data"]["attempt"])
        for event in evidence.events
        if event["type"] != "negotiation_updated" and event["message"]["reply_id"] == reply_id
    ]
    ends = sum(status in TERMINAL for status, _ in states)
    allowed = 1 + evidence.record.retries.get(reply_id, 0)
    if ends > allowed:
        yield "doubled", f"reply {reply_id} ended {ends} times, {allowed} allowed: {states}"
    for (before, attempt), (after, later) in pairwise(states):
        if later < attempt:
            yield "disordered", f"reply {reply_id}: attempt {later} after {attempt}"
        is_stop = after == "stopped"  # a retry that is stopped before it was claimed
        if before in TERMINAL and after in TERMINAL and not is_stop:
            yield "doubled", f"reply {reply_id} ended twice in a row: {states}"


def _order(events: list[Json]) -> Findings:
    """First attempts run in the order of their messages, and one reply at a time runs at all."""
    said_at = {m["id"]: m["seq"] for m in _new_messages(events)}
    running: str | None = None
    answered = 0
    for event in events:
        if event["type"] == "negotiation_updated" or not event["message"]["reply_id"]:
            continue
        message = event["message"]
        reply_id, streams = message["reply_id"], message["status"] == "streaming"
        if streams and running not in (None, reply_id):
            yield "disordered", f"{reply_id} runs at seq {event['seq']} beside {running}"
        if streams and event["type"] == "new_message":
            answers = said_at.get(message["in_reply_to"], 1)
            if answers < answered:
                yield "disordered", f"{reply_id} answers {answers} after {answered}"
            answered = answers
        if streams:
            running = reply_id
        elif running == reply_id:
            running = None


def _clients(evidence: Evidence) -> Findings:
    """Every client holds what REST holds."""
    truth = {"negotiation": settled(evidence.negotiation), "messages": evidence.messages}
    for number, tab in enumerate(evidence.tabs, 1):
        if tab != truth:
            yield "diverged", f"tab {number}: {_difference(tab, truth)}"
    yield from (("garbled", what) for what in evidence.garbled)


def _difference(tab: Json, truth: Json) -> str:
    missing = truth["messages"].keys() - tab["messages"].keys()
    surplus = tab["messages"].keys() - truth["messages"].keys()
    same = truth["messages"].keys() & tab["messages"].keys()
    other = [key for key in same if truth["messages"][key] != tab["messages"][key]]
    is_same = tab["negotiation"] == truth["negotiation"]
    return f"missing {missing}, surplus {surplus}, other {other}, negotiation same: {is_same}"


def _new_messages(events: Iterable[Json]) -> list[Json]:
    return [event["message"] for event in events if event["type"] == "new_message"]
