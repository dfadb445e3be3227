"""Capitals within one heading, and between the headings of one article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.facts.headings import CaseStyle, Heading
from lintnews.finding import Hit, replacement
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

# Function words that are no abbreviation when in capitals (US, IT, OR, IN, ME are), and that no sub-editor
# stresses.
_TELLING_CAPITALS = frozenset(
    "THE AND FOR WITH FROM OF TO BY AFTER OVER INTO WHO THAT THIS THEIR HIS".split()
)
_PIECE = lazy(r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'-]+)*")
_POSSESSIVE = lazy(r"(?<=[a-z][’'])S(?= [A-Z]?[a-z])")
# "cApitals", "MInister"; not iPhone, eBay, MPs, YouTube.
_INNER = lazy(r"(?![ie][A-Z])[a-z][A-Z][a-z]{3,}|[A-Z]{2}[a-z]{4,}")
_COMMON = 3.8
_MIN_HEADINGS = 3


@check(
    "HED113",
    "mixed-capitals-in-heading",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the heading is half in capitals",
    needs=(given("headings"),),
    examples=(
        bad("[[THE MINISTER]] resigns and leaves at once\n\nThe minister is gone.\n\nNobody knows why."),
        bad(
            "Port of Odense loses its [[cApital]]\n\nThe port has no money.\n\nIt may close.",
            "Port of Odense loses its [[capital]]\n\nThe port has no money.\n\nIt may close.",
        ),
        bad(
            "East Timor'[[S]] new ferry sinks\n\nThe ferry went down.\n\nAll were saved.",
            "East Timor'[[s]] new ferry sinks\n\nThe ferry went down.\n\nAll were saved.",
        ),
        fine("DEATH OF THE FERRY: who is to blame\n\nThe ferry went down.\n\nAll were saved."),
        fine("Man SLAPPED in park as UNICEF and IOM meet\n\nIt was quick.\n\nHe is well."),
        fine("THE FERRY THAT NEVER CAME\n\nIt was late.\n\nIt sank."),
        fine("eBay, YouTube and MPs at odds\n\nThey spoke.\n\nNobody won."),
    ),
)
def mixed_capitals_in_heading(facts: Facts) -> Iterator[Hit]:
    """Report capitals that fill part of a heading or stand inside a word.

    A system that puts capitals back after translating lower-cased text does so word by word, and loses
    track. Words stressed in capitals, abbreviations, kickers before a colon and brand names are left alone.
    """
    for heading in facts.headings:
        if heading.style is CaseStyle.CAPITALS:
            continue
        text = heading.span.of(facts.text)
        for found in _POSSESSIVE.finditer(text):
            span = Span(heading.span.start + found.start(), heading.span.start + found.end())
            yield Hit(span, "a capital stands inside a word", (replacement(span, "s"),))
        yield from _runs_of_capitals(facts, heading)
        for index in heading.words:
            token = facts.tokens[index]
            if _INNER.fullmatch(token.text) and facts.words.zipf(token.fold) >= _COMMON:
                yield _inner_capital(token)


def _runs_of_capitals(facts: Facts, heading: Heading) -> Iterator[Hit]:
    """Yield rows of words in capitals with a function word among them, where the rest is small."""
    text = heading.span.of(facts.text)
    small = sum(facts.tokens[index].text[0].islower() for index in heading.words)
    if small < 2:
        return
    for run in _PIECE.finditer(text):
        words = run.group().split()
        if len(words) < 2 or not _TELLING_CAPITALS.intersection(words):
            continue
        after = text[run.end() :].lstrip('"”’»')
        before = text[: run.start()].rstrip()
        # A kicker, or a title in quotation marks, is set in capitals on purpose.
        if after[:1] in {":", "|", ",", "-", "–", "—"} or after[:2] in {" -", " –", " —", " |"}:
            continue
        if before.endswith(("“", "‘", '"', "'", "(", "[")):
            continue
        yield Hit(Span(heading.span.start + run.start(), heading.span.start + run.end()))


def _inner_capital(token: Token) -> Hit:
    whole = token.text.capitalize() if token.text[0].isupper() else token.text.lower()
    return Hit(token.span, f"capitals are mixed in ‘{token.text}’", (replacement(token.span, whole),))


@check(
    "HED114",
    "headings-in-two-styles",
    mqm="style/inconsistent-style",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="the other cross-headings of the article are capitalised in another way",
    needs=(given("cross_headings"),),
    examples=(
        bad(
            "A long day\n\nIt began at six.\n\nFIRST LIGHT\n\nThe sun rose.\n\nLATE LUNCH\n\nThey ate.\n\n"
            "[[The Long Way Home Again]]\n\nThey walked.\n\nLAST WORDS\n\nThey slept.\n\nThe end came."
        ),
        bad(
            "A long day\n\nIt began at six.\n\nDown the Hill at Dawn\n\nThe sun rose.\n\n"
            "Lunch on the Village Lawn\n\n"
            "They ate.\n\n[[Back over the cold hills]]\n\nThey walked.\n\nStories by the Fire Side\n\n"
            "They slept.\n\nIt ended."
        ),
        fine(
            "A long day\n\nIt began at six.\n\nFIRST LIGHT\n\nThe sun rose.\n\nLATE LUNCH\n\nThey ate.\n\n"
            "LAST WORDS\n\nThey slept.\n\nThe end came."
        ),
    ),
)
def headings_in_two_styles(facts: Facts) -> Iterator[Hit]:
    """Report a cross-heading that is capitalised otherwise than all the others, if these are at least three.

    Headings of one article follow one style; a machine styles each by itself.
    """
    clear = [h for h in facts.headings if not h.is_headline and h.style is not CaseStyle.UNCLEAR]
    if len(clear) <= _MIN_HEADINGS:
        return
    style, count = Counter(heading.style for heading in clear).most_common(1)[0]
    if count == len(clear) - 1:
        yield from (Hit(heading.span) for heading in clear if heading.style is not style)


CHECKS = (mixed_capitals_in_heading, headings_in_two_styles)
