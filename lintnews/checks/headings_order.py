"""Headlines that keep the word order of a language whose sentences need no subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Hit
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# One place, not a time ("In March Nigeria will open …" has its subject).
_PLACE = (
    r"(?:(?:In|At|Near|From) (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March"
    r"|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter)"
    r"(?:(?:New|North|South|East|West|San|Santa|St\.?|Saint|Los|Las|Sri|Saudi|Hong|Great) )?[A-Z][\w’'-]+)"
)
# Verbs that name no quality, so that one after a place has no subject ("In Syria displaced people wait" has).
_VERB = (
    r"(?:named|reported|announced|told|said|managed|found|opened|launched|revealed|began|started|held|called|warned|"
    r"denied|reacted|responded|decided|proposed|appeared|presented|prepared for|prepared to|discovered|"
    r"commented|declared|explained|appealed|recorded|"
    r"(?:was|were|is|are)(?: not)? (?:\w+ed|held|found|named|shown|told)|"
    r"will (?:be |not )?\w+)\b(?!,)"
)
_SUBJECTLESS = lazy(rf"({_PLACE}(?: on [A-Z]\w+day)?) ({_VERB})")
_HEADLESS = lazy(r"(?:have|has|had) (?:already |been |also |again )+\w+")
_OPENERS = ("In ", "At ", "Near ", "From ", "have ", "has ", "had ")
_BECAME_KNOWN = lazy(
    r"\b[Ii]t (?:has |had )?(?:became|become) known (?:about|how|that|what|when|who|why|where)\b"
    r"|\b(?:(?:has|have) become|became) known(?=\.?$)",
    re.MULTILINE,
)


@check(
    "HED108",
    "headline-without-subject",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the headline’s verb has no subject before it",
    pivots=("ru", "uk"),
    needs=(given("headings"),),
    examples=(
        bad("[[In Estonia reported]] a rise in thefts\n\nPolice gave figures for May.\n\nThefts doubled."),
        bad("[[In Riga on Friday will be held]] a march of teachers\n\nThey want pay.\n\nThe mayor agrees."),
        bad("[[have already chosen]] a new coach\n\nThe club parted with its coach.\n\nA new one comes."),
        fine(
            "In Estonia, police reported a rise in thefts\n\nPolice gave figures for May.\n\nThefts doubled."
        ),
        fine("In Syria displaced families wait for winter\n\nAid is late.\n\nSnow has come."),
        fine("Have your say on the new bridge\n\nThe council asks.\n\nWrite by May."),
    ),
)
def headline_without_subject(facts: Facts) -> Iterator[Hit]:
    """Report a headline that goes from a place straight to its verb, or begins with “have already …”.

    Russian and Ukrainian say “in Libya reported” where English needs someone to report, or the place as
    subject. Only verbs that cannot be read as describing the noun after them are taken.
    """
    for heading in facts.headings:
        if not heading.is_headline:
            continue
        text = heading.core.of(facts.text)
        if not text.startswith(_OPENERS) or "?" in text:
            continue
        found = _SUBJECTLESS.match(text) or _HEADLESS.match(text)
        if found:
            yield Hit(Span(heading.core.start, heading.core.start + found.end()))


@check(
    "HED115",
    "headline-became-known",
    mqm="style/unidiomatic-style",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="English headlines give the news itself, not that it “became known”",
    pivots=("ru", "uk"),
    needs=(words("known"), given("headings")),
    examples=(
        bad("[[It became known about]] the sinking of a ferry\n\nThe ferry sank.\n\nAll were saved."),
        bad("On Monday [[it has become known how]] rents will rise\n\nRents rise.\n\nTenants protest."),
        bad("Names of the six new ministers [[became known]]\n\nThere are six.\n\nThey met."),
        fine("How a village became known as the end of the world\n\nIt is small.\n\nPeople come."),
        fine("The singer who became known for one song\n\nShe sang.\n\nPeople came."),
    ),
)
def headline_became_known(facts: Facts) -> Iterator[Hit]:
    """Report “it became known about …” and “… became known” in a headline.

    Russian and Ukrainian headlines open with “stalo izvestno”; taken word for word, it says nothing.
    """
    for heading in facts.headings:
        if "known" not in heading.core.of(facts.text):
            continue
        found = _BECAME_KNOWN.search(facts.text, *heading.core) if heading.is_headline else None
        if found:
            yield Hit(Span(*found.span()))


CHECKS = (headline_without_subject, headline_became_known)
