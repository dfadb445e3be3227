"""Comments in Markdown and HTML that speak to lintnews: `<!-- lintnews: ignore HED101 -->`.

They are found in the file's text, not in the article: every reader leaves comments out.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

LINE, BEGIN, END, FILE = "ignore", "ignore-begin", "ignore-end", "ignore-file"
VERBS = (LINE, BEGIN, END, FILE)

_COMMENT = lazy(r"(?is)<!--\s*lintnews\s*:(?P<body>.*?)-->")
_BODY = lazy(r"(?s)(?P<verb>\S+)(?P<selectors>[^()]*)(?:\((?P<reason>.*)\)\s*)?")
_SELECTOR = lazy(r"[^\s,]+")
_LINE_WITH_TEXT = lazy(r"[^\r\n]*\S[^\r\n]*")
# Fenced code, or code within a line: it shows comments, it is none.
_CODE = lazy(
    r"(?ms)^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t\r]*$|\Z)"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
)


class Selector(NamedTuple):
    """A selector of a comment, and where it stands."""

    text: str
    span: Span


class Directive(NamedTuple):
    """One comment; all spans are of the file's text.

    Attributes:
        verb: one of VERBS, or whatever stands there.
        selectors: of the rules that it speaks of; none for all rules.
        reach: the lines on which their findings are ignored; empty where there is something wrong.
        removal: what to delete to be rid of it, its whole line where nothing else stands on it; of an
            ignore-begin its ignore-end, too.
        problem: what is wrong with it, in a sentence for an editor; empty where nothing is.
    """

    verb: str
    span: Span
    selectors: tuple[Selector, ...]
    reach: Span
    removal: tuple[Span, ...]
    problem: str = ""


def may_hold_directives(text: str) -> bool:
    """Whether a search is worth its while; cheap."""
    return "<!--" in text and "lintnews" in text.lower()


def directives_in(text: str, *, markdown: bool = False) -> tuple[Directive, ...]:
    """Return the comments to lintnews in the text of a file, in order; with `markdown` not those in code."""
    if not may_hold_directives(text):
        return ()
    found = list(_COMMENT.finditer(_blanked(_CODE, text) if markdown else text))
    lines = [Span(*match.span()) for match in _LINE_WITH_TEXT.finditer(_blanked(_COMMENT, text))]
    made: list[Directive] = []
    open_ones: list[int] = []
    for match in found:
        directive = _directive(text, match, lines)
        if directive.verb == BEGIN:
            open_ones.append(len(made))
        elif directive.verb == END:
            number = _partner(made, open_ones, directive)
            if number is None:
                directive = directive._replace(problem="this ends nothing: no ignore-begin stands before it")
            else:
                open_ones.remove(number)
                begin = made[number]
                made[number] = begin._replace(
                    reach=Span(begin.span.end, directive.span.start),
                    removal=(*begin.removal, *directive.removal),
                    problem="",
                )
        made.append(directive)
    return tuple(made)


def _directive(text: str, match: re.Match[str], lines: Sequence[Span]) -> Directive:
    """Read one comment; `lines` are those with text besides comments."""
    span = Span(*match.span())
    made = Directive("", span, (), Span(span.end, span.end), (_line_alone(text, span) or span,))
    body = match["body"].strip()
    words = _BODY.fullmatch(body)
    if words is None:
        return made._replace(problem=f"this says nothing to lintnews: {_known()}")
    offset = match.start("body") + match["body"].index(body) + words.start("selectors")
    selectors = tuple(
        Selector(item[0], Span(offset + item.start(), offset + item.end()))
        for item in _SELECTOR.finditer(words["selectors"])
    )
    made = made._replace(verb=words["verb"].lower(), selectors=selectors)
    if made.verb == BEGIN:
        # Until its end is found.
        return made._replace(
            reach=Span(span.end, len(text)), problem="no ignore-end follows this ignore-begin"
        )
    if made.verb == FILE:
        return made._replace(reach=Span(0, len(text)))
    if made.verb == LINE:
        return made._replace(reach=_lines_meant(span, lines))
    if made.verb == END:
        return made
    meant = did_you_mean(made.verb, VERBS) or f": {_known()}"
    return made._replace(problem=f"lintnews knows no comment ‘{made.verb}’{meant}")


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: "".join(c if c in "\r\n" else " " for c in match[0]), text)


def _known() -> str:
    return f"it knows {', '.join(VERBS[:-1])} and {VERBS[-1]}"


def _partner(made: Sequence[Directive], open_ones: Sequence[int], end: Directive) -> int | None:
    """Return the begin that an end closes: the latest, or that of the same rules where it names some."""
    wanted = {selector.text.lower() for selector in end.selectors}
    for number in reversed(open_ones):
        if not wanted or wanted == {selector.text.lower() for selector in made[number].selectors}:
            return number
    return None


def _line_around(text: str, span: Span) -> Span:
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    ends = [end for end in (text.find("\n", span.end), text.find("\r", span.end)) if end >= 0]
    return Span(start, min(ends, default=len(text)))


def _line_alone(text: str, span: Span) -> Span | None:
    """Return the line of a comment with its line end, None where something else stands on it."""
    line = _line_around(text, span)
    if text[line.start : span.start].strip() or text[span.end : line.end].strip():
        return None
    end = line.end + (2 if text.startswith("\r\n", line.end) else 1 if line.end < len(text) else 0)
    return Span(line.start, end)


def _lines_meant(span: Span, lines: Sequence[Span]) -> Span:
    """Return the line of a comment where text stands on it, else the next line with text."""
    first = bisect.bisect_right(lines, span.start, key=lambda line: line.end)
    last = bisect.bisect_left(lines, span.end, key=lambda line: line.start)
    if first < last:
        return Span(lines[first].start, lines[last - 1].end)
    return lines[first] if first < len(lines) else Span(span.end, span.end)
