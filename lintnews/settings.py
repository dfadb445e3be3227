"""What a run is asked to do, and the rules that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lintnews.cache import NO_CACHE, Cache
from lintnews.packs import PackError, PackProblem, checks_of, load_all
from lintnews.registry import builtin_checks
from lintnews.rule import Check, Confidence
from lintnews.selection import chosen


@dataclass(frozen=True, slots=True)
class Settings:
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
    own = load_all(map(Path, packs), cache)
    seen = {key: check.rule for check in builtin for key in _keys(check)}
    problems = []
    for definition in (definition for pack in own for definition in pack.definitions):
        rule = definition.rule
        for key in (rule.code, *rule.aliases, rule.name):
            if key in seen:
                taker = f"{seen[key].code} ({seen[key].source or 'built in'})"
                problems.append(
                    PackProblem(str(rule.source), f"{key} is already taken by {taker}", definition.line, 1)
                )
            seen[key] = rule
    if problems:
        raise PackError(problems)
    found = (*builtin, *checks_of(own))
    return tuple(sorted(found, key=lambda check: check.rule.code)), frozenset(
        definition.rule.code for pack in own for definition in pack.definitions
    )


def _keys(check: Check) -> tuple[str, ...]:
    return (check.rule.code, *check.rule.aliases, check.rule.name)
