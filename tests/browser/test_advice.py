"""What can be done with an advice: use its price, copy it, have words for the dealer."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.desk import Desk


def test_its_price_is_used_by_way_of_a_question(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.press("Use $17,400")
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("$17,400")
    tab.shoot("use-suggested-price")
    dialog.get_by_role("button", name="Offer $17,400").click()
    tab.advice(2).wait_for()
    expect(tab.figure("Your last offer")).to_contain_text("$17,400")


def test_a_message_is_copied_as_it_was_written(desk: Desk) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = desk.talk(desk.negotiate())
    tab.ask("Is it fair? 🚗")
    tab.advice(2).wait_for()
    mine = tab.said("Is it fair?")
    mine.get_by_role("button", name="Copy").click()
    expect(mine.get_by_text("Copied")).to_be_visible()
    assert tab.page.evaluate("navigator.clipboard.readText()") == "Is it fair? 🚗"


def test_words_for_the_dealer_are_chosen_changed_and_copied(desk: Desk) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = desk.talk(desk.negotiate())
    tab.press("Draft for the dealer")
    dialog = tab.page.get_by_role("dialog")
    text = dialog.get_by_label("Message", exact=True)
    expect(text).to_have_value(re.compile(r"\$17,400"))
    expect(dialog).to_contain_text("Nothing is sent from here")
    tab.shoot("draft-email")
    first = text.input_value()
    dialog.get_by_role("button", name="Another wording").click()
    expect(text).not_to_have_value(first)
    dialog.get_by_label("The dealer reads").select_option("es")
    expect(text).to_have_value(re.compile("Buen|Hola|oferta|ofrezco"))
    tab.choose("Text message")
    expect(dialog.get_by_label("Subject")).to_have_count(0)
    text.press("End")
    text.press_sequentially(" Ana")
    dialog.get_by_role("button", name="Copy as text").click()
    expect(dialog.get_by_text("Copied")).to_be_visible()
    assert tab.page.evaluate("navigator.clipboard.readText()") == text.input_value()
    assert tab.overflow() == 0


def test_on_a_phone_the_draft_fits(phone: Desk) -> None:
    tab = phone.talk(phone.negotiate())
    tab.press("Draft for the dealer")
    tab.page.get_by_label("Subject").wait_for()
    tab.shoot("draft-phone")
    assert tab.overflow() == 0
