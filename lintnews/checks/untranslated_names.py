"""Places and acronyms that have English forms, left as the other language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.facts.untranslated import untranslated
from lintnews.finding import Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token
    from lintnews.facts.untranslated import Table, Untranslated

_PLACED = frozenset("in to from at near of for around outside towards toward through across via into".split())
_ARTICLES = frozenset("the an a".split())
# Within a name of its own: "Radio Nueva York", "Rue de Genève", "Real Sociedad de Sevilla".
_LINKS = frozenset("de di da do du des del la le el & -".split())
_LANGUAGES = {
    "es": "Spanish", "pt": "Portuguese", "fr": "French", "it": "Italian", "de": "German", "tr": "Turkish",
    "pl": "Polish", "ru": "Russian", "nl": "Dutch", "cs": "Czech", "id": "Indonesian",
}  # fmt: skip


@check(
    "RES123",
    "place-not-translated",
    mqm="accuracy/untranslated",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the place has an English name",
    pivots=("es", "pt", "fr", "it", "de", "tr", "pl", "id"),
    needs=(words(untranslated("place")),),
    examples=(
        bad("Talks began in [[Ginebra]] on Monday.", "Talks began in Geneva on Monday."),
        bad("She flew from [[Varsovie]] to [[Nueva York]].", "She flew from Warsaw to New York."),
        fine("Talks began in Geneva. Radio Ginebra played. The Hotel Nueva York is in Rue de Genève."),
        fine("“Viena” is a novel. Praga scored twice. Lisboa, a painter, left early."),
    ),
)
def place_not_translated(facts: Facts) -> Iterator[Hit]:
    """A city or country has its English name in English news: Geneva, not Ginebra or Genf.

    Systems copy names that they do not know, above all from Spanish, Portuguese, French and Italian. Left
    alone within longer names ("Radio Ginebra"), in titles between quotation marks, and, where the word is
    also a surname, a club or an English word, everywhere but after "in", "to" and their like.
    """
    for first, end, name in _found(facts, untranslated("place")):
        if _stands_alone(facts, first, end) and (not name.is_doubtful or _is_placed(facts, first)):
            yield _hit(facts, first, end, name)


@check(
    "RES124",
    "acronym-not-translated",
    mqm="accuracy/untranslated",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the acronym has an English form",
    pivots=("es", "pt", "fr", "it", "de"),
    needs=(words(untranslated("acronym")),),
    examples=(
        bad("The [[OTAN]] will meet in Brussels.", "The NATO will meet in Brussels."),
        bad(
            "The World Health Organization ([[OMS]]) warned of the virus.",
            "The World Health Organization (WHO) warned of the virus.",
        ),
        fine("The Outer Mole Society (OMS) spoke of a virus. The OMS has nine members."),
        fine("The magazine ADN sold well."),
    ),
)
def acronym_not_translated(facts: Facts) -> Iterator[Hit]:
    """An organisation known by its English letters keeps the other language's: OTAN for NATO, OMS for WHO.

    Letters that are something else, too, count only in an article about the thing ("the BCE" beside rates and
    banks). Left alone where the article explains them otherwise.
    """
    own = {told.letters for told in facts.explained_acronyms if told.is_spelt}
    for first, end, name in _found(facts, untranslated("acronym")):
        if name.words[0].replace(".", "") in own or not _is_about(facts, name):
            continue
        before = facts.tokens[first - 1] if first else None
        if before is not None and (before.fold in _ARTICLES | _PLACED or before.text == "("):
            yield _hit(facts, first, end, name)


def _found(facts: Facts, table: Table) -> Iterator[tuple[int, int, Untranslated]]:
    """Yield where names of the table stand: first token, the one after the last, the name."""
    for fold in facts.word_index.by_fold.keys() & table.keys():
        for first in facts.word_index.by_fold[fold]:
            for name in table[fold]:
                end = first + len(name.words)
                written = tuple(token.text for token in facts.tokens[first:end])
                if written == name.words and facts.article.quotation_at(facts.tokens[first].start) is None:
                    yield first, end, name
                    break


def _stands_alone(facts: Facts, first: int, end: int) -> bool:
    before = facts.tokens[first - 1] if first else None
    after = facts.tokens[end] if end < len(facts.tokens) else None
    if before is not None and (before.fold in _LINKS or _is_part_of_name(before)):
        return False
    return after is None or not (after.fold in _LINKS or _is_part_of_name(after))


def _is_part_of_name(token: Token) -> bool:
    return token.text[0].isupper() and token.fold not in FUNCTION_WORDS


def _is_placed(facts: Facts, first: int) -> bool:
    return first > 0 and facts.tokens[first - 1].fold in _PLACED


def _is_about(facts: Facts, name: Untranslated) -> bool:
    return not name.company or not name.company.isdisjoint(facts.word_index.by_fold)


def _hit(facts: Facts, first: int, end: int, name: Untranslated) -> Hit:
    span = Span(facts.tokens[first].start, facts.tokens[end - 1].end)
    written = span.of(facts.text)
    languages = " or ".join(_LANGUAGES[code] for code in name.languages)
    return Hit(
        span, f"‘{written}’ is {languages}: in English ‘{name.english}’", (replacement(span, name.english),)
    )


CHECKS = (place_not_translated, acronym_not_translated)
