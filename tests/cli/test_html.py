"""The report `html`: self-contained, and no article can break out of it."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Lintnews

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "lintnews" / "data" / "page"
FERRY = (ROOT / "fixtures" / "glitches" / "ferry-protest.txt").read_bytes()
# An article that would break out of a page that shows it as it is.
HOSTILE = (ROOT / "fixtures" / "hostile" / "markup.txt").read_text("utf-8")


class Parsed(HTMLParser):
    """Elements, ids and text of a page, as a browser's parser has them."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "base"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.article = ""
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
            return
        self.text.append(data)
        if {"p", "h2", "h3"} & set(self.open) and "main" in self.open and "details" not in self.open:
            # Numbers of findings stand between the words of the article.
            self.article += "" if "sup" in self.open else data

    def of(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]


def check_harmless(page: Parsed) -> None:
    """Nothing in a page but what is ours can do anything."""
    assert not page.open
    tags = [tag for tag, _ in page.elements]
    assert not {"img", "base", "iframe", "object", "embed", "svg", "template"} & set(tags)
    assert tags.count("script") == 1
    assert tags.count("style") == 1
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not page.of("style")
    links = page.of("href") + page.of("src") + page.of("action")
    assert all(link == "data:," or link[:1] in "#/" for link in links)
    ids = page.of("id")
    assert len(set(ids)) == len(ids)
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_a_hostile_article_is_shown_and_does_nothing(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "ferry & co.txt").write_bytes(FERRY)
    ran = lintnews("check", "--format", "html", "gone<b>.txt", ".", "--select", "RES,QUO,REP,HED101")
    assert ran.code == 2
    made = Parsed(ran.out)
    check_harmless(made)
    (policy,) = (a["content"] for _, a in made.elements if a.get("http-equiv") == "Content-Security-Policy")
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256("".join(made.raw[kind]).encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    words = "".join(HOSTILE.replace("\u2028", "U+2028").replace("\u202e", "U+202E").split())
    words = words.replace("\0", "U+0000").replace("\7", "U+0007")
    assert words in "".join(made.article.split())
    assert "gone<b>.txt: no such file or folder" in made.text
    # Findings, repairs, reasons and other places are all there, and nothing to change them.
    text = " ".join("".join(made.text).split())
    assert "‘to’ stands here twice in a row" in text
    assert "the text has ‘strike breakers’" in text
    assert "STRIKE BREAKERS" in text
    assert "Why it is reported" in text
    assert "ferry & co.txt" in text
    assert not [attributes for tag, attributes in made.elements if tag in ("form", "textarea", "button")]
    anchors = [a for tag, a in made.elements if tag == "a" and a.get("class", "").startswith("mark error")]
    assert anchors


def test_of_many_articles_the_clean_ones_are_listed(lintnews: Lintnews, folder: Path) -> None:
    for name in ("a.txt", "b.txt", "d.txt"):
        (folder / name).write_text("The ferry sailed on Monday.")
    (folder / "c.txt").write_text("The the ferry sailed on Monday.")
    page = Parsed(lintnews("check", ".", "--format", "html", "--select", "REP101").out)
    assert [attributes["aria-label"] for tag, attributes in page.elements if tag == "article"] == ["c.txt"]
    assert {"a.txt ", "b.txt ", "c.txt", "d.txt "} <= set(page.text)
    (folder / "a.jsonl").write_text('{"text": "All is well."}\n{"text": "The the ferry sailed."}\n')
    page = Parsed(lintnews("check", "a.jsonl", "--format", "html", "--select", "REP101").out)
    assert [a["aria-label"] for tag, a in page.elements if tag == "article"] == ["a.jsonl, record 2"]
    page = Parsed(lintnews("check", "a.txt", "--format", "html", "--select", "REP101").out)
    assert page.article == "The ferry sailed on Monday."


def test_output_is_utf8_and_empty_files_are_no_error(lintnews: Lintnews, folder: Path) -> None:
    (folder / "a.txt").write_text("")
    ran = lintnews("check", "a.txt", "--format", "html", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert ran.code == 0
    assert "There is no text in this file." in ran.out


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_enough_in_light_and_dark() -> None:
    css = (PAGE / "page.css").read_text("utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in css.split("@media", 2)[:2]
    )
    for palette in (light, dark):
        inks = ("ink", "soft", "error", "warning", "note", "changed")
        on: dict[str, tuple[str, ...]] = dict.fromkeys(inks, ("paper", "leaf"))
        on["ink"] += ("error-wash", "warning-wash", "note-wash", "changed-wash")
        for kind in ("error", "warning", "note"):
            on[kind] += (f"{kind}-wash",)
        for ink, grounds in on.items():
            for ground in grounds:
                weaker, stronger = sorted((luminance(palette[ink]), luminance(palette[ground])))
                assert (stronger + 0.05) / (weaker + 0.05) >= 4.5, (ink, ground)
