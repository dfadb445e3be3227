"""A person, party or government that is for and against one thing."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.actors import lands
from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.facts.names import NameKind
from lintnews.facts.stems import stem
from lintnews.facts.tokens import TokenKind
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention
    from lintnews.facts.tokens import Token
    from lintnews.finding import Hit

# Verbs that declare a side; nobody does both to one thing unless he changed his mind. People do criticise
# what they support: that verb is not here.
_FOR = "support back endorse welcome hail applaud praise laud commend celebrate approve favour favor champion"
_AGAINST = "oppose reject condemn denounce deplore repudiate disavow"
_VERBS = {
    form: (word, word in _FOR.split())
    for word in f"{_FOR} {_AGAINST}".split()
    for form in (f"{word}s", word + ("d" if word.endswith("e") else "ed"))
}
#: Nouns for an actor of whom an article has one, behind "the".
_ROLES = frozenset(
    "government opposition ministry union council parliament cabinet army mayor president minister premier "
    "chancellor governor king queen pope party senate commission company club federation association court "
    "board bank church kremlin pentagon".split()
)
_BETWEEN = frozenset("has have had also again immediately openly".split())
# Of one actor and thing no more declarations are compared.
_MOST = 20
_DEFINITE = frozenset("the this that these those its his her their".split())
_TIES = frozenset("of on against with to between in".split())
# "the party of Brandt", "Holm and Brandt", "by the union".
_NOT_SUBJECT = _TIES | frozenset("and or by with from for at".split())
_NO_THING = frozenset("him her them it us me you himself herself itself themselves that what who".split())
# Somebody may think otherwise at another time, on a condition, in part, or in the words of others.
_OTHERWISE = frozenset(
    "first once initially originally previously formerly earlier later now then longer but however although "
    "though while whereas despite yet until before after since when would could should might may if not "
    "never neither nor refused failed accused claimed claims alleged critics rumours reportedly denied "
    "instead today meanwhile nevertheless only partly publicly privately rather both still vote voted used "
    "past last ago years".split()
)
_CHANGED = lazy(
    r"(?i)\b(?:u-turn|turned (?:against|his|her|its|their)|chang(?:ed|ing|e) (?:his|her|its|their|of)"
    r"|revers(?:ed|al|ing)|no longer|at first|initially|originally|previously|backtrack\w*|backed down"
    r"|withdr[ae]w\w*|vot(?:ed?|ing)|reconsider\w*|flip-flop\w*|softened|hardened"
    r"|(?:days?|weeks?|months?|years?) (?:ago|later|earlier)|has since|in (?:19|20)\d\d|split|divided)\b"
)


class _Side(NamedTuple):
    """Somebody's declaration: verb and thing, with the stems of the words that tell which thing."""

    span: Span
    verb: int
    is_for: bool
    head: str
    matter: frozenset[str]


@check(
    "CON212",
    "actor-for-and-against",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one cannot be for and against one thing",
    needs=(words(_VERBS),),
    examples=(
        bad(
            "Mayor Ada Brandt condemned the arson attack on the mill.\n\nThe fire burned all "
            "night.\n\nBrandt [[hailed the arson attack]] in a speech to the fire brigade.",
            "Mayor Ada Brandt condemned the arson attack on the mill.\n\nThe fire burned all "
            "night.\n\nBrandt condemned the arson attack in a speech to the fire brigade.",
        ),
        bad(
            "The union welcomed the wage deal.\n\nIt has nine thousand members.\n\nThe union [[rejects the "
            "wage deal]], its leader said in Graz.",
        ),
        fine(
            "The union welcomed the wage deal at first.\n\nIt has nine thousand members.\n\nThe union "
            "rejects the wage deal, its leader said."
        ),
        fine(
            "Ada Brandt condemned the attack on the mill.\n\nThe fire burned all night.\n\nBrandt hailed the "
            "attack on the smugglers’ camp."
        ),
        fine(
            "The union welcomed the wage deal.\n\nA rival union, of nurses, met in Graz.\n\n“The union "
            "rejects the wage deal,” a placard read."
        ),
    ),
)
def actor_for_and_against(facts: Facts) -> Iterator[Hit]:
    """Somebody condemned the attack in one paragraph and hails it in another.

    A verb that in the source means to speak out about a thing can fall on either side. Only narration is
    read, only verbs that declare a side, and only one thing by the same words. Left alone where anything in
    the two sentences or between them tells of a change of mind, a vote, a year or a condition.
    """
    if not facts.word_index.places(_VERBS):
        return
    by_thing: defaultdict[tuple[str, str], list[_Side]] = defaultdict(list)
    named = {mention.tokens.stop: mention for mention in facts.names.mentions}
    for index in facts.word_index.places(_VERBS):
        actor = _actor(facts, index, named)
        side = _side(facts, index) if actor else None
        if actor and side:
            by_thing[actor, side.head].append(side)
    for sides in by_thing.values():
        for one, other in combinations(sides[:_MOST], 2):
            if one.is_for != other.is_for and _one_thing(one, other) and not _changed(facts, one, other):
                count = sum(side.is_for == one.is_for and _one_thing(side, one) for side in sides)
                rest = sum(side.is_for == other.is_for and _one_thing(side, other) for side in sides)
                here, there = (one, other) if count < rest else (other, one)
                yield contradiction(
                    facts,
                    here.span,
                    there.span,
                    "one cannot be for and against one thing",
                    _fixes(facts, here, there),
                )
                break


def _actor(facts: Facts, index: int, named: Mapping[int, NameMention]) -> str | None:
    """Return a key of who does what the verb at `index` says, None where that is not sure."""
    if facts.article.quotation_at(facts.tokens[index].start) is not None:
        return None
    place = index
    while place and (facts.tokens[place - 1].fold in _BETWEEN or facts.tokens[place - 1].fold.endswith("ly")):
        place -= 1
    mention = named.get(place)
    if mention is not None:
        before = facts.tokens[mention.tokens.start - 1].fold if mention.tokens.start else ""
        if before in _NOT_SUBJECT:
            return None
        name = mention.text.casefold()
        if mention.kind is NameKind.PERSON:
            return name.split()[-1]
        return lands().get(name, name)
    return _role(facts.tokens, place)


def _role(tokens: Sequence[Token], stop: int) -> str | None:
    """Return "the transport union" where it ends before the token `stop`."""
    if not stop or tokens[stop - 1].fold not in _ROLES:
        return None
    for start in range(stop - 2, max(-1, stop - 5), -1):
        if tokens[start].fold == "the":
            whose = start and tokens[start - 1].fold in _NOT_SUBJECT
            return None if whose else " ".join(token.fold for token in tokens[start:stop])
        if not tokens[start].is_word or tokens[start].fold in FUNCTION_WORDS:
            return None
    return None


def _side(facts: Facts, index: int) -> _Side | None:
    """Read what the verb at `index` is for or against."""
    tokens = facts.tokens
    sentence = facts.article.sentence_at(tokens[index].start)
    if sentence is None or _OTHERWISE.intersection(token.fold for token in facts.tokens_in(sentence.span)):
        return None
    place = index + 1
    if tokens[index].fold.startswith("approv") and place < len(tokens) and tokens[place].fold == "of":
        place += 1
    if place >= len(tokens) or not (tokens[place].fold in _DEFINITE or place in facts.names):
        return None
    stop = _noun_phrase(tokens, place)
    if stop is None or tokens[stop - 1].fold in _NO_THING or tokens[stop - 1].fold != tokens[stop - 1].base:
        return None
    words = [tokens[at].base for at in range(place, stop)]
    # "the attack on the mill" tells which attack, "hailed the attack in a speech" does not.
    if stop < len(tokens) and tokens[stop].fold in _TIES and place not in facts.names:
        end = _noun_phrase(tokens, stop + 1)
        if end and (tokens[stop].fold != "in" or end - 1 in facts.names):
            words += [tokens[at].base for at in range(stop + 1, end)]
    elif stop < len(tokens) and tokens[stop].fold in ("for", "over", "as", "'s"):
        return None
    head = tokens[stop - 1].base
    return _Side(
        Span(tokens[index].start, tokens[stop - 1].end),
        index,
        _VERBS[tokens[index].fold][1],
        lands().get(head, stem(head)),
        frozenset(lands().get(word, stem(word)) for word in words if word not in FUNCTION_WORDS),
    )


def _noun_phrase(tokens: Sequence[Token], place: int) -> int | None:
    """Return the token after the noun phrase at `place`, None where there is none."""
    start = place
    while place < len(tokens) and tokens[place].fold in _DEFINITE | {"a", "an"}:
        place += 1
    first = place
    while (
        place < min(len(tokens), start + 6)
        and tokens[place].kind in (TokenKind.WORD, TokenKind.NUMBER)
        and tokens[place].fold not in FUNCTION_WORDS
    ):
        place += 1
    return place if place > first else None


def _one_thing(one: _Side, other: _Side) -> bool:
    """Whether both mean the same thing: one head, and what tells more of it stands in one of them alone."""
    return one.head == other.head and (one.matter <= other.matter or other.matter <= one.matter)


def _changed(facts: Facts, one: _Side, other: _Side) -> bool:
    """Whether something between the two places, or in their sentences, tells of a change."""
    first, last = sorted((one.span, other.span))
    begin, end = facts.article.sentence_at(first.start), facts.article.sentence_at(last.start)
    if begin is None or end is None or begin == end:
        return True
    one_day, other_day = (
        {date.span.of(facts.text) for date in facts.dates_in(sentence.span)} for sentence in (begin, end)
    )
    changed = _CHANGED.search(facts.text, begin.span.start, end.span.end)
    return changed is not None or one_day != other_day


def _fixes(facts: Facts, here: _Side, there: _Side) -> Iterator[str]:
    """Yield the words in doubt with the verb of the other place in the same form."""
    form = facts.tokens[here.verb].fold
    verb = _VERBS[facts.tokens[there.verb].fold][0]
    is_past = form.endswith("ed")
    turned = next(
        word for word, (base, _) in _VERBS.items() if base == verb and word.endswith("ed") == is_past
    )
    yield turned + facts.text[facts.tokens[here.verb].end : here.span.end]


CHECKS = (actor_for_and_against,)
