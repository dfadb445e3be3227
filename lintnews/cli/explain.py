"""`lintnews explain`."""

from __future__ import annotations

import sys
import textwrap
from itertools import islice
from typing import TYPE_CHECKING

from lintnews.cli import declared
from lintnews.cli.console import Exit, terminal_width, wants_colour
from lintnews.cli.failures import told
from lintnews.cli.known import known
from lintnews.cli.options import colour_option, complete_rule, no_cache_option, setting_options
from lintnews.facts import Facts
from lintnews.finding import Applicability
from lintnews.readers import read
from lintnews.report.paint import BOLD, GREEN, RED, paint
from lintnews.rule import FAMILIES, Check, Example
from lintnews.selection import SelectionError, named
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.config.resolve import Resolver
    from lintnews.finding import Hit

_WIDEST = 88
# A rule of many entries has hundreds.
_MOST_EXAMPLES = 12
_APPLICABILITY = {
    Applicability.SAFE: "safe: it changes no wording",
    Applicability.UNSAFE: "unsafe: it changes wording, so look at it",
    Applicability.SUGGESTION: "a suggestion only",
}


@declared.command
@declared.argument("selectors", nargs=-1, required=True, metavar="RULE...", shell_complete=complete_rule)
@setting_options("packs")
@no_cache_option
@colour_option
def command(
    selectors: tuple[str, ...],
    resolver: Resolver,
    colour: str,
    *,
    no_cache: bool,
) -> int:
    r"""Say what a rule is about: what it reports, why, examples, and how far it is trusted.

    RULE is a code or a name, or a family for all its rules.

    \b
    Examples:
      lintnews explain REP101
      lintnews explain plans-left-on-hold
      lintnews explain STY901 --pack house-style.yaml
    """
    with told():
        _, checks, on = known(resolver, selectors, no_cache=no_cache)
        codes: dict[str, None] = {}
        for selector in selectors:
            found = named(selector, (check.rule for check in checks))
            if not found:
                raise SelectionError(f"the family {selector.upper()} has no rules yet")
            codes.update((rule.code, None) for rule in found)
    by_code = {check.rule.code: check for check in checks}
    page = _Page(colour=wants_colour(colour, sys.stdout))
    pages = ("\n".join(page.lines(by_code[code], on=code in on)) for code in codes)
    sys.stdout.write("\n\n".join(pages) + "\n")
    return Exit.NOTHING


class _Page:
    """The page of a rule, wrapped to the terminal."""

    def __init__(self, *, colour: bool) -> None:
        self._width = min(_WIDEST, terminal_width(_WIDEST))
        self._colour = colour

    def lines(self, check: Check, *, on: bool) -> Iterator[str]:
        rule = check.rule
        yield paint(f"{rule.code} {rule.name}", BOLD, wanted=self._colour)
        hit = _first_hit(check)
        yield from self._wrapped((hit and hit.message) or rule.message, "  ")
        yield ""
        for paragraph in rule.why.split("\n\n"):
            yield from self._wrapped(paragraph, "")
            yield ""
        for example in rule.examples[:_MOST_EXAMPLES]:
            yield from self._example(example)
        if len(rule.examples) > _MOST_EXAMPLES:
            yield f"… and {len(rule.examples) - _MOST_EXAMPLES} more examples in the pack"
        yield ""
        yield f"Severity    {rule.severity.value}"
        yield f"Confidence  {rule.confidence.value}{'' if on else ' (off unless asked for)'}"
        yield f"Fix         {_APPLICABILITY[hit.fixes[0].applicability] if hit and hit.fixes else 'none'}"
        yield f"Family      {rule.family}: {FAMILIES[rule.family]}"
        yield f"MQM         {rule.mqm}"
        if rule.pivots:
            yield f"Seen from   {', '.join(rule.pivots)}"
        if rule.aliases:
            yield f"Was once    {', '.join(rule.aliases)}"
        if rule.source:
            yield f"Pack        {rule.source}"

    def _example(self, example: Example) -> Iterator[str]:
        if not example.is_bad:
            yield from self._wrapped(example.text, paint("fine  ", GREEN, wanted=self._colour), 6)
            return
        yield from self._wrapped(example.marked, paint("bad   ", RED, wanted=self._colour), 6)
        if example.repaired is not None:
            yield from self._wrapped(example.repaired, paint("good  ", GREEN, wanted=self._colour), 6)

    def _wrapped(self, text: str, lead: str, margin: int | None = None) -> Iterator[str]:
        margin = len(lead) if margin is None else margin
        # An example may be a small article: its line ends stay.
        lines = [
            line
            for part in (text.splitlines() if lead.strip() else [" ".join(text.split())])
            for line in textwrap.wrap(part, self._width - margin) or [""]
        ]
        yield lead + (lines[0] if lines else "")
        for line in lines[1:]:
            yield (" " * margin + line).rstrip()


def _first_hit(check: Check) -> Hit | None:
    """Return what the rule says of its own first bad example, one with a fix where there is one."""
    found = [
        hit
        for example in check.rule.examples
        if example.is_bad
        for hit in islice(check(Facts(read(Source(example.text)))), 1)
    ]
    return next((hit for hit in found if hit.fixes), found[0] if found else None)
