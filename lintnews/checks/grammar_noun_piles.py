"""Nouns heaped up before their noun: "red cultural tourism online shopping experience area"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts.syntax import SyntaxUnavailableError
from lintnews.finding import Hit
from lintnews.inflection import classes_of
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.syntax import ParsedSentence

_ENDING_A_RUN = FUNCTION_WORDS | frozenset(
    "said says more most many much some any all other very last next first second year years ago like per "
    "too now still yet even such made make took take".split()
)
_LEAST = 5
_LEAST_NOUNS = 4
_RUN = lazy(
    rf"(?<![\w’'-])(?:(?!(?:{'|'.join(sorted(_ENDING_A_RUN))})\b)[a-z]{{2,}} ){{{_LEAST - 1},}}[a-z]{{3,}}"
    r"(?![\w’'-])"
)
# Of what stands around these some is one token, in which words are none.
_IN_ADDRESSES = frozenset("@#/")
# Two words that are read as one.
_UNITS = frozenset(
    (
        "air force, air traffic, box office, carbon dioxide, cash flow, cell phone, chief executive, "
        "civil service, climate change, credit card, crude oil, drinking water, foreign exchange, "
        "foreign minister, general election, hard drive, head coach, health care, high school, human "
        "rights, ice cream, interest rate, law enforcement, local government, mobile phone, natural "
        "gas, nuclear power, oil price, police station, post office, power plant, power station, "
        "prime minister, private equity, public health, real estate, real time, service station, "
        "social media, social security, solar power, spare parts, stock exchange, stock market, "
        "traffic control, vice president, video game, world record"
    ).split(", ")
)
# Adjectives that tell which one of several is meant add no weight to the pile.
_LIGHT = frozenset(
    "new old current former own various overall total main major single whole entire latest recent local big "
    "large small young several different certain double".split()
)
# Plurals that stand before another noun as they are: "savings bank"; behind others a verb begins.
_PLURALS_WITHIN = frozenset(
    "savings sales goods sports arms securities communications operations services systems news".split()
)
_NOUN_TAGS = frozenset(("NN", "NNS"))
_TAGS = _NOUN_TAGS | {"JJ", "VBG", "VBN"}
_INNER_ARCS = frozenset(("compound", "amod", "nmod"))

# What the pre-test knows of words: nouns, with adjectives, and forms of verbs that stand before nouns.
_NOUN, _NOMINAL, _PARTICIPLE = frozenset("12"), frozenset("12p"), frozenset("ng")
# Adjectives that may be nouns elsewhere are none in a pile.
_ADJECTIVE = lazy(r".*(?:al|ive|ar|ary|ic|ous|ble|ern|ed|ese|ful|less|ent|ant)\Z")
_ADJECTIVES = frozenset(
    "red green blue white black high low open short long full modern adult key big small bright young light "
    "clear fake human".split()
)
# No pile holds one of these: numbers, participles for prepositions, pasts that the table has as nouns.
_OUTSIDE = frozenset(
    "one two three four five six seven eight nine ten dozen hundred thousand million billion trillion half "
    "including using involving regarding concerning covering saw left fell rose told".split()
)
# Behind these the first word of a run is a verb: "to fund", "is also offering".
_BEFORE_VERB = frozenset("to will would can could may might must should they we you who".split())
_BEFORE_PARTICIPLE = frozenset("is are was were be been being am also still".split())
_FURTHEST_BACK = 8


@check(
    "GRM190",
    "nouns-piled-up",
    mqm="style/unidiomatic-style",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="so many nouns in a row are hard to read: ‘of’, ‘for’ or ‘that’ takes them apart",
    pivots=("zh", "ja", "de"),
    examples=(
        bad("The island will open a [[coastal tourism online shopping experience area]] in May."),
        bad("They showed a [[village school roof repair fund list]] to the council."),
        bad("The county signed a [[personal savings insurance product management contract]] on Friday."),
        fine("The island’s chief executive opened a public health training centre and a post office."),
        fine("The school roof repair fund was closed. Most council tax payers face higher bills."),
    ),
)
def nouns_piled_up(facts: Facts) -> Iterator[Hit]:
    """Chinese, Japanese and German heap words up before a noun; English readers lose their way after three.

    Reported where five words or more, nouns but for the first or second, stand before nothing but each other,
    by the words and by the parse. What is read as one word ("public health", "power plant") counts once.
    """
    for match in _runs(facts):
        if not _may_be_pile(facts, match):
            continue
        sentence = facts.article.sentence_at(match.start())
        block = facts.article.block_at(match.start())
        if sentence is None or block is None or not block.kind.is_prose:
            continue
        try:
            parsed = facts.syntax(sentence)
        except SyntaxUnavailableError:
            return
        span = _pile(parsed, Span(*match.span()))
        if span is not None:
            yield Hit(
                span,
                f"‘{span.of(facts.text)}’ is hard to read: ‘of’, ‘for’ or ‘that’ takes so many nouns apart",
            )


def _runs(facts: Facts) -> Iterator[re.Match[str]]:
    """Yield the matches of `_RUN`; it is tried only where tokens in a row may be its words."""
    text, tokens = facts.text, facts.tokens
    if not _IN_ADDRESSES.isdisjoint(facts.characters) or "www." in text:
        yield from _RUN.finditer(text)
        return
    plain = bytearray(b"0") * len(tokens)
    for fold, places in facts.word_index.by_fold.items():
        if fold.isalpha() and fold not in _ENDING_A_RUN:
            for place in places:
                plain[place] = ord("1")
    # The last word of a run may be any.
    first = plain.find(b"1" * (_LEAST - 1))
    while first >= 0:
        end = plain.find(b"0", first)
        last = end if end >= 0 else len(tokens) - 1
        yield from _RUN.finditer(text, tokens[first].start, tokens[last].end + 1)
        first = plain.find(b"1" * (_LEAST - 1), last)


def _may_be_pile(facts: Facts, run: re.Match[str]) -> bool:
    """Whether enough words in a row may be nouns, or adjectives before them."""
    words = run.group().split(" ")
    before = facts.text[max(0, run.start() - _FURTHEST_BACK) : run.start()].split()
    if _begins_with_verb(words, before[-1] if before else ""):
        del words[0]
    return any(map(_is_heavy, _stretches(words)))


def _begins_with_verb(words: list[str], before: str) -> bool:
    """Whether the first of the words is a verb, by the word before it or by the adjective behind it."""
    classes = classes_of(words[0])
    if before in _BEFORE_PARTICIPLE:
        return "g" in classes
    if "b" not in classes:
        return False
    return before in _BEFORE_VERB or ("p" not in classes and _NOUN.isdisjoint(classes_of(words[1])))


def _stretches(words: list[str]) -> Iterator[list[str]]:
    """Yield what may be a noun with all before it, each up to a plural or a word that is no part of it."""
    stretch: list[str] = []
    for word in words:
        classes = classes_of(word) if word not in _ENDING_A_RUN and word not in _OUTSIDE else frozenset[str]()
        opens = not _PARTICIPLE.isdisjoint(classes)
        if _NOMINAL.isdisjoint(classes) and (stretch or not opens):
            yield stretch
            stretch = [word] if opens else []
            continue
        stretch.append(word)
        if "2" in classes and classes.isdisjoint("1p") and word not in _PLURALS_WITHIN:
            yield stretch
            stretch = []
    yield stretch


def _is_heavy(stretch: list[str]) -> bool:
    """Whether so many words, up to the last that may be a noun, would be a pile; a doubled one is no pile."""
    if any(first == second for first, second in pairwise(stretch)):
        return False
    while stretch and not _may_end(classes_of(stretch[-1])):
        stretch = stretch[:-1]
    weight, nouns = _weight(stretch, sum(map(_may_be_noun, stretch)))
    return weight >= _LEAST and nouns >= _LEAST_NOUNS


def _may_end(classes: frozenset[str]) -> bool:
    return not _NOUN.isdisjoint(classes) and not classes >= frozenset("ap")


def _may_be_noun(word: str) -> bool:
    classes = classes_of(word)
    if _NOUN.isdisjoint(classes):
        return False
    return "p" not in classes or not (word in _ADJECTIVES or _ADJECTIVE.match(word))


def _pile(parsed: ParsedSentence, run: Span) -> Span | None:
    """Return the span of the longest group within the run that is one noun and what stands before it."""
    places = [index for index, token in enumerate(parsed) if run.start <= token.span.start < run.end]
    for last in reversed(places):
        if parsed[last].tag not in _NOUN_TAGS or parsed[last].dependency in _INNER_ARCS:
            continue
        first = last
        while first - 1 in places and _belongs(parsed, first - 1, last):
            first -= 1
        pile = parsed[first : last + 1]
        weight, nouns = _weight(
            [token.text for token in pile], sum(token.tag in _NOUN_TAGS for token in pile)
        )
        if weight >= _LEAST and nouns >= _LEAST_NOUNS:
            return Span(parsed[first].span.start, parsed[last].span.end)
    return None


def _belongs(parsed: ParsedSentence, index: int, last: int) -> bool:
    """Whether the word stands before another of the group, and has nothing to do with the rest."""
    token = parsed[index]
    if token.tag == "NNS" and token.text not in _PLURALS_WITHIN:
        return False
    return token.tag in _TAGS and token.dependency in _INNER_ARCS and index < token.head <= last


def _weight(words: list[str], nouns: int) -> tuple[int, int]:
    """Return how many of the words count, and how many of them are nouns."""
    units = sum(f"{first} {second}" in _UNITS for first, second in pairwise(words))
    light = sum(word in _LIGHT for word in words)
    return len(words) - units - light, nouns - units


CHECKS = (nouns_piled_up,)
