"""One person of two nations."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.facts.actors import lands
from lintnews.facts.gazetteer import in_section
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.person_nouns import person_nouns
from lintnews.finding import Hit, Related
from lintnews.needs import given
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention

# Words between the nation and the name, or behind it: "Norwegian envoy Ingrid Solheim".
_REACH = 4
# Two nations may both be right: by birth, by office, for a club or of another time.
_MIXED = frozenset(
    "born former ex then dual origin descent roots naturalised naturalized citizenship passport half "
    "mother father "
    "coach trainer ambassador consul minister president premier king queen open championship league "
    "cup club team "
    "embassy front giants side champions champion and or winner".split()
)
_ARTICLES = frozenset("a an the".split())


class _Said(NamedTuple):
    land: str
    place: Span
    name: str


@check(
    "CNS503",
    "two-nations-at-once",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one person has two nationalities",
    needs=(given("people"),),
    examples=(
        bad("The envoy, the Norwegian Ingrid Solheim, was glad. [[The Swedish diplomat]] called for calm."),
        bad("Norwegian diplomat Ingrid Solheim left.\n\n[[Solheim, a Swedish lawyer]], is 50."),
        fine("The envoy, the Norwegian Ingrid Solheim, was glad. The Norwegian diplomat met Swedish envoys."),
        fine("Norwegian diplomat Ingrid Solheim left. Solheim, a Swedish-born lawyer, met the Swedish "
            "envoy Per Holm."),
    ),
)  # fmt: skip
def two_nations_at_once(facts: Facts) -> Iterator[Hit]:
    """A Norwegian diplomat in one sentence is the Swedish diplomat in the next.

    Read are a nation beside a name, and "the Swedish diplomat" after a sentence that names one person only.
    Left alone where a word tells of birth, office, club or another time.
    """
    by_name: defaultdict[str, list[_Said]] = defaultdict(list)
    for mention in facts.names.mentions:
        if mention.kind in (NameKind.PERSON, NameKind.UNKNOWN):
            for said in (_before(facts, mention), _behind(facts, mention)):
                if said is not None:
                    by_name[said.name].append(said)
    if not by_name:
        return
    for said in _taken_up(facts):
        if said.name in by_name:
            by_name[said.name].append(said)
    for all_said in by_name.values():
        all_said.sort(key=lambda said: said.place)
        first = all_said[0]
        other = next((said for said in all_said if said.land != first.land), None)
        if other is None:
            continue
        here, there = other.place.of(facts.text), first.place.of(facts.text)
        yield Hit(
            other.place,
            f"‘{here}’ contradicts ‘{there}’ (line {facts.article.line_of(first.place.start)}): one "
            f"person, two nations",
            (),
            (Related(first.place, "the other nation"),),
        )


def _land(facts: Facts, index: int) -> str | None:
    """Return the country that the word at `index` makes somebody a citizen of."""
    token = facts.tokens[index]
    if not token.text[0].isupper() or not in_section("nationality", token.fold):
        return None
    return lands().get(token.fold)


def _before(facts: Facts, mention: NameMention) -> _Said | None:
    """Read "Norwegian diplomat Ingrid Solheim", "the Norwegian Ingrid Solheim"."""
    tokens = facts.tokens
    start = mention.tokens.start
    words = [tokens[index].fold for index in mention.tokens]
    if _MIXED.intersection(words):
        return None  # "French Open"
    first = _land(facts, start)
    if first and len(words) > 1:
        return _Said(first, mention.span, words[-1])
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        land = _land(facts, index)
        if land:
            between = {token.fold for token in tokens[index + 1 : start]}
            if between & _MIXED or (index and tokens[index - 1].text in "-–"):
                return None
            return _Said(
                land, Span(tokens[index].start, mention.span.end), tokens[mention.tokens.stop - 1].fold
            )
        if not tokens[index].text.islower() or not _is_person_word(tokens[index].fold):
            return None
    return None


def _behind(facts: Facts, mention: NameMention) -> _Said | None:
    """Read "Solheim, a Swedish lawyer"."""
    tokens, stop = facts.tokens, mention.tokens.stop
    if stop + 3 >= len(tokens) or tokens[stop].text != "," or tokens[stop + 1].fold not in _ARTICLES:
        return None
    land = _land(facts, stop + 2)
    noun = tokens[stop + 3].fold
    if land is None or not _is_person_word(noun) or noun in _MIXED:
        return None
    return _Said(land, Span(mention.span.start, tokens[stop + 3].end), tokens[stop - 1].fold)


def _taken_up(facts: Facts) -> Iterator[_Said]:
    """Yield "the Swedish diplomat" at the head of a sentence, for the one person of the sentence before."""
    tokens = facts.tokens
    for before, sentence in pairwise(facts.article.sentences):
        inside = facts.token_range(sentence.span)
        if len(inside) < 5 or before.block != sentence.block or tokens[inside.start].text != "The":
            continue
        land = _land(facts, inside.start + 1)
        noun = tokens[inside.start + 2].fold
        if (
            land is None
            or not _is_person_word(noun)
            or noun in _MIXED
            or tokens[inside.start + 3].text[0].isupper()
        ):
            continue
        names = {figure.name for figure in facts.cast.within(facts.token_range(before.span)) if figure.name}
        if len(names) == 1:
            yield _Said(land, Span(tokens[inside.start].start, tokens[inside.start + 2].end), names.pop())


def _is_person_word(fold: str) -> bool:
    return fold in person_nouns()["noun"] or fold in person_nouns()["also-adjective"]


CHECKS = (two_nations_at_once,)
