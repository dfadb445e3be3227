"""What a run is asked to do, and the rules that follow from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintnews.cache import NO_CACHE, Cache
from lintnews.packs import Pack, PackError, PackProblem, checks_of, keys, load_all
from lintnews.registry import builtin_checks
from lintnews.rule import Check, Confidence, Rule
from lintnews.selection import chosen

if TYPE_CHECKING:
    from collections.abc import Collection


class Settings(NamedTuple):
    """The settings of a run.

    Attributes:
        select: codes, names, families or prefixes of the rules to use; empty for the usual ones.
        ignore: the same for rules not to use.
        confidence: rules trusted less than this stay off.
        packs: paths of the user's own packs (files or folders); their rules are on unless ignored.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    confidence: Confidence = Confidence.MEDIUM
    packs: tuple[str, ...] = ()


def checks_for(settings: Settings, cache: Cache = NO_CACHE) -> tuple[Check, ...]:
    """Return the checks of a run.

    Raises:
        PackError: a pack cannot be read, or takes the code or name of another rule.
        SelectionError: a selector fits no rule.
    """
    checks, own = known_checks(settings.packs, cache)
    return chosen(checks, settings.select, settings.ignore, settings.confidence, wanted=own)


def known_checks(packs: tuple[str, ...], cache: Cache = NO_CACHE) -> tuple[tuple[Check, ...], frozenset[str]]:
    """Return the built-in checks with those of the user's own packs, and the codes of the latter.

    Raises:
        PackError: as for `checks_for`.
    """
    builtin = builtin_checks(cache)
    if not packs:
        return builtin, frozenset()
    own = own_packs(packs, cache)
    codes = frozenset(definition.rule.code for pack in own for definition in pack.definitions)
    # A built-in pack that is named again is already there.
    kept = tuple(check for check in builtin if check.rule.code not in codes)
    return tuple(sorted((*kept, *checks_of(own)), key=lambda check: check.rule.code)), codes


def own_packs(packs: tuple[str, ...], cache: Cache = NO_CACHE) -> tuple[Pack, ...]:
    """Read the user's own packs.

    Raises:
        PackError: one cannot be read, or takes the code or name of another rule.
    """
    own = load_all(map(Path, packs), cache)
    files = {Path(pack.path).resolve() for pack in own}
    others = [check.rule for check in builtin_checks(cache)]
    seen = {key: rule for rule in others if not _from(rule, files) for key in keys(rule)}
    problems = []
    for definition in (definition for pack in own for definition in pack.definitions):
        rule = definition.rule
        for key in keys(rule):
            if key in seen:
                taker = f"{seen[key].code} ({seen[key].source or 'built in'})"
                message = f"{key} is already taken by {taker}"
                problems.append(PackProblem(str(rule.source), message, definition.line, 1))
        seen.update((key, rule) for key in keys(rule))
    if problems:
        raise PackError(problems)
    return own


def _from(rule: Rule, files: Collection[Path]) -> bool:
    return rule.source is not None and Path(rule.source).resolve() in files
