"""What the rules about contradictions share: the hit with both places quoted, and the order of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.dates import CALENDAR_WORDS
from lintnews.facts.lexicon import exclusive_sets
from lintnews.finding import Applicability, Hit, Related, replacement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.facts import Facts
    from lintnews.facts.alignment import Match, Passage
    from lintnews.facts.substitutions import Substitution
    from lintnews.span import Span


def contradiction(
    facts: Facts,
    here: Span,
    there: Span,
    reason: str,
    fixes: Iterable[str] = (),
    *,
    shown: Span | None = None,
) -> Hit:
    """Make the hit that says: ‘here’ contradicts ‘there’ (line N): reason.

    The fixes are candidate wordings of `here`, best first. `shown` is quoted instead of `here` where the
    words in doubt say too little alone.
    """
    text = facts.text
    other = flat(there.of(text))
    line = facts.article.line_of(there.start)
    return Hit(
        here,
        f"‘{flat((shown or here).of(text))}’ contradicts ‘{other}’ (line {line}): {reason}",
        # Which of the two places is wrong an editor must say.
        tuple(replacement(here, fix, Applicability.SUGGESTION) for fix in fixes),
        (Related(there, f"here it is ‘{other}’"),),
    )


def flat(words: str) -> str:
    """Return the words with single blanks."""
    return " ".join(words.split())


def best_by_place(substitutions: Iterable[Substitution]) -> Iterator[Substitution]:
    """Yield for each token of the head the substitution with the most support, in the order of the text."""
    best: dict[int, Substitution] = {}
    for found in substitutions:
        known = best.get(found.here)
        if known is None or _strength(found) > _strength(known):
            best[found.here] = found
    for here in sorted(best):
        yield best[here]


def _strength(found: Substitution) -> tuple[int, int, float]:
    return found.adjacent, found.support, found.match.weight


#: Words by which a sentence sets what it tells beside something else or another time.
_APART = frozenset(
    "another other others unlike whereas compared instead earlier previous previously former formerly "
    "originally initially again similar likewise meanwhile else both anniversary "
    "same remaining respectively".split()
)
_DENIALS = frozenset("not never no without neither nor cannot hardly".split())


def set_apart(facts: Facts, match: Match) -> bool:
    """Whether one of the two sentences says that it speaks of another matter or time."""
    head, body = (_folds(facts, passage) & _APART for passage in (match.head, match.body))
    return head != body


def denied(facts: Facts, match: Match) -> bool:
    """Whether one of the two sentences denies something and the other does not."""
    return denies(facts, match.head) != denies(facts, match.body)


def denies(facts: Facts, passage: Passage) -> bool:
    """Whether a word of the sentence denies something."""
    folds = _folds(facts, passage)
    return bool(folds & _DENIALS) or any(fold.endswith("n't") for fold in folds)


def _folds(facts: Facts, passage: Passage) -> frozenset[str]:
    return frozenset(facts.tokens[index].fold for index in passage.tokens)


def other_time(match: Match) -> bool:
    """Whether both sentences name a day, a month or a year, and not the same: they tell of two times."""
    head, body = _times(match.head), _times(match.body)
    return bool(head and body and not head & body)


def _times(passage: Passage) -> frozenset[str]:
    return frozenset(
        word
        for word in passage.stems
        if word in CALENDAR_WORDS or (len(word) == 4 and word.isdecimal() and "1800" < word < "2100")
    )


def exclusive(one: str, other: str) -> bool:
    """Whether two stems are different members of one set of terms that exclude each other."""
    sets = exclusive_sets()
    return one != other and bool(sets.get(one, frozenset()) & sets.get(other, frozenset()))


def words_around(facts: Facts, index: int, span: Span, reach: int = 3) -> Span:
    """Return the token `index` with up to `reach` tokens on either side, within `span`."""
    inside = facts.token_range(span)
    first, last = max(inside.start, index - reach), min(inside.stop - 1, index + reach)
    return type(span)(facts.tokens[first].start, facts.tokens[last].end)
