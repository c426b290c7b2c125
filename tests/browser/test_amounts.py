"""Amounts and miles in every form that people type: read where plain, asked back where not."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.desk import Desk, Tab

QUESTION = "Which one do you mean?"


def form(desk: Desk, **fields: str) -> Tab:
    """The form for a new negotiation over a Camry, with some fields filled."""
    tab = desk.tab("/negotiations/new")
    for label, text in {"Year": "2019", "Make": "Toyota", "Model": "Camry"}.items():
        tab.page.get_by_label(label).fill(text)
    for label, text in fields.items():
        money(tab, label).fill(text)
    return tab


def money(tab: Tab, label: str) -> Locator:
    """A field for an amount, by the beginning of its label."""
    names = {"asking": "Asking price", "target": "Your target", "limit": "Your limit"}
    return tab.page.get_by_label(names[label])


def test_what_looks_like_thousands_is_asked_back_and_not_sent(desk: Desk) -> None:
    tab = form(desk, asking="18.9", target="15", limit="16")
    tab.press("Ask for the opening offer")
    expect(tab.page.get_by_role("group", name=QUESTION)).to_have_count(3)
    expect(tab.page).to_have_url(desk.base_url + "/negotiations/new")
    tab.shoot("amounts-asked-back")
    for reading in ("$18,900", "$15,000", "$16,000"):
        tab.page.get_by_role("button", name=reading, exact=True).click()
    expect(tab.page.get_by_role("group", name=QUESTION)).to_have_count(0)
    tab.press("Ask for the opening offer")
    tab.advice(1).wait_for()
    expect(tab.figure("Asking")).to_contain_text("$18,900")


def test_an_offer_and_a_dealers_price_of_180_are_asked_back(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    tab.choose("My offer")
    tab.page.get_by_label("The amount you offered the dealer").fill("180")
    tab.press("Add my offer")
    tab.button("$180,000").wait_for()
    expect(tab.page.locator("article[data-who=you]")).to_have_count(0)
    tab.page.get_by_role("button", name="$180", exact=True).click()
    expect(tab.button("Add my offer of $180")).to_be_enabled()
    tab.choose("Dealer said")
    tab.page.get_by_label("What the dealer said or wrote").fill("That is our price.")
    tab.page.get_by_label("Price in it").fill("18.9")
    tab.press("Add the dealer’s message")
    tab.button("$18,900").click()
    tab.press("Add the dealer’s message")
    expect(tab.figure("Dealer’s latest")).to_contain_text("$18,900")


def test_words_and_miles_are_read_and_echoed(desk: Desk) -> None:
    desk.speak("es")
    tab = desk.tab("/negotiations/new")
    page = tab.page
    asking, mileage = page.get_by_label("Precio pedido"), page.get_by_label("Millaje")
    asking.fill("dieciocho mil quinientos")
    expect(page.get_by_text("Eso es $18,500")).to_be_visible()
    mileage.fill("45.000")
    expect(page.get_by_text("Eso es 45,000 mi")).to_be_visible()
    page.get_by_label("Año").fill("2019")
    page.get_by_label("Su meta").fill("18 000,00")
    mileage.fill("45000 km")
    tab.press("Pedir la oferta inicial")
    expect(page.get_by_text("Aquí hacen falta millas, no kilómetros.")).to_be_visible()
    asking.fill("dieciocho o veinte mil")
    asking.blur()
    expect(page.get_by_text("Escriba una cantidad en dólares")).to_be_visible()
    tab.at_rest()
    tops = [page.locator("label", has_text=name).bounding_box() for name in ("Año", "Marca")]
    assert tops[0] is not None
    assert tops[1] is not None
    assert tops[0]["y"] == tops[1]["y"]
    tab.shoot("amounts-in-words")
