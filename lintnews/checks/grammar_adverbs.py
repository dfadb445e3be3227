"""An adverb between a verb and its short object: "hit strongly the tourism"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of, word_after
from lintnews.facts.name_words import CALENDAR
from lintnews.finding import Hit, replacement
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

#: Adverbs of how and when a thing is done. Those that may belong to a noun ("only", "mainly") are no members.
_ADVERBS = frozenset(
    "yesterday today tomorrow strongly seriously severely heavily officially recently quickly immediately "
    "publicly harshly sharply fully completely totally considerably significantly definitively finally "
    "personally jointly temporarily formally firmly deeply greatly badly directly successfully actively "
    "unanimously repeatedly regularly carefully widely clearly urgently energetically violently brutally "
    "intensively progressively drastically notably rapidly gradually permanently illegally secretly "
    "simultaneously correctly perfectly substantially vigorously resolutely decisively enormously "
    "unilaterally categorically openly attentively".split()
)
#: Verbs that want an object, in forms that are verbs here: behind them no clause without "that" begins.
_TRANSITIVE = frozenset(
    "hit hits affected affects affect announced launched launches presented presents published opened "
    "opens closed closes signed signs visited visits criticised criticized condemned condemns approved "
    "approves rejected rejects supported supports reduced reduces increased raised raises lowered "
    "improved improves strengthened strengthens weakened damaged damages destroyed destroys attacked "
    "attacks left entered joined changed changes influenced limited limits blocked blocks cancelled "
    "canceled suspended suspends adopted adopts discussed discusses examined analysed analyzed "
    "implemented implements introduced introduces received receives welcomed welcomes thanked praised "
    "praises defended defends accepted accepts used uses violated violates ignored ignores abandoned "
    "built builds completed fulfilled resolved solved follow follows followed monitored controlled "
    "inspected banned prohibited removed replaced restored restricted modified transformed developed "
    "develops organised organized celebrated won lost beat beats defeated met meets arrested detained "
    "released killed reduce increase improve strengthen weaken damage destroy change influence limit "
    "block cancel suspend adopt discuss examine implement introduce receive condemn support reject "
    "approve criticise criticize visit sign publish present launch announce close open solve resolve "
    "hitting affecting reducing increasing improving strengthening damaging destroying changing limiting "
    "supporting condemning rejecting criticising criticizing".split()
)
_BEFORE_OBJECT = frozenset("the a an his her its their this these".split())
_BEHIND_OBJECT = frozenset(
    "in on at to for with by from after before during because while when as since . , ;".split()
)
_TIMES = CALENDAR | frozenset(
    "day days week weeks month months year years night morning evening afternoon time moment season "
    "summer winter spring autumn way same next following previous last first second third whole hour "
    "minute half past weekend quarter decade century".split()
)
_LONGEST_OBJECT = 3


@check(
    "GRM217",
    "adverb-before-short-object",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="nothing stands between a verb and its short object",
    pivots=("fr", "es", "it", "pt", "de", "ru", "uk", "pl"),
    needs=(words(_ADVERBS), words(_TRANSITIVE)),
    examples=(
        bad("The crisis hit [[strongly the tourism]].", "The crisis hit the tourism strongly."),
        bad("The ministry announced [[yesterday the results]], it says."),
        bad("The mayor will present [[tomorrow the budget]] in the town hall."),
        fine("He supports strongly the idea that all should vote. The rain hit the farms strongly."),
        fine("They won easily the next day, and met yesterday the first of the ships that had come."),
        fine("The firm announced yesterday the mill would close. Prices rose sharply the same week."),
    ),
)
def adverb_before_object(facts: Facts) -> Iterator[Hit]:
    """Romance, German and Slavic verbs have their adverb right behind them; English has the object there.

    Reported before objects of two or three words; those that are long and heavy may come late.
    """
    for index in facts.word_index.places(_ADVERBS):
        verb = facts.tokens[index - 1] if index else None
        if verb is None or verb.fold not in _TRANSITIVE or index - 1 in facts.names:
            continue
        last = _short_object(facts, index + 1)
        if last is None or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        span = span_of(facts, index, last)
        adverb = facts.tokens[index]
        noun = span_of(facts, index + 1, last).of(facts.text)
        yield Hit(
            span,
            f"‘{adverb.text}’ parts ‘{verb.text}’ from ‘{noun}’",
            (replacement(span, f"{noun} {adverb.text}"),),
        )


def _short_object(facts: Facts, start: int) -> int | None:
    """Return the last token of a noun phrase of two or three words that ends soon, else None."""
    tokens = facts.tokens
    first = word_after(facts, start - 1)
    if first is None or first.fold not in _BEFORE_OBJECT:
        return None
    for place in range(start + 1, min(start + _LONGEST_OBJECT, len(tokens) - 1)):
        token, after = tokens[place], tokens[place + 1]
        if not token.is_word or token.fold in _TIMES:
            return None
        if after.fold in _BEHIND_OBJECT:
            classes = classes_of(token.fold)
            is_noun = place in facts.names or ("t" not in classes and bool(classes & frozenset("12")))
            return place if is_noun else None
    return None


CHECKS = (adverb_before_object,)
