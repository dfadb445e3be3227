"""A subject that is said twice, the second time by a pronoun: "the anger of the miners it's known"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, span_of, word_after, word_before
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.name_words import TITLES
from lintnews.finding import Applicability, Edit, Fix, Hit, replacement
from lintnews.needs import characters, words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_CONTRACTED = {"it's": "is", "he's": "is", "she's": "is", "they're": "are"}
_PRONOUNS = frozenset("it he she they".split())
_AUXILIARIES = frozenset("is was are were has have".split())
_OPENERS = frozenset("the a an this his her their our its my your".split())
# With these a noun may stand as a time or manner beside a whole clause: "the end of the day it's quiet".
_TIMES = frozenset(
    "time day night moment week month year morning evening afternoon end beginning start hour minute second "
    "first last way rest part kind sort".split()
)
_INSIDE = _OPENERS | {"of"}
_LONGEST = 9
_ENDS = frozenset('.!?;”"')


@check(
    "GRM110",
    "subject-said-twice",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the subject is said twice, the second time by a pronoun",
    needs=(words(_CONTRACTED, _PRONOUNS),),
    examples=(
        bad(
            "He said: “The anger of the miners [[it’s known]].”",
            "He said: “The anger of the miners is known.”",
        ),
        bad(
            "The request of the villagers [[it was rejected]].", "The request of the villagers was rejected."
        ),
        fine(
            "The next day he was dead. “The truth of the matter: it’s known.” The end of the day it’s quiet."
        ),
        fine("He praised the height of the wall it was given. The size of the task it has set is plain."),
    ),
)
def subject_said_twice(facts: Facts) -> Iterator[Hit]:
    """Arabic, Hausa, French and spoken Russian take a subject up again by a pronoun: "the letter it came".

    Reported where the whole clause is there: a noun with its "of …" at the beginning, the pronoun, its verb
    and the end. A clause that goes on may be a relative one ("the size of the task it has set is plain").
    """
    for index in facts.word_index.places((*_CONTRACTED, *_PRONOUNS)):
        last = _end_of_predicate(facts, index)
        if last is not None and is_prose(facts, index) and _follows_whole_subject(facts, index):
            token = facts.tokens[index]
            span = span_of(facts, index, last)
            rest = facts.text[token.end : span.end]
            verb = _CONTRACTED.get(token.fold)
            fixes = (
                [verb + rest, "has been" + rest, "was" + rest]
                if verb == "is"
                else [f"{verb or ''}{rest}".strip()]
            )
            yield Hit(
                span,
                f"‘{token.text}’ says the subject a second time",
                tuple(replacement(span, fix) for fix in fixes),
            )


def _end_of_predicate(facts: Facts, index: int) -> int | None:
    """Return the last word of the clause that begins with the pronoun at `index` where it is a short one."""
    tokens = facts.tokens
    place = index
    if tokens[index].fold in _PRONOUNS:
        place += 1
        if place >= len(tokens) or tokens[place].fold not in _AUXILIARIES:
            return None
    for last in (place + 1, place + 2):
        if last + 1 < len(tokens) and tokens[last + 1].text in _ENDS:
            return last if word_after(facts, index, last - index) and tokens[last].is_word else None
    return None


def _follows_whole_subject(facts: Facts, index: int) -> bool:
    """Whether the words before are nothing but a noun with its "of …", from the beginning of a clause."""
    tokens = facts.tokens
    has_of = False
    for place in range(index - 1, max(-1, index - _LONGEST), -1):
        token = tokens[place]
        if (
            not token.is_word
            or token.fold in _TIMES
            or (token.fold in FUNCTION_WORDS and token.fold not in _INSIDE)
        ):
            return False
        has_of = has_of or token.fold == "of"
        if token.fold in _OPENERS and has_of and place < index - 3 and _opens_clause(facts, place):
            return True
    return False


def _opens_clause(facts: Facts, index: int) -> bool:
    before = word_before(facts, index)
    return before is None or begins_sentence(facts, index) or before.text in '“"' or before.fold == "that"


_INTRANSITIVE = frozenset(
    "resigned died arrived fled fell slept returned lives lived emerged disappeared retired travelled "
    "traveled works worked came went stayed".split()
)


@check(
    "GRM111",
    "pronoun-after-who",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="‘who’ is the subject already: the pronoun after it is one too many",
    needs=(words("who"), words(_INTRANSITIVE)),
    examples=(
        bad(
            "The minister who [[she ]]resigned on Friday has left.",
            "The minister who resigned on Friday has left.",
        ),
        bad("They met the widow, who [[she ]]lives in Bergen.", "They met the widow, who lives in Bergen."),
        fine("The man who she said resigned is the man who she married. Ask who he works for."),
    ),
)
def pronoun_after_who(facts: Facts) -> Iterator[Hit]:
    """Languages with one word for "that" and "who" need the pronoun inside their relative clauses: "who she".

    Only verbs without an object are looked at: "who she married" is right.
    """
    for index in facts.word_index.places(("who",)):
        pronoun, verb = word_after(facts, index), word_after(facts, index, 2)
        if pronoun is None or verb is None or pronoun.fold not in _PRONOUNS or verb.fold not in _INTRANSITIVE:
            continue
        after = word_after(facts, index, 3)
        if is_prose(facts, index) and (after is None or after.fold not in ("for", "with", "to", "from")):
            span = Span(pronoun.start, verb.start)
            yield Hit(span, None, (Fix((Edit(span, ""),), Applicability.UNSAFE),))


_SAID = frozenset(
    "said says added adds explained declared stated announced concluded insisted noted affirmed commented "
    "stressed remarked admitted continued assured claimed complained argued predicted sighed".split()
)
_SPEAKERS = TITLES | frozenset(
    "man woman boy girl mother father player striker goalkeeper midfielder defender winger forward captain "
    "champion singer actor actress writer author artist resident neighbour neighbor witness driver teacher "
    "farmer worker lawyer politician official expert analyst economist scientist researcher activist "
    "diplomat candidate rival winner technician trainer".split()
)
_CLOSING = frozenset('”"»')
_BEFORE_CLOSING = frozenset(",!?…")


@check(
    "GRM172",
    "speaker-said-twice",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="who speaks is said twice, once by a pronoun",
    pivots=("pt", "es", "it"),
    needs=(words("he she"), words(_SAID), characters(_CLOSING)),
    examples=(
        bad(
            "“We kept calm,” [[he said]] the 29-year-old, who joined in May.",
            "“We kept calm,” said the 29-year-old, who joined in May.",
        ),
        bad(
            "“The dam is safe,” [[she announced]] the minister.",
            "“The dam is safe,” announced the minister.",
        ),
        bad("“Nobody knew,” [[he added]] Ole Lindqvist.", "“Nobody knew,” added Ole Lindqvist."),
        fine("“We kept calm,” he said on Monday. “The dam,” she said, “is safe.” “No,” he said."),
        fine(
            "“We are safe.” He said the director, who was ill, had left. “Come,” she said, the old minister."
        ),
    ),
)
def speaker_said_twice(facts: Facts) -> Iterator[Hit]:
    """Where the verb has its person within itself ("disse o técnico"), a machine adds a pronoun to it.

    Reported right behind a quotation, where a person follows the verb and the clause ends.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(("he", "she")):
        if index < 2 or tokens[index - 1].text not in _CLOSING or not is_prose(facts, index):
            continue
        verb = word_after(facts, index)
        if tokens[index - 2].text not in _BEFORE_CLOSING or verb is None or verb.fold not in _SAID:
            continue
        if word_after(facts, index, 2) is not None and _is_person_to_end(facts, index + 2):
            span = span_of(facts, index, index + 1)
            yield Hit(
                span,
                f"‘{tokens[index].text}’ says who speaks, and so do the words after it",
                (replacement(span, verb.text),),
            )


def _is_person_to_end(facts: Facts, first: int) -> bool:
    """Whether a person is named from `first`, with nothing behind it in its clause."""
    tokens = facts.tokens
    named = next((m for m in facts.names.mentions if m.tokens.stop > first), None)
    if named is not None and named.tokens.start <= first and named.kind is NameKind.PERSON:
        last = named.tokens.stop - 1
    elif tokens[first].fold == "the":
        last = next(
            (
                place
                for place in range(first + 1, min(first + 4, len(tokens)))
                if tokens[place].fold in _SPEAKERS or tokens[place].fold.endswith("year-old")
            ),
            -1,
        )
        if named is not None and named.tokens.start == last + 1 and named.kind is NameKind.PERSON:
            last = named.tokens.stop - 1
    else:
        return False
    return 0 < last < len(tokens) - 1 and tokens[last + 1].text in (".", ",")


CHECKS = (subject_said_twice, pronoun_after_who, speaker_said_twice)
