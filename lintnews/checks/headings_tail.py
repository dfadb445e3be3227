"""What clings to the end of a headline: dates, site names, full stops, and the headline once more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Edit, Fix, Hit, Related, replacement
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# What is left of "12.02.2023": a stop, a blank, the month, the year.
_TORN_DATE = lazy(r"(?<=[a-z0-9])\. (?:0[1-9]|1[0-2])[. ] ?(?:19|20)\d\d$")
_SITE = lazy(
    r"\s*(?:[|｜]|--|[-–—])\s*"
    r"(?:[^|｜]{0,30}\b(?:News(?:paper|papers)?|Net(?:work)?|Online|Gazeta|Radio|Times|Shimbun|Xinhua\w*|Agency|Daily|TV)\b"
    r"[^|｜]{0,24}|[\w.]+\.(?:com|net|org|ru|ua|cn|jp|ng|info)(?:\.\w\w)?|(?:DW|RT|TASS|AFP|CNN|BBC|VOA|CBS|NBC)\b.{0,20})$",
    re.IGNORECASE,
)
_FULL_STOP = lazy(r"(?<=[a-z]{3})\.$")
_MIN_WORDS = 4


@check(
    "HED109",
    "torn-date-in-headline",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a date at the end of the headline was torn apart",
    pivots=("uk", "ru"),
    needs=(given("figure_starts"), given("headings")),
    examples=(
        bad(
            "Ministers meet in Riga - DW-12 - ministers meet in Riga[[. 02 2023]]\n\nTalks go on.\n\nAll eat."
        ),
        bad("Port to close for repairs - 08[[. 11 2021]]\n\nThe port will close.\n\nShips must wait."),
        fine("Port to close for repairs - 08.11.2021\n\nThe port will close.\n\nShips must wait."),
        fine("The best films of 2021\n\nThe list is long.\n\nIt has ten films."),
    ),
)
def torn_date_in_headline(facts: Facts) -> Iterator[Hit]:
    """Report a headline whose end is the rest of a date.

    A date with stops (“12.02.2023”) was taken for the end of a sentence: the pieces were translated apart,
    and what stood between them is often said twice.
    """
    for heading in facts.headings:
        torn = _TORN_DATE.search(heading.span.of(facts.text)) if heading.is_headline else None
        if torn:
            yield Hit(Span(heading.span.start + torn.start(), heading.span.end))


@check(
    "HED110",
    "site-name-in-headline",
    mqm="accuracy/addition",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="the name of a site or agency clings to the headline",
    needs=(given("headings"),),
    examples=(
        bad(
            "Bridge to open in spring[[ - Fjord News]]\n\nThe bridge is done.\n\nIt is long.",
            "Bridge to open in spring\n\nThe bridge is done.\n\nIt is long.",
        ),
        bad(
            "Bridge to open in spring[[-xinhuanet.com]]\n\nThe bridge is done.\n\nIt is long.",
            "Bridge to open in spring\n\nThe bridge is done.\n\nIt is long.",
        ),
        fine("Bridge to open in spring - mayor\n\nThe bridge is done.\n\nIt is long."),
    ),
)
def site_name_in_headline(facts: Facts) -> Iterator[Hit]:
    """Report the name of the site at the end of a headline: the title of a web page, not of the article.

    Crawled articles bring it along, whoever translated them.
    """
    for heading in facts.headings:
        if not heading.is_headline:
            continue
        site = _SITE.search(heading.span.of(facts.text))
        if site and site.start() > 12:
            span = Span(heading.span.start + site.start(), heading.span.end)
            yield Hit(span, None, (Fix((Edit(span, ""),), Applicability.UNSAFE),))


@check(
    "HED111",
    "headline-said-twice",
    mqm="fluency/repetition",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="the text begins with the headline once more",
    needs=(given("headings"),),
    examples=(
        bad("Bridge opens in spring\n\n[[Bridge opens in spring]]\n\nThe mayor cut a ribbon.\n\nIt rained."),
        bad("Bridge opens in spring\n\n[[Bridge opens in spring]]. The mayor cut a ribbon.\n\nIt rained."),
        fine("Bridge opens in spring\n\nThe bridge opens in spring, the mayor said.\n\nIt rained."),
    ),
)
def headline_said_twice(facts: Facts) -> Iterator[Hit]:
    """Report a first paragraph that repeats the headline word for word.

    Pages often carry their title twice; a translation keeps both.
    """
    blocks, text = facts.article.blocks, facts.text
    for heading in facts.headings:
        if len(heading.words) < _MIN_WORDS or heading.block + 1 >= len(blocks):
            continue
        following = blocks[heading.block + 1].span
        headline = heading.core.of(text).rstrip(".")
        if following.of(text)[: len(headline)].casefold() != headline.casefold():
            continue
        end = following.start + len(headline)
        if end == following.end or text[end] in ".!":
            yield Hit(Span(following.start, end), None, (), (Related(heading.span, "the headline"),))


@check(
    "HED112",
    "full-stop-after-headline",
    mqm="fluency/punctuation",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="a headline has no full stop",
    needs=(given("headings"),),
    examples=(
        bad(
            "Bridge opens in spring[[.]]\n\nThe mayor cut a ribbon.\n\nIt rained.",
            "Bridge opens in spring\n\nThe mayor cut a ribbon.\n\nIt rained.",
        ),
        bad(
            "Three hurt as tram jumps the rails[[.]]\n\nThe tram was full.\n\nIt rained.",
            "Three hurt as tram jumps the rails\n\nThe tram was full.\n\nIt rained.",
        ),
        fine("Bridge opens in spring\n\nThe mayor cut a ribbon.\n\nIt rained."),
    ),
)
def full_stop_after_headline(facts: Facts) -> Iterator[Hit]:
    """Report a first line of one short sentence that ends in a full stop.

    Languages that put a stop after headlines hand it on; translators keep it as often as machines do.
    """
    for heading in facts.headings:
        stop = _FULL_STOP.search(heading.span.of(facts.text)) if heading.is_headline else None
        if stop:
            span = Span(heading.span.end - 1, heading.span.end)
            yield Hit(span, None, (replacement(span, "", Applicability.SAFE),))


CHECKS = (
    torn_date_in_headline,
    site_name_in_headline,
    headline_said_twice,
    full_stop_after_headline,
)
