"""The article before a word: "a" and "an" by sound, no article beside a possessive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, span_of, word_after, word_before
from lintnews.finding import Hit, replacement
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Spelt with a vowel, spoken with a consonant: "a European", "a one-off", "a unit", "a ukulele".
_CONSONANT_SOUND = lazy(
    r"eu|ewe|o(?:ne|nce|ui)|u(?:nani|ni(?!n|mp|de|ma|mb|ss)|s(?:a|e|u|ing|er)|t[aei]|r[aeiou](?!n[gks])|k|bi|fo|ga|kr|yg|vu|v\b)|ouija|ua",
    re.IGNORECASE,
)
# Spelt with a consonant, spoken with a vowel; "an historic" is right to many.
_SILENT = lazy(
    r"h(?:ono(?:u?r|r)|our|eir|onest|ist|ab|ot|yp|ys|erb|allu|ilar|arm|ero|era|ere|um|ei)|x-|[a-z]\b|[a-z]-|m\.?p",
    re.IGNORECASE,
)


@check(
    "GRM105",
    "article-by-sound",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="‘a’ stands before consonants, ‘an’ before vowels, as they are spoken",
    examples=(
        bad("She runs [[a]] office in the port.", "She runs an office in the port."),
        bad("It was [[an]] rapid change.", "It was a rapid change."),
        fine("A European unit, an hour, a one-off, an MP, a US plane, a useful tool, a unanimous vote."),
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
            wrong = after.text[0] in "aeiou" and not _CONSONANT_SOUND.match(after.text)
        else:
            wrong = after.text[0] not in "aeiou" and after.text[0].isascii() and not _SILENT.match(after.text)
        if wrong and facts.words.known(after.text) and _is_article(facts, index):
            right = "an" if token.fold == "a" else "a"
            right = right.capitalize() if token.text[0].isupper() else right
            yield Hit(
                span_of(facts, index, index),
                f"‘{right.lower()} {after.text}’, not ‘{token.fold} {after.text}’",
                (replacement(Span(token.start, token.end), right),),
            )


def _is_article(facts: Facts, index: int) -> bool:
    token, before = facts.tokens[index], word_before(facts, index)
    if not is_prose(facts, index) or index in facts.names:
        return False
    if not token.text.islower():
        return token.text in ("A", "An") and begins_sentence(facts, index)
    return before is None or not (before.text in "'’‘-–/&" and before.end == token.start)


CHECKS = (article_by_sound,)
