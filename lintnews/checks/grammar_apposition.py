"""A name right behind "the head of …": "the director of the Institute of Botany Lars Berg said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, span_of
from lintnews.facts.gazetteer import in_section
from lintnews.facts.name_words import ORGANISATION_HEADS, PLACE_HEADS
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts, Token

_OFFICES = frozenset(
    "head director chairman chairwoman chair chairperson president minister commander secretary governor "
    "mayor member representative spokesman spokesperson spokeswoman leader chief founder co-founder "
    "coordinator professor editor inspector specialist owner chancellor ambassador rector dean commissioner "
    "deputy advisor adviser officer prosecutor premier vice-president manager ceo employee doctor ombudsman "
    "speaker candidate".split()
)
_BETWEEN_NAMES = frozenset("of the for and in on at to with by from".split())
# What ends the office before any name has come.
_STOPS = frozenset("who which that is was has had said says told were are will have would can".split())
_NO_FIRST_NAMES = frozenset("mr mrs ms dr saint st de new san santa el la".split())
_GIVEN = ("given", "male", "female", "doubtful")
_LONGEST_OFFICE = 14
_LONGEST_NAME = 4
_LONGEST_TITLE = 4
_MODIFIERS = 3


@check(
    "GRM147",
    "name-after-its-office",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a name behind an office with ‘of’ stands between commas, or before the office",
    pivots=("ru", "uk", "zh", "ha", "ja"),
    needs=(words(_OFFICES), words("of")),
    examples=(
        bad(
            "The [[head of the port authority of Odense Peter Holm]] closed the quay.",
            "The head of the port authority of Odense, Peter Holm, closed the quay.",
        ),
        bad(
            "The plan was shown by the [[director of the Institute of Botany Maria Alder]].",
            "The plan was shown by the director of the Institute of Botany, Maria Alder.",
        ),
        bad(
            "[[Chairman of the Union of Millers Victor Lind]] said that bread would be dearer.",
            "The chairman of the Union of Millers, Victor Lind, said that bread would be dearer.",
        ),
        fine("The head of the port, Peter Holm, closed the quay. The chief of staff Mark Lind resigned."),
        fine("Secretary of State Peter Holm and the Governor of Oregon Maria Alder met."),
        fine("Speaker of the House Peter Holm and Mayor of Greater Manchester Mark Lind met."),
        fine("He is the head of the Maria Alder Foundation, named by decree of President Victor Lind."),
        fine("The director of the Peter Holm Institute and the mayor of Santa Maria met."),
    ),
)
def name_after_its_office(facts: Facts) -> Iterator[Hit]:
    """Russian, Chinese and Hausa put a name right behind the office, however long that is.

    English does so with short titles ("President Lind", "chief of staff Mark Lind"). Behind "the head of the
    Ministry of …" the name is an apposition between commas, or it comes first. Reported for full names
    whose first name is known.
    """
    tokens = facts.tokens
    end = -1
    for index in facts.word_index.places(_OFFICES):
        if index < end or not is_prose(facts, index):
            continue
        name = _name_after(facts, index)
        if name is not None:
            end = name.stop
            person = span_of(facts, name.start, name.stop - 1).of(facts.text)
            yield Hit(
                span_of(facts, index, name.stop - 1),
                f"‘{person}’ behind ‘{tokens[index].text} of …’ stands between commas, or before it",
                _commas(facts, index, name),
            )


def _name_after(facts: Facts, office: int) -> range | None:
    """Return the tokens of the full name that follows an office with "of …" without a comma."""
    tokens = facts.tokens
    last, token_at_office = len(tokens) - 1, tokens[office]
    if office + 3 > last or tokens[office + 1].fold != "of":
        return None
    for index in range(office + 2, min(office + 2 + _LONGEST_OFFICE, last)):
        token = tokens[index]
        if not token.is_word or token.fold in _STOPS:
            return None
        if index > office + 2 and _begins_name(facts, index):
            name = range(index, _end_of_name(facts, index))
            office_words = tokens[office + 2 : index]
            official = any(t.fold == "the" or not t.text.islower() for t in office_words)
            title = _is_title(office_words) or _is_written_as_title(token_at_office, office_words)
            return name if official and not title and _is_person(facts, name) else None
    return None


def _is_title(words: tuple[Token, ...]) -> bool:
    """Whether the office is as short as a title: "Secretary of State", "Chairman of the Joint Chiefs"."""
    return len(words) == 1 or any(word.fold in ("staff", "chiefs") for word in words)


def _is_written_as_title(office: Token, words: tuple[Token, ...]) -> bool:
    """Whether all of it is capitalised and short: "Secretary of the Treasury", "Governor of New York"."""
    named = [word for word in words if word.fold != "the"]
    capitals = all(word.text[0].isupper() for word in (office, *named))
    return capitals and len(named) <= _LONGEST_TITLE


def _begins_name(facts: Facts, index: int) -> bool:
    token, before, after = facts.tokens[index], facts.tokens[index - 1], facts.tokens[index + 1]
    if not token.text.istitle() or not (after.is_word and after.text[0].isupper()):
        return False
    if before.fold in _BETWEEN_NAMES or before.fold in _OFFICES or before.fold in _NO_FIRST_NAMES:
        return False
    return any(in_section(section, token.fold) for section in _GIVEN)


def _end_of_name(facts: Facts, first: int) -> int:
    tokens = facts.tokens
    place = first + 1
    while place < len(tokens) and tokens[place].is_word and tokens[place].text[0].isupper():
        place += 1
    return place


def _is_person(facts: Facts, name: range) -> bool:
    heads = ORGANISATION_HEADS | PLACE_HEADS
    words = [facts.tokens[index] for index in name]
    if not 2 <= len(words) <= _LONGEST_NAME or any(word.base != word.fold for word in words):
        return False
    goes_on = facts.text[words[-1].end : words[-1].end + 1] == "-"
    return not goes_on and not any(word.fold in heads for word in words)


def _commas(facts: Facts, office: int, name: range) -> tuple[Fix, ...]:
    """Return the repair by commas, where the office has its "the" or may get one."""
    tokens, text = facts.tokens, facts.text
    edits = []
    if begins_sentence(facts, office):
        first = tokens[office]
        edits.append(Edit(first.span, f"The {first.text[0].lower()}{first.text[1:]}"))
    elif not any(token.fold == "the" for token in tokens[max(0, office - _MODIFIERS) : office]):
        return ()
    start, end = tokens[name.start].start, tokens[name.stop - 1].end
    gap = Span(tokens[name.start - 1].end, start)
    edits.append(Edit(gap, ", "))
    if text[end : end + 1].isspace() or not text[end : end + 1]:
        edits.append(Edit(Span(end, end), ","))
    return (Fix(tuple(edits), Applicability.UNSAFE, "set commas"),)


CHECKS = (name_after_its_office,)
