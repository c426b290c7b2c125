"""Quick moves: by keyboard and by mouse, in steps, and never bound without being asked."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.desk import Desk


def test_moves_by_keyboard_alone(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    dialog = tab.page.get_by_role("dialog")
    tab.key("?")
    expect(dialog).to_contain_text("Keyboard shortcuts")
    tab.shoot("shortcuts")
    tab.key("Escape")
    expect(dialog).to_have_count(0)
    tab.key("o")
    expect(dialog).to_contain_text("You offer $17,400 for the 2019 Toyota Camry.")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    tab.key("ArrowUp")
    expect(dialog).to_contain_text("You offer $17,650 for the 2019 Toyota Camry.")
    tab.shoot("offer-dialog")
    tab.key("Enter")
    expect(dialog).to_have_count(0)
    tab.advice(2).wait_for()
    expect(tab.figure("Your last offer")).to_contain_text("$17,650")
    tab.key("d")
    pasted = tab.page.get_by_label("What the dealer said or wrote")
    expect(pasted).to_be_focused()
    tab.page.keyboard.type("we want a down payment")
    expect(pasted).to_have_value("we want a down payment")
    expect(dialog).to_have_count(0)
    pasted.blur()
    tab.key("w")
    expect(dialog).to_contain_text("You stop bargaining over the 2019 Toyota Camry.")
    tab.key("Escape")
    expect(dialog).to_have_count(0)
    tab.key("a")
    expect(dialog).to_contain_text("Accept this price?")
    tab.key("Escape")
    expect(dialog).to_have_count(0)
    tab.key("m")
    expect(tab.box).to_be_focused()
    expect(tab.page.get_by_role("banner")).to_contain_text("Active")


def test_an_offer_above_the_limit_is_asked_about(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate(walk_away_price="20000"))
    tab.press("$250 more")
    expect(tab.button("Offer this: $17,650")).to_be_visible()
    tab.shoot("offer-steps")
    tab.choose("My offer")
    tab.page.get_by_label("The amount you offered the dealer").fill("20,500")
    tab.press("Add my offer of $20,500")
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("$20,500 is more than the most you said you would pay.")
    tab.shoot("offer-above-limit")
    dialog.get_by_role("button", name="Cancel").click()
    expect(tab.page.locator("article[data-who=you]")).to_have_count(0)
    tab.press("Add my offer of $20,500")
    dialog.get_by_role("button", name="Offer $20,500 above my limit").click()
    tab.advice(2).wait_for()
    expect(tab.figure("Your last offer")).to_contain_text("$20,500")


def test_after_an_offer_to_hold_at_the_dealer_is_heard_first(desk: Desk) -> None:
    negotiation = desk.negotiate()
    tab = desk.talk(negotiation)
    desk.post(negotiation, "offers", amount="18000", party="buyer")
    card = tab.page.get_by_role("region", name="Suggested next")
    refused = card.get_by_role("button", name="They refused? Go up to $18,180")
    expect(refused).to_be_visible()
    tab.shoot("hear-the-dealer")
    tab.page.set_viewport_size({"width": 320, "height": 640})
    tab.page.emulate_media(color_scheme="dark")
    tab.shoot("hear-the-dealer-320-dark")
    tab.page.set_viewport_size({"width": 1280, "height": 800})
    refused.click()
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("You offer $18,180")
    dialog.get_by_role("button", name="Cancel").click()
    card.get_by_role("button", name="The dealer said…").click()
    expect(tab.page.get_by_label("What the dealer said or wrote")).to_be_focused()
    desk.post(negotiation, "offers", amount="23000", party="dealer")
    expect(tab.button("Offer this: $18,180")).to_be_visible()


def test_shortcuts_can_be_turned_off(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    dialog = tab.page.get_by_role("dialog")
    tab.press("Keyboard shortcuts")
    tab.page.get_by_role("switch", name="Single keys do something").click()
    tab.key("Escape")
    expect(dialog).to_have_count(0)
    tab.page.reload()
    tab.advice(1).wait_for()
    tab.key("o")
    tab.key("?")
    expect(dialog).to_have_count(0)
    tab.press("Keyboard shortcuts")
    expect(dialog).to_contain_text("Keyboard shortcuts")


def test_on_a_narrow_phone_another_amount_is_two_taps_away(phone: Desk) -> None:
    tab = phone.talk(phone.negotiate())
    tab.page.set_viewport_size({"width": 320, "height": 640})
    tab.shoot("next-bar-320")
    assert tab.overflow() == 0
    tab.button("Offer another amount").tap()
    dialog = tab.page.get_by_role("dialog")
    dialog.get_by_role("button", name="$250 less").tap()
    expect(dialog).to_contain_text("You offer $17,150")
    tab.shoot("offer-dialog-320")
    assert tab.overflow() == 0
    dialog.get_by_role("button", name="Offer $17,150").tap()
    tab.advice(2).wait_for()
    tab.choose("Bargain")
    card = tab.page.get_by_role("region", name="Suggested next")
    card.get_by_role("button", name="The dealer said…").tap()
    expect(tab.page.get_by_label("What the dealer said or wrote")).to_be_focused()
