"""Two words that English never puts together: "do a decision", "strong rain", "strongly injured"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Hit, replacement
from lintnews.inflection import forms
from lintnews.needs import given
from lintnews.prose.indefinite import indefinite_article
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.partners import Mismatch
    from lintnews.finding import Fix


@check(
    "LEX103",
    "verb-that-goes-with-another-noun",
    mqm="style/unidiomatic-style",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="English has another verb for this noun",
    needs=(given("mismatches"),),
    examples=(
        bad(
            "The unions [[made strong pressure]] on the board. An audit [[was realised]] in May.",
            "The unions put strong pressure on the board. An audit was carried out in May.",
        ),
        bad(
            "Deputies [[voted the law]] on Monday, and the mayor [[gave a visit]] to the port.",
            "Deputies passed the law on Monday, and the mayor paid a visit to the port.",
        ),
        fine("Nor did the visit to the port help. Voting laws differ. They realised the visit was over."),
        fine("The new road made business with the north easier. She was given a speech to read."),
    ),
)
def verb_that_goes_with_another_noun(facts: Facts) -> Iterator[Hit]:
    """Report a verb that no English writer uses with its object, where another language has that verb.

    Each language has its own light verb for a thing that is done: one *does* a visit, *makes* pressure,
    *realises* an operation, *votes* a law. Machines translate the verb by itself. Which verbs English uses
    with a noun, and which it never does, is in `rules/lexicon/partners.yaml`. The object must follow the
    verb, be the subject of its passive, or stand before its participle with “by”.
    """
    yield from _hits(facts, "objects")


@check(
    "LEX104",
    "adjective-that-goes-with-another-noun",
    mqm="style/unidiomatic-style",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="English has another adjective for this noun",
    needs=(given("mismatches"),),
    examples=(
        bad(
            "[[Strong rain]] fell on [[narrow relatives]] of the mayor.",
            "Heavy rain fell on close relatives of the mayor.",
        ),
        bad("It was the [[strongest snowfall]] in years.", "It was the heaviest snowfall in years."),
        fine("Strong rain gear sells well, and strong winds blew."),
    ),
)
def adjective_that_goes_with_another_noun(facts: Facts) -> Iterator[Hit]:
    """Report an adjective that no English writer puts before its noun, where another language does.

    What is much or bad has its own adjective beside each noun: *heavy* rain, *strong* wind, *serious*
    injuries. Which, and which are never used, is in `rules/lexicon/partners.yaml`.
    """
    yield from _hits(facts, "modifiers")


@check(
    "LEX105",
    "verb-that-goes-with-another-subject",
    mqm="style/unidiomatic-style",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="English has another verb for what this subject does",
    needs=(given("mismatches"),),
    examples=(
        bad("Fighting [[burst]] in the port.", "Fighting broke out in the port."),
        bad("Rents have [[augmented]] since May.", "Rents have risen since May."),
        fine("The epidemic has burst the seams of the hospital. Prices raised by bakers fell."),
    ),
)
def verb_that_goes_with_another_subject(facts: Facts) -> Iterator[Hit]:
    """Report a verb that English never uses of its subject, where another language does.

    Wars *break out*, prices *rise*, talks *take place*; machines let wars burst and prices augment. The
    table is `rules/lexicon/partners.yaml`.
    """
    yield from _hits(facts, "subjects")


@check(
    "LEX106",
    "adverb-that-goes-with-another-word",
    mqm="style/unidiomatic-style",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="English has another adverb for how much this is so",
    needs=(given("mismatches"),),
    examples=(
        bad("Two men were [[strongly injured]].", "Two men were seriously injured."),
        bad("The coast is [[tightly populated]].", "The coast is densely populated."),
        fine("The strongly worded letter injured nobody."),
    ),
)
def adverb_that_goes_with_another_word(facts: Facts) -> Iterator[Hit]:
    """Report an adverb of degree that English never puts beside its participle or adjective.

    People are *seriously* injured, roofs *badly* damaged and regions *densely* populated. The table is
    `rules/lexicon/partners.yaml`.
    """
    yield from _hits(facts, "degrees")


def _hits(facts: Facts, section: str) -> Iterator[Hit]:
    names = facts.names.indices
    for found in facts.mismatches:
        if found.row.section != section:
            continue
        used = range(min(found.head, found.partner), max(found.end, found.partner, found.particle or 0) + 1)
        if {found.head, found.partner} & names or not _within_sentence(facts, used):
            continue
        span = _marked(facts, found, used)
        fixes = tuple(_repair(facts, found, right) for right in found.row.right)
        noun = " ".join(facts.tokens[index].text for index in range(found.head, found.end + 1))
        usual = " or ".join(f"‘{right}’" for right in found.row.right)
        yield Hit(
            span, f"‘{' '.join(span.of(facts.text).split())}’: with ‘{noun}’ English has {usual}", fixes
        )


def _within_sentence(facts: Facts, used: range) -> bool:
    first, last = facts.tokens[used.start], facts.tokens[used.stop - 1]
    sentence = facts.article.sentence_at(first.start)
    return sentence is None or last.end <= sentence.span.end


def _marked(facts: Facts, found: Mismatch, used: range) -> Span:
    """Return what is underlined: both words, or the verb with its auxiliaries where the noun comes first."""
    tokens = facts.tokens
    if found.row.section in ("objects", "subjects") and found.partner > found.end:
        start = found.partner
        while start > found.end + 1 and tokens[start - 1].fold in (
            "was",
            "were",
            "been",
            "being",
            "be",
            "is",
            "are",
        ):
            start -= 1
        return Span(tokens[start].start, tokens[used.stop - 1].end)
    return Span(tokens[used.start].start, tokens[used.stop - 1].end)


def _repair(facts: Facts, found: Mismatch, right: str) -> Fix:
    tokens = facts.tokens
    partner = tokens[found.partner]
    lemma, _, rest = right.partition(" ")
    word = _inflected(lemma, found.row.section, found.letter)
    if rest:
        word += f" {rest}"
    start, end = partner.start, partner.end
    if found.particle == found.partner + 1:
        end = tokens[found.particle].end
    before = tokens[found.partner - 1] if found.partner else None
    if before and before.fold in ("a", "an") and found.row.section in ("modifiers", "degrees"):
        article = indefinite_article(word)
        start = before.start
        word = f"{article.capitalize() if before.text[0].isupper() else article} {word}"
    elif partner.text[0].isupper():
        word = word[0].upper() + word[1:]
    return replacement(Span(start, end), word)


def _inflected(lemma: str, section: str, letter: str) -> str:
    """Return the form of a word that `letter` stands for; of a long adjective, the word with “more”."""
    if section == "degrees":
        return lemma
    if section == "modifiers":
        if letter == "p":
            return lemma
        if len(lemma) > _LONG:
            return f"{'more' if letter == 'c' else 'most'} {lemma}"
    of_class = "j" if section == "modifiers" else "v"
    return next((form for form, letters in forms(lemma, of_class).items() if letter in letters), lemma)


#: Adjectives longer than this are compared with “more” and “most”.
_LONG = 6

CHECKS = (
    verb_that_goes_with_another_noun,
    adjective_that_goes_with_another_noun,
    verb_that_goes_with_another_subject,
    adverb_that_goes_with_another_word,
)
