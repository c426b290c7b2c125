"""A gateway that ends sends its clients elsewhere; one that dies loses them nothing."""

from __future__ import annotations

import signal
import threading
import time

from tests.faults.rest import Rest
from tests.faults.rig import Rig, slow
from tests.faults.tab import Tab
from tests.support.waiting import wait_for

PROMISED_SECONDS = 20.0


def test_clients_are_told_and_go_on_elsewhere(rig: Rig) -> None:
    talk, reply_id = rig.writing(slow(60))
    rest = Rest(list(rig.stack.base_urls), talk.token, threading.Event())
    tab = Tab(rest, talk.token, talk.negotiation_id, sync_seconds=2.0, pulls=True)
    try:
        wait_for(lambda: tab.state.shown, 20, what="the text is on the screen")
        pid, since = rig.stack.pid_of("gateway-1"), time.monotonic()
        rig.stack.kill("gateway-1", signal.SIGTERM)
        wait_for(lambda: rig.stack.pid_of("gateway-1") != pid, 40, what="the gateway ends")
        took = time.monotonic() - since
        print(f"\nthe gateway ended after {took:.1f} s (promised: {PROMISED_SECONDS:g} s)")
        assert took < PROMISED_SECONDS
        assert tab.went_away == 1
        end = talk.wait_at_rest(reply_id)
        wait_for(lambda: end in tab.state.messages.values(), 20, what="the tab has the end")
        assert tab.state.garbled == []
    finally:
        tab.close()
