"""Headings whose words are no words: machine garble of what the text says properly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.headings_repair import (
    Repair,
    by_company,
    by_letters,
    content_words,
    in_case_of,
    is_rare,
    is_unknown,
    may_be_name,
    run_together,
)
from lintnews.facts.sound import edits
from lintnews.facts.vocabulary import bare
from lintnews.finding import Applicability, Edit, Fix, Hit, Related, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.headings import Heading

# How alike (see `sound.likeness`) the words must be where company in the text proves the repair, and where
# only letters speak for it.
_ALIKE_IN_COMPANY = 0.65
_ALIKE_BY_LETTERS = 0.8
_ALIKE_ALONE = 0.85
_MOST_EDITS = 2
_MIN_MISSPELT = 5
_MAX_WORDS = 4
_MIN_PREFIX = 3
# An English word common enough to be what a foreign ending was stuck to (Zipf scale).
_COMMON = 3.5


@check(
    "HED101",
    "garbled-heading",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the heading’s words are neither English nor anywhere in the article",
    needs=(given("headings"),),
    examples=(
        bad(
            "Ministers meet over the strait\n\nTalks on the strait began on Monday in Oslo, officials "
            "said.\n\n"
            "[[BLOCKATION FEARS]]\n\nShippers spoke of blockade fears after two tankers were stopped last "
            "week.\n\n"
            "More talks are due on Friday.",
            "Ministers meet over the strait\n\nTalks on the strait began on Monday in Oslo, officials "
            "said.\n\n"
            "BLOCKADE FEARS\n\nShippers spoke of blockade fears after two tankers were stopped last week.\n\n"
            "More talks are due on Friday.",
        ),
        bad(
            "Growers count their losses\n\nFrost killed half the blossom in the valley, growers said.\n\n"
            "[[‘HARVI FAILUR’]]\n\nThe union called it the worst harvest in forty years and asked for "
            "aid.\n\n"
            "The ministry promised an answer.",
        ),
        bad(
            "Ministers meet over the strait\n\nTalks on the strait began on Monday in Oslo, officials "
            "said.\n\n"
            "[[THE TRUSE]]\n\nBoth sides agreed to extend the truce by a week, the envoy said.\n\n"
            "More talks are due on Friday.",
            "Ministers meet over the strait\n\nTalks on the strait began on Monday in Oslo, officials "
            "said.\n\n"
            "THE TRUCE\n\nBoth sides agreed to extend the truce by a week, the envoy said.\n\n"
            "More talks are due on Friday.",
        ),
        fine(
            "Growers count their losses\n\nFrost killed half the blossom in the valley, growers said.\n\n"
            "BITTERSWEET VINTAGE\n\nThe union called it the worst harvest in forty years and asked for "
            "aid.\n\n"
            "The ministry promised an answer."
        ),
        fine(
            "Mayor opens new bridge\n\nThe bridge over the Orrin took four years to build, the mayor "
            "said.\n\n"
            "KWASNIEWSKI VISIT\n\nThe former president is to visit the town in June to see the works.\n\n"
            "Trams will cross from Sunday."
        ),
    ),
)
def garbled_heading(facts: Facts) -> Iterator[Hit]:
    """Report a heading with words that neither English nor the article has.

    A heading is translated on its own, without the text that would explain it, and short lines of capitals
    are what machines know least: “blockade fears” comes back as a word that does not exist. The repair is
    looked for in the text: a word of like letters or sound beside a word that the heading shares with it.
    Names, rare words and words that the article uses itself are left alone.
    """
    for heading in facts.headings:
        words = content_words(facts, heading)
        rare = [index for index in words if is_rare(facts, index)]
        if not rare:
            continue
        rare = [index for index in rare if not facts.vocabulary.supports(facts.tokens[index].fold)]
        hit = (
            _glued(facts, heading, rare)
            or _wholly_strange(facts, heading, words, rare)
            or _proved(facts, heading, rare)
            or _misspelt(facts, heading, rare)
        )
        if hit:
            yield hit


def _glued(facts: Facts, heading: Heading, rare: list[int]) -> Hit | None:
    """Two words of the text that the heading runs together."""
    for index in rare:
        glued = run_together(facts, index) if is_unknown(facts, index) else None
        if glued:
            proof = glued.proof.of(facts.text)
            return _report(facts, heading, glued, in_case_of(facts.tokens[index].text, proof.lower()))
    return None


def _proved(facts: Facts, heading: Heading, rare: list[int]) -> Hit | None:
    """A word that English does not have, beside one that the text puts beside a word like it."""
    for index in rare:
        if not is_unknown(facts, index) or may_be_name(facts, heading, index):
            continue
        repair = by_company(facts, heading, index, _ALIKE_IN_COMPANY)
        if repair:
            return _report(facts, heading, repair, _repaired(facts, repair))
    return None


def _misspelt(facts: Facts, heading: Heading, rare: list[int]) -> Hit | None:
    """A word that English does not have, a letter or two away from a plain word of the text."""
    for index in rare:
        word = bare(facts.tokens[index].fold)
        if len(word) < _MIN_MISSPELT or facts.words.known(word) or facts.words.is_name_only(word):
            continue
        if heading.is_headline or may_be_name(facts, heading, index):
            continue
        repair = by_letters(facts, index, _ALIKE_ALONE)
        if repair and edits(word, bare(facts.tokens[repair.source].fold)) <= _MOST_EDITS:
            return _report(facts, heading, repair, _repaired(facts, repair))
    return None


def _report(facts: Facts, heading: Heading, repair: Repair, text: str) -> Hit:
    token, proof = facts.tokens[repair.word], repair.proof.of(facts.text)
    line = facts.article.line_of(repair.proof.start)
    # A short heading is garbled as a whole and repaired as one; in a longer one the word is named.
    is_short = len(heading.words) <= _MAX_WORDS
    core = heading.core if is_short else token.span
    repaired = facts.text[core.start : token.start] + text + facts.text[token.end : core.end]
    return Hit(
        heading.span if is_short else token.span,
        f"‘{token.text}’ is no English word; the text speaks of ‘{proof}’ (line {line})",
        (replacement(core, repaired),),
        (Related(repair.proof, f"the text has ‘{proof}’"),),
    )


def _wholly_strange(facts: Facts, heading: Heading, words: tuple[int, ...], rare: list[int]) -> Hit | None:
    """A short heading of nothing but strange words, one of them like a plain word of the text."""
    if heading.is_headline or not 1 <= len(words) <= _MAX_WORDS or len(rare) < len(words):
        return None
    # One strange word may well be a name; two, or one in quotation marks, should be found in the text.
    if len(words) == 1 and not (is_unknown(facts, words[0]) or heading.is_quoted):
        return None
    repairs = [repair for index in rare if (repair := by_letters(facts, index, _ALIKE_BY_LETTERS))]
    if not repairs:
        return None
    best = max(repairs, key=lambda repair: repair.score)
    proof = _together(facts, repairs) or best.proof
    line, meant = facts.article.line_of(proof.start), proof.of(facts.text)
    quoted = heading.core.of(facts.text)
    return Hit(
        heading.span,
        f"‘{quoted}’ is no English and nowhere else in the article; the text has ‘{meant}’ (line {line})",
        tuple(_candidates(facts, heading, words, repairs, best)),
        (Related(proof, f"the text has ‘{meant}’"),),
    )


def _together(facts: Facts, repairs: list[Repair]) -> Span | None:
    """Return the place where the text has two repaired words side by side."""
    if len(repairs) != 2:
        return None
    first, second = (facts.vocabulary.places[bare(facts.tokens[repair.source].fold)] for repair in repairs)
    following = set(second)
    for index in first:
        if index + 1 in following:
            return Span(facts.tokens[index].start, facts.tokens[index + 1].end)
    return None


def _candidates(
    facts: Facts, heading: Heading, words: tuple[int, ...], repairs: list[Repair], best: Repair
) -> Iterator[Fix]:
    """Yield what the heading may have said, best first; the quotation marks stay."""
    if len(repairs) == len(words):
        yield _suggest(heading, " ".join(_repaired(facts, repair) for repair in repairs))
        return
    others = [index for index in words if index != best.word]
    stem = _without_ending(facts, facts.tokens[others[0]].fold) if len(others) == 1 else None
    if stem:
        other = in_case_of(facts.tokens[others[0]].text, stem)
        source = facts.tokens[best.source]
        if bare(source.fold) != source.fold:
            # The text has the possessive ("the mayor’s"): "X of the mayor" is "the mayor’s X" in English.
            yield _suggest(
                heading, f"{in_case_of(facts.tokens[best.word].text, source.text.lower())} {other}"
            )
        plain = _repaired(facts, best)
        yield _suggest(heading, f"{other} {plain}" if others[0] < best.word else f"{plain} {other}")
    yield _suggest(heading, _repaired(facts, best))


def _repaired(facts: Facts, repair: Repair) -> str:
    return in_case_of(facts.tokens[repair.word].text, bare(facts.tokens[repair.source].fold))


def _suggest(heading: Heading, text: str) -> Fix:
    return Fix((Edit(heading.core, text),), Applicability.SUGGESTION)


def _without_ending(facts: Facts, fold: str) -> str | None:
    """Return the longest common English word at its start: what a foreign ending was stuck to."""
    for length in range(len(fold), _MIN_PREFIX - 1, -1):
        if facts.words.zipf(fold[:length]) >= _COMMON and not facts.words.is_name_only(fold[:length]):
            return fold[:length]
    return None


CHECKS = (garbled_heading,)
