"""Amounts of money written as another language, or a machine's tokeniser, writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, replacement
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_PARTED = re.compile(r"(?:\b(?:US|A|C|S|HK|NZ))?(?P<inner> )?(?P<mark>[$€£])(?P<outer> )?(?=\d)")
_AFTER = re.compile(
    r"(?<![\w.,$€£-])(?P<figure>\d[\d.,]*)(?P<scale> (?:thousand|million|billion|"
    r"trillion))? ?(?P<mark>[$€£])(?!\s?\d)"
)
_SCALE = r"(?P<scale> ?(?:thousand|million|billion|trillion|bn|m)\b)?"
_TWICE = re.compile(
    rf"(?P<mark>(?:US)?\$|€|£|\bRMB ?|\bUSD ?|\bEUR ?|\bCNY ?)(?P<figure>\d(?:[\d.,]*\d)?){_SCALE}"
    r"(?P<again> (?:(?:US|U\.S\.|American) )?(?P<word>dollars?|euros?|yuan|pounds?|renminbi|USD|EUR|RMB)\b)"
)
_SAME = {
    "$": ("dollar", "USD"), "US$": ("dollar", "USD"), "USD": ("dollar", "USD"), "€": ("euro", "EUR"),
    "EUR": ("euro", "EUR"), "£": ("pound",), "RMB": ("yuan", "renminbi", "RMB"),
    "CNY": ("yuan", "renminbi", "RMB"),
}  # fmt: skip


@check(
    "NUM111",
    "blank-at-currency-mark",
    mqm="locale-convention/currency-format",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    message="no blank stands beside a currency mark",
    pivots=("zh", "ha", "is"),
    examples=(
        bad("The mine sold for [[$ 6]] million.", "The mine sold for [[$6]] million."),
        bad("Debt came to [[US $1]]99 billion.", "Debt came to [[US$1]]99 billion."),
        fine("It cost US$6 million, or A$9 million and £3 a head."),
        fine("Prices in $ rose; the US spent $2 billion and C$40 is little."),
    ),
)
def blank_at_currency_mark(facts: Facts) -> Iterator[Hit]:
    """English joins the currency mark to its figure: $6 million, US$199 billion.

    Machine systems part them, as their own word splitting or the original's habit does.
    """
    if not any(mark in facts.text for mark in "$€£"):
        return
    for match in _PARTED.finditer(facts.text):
        prefixed = match.group()[0].isalpha()
        blank_inside = prefixed and match["inner"] and match["mark"] == "$" and match.group().startswith("US")
        if not (match["outer"] or blank_inside):
            continue
        start = match.start() if blank_inside or (prefixed and not match["inner"]) else match.start("mark")
        if (
            match.group().startswith("US")
            and match["inner"]
            and not _reads_as_us_dollars(facts.text, match.start())
        ):
            start = match.start("mark")
            if not match["outer"]:
                continue
        span = Span(start, match.end() + 1)
        joined = span.of(facts.text).replace(" ", "")
        yield Hit(
            span,
            f"no blank stands beside a currency mark: {joined}…",
            (replacement(span, joined, Applicability.SAFE),),
        )


def _reads_as_us_dollars(text: str, place: int) -> bool:
    """Tell "was US $2 million" from "gave the US $2 million"."""
    return not text[max(0, place - 4) : place].endswith(("the ", "The "))


@check(
    "NUM112",
    "currency-mark-after-figure",
    mqm="locale-convention/currency-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="English puts the currency mark before the figure",
    pivots=("ru", "uk", "fr", "de", "es"),
    examples=(
        bad("A ticket costs [[5 $]] at the door.", "A ticket costs [[$5]] at the door."),
        bad("They raised [[12 million €]] in a week.", "They raised [[€12 million]] in a week."),
        fine("A ticket costs $5 at the door, or €4."),
        fine("In 2019 $40 bought a room; in 2020, £30."),
    ),
)
def currency_mark_after_figure(facts: Facts) -> Iterator[Hit]:
    """Most languages of Europe write the mark after the figure (5 $); English writes $5."""
    if not any(mark in facts.text for mark in "$€£"):
        return
    for match in _AFTER.finditer(facts.text):
        good = f"{match['mark']}{match['figure']}{match['scale'] or ''}"
        span = Span(*match.span())
        yield Hit(span, f"English puts the mark first: {good}", (replacement(span, good),))


@check(
    "NUM113",
    "currency-named-twice",
    mqm="fluency/duplication",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the currency is named twice",
    pivots=("zh", "ja"),
    examples=(
        bad("The painting fetched [[$5 million dollars]].", "The painting fetched [[$5 million]]."),
        bad("Each guest pays [[€30 euros]] for dinner.", "Each guest pays [[€30]] for dinner."),
        bad("He was fined [[RMB 3,000 yuan]].", "He was fined [[RMB 3,000]]."),
        fine("It rose from $30 to 25 euros, and £3 pound coins do not exist."),
        fine("The fund holds $5 million Canadian dollars could not buy."),
    ),
)
def currency_named_twice(facts: Facts) -> Iterator[Hit]:
    """“$5 million dollars” names the dollar by its mark and again by its word; one of them goes."""
    for match in _TWICE.finditer(facts.text):
        mark, word = match["mark"].strip(), match["word"]
        if not word.startswith(_SAME[mark]) or facts.text[match.end() : match.end() + 5] == " coin":
            continue
        span = Span(*match.span())
        good = match.group()[: match.start("again") - match.start()]
        yield Hit(span, f"‘{match.group()}’ names the currency twice: {good}", (replacement(span, good),))


CHECKS = (blank_at_currency_mark, currency_mark_after_figure, currency_named_twice)
