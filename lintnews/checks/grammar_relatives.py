"""A relative clause whose noun is said again within it: "a plan which Egypt submitted it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, word_after, word_before
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_RELATIVES = frozenset("which whom".split())
_OBJECTS = frozenset("it him them".split())
_DETERMINERS = frozenset("the a an his its their our my your this these those some many".split())
_SUBJECTS = frozenset("he she they we i you".split())
_PREPOSITIONS = frozenset(
    "of in on at to for from by with about through under over during after before into within against "
    "without between among behind near".split()
)
_ENDS = frozenset('.,;!?)”"')
# What may follow a verb that has its object.
_FOLLOWING = _PREPOSITIONS | frozenset(
    "yesterday today earlier later last this when while because and but as since again together twice "
    "once monday tuesday wednesday thursday friday saturday sunday".split()
)
# With these, a second object or a clause about it follows: "a name which the club gave it".
_WITH_TWO_OBJECTS = frozenset(
    "give gave given promised offered sent showed told owed taught granted paid lent asked brought cost "
    "won denied dealt earned spared afforded awarded allowed saved refused wished forgave guaranteed "
    "assigned allotted set left lost made called named gives gives sends grants allows costs says said "
    "say believe believes believed thought think claim claimed claims hoped hopes feared fear know knew "
    "knows found considered deemed want wanted wants expect expected like liked let helped help see saw "
    "put make makes call calls bought fetched charged served lets helps gained got do did does done had "
    "have has".split()
)
_LONGEST = 5


@check(
    "GRM170",
    "object-said-twice",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="‘which’ or ‘whom’ is the object already: the pronoun is one too many",
    pivots=("ar", "fa", "ha"),
    needs=(words(_RELATIVES), words(_OBJECTS)),
    examples=(
        bad(
            "They approved a plan which Norway submitted[[ it]] to the board.",
            "They approved a plan which Norway submitted to the board.",
        ),
        bad(
            "The man whom the police arrested[[ him]] on Monday was freed.",
            "The man whom the police arrested on Monday was freed.",
        ),
        bad(
            "He sold the boats which his father had built[[ them]].",
            "He sold the boats which his father had built.",
        ),
        fine("It was a name which the club gave it in 1990. The day on which the army seized it is a feast."),
        fine("The wind, which left him in third place, dropped. Ask which of the men stole it."),
        fine("A bill, which if the house approved it would help, was lost. The man whom she had told it to."),
        fine("They appear to remember which ones deserve it. It is clear which players fear him."),
    ),
)
def object_said_twice(facts: Facts) -> Iterator[Hit]:
    """Arabic and Persian say the object again within a relative clause: "the plan which Egypt submitted it".

    Reported where "which" or "whom" has a subject and a verb behind it, so that it is an object, and another
    object follows; verbs that take two are left alone.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_RELATIVES):
        before = word_before(facts, index)
        if before is None or not is_prose(facts, index):
            continue
        if before.fold in _PREPOSITIONS or before.fold in FUNCTION_WORDS or not before.is_word:
            continue
        if index - 1 not in facts.names and not _is_plain_noun(before.fold):
            continue  # an indirect question: "they remember which ones deserve it"
        place = _object_after(facts, index)
        if place is not None:
            span = Span(tokens[place - 1].end, tokens[place].end)
            yield _dropped(span, f"‘{tokens[place].text}’ says again what ‘{tokens[index].text}’ says")


def _is_plain_noun(word: str) -> bool:
    """Whether the word may be a noun, and is no adjective ("it is clear which")."""
    classes = classes_of(word)
    return not classes.isdisjoint("12") and "p" not in classes


def _object_after(facts: Facts, index: int) -> int | None:
    """Return the pronoun in "which SUBJECT VERB it", where nothing can be missing behind it."""
    tokens = facts.tokens
    first = index + 1
    for place in range(first, min(first + _LONGEST, len(tokens) - 1)):
        token = word_after(facts, place - 1)
        if token is None or token.fold in _RELATIVES or token.fold == "who":
            return None
        if token.fold in _OBJECTS:
            if not _is_subject_and_verb(facts, range(first, place)):
                return None
            after = tokens[place + 1]
            ends = after.text in _ENDS or (after.fold in _FOLLOWING and not _is_stranded(facts, place + 1))
            return place if ends else None
    return None


def _is_subject_and_verb(facts: Facts, place: range) -> bool:
    """Whether the words are a subject and, as the last of them, a verb that takes one object."""
    tokens = facts.tokens
    if len(place) < 2:
        return False
    opener, verb = tokens[place.start].fold, tokens[place[-1]].fold
    if opener in _DETERMINERS:
        is_subject = len(place) > 2
    else:
        is_subject = (
            opener in _SUBJECTS
            or opener == "police"
            or place.start in facts.names
            or "2" in classes_of(opener)
        )
    return (
        is_subject
        and place[-1] not in facts.names
        and verb not in _WITH_TWO_OBJECTS
        and verb not in FUNCTION_WORDS
        and not classes_of(verb).isdisjoint("sdb")
    )


def _is_stranded(facts: Facts, place: int) -> bool:
    """Whether a preposition has nothing behind it, so that the relative pronoun belongs to it."""
    after = word_after(facts, place)
    return after is None or after.text in _ENDS or after.fold in ("and", "but")


def _dropped(span: Span, message: str) -> Hit:
    return Hit(span, message, (Fix((Edit(span, ""),), Applicability.UNSAFE),))


# Verbs without an object: a clause of one leaves no gap for the noun before "that".
_INTRANSITIVE = frozenset(
    "work worked works function functioned functions exist existed exists collapsed expired arrived "
    "vanished disappeared resigned died fled slept exploded erupted sank".split()
)
_SUBJECT_PRONOUNS = frozenset("it he she they".split())
_NEGATED = frozenset(
    "did does do not didn't doesn't don't never no longer has had have hasn't hadn't".split()
)
# Nouns that a clause with "that" tells the content of, and words that make "that" mean "so that".
_OF_CONTENT = frozenset(
    "fact claim claims news idea belief view hope fear rumour rumor evidence proof sign word report "
    "suspicion impression feeling sense thought theory notion suggestion assumption argument allegation "
    "accusation promise pledge assurance guarantee warning threat condition understanding conclusion "
    "decision ruling verdict order demand request announcement statement declaration message letter "
    "signal indication likelihood chance probability possibility risk danger doubt concern worry excuse "
    "pretext explanation reason grounds basis point case way extent degree principle truth lie story "
    "myth legend joke remark comment complaint objection criticism admission confession acknowledgement "
    "finding discovery realisation realization knowledge memory reminder confirmation denial prediction "
    "forecast expectation prospect hint clue certainty conviction opinion insistence moment time day "
    "year month week night something nothing anything everything so such now given provided".split()
)
_TELLING = frozenset(
    "tell tells told telling warn warns warned warning inform informs informed assure assures assured "
    "persuade persuaded convince convinced convinces remind reminded reminds promise promised notify "
    "notified advise advised show showed shows shown teach taught reassure reassured satisfy satisfied "
    "so such said say says".split()
)
_TELLING_REACH = 9


@check(
    "GRM171",
    "subject-said-again-after-that",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="‘that’ is the subject already: the pronoun after it is one too many",
    pivots=("it", "ar", "fa", "ha"),
    needs=(words("that"), words(_SUBJECT_PRONOUNS), words(_INTRANSITIVE)),
    examples=(
        bad("They held up a ticket that[[ it]] did not work.", "They held up a ticket that did not work."),
        bad("Fire broke out in a mill that[[ it]] collapsed.", "Fire broke out in a mill that collapsed."),
        fine("She told a reporter that it did not work. He had a feeling that it did not exist."),
        fine("It was such a weight that it collapsed. He wrote in a book that it had vanished."),
    ),
)
def subject_said_again_after_that(facts: Facts) -> Iterator[Hit]:
    """Spoken Italian, Arabic and Hausa put the subject into a relative clause: "a code that it did not work".

    Reported before verbs that take no object, after a noun that no clause can tell the content of.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(("that",)):
        pronoun, noun = word_after(facts, index), word_before(facts, index)
        if pronoun is None or noun is None or pronoun.fold not in _SUBJECT_PRONOUNS:
            continue
        verb = index + 2
        while verb < len(tokens) - 1 and tokens[verb].fold in _NEGATED:
            verb += 1
        if verb >= len(tokens) - 1 or tokens[verb].fold not in _INTRANSITIVE or not is_prose(facts, index):
            continue
        if tokens[verb + 1].text in _ENDS and _is_thing_before(facts, index):
            span = Span(tokens[index].end, pronoun.end)
            yield _dropped(span, f"‘{pronoun.text}’ says again what ‘that’ says")


def _is_thing_before(facts: Facts, that: int) -> bool:
    """Whether "a ticket" stands before "that" as a thing: not whom one tells, not "in a letter that"."""
    tokens = facts.tokens
    noun = tokens[that - 1]
    if noun.fold in _OF_CONTENT or not classes_of(noun.fold) & {"1", "2"}:
        return False
    first = next((i for i in range(that - 2, max(0, that - 4), -1) if tokens[i].fold in ("a", "an")), None)
    if first is None or tokens[first - 1].fold in _PREPOSITIONS - {"in"}:
        return False
    before = tokens[max(0, first - _TELLING_REACH) : first]
    if any(token.fold in _TELLING for token in before[-1:]) or any(
        token.fold in _TELLING - {"show", "showed", "shows", "shown"} for token in before
    ):
        return False
    # "Fire broke out in a mill that", but not "He wrote in a book that".
    return tokens[first - 1].fold != "in" or tokens[first - 2].fold in ("out", "up", "off")


CHECKS = (object_said_twice, subject_said_again_after_that)
