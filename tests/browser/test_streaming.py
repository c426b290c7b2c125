"""An adviser that is slow or fails: what streams in, stopping, trying again, standing in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from stack.running import Stack
from tests.browser.conftest import made_desks
from tests.browser.desk import Desk, Tab
from tests.support.model_server import ModelServer, Script
from tests.support.waiting import wait_for

# Text leaves the worker by the sentence, because each is checked for figures first.
GREEK = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa")
LONG = " ".join(f"Patience {letter}." for letter in GREEK * 16)
HELD = Script(text=LONG, fault="hang_midway")
"""Half of a long answer, and then nothing until the test, or the end, releases it."""
QUICK = Script(text="Hold on to your number. Say nothing more today.")


@pytest.fixture
def desk(chromium: Browser, model_stack: Stack, model: ModelServer) -> Iterator[Desk]:
    model.script = QUICK
    with made_desks(chromium, model_stack.base_url) as desks:
        desk = desks()
        desk.sign_up()
        yield desk


def test_an_answer_streams_into_every_tab_also_one_that_comes_late(
    desk: Desk, model: ModelServer
) -> None:
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    model.script = HELD
    tab.ask("Take your time.")
    expect(tab.bubbles.filter(has_text="Patience gamma.")).to_be_visible()
    tab.shoot("streaming")
    late = desk.tab(f"/negotiations/{negotiation}")
    expect(late.bubbles.filter(has_text="Patience alpha. Patience beta.")).to_be_visible()
    model.script = QUICK
    tab.press("Stop")
    for each in (tab, late):
        expect(each.page.get_by_text("You stopped this answer.")).to_be_visible()
        expect(each.bubbles.filter(has_text="Patience alpha. Patience beta.")).to_have_count(1)
    wait_for(lambda: tab.texts() == late.texts(), what="the same in both tabs")


def test_stop_is_heard_also_when_its_button_moves_under_the_finger(
    desk: Desk, model: ModelServer
) -> None:
    tab = desk.talk(desk.negotiate())
    model.script = HELD
    tab.ask("Take your time.")
    expect(tab.bubbles.filter(has_text="Patience gamma.")).to_be_visible()
    _hold_while_it_moves(tab, let_go_at=3)
    expect(tab.page.get_by_text("You stopped this answer.")).to_be_visible()


def test_a_press_that_is_let_go_elsewhere_is_none(desk: Desk, model: ModelServer) -> None:
    tab = desk.talk(desk.negotiate())
    model.script = HELD
    tab.ask("Take your time.")
    expect(tab.bubbles.filter(has_text="Patience gamma.")).to_be_visible()
    _hold_while_it_moves(tab, let_go_at=200)
    expect(tab.bubbles.filter(has_text="Patience alpha. Patience beta.")).to_have_count(1)
    expect(tab.button("Stop")).to_be_enabled()
    tab.press("Stop")
    expect(tab.page.get_by_text("You stopped this answer.")).to_be_visible()


def _hold_while_it_moves(tab: Tab, let_go_at: int) -> None:
    """Press Stop, have it pushed away by some lines, let go so many pixels to the left."""
    stop = tab.at_rest().button("Stop")
    box = stop.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tab.page.mouse.move(x, y)
    tab.page.mouse.down()
    stop.evaluate("button => { button.style.translate = '0 120px' }")
    tab.page.mouse.move(x - let_go_at, y)
    tab.page.mouse.up()


def test_a_stopped_answer_is_written_again(desk: Desk, model: ModelServer) -> None:
    tab = desk.talk(desk.negotiate())
    model.script = HELD
    tab.ask("Once more?")
    expect(tab.bubbles.filter(has_text="Patience gamma.")).to_be_visible()
    tab.press("Stop")
    model.script = QUICK
    tab.press("Try again")
    expect(tab.bubbles.nth(2)).to_contain_text("Hold on to your number.")
    expect(tab.page.get_by_text("You stopped this answer.")).to_have_count(0)
    expect(tab.bubbles.filter(has_text="Patience")).to_have_count(0)
    expect(tab.bubbles).to_have_count(3)


def test_thinking_is_said_until_the_first_word(desk: Desk, model: ModelServer) -> None:
    tab = desk.talk(desk.negotiate())
    model.script = Script(text=QUICK.text, fault="hang")
    tab.ask("Hm?")
    expect(tab.page.get_by_text("AI is thinking…")).to_be_visible()
    tab.shoot("thinking")
    model.released.set()
    tab.advice(2).wait_for()
    expect(tab.page.get_by_text("AI is thinking…")).to_have_count(0)


def test_a_model_that_fails_is_stood_in_for_and_the_page_says_so(
    desk: Desk, model: ModelServer
) -> None:
    tab = desk.talk(desk.negotiate())
    model.script = Script(status=500)
    tab.ask("Are you well?")
    tab.advice(2).wait_for()
    note = tab.page.get_by_text("the model did not answer")
    expect(note).to_have_count(1)
    tab.shoot("fallback")
    tab.page.reload()
    expect(note).to_have_count(1)


def test_markup_of_a_model_never_reaches_the_page(desk: Desk, model: ModelServer) -> None:
    tab = desk.talk(desk.negotiate())
    markup = '<img src=x onerror="window.hacked=1"><b>Wait</b> for them.'
    model.script = Script(text=f"{markup} {LONG}", fault="hang_midway")
    tab.ask("What now?")
    expect(tab.bubbles.filter(has_text="Patience beta.")).to_be_visible()
    assert tab.page.locator("article img, article b").count() == 0
    expect(tab.bubbles.filter(has_text="onerror")).to_have_count(0)
    tab.press("Stop")
    tab.advice(2).wait_for()
    assert tab.page.evaluate("window.hacked") is None


def test_a_new_answer_is_read_out_once_and_only_whole(desk: Desk, model: ModelServer) -> None:
    negotiation = desk.negotiate()
    desk.wait_at_rest(negotiation, 1)
    tab = desk.talk(negotiation)
    model.script = Script(text="Wait for their call. It will come.")
    tab.page.evaluate(
        """() => {
          window.spoken = [];
          const region = document.querySelector('[role=status][aria-live]');
          new MutationObserver(() => window.spoken.push(region.textContent))
            .observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    tab.ask("Read me the answer.")
    tab.advice(2).wait_for()
    expect(tab.page.locator("[role=status][aria-live]")).to_contain_text("Wait for their call.")
    assert tab.page.evaluate("window.spoken") == [f"Adviser: {model.script.text}"]
