"""The article before a word: "a" and "an" by sound, no article beside a possessive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, span_of, word_after, word_before
from lintnews.finding import Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Spelt with a vowel, spoken with a consonant: "a European", "a one-off", "a unit", "a ukulele".
_CONSONANT_SOUND = tuple(
    "eu ewe one once oui u- unani uni uta ute uti utopi usa use using usu ura ure uri uro uru uk ubi ufo "
    "ugan uvu ulul ouija".split()
)
# But these begin like "unit" or "one" and are spoken with their vowel: "an unintended", "an onerous".
_VOWEL_SOUND = tuple("unin unimp unide unima unimb uniss oner".split())
# Spelt with a consonant, spoken with a vowel, to some ("an historic") or to all ("an hour").
_SILENT = tuple(
    "hono hour heir honest hist hab hot hyp hys herb hallu hilar harm hero hera here hum hei mp".split()
)


@check(
    "GRM105",
    "article-by-sound",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="‘a’ stands before consonants, ‘an’ before vowels, as they are spoken",
    needs=(words("a an"),),
    examples=(
        bad("She runs [[a]] office in the port.", "She runs an office in the port."),
        bad("It was [[an]] rapid change.", "It was a rapid change."),
        fine("A European unit, an hour, a one-off, an MP, a US plane, a useful tool, a unanimous vote."),
        fine("A u-turn ended a utopian plan. It was an onerous task, an heirloom and a euro’s worth."),
        fine("They visited Xi’an before noon, and grade A ended in Plan A or so."),
    ),
)
def article_by_sound(facts: Facts) -> Iterator[Hit]:
    """A word that was changed after its article was chosen leaves the wrong one: "a large" made "a enormous".

    The sound decides, not the letter ("a university", "an hour"); names and acronyms are left alone.
    """
    for index in facts.word_index.places(("a", "an")):
        token, after = facts.tokens[index], word_after(facts, index)
        if after is None or not after.is_word or not after.text.islower() or len(after.text) < 3:
            continue
        if token.fold == "a":
            wrong = after.text[0] in "aeiou" and not _begins_with_consonant(after.text)
        else:
            silent = after.text.startswith(_SILENT) or after.text[1] == "-"
            wrong = after.text[0].isascii() and after.text[0] not in "aeiou" and not silent
        if wrong and facts.words.known(after.text) and _is_article(facts, index):
            right = "an" if token.fold == "a" else "a"
            right = right.capitalize() if token.text[0].isupper() else right
            yield Hit(
                span_of(facts, index, index),
                f"‘{right.lower()} {after.text}’, not ‘{token.fold} {after.text}’",
                (replacement(Span(token.start, token.end), right),),
            )


def _begins_with_consonant(word: str) -> bool:
    return word.startswith(_CONSONANT_SOUND) and not word.startswith(_VOWEL_SOUND)


def _is_article(facts: Facts, index: int) -> bool:
    token, before = facts.tokens[index], word_before(facts, index)
    if not is_prose(facts, index) or index in facts.names:
        return False
    if not token.text.islower():
        return token.text in ("A", "An") and begins_sentence(facts, index)
    return before is None or not (before.text in "'’‘-–/&" and before.end == token.start)


CHECKS = (article_by_sound,)
