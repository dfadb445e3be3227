"""Headings that share no word with the article under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.headings_repair import content_words, has_kin
from lintnews.finding import Hit
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.headings import Heading

# With fewer words an apt headline may share none with the text; with so short a text it often does.
# Measured on 117 such headlines of English originals: all share a word with their own article, 44 % with
# another.
_MIN_CONTENT_WORDS = 5
_MIN_TEXT_WORDS = 60
_BODY = (
    "The airport will reopen to foreign travellers on Saturday after five months, officials said on "
    "Tuesday. Passengers must show a negative test and wear masks until they have left the terminal. "
    "Airlines have been asked to keep every second seat free, although two carriers said that they would "
    "rather stay on the ground than fly half empty. Hotels near the runway, which had closed in spring, "
    "are taking bookings again, and taxi drivers hope for better days. The regulator will look at the "
    "figures each week and may close again.\n\n"
    "Health workers will be posted at every entrance."
)
_BEFORE = f"Airport to reopen\n\n{_BODY}\n\n"
_AFTER = "\n\nPassengers will be met by nurses.\n\nMore follows."


@check(
    "HED103",
    "unsupported-headline",
    mqm="accuracy/addition",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="not one word of the headline occurs in the article",
    needs=(given("headings"),),
    examples=(
        bad(f"[[Court lets fishermen sue oil giant over spill]]\n\n{_BODY}"),
        bad(f"[[Somebody please explain what the speaker meant by this]]\n\n{_BODY}"),
        fine(f"Planes to take off again as regulator lifts ban\n\n{_BODY}"),
        fine(f"Clear skies\n\n{_BODY}"),
    ),
)
def unsupported_headline(facts: Facts) -> Iterator[Hit]:
    """Report a headline none of whose words, nor any form of them, occurs in the article.

    A system that was given a short line alone makes up a likely one, or a headline has come from another
    article. Short headlines are left alone, and so are headlines over very short texts.
    """
    for heading in facts.headings[:1]:
        if (
            heading.is_headline
            and _shares_nothing(facts, heading)
            and len(facts.vocabulary.places) >= _MIN_TEXT_WORDS
        ):
            yield Hit(heading.span)


def _shares_nothing(facts: Facts, heading: Heading) -> bool:
    words = content_words(facts, heading)
    return len(words) >= _MIN_CONTENT_WORDS and not any(_is_shared(facts, index) for index in words)


def _is_shared(facts: Facts, index: int) -> bool:
    fold = facts.tokens[index].fold
    return facts.vocabulary.supports(fold) or has_kin(facts, fold)


@check(
    "HED104",
    "unsupported-cross-heading",
    mqm="accuracy/mistranslation",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="no word of this cross-heading occurs in the article, nor any form of it",
    needs=(given("cross_headings"),),
    examples=(
        bad(f"{_BEFORE}[[STONE LAWYERS]]{_AFTER}"),
        bad(f"{_BEFORE}[[Hundred harvests]]{_AFTER}"),
        fine(f"{_BEFORE}EMPTY SEATS{_AFTER}"),
        fine(f"{_BEFORE}BACKGROUND{_AFTER}"),
    ),
)
def unsupported_cross_heading(facts: Facts) -> Iterator[Hit]:
    """Report a cross-heading of two or more words, none of which the article uses in any form.

    Cross-headings mostly pick up a phrase of the text below them. Puns and labels do not, so this asks for
    attention only.
    """
    for heading in facts.headings:
        if heading.is_headline:
            continue
        words = content_words(facts, heading)
        if len(words) >= 2 and not any(_is_shared(facts, index) for index in words):
            yield Hit(heading.span)


CHECKS = (unsupported_headline, unsupported_cross_heading)
