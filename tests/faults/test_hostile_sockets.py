"""Hostile sockets: refused or limited, each with its code, while everybody else is served on."""

from __future__ import annotations

import socket
import uuid
from functools import partial
from uuid import UUID

import psutil
import pytest
import requests
import websocket

from backend.realtime.emitter import Emitter, redis_port
from backend.redis_link import RedisBreaker
from tests.faults.rig import MAX_USER_SOCKETS, QUICK, Rig, Talk, Watcher
from tests.faults.wire import LineLost, Refused, Wire, connect, text_of
from tests.support.waiting import wait_for

MALFORMED, FORBIDDEN_OR_UNKNOWN, TOO_MANY = 4400, 4004, 4429
GROWTH_BYTES = 60_000_000
NONSENSE: tuple[object, ...] = ("7", 1.5, [], True, None, {"a": 1})


def is_served(talk: Talk) -> bool:
    """Whether a buyer gets an answer pushed, through the first gateway."""
    talk.rig.model.script = QUICK
    with talk.watch() as watcher:
        watcher.subscribe(talk.negotiation_id)
        reply_id = talk.say()
        watcher.wait(
            lambda w: [
                e
                for e in w.of("message_updated")
                if e["message"]["reply_id"] == reply_id and e["message"]["status"] == "complete"
            ]
        )
    return True


def memory(rig: Rig, name: str) -> int:
    pid = rig.stack.pid_of(name)
    assert pid
    return int(psutil.Process(pid).memory_info().rss)


def dropped(rig: Rig) -> int:
    """How many clients the first gateway has dropped because they did not read."""
    return rig.stack.data.log("gateway-1").read_text().count("laggard_dropped")


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"negotiation_id": str(uuid.uuid4()), "after_seq": None}, FORBIDDEN_OR_UNKNOWN),
        ({"negotiation_id": "nonsense", "after_seq": 0}, MALFORMED),
        ({"after_seq": 0}, MALFORMED),
        ("nonsense", MALFORMED),
        (None, MALFORMED),
    ],
    ids=["unknown", "no id", "missing", "text", "nothing"],
)
def test_subscribing_to_what_there_is_not(rig: Rig, payload: object, code: int) -> None:
    talk = rig.open()
    with talk.watch() as watcher:
        ack = watcher.wire.call("subscribe", payload)
        assert (ack["status"], ack["code"]) == ("error", code)


def test_after_seq_in_the_future_or_negative(rig: Rig) -> None:
    talk = rig.open()
    with talk.watch() as watcher:
        future = watcher.subscribe(talk.negotiation_id, 10**12)
        assert (future["status"], future["events"], future["has_more"]) == ("ok", [], False)
        assert watcher.subscribe(talk.negotiation_id, -1)["code"] == MALFORMED
        for nonsense in NONSENSE:
            payload = {"negotiation_id": talk.negotiation_id, "last_seq": nonsense}
            assert watcher.wire.call("sync", payload)["code"] == MALFORMED


def test_thousands_of_subscribes_on_one_socket(rig: Rig) -> None:
    talk, other = rig.open(), rig.open()
    codes = set()
    with talk.watch() as watcher:
        for _ in range(2000):
            codes.add(watcher.subscribe(talk.negotiation_id).get("code"))
        assert codes == {None, TOO_MANY}
        assert is_served(other)


def test_a_packet_of_a_megabyte_ends_its_socket_alone(rig: Rig) -> None:
    talk, other = rig.open(), rig.open()
    with talk.watch() as watcher:
        with pytest.raises(LineLost):
            watcher.wire.call("sync", {"negotiation_id": "x" * 1_000_000}, timeout=60)
        assert watcher.wire.closed.wait(120)
    assert is_served(other)
    assert is_served(talk)


@pytest.mark.parametrize(
    "frame",
    [
        *("9", "", "garbage", "4", "42", "42[", '42["sync"', "42{}", "4294967296", "451-[]"),
        *("2probe", '42["connect"]', '42["disconnect"]', '420["nothing", {}]', "40", "41"),
        *('42/other,["x"]', "460", '451-["sync",{"_placeholder":true,"num":0}]'),
    ],
)
def test_garbage_frames_stop_nobody(rig: Rig, frame: str) -> None:
    talk = rig.open() if frame == "9" else _shared(rig)
    line = connect(rig.stack.base_url)
    line.recv()
    line.send(f'40{{"token": "{talk.token}"}}')
    assert text_of(line.recv()).startswith("40")
    for _ in range(3):
        try:
            line.send(frame)
        except (OSError, websocket.WebSocketException):
            break
    line.shutdown()  # type: ignore[no-untyped-call]
    with talk.watch() as watcher:
        assert watcher.subscribe(talk.negotiation_id)["status"] == "ok"


def test_a_client_that_never_reads_is_dropped(rig: Rig) -> None:
    talk, other = rig.open(), rig.open()
    before, dropped_before = memory(rig, "gateway-1"), dropped(rig)
    silent = connect(rig.stack.base_urls[0])
    silent.recv()
    silent.send(f'40{{"token": "{talk.token}"}}')
    silent.recv()
    raw = silent.sock
    assert isinstance(raw, socket.socket)
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    silent.send(f'420["subscribe",{{"negotiation_id":"{talk.negotiation_id}","after_seq":0}}]')
    emitter = Emitter(redis_port(rig.stack.redis_url, RedisBreaker()))
    negotiation_id, reply_id = UUID(talk.negotiation_id), UUID(int=1)
    with talk.watch() as watcher:
        watcher.subscribe(talk.negotiation_id)
        for sent in range(1, 2001):  # as a worker would, and more than all buffers hold
            emitter.error(negotiation_id, reply_id, "test", "x" * 8000)
            if sent % 100 == 0:  # a client that reads keeps up: it is not to be dropped as well
                watcher.wait(partial(_has_errors, sent))
        emitter.error(negotiation_id, reply_id, "last", "")
        watcher.wait(lambda w: w.of("error") and w.of("error")[-1]["code"] == "last")
    wait_for(lambda: dropped(rig) == dropped_before + 1, what="it is dropped")
    raw.close()
    growth = memory(rig, "gateway-1") - before
    print(f"\nthe gateway grew by {growth / 1e6:.0f} MB while a client did not read")
    assert growth < GROWTH_BYTES
    assert is_served(other)


def test_a_flood_of_connects_is_limited_by_user(rig: Rig) -> None:
    talk, other = rig.open(), rig.open()
    wires, codes = [], set()
    try:
        for _ in range(70):
            try:
                wires.append(Wire(rig.stack.base_urls[0], talk.token, lambda *_: None))
            except Refused as refusal:
                codes.add(refusal.code)
        assert codes == {TOO_MANY}
        assert len(wires) == 50
        assert is_served(other)
    finally:
        for wire in wires:
            wire.close()


def _has_errors(count: int, watcher: Watcher) -> bool:
    return len(watcher.of("error")) >= count


def _shared(rig: Rig) -> Talk:
    """One talk for all frames."""
    if "talk" not in _TALKS:
        _TALKS["talk"] = rig.open()
    return _TALKS["talk"]


_TALKS: dict[str, Talk] = {}


def test_a_connection_that_says_nothing_is_dropped(rig: Rig) -> None:
    silent = connect(rig.stack.base_url, timeout=120)
    silent.recv()
    assert silent.recv() in ("", b"", "1")
    silent.shutdown()  # type: ignore[no-untyped-call]


def test_a_socket_that_says_it_left_still_ends_with_its_login(rig: Rig) -> None:
    talk = rig.open()
    with talk.watch() as watcher:
        watcher.subscribe(talk.negotiation_id)
        for name in ("disconnect", "connect"):
            watcher.wire.send(f'42["{name}"]')
        watcher.wire.call("sync", {"negotiation_id": talk.negotiation_id, "last_seq": 0})
        ended = requests.post(
            f"{rig.stack.base_urls[0]}/api/v1/auth/logout",
            headers={"Authorization": f"Bearer {talk.token}"},
            timeout=60,
        )
        assert ended.status_code == 204
        watcher.wait(lambda w: [name for name, _ in w.events if name == "auth_expired"])
        assert watcher.wire.closed.wait(120)


def test_saying_that_one_connects_makes_no_sockets(rig: Rig) -> None:
    talk = rig.open()
    with talk.watch() as watcher:
        for _ in range(MAX_USER_SOCKETS + 10):
            watcher.wire.send(f'42["connect",0,{{"token":"{talk.token}"}}]')
        watcher.wire.call("sync", {"negotiation_id": talk.negotiation_id, "last_seq": 0})
    assert is_served(talk)
