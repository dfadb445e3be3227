"""The checks that follow from what holds for a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, overload

from lintnews.accepted import NOTHING, Accepted, accepted_of
from lintnews.cache import NO_CACHE, Cache
from lintnews.frozen import Frozen, changed
from lintnews.house import ALTERNATIVES, MOOT, STYLES
from lintnews.packs import Pack, checks_of, keys, load_all
from lintnews.registry import builtin_checks
from lintnews.rule import ABOUT_COMMENTS, Check, Checks, Confidence, Rule
from lintnews.selection import SelectionError, chosen, closest, named, selected, why_idle
from lintnews.settings import Settings
from lintnews.unusable import PackError, PackProblem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


class RuleSet(Frozen, Sequence["Check"]):
    """The checks for a file, with what else holds for it."""

    checks: Checks
    settings: Settings = Settings()
    cache: Cache = NO_CACHE
    accepted: Accepted = NOTHING

    def __len__(self) -> int:
        return len(self.checks)

    @overload
    def __getitem__(self, index: int) -> Check: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Check, ...]: ...
    def __getitem__(self, index: int | slice) -> Check | tuple[Check, ...]:
        return self.checks[index]

    @cached_property
    def of_articles(self) -> Checks:
        """Those that are held against an article; the rules about comments are held against findings."""
        return Checks(check for check in self.checks if check.rule.family != ABOUT_COMMENTS)

    def without(self, family: str) -> RuleSet:
        """Return the rule set without the rules of a family, which could not be run."""
        return changed(self, checks=Checks(check for check in self.checks if check.rule.family != family))

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules that run, by code."""
        return {check.rule.code: check.rule for check in self.checks}

    @cached_property
    def known(self) -> tuple[Rule, ...]:
        """Every rule that there is, whether it runs or not."""
        return tuple(check.rule for check in _checks_there(self.settings, self.cache)[0])

    @cached_property
    def idle(self) -> tuple[str, ...]:
        """What to say of selectors that select no rule which runs: a line each."""
        running = {check.rule.code for check in self.checks}
        thresholds = self.settings.thresholds
        lines = []
        for selector in selected(self.settings.selections):
            reason = why_idle(selector, self.known, running, thresholds)
            if reason:
                lines.append(f"{selector} selects no rule that runs: {reason}")
        return tuple(lines)

    @cached_property
    def stinted(self) -> frozenset[str]:
        """Codes of the rules that do not run here as far as they do by default."""
        checks, own = _checks_there(self.settings, self.cache)
        running = {check.rule.code for check in self.checks}
        thresholds = self.settings.thresholds
        return frozenset(
            check.rule.code
            for check in chosen(checks, wanted=own)
            if check.rule.code not in running or thresholds.of(check.rule).rank > Confidence.MEDIUM.rank
        )


def checks_for(settings: Settings, cache: Cache = NO_CACHE) -> RuleSet:
    """Return the checks for a file.

    Raises:
        PackError: a pack cannot be read, or takes the code or name of another rule.
        SelectionError: a selector fits no rule.
        VocabularyError: a vocabulary cannot be read.
    """
    checks, own = _checks_there(settings, cache)
    on = chosen(checks, settings.selections, settings.thresholds, wanted=own | settings.house_rules)
    moot = {code for check in on for code in MOOT.get(check.rule.code, ())}
    if moot:
        on = Checks(check for check in on if check.rule.code not in moot)
    _hold_apart(on)
    if settings.rule_severity:
        rules = [check.rule for check in checks]
        for selector, _ in settings.rule_severity:
            named(selector, rules)
        on = Checks(check._replace(rule=as_heavy(check.rule, settings)) for check in on)
    return RuleSet(on, settings, cache, accepted_of(settings.accept, settings.vocabularies))


def as_heavy(rule: Rule, settings: Settings) -> Rule:
    """Return a rule with the severity that the settings give it."""
    severity = closest(rule, settings.rule_severity)
    return rule._replace(severity=severity) if severity else rule


def _hold_apart(checks: Iterable[Check]) -> None:
    """Raise a SelectionError where rules of house style run that undo each other's fixes."""
    running = {check.rule.code for check in checks if check.rule.code in ALTERNATIVES}
    for ways in STYLES.values():
        both = [code for code in ways.values() if code in running]
        if len(both) > 1:
            raise SelectionError(f"{' and '.join(both)} exclude each other: choose one of them", both[-1])


def _checks_there(settings: Settings, cache: Cache) -> tuple[tuple[Check, ...], frozenset[str]]:
    return known_checks(settings.packs, cache, languagetool=bool(settings.languagetool))


def known_checks(
    packs: tuple[str, ...], cache: Cache = NO_CACHE, *, languagetool: bool = False
) -> tuple[tuple[Check, ...], frozenset[str]]:
    """Return the built-in checks with those of the user's own packs, and the codes of the latter.

    Those of `languagetool` are thousands, which only a run that asks it needs.

    Raises:
        PackError: as for `checks_for`.
    """
    builtin = builtin_checks(cache)
    if languagetool:
        from lintnews.languagetool.rules import languagetool_checks  # noqa: PLC0415 - few runs ask it

        builtin = (*builtin, *languagetool_checks())
    if not packs:
        return builtin, frozenset()
    own = own_packs(packs, cache)
    codes = frozenset(definition.rule.code for pack in own for definition in pack.definitions)
    # A built-in pack that is named again is already there.
    kept = tuple(check for check in builtin if check.rule.code not in codes)
    return tuple(sorted((*kept, *checks_of(own, bounded=True)), key=lambda check: check.rule.code)), codes


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
