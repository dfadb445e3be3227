"""Quotation marks of a text, told from apostrophes and primes, with the side that each one stands on."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Side(Enum):
    """Which end of a quotation a mark belongs to."""

    OPENING = "opening"
    CLOSING = "closing"
    EITHER = "either"


class Style(Enum):
    """Marks that can pair with each other."""

    DOUBLE = "double"
    SINGLE = "single"
    LOW = "low"  # „…“
    ANGLE = "angle"  # «…»
    TITLE = "title"  # 《…》
    CORNER = "corner"  # 「…」
    WHITE_CORNER = "white corner"  # 『…』

    @property
    def is_foreign(self) -> bool:
        """Whether English does not use these marks."""
        return self not in (Style.DOUBLE, Style.SINGLE)


class Mark(NamedTuple):
    """One quotation mark; `form` is what its shape says, `stance` what its neighbours say."""

    start: int
    end: int
    text: str
    style: Style
    form: Side
    stance: Side

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_SHAPES: dict[str, tuple[Style, Side]] = {
    '"': (Style.DOUBLE, Side.EITHER),
    "“": (Style.DOUBLE, Side.OPENING),
    "”": (Style.DOUBLE, Side.CLOSING),
    "‟": (Style.DOUBLE, Side.OPENING),
    "'": (Style.SINGLE, Side.EITHER),
    "‘": (Style.SINGLE, Side.OPENING),
    "’": (Style.SINGLE, Side.CLOSING),
    "„": (Style.LOW, Side.OPENING),
    "«": (Style.ANGLE, Side.OPENING),
    "»": (Style.ANGLE, Side.CLOSING),
    "《": (Style.TITLE, Side.OPENING),
    "》": (Style.TITLE, Side.CLOSING),
    "「": (Style.CORNER, Side.OPENING),
    "」": (Style.CORNER, Side.CLOSING),
    "『": (Style.WHITE_CORNER, Side.OPENING),
    "』": (Style.WHITE_CORNER, Side.CLOSING),
}
# A mark doubled by mistake is one mark; singles inside a word are apostrophes and are not looked at.
_MARK = lazy(r"[\"“”]{1,2}|''|``|’’|‘‘|[„‟«»《》「」『』‘]|(?<!\w)['’]|['’](?!\w)")
# Where one may begin: a set of characters is passed over to at once.
_CANDIDATE = lazy(r"[\"“”'`’‘„‟«»《》「」『』]")
# Single marks that stand for left-out letters or figures at the front of a word.
_ELISION = lazy(r"['’‘](?:\d\ds?\b|(?i:tis|twas|em|n|cause|til|till|bout|round|cos|nuff|neath|fraid)\b)")
# A blank, a no-break blank, a narrow one.
_BLANKS = frozenset(" \u00a0\u202f")
_LEFT_FREE = frozenset("([{—–-/“‘«„《「『")
_RIGHT_FREE = frozenset(".,;:?!)]}…—–-/”’»》」』%")


def marks_in(text: str, span: Span) -> Iterator[Mark]:
    """Yield the quotation marks within `span` in order; apostrophes only where they may be marks."""
    end = span.start
    for candidate in _CANDIDATE.finditer(text, *span):
        match = _MARK.match(text, candidate.start(), span.end) if candidate.start() >= end else None
        if match is None:
            continue
        found, (start, end) = match.group(), match.span()
        stance = _stance(text, span, start, end)
        if len(found) == 2 and stance is Side.EITHER:
            # Two marks in a row with no blank around them: one quotation ends, the next begins.
            for place in (start, start + 1):
                style, form = _SHAPES.get(text[place], (Style.SINGLE, Side.OPENING))
                yield Mark(place, place + 1, text[place], style, form, Side.EITHER)
            continue
        style, form = _SHAPES.get(found[0], (Style.DOUBLE, Side.OPENING))
        if len(found) == 2:
            yield Mark(start, end, found, Style.DOUBLE, Side.EITHER, stance)
        elif style is not Style.SINGLE or not _ELISION.match(text, start):
            yield Mark(start, end, found, style, form, stance)


def _stance(text: str, span: Span, start: int, end: int) -> Side:
    left = text[start - 1] if start > span.start else " "
    right = text[end] if end < span.end else " "
    left_free = left.isspace() or left in _LEFT_FREE
    right_free = right.isspace() or right in _RIGHT_FREE
    # Straight marks beside a mark of the other size: '"Yes"' and "'Yes'" take the side of their neighbour.
    if left in "\"'" and not right_free:
        left_free = start - 1 == span.start or text[start - 2].isspace()
    if right in "\"'" and not left_free:
        right_free = True
    if left_free == right_free:
        return Side.EITHER
    return Side.OPENING if left_free else Side.CLOSING


def is_prime(text: str, mark: Mark) -> bool:
    """Whether a straight mark after a figure may be feet, inches, minutes or seconds (5' 10")."""
    return mark.text in ('"', "'", "''") and mark.start > 0 and text[mark.start - 1].isdigit()


def blank_after(text: str, mark: Mark) -> int:
    """Return where the blanks after `mark` end."""
    end = mark.end
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    return end


def blank_before(text: str, mark: Mark) -> int:
    """Return where the blanks before `mark` begin."""
    start = mark.start
    while start > 0 and text[start - 1] in _BLANKS:
        start -= 1
    return start
