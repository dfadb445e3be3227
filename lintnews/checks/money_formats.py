"""Amounts of money written as another language, or a machine's tokeniser, writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import characters, given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_US_DOLLAR = lazy(r"(?<![Tt]he )(?<!other )(?<!between )\bUS \$(?=\d)")
_AFTER = lazy(
    r"(?<![\w.,$€£-])(?P<figure>\d[\d.,]*)(?P<scale> (?:thousand|million|billion|"
    r"trillion))? ?(?P<mark>[$€£])(?!\s?\d)"
)
_SCALE = r"(?P<scale> ?(?:thousand|million|billion|trillion|bn|m)\b)?"
_TWICE = lazy(
    rf"(?P<figure>\d(?:[\d.,]*\d)?){_SCALE}"
    r"(?P<again> (?:(?:US|U\.S\.|American) )?(?P<word>dollars?|euros?|yuan|pounds?|renminbi|USD|EUR|RMB)\b)"
)
_MARK_BEFORE = lazy(r"(?:(?:US)?\$|€|£|\b(?:RMB|USD|EUR|CNY) ?)\Z")
_SAME = {
    "$": ("dollar", "USD"), "US$": ("dollar", "USD"), "USD": ("dollar", "USD"), "€": ("euro", "EUR"),
    "EUR": ("euro", "EUR"), "£": ("pound",), "RMB": ("yuan", "renminbi", "RMB"),
    "CNY": ("yuan", "renminbi", "RMB"),
}  # fmt: skip


@check(
    "NUM111",
    "us-parted-from-dollar",
    mqm="locale-convention/currency-format",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    message="no blank stands between US and the dollar mark",
    pivots=("zh",),
    needs=(characters("$"),),
    examples=(
        bad("Debt came to [[US $]]199 billion.", "Debt came to [[US$]]199 billion."),
        bad("Prizes rose from [[US $]]3 million.", "Prizes rose from [[US$]]3 million."),
        fine("It cost US$6 million, or A$9 million and £3 a head."),
        fine("The war cost the US $2 billion, and the other US $3 billion."),
    ),
)
def us_parted_from_dollar(facts: Facts) -> Iterator[Hit]:
    """The dollar of the United States is written US$ in one; systems of Chinese news print US $.

    Left alone after "the": in "it cost the US $2 billion" the country pays.
    """
    if "US $" not in facts.text:
        return
    for match in _US_DOLLAR.finditer(facts.text):
        span = Span(*match.span())
        yield Hit(span, None, (replacement(span, "US$", Applicability.SAFE),))


@check(
    "NUM112",
    "currency-mark-after-figure",
    mqm="locale-convention/currency-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="English puts the currency mark before the figure",
    pivots=("ru", "uk", "fr", "de", "es"),
    needs=(characters("$€£"),),
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
    for match in facts.at_figures(_AFTER):
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
    needs=(words("dollar dollars euro euros yuan pound pounds renminbi usd eur rmb"), given("figure_starts")),
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
    for match in facts.at_figures(_TWICE):
        before = _MARK_BEFORE.search(facts.text, max(0, match.start() - 5), match.start())
        if not before:
            continue
        mark, word = before.group().strip(), match["word"]
        if not word.startswith(_SAME[mark]) or facts.text[match.end() : match.end() + 5] == " coin":
            continue
        span = Span(before.start(), match.end())
        good = facts.text[span.start : match.start("again")]
        yield Hit(
            span, f"‘{span.of(facts.text)}’ names the currency twice: {good}", (replacement(span, good),)
        )


CHECKS = (us_parted_from_dollar, currency_mark_after_figure, currency_named_twice)
