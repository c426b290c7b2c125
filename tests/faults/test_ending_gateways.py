"""A gateway that ends sends its clients elsewhere; one that dies loses them nothing."""

from __future__ import annotations

import signal
import threading

from tests.faults.rest import Rest
from tests.faults.rig import HELD, Rig
from tests.faults.tab import Tab
from tests.support.waiting import wait_for


def test_clients_are_told_and_go_on_elsewhere(rig: Rig) -> None:
    talk, reply_id = rig.writing(HELD)
    rest = Rest(list(rig.stack.base_urls), talk.token, threading.Event())
    tab = Tab(rest, talk.token, talk.negotiation_id, sync_seconds=2.0, pulls=True)
    try:
        wait_for(lambda: tab.state.shown, what="the text is on the screen")
        pid = rig.stack.pid_of("gateway-1")
        rig.stack.kill("gateway-1", signal.SIGTERM)
        wait_for(lambda: rig.stack.pid_of("gateway-1") != pid, what="the gateway ends")
        wait_for(lambda: tab.went_away, what="the tab is told")
        rig.model.released.set()
        end = talk.wait_at_rest(reply_id)
        wait_for(lambda: end in tab.state.messages.values(), what="the tab has the end")
        assert tab.state.garbled == []
        assert tab.went_away == 1
    finally:
        tab.close()
