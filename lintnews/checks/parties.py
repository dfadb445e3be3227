"""One politician in two parties."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.finding import Hit, Related
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts

#: Names of parties and of their members, by the party; what is written small is a conviction, not a party.
_PARTIES = {
    name: party
    for party, names in (
        ("Liberal Democrats", "Liberal Democrat|Liberal Democrats|Liberal Democratic"),
        ("Social Democrats", "Social Democrat|Social Democrats|Social Democratic"),
        ("Christian Democrats", "Christian Democrat|Christian Democrats|Christian Democratic"),
        ("Democrats", "Democrat|Democrats|Democratic"),
        ("Republicans", "Republican|Republicans"),
        ("Labour", "Labour|Labor"),
        ("Conservatives", "Conservative|Conservatives|Tory|Tories"),
        ("Liberals", "Liberal|Liberals"),
        ("Greens", "Green|Greens"),
        ("Socialists", "Socialist|Socialists"),
        ("Communists", "Communist|Communists"),
    )
    for name in names.split("|")
}
_PARTY = "(?P<party>" + "|".join(_PARTIES) + ")"
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
_SEAT = (
    r"(?:[Ss]enator|[Dd]eputy|MP|MEP|[Ll]awmaker|[Cc]ongress(?:man|woman)|[Rr]epresentative|Sen\.|Rep\."
    r"|[Ll]eader"
    r"|[Cc]andidate|[Mm]inister|[Mm]ayor|[Gg]overnor|[Pp]olitician|[Cc]ouncillor|[Ll]egislator|[Nn]ominee)"
)
_MEMBERS = (
    lazy(rf"{_NAME} of the {_PARTY}(?: Party| party|s)?(?=[,.;) ])"),
    lazy(rf"{_NAME}, (?:a|an|the) (?:[a-z-]+ )?{_PARTY}(?=,| [Pp]arty,| from | who | and )"),
    lazy(rf"\b{_PARTY}(?: Party)?(?: party)? {_SEAT} {_NAME}"),
    lazy(rf"{_NAME}, a member of the {_PARTY}\b"),
    lazy(rf"{_NAME}, (?:the )?(?:leader|candidate|chairman|head) of the {_PARTY}\b"),
)
# What tells of another time, or of more than membership.
_ELSEWHEN = lazy(
    r"\b(?:former\w*|then|once|ex|until|before|defect\w*|switch\w*|join\w*|left|quit|turned|former"
    r"|previous\w*|was"
    r"|against|beat|defeat\w*|coalition|support of|rival|endors\w*|son|daughter|wife|husband|caucus\w*"
    r"|(?:19|20)\d\d)\b"
)
_NO_NAME = frozenset("Senator Minister Mayor Governor Deputy Representative The But And Mr Ms Mrs".split())


class _Member(NamedTuple):
    party: str
    name: str
    place: Span


@check(
    "CNS502",
    "two-parties-at-once",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one politician is in two parties",
    needs=(words(name.split()[-1].casefold() for name in _PARTIES),),
    examples=(
        bad(
            "Senator Omar Diaz of the Conservatives voted for it.\n\nThe [[Liberal senator Diaz]] said he "
            "would do it again."
        ),
        bad("Lars Holt of the Labour Party spoke first.\n\n[[Holt, a Conservative]], was not worried."),
        fine("Lars Holt of the Labour Party sat. Holt, a former Conservative, and Ada Berg, a Liberal, met."),
        fine("Lars Holt of the Labour Party met Ada Holt, a Conservative, in the green room."),
    ),
)  # fmt: skip
def two_parties_at_once(facts: Facts) -> Iterator[Hit]:
    """A senator of the Conservatives cannot be the Liberal senator two paragraphs on.

    Names of parties are taken for each other, or the party of the person named before stays with the next.
    Left alone where a word tells of another time, or two people bear the name.
    """
    by_surname: defaultdict[str, list[_Member]] = defaultdict(list)
    for pattern in _MEMBERS:
        for match in pattern.finditer(facts.text):
            member = _member(facts, match)
            if member is not None:
                by_surname[member.name.split()[-1]].append(member)
    for members in by_surname.values():
        members.sort(key=lambda member: member.place)
        if len({member.name for member in members if " " in member.name}) > 1:
            continue
        first = members[0]
        other = next((member for member in members[1:] if member.party != first.party), None)
        if other is None or _shares_surname(facts, first.name.split()[-1], members):
            continue
        line = facts.article.line_of(first.place.start)
        here, there = other.place.of(facts.text), first.place.of(facts.text)
        yield Hit(
            other.place,
            f"‘{here}’ contradicts ‘{there}’ (line {line}): nobody is in both",
            (),
            (Related(first.place, "the other party"),),
        )


def _shares_surname(facts: Facts, surname: str, members: list[_Member]) -> bool:
    """Whether the article names another person of this surname."""
    full = {m.text for m in facts.names.mentions if m.text.endswith(f" {surname}")}
    given = {name.split()[-2] for name in full} | {m.name.split()[-2] for m in members if " " in m.name}
    return len(given) > 1


def _member(facts: Facts, match: re.Match[str]) -> _Member | None:
    sentence = facts.article.sentence_at(match.start("name"))
    if sentence is None or _ELSEWHEN.search(facts.text, sentence.span.start, match.end()):
        return None
    words = match["name"].split()
    while len(words) > 1 and words[0] in (
        "Senator",
        "Minister",
        "Mayor",
        "Governor",
        "The",
        "But",
        "And",
        "Mr",
        "Ms",
    ):
        words.pop(0)
    start = match.start() if match.start() < match.start("name") else match.end("name") - len(" ".join(words))
    return _Member(_PARTIES[match["party"]], " ".join(words), Span(start, match.end()))


CHECKS = (two_parties_at_once,)
