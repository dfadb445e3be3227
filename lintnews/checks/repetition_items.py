"""One item twice in a list, one phrase twice with a comma between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.repetition_lists import ADJECTIVE_ENDINGS, EMPHATIC, FUNCTION_WORDS, PRONOUNS
from lintnews.facts import Facts, Token, TokenKind
from lintnews.finding import Applicability, Edit, Fix, Hit, Related
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        fine("He ran, fell, ran, and ran again."),
        fine("Her firm, she said, would pay, she said, and move."),
    ),
)
def listed_twice(facts: Facts) -> Iterator[Hit]:
    """One item twice in one list: two words of the source that mean nearly the same became one English word.

    Left alone: numbers and scores, verbs told one after another, "he said" between commas.
    """
    for sentence in facts.article.sentences:
        yield from _twice_in(facts, facts.token_range(sentence.span))


def _twice_in(facts: Facts, indices: range) -> Iterator[Hit]:
    tokens = facts.tokens
    commas = [i for i in indices if tokens[i].text in ",;"]
    if not commas or (len(commas) == 1 and not any(tokens[i].fold in _LINKS for i in indices)):
        return
    places: dict[tuple[str, ...], tuple[int, bool]] = {}
    first = _last_words(tokens[indices.start : commas[0]])
    for start, stop in zip(commas, [*commas[1:], indices.stop], strict=True):
        item = tokens[start + 1 : stop]
        link = next((k for k, token in enumerate(item) if token.fold in _LINKS), len(item))
        cut = 0 < link < len(item)
        item = item[:link] or item[1:]
        if len(item) > _MAX_ITEM or not item or tokens[start].text == ";":
            places, first = {}, _last_words(item)
            continue
        words = tuple(token.fold for token in item if token.fold not in _ARTICLES)
        earlier, earlier_cut = places.get(words, first.get(words, (-1, False)))
        # "scientific and technical talents, scientific and …": of an item with "and" only the half is known.
        halved = cut and (earlier_cut or item[-1].fold.endswith(ADJECTIVE_ENDINGS))
        if earlier >= 0 and not halved and _is_item(item) and _same_list(facts, earlier, item[0]):
            yield _listed(
                facts, Span(tokens[start].start, item[-1].end), Span(item[0].start, item[-1].end), earlier
            )
        places[words] = (item[0].start, cut)


def _same_list(facts: Facts, earlier: int, item: Token) -> bool:
    """Whether nothing but a list stands between: no border of a quotation; for a name, names only."""
    quotation_at = facts.article.quotation_at
    around = quotation_at(item.start)
    if quotation_at(earlier) != around or (around is not None and around.span.length < _SLOGAN):
        return False
    between = facts.tokens_in(Span(earlier, item.start))
    return item.text[0].islower() or all(token.text[0].isupper() or not token.is_word for token in between)


def _last_words(item: tuple[Token, ...]) -> dict[tuple[str, ...], tuple[int, bool]]:
    """Where a list may begin: the last one to three words before its first comma."""
    found: dict[tuple[str, ...], tuple[int, bool]] = {}
    for length in range(1, min(3, len(item)) + 1):
        tail = item[-length:]
        found[tuple(token.fold for token in tail)] = (tail[0].start, False)
    return found


def _is_item(item: tuple[Token, ...]) -> bool:
    folds = {token.fold for token in item}
    content = [fold for fold in folds - FUNCTION_WORDS - EMPHATIC - _ASIDES if len(fold) > 3]
    return bool(content) and all(token.is_word for token in item) and not folds & (PRONOUNS | _ASIDES)


def _listed(facts: Facts, cut: Span, item: Span, earlier: int) -> Hit:
    shown = item.of(facts.text)
    return Hit(
        item,
        f"‘{shown}’ stands twice in this list",
        (Fix((Edit(cut, ""),), Applicability.UNSAFE, "list it once"),),
        (Related(Span(earlier, earlier + item.length), "listed here already"),),
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
    for index, token in enumerate(tokens):
        if token.text != ",":
            continue
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
