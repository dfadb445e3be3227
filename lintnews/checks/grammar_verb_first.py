"""A subject behind its verb: "Yesterday was held the meeting", "It exists a risk"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, is_quoted, span_of, word_after
from lintnews.facts.name_words import CALENDAR
from lintnews.facts.syntax import SyntaxUnavailableError
from lintnews.finding import Hit
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

#: What is done at a time. Verbs of putting and finding are left out: "in the hall were hung two portraits".
_EVENTS = frozenset(
    "held killed arrested injured wounded detained signed approved adopted presented opened launched "
    "elected discussed reached organised organized published introduced completed recorded registered "
    "destroyed damaged discovered inaugurated cancelled canceled postponed closed evacuated rescued "
    "hospitalised hospitalized seized confiscated released freed kidnapped executed attacked bombed "
    "dismissed appointed suspended removed cut reduced increased raised lowered celebrated observed noted "
    "detected vaccinated infected sold bought spent invested produced exported imported delivered "
    "distributed submitted rejected passed changed prepared committed used shot issued imposed lifted "
    "conducted performed carried".split()
)
_BE = frozenset("is are was were".split())
_FINITE_BE = _BE | frozenset("has have had will would".split())
_OPENERS = frozenset("in on at during after under before since for with from by according".split())
_ADVERBS = frozenset(
    "yesterday today tomorrow then recently later earlier now thus afterwards finally also".split()
)
_BETWEEN = frozenset("yesterday today tomorrow also recently only already so far out officially".split())
_DETERMINERS = frozenset(
    "the a an this these those his her its their some many several both all two three four five six seven "
    "eight nine ten dozens hundreds thousands more at about over almost nearly around no new".split()
)
# "It was signed the same day": no subject.
_TIMES = CALENDAR | frozenset(
    "day days week weeks month months year years night morning evening afternoon time moment minute hour "
    "hours quarter half tenth way season summer winter spring autumn decade century further fraction "
    "little bit".split()
)
_LONGEST_OPENING = 10


@check(
    "GRM214",
    "subject-behind-passive",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the subject comes before its verb: ‘the meeting was held’",
    pivots=("es", "pt", "it", "ru", "uk", "pl", "de", "fr", "ar"),
    needs=(words(_EVENTS), words(_BE, "been be")),
    examples=(
        bad("Yesterday [[was held]] the meeting of the two unions."),
        bad("Under the new deal, [[are cut]] subsidies for the mills."),
        bad("In the raid [[were arrested]] nine men."),
        bad("Tomorrow [[will be presented]] the budget of the town."),
        fine("Among the dead were two men. In the raid nine men were arrested. In the hall were hung flags."),
        fine("Under the deal, cut subsidies are paid later. On Monday was the vote, held the day after."),
        fine("In the village houses were damaged the next day. Yesterday was a day off."),
    ),
)
def subject_behind_passive(facts: Facts) -> Iterator[Hit]:
    """Spanish, Russian and Italian put what is new behind its verb: "ayer fue aprobada la ley".

    Reported where a time, a place or an adverb opens the sentence, a passive follows, and only then its
    subject.
    """
    tokens = facts.tokens
    for index in facts.word_index.places(_EVENTS):
        first = _helper_before(facts, index)
        if first is None or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        start = _start_of_sentence(facts, first)
        if start is None or first - start > _LONGEST_OPENING:
            continue
        opening = tokens[start:first]
        subject = _after_adverbs(tokens, index + 1)
        if subject is None or not _opens_noun_phrase(facts, subject, bare=opening[-1].text == ","):
            continue
        if _is_opening(opening) and (
            opening[-1].text == "," or _has_no_subject(facts, start, first, opening)
        ):
            yield Hit(
                span_of(facts, first, index), "the subject comes before ‘" + _said(facts, first, index) + "’"
            )


def _said(facts: Facts, first: int, last: int) -> str:
    return span_of(facts, first, last).of(facts.text)


def _helper_before(facts: Facts, index: int) -> int | None:
    """Return the place of the finite verb of the passive whose participle is at `index`."""
    tokens = facts.tokens
    place = index - 1
    if place > 0 and tokens[place].fold in ("been", "be"):
        place -= 1
        return place if tokens[place].fold in _FINITE_BE else None
    return place if place > 0 and tokens[place].fold in _BE else None


def _start_of_sentence(facts: Facts, place: int) -> int | None:
    sentence = facts.article.sentence_at(facts.tokens[place].start)
    if sentence is None or facts.tokens_in(sentence.span)[-1].text == "?":
        return None
    start = facts.token_range(sentence.span).start
    return start if start < place else None


def _after_adverbs(tokens: tuple[Token, ...], place: int) -> int | None:
    while place < len(tokens) and tokens[place].fold in _BETWEEN:
        place += 1
    return place if place + 1 < len(tokens) else None


def _opens_noun_phrase(facts: Facts, place: int, *, bare: bool) -> bool:
    """Whether a noun phrase that is no time begins here; `bare`: a plural alone will do."""
    tokens = facts.tokens
    token, after = tokens[place], tokens[place + 1]
    if any(word.fold in _TIMES for word in tokens[place : place + 3]):
        return False
    if token.fold in ("at", "more", "about", "over"):
        return after.fold in ("least", "than", "most") or after.text[0].isdecimal()
    if token.fold in _DETERMINERS or (token.text[0].isdecimal() and after.is_word):
        return after.is_word or after.text[0].isdecimal()
    return bare and classes_of(token.fold) == frozenset("2")


def _is_opening(opening: tuple[Token, ...]) -> bool:
    """Whether these words say when, where or how, and nothing that acts."""
    if len(opening) == 1 or (len(opening) == 2 and opening[1].text == ","):
        return opening[0].fold in _ADVERBS
    inner = opening[1:-1] if opening[-1].text == "," else opening[1:]
    return opening[0].fold in _OPENERS and all(token.is_word or token.text[0].isdecimal() for token in inner)


def _has_no_subject(facts: Facts, start: int, verb: int, opening: tuple[Token, ...]) -> bool:
    """Whether by the parse nothing before the verb is its subject."""
    if len(opening) == 1:
        return True
    sentence = facts.article.sentence_at(facts.tokens[start].start)
    if sentence is None:
        return False
    try:
        parsed = facts.syntax(sentence)
    except SyntaxUnavailableError:
        return False
    end = facts.tokens[verb].start
    before = [token for token in parsed if token.span.start < end]
    return all(
        token.dependency not in ("nsubj", "nsubjpass", "csubj", "ROOT", "expl") for token in before
    ) and (before[-1].dependency in ("pobj", "compound", "nummod", "npadvmod", "pcomp", "appos", "amod"))


_UNACCUSATIVE = frozenset("died perished participated occurred happened".split())
# What dies may be hope, in fine writing: there only people who are counted will do.
_COUNTED = (_DETERMINERS - frozenset("this his her its their".split()), _DETERMINERS - {"the", "this", "its"})


@check(
    "GRM215",
    "subject-behind-verb",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the subject comes before its verb: ‘two men died’",
    pivots=("es", "pt", "it", "ru", "uk", "pl", "tr", "ar"),
    needs=(words(_UNACCUSATIVE, "took take"),),
    examples=(
        bad("In the fire [[died]] two men and a dog."),
        bad("In the vote [[participated]] more than 900 members."),
        bad("On Sunday [[took place]] the first round of the vote."),
        fine("In the fire two men died. After he died the house was sold. In it died the hopes of all."),
        fine("On the day she died the bells rang. In the place where it occurred the road is narrow."),
    ),
)
def subject_behind_verb(facts: Facts) -> Iterator[Hit]:
    """Russian and Spanish say "in the fire died two men"; English does so with other verbs."""
    tokens = facts.tokens
    for index in facts.word_index.places((*_UNACCUSATIVE, "took")):
        last = index
        if tokens[index].fold == "took":
            after = word_after(facts, index)
            if after is None or after.fold not in ("place", "part"):
                continue
            last = index + 1
        start = _start_of_sentence(facts, index)
        if start is None or index - start > _LONGEST_OPENING or not is_prose(facts, index):
            continue
        opening = tokens[start:index]
        subject = word_after(facts, last)
        if subject is None or is_quoted(facts, index) or not _is_opening(opening):
            continue
        counted = subject.fold in _COUNTED[tokens[index].fold == "died"] or subject.text[0].isdecimal()
        if not counted or not _opens_noun_phrase(facts, last + 1, bare=False):
            continue
        if opening[-1].text == "," or _has_no_subject(facts, start, index, opening):
            yield Hit(span_of(facts, index, last), f"the subject comes before ‘{_said(facts, index, last)}’")


_EXPLETIVES = frozenset("it there".split())
_EXISTING = frozenset("exists exist existed happened occurred".split())
_CLAUSE_OPENERS = frozenset("that and but because".split())
_AMOUNTS = frozenset("cut reduced increased raised lowered passed".split())
_ONLY_IT = frozenset("the a an".split())


@check(
    "GRM216",
    "it-before-late-subject",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="‘it’ or ‘there’ keeps the place of a subject that should stand there itself",
    pivots=("de", "fr", "it", "es", "pt", "ru"),
    needs=(words(_EXPLETIVES), words(_EVENTS, _EXISTING)),
    examples=(
        bad("[[It exists]] a risk that the dam will break."),
        bad("[[It was signed]] the treaty on fish by both sides."),
        bad("[[There were arrested]] nine men in the port."),
        fine("It existed for years. It was signed the same day. There were nine men arrested in the port."),
        fine("After it was closed the mill stood empty. There was cut grass on the floor."),
    ),
)
def it_before_late_subject(facts: Facts) -> Iterator[Hit]:
    """German "es besteht ein Risiko" and French "il a été arrêté trois hommes" keep the subject's place.

    Reported at the beginning of a clause: "it" or "there", a passive or a verb of being there, a noun phrase.
    """
    for index in facts.word_index.places(_EXPLETIVES):
        before = facts.tokens[index - 1].fold if index else ""
        if not begins_sentence(facts, index) and before not in _CLAUSE_OPENERS:
            continue
        last = _predicate(facts, index)
        if last is None or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        subject = word_after(facts, last)
        if subject is None or not _opens_noun_phrase(facts, last + 1, bare=False):
            continue
        if facts.tokens[index].fold == "it" and subject.fold not in _ONLY_IT:
            continue
        said = _said(facts, index, last)
        yield Hit(
            span_of(facts, index, last), f"‘{said}’ stands where the subject should, which comes after it"
        )


def _predicate(facts: Facts, index: int) -> int | None:
    """Return the last token of a passive, or of a verb of being there, right behind "it" or "there"."""
    tokens = facts.tokens
    fold = tokens[index].fold
    place = index + 1
    if place + 2 >= len(tokens):
        return None
    if tokens[place].fold in _EXISTING:
        return place if fold == "it" else None
    if tokens[place].fold not in _FINITE_BE:
        return None
    if tokens[place].fold not in _BE:
        if tokens[place + 1].fold not in ("been", "be"):
            return None
        place += 1
    participle = tokens[place + 1].fold
    if participle not in _EVENTS or (fold == "it" and participle in _AMOUNTS):
        return None
    return place + 1


CHECKS = (subject_behind_passive, subject_behind_verb, it_before_late_subject)
