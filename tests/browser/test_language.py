"""English and Spanish: chosen at the entrance or in the account, and the same in every tab."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.desk import PASSWORD, Desk, Tab


def test_a_buyer_whose_browser_is_spanish_signs_up_and_is_advised_in_spanish(
    desks: Callable[..., Desk],
) -> None:
    tab = desks(locale="es-MX").tab()
    expect(tab.page.locator("html")).to_have_attribute("lang", "es")
    tab.press("¿Es su primera vez? Cree una cuenta")
    tab.page.get_by_label("Correo electrónico").fill(f"buyer-{uuid.uuid4().hex}@example.com")
    tab.page.get_by_label("Contraseña", exact=True).fill(PASSWORD)
    tab.shoot("login-spanish")
    tab.press("Crear cuenta")
    tab.page.get_by_role("link", name="Empezar su primera negociación").click()
    for label, text in {
        "Año": "2019",
        "Marca": "Toyota",
        "Modelo": "Camry",
        "Precio pedido": "25,000",
        "Su meta": "20k",
    }.items():
        tab.page.get_by_label(label).fill(text)
    tab.page.get_by_text("Cómo regatear").click()
    expect(tab.page.get_by_label("Estrategia")).to_contain_text("Escalones de descuento")
    tab.press("Pedir la oferta inicial")
    expect(tab.page.get_by_role("region", name="Siguiente sugerido")).to_contain_text("$17,400")
    expect(tab.page.get_by_role("heading", name="Argumentos para usar")).to_be_visible()
    # The adviser's own words are the server's: by the language of the account.
    expect(tab.bubbles.first).to_contain_text(re.compile(r"\b(su|usted|de|el)\b"))
    tab.shoot("negotiation-spanish")


def test_an_amount_is_read_the_same_in_spanish(desk: Desk) -> None:
    tab = desk.talk(desk.negotiate())
    change_to_spanish(tab)
    tab.choose("Mi oferta")
    amount = tab.page.get_by_label("La cantidad que le ofreció al vendedor")
    amount.fill("18.500")
    expect(tab.page.get_by_role("group", name="¿Cuál de las dos quiere decir?")).to_contain_text(
        "$18,500$18.50"
    )
    amount.fill("18,500")
    expect(tab.button("Añadir mi oferta de $18,500")).to_be_enabled()


def test_a_change_keeps_what_is_typed_and_reaches_every_tab_and_the_next_browser(
    desks: Callable[..., Desk],
) -> None:
    desk = desks()
    email = desk.sign_up()
    negotiation = desk.negotiate()
    tab, other = desk.talk(negotiation), desk.talk(negotiation)
    tab.box.fill("half a thought")
    change_to_spanish(tab)
    expect(tab.page.get_by_label("Mensaje para su consejero")).to_have_value("half a thought")
    expect(other.page.get_by_role("heading", name="La conversación", exact=False)).to_have_count(0)
    for each in (tab, other):
        expect(each.page.get_by_label("Mensaje para su consejero")).to_be_visible()
        expect(each.page.locator("html")).to_have_attribute("lang", "es")
    tab.page.reload()
    expect(tab.page.get_by_label("Mensaje para su consejero")).to_have_value("half a thought")

    elsewhere = desks().tab()
    elsewhere.page.get_by_label("E-mail").fill(email)
    elsewhere.page.get_by_label("Password", exact=True).fill(PASSWORD)
    elsewhere.press("Log in")
    expect(elsewhere.page.get_by_role("heading", level=1)).to_have_text("Sus negociaciones")


def test_what_is_chosen_at_the_entrance_becomes_the_accounts(desks: Callable[..., Desk]) -> None:
    desk = desks()
    email = desk.sign_up()
    desk.context.clear_cookies()
    tab = desk.tab()
    tab.page.get_by_label("E-mail").fill(email)
    tab.press("Log in")
    expect(tab.page.get_by_text("This is needed.")).to_be_visible()
    tab.press("Español")
    expect(tab.page.get_by_label("Correo electrónico")).to_have_value(email)
    expect(tab.page.get_by_text("Esto hace falta.")).to_be_visible()
    tab.page.get_by_label("Contraseña", exact=True).fill(PASSWORD)
    tab.button("Entrar").click()
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Sus negociaciones")
    assert desk.context.request.get("/api/v1/auth/me").json()["user"]["language"] == "es"


def test_a_language_that_cannot_be_saved_is_told_and_not_spoken(desk: Desk) -> None:
    tab = desk.tab("/negotiations")
    tab.button("Your account").wait_for()
    tab.page.route("**/auth/me", lambda route: route.abort())
    tab.press("Your account")
    tab.page.get_by_role("menuitem", name="Español").click()
    expect(tab.page.get_by_role("alert")).to_have_text("No answer from the server.")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Your negotiations")


def change_to_spanish(tab: Tab) -> None:
    """By the account menu."""
    tab.press("Your account")
    tab.page.get_by_role("menuitem", name="Español").click()
    expect(tab.page.get_by_role("menuitem", name="English")).to_be_visible()
    tab.page.keyboard.press("Escape")
