"""Where each piece of a line of Markdown stands: markdown-it's own parser, made to keep count.

markdown-it knows the lines of a block, but not the characters of what is inside. It takes one step after the
other through a block's content, though, so that the place where a step began is that of its tokens.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline

from lintnews.readers.assembly import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# Under this key of a token's `meta`, the characters of the block's content that it stands for.
_SPAN = "lintnews:span"
_TEXT = frozenset({"text", "text_special", "code_inline"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


@cache
def parser() -> MarkdownIt:
    """Return a parser of CommonMark with tables and strikethrough whose tokens know their places."""
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    made.inline.__class__ = _PlacedInline
    # Both put tokens together whose places differ.
    return made.disable(["text_join", "fragments_join"])


class _PlacedInline(ParserInline):
    def tokenize(self, state: StateInline) -> None:
        """Do what the parser does, and write down which step made which token."""
        pending_since = state.pos
        while state.pos < state.posMax:
            before, count, pending = state.pos, len(state.tokens), bool(state.pending)
            if not pending:
                pending_since = before
            self._step(state)
            made = state.tokens[count:]
            if made and pending and _SPAN not in made[0].meta:
                place = pending_since
                made[0].meta[_SPAN] = (place, place + len(made[0].content))
            _place(made, state.src, before, state.pos)
            if made:
                pending_since = before
        if state.pending:
            state.pushPending().meta[_SPAN] = (pending_since, state.posMax)

    def _step(self, state: StateInline) -> None:
        before = state.pos
        if state.level < state.md.options["maxNesting"]:
            for rule in self.ruler.getRules(""):
                if rule(state, False):
                    if state.pos <= before:
                        raise RuntimeError("inline rule didn't increment state.pos")
                    return
        state.append_pending(state.src[state.pos])
        state.pos += 1


def _place(tokens: Sequence[Token], content: str, start: int, end: int) -> None:
    """Place the tokens of one step, which took the characters `start` to `end` of a block's content."""
    place = start
    for token in tokens:
        if _SPAN in token.meta:
            continue
        if token.type == "text":
            # Rows of `*` come one by one, the address of an autolink stands between its brackets.
            found = content.find(token.content, place, end)
            token.meta[_SPAN] = (found, found + len(token.content)) if found >= 0 else (start, end)
            place = max(place, found + len(token.content))
        else:
            token.meta[_SPAN] = (start, end)


def pieces_of(tokens: Sequence[Token], content: str) -> Iterator[Piece]:
    """Yield the text of a block's tokens, with places in its content; what is struck through is left out.

    The text of images is left out, too: see `images_of`.
    """
    struck = 0
    for token in tokens:
        start, end = token.meta.get(_SPAN, (0, 0))
        if token.type in ("s_open", "s_close"):
            struck += token.nesting
        elif struck:
            continue
        elif token.type == "code_inline":
            found = content.find(token.content, start, end)
            if found >= 0:
                start, end = found, found + len(token.content)
            yield Piece(token.content, start, end, code=True)
        elif token.type in _TEXT:
            yield Piece(token.content, start, end)
        elif token.type in _BREAKS:
            yield Piece(" ", start, start + 1)
        elif token.type == "html_inline" and token.content.lower().startswith("<br"):
            yield Piece(" ", start, end)


def images_of(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Yield the images among the tokens of a block, and where in its content the text of each begins."""
    for token in tokens:
        if token.type == "image":
            yield token, token.meta[_SPAN][0] + len("![")
