"""The list of negotiations: live, searched, with marks of what is new, and two side by side."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.desk import Desk, Tab

CIVIC = {"vehicle": {"year": 2021, "make": "Honda", "model": "Civic"}, "asking_price": "22000"}
NEWS = "New advice"


def card(tab: Tab, name: str) -> Locator:
    """A card of the list, by its car or its label."""
    return tab.page.locator("article", has_text=name)


def test_it_follows_what_happens_elsewhere(desk: Desk) -> None:
    camry = desk.negotiate()
    desk.wait_at_rest(camry, 1)
    tab = desk.tab("/negotiations")
    expect(card(tab, "Camry")).to_contain_text(NEWS)
    civic = desk.negotiate(**CIVIC)
    expect(card(tab, "Civic")).to_contain_text(NEWS)
    desk.post(camry, "offers", amount="23456", party="dealer")
    expect(card(tab, "Camry")).to_contain_text("$23,456")
    tab.shoot("list-unseen")
    desk.post(civic, "walk-away")
    expect(card(tab, "Civic")).to_contain_text("Walked away")


def test_what_one_tab_has_seen_is_new_in_none(desk: Desk) -> None:
    camry, civic = desk.negotiate(), desk.negotiate(**CIVIC)
    desk.wait_at_rest(camry, 1)
    desk.wait_at_rest(civic, 1)
    listed = desk.tab("/negotiations")
    expect(listed.page.locator("article[data-unseen]")).to_have_count(2)
    talk = desk.talk(camry)
    back = talk.page.get_by_role("link", name="All negotiations, 1 with new advice")
    expect(back).to_be_visible()
    listed.page.bring_to_front()
    expect(card(listed, "Camry")).not_to_contain_text(NEWS)
    expect(card(listed, "Civic")).to_contain_text(NEWS)
    talk.page.bring_to_front()
    back.click()
    expect(card(talk, "Civic")).to_contain_text(NEWS)
    card(talk, "Civic").get_by_role("link", name="2021 Honda Civic").click()
    talk.advice(1).wait_for()
    expect(listed.page.locator("article[data-unseen]")).to_have_count(0)


def test_a_price_worth_taking_is_said_so_beside_its_car_too(desk: Desk) -> None:
    ids = [desk.negotiate(), desk.negotiate(**CIVIC)]
    desk.post(ids[0], "offers", amount="19500", party="dealer")
    tab = desk.tab("/negotiations")
    expect(card(tab, "Camry")).to_contain_text("Accept $19,500")
    expect(card(tab, "Civic")).not_to_contain_text("Accept")
    tab.shoot("list-worth-taking")
    tab.page.goto(f"/negotiations/compare?ids={','.join(ids)}")
    row = tab.page.get_by_role("row", name="Suggested next")
    expect(row).to_contain_text("Accept $19,500")


def test_search_and_status_stay_in_the_address(desk: Desk) -> None:
    desk.negotiate()
    civic = desk.negotiate(**CIVIC)
    desk.post(civic, "walk-away")
    tab = desk.tab("/negotiations")
    cards = tab.page.locator("article")
    expect(cards).to_have_count(2)
    search = tab.page.get_by_role("searchbox", name="Search your negotiations")
    search.fill("honda 2021")
    expect(cards).to_have_count(1)
    expect(tab.page.get_by_text("1 negotiation fits.")).to_be_visible()
    tab.page.reload()
    expect(search).to_have_value("honda 2021")
    expect(cards).to_have_count(1)
    tab.page.get_by_label("Which status").select_option("Active")
    expect(cards).to_have_count(0)
    expect(tab.page.get_by_text("Nothing fits.")).to_be_visible()
    tab.press("Show all")
    expect(cards).to_have_count(2)
    assert tab.page.url.endswith("/negotiations")


def test_two_dealers_of_one_car_side_by_side(desk: Desk) -> None:
    uptown = desk.negotiate(asking_price="24500")
    downtown = desk.negotiate(label="Downtown")
    desk.post(downtown, "offers", amount="23000", party="dealer")
    desk.negotiate(**CIVIC)
    tab = desk.tab("/negotiations")
    mine = card(tab, "$24,500")
    mine.get_by_role("button", name="Add a label").click()
    tab.page.get_by_role("textbox", name="Label").fill("Uptown")
    tab.press("Save")
    expect(card(tab, "Uptown")).to_contain_text("$24,500")
    tab.shoot("list-labels")
    card(tab, "Uptown").get_by_role("link", name="2 for this car, side by side").click()
    title = tab.page.get_by_role("heading", level=1)
    expect(title).to_have_text("2019 Toyota Camry, side by side")
    table = tab.page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_contain_text(["Uptown", "Downtown"])
    ask = table.get_by_role("row", name="Dealer’s latest")
    expect(ask).to_contain_text("$23,000")
    expect(ask).to_contain_text("lowest")
    desk.post(uptown, "offers", amount="22750", party="dealer")
    expect(ask.get_by_role("cell").first).to_contain_text("$22,750lowest")
    tab.shoot("side-by-side")
    tab.page.emulate_media(color_scheme="dark")
    tab.shoot("side-by-side-dark")


def test_chosen_ones_are_compared_on_a_phone(phone: Desk) -> None:
    phone.negotiate()
    phone.negotiate(**CIVIC)
    phone.negotiate(vehicle={"year": 2020, "make": "Ford", "model": "F-150", "trim": "XLT"})
    tab = phone.tab("/negotiations")
    for name in ("Camry", "Civic", "F-150"):
        card(tab, name).get_by_role("checkbox", name="Compare").tap()
    tab.shoot("list-phone")
    assert tab.overflow() == 0
    tab.page.get_by_role("link", name="Compare these 3").tap()
    region = tab.page.get_by_role("region", name="The comparison")
    row = region.get_by_role("rowheader", name="Asking")
    expect(row).to_be_visible()
    tab.at_rest()
    at = row.bounding_box()
    region.evaluate("element => element.scrollBy(400, 0)")
    tab.at_rest()
    tab.shoot("side-by-side-phone")
    after = row.bounding_box()
    assert at is not None
    assert after is not None
    assert abs(at["x"] - after["x"]) < 1
    assert tab.overflow() == 0
    expect(region.get_by_role("row", name="To your target")).to_contain_text("hidden")
