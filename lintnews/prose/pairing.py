"""Which quotation mark closes which: a stack over the marks of one block, forgiving where marks are wrong."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.article import QuotationState
from lintnews.patterns import lazy
from lintnews.prose.quote_marks import Mark, Side, Style, is_prime, marks_in
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.span import Span

# A comma after the speaker's verb or after a quotation before it in a list brings in the next one.
_LEADS_IN = lazy(r"(?:\b(?:sa(?:id|ys|ying)|told|add(?:ed|s)|as)|[\"”»])\s?,$")
_SENTENCE_END = frozenset(".?!…")


class Pair(NamedTuple):
    """A quotation as marks: `end` is where its words end, `closing` None where no mark closes it."""

    opening: Mark
    closing: Mark | None
    end: int
    depth: int
    state: QuotationState

    @property
    def opening_is_turned(self) -> bool:
        """Whether a mark of closing shape opens it."""
        return self.opening.style is Style.DOUBLE and self.opening.form is Side.CLOSING

    @property
    def closing_is_turned(self) -> bool:
        """Whether a mark of opening shape closes it; for „…“ that shape is right."""
        if self.closing is None or self.opening.style is not Style.DOUBLE:
            return False
        return self.closing.form is Side.OPENING


class Pairing(NamedTuple):
    """The quotations of one block in order, and closing marks without an opening one."""

    pairs: tuple[Pair, ...] = ()
    unopened: tuple[Mark, ...] = ()


def pair_marks(text: str, block: Span, next_block: Span | None = None) -> Pairing:
    """Pair the quotation marks of one block.

    A straight mark is taken as its neighbours and the marks before it suggest. A quotation that is still open
    at the end of the block is continued where the next block opens one again, else unclosed.
    """
    marks = list(marks_in(text, block))
    if not marks:
        return Pairing()
    matcher = _Matcher(text, block, marks)
    for index in range(len(marks)):
        matcher.take(index)
    return matcher.finish(_reopens(text, next_block))


def pair_blocks(text: str, blocks: Iterable[Span]) -> tuple[Pairing, ...]:
    """Pair the quotation marks of every block of an article."""
    return _pair_blocks(text, tuple(blocks))


# The reader of an article asks, and then the checks do: the last article is kept.
@lru_cache(maxsize=1)
def _pair_blocks(text: str, blocks: tuple[Span, ...]) -> tuple[Pairing, ...]:
    return tuple(
        pair_marks(text, block, following)
        for block, following in zip(blocks, [*blocks[1:], None], strict=False)
    )


def _reopens(text: str, block: Span | None) -> bool:
    return block is not None and text[block.start : block.start + 1] in tuple("“\"‘'«„")


class _Matcher:
    """The state of one run: indices into `marks` of the open quotations, outermost first."""

    def __init__(self, text: str, block: Span, marks: list[Mark]) -> None:
        self.text, self.block, self.marks = text, block, marks
        self.open: list[int] = []
        self.found: dict[int, Pair] = {}
        self.unopened: list[Mark] = []
        # For each mark the next one of its style, so that looking ahead takes no search.
        self.following: list[int | None] = [None] * len(self.marks)
        self.single_ends: list[int | None] = [None] * len(self.marks)
        last: dict[Style, int] = {}
        end = weak_end = None
        for index in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[index]
            self.following[index] = last.get(mark.style)
            last[mark.style] = index
            if mark.style is Style.SINGLE:
                self.single_ends[index] = end if end is not None else weak_end
                if mark.stance is Side.CLOSING and mark.text != "‘":
                    end, weak_end = (end, index) if self._possessive(mark) else (index, weak_end)

    def take(self, index: int) -> None:
        """Work one mark into the quotations found so far."""
        mark = self.marks[index]
        if mark.style is Style.SINGLE:
            self._take_single(index)
            return
        opened = self._opened(mark)
        if opened is None and is_prime(self.text, mark):
            return
        side = self._side(index, opened)
        if side is Side.CLOSING:
            if opened is not None:
                self._close(opened, mark)
            else:
                self.unopened.append(mark)
        else:
            if opened is not None and not self._nests(index):
                reopened = self._after_sentence(mark.start)
                self._drop(
                    opened, QuotationState.CONTINUED if reopened else QuotationState.UNCLOSED, mark.start
                )
            self.open.append(index)

    def _take_single(self, index: int) -> None:
        mark = self.marks[index]
        if self.open:
            top = self.open[-1]
            if self.single_ends[top] == index and self.marks[top].style is Style.SINGLE:
                self._close(top, mark)
                return
        inside_single = any(self.marks[place].style is Style.SINGLE for place in self.open)
        if mark.stance is Side.OPENING and not inside_single and self.single_ends[index] is not None:
            self.open.append(index)

    def _opened(self, mark: Mark) -> int | None:
        """Return the innermost open quotation that `mark` could close."""
        for index in reversed(self.open):
            style = self.marks[index].style
            if style is mark.style or (style is Style.LOW and mark.style is Style.DOUBLE):
                return index
        return None

    def _side(self, index: int, opened: int | None) -> Side:
        mark = self.marks[index]
        natural = Side.OPENING if opened is None else Side.CLOSING
        if mark.form is Side.EITHER:
            return self._straight_side(index, natural)
        if mark.form is mark.stance:
            return mark.form
        if mark.stance is not Side.EITHER:
            # Shape against neighbours: a turned mark or a blank on its wrong side; what is open decides.
            return natural
        if mark.form is Side.OPENING and opened is not None and self._at_end(mark):
            return Side.CLOSING
        if mark.form is Side.CLOSING and opened is None and self._next_side(index) is Side.CLOSING:
            return Side.OPENING
        return mark.form

    def _straight_side(self, index: int, natural: Side) -> Side:
        mark = self.marks[index]
        following = self._next_side(index)
        if mark.stance is Side.EITHER:
            # After a stop, with nothing open and none to come: the end of a quotation that never opened.
            ends = natural is Side.OPENING and following is None and self._after_stop(mark.start)
            return Side.CLOSING if ends else natural
        if mark.stance is natural:
            return natural
        if mark.stance is Side.CLOSING:
            # Nothing is open: an opening mark with its blank on the wrong side, where another could close it.
            misplaced = (
                following in (Side.CLOSING, Side.EITHER) and self.text[mark.end : mark.end + 1].isspace()
            )
            return Side.OPENING if misplaced and not self._after_stop(mark.start) else Side.CLOSING
        # One is open and this looks like opening: `"one "two` closes where the next mark opens again.
        closes = following in (Side.OPENING, None) and not self._after_sentence(mark.start)
        return Side.CLOSING if closes and self.text[mark.start - 1].isspace() else Side.OPENING

    def _next_side(self, index: int) -> Side | None:
        following = self.following[index]
        if following is None:
            return None
        mark = self.marks[following]
        return mark.stance if mark.stance is not Side.EITHER else mark.form

    def _nests(self, index: int) -> bool:
        """Whether two closing marks follow, so that this quotation lies within the open one."""
        following = self.following[index]
        return (
            self._next_side(index) is Side.CLOSING
            and following is not None
            and self._next_side(following) is Side.CLOSING
            and not self._after_sentence(self.marks[index].start)
        )

    def _after_sentence(self, place: int) -> bool:
        start = max(self.block.start, place - 6)
        before = self.text[start:place].rstrip().rstrip("'’”\")")
        return not before or before[-1] in _SENTENCE_END

    def _after_stop(self, place: int) -> bool:
        """Whether a stop before the mark makes it the end of a quotation, not what `said,` brings in."""
        before = self.text[max(self.block.start, place - 12) : place].rstrip()
        return before[-1:] in (".", "?", "!", ",") and not _LEADS_IN.search(before)

    def _at_end(self, mark: Mark) -> bool:
        return mark.end == self.block.end or self._after_sentence(mark.start)

    def _possessive(self, mark: Mark) -> bool:
        """Whether the mark may as well be the apostrophe of a plural: dogs’ tails."""
        return self.text[mark.start - 1] in "sz" and self.text[mark.end : mark.end + 2].strip().isalpha()

    def _close(self, opened: int, mark: Mark) -> None:
        while self.open[-1] != opened:
            self._drop(self.open[-1], QuotationState.UNCLOSED, mark.start)
        self.open.pop()
        self.found[opened] = Pair(self.marks[opened], mark, mark.start, len(self.open), QuotationState.CLOSED)

    def _drop(self, opened: int, state: QuotationState, end: int) -> None:
        """End the quotation `opened`, and all within it, without a closing mark."""
        while True:
            index = self.open.pop()
            # A single mark that nothing closes was an apostrophe.
            if self.marks[index].style is not Style.SINGLE:
                self.found[index] = Pair(self.marks[index], None, end, len(self.open), state)
            if index == opened:
                return

    def finish(self, continued: bool) -> Pairing:
        """End what is still open and return everything found."""
        state = QuotationState.CONTINUED if continued else QuotationState.UNCLOSED
        if self.open:
            self._drop(self.open[0], state, self.block.end)
        return Pairing(tuple(pair for _, pair in sorted(self.found.items())), tuple(self.unopened))
