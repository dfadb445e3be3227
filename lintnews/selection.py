"""Which rules a run uses, by the selectors that users write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.rule import FAMILIES, Check, Confidence, Rule
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

#: Families that run only where they are selected.
OFF_BY_DEFAULT = frozenset({"STY"})
#: The selector of every rule.
ALL = "ALL"
# A full code or a name beats all prefixes, of which a longer one beats a shorter one.
_EXACT = 100


class SelectionError(Exception):
    """A selector that fits no rule; the message is one line for the user."""


def chosen(
    checks: Iterable[Check],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    least: Confidence = Confidence.MEDIUM,
    *,
    wanted: Collection[str] = (),
) -> tuple[Check, ...]:
    """Return the checks that a run uses.

    A selector is a code, a name, a family, any prefix of codes, or ALL. The selector that names a rule most
    closely decides, `ignore` where both do alike. Without `select` every family is on but those of
    OFF_BY_DEFAULT, and the rules whose codes are `wanted`. A rule whose own code or name is selected runs
    whatever its confidence.

    Raises:
        SelectionError: a selector fits no rule.
    """
    checks = tuple(checks)
    for selector in (*select, *ignore):
        _hold_known(selector, checks)
    runs = (_as_it_runs(check, select, ignore, least, wanted) for check in checks)
    return tuple(check for check in runs if check)


def fits(selector: str, rule: Rule) -> int:
    """How closely a selector names a rule: 0 not at all, higher for closer."""
    if selector.lower() == rule.name:
        return _EXACT
    prefix = selector.upper()
    if prefix in (rule.code, *rule.aliases):
        return _EXACT
    if prefix == ALL:
        return 1
    # A whole family is not a prefix of another one's codes.
    if prefix in FAMILIES:
        return 1 + len(prefix) if rule.family == prefix else 0
    return 1 + len(prefix) if rule.code.startswith(prefix) else 0


def named(selector: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that a selector fits.

    Raises:
        SelectionError: none, and it is no family either.
    """
    rules = tuple(rules)
    found = tuple(rule for rule in rules if fits(selector, rule))
    if not found and selector.upper() not in (ALL, *FAMILIES):
        options = [option for rule in rules for option in (rule.code, *rule.aliases, rule.name)]
        raise SelectionError(
            f"no rule or family is called {selector!r}{did_you_mean(selector, [*options, *FAMILIES])}"
        )
    return found


def _hold_known(selector: str, checks: Iterable[Check]) -> None:
    named(selector, (check.rule for check in checks))


def _as_it_runs(
    check: Check, select: Sequence[str], ignore: Sequence[str], least: Confidence, wanted: Collection[str]
) -> Check | None:
    """Return the check with those of its entries that run; None where it does not run at all."""
    rule = check.rule
    by_default = int(rule.family not in OFF_BY_DEFAULT or rule.code in wanted)
    on = max((fits(selector, rule) for selector in select), default=by_default)
    off = max((fits(selector, rule) for selector in ignore), default=0)
    if on <= off:
        return None
    return check if on == _EXACT else check.at(least)
