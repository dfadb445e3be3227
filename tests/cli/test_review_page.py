"""The review page and the report `html` in headless Chromium, against real files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lintnews.dismissals import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

    from tests.cli.conftest import Lintnews, Reviewing

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver on PATH (.ci/tools.d/40-chromium.sh)"
)
ROOT = Path(__file__).parents[2]
FERRY = (ROOT / "fixtures" / "glitches" / "ferry-protest.txt").read_text("utf-8")
HOSTILE = (ROOT / "fixtures" / "hostile" / "markup.txt").read_bytes()
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --window-size=1280,900"
).split()


class Page:
    """A tab, used as an editor does: keys, clicks, and looking."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def until(self, condition: Callable[[], Any]) -> Any:
        from selenium.common.exceptions import StaleElementReferenceException  # noqa: PLC0415
        from selenium.webdriver.support.wait import WebDriverWait  # noqa: PLC0415

        wait = WebDriverWait(self.driver, 30, 0.05, [StaleElementReferenceException])
        return wait.until(lambda _: condition())

    def find(self, css: str) -> list[WebElement]:
        return self.driver.find_elements("css selector", css)

    def one(self, css: str) -> WebElement:
        (found,) = self.find(css)
        return found

    def press(self, *keys: str) -> None:
        from selenium.webdriver import ActionChains  # noqa: PLC0415

        ActionChains(self.driver).send_keys(*keys).perform()

    def said(self, text: str) -> None:
        """Wait until the page has told so."""
        self.until(lambda: text in self.one("#said").text)

    def shows(self, text: str) -> None:
        self.until(lambda: text in self.one("#work article").text)

    def holds_back(self) -> bool:
        """Whether the page asks before it is left. (A driver answers the browser's question itself.)"""
        ask = "return !dispatchEvent(new Event('beforeunload', {cancelable: true}))"
        return bool(self.driver.execute_script(ask))

    def goes_to(self, message: str, key: str = "j") -> None:
        """Press the key for the next (previous) finding until the one with this message is open."""
        for _ in range(40):
            opened = self.find("details.finding[open] .message")
            if opened and message in opened[0].text:
                return
            self.press(key)
        raise AssertionError(message)


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    from selenium import webdriver  # noqa: PLC0415 - slow to load, and not needed where there is no browser

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for option in (*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield started
    started.quit()


@pytest.fixture
def page(driver: Chrome) -> Iterator[Page]:
    yield Page(driver)
    untyped: Any = driver
    errors = [entry["message"] for entry in untyped.get_log("browser") if entry["level"] == "SEVERE"]
    assert not errors
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    driver.get("about:blank")


def test_an_article_is_repaired_and_saved(page: Page, folder: Path, reviewing: Reviewing) -> None:
    from selenium.webdriver import ActionChains, Keys  # noqa: PLC0415

    article = folder / "ferry.txt"
    article.write_bytes(b"\xef\xbb\xbf" + FERRY.replace("\n", "\r\n").encode())
    with reviewing("ferry.txt") as review:
        page.driver.get(review.url)
        assert "token" not in page.driver.current_url
        everything = len(page.find("details.finding"))
        assert everything >= 8
        # Accept the first finding's repair.
        page.press("j", "a")
        page.said("Accepted.")
        page.shows("government plan to sell")
        # Choose another repair than the first.
        page.goes_to("in lower case and has no verb")
        page.press("2", "a")
        page.shows("in front of the town hall empty.\n")
        # Edit by hand what has no repair.
        page.goes_to("a quotation opens here and never closes", "k")
        page.press("e")
        field = page.until(lambda: page.find(".by-hand textarea"))[0]
        page.until(lambda: field == page.driver.switch_to.active_element)
        assert field.get_attribute("value").startswith("“We will stay")
        keys = ActionChains(page.driver).key_down(Keys.CONTROL).send_keys(Keys.END).key_up(Keys.CONTROL)
        keys.send_keys("”").key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
        page.shows("go to the capital.”")
        # Dismiss with a reason; undo and redo that; dismiss by the button as well.
        page.goes_to("‘ropes’ is joined to itself", "k")
        page.press("d")
        page.until(lambda: page.driver.switch_to.active_element.get_attribute("name") == "reason")
        page.press("Said so at sea", Keys.ENTER)
        page.said("Dismissed.")
        assert "Said so at sea" in page.one(".dismissed").text
        page.press("u")
        page.said("Undone: dismissed ‘ropes and ropes’.")
        assert not page.find(".dismissed")
        page.press("r")
        page.said("Redone: dismissed ‘ropes and ropes’.")
        # Nothing was written so far, and leaving warns.
        assert article.read_bytes().decode("utf-8-sig") == FERRY.replace("\n", "\r\n")
        assert page.holds_back()
        page.press("s")
        page.said("Saved.")
        assert not page.holds_back()
        expected = FERRY.replace("to to", "to").replace("capital.", "capital.”", 1)
        expected = expected.replace(" at the request of the mayor.", "")
        assert article.read_bytes() == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()
        (entry,) = json.loads((folder / NAME).read_bytes())["dismissed"]
        assert (entry["rule"], entry["text"], entry["reason"]) == (
            "REP104",
            "ropes and ropes",
            "Said so at sea",
        )


def test_someone_elses_words_are_not_overwritten(page: Page, folder: Path, reviewing: Reviewing) -> None:
    article = folder / "ferry.txt"
    article.write_text(FERRY, encoding="utf-8")
    with reviewing("ferry.txt", "--select", "QUO201") as review:
        page.driver.get(review.url)
        page.goes_to("blank stands before the punctuation mark")
        page.press("a")
        page.said("Accepted.")
        article.write_text("Other words.")
        page.press("s")
        page.until(lambda: "changed by someone else" in page.one("#alert").text)
        assert article.read_text() == "Other words."
        page.one("#alert [data-do=reload]").click()
        page.shows("Other words.")


def test_screen_readers_and_keys_find_their_way(page: Page, folder: Path, reviewing: Reviewing) -> None:
    from selenium.webdriver import Keys  # noqa: PLC0415

    (folder / "a.txt").write_text(FERRY, encoding="utf-8")
    (folder / "b.txt").write_bytes(HOSTILE)
    with reviewing(".", "--select", "REP,HED,QUO") as review:
        page.driver.get(review.url)
        page.until(lambda: "findings" in page.find(".shelf li")[1].text)
        page.one(".shelf li:first-child a").click()
        page.press("j")
        focused = page.driver.switch_to.active_element
        assert focused.tag_name == "summary"
        assert "REP101" not in focused.text
        assert "stands here twice" in focused.text
        tree = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        named = [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in tree
            if not node["ignored"]
        ]
        for role in ("main", "banner", "region", "status", "contentinfo", "navigation"):
            assert role in [kind for kind, _ in named]
        nameless = {"button", "link", "radio", "textbox", "dialog", "region"}
        assert not [node for node in named if node[0] in nameless and not node[1].strip()]
        headings = [" ".join(name.split()) for role, name in named if role == "heading"]
        assert "STRIKATION BREAKERS(finding 4 : error)" in headings
        # The tab key goes from the note to its repair, the buttons, and on to the text below.
        page.press(Keys.TAB, Keys.TAB)
        assert page.driver.switch_to.active_element.get_attribute("name") == "candidate"
        page.press("?")
        page.until(lambda: page.one("#help").is_displayed())
        page.one("#keys-on").click()
        page.press(Keys.ESCAPE, "j")
        assert page.driver.switch_to.active_element.get_attribute("data-do") == "help" or (
            "stands here twice" in page.one("details.finding[open] .message").text
        )
        page.one("a[rel=next]").click()
        # What the article says is text: nothing of it ran, nothing of it is an element.
        page.until(lambda: page.find("#work .block"))
        assert page.driver.title == "b.txt – lintnews review"
        assert not page.find("#work script, #work img, #work base, #work meta, #work style")
        assert "<script>alert(1)</script>" in page.find("#work .block")[0].text


def test_the_report_can_be_read_with_scripts_off_and_on_a_phone(
    page: Page, folder: Path, lintnews: Lintnews
) -> None:
    (folder / "a.txt").write_text(FERRY, encoding="utf-8")
    (folder / "b.txt").write_bytes(HOSTILE)
    lintnews("check", ".", "--select", "REP,QUO", "--format", "html", "--output", "out.html")
    page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page.driver.get((folder / "out.html").as_uri())
    note = page.find("details.finding")[0]
    assert "stands here twice" in note.text
    assert "keep one copy" not in note.text
    note.find_element("css selector", "summary").click()
    assert "keep one copy" in note.text
    note.find_element("css selector", "a.place").click()
    assert page.driver.current_url.endswith("#a1-m1")
    page.driver.set_window_size(500, 800)
    narrow = page.find("details.finding")[0].rect
    assert narrow["x"] >= 0
    assert narrow["x"] + narrow["width"] <= 500
    page.driver.set_window_size(1280, 900)
    page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    page.driver.get((folder / "out.html").as_uri())
    page.press("j", "j")
    assert page.one("details.finding[open]").get_attribute("data-note") == "2"
    assert "ropes and ropes" in page.one(".mark.here").text
    assert page.driver.execute_script("return document.scrollingElement.scrollWidth") <= 1280
