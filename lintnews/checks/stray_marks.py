"""QUO221-224: marks that belong nowhere, and parentheses without their partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import BlockKind
from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import characters, places
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_BRACKET = lazy(r"[()]")
_INVERTED = lazy(r"[¿¡](?P<said>[^?!¿¡\n]{2,200})")
# Words of English that are none of Spanish.
_ENGLISH = frozenset(
    "the of to and what how who why where when which will is are was were do does did could this that".split()
)


@check(
    "QUO221",
    "stray-punctuation-mark",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="this mark interrupts the sentence",
    needs=(places("stray", "after_article", "mid_stop"),),
    examples=(
        bad("The[[^]] mayor opened the[[;]] bridge and left.", "The mayor opened the bridge and left."),
        bad(
            "The rain lasted more than[[!]] ten days in[[_]] May.",
            "The rain lasted more than ten days in May.",
        ),
        fine("“Why?” he asked. Yahoo! says so. Who Wants to Be a Star? is back."),
        fine("The name is user_name and the vitamin is A, not B."),
    ),
)
def stray_punctuation_mark(facts: Facts) -> Iterator[Hit]:
    """A mark that ends nothing stands within a phrase, such as a stop between an article and its noun."""
    text = facts.text
    for kind in ("stray", "after_article", "mid_stop"):
        for match in facts.places.get(kind, ()):
            span = Span(match.start(), match.start() + 1)
            if kind == "mid_stop" and _ends_name(text, span.start):
                continue
            yield Hit(span, fixes=(replacement(span, "", Applicability.SUGGESTION),))


def _ends_name(text: str, place: int) -> bool:
    """Whether the word before the mark is capitalised: Yahoo! says."""
    return text[max(0, place - 30) : place].rsplit(maxsplit=1)[-1][:1].isupper()


@check(
    "QUO223",
    "comma-and-dash",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a comma and a dash stand together where one of them is due",
    pivots=("ru", "uk"),
    needs=(places("comma_dash"),),
    examples=(
        bad("The bridge is safe[[, - ]]the engineer said.", "The bridge is safe, the engineer said."),
        bad("They sold horses[[,- ]]cows and a cart.", "They sold horses, cows and a cart."),
        fine("The bridge - the new one - is safe, he said - and open."),
    ),
)
def comma_and_dash(facts: Facts) -> Iterator[Hit]:
    """Russian and Ukrainian set both before a speaker or a new clause; English takes the one or the other."""
    for match in facts.places.get("comma_dash", ()):
        span = Span(*match.span())
        yield Hit(
            span, fixes=tuple(replacement(span, fix, Applicability.SUGGESTION) for fix in (", ", " – "))
        )


@check(
    "QUO222",
    "parenthesis-not-paired",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.LOW,
    message="this parenthesis has no partner in its paragraph",
    needs=(characters("()"),),
    examples=(
        bad("The museum [[(]]built in 1911 burned down.\n\nNobody was hurt."),
        bad("The museum, built in 1911[[)]], burned down."),
        fine("The museum (built in 1911 (or 1912)) burned down: a) by fire, 2) by neglect :-)"),
    ),
)
def parenthesis_not_paired(facts: Facts) -> Iterator[Hit]:
    """A parenthesis opens and never closes within its paragraph, or closes without having opened."""
    text = facts.text
    for block in facts.article.blocks:
        if block.kind is BlockKind.CREDIT or block.run_in:
            continue
        opened: list[int] = []
        for bracket in _BRACKET.finditer(text, *block.span):
            place = bracket.start()
            if bracket.group() == "(":
                opened.append(place)
            elif opened:
                opened.pop()
            elif not _is_list_mark(text, place, block.span.start):
                yield Hit(Span(place, place + 1))
        for loose in opened:
            if not text.startswith((":", ";", "=", ":-"), max(block.span.start, loose - 2)):
                yield Hit(Span(loose, loose + 1))


def _is_list_mark(text: str, place: int, start: int) -> bool:
    """Whether the bracket belongs to `a)`, `12)`, `iv)` or a smiley."""
    word = text[max(start, place - 5) : place].split()
    return (
        bool(word)
        and not text[place - 1].isspace()
        and (len(word[-1]) <= 2 or word[-1] in ("iii", "vii", "viii"))
    )


@check(
    "QUO224",
    "inverted-mark",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="Spanish opens questions and exclamations with a mark of their own; English does not",
    pivots=("es",),
    needs=(characters("¿¡"),),
    examples=(
        bad("“[[¿]]How will she pay for it?” he asked.", "“How will she pay for it?” he asked."),
        bad("[[¡]]This is a robbery!", "This is a robbery!"),
        fine("The banner read “¿Dónde está el dinero?” and “¡No pasarán!”"),
    ),
)
def inverted_mark(facts: Facts) -> Iterator[Hit]:
    """The mark that opens a Spanish question is left before an English one."""
    for match in _INVERTED.finditer(facts.text):
        if _ENGLISH.intersection(match["said"].casefold().split()):
            span = Span(match.start(), match.start() + 1)
            yield Hit(span, fixes=(replacement(span, "", Applicability.SAFE),))


CHECKS = (stray_punctuation_mark, parenthesis_not_paired, comma_and_dash, inverted_mark)
