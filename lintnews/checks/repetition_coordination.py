"""A word or phrase joined to itself: "investigation and investigation", "the water and water department"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import (
    ADJECTIVE_ENDINGS,
    COMPARATIVES,
    EMPHATIC,
    FUNCTION_WORDS,
    JOINED_BY_RIGHT,
    KEPT_UP,
)
from lintnews.facts import Facts, Token, TokenKind
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINKS = frozenset(("and", "or", "&"))
_ARTICLES = frozenset(("the", "a", "an"))
# Words that give the second copy a complement of its own: "funds and funds from abroad" joins two things.
_OPEN_COMPLEMENT = frozenset(
    "of for from in at on to with by that who which whose about against among between under without as "
    "than".split()
)
# The same for a phrase of two words or more, which places and times may follow all the same.
_OPEN_COMPLEMENT_OF_PHRASE = frozenset("of for from that who which whose".split())
_MAX_COPY = 8
# What a thing is rightly named beside: "oil and oil products", "cash and cash equivalents".
_MADE_OF_IT = frozenset(
    "products product equivalents derivatives related services parts accessories workers makers "
    "producers companies industry equipment trade exports imports prices rights supplies based free "
    "board collected".split()
)


@check(
    "REP104",
    "joined-to-itself",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the same words stand on both sides of ‘and’ or ‘or’",
    needs=(words(_LINKS),),
    examples=(
        bad(
            "The office is in charge of [[inspection and inspection]], officials said.",
            "The office is in charge of inspection, officials said.",
        ),
        bad("She called him a [[reliable and reliable]] friend.", "She called him a reliable friend."),
        bad(
            "Volunteers took over [[queue control and queue control]] at the stations.",
            "Volunteers took over queue control at the stations.",
        ),
        bad("Send it back if it is [[broken or broken]].", "Send it back if it is broken."),
        bad("It is a pact between [[Peru and Peru]], officials said."),
        fine("More and more fans ran neck and neck, higher and higher, for years and years."),
        fine("He is deputy minister and minister of trade; the firm has cash and cash equivalents."),
        fine("She talked and talked, and there are promises and promises."),
        fine("The deal joins Bank and Bank of Ceylon, and help for development and development for peace."),
    ),
)
def joined_to_itself(facts: Facts) -> Iterator[Hit]:
    """Two different words of the source became the same English word on both sides of "and" or "or".

    Left alone: "more and more" and its kin, comparatives, verbs of going on ("talked and talked"), plurals of
    quantity, and a second copy that goes on ("cash and cash equivalents", "minister and minister of trade").
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_LINKS):
        if not 0 < index < len(tokens) - 1:
            continue
        left_end = index - 1 if tokens[index - 1].text == "," else index
        right = index + 1
        length = _common(tokens, left_end, right)
        if not length and tokens[right].fold in _ARTICLES:
            right += 1
            length = _common(tokens, left_end, right)
        if length and _is_joined(facts, left_end, right, length, comma=left_end < index):
            yield _joined(facts, left_end, right, length)


def _common(tokens: tuple[Token, ...], left_end: int, right: int) -> int:
    """Length of the longest phrase that ends at `left_end` and begins at `right`; 0 where there is none."""
    for length in range(min(_MAX_COPY, left_end, len(tokens) - right), 0, -1):
        if tokens[left_end - 1].fold != tokens[right + length - 1].fold:
            continue
        if all(tokens[left_end - length + k].fold == tokens[right + k].fold for k in range(length)):
            return length
    return 0


def _is_joined(facts: Facts, left_end: int, right: int, length: int, *, comma: bool) -> bool:
    tokens = facts.tokens
    copy = tokens[left_end - length : left_end]
    if not _has_content(copy) or "\n" in facts.text[copy[0].start : tokens[right].start]:
        return False
    before = tokens[left_end - length - 1] if left_end > length else None
    after = tokens[right + length] if right + length < len(tokens) else None
    goes_on = after is not None and after.kind is not TokenKind.MARK
    complements = _OPEN_COMPLEMENT if length == 1 else _OPEN_COMPLEMENT_OF_PHRASE
    if after is not None and (after.fold in complements or (comma and goes_on)):
        return False
    if copy[-1].text[0].isupper():
        return _is_same_name(copy, before, after)
    if tokens[left_end + comma].fold != "or" and length == 1 and _by_right(facts, left_end - 1, before):
        return False
    if after is None or not goes_on or after.fold in FUNCTION_WORDS:
        return after is None or after.text not in '-–—/&$%“"('
    return (
        length == 1 and len(copy[0].fold) > 5 and copy[0].fold.endswith(ADJECTIVE_ENDINGS) and after.is_word
    )


def _is_same_name(copy: tuple[Token, ...], before: Token | None, after: Token | None) -> bool:
    """Whether both sides are one name: a name that goes on is another one ("Outlook and Outlook Express")."""
    if after is not None and (after.text[0].isupper() or after.text in '-–—/&$%“"('):
        return False
    if after is not None and after.kind is not TokenKind.MARK and after.fold not in FUNCTION_WORDS:
        return False
    return len(copy) > 1 or (before is not None and before.fold == "between")


def _has_content(copy: tuple[Token, ...]) -> bool:
    if any(not token.is_word for token in copy) or copy[-1].fold in FUNCTION_WORDS:
        return False
    return any(token.fold not in FUNCTION_WORDS and token.fold not in EMPHATIC for token in copy)


def _by_right(facts: Facts, index: int, before: Token | None) -> bool:
    """Whether English joins the word at `index` to itself on purpose."""
    word = facts.tokens[index]
    if word.fold in JOINED_BY_RIGHT or word.fold in KEPT_UP | COMPARATIVES | EMPHATIC:
        return True
    if (
        word.fold.endswith(("ed", "ing"))
        and before is not None
        and not before.fold.startswith(("is", "are", "was", "be"))
    ):
        return True
    context = {token.fold for token in facts.tokens[max(0, index - 4) : index]}
    return "between" in context or "there" in context


def _joined(facts: Facts, left_end: int, right: int, length: int) -> Hit:
    tokens = facts.tokens
    first = Span(tokens[left_end - length].start, tokens[left_end - 1].end)
    end = tokens[right + length - 1].end
    shown = first.of(facts.text)
    return Hit(
        Span(first.start, end),
        f"‘{shown}’ is joined to itself: one of the two should be another word, or go",
        (Fix((Edit(Span(first.end, end), ""),), Applicability.UNSAFE, "keep one"),),
    )


@check(
    "REP110",
    "joined-to-its-compound",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the same word stands on both sides of ‘and’ or ‘or’",
    needs=(words(_LINKS),),
    examples=(
        bad("He works for the [[water and water]] department.", "He works for the water department."),
        bad("They opened a [[library and library]] hall on Monday.", "They opened a library hall on Monday."),
        bad("The State [[Forest and Forest]] Agency agreed.", "The State Forest Agency agreed."),
        fine("The port ships oil and oil products, and the firm has cash and cash equivalents."),
        fine("They used funds and funds collected abroad, with Outlook and Outlook Express."),
        fine("More and more people worked harder and harder every day."),
    ),
)
def joined_to_its_compound(facts: Facts) -> Iterator[Hit]:
    """Compounds are joined to their own first word ("the water and water department").

    The source named two things. Left alone:
    a thing and what is made of it ("oil and oil products"), a name and a longer name.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_LINKS):
        if not 0 < index < len(tokens) - 1:
            continue
        length = _common(tokens, index, index + 1)
        if length and _is_compound(facts, index, length):
            yield _joined(facts, index, index + 1, length)


def _is_compound(facts: Facts, link: int, length: int) -> bool:
    tokens = facts.tokens
    copy = tokens[link - length : link]
    word = copy[-1].fold
    after = tokens[link + 1 + length] if link + 1 + length < len(tokens) else None
    if after is None or not after.is_word or after.fold in FUNCTION_WORDS or after.fold in _MADE_OF_IT:
        return False
    if after.fold.endswith(("ed", "ing", "ly")) or not all(token.is_word for token in copy):
        return False
    if word in FUNCTION_WORDS or word.endswith(("ed", *ADJECTIVE_ENDINGS)):
        return False
    before = tokens[link - length - 1] if link > length else None
    if _by_right(facts, link - 1, before):
        return False
    if copy[-1].text[0].islower():
        return True
    titled = before is not None and before.text[0].isupper() and not before.fold.endswith("'s")
    return titled and after.text[0].isupper()


CHECKS = (joined_to_itself, joined_to_its_compound)
