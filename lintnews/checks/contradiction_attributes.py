"""What one thing has only one of, told otherwise a second time: a side, a rank, a year of founding."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit

_LIMBS = "knee|ankle|leg|foot|arm|hand|shoulder|hip|eye|thigh|elbow|wrist|calf|hamstring|kidney|lung|ear|heel"
_SIDE = lazy(rf"\b(?P<whose>[Hh]is|[Hh]er|[Tt]he) (?P<side>left|right) (?P<limb>{_LIMBS})\b")
_COMPASS = lazy(
    r"\b(?P<side>northern|southern|eastern|western) (?P<limb>(?:city|town|province|district|region"
    r"|village|port)"
    r" of [A-Z][\w’'-]+)"
)
_BOTH = lazy(r"\b(?:both|other|also|each|alternately|second|another|then|either|too|later|again|from one)\b")
_OPPOSED = ({"left", "right"}, {"northern", "southern"}, {"eastern", "western"})


@check(
    "CON220",
    "side-changes",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="it was on the other side before",
    needs=(words("left northern southern eastern western"),),
    examples=(
        bad("Keel hurt his left knee in May. Doctors will examine [[his right knee]] on Monday."),
        bad("Rain fell in the northern town of Velm.\n\nThe [[southern town of Velm]] has no dam."),
        fine("Keel hurt his left knee in May. In June he hurt his right knee, too, and both ankles."),
        fine("Rain fell in the northern town of Velm and in the southern town of Graz."),
    ),
)
def side_changes(facts: Facts) -> Iterator[Hit]:
    """A left knee does not become a right one, nor a northern town a southern one.

    Limbs are compared where the article speaks of one person's only, within a paragraph or two, and left
    alone
    where a word says that the other one is meant as well.
    """
    for pattern in (_SIDE, _COMPASS):
        told: dict[str, re.Match[str]] = {}
        for match in pattern.finditer(facts.text):
            first = told.setdefault(match["limb"], match)
            if {first["side"], match["side"]} not in _OPPOSED:
                continue
            if pattern is _SIDE and not _is_one_person(facts, first, match):
                continue
            yield contradiction(
                facts, Span(*match.span()), Span(*first.span()), "it was on the other side before"
            )
            break


def _is_one_person(facts: Facts, first: re.Match[str], match: re.Match[str]) -> bool:
    """Whether nothing between says that both limbs are meant, or somebody else's."""
    begin, end = facts.article.sentence_at(first.start()), facts.article.sentence_at(match.start())
    if begin is None or end is None or end.block - begin.block > 1:
        return False
    whose = {first["whose"].lower(), match["whose"].lower()} - {"the"}
    figures = facts.cast.within(facts.token_range(Span(first.start(), match.end())))
    others = {figure.name for figure in figures if figure.name}
    return len(whose) == 1 and not others and not _BOTH.search(facts.text, begin.span.start, end.span.end)


_RANKS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
_RANKED = lazy(
    r"\b(?P<name>[A-Z][\w’'-]+),? (?:who |which )?(?:had |has )?(?:finished|came(?: in)?|ended(?: up)?"
    r"|was placed)"
    rf"(?: in)?(?: the)? (?P<rank>{_RANKS})(?: place| position)?(?=[,.;:)]| (?:in the|with|behind"
    rf"|ahead|and|on)\b)"
)
_ANOTHER_RACE = lazy(
    r"\b(?:(?:19|20)\d\d|last|previous\w*|earlier|again|heats?|stage|round|leg|race|event|season|year|time|ago"
    r"|before|metres|olympic\w*|championships?|quarter|semi\S*|qualif\w*|overall|also|too)\b",
)


@check(
    "CON221",
    "two-ranks-of-one",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="nobody comes in at two places",
    needs=(words("finished came ended placed"), words(_RANKS.split("|"))),
    examples=(
        bad("Holm, who finished in third place, backed Berg. [[Holm, who came in fourth]], wants a post."),
        bad("Keel came second, behind Brandt. [[Keel finished fifth]], his club said.", None),
        fine("Holm, who finished third, backed Berg. Keel, who came in fourth, wants a post."),
        fine("Keel came second in the heats. In the final Keel finished fifth, his club said."),
    ),
)
def two_ranks_of_one(facts: Facts) -> Iterator[Hit]:
    """Who came third did not come fourth: an ordinal was misread.

    Left alone where a year, a stage or another contest is spoken of.
    """
    by_name: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _RANKED.finditer(facts.text):
        sentence = facts.article.sentence_at(match.start())
        if sentence and not _ANOTHER_RACE.search(facts.text, *sentence.span):
            by_name[match["name"]].append(match)
    for matches in by_name.values():
        other = next((match for match in matches if match["rank"] != matches[0]["rank"]), None)
        if other is not None:
            here, there = Span(*other.span()), Span(*matches[0].span())
            yield contradiction(facts, here, there, "nobody comes in at two places")


_FOUNDING = lazy(
    r"\b(?P<verb>[Ff]ounded|[Ee]stablished|[Bb]uilt|[Ii]naugurated"
    r"|[Ii]ncorporated) in (?P<year>(?:1[89]|20)\d\d)\b"
)
_AGAIN = lazy(
    r"\A,? (?:the|this) (?:company|club|firm|group|bank|school|bridge|party|union|newspaper|station|plant)\b"
)
_NAMED = lazy(r"\b(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}),? (?:which )?(?:was |had been )?\Z")
_SELDOM = 2


@check(
    "CON222",
    "founded-twice",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="nothing is founded in two years",
    needs=(words("founded established built inaugurated incorporated"),),
    examples=(
        bad("Holm Kapital was founded in 2008. [[Founded in 2010]], the company went bankrupt in 2018."),
        bad("Norden Bank was established in 1931.\n\nNorden Bank, [[established in 1913]], has ten offices."),
        fine("Holm Kapital was founded in 2008. Brandt Kapital was founded in 2010."),
        fine("Holm Kapital was founded in 2008. Founded in 1931, Brandt Kapital is older than the company."),
    ),
)
def founded_twice(facts: Facts) -> Iterator[Hit]:
    """A company founded in 2008 is not "founded in 2010": one of the years was misread.

    Both must be told of one name, or the second of "the company" where the article founds nothing else.
    """
    matches = list(_FOUNDING.finditer(facts.text))
    if len(matches) != _SELDOM or len({match["year"] for match in matches}) < _SELDOM:
        return
    first, second = matches
    names = [_NAMED.search(facts.text, max(0, match.start() - 80), match.start()) for match in matches]
    again = _AGAIN.match(facts.text[second.end() : second.end() + 40])
    same = names[0] and names[1] and names[0]["name"] == names[1]["name"]
    if first["verb"].lower() == second["verb"].lower() and (same or (names[0] and again)):
        yield contradiction(
            facts, Span(*second.span()), Span(*first.span()), "nothing is founded in two years"
        )


CHECKS = (side_changes, two_ranks_of_one, founded_twice)
