"""RES141-145: capitals that were lost or came from nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.article import Block, Sentence
from lintnews.facts import Facts
from lintnews.facts.tokens import Token
from lintnews.finding import Applicability, Hit, replacement
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

_FIRST_WORD = re.compile(r"[\[(\"“‘']*([^\W\d_][\w’'-]*)(?![\w.@/)]\S)")
_STOPPED = re.compile(r"[.!?…][\"'”’)\]»]*\s*$")
# "… the end." or "… the end?" before a sentence: a plain word, not an abbreviation, initial, number or name.
_PLAIN_END = re.compile(r"(?<![\w.’'-])([a-z]{3,})[.!?][\"'”’)\]»]*\s+$")
_LAST_WORD = re.compile(r"([\w’'-]+)\W*$")
# A line that ends in one of these goes on in the next.
_NEVER_LAST = frozenset("a an the of at by with from for to and or as than into when while whose their its my".split())
# Names of people and firms that begin in lower case, and what continues the sentence before.
_LOWER_STARTS = frozenset("de del della di da dos das do du la le van von der den ter ten bin ibn al el ap y zu".split())
_PRONOUN_I = re.compile(
    r"(?<![\w.’'*/@#-])i(?=(?: (?:am|was|have|had|think|don|can|will|would|want|did|know|do|feel|saw|went|got|thought)\b"
    r"|['’](?:m|ve|ll|d)\b))"
)
_US_NOUN = (
    r"(?:senate|president|presidential|dollars?|congress|army|navy|air force|government|military|house of|troops|"
    r"officials?|stocks?|secretary|embassy|consulate|treasury|justice|state department|department|economy|"
    r"sanctions|forces|soldiers|supreme court|federal|citizens|diplomats?|politicians|media|lawmakers|elections?|"
    r"administration|intelligence|companies|markets?|shares)"
)
_COUNTRY_US = re.compile(rf"(?:\b[Tt]he (?P<the>us)(?= [a-z]|[.,])(?! vs\b)|\b(?P<cap>Us) (?=(?i:{_US_NOUN})\b))")
# Capitals of these show a word set as if it began a title or a line; others may begin a sentence whose stop is lost.
_NEVER_FIRST = frozenset(
    "and of at by with from for to on or is are was were has have had than into not be been will would could as that "
    "which who whose their its his her hereinafter but also".split()
)


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _block_of(facts: Facts, sentence: Sentence) -> Block:
    return facts.article.blocks[sentence.block]


def _begins_in_lower_case(facts: Facts, sentence: Sentence) -> Token | None:
    """Return the first word of a sentence that should have a capital and has none."""
    text, block = facts.text, _block_of(facts, sentence)
    if not (block.kind.is_prose or block.kind.is_heading) or block.run_in:
        return None
    first = _FIRST_WORD.match(text, *sentence.span)
    if not first or not first.group(1)[0].islower() or any(letter.isupper() for letter in first.group(1)):
        return None
    if text[first.start()] in "\"“‘'([" or first.group(1) in _LOWER_STARTS or first.group(1)[:2] in ("d'", "d’"):
        return None
    if len(first.group(1)) == 1 and first.group(1) not in ("a", "i"):
        return None
    word = facts.words.word(first.group(1))
    if not (word.known or word.name_only):
        return None
    if not _ends_before(facts, sentence, block):
        return None
    tokens = facts.tokens_in(Span(first.start(1), first.end(1)))
    return tokens[0] if tokens else None


def _ends_before(facts: Facts, sentence: Sentence, block: Block) -> bool:
    """Whether the sentence before is surely at its end, so that no line or abbreviation is merely continued."""
    text = facts.text
    if sentence.span.start > block.span.start:
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


def _is_lower_throughout(text: str, sentence: Sentence) -> bool:
    shown = sentence.span.of(text)
    return shown.count(" ") >= 3 and shown == shown.lower()


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
        if not _is_lower_throughout(facts.text, sentence):
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
        and _ends_before(facts, sentence, _block_of(facts, sentence))
        and any(facts.words.is_name_only(token.text) for token in tokens[1:] if token.is_word and len(token.text) > 3)
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
    examples=(
        bad("[[the]] mayor of Leeds opened the bridge.", "[[The]] mayor of Leeds opened the bridge."),
        bad("It rained. [[after]] that, Kent was quiet.", "It rained. [[After]] that, Kent was quiet."),
        fine("iPhone sales rose.\n\nvan der Meer won.\n\n“Is it so?” he asked. The U.S. economy grew."),
        fine("The list was long and the\n\nmayor of Leeds read all of it."),
    ),
)
def sentence_start_in_lower_case(facts: Facts) -> Iterator[Hit]:
    """Machine output drops the capital where the source splits sentences in another way, or has no capitals at all.

    Brand names (iPhone), particles of names (van, bin), continued lines and abbreviations before it are left alone.
    """
    for sentence in facts.article.sentences:
        letter = facts.text[sentence.span.start]
        if not letter.islower() or _is_lower_throughout(facts.text, sentence):
            continue
        first = _begins_in_lower_case(facts, sentence)
        if first and sentence.span.of(facts.text).count(" ") >= 2:
            fix = replacement(first.span, _capitalised(first.text), Applicability.SAFE)
            yield Hit(first.span, f"the sentence begins in lower case: ‘{first.text}’", (fix,))


@check(
    "RES143",
    "name-in-lower-case",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a name is written in lower case",
    examples=(
        bad("The ship left for [[brazil]] on [[thursday]].", "The ship left for [[Brazil]] on [[Thursday]]."),
        bad("Then [[i]] was told that the [[us]] senate met.", "Then [[I]] was told that the [[US]] senate met."),
        bad("[[Us]] Congress meets today.", "[[US]] Congress meets today."),
        fine("They gave us dollars; write to paris@example.org; #london; french fries; Us Weekly wrote it."),
    ),
)
def name_in_lower_case(facts: Facts) -> Iterator[Hit]:
    """Countries, languages, weekdays, months and “I” always have a capital in English, in many languages not.

    Only names that are nothing else in English are looked at: polish, may, turkey and their like are left alone.
    """
    text = facts.text
    for found in _PRONOUN_I.finditer(text):
        yield _recased(Span(*found.span()), "i", "I")
    for found in _COUNTRY_US.finditer(text):
        span = Span(*found.span(found.lastgroup or 0))
        if facts.article.quotation_at(span.start) is None:
            yield _recased(span, span.of(text), "US")
    for token in facts.tokens:
        if token.is_word and len(token.text) > 3 and token.text.islower() and _is_sure_name(facts, token):
            sentence = facts.article.sentence_at(token.start)
            if sentence and not _is_lower_throughout(text, sentence):
                yield _recased(token.span, token.text, _capitalised(token.text))


def _recased(span: Span, shown: str, repaired: str) -> Hit:
    fix = replacement(span, repaired, Applicability.SAFE)
    return Hit(span, f"‘{shown}’ is a name and should read ‘{repaired}’", (fix,))


def _is_sure_name(facts: Facts, token: Token) -> bool:
    word = facts.words.word(token.text)
    if not word.name_only or word.zipf < 3.5:
        return False
    text = facts.text
    beside = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 2]
    return not any(mark in "@#/_.*\\=" for mark in beside.rstrip(" .\n"))


@check(
    "RES144",
    "stray-capital",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a small word in mid-sentence has a capital",
    examples=(
        bad("They sell bread [[And]] other food.", "They sell bread [[and]] other food."),
        bad("The guests met [[At]] the harbour.", "The guests met [[at]] the harbour."),
        fine("Her role in the film And Then came late; he read The Lady Is a Tramp; the Carry On films."),
        fine("It rained all day The roads were wet."),
    ),
)
def stray_capital(facts: Facts) -> Iterator[Hit]:
    """A small word (and, of, at) has a capital though the words around it have none: two outputs were pasted together.

    Words that may begin a sentence whose full stop was lost are left alone, and so are titles and quotations.
    """
    tokens = facts.tokens
    for index, token in enumerate(tokens[1:-1], 1):
        if token.fold not in _NEVER_FIRST or not token.text[0].isupper() or not token.text[1:].islower():
            continue
        before, after = tokens[index - 1], tokens[index + 1]
        if not (before.is_word and after.is_word and before.text.islower() and after.text.islower()):
            continue
        block = facts.article.block_at(token.start)
        if "\n" in facts.text[before.end : token.start] or block is None or not block.kind.is_prose:
            continue
        sentence = facts.article.sentence_at(token.start)
        if sentence is None or facts.article.quotation_at(token.start) or _in_title(tokens, index, sentence):
            continue
        fix = replacement(token.span, token.fold, Applicability.SAFE)
        yield Hit(token.span, f"‘{token.text}’ has a capital in mid-sentence", (fix,))


def _in_title(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether capitals stand so near that the word may belong to a title."""
    near = [*tokens[max(0, index - 3) : index - 1], *tokens[index + 2 : index + 4]]
    return any(token.is_word and token.text[0].isupper() and token.start > sentence.span.start for token in near)


CHECKS = (
    sentence_without_capitals,
    sentence_start_in_lower_case,
    name_in_lower_case,
    stray_capital,
)
