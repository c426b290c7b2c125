"""Speech by the browser's own interfaces, which the test plays."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.desk import Desk

EARS = """
window.SpeechRecognition = window.webkitSpeechRecognition = class {
  start() { window.ears = this; }
  stop() { this.onend(); }
  abort() {}
  hear(transcript) {
    const result = Object.assign([{ transcript }], { isFinal: true });
    this.onresult({ resultIndex: 0, results: [result] });
  }
};
"""
MOUTH = """
window.spoken = [];
Object.defineProperty(window, "speechSynthesis", {
  value: { speak: (utterance) => window.spoken.push(utterance.text), cancel: () => {} },
});
"""


def test_a_message_is_dictated_and_an_advice_read_aloud_after_a_word_of_who_hears(
    desk: Desk,
) -> None:
    desk.context.add_init_script(EARS + MOUTH)
    tab = desk.talk(desk.negotiate())
    tab.press("Dictate")
    dialog = tab.page.get_by_role("dialog")
    expect(dialog).to_contain_text("may send your voice to a server")
    tab.shoot("before-dictating")
    dialog.get_by_role("button", name="Dictate").click()
    expect(tab.page.get_by_text("Listening…")).to_be_visible()
    tab.page.evaluate("ears.hear('Is it a fair price?')")
    expect(tab.box).to_have_value("Is it a fair price?")
    tab.shoot("dictating")
    tab.press("Stop dictating")
    tab.box.press("Enter")
    tab.advice(2).wait_for()
    aloud = tab.button("Read aloud").first
    aloud.scroll_into_view_if_needed()
    aloud.click()
    expect(dialog).to_contain_text("Its maker may send the text")
    dialog.get_by_role("button", name="Read aloud").click()
    assert "$17,400" in tab.page.evaluate("spoken.join()")
    expect(tab.button("Stop reading")).to_be_visible()
    assert tab.overflow() == 0
