"""One item twice in a list, one phrase twice with a comma between."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import ADJECTIVE_ENDINGS, EMPHATIC, FUNCTION_WORDS, PRONOUNS
from lintnews.facts import Facts, Token, TokenKind
from lintnews.finding import Applicability, Edit, Fix, Hit, Related
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Sentence

_LINKS = frozenset(("and", "or", "&"))
_ARTICLES = frozenset(("the", "a", "an"))
_MAX_ITEM = 5
# A quotation below this many characters is a slogan ("one river, one plan").
_SLOGAN = 60
# What stands between commas without being an item of a list.
_ASIDES = frozenset(
    "said says however therefore meanwhile moreover etc ltd inc co llc jr sr instead finally "
    "including ago whether".split()
)
# Words of the longest phrase that is looked for again after a comma.
_MAX_COPY = 15


class _Item(NamedTuple):
    """One item of a list; `comma` is the offset of the comma before it, -1 for the first item."""

    comma: int
    tokens: tuple[Token, ...]
    is_cut: bool

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(token.fold for token in self.tokens if token.fold not in _ARTICLES)

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)


@check(
    "REP105",
    "listed-twice",
    mqm="accuracy/addition",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the same item stands twice in one list",
    examples=(
        bad("They sell fruit, bread, [[fruit]] and cheese.", "They sell fruit, bread and cheese."),
        bad(
            "Offices, shops, [[offices]] and bars will stay shut.", "Offices, shops and bars will stay shut."
        ),
        bad("They want power, money and [[power]].", "They want power and money."),
        fine("He ran, fell, ran, and ran again."),
        fine("Her firm, she said, would pay, she said, and move."),
    ),
)
def listed_twice(facts: Facts) -> Iterator[Hit]:
    """One item twice in one list: two words of the source that mean nearly the same became one English word.

    Left alone: numbers and scores, verbs told one after another, "he said" between commas.
    """
    for sentence in _with_word_again(facts):
        for head, items in _lists(facts.tokens, facts.token_range(sentence.span)):
            yield from _twice_in(facts, head, items)


def _with_word_again(facts: Facts) -> Iterator[Sentence]:
    """Yield the sentences with a comma and a word of matter that stands in them twice, in order."""
    number, by_fold = facts.sentence_number, facts.word_index.by_fold
    again = {
        number(second)
        for fold, places in by_fold.items()
        if len(places) > 1 and _is_content(fold)
        for first, second in pairwise(places)
        if number(first) == number(second)
    }
    again &= set(map(number, by_fold.get(",", ())))
    yield from (facts.article.sentences[place] for place in sorted(again) if place >= 0)


def _is_content(fold: str) -> bool:
    return len(fold) > 3 and fold not in FUNCTION_WORDS and fold not in EMPHATIC and fold not in _ASIDES


def _lists(tokens: tuple[Token, ...], indices: range) -> Iterator[tuple[tuple[Token, ...], list[_Item]]]:
    """Yield the lists of a sentence: the words before the first comma, then the items after each comma."""
    stops = [index for index in indices if tokens[index].text in ",;"]
    head, items = tokens[indices.start : stops[0] if stops else indices.stop], list[_Item]()
    for comma, stop in pairwise([*stops, indices.stop]):
        item = _without_marks(tokens[comma + 1 : stop])
        link = next((k for k, token in enumerate(item) if token.fold in _LINKS), len(item))
        part = item[:link] or item[1:]
        if part and len(part) <= _MAX_ITEM and tokens[comma].text == ",":
            rest = item[link + 1 :]
            items.append(_Item(tokens[comma].start, part, bool(rest) and link > 0))
            # What comes after "and" is an item where it ends the sentence, not in "rights and interests, …".
            if items[-1].is_cut and len(rest) <= _MAX_ITEM and stop == indices.stop:
                items.append(_Item(part[-1].end, rest, is_cut=False))
            continue
        yield head, items
        head, items = part, []
    yield head, items


def _without_marks(item: tuple[Token, ...]) -> tuple[Token, ...]:
    end = len(item)
    while end and item[end - 1].kind is TokenKind.MARK:
        end -= 1
    return item[:end]


def _twice_in(facts: Facts, head: tuple[Token, ...], items: list[_Item]) -> Iterator[Hit]:
    places = _last_words(head)
    if len(items) > 1 and len({item.words for item in items}) == 1 and items[0].words in places:
        return  # "location, location, location"
    for item in items:
        earlier = places.get(item.words)
        if earlier and _is_item(item.tokens) and _is_same(facts, earlier, item):
            yield _listed(facts, earlier, item)
        places[item.words] = item


def _is_same(facts: Facts, earlier: _Item, item: _Item) -> bool:
    """Whether both are whole items of one list.

    Of an item with "and" only the half is known ("scientific and technical talents, scientific and …"); no
    border of a quotation stands between; names are of one list where nothing but names does.
    """
    if item.is_cut and (earlier.is_cut or item.words[-1].endswith(ADJECTIVE_ENDINGS)):
        return False
    start, quotation_at = item.tokens[0].start, facts.article.quotation_at
    around = quotation_at(start)
    if quotation_at(earlier.tokens[0].start) != around or (
        around is not None and around.span.length < _SLOGAN
    ):
        return False
    if item.tokens[0].text[0].islower():
        return True
    between = facts.tokens_in(Span(earlier.tokens[0].start, start))
    in_list = earlier.comma >= 0  # "in New York, New York": a city and its state
    return in_list and all(token.text[0].isupper() or not token.is_word for token in between)


def _last_words(head: tuple[Token, ...]) -> dict[tuple[str, ...], _Item]:
    """Where a list may begin: the last one to three words before its first comma."""
    tails = (head[-length:] for length in range(1, min(3, len(head)) + 1))
    return {item.words: item for item in (_Item(-1, tail, is_cut=False) for tail in tails)}


def _is_item(item: tuple[Token, ...]) -> bool:
    folds = {token.fold for token in item}
    return (
        any(map(_is_content, folds))
        and all(token.is_word for token in item)
        and not folds & (PRONOUNS | _ASIDES)
    )


def _listed(facts: Facts, earlier: _Item, item: _Item) -> Hit:
    span, cut = item.span, Edit(Span(item.comma, item.span.end), "")
    comma = facts.text.rfind(",", earlier.span.end, item.comma)
    # "power, wealth and power" becomes "power and wealth".
    ends_list = comma >= 0 and facts.text[item.comma] != ","
    edits = (Edit(Span(comma, comma + 1), " and"), cut) if ends_list else (cut,)
    return Hit(
        span,
        f"‘{span.of(facts.text)}’ stands twice in this list",
        (Fix(edits, Applicability.UNSAFE, "list it once"),),
        (Related(earlier.span, "listed here already"),),
    )


@check(
    "REP111",
    "phrase-again-after-comma",
    mqm="accuracy/addition",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the same phrase stands on both sides of a comma",
    examples=(
        bad(
            "The law was passed in May, [[but came into force in June, but came into force in June]].",
            "The law was passed in May, but came into force in June.",
        ),
        bad(
            "They joined the work of [[fire prevention, fire prevention]], rescue and repair.",
            "They joined the work of fire prevention, rescue and repair.",
        ),
        fine("He comes from New York, New York, and it was a very, very long way."),
        fine("“Do not worry, do not worry,” she said."),
        fine("Help went to big data, big data education and sport."),
    ),
)
def phrase_again_after_comma(facts: Facts) -> Iterator[Hit]:
    """Two words or more are said again after a comma.

    The translation rendered two near-synonyms alike, or began again where it stood. Left alone: names of
    places, emphasis, and speakers who repeat themselves.
    """
    tokens = facts.tokens
    for index in facts.word_index.by_fold.get(",", ()):
        length = _common(tokens, index)
        if length >= 2 and _is_again(facts, index, length):
            first = Span(tokens[index - length].start, tokens[index - 1].end)
            end = tokens[index + length].end
            yield Hit(
                Span(first.start, end),
                f"‘{first.of(facts.text)}’ stands here twice",
                (Fix((Edit(Span(first.end, end), ""),), Applicability.UNSAFE, "say it once"),),
            )


def _common(tokens: tuple[Token, ...], comma: int) -> int:
    """Length of the longest phrase that ends before the comma and begins after it; 0 where there is none."""
    for length in range(min(_MAX_COPY, comma, len(tokens) - comma - 1), 1, -1):
        if tokens[comma - 1].fold == tokens[comma + length].fold and all(
            tokens[comma - length + k].fold == tokens[comma + 1 + k].fold for k in range(length)
        ):
            return length
    return 0


def _is_again(facts: Facts, comma: int, length: int) -> bool:
    tokens = facts.tokens
    copy = tokens[comma - length : comma]
    after = tokens[comma + 1 + length] if comma + 1 + length < len(tokens) else None
    if not all(token.is_word or token.kind is TokenKind.NUMBER for token in copy):
        return False
    if after is not None and after.kind is not TokenKind.MARK and after.fold not in _LINKS:
        return False
    if all(token.fold in FUNCTION_WORDS or token.fold in EMPHATIC or not token.is_word for token in copy):
        return False
    if length < 4 and (copy[0].text[0].isupper() or facts.article.quotation_at(copy[0].start) is not None):
        return False
    return "\n" not in facts.text[copy[0].start : tokens[comma + length].end]


CHECKS = (listed_twice, phrase_again_after_comma)
