"""Ages of one person that do not agree with one another or with the years of a life."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.facts.names import NameKind
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import strings, words
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention

_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:al-|de |van |bin )?[A-Z][\w’'-]+){0,3})"
_AFTER_NAME = lazy(rf"{_NAME}, (?:who is |aged )?(?P<age>\d{{1,2}})(?=,(?! \d)|\.(?!\d))")
_BEFORE_NAME = lazy(
    rf"\b(?P<age>\d{{1,2}})-year-old (?:(?!from|in|of|at|who|and|or|with|to|for|on|near|by|whose|after|"
    rf"when)[a-z-]+,? ){{0,4}}{_NAME}"
)
_IS_OLD = lazy(rf"{_NAME}(?:, who)? (?:is|was) (?P<age>\d{{1,2}}) years old\b")
# Words that date an age to another time, or say that the figure is no age.
_OTHER_TIME = lazy(
    r"\b(?:then|when|turned|turns|birthday|ago|later|was \d|at the time|at the age|in (?:19|20)\d\d|"
    r"sons?|daughter|brother|sister|father|mother|wife|husband)\b",
    re.IGNORECASE,
)
# Where a bare figure behind a name may be a result.
_SPORT = lazy(r"\b(?:seed\w*|beat|goals?|points?|minutes?|won|shot|par|round)\b", re.IGNORECASE)
# "The 52-year-old was born in Olmen", “, said the 52-year-old striker”: somebody who was named just before.
_ALONE = lazy(
    r"\b[Tt]he (?P<age>\d{1,2})-year-old(?= (?:was|is|has|had|will|said|told|added|also|did|says|who|from"
    r"|lives)\b)|(?<=[”\"’'] )(?:said|added|explained"
    r"|says) the (?P<age2>\d{1,2})-year-old(?: [a-z-]+){0,2}(?=[.,])"
)
# Somebody else whom the age may be of.
_SOMEBODY = lazy(
    r"\b(?:man|woman|boy|girl|brother|sister|son|daughter|wife|husband|father|mother|friend|suspect|victim"
    r"|driver"
    r"|another|other|colleague|partner|teenager|student|rival|predecessor|successor|child|baby|twin)s?\b"
)
# The corpus has no birthday: a year apart may be right.
_LEAST_APART = 2


class _Age(NamedTuple):
    name: str
    age: int
    span: Span
    place: Span


def _ages(facts: Facts) -> Iterator[_Age]:
    for pattern in (_AFTER_NAME, _BEFORE_NAME, _IS_OLD):
        for match in pattern.finditer(facts.text):
            sentence = facts.article.sentence_at(match.start("age"))
            words = sentence.span.of(facts.text) if sentence else ""
            is_bare = pattern is _AFTER_NAME and _SPORT.search(words)
            if sentence and not is_bare and not _OTHER_TIME.search(words):
                yield _Age(match["name"], int(match["age"]), Span(*match.span("age")), Span(*match.span()))


def _anaphors(facts: Facts, known: list[_Age]) -> Iterator[_Age]:
    """Yield the ages that stand for the one person who was named just before: "the 52-year-old said"."""
    sentences = facts.article.sentences
    for match in _ALONE.finditer(facts.text):
        place = next(
            (i for i, each in enumerate(sentences) if each.span.start <= match.start() < each.span.end), 0
        )
        if not place or sentences[place].block - sentences[place - 1].block > 1:
            continue
        around = facts.text[sentences[place - 1].span.start : sentences[place].span.end]
        named = [
            mention
            for mention in facts.names.mentions
            if (mention.kind is NameKind.PERSON or _may_be_person(facts, mention))
            and sentences[place - 1].span.start <= mention.span.start < sentences[place].span.end
        ]
        surnames = {mention.text.split()[-1] for mention in named}
        if len(surnames) != 1 or _SOMEBODY.search(around) or _OTHER_TIME.search(around):
            continue
        (surname,) = surnames
        if any(age.name.split()[-1] == surname for age in known):
            group = "age" if match["age"] else "age2"
            yield _Age(surname, int(match[group]), Span(*match.span(group)), Span(*match.span()))


def _may_be_person(facts: Facts, mention: NameMention) -> bool:
    before = facts.tokens[mention.tokens.start - 1].fold if mention.tokens.start else ""
    return mention.kind is NameKind.UNKNOWN and before not in ("in", "at", "from", "near", "of", "to")


@check(
    "NUM421",
    "two-ages-of-one-person",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one person has two ages",
    needs=(words("old olds"), strings("-year-old", "years old")),
    examples=(
        bad(
            "Mira Halloran, 45, runs the bakery.\n\nThe [[54]]-year-old Halloran sells bread to three towns.",
            "Mira Halloran, 45, runs the bakery.\n\nThe [[45]]-year-old Halloran sells bread to three towns.",
        ),
        bad(
            "A 31-year-old driver, Piet Aalders, called the police. Piet Aalders, [[13]], saw the barge "
            "sink. "
            "The 31-year-old Aalders dived.",
            "A 31-year-old driver, Piet Aalders, called the police. Piet Aalders, [[31]], saw the barge "
            "sink. "
            "The 31-year-old Aalders dived.",
        ),
        bad(
            "Piet Aalders, who is 23 years old, has scored eight goals. “I am glad,” said the "
            "[[32]]-year-old striker."
        ),
        bad(
            "Dario Venn, 47, ran. Police searched the port.\n\nVenn hid. The [[52]]-year-old was born in"
            " Olmen."
        ),
        fine("Mira Halloran, 45, runs the bakery. Jon Halloran, 19, drives the van."),
        fine("Mira Halloran, 45, runs it. When the shop opened, the 20-year-old Halloran swept the floor."),
        fine("Anna Cole, 30, teaches. The 32-year-old from Leeds, a friend of Cole, left."),
    ),
)
def two_ages_of_one_person(facts: Facts) -> Iterator[Hit]:
    """A person has one age in one article; a second one, two years or more off, was misread.

    Members of one family, ages of an earlier time ("then 20", "when") and figures of sport are left alone.
    """
    if facts.text.count("-year-old") + facts.text.count("years old") == 0:
        return
    people: defaultdict[str, list[_Age]] = defaultdict(list)
    known = list(_ages(facts))
    for age in (*known, *_anaphors(facts, known)):
        people[age.name.split()[-1]].append(age)
    for ages in people.values():
        if len({age.age for age in ages}) < 2 or len({a.name for a in ages if " " in a.name}) > 1:
            continue
        ages.sort(key=lambda age: age.span)
        counts = defaultdict(
            int, {value: sum(a.age == value for a in ages) for value in {a.age for a in ages}}
        )
        usual = max(ages, key=lambda age: (counts[age.age], -age.span.start))
        for age in ages:
            if abs(age.age - usual.age) < _LEAST_APART:
                continue
            yield Hit(
                age.span,
                f"‘{age.place.of(facts.text)}’ contradicts ‘{usual.place.of(facts.text)}’"
                f" (line {facts.article.line_of(usual.span.start)}): one person, two ages",
                (replacement(age.span, str(usual.age), Applicability.SUGGESTION),),
                (Related(usual.place, "the other age"),),
            )


_LIFE = lazy(
    r"\b[Bb]orn\b[^.;()]{0,40}?\b(?P<birth>1[89]\d\d|20\d\d)\b|\((?P<birth2>1[89]\d\d|20\d\d)[-–](?:1[89]|"
    r"20)\d\d\)"
)
_AT_AGE = lazy(
    r"\b(?:[Dd]ied|[Ii]n|death)\b(?P<gap>[^.;]{0,40}?)\b(?P<year>1[89]\d\d|"
    r"20\d\d)\b,?(?: [a-z]+){0,4},? (?:aged|at the age of|at age) (?P<age>\d{1,3})\b"
)


@check(
    "NUM422",
    "age-does-not-fit-birth-year",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the age does not fit the year of birth",
    needs=(words("age aged"),),
    examples=(
        bad(
            "Born in Oslo in 1931, the painter died in 2004 at the age of [[83]].",
            "Born in Oslo in 1931, the painter died in 2004 at the age of [[73]].",
        ),
        bad(
            "She was born in 1950. She died in 2010, aged [[70]], in Rome.",
            "She was born in 1950. She died in 2010, aged [[60]], in Rome.",
        ),
        fine("Born in 1931, the painter died in 2004 at the age of 72."),
        fine("Her father was born in 1920. In 1995, at the age of 30, Ann Lee opened the shop."),
    ),
)
def age_does_not_fit_birth_year(facts: Facts) -> Iterator[Hit]:
    """Who was born in 1931 was 72 or 73 in 2004; another age beside the years was misread.

    Reported where birth and age stand in one sentence, or the next one goes on with "he" or "she".
    """
    text = facts.text
    if not ("aged " in text or "the age of " in text or "at age " in text):
        return
    for match in _AT_AGE.finditer(text):
        sentence = facts.article.sentence_at(match.start("age"))
        if sentence is None:
            continue
        start = sentence.span.start
        if re.match(r"(?:He|She)\b", text[start : start + 4]):
            earlier = facts.article.sentence_at(max(0, start - 2))
            start = earlier.span.start if earlier else start
        lives = list(_LIFE.finditer(text, start, match.start("age")))
        if len(lives) != 1:
            continue
        birth = int(lives[0]["birth"] or lives[0]["birth2"])
        age, year = int(match["age"]), int(match["year"])
        if year <= birth or age in (year - birth, year - birth - 1):
            continue
        span = Span(*match.span("age"))
        group = "birth" if lives[0]["birth"] else "birth2"
        yield Hit(
            span,
            f"born in {birth}, one was {year - birth - 1} or {year - birth} in {year}, not {age}",
            (replacement(span, str(year - birth), Applicability.SUGGESTION),),
            (Related(Span(*lives[0].span(group)), "the year of birth"),),
        )


CHECKS = (two_ages_of_one_person, age_does_not_fit_birth_year)
