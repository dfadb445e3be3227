"""`lintnews test`."""

from __future__ import annotations

import click

from lintnews.cache import NO_CACHE, user_cache
from lintnews.cli.console import Exit
from lintnews.cli.failures import told
from lintnews.cli.options import Command, no_cache_option
from lintnews.examples import failure
from lintnews.packs import checks_of
from lintnews.settings import own_packs


@click.command(cls=Command)
@click.argument("packs", nargs=-1, required=True, metavar="PACK...")
@no_cache_option
def command(packs: tuple[str, ...], *, no_cache: bool) -> int:
    r"""Run the examples of rule packs.

    A PACK is a YAML file or a folder of them. Every 'bad' example must be marked exactly where its [[ ]] are,
    its first fix must make the 'good' text, and every 'fine' one must stay silent.

    \b
    Examples:
      lintnews test house-style.yaml
      lintnews test packs/

    Exit codes: 0 all examples hold, 1 some fail, 2 a pack cannot be used.
    """
    with told():
        loaded = own_packs(packs, NO_CACHE if no_cache else user_cache())
    rules = examples = failures = 0
    checks = {check.rule.code: check for check in checks_of(loaded)}
    for definition in (definition for pack in loaded for definition in pack.definitions):
        rules += 1
        for example in definition.rule.examples:
            examples += 1
            wrong = failure(checks[definition.rule.code], example)
            if wrong:
                failures += 1
                click.echo(f"{definition.rule.source}:{example.line}: {definition.rule.code} {wrong}")
    held = (
        f"{examples - failures} of {examples} examples hold" if failures else f"all {examples} examples hold"
    )
    click.echo(f"{held} ({rules} rule{'' if rules == 1 else 's'})", err=True)
    return Exit.FINDINGS if failures else Exit.NOTHING
