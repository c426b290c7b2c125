"""What people type: too long, strange, many at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP
from tests.browser.desk import Desk, Tab

# A browser whose boxes do not grow by themselves.
NO_FIELD_SIZING = """
const supports = CSS.supports.bind(CSS)
CSS.supports = (...asked) => asked[0] !== 'field-sizing' && supports(...asked)
const fixed = new CSSStyleSheet()
fixed.replaceSync('textarea { field-sizing: fixed !important }')
document.adoptedStyleSheets.push(fixed)
"""


def test_2001_characters_are_refused_before_they_are_sent_and_kept(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    long = "x" * 2001
    tab.ask(long)
    expect(tab.page.get_by_text("Too long by 1 character.")).to_be_visible()
    expect(tab.box).to_have_value(long)
    expect(tab.bubbles).to_have_count(1)
    tab.shoot("too-long")
    tab.ask("x" * 2000)
    expect(tab.box).to_have_value("")
    tab.advice(2).wait_for()
    assert tab.overflow() == 0


@pytest.mark.parametrize("by", ["browser", "page"])
def test_the_box_is_as_high_as_what_is_typed(desk: Desk, by: str) -> None:
    if by == "page":
        desk.context.add_init_script(NO_FIELD_SIZING)
    tab = desk.talk(desk.negotiate())
    empty = _height(tab)
    tab.box.press_sequentially("One line, and then as many words as are wider than a phone. " * 2)
    one = _height(tab)
    for line in ("two", "three"):
        tab.box.press("Shift+Enter")
        tab.box.press_sequentially(line)
    three = _height(tab)
    assert empty <= one < three
    tab.page.set_viewport_size({"width": 390, "height": 844})
    assert _height(tab) > three
    tab.page.set_viewport_size(DESKTOP)
    tab.box.press("Enter")
    expect(tab.box).to_have_value("")
    tab.advice(2).wait_for()
    assert _height(tab) == empty


def _height(tab: Tab) -> float:
    box = tab.at_rest().box.bounding_box()
    assert box is not None
    return box["height"]


def test_emoji_and_right_to_left_text_and_markup_come_back_as_typed(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    strange = "🚗👨‍👩‍👧 هل السعر عادل؟ <script>alert(1)</script> &amp; **bold**"
    tab.ask(strange)
    expect(tab.bubbles.nth(1)).to_contain_text(strange)
    tab.advice(2).wait_for()
    expect(tab.bubbles.nth(1)).to_contain_text(strange)


def test_a_pasted_novel_is_kept_refused_with_its_length_and_made_way_for(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    novel = "It was the best of times. " * 8_000
    tab.box.focus()
    tab.page.keyboard.insert_text(novel)
    expect(tab.page.get_by_text("Too long by 205,999 characters.")).to_be_visible()
    tab.box.press("Enter")
    expect(tab.box).to_have_value(novel)
    assert tab.overflow() == 0
    tab.shoot("a-pasted-novel")
    tab.ask("In short: is it fair?")
    tab.advice(2).wait_for()
    expect(tab.bubbles).to_have_count(3)


def test_right_to_left_text_is_written_and_shown_from_the_right(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.box.fill("هل السعر عادل؟")
    expect(tab.box).to_have_css("direction", "rtl")
    tab.box.press("Enter")
    said = tab.said("هل السعر عادل؟").locator("p").first
    expect(said).to_be_visible()
    expect(said).to_have_css("direction", "rtl")
    tab.advice(2).wait_for()
    tab.shoot("right-to-left")


def test_amounts_are_read_as_people_type_them_or_asked_back(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.choose("My offer")
    field = tab.page.get_by_label("The amount you offered the dealer")
    for typed in ("18k", "$18,000", "18.000,00", "18 000", "18 mil"):
        field.fill(typed)
        expect(tab.button("Add my offer of $18,000")).to_be_visible()
    field.fill("a lot")
    field.press("Enter")
    expect(tab.page.get_by_text("Write an amount in dollars")).to_be_visible()
    field.fill("18.000")
    field.press("Enter")
    expect(tab.page.get_by_text("Which one do you mean?")).to_be_visible()
    expect(tab.bubbles).to_have_count(1)


def test_messages_sent_in_a_row_keep_their_order(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    for number in range(1, 6):
        tab.ask(f"Question {number}")
    tab.advice(6).wait_for()
    mine = tab.page.locator("article[data-who=you]")
    expect(mine).to_have_count(5)
    texts = mine.all_inner_texts()
    assert [f"Question {number}" in text for number, text in enumerate(texts, 1)] == [True] * 5


def test_everything_is_reached_by_keyboard(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.box.focus()
    tab.page.keyboard.type("By keyboard alone")
    tab.key("Enter")
    expect(tab.bubbles.filter(has_text="By keyboard alone")).to_have_count(1)
    tab.advice(2).wait_for()
    tab.button("Accept a price").focus()
    tab.key("Enter")
    expect(tab.page.get_by_role("dialog")).to_be_visible()
    expect(tab.page.get_by_label("Price you agree to")).to_be_focused()
    tab.key("Escape")
    expect(tab.page.get_by_role("dialog")).to_have_count(0)
    expect(tab.button("Accept a price")).to_be_focused()
