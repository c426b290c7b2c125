"""The price ladder, drawn to scale and told, and what is hidden from eyes over the shoulder."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.desk import Desk, Tab

HIDE = "Hide my limits"


def heights(tab: Tab) -> dict[str, float]:
    """Where each mark stands at rest, from the top, in pixels."""
    found: dict[str, float] = tab.at_rest().page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('[data-rung]')].map((rung) =>
          [rung.dataset.rung, Number(rung.querySelector('circle').getAttribute('cy'))]))"""
    )
    return found


def written(tab: Tab) -> str:
    """All that stands on the page, at rest."""
    return tab.at_rest().page.locator("body").inner_text()


def test_it_is_drawn_to_scale_and_follows_the_bargain(desk: Desk) -> None:
    negotiation = desk.negotiate()
    desk.post(negotiation, "offers", amount="17000", party="buyer")
    desk.post(negotiation, "offers", amount="23000", party="dealer")
    tab = desk.talk(negotiation)
    tab.advice(3).wait_for()
    places = heights(tab)
    scale = (places["buyer"] - places["asking"]) / (25000 - 17000)
    assert abs(places["dealer"] - places["asking"] - 2000 * scale) < 0.5
    assert abs(places["target"] - places["asking"] - 5000 * scale) < 0.5
    assert "limit" not in places
    ladder = tab.page.get_by_role("region", name="Price ladder")
    expect(ladder).to_contain_text("The dealer has come down $2,000 so far.")
    expect(ladder).to_contain_text("You are $6,000 apart.")
    rows = ladder.get_by_role("table").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("Asking")
    expect(rows).to_have_count(6)
    ladder.scroll_into_view_if_needed()
    tab.shoot("ladder")
    tab.press("Show Your limit")
    expect(rows).to_have_count(7)
    assert places["dealer"] < heights(tab)["limit"] < places["buyer"]


def test_on_a_phone_target_and_limit_are_hidden_until_the_switch_is_off(phone: Desk) -> None:
    negotiation = phone.negotiate()
    phone.post(negotiation, "offers", amount="23000", party="dealer")
    tab = phone.talk(negotiation)
    tab.advice(2).wait_for()
    assert "$20,000" not in written(tab)
    tab.shoot("hidden-limits-talk-phone")
    tab.choose("Bargain")
    switch = tab.page.get_by_role("switch", name=HIDE)
    expect(switch).to_be_checked()
    expect(tab.figure("Your target")).to_have_text("hidden")
    assert "$20,000" not in written(tab)
    assert {"target", "limit"} & set(heights(tab)) == set()
    tab.shoot("hidden-limits-phone")
    switch.tap()
    expect(switch).not_to_be_checked()
    expect(tab.figure("Your target")).to_have_text("$20,000")
    assert "target" in heights(tab)
    tab.page.get_by_role("region", name="Price ladder").scroll_into_view_if_needed()
    tab.shoot("ladder-phone")
    tab.page.reload()
    tab.choose("Bargain")
    expect(switch).not_to_be_checked()
    assert tab.overflow() == 0


def test_the_switch_hides_the_limit_that_was_shown(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    switch = tab.page.get_by_role("switch", name=HIDE)
    expect(switch).not_to_be_checked()
    expect(tab.bubbles.first).to_contain_text("$20,000")
    tab.press("Show Your limit")
    expect(tab.figure("Your limit")).to_contain_text("$21,000")
    switch.focus()
    tab.key("Space")
    expect(switch).to_be_checked()
    body = written(tab)
    assert "$21,000" not in body
    assert "$20,000" not in body


def test_no_difference_gives_the_hidden_limits_away(desk: Desk) -> None:
    negotiation = desk.negotiate()
    desk.post(negotiation, "offers", amount="23000", party="dealer")
    desk.post(negotiation, "chat", content="Is $23,000 good when I can pay $21,000?")
    desk.wait_at_rest(negotiation, 3)
    tab = desk.talk(negotiation)
    tab.advice(3).wait_for()
    expect(tab.page.locator("body")).to_contain_text("$2,600")  # 17,400 below the target
    tab.page.get_by_role("switch", name=HIDE).click()
    body = written(tab)
    telling = ["$20,000", "$21,000", "$2,600", "$3,600", "$3,000"]
    assert [amount for amount in telling if amount in body] == []
    expect(tab.said("Is $23,000 good when I can pay $•••?")).to_have_count(1)
    tab.shoot("hidden-limits-differences")
