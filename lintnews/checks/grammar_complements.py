"""A verb with a clause that it cannot have: "she informed that the mill is old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import (
    follows_gap_opener,
    is_prose,
    is_quoted,
    span_of,
    word_after,
    word_before,
)
from lintnews.facts.verbs import past_of_participle
from lintnews.finding import Hit, replacement
from lintnews.inflection import classes_of, regular
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

#: Verbs that no clause with "that" follows, with what English says instead where that is sure. Here are those
#: that are told by the clause alone; LEX114 has those that each want their own context.
_NO_CLAUSE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("voiced narrated publicised publicized".split(), ("said",)),
    **dict.fromkeys("voices".split(), ("says",)),
    **dict.fromkeys("analysed analyzed interpreted evaluated".split(), ("said",)),
    **dict.fromkeys("criticised criticized criticises criticizes condemned condemns censured".split(), ()),
    **dict.fromkeys("praised praises welcomed commended commends applauded applauds".split(), ()),
    **dict.fromkeys("supported supporting opposed opposes defended defends seeks sought pursues".split(), ()),
    **dict.fromkeys("thanked congratulated congratulates interviewed accused accuses blamed".split(), ()),
    **dict.fromkeys("discussed discusses described describes debated appealed talked spoke".split(), ()),
}
#: Verbs that a person stands behind before the clause: "told the court that …".
_NEEDS_PERSON: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("informed notified briefed".split(), ("said",)),
    **dict.fromkeys("informs notifies".split(), ("says",)),
    "told": ("said",),
    "reminded": ("recalled",),
    "reminds": ("recalls",),
    "assured": ("gave an assurance",),
    "assures": ("gives an assurance",),
}
_CLAUSE_OPENERS = frozenset(
    "the a an this these those he they it we there his their its our her all some many most more no every "
    "each such both if when in at on after before during since although because as".split()
)
# "We discussed that the other day": here "that" is the object.
_TIMES = frozenset("other last same next whole".split())
_FINITE = frozenset(
    "is are was were has have had will would can could did does do should must may might".split()
)
_NOT_BEFORE = frozenset("be been being is was are were am a an the get gets got".split())
_ADVERBS = frozenset("also has have had further later then again".split())
_SPEAKERS = frozenset(
    "he she they it we ministry minister agency service office department spokesman spokeswoman spokesperson "
    "official officials doctor expert experts specialist president police mayor governor head director "
    "company".split()
)
_REACH = 14


@check(
    "GRM148",
    "that-clause-after-verb",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="this verb takes no ‘that’ here",
    pivots=("ru", "uk", "pl", "es"),
    needs=(words(_NO_CLAUSE, _NEEDS_PERSON), words("that")),
    examples=(
        bad(
            "The mayor [[assured that]] the dam is safe and that it was built well.",
            "The mayor gave an assurance that the dam is safe and that it was built well.",
        ),
        bad(
            "The ministry [[reminded that]] the bridge is closed to lorries.",
            "The ministry recalled that the bridge is closed to lorries.",
        ),
        bad("Experts have [[analysed that]] the harvest will be poor."),
        fine("He welcomed that law, and we discussed that the other day. She was told that it is shut."),
        fine("Those informed that the road is shut stayed at home. He told them that it was late."),
    ),
)
def verb_without_that(facts: Facts) -> Iterator[Hit]:
    """Russian, Polish and Spanish "inform that", and leave out whom; others "analyse that" it is so.

    Reported where a whole clause follows; with "inform", "remind" and "assure" only behind a speaker, since
    "those informed that it is shut" are others.
    """
    tokens = facts.tokens
    for index in facts.word_index.places((*_NO_CLAUSE, *_NEEDS_PERSON)):
        verb, that = tokens[index], word_after(facts, index)
        if that is None or that.fold != "that" or not _begins_clause(facts, index + 2):
            continue
        if not verb.text.islower() or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        before = word_before(facts, index)
        if before is None or before.fold in _NOT_BEFORE or not (before.is_word or before.text == ","):
            continue
        if verb.fold in _NEEDS_PERSON and not _follows_speaker(facts, index):
            continue
        span = span_of(facts, index, index + 1)
        says = (_NO_CLAUSE | _NEEDS_PERSON)[verb.fold]
        wrong = "takes no ‘that’" if verb.fold in _NO_CLAUSE else "wants to know whom before its ‘that’"
        fixes = tuple(replacement(span, f"{word} that") for word in says)
        yield Hit(span, f"‘{verb.text}’ {wrong}", fixes)


def _begins_clause(facts: Facts, index: int) -> bool:
    tokens = facts.tokens
    if index + 2 >= len(tokens) or word_after(facts, index - 1) is None:
        return False
    first = tokens[index]
    opens = first.fold in _CLAUSE_OPENERS or first.text[0].isupper() or first.text[0].isdecimal()
    if not opens or tokens[index + 1].fold in _TIMES:
        return False
    for token in tokens[index + 1 : index + _REACH]:
        if token.text in (".", "?", "!"):
            return False
        if token.fold in _FINITE or past_of_participle(token.fold):
            return True
    return False


def _follows_speaker(facts: Facts, index: int) -> bool:
    place = index - 1
    while place > 0 and facts.tokens[place].fold in _ADVERBS:
        place -= 1
    return facts.tokens[place].fold in _SPEAKERS or place in facts.names


#: Verbs that name a person before "to" or "about", in forms that are nothing else, with what English says
#: where nobody is meant: "{}" stands for the second verb in its form with "-ing".
_IMPERSONAL = {
    "allows": "makes it possible to", "enables": "makes it possible to", "allowing": "making it possible to",
    "enabling": "making it possible to", "advises": "advises {}", "recommends": "recommends {}",
    "recommending": "recommending {}", "encourages": "encourages {}", "encouraging": "encouraging {}",
    "urges": "", "urging": "", "obliges": "", "instructs": "", "forbids": "", "persuades": "",
    "convinces": "", "requires": "",
}  # fmt: skip
# These may be participles ("those urged to leave") but behind a speaker.
_AFTER_SPEAKER = {
    "ordered": "", "urged": "", "instructed": "", "advised": "advised {}", "recommended": "recommended {}",
    "suggested": "suggested {}", "encouraged": "encouraged {}",
}  # fmt: skip
_TELLING = {"told": "spoke about", "informed": "spoke about"}
_BASES = frozenset("be have do get".split())


@check(
    "GRM150",
    "person-left-out",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="this verb wants to know whom, before ‘to’ or ‘about’",
    pivots=("ru", "uk", "de", "fr", "zh"),
    needs=(words(_IMPERSONAL, _AFTER_SPEAKER, _TELLING), words("to about")),
    examples=(
        bad(
            "The new pump [[allows to keep]] the cellars dry.",
            "The new pump makes it possible to keep the cellars dry.",
        ),
        bad(
            "The doctor [[advises to monitor]] what children eat.",
            "The doctor advises monitoring what children eat.",
        ),
        bad("Lars Berg [[ordered to send]] tents to the coast on Monday."),
        bad("Maria Lind [[told about]] her years at sea.", "Maria Lind spoke about her years at sea."),
        fine("It allows us to keep them dry. The men ordered to leave, and all those urged to stay, obeyed."),
        fine("Lars Berg was ordered to leave, and so was Maria Lind. They were told about her years at sea."),
        fine("It is the only way she recommends to travel. What he told about her was true."),
    ),
)
def person_left_out(facts: Facts) -> Iterator[Hit]:
    """Russian, German and French "allow to do" and "tell about" without anybody; English names the person.

    Reported for forms that are no participles, and for past forms right behind a name or a speaker.
    """
    for index in facts.word_index.places((*_IMPERSONAL, *_AFTER_SPEAKER, *_TELLING)):
        verb, link = facts.tokens[index], word_after(facts, index)
        if link is None or not verb.text.islower() or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        if verb.fold not in _IMPERSONAL and not _follows_actor(facts, index):
            continue
        if verb.fold in _TELLING:
            if link.fold == "about" and not follows_gap_opener(facts, index):
                span = span_of(facts, index, index + 1)
                yield Hit(span, f"‘{verb.text}’ whom?", (replacement(span, _TELLING[verb.fold]),))
            continue
        second = word_after(facts, index, 2)
        if (
            link.fold != "to"
            or second is None
            or not _is_base(second.fold)
            or follows_gap_opener(facts, index)
        ):
            continue
        span = span_of(facts, index, index + 2)
        says = (_IMPERSONAL | _AFTER_SPEAKER)[verb.fold]
        gerund = regular(second.fold, "v")[4]
        right = says.format(gerund) if "{}" in says else f"{says} {second.fold}"
        yield Hit(span, f"‘{verb.text}’ whom?", (replacement(span, right),) if says else ())


def _follows_actor(facts: Facts, index: int) -> bool:
    """Whether the one who acts stands right before the verb, and no "be" that would make it passive."""
    before = word_before(facts, index)
    if before is None or not (_follows_speaker(facts, index) or before.fold in _ADVERBS):
        return False
    place = index - 1
    while place > 0 and facts.tokens[place].fold in _ADVERBS:
        place -= 1
    start = place
    while start > 0 and start - 1 in facts.names:
        start -= 1
    earlier = word_before(facts, start)
    turned = earlier is not None and earlier.fold in _NOT_BEFORE - {"a", "an", "the"}
    return _follows_speaker(facts, index) and not turned


def _is_base(fold: str) -> bool:
    return fold in _BASES or "b" in classes_of(fold)


CHECKS = (verb_without_that, person_left_out)
