"""Nobody was killed beside a count of the dead, nobody was arrested beside those who are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.checks.contradictions import contradiction
from lintnews.needs import strings
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.article import Sentence
    from lintnews.facts import Facts
    from lintnews.finding import Hit

_NOBODY = r"\b(?:[Nn]obody|[Nn]o one|[Nn]o-one)"
_DENIED = lazy(
    rf"{_NOBODY} (?:(?:was|is|were|has been|had been) )?(?P<verb>[a-z]+(?:ed|urt|en|dead))\b"
    rf"|{_NOBODY} (?P<died>died|dead|lost (?:his|her|their) li(?:fe|ves))\b"
    r"|\b(?:[Nn]o|[Ww]ithout (?:causing )?(?:any )?) ?(?P<noun>casualties|deaths|fatalities|injuries"
    r"|victims|arrests)\b"
)
# Which counts of `facts.claims` a word denies.
_KEYS = {
    word: keys
    for words, keys in (
        ("killed dead died deaths fatalities", ("dead",)),
        ("injured hurt wounded injuries", ("hurt",)),
        ("arrested detained arrests", ("held",)),
        ("casualties victims", ("dead", "hurt")),
    )
    for word in words.split()
}
# Those whom there cannot be where nobody was killed or arrested, told of as known.
_THOSE = {
    "dead": lazy(r"\b[Tt]he (?:dead|bodies of|deceased)\b(?! (?:man|woman|sea|end|line|boy|girl|animals?))"),
    "held": lazy(
        r"\b(?:[Tt]he|[Tt]hose|[Aa]ll) (?:\w+ )?(?:detainees|arrested|detained)\b(?! (?:man|woman|him"
        r"|her|them))"
    ),
}
_COUNTED = lazy(
    r"\b(?P<verb>[a-z]+) (?:some |about |at least |more than )?[\d,]{2,}\b"
    r"|\b[\d,]{2,} (?:[a-z]+ ){1,3}were (?P<passive>[a-z]+)\b"
)
# Another event, place, time or part: both may hold.
_ELSEWHERE = lazy(
    r"\b(?:other|another|others|else|earlier|previous\w*|last|first|second|later|ago"
    r"|initial\w*|at first"
    r"|else(?:where)?|however|but|though|although|while|on board|inside|building|staff|crew|yet|so far"
    r"|past|if|unless"
    r"|again|also|similar|(?:19|20)\d\d|would|could|since|until|still|this time|further|seriously"
    r"|civilians?)\b"
)
# The same of the sentence that counts: "14 others" there are no other event.
_ANOTHER = lazy(
    r"\b(?:another|earlier|previous\w*|last|first|second|ago|initial\w*|again|similar|(?:19|20)\d\d|would|could"
    r"|if|unless|later|but|in (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December))\b"
)
# "No deaths were recorded in Tasmania", "no fatalities reported for two days": of one place or time only.
_ONLY_THERE = lazy(
    r" (?:[a-z]+ ){0,2}(?:in|near|for|on) (?:the )?(?:[A-Z]|[\w]+ (?:days|hours|weeks|months)\b)"
)
_NEAR = 300


@check(
    "CON219",
    "none-and-some",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="there cannot be none and some",
    needs=(strings("obody", "o one", "o-one", "No ", "no ", "ithout "),),
    examples=(
        bad(
            "[[Nobody dead]] after flood\n\nA flood in Velm has killed 27 people, the town "
            "said.\n\nThe rain went on"
            " until noon."
        ),
        bad("A shell hit the market [[without causing casualties]], and killed nine people. It was noon."),
        bad("Two shops burned. [[Nobody was arrested]]. The six detainees go before a judge on Monday."),
        bad("The fighting displaced 4,000 people. [[No one was displaced]], the envoy said."),
        fine("A shell hit the market without causing casualties; an earlier one killed nine people."),
        fine("Two shops burned. Nobody was arrested on Monday, but the six detainees of May are in prison."),
        fine("Nobody was hurt when the roof fell.\n\nIn 2012 a fall of rock killed nine people."),
        fine("The floods killed five people. There have been no deaths recorded in Tasmania or the north."),
        fine("The fire killed two people. No one else was hurt, and no casualties were found on board."),
    ),
)  # fmt: skip
def none_and_some(facts: Facts) -> Iterator[Hit]:
    """One sentence says that nobody was killed, hurt or held, the next counts them.

    A negation was doubled, lost or put on the wrong verb. Only what stands close together in one paragraph,
    or in
    headline and lede, is compared; left alone where any word tells of another event, time or part.
    """
    for match in _DENIED.finditer(facts.text):
        sentence = facts.article.sentence_at(match.start())
        if sentence is None or facts.article.quotation_at(match.start()) is not None:
            continue
        if _ONLY_THERE.match(facts.text, match.end()):
            continue
        word = (match["verb"] or match["noun"] or "died").split()[0]
        there = _counted(facts, match, sentence, word) or _known(facts, match, sentence, word)
        if there is not None and not _is_set_apart(facts, sentence, there):
            yield contradiction(facts, Span(*match.span()), there, "there cannot be none and some")


def _counted(facts: Facts, match: re.Match[str], sentence: Sentence, word: str) -> Span | None:
    """Return a count of those of whom there are none."""
    keys = _KEYS.get(word, ())
    for claim in facts.claims if keys else ():
        near = (
            claim.sentence.block == sentence.block and abs(claim.quantity.span.start - match.start()) < _NEAR
        )
        if (
            claim.key in keys
            and claim.quantity.value >= 1
            and (near or _are_head(facts, sentence, claim.sentence))
        ):
            last = claim.quantity.after - 1
            return claim.quantity.span._replace(end=max(claim.quantity.span.end, facts.tokens[last].end))
    if keys:
        return None
    block = facts.article.blocks[sentence.block].span
    for found in _COUNTED.finditer(facts.text, max(block.start, match.start() - _NEAR), block.end):
        if word in (found["verb"], found["passive"]):
            return Span(*found.span())
    return None


def _known(facts: Facts, match: re.Match[str], sentence: Sentence, word: str) -> Span | None:
    """Return a mention of those of whom there are none: "the dead", "the detainees"."""
    pattern = next((_THOSE[key] for key in _KEYS.get(word, ()) if key in _THOSE), None)
    block = facts.article.blocks[sentence.block].span
    found = pattern.search(facts.text, match.end(), min(block.end, match.end() + _NEAR)) if pattern else None
    return Span(*found.span()) if found else None


def _are_head(facts: Facts, one: Sentence, other: Sentence) -> bool:
    """Whether one sentence is of the headline, and the other of the first paragraph."""
    blocks = facts.article.blocks
    first = next((index for index, block in enumerate(blocks) if block.kind.is_prose), -1)
    kinds = {one.block: blocks[one.block].kind, other.block: blocks[other.block].kind}
    return BlockKind.HEADLINE in kinds.values() and first in kinds


def _is_set_apart(facts: Facts, sentence: Sentence, there: Span) -> bool:
    other = facts.article.sentence_at(there.start)
    if _ELSEWHERE.search(facts.text, *sentence.span):
        return True
    return other is not None and other != sentence and _ANOTHER.search(facts.text, *other.span) is not None


CHECKS = (none_and_some,)
