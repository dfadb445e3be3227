"""RES141-142: sentences that lost their capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.capitals import capitalised, is_lower_throughout
from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Block, Sentence
    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

_FIRST_WORD = lazy(r"[^\W\d_][\w’'-]*(?![\w.@/)]\S)")
_STOPPED = lazy(r"[.!?…][\"'”’)\]»]*\s*$")
# "… the end." or "… the end?" before a sentence: a plain word, not an abbreviation, initial, number or name.
_PLAIN_END = lazy(r"(?<![\w.’'-])([a-z]{3,})[.!?][\"'”’)\]»]*\s+$")
_LAST_WORD = lazy(r"([\w’'-]+)\W*$")
# A line that ends in one of these goes on in the next.
_NEVER_LAST = frozenset(
    "a an the of at by with from for to and or as than into when while whose their its my".split()
)
# Names of people and firms that begin in lower case, and what continues the sentence before.
_LOWER_STARTS = frozenset(
    "de del della di da dos das do du la le van von der den ter ten bin ibn al el ap y zu "
    "adidas airbnb amfar easyjet ebay iphone ipad lululemon thyssenkrupp verdi".split()
)
# Blanks in the longest fragment.
_FRAGMENT = 4
# So many paragraphs that begin in lower case are no slip of the capitals.
_MANY_PARAGRAPHS = 4


def _block_of(facts: Facts, sentence: Sentence) -> Block:
    return facts.article.blocks[sentence.block]


def _begins_in_lower_case(facts: Facts, sentence: Sentence) -> Token | None:
    """Return the first word of a sentence that should have a capital and has none."""
    text, block = facts.text, _block_of(facts, sentence)
    if not (block.kind.is_prose or block.kind.is_heading) or block.run_in:
        return None
    first = _FIRST_WORD.match(text, *sentence.span)
    if not first or not _may_begin(first.group(), facts) or not _ends_before(facts, sentence, block):
        return None
    return facts.tokens_in(Span(*first.span()))[0]


def _may_begin(word: str, facts: Facts) -> bool:
    """Whether a sentence that begins with `word`, in lower case, has lost a capital."""
    if not word.islower() or word in _LOWER_STARTS or word[1:2] in ("'", "’"):
        return False
    if len(word) == 1 and word not in ("a", "i"):
        return False
    return facts.words.known(word) or facts.words.is_name_only(word)


def _ends_before(facts: Facts, sentence: Sentence, block: Block) -> bool:
    """Whether the sentence before is surely at its end, so that no line or abbreviation goes on."""
    text = facts.text
    if sentence.span.start > block.span.start:
        # Of a few words left over, the full stop before them is wrong, not their case.
        if sentence.span.of(text).count(" ") < _FRAGMENT:
            return False
        end = _PLAIN_END.search(text, max(block.span.start, sentence.span.start - 40), sentence.span.start)
        return bool(end and facts.words.known(end.group(1)))
    if sentence.block == 0:
        return True
    before = facts.article.blocks[sentence.block - 1]
    if before.run_in:
        return False
    if before.kind.is_heading:
        last = _LAST_WORD.search(text, before.span.start, before.span.end)
        return not (last and last.group(1) in _NEVER_LAST)
    return bool(_STOPPED.search(text, max(before.span.start, before.span.end - 6), before.span.end))


@check(
    "RES141",
    "sentence-without-capitals",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the sentence has lost its capitals",
    examples=(
        bad("[[the mayor of leeds opened the bridge in april.]]"),
        bad("The rain stopped at noon. [[the farmers of kent went back to work.]]"),
        fine("The lake froze over. Nobody skated.\n\nsecond-half goals, by minute"),
        fine("The Swedish firm is small. adidas makes the shoes."),
    ),
)
def sentence_without_capitals(facts: Facts) -> Iterator[Hit]:
    """Some systems work on lower-cased text and put the capitals back afterwards; here that step failed.

    The fix gives the first word and listed names their capitals; read it for other names.
    """
    for sentence in facts.article.sentences:
        if not is_lower_throughout(sentence.span.of(facts.text)):
            continue
        if not _STOPPED.search(sentence.span.of(facts.text)) and facts.article.blocks[1:]:
            continue
        if not (_begins_in_lower_case(facts, sentence) or _lost_name_first(facts, sentence)):
            continue
        repaired = _with_capitals(facts, sentence)
        fix = replacement(sentence.span, repaired, Applicability.SUGGESTION)
        yield Hit(sentence.span, "the sentence has lost its capitals", (fix,))


def _lost_name_first(facts: Facts, sentence: Sentence) -> bool:
    """Whether it begins with an unknown word and later has a name in lower case: no list of loose words."""
    tokens = facts.tokens_in(sentence.span)
    return (
        tokens[0].is_word
        and tokens[0].text not in _LOWER_STARTS
        and _ends_before(facts, sentence, _block_of(facts, sentence))
        and any(
            facts.words.is_name_only(token.text)
            for token in tokens[1:]
            if token.is_word and len(token.text) > 3
        )
    )


def _with_capitals(facts: Facts, sentence: Sentence) -> str:
    start = sentence.span.start
    text = sentence.span.of(facts.text)
    for token in facts.tokens_in(sentence.span):
        if token.start == start or (token.is_word and facts.words.is_name_only(token.text)):
            at = token.start - start
            text = text[:at] + text[at].upper() + text[at + 1 :]
    return text


@check(
    "RES142",
    "sentence-start-in-lower-case",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the sentence begins without a capital",
    needs=(given("lower_starts"),),
    examples=(
        bad("[[the]] mayor of Leeds opened the bridge.", "[[The]] mayor of Leeds opened the bridge."),
        bad("It rained. [[after]] that, Kent was quiet.", "It rained. [[After]] that, Kent was quiet."),
        fine("iPhone sales rose.\n\nvan der Meer won.\n\n“Is it so?” he asked. The U.S. economy grew."),
        fine("The list was long and the\n\nmayor of Leeds read all of it."),
    ),
)
def sentence_start_in_lower_case(facts: Facts) -> Iterator[Hit]:
    """Machine output drops the capital where the source splits sentences otherwise, or has no capitals.

    Brand names (iPhone), particles of names (van, bin), continued lines and abbreviations before it are
    left alone, and so are articles whose paragraphs begin so again and again: their first words were
    lost, not their capitals.
    """
    hits: list[Hit] = []
    paragraphs = 0
    for sentence in facts.article.sentences:
        if not facts.text[sentence.span.start].islower() or is_lower_throughout(sentence.span.of(facts.text)):
            continue
        first = _begins_in_lower_case(facts, sentence)
        if first and sentence.span.of(facts.text).count(" ") >= 2:
            fix = replacement(first.span, capitalised(first.text), Applicability.SAFE)
            hits.append(Hit(first.span, f"the sentence begins in lower case: ‘{first.text}’", (fix,)))
            paragraphs += sentence.span.start == _block_of(facts, sentence).span.start
    if paragraphs < _MANY_PARAGRAPHS:
        yield from hits


CHECKS = (sentence_without_capitals, sentence_start_in_lower_case)
