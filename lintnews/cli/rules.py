"""`lintnews rules`."""

from __future__ import annotations

import json
import sys
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lintnews.cli import declared
from lintnews.cli.console import Exit, use_utf8, wants_colour
from lintnews.cli.failures import told
from lintnews.cli.known import known
from lintnews.cli.options import colour_option, complete_rule, no_cache_option, setting_options, table_option
from lintnews.report.paint import BOLD, BY_SEVERITY, DIM, paint
from lintnews.rule import FAMILIES, Rule
from lintnews.rule_sets import as_heavy
from lintnews.selection import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.config.resolve import Resolver


@declared.command
@declared.argument("selectors", nargs=-1, metavar="[RULES]...", shell_complete=complete_rule)
@setting_options("packs")
@table_option("How rules are printed.")
@no_cache_option
@colour_option
def command(
    selectors: tuple[str, ...],
    resolver: Resolver,
    output_format: str,
    colour: str,
    *,
    no_cache: bool,
) -> int:
    r"""List the rules: code, name, severity, confidence, and whether a run without options uses them.

    RULES narrows the list: families, codes, names or beginnings of codes.

    \b
    Examples:
      lintnews rules
      lintnews rules NUM CON
      lintnews rules --format json
    """
    with told():
        settings, checks, on = known(resolver, selectors, no_cache=no_cache)
        rules = [as_heavy(check.rule, settings) for check in checks]
        if selectors:
            wanted = {rule.code for selector in selectors for rule in named(selector, rules)}
            rules = [rule for rule in rules if rule.code in wanted]
    if output_format == "json":
        use_utf8(sys.stdout)
        sys.stdout.write(
            json.dumps([_as_dict(rule, on) for rule in rules], ensure_ascii=False, indent=1) + "\n"
        )
    else:
        sys.stdout.write(_table(rules, on, colour=wants_colour(colour, sys.stdout)))
    return Exit.NOTHING


def _table(rules: Sequence[Rule], on: Iterable[str], *, colour: bool) -> str:
    width = max((len(rule.name) for rule in rules), default=0)
    lines = []
    for family, members in groupby(rules, key=lambda rule: rule.family):
        lines.append(paint(f"{family}: {FAMILIES[family]}", BOLD, wanted=colour))
        for rule in members:
            severity = paint(f"{rule.severity.value:<7}", BY_SEVERITY[rule.severity], wanted=colour)
            off = "" if rule.code in on else paint("  off", DIM, wanted=colour)
            line = f"  {rule.code}  {rule.name:<{width}}  {severity}  {rule.confidence.value:<6}{off}"
            lines.append(line.rstrip())
        lines.append("")
    return "\n".join(lines) + ("" if lines else "no rules\n")


def _as_dict(rule: Rule, on: Iterable[str]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "mqm": rule.mqm,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "default": rule.code in on,
        "message": rule.message,
        "why": rule.why,
        "pivots": list(rule.pivots),
        "aliases": list(rule.aliases),
        "source": rule.source,
    }
