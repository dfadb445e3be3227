"""Which rules a run uses, by the selectors that users write."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from lintnews.house import ALTERNATIVES
from lintnews.languages import LANGUAGES, which_language
from lintnews.records import NamedTuple
from lintnews.rule import FAMILIES, OFF_BY_DEFAULT, Check, Checks, Confidence, Rule
from lintnews.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.finding import Hit

T = TypeVar("T")

#: The selector of every rule.
ALL = "ALL"
LANGUAGETOOL = "LT"
#: What leads a selector by the language that a rule is known from, as in `pivot:es`.
PIVOT = "pivot:"
# A full code or a name beats all prefixes, of which a longer one beats a shorter one.
_EXACT = 100
_ALL_FIT, _PIVOT_FIT, _PREFIX_FIT = 1, 2, 2


class SelectionError(Exception):
    """A selector that fits no rule; the message is one line for the user."""

    def __init__(self, message: str, selector: str = "") -> None:
        super().__init__(message)
        self.selector = selector


class Selection(NamedTuple):
    """Which rules one source of settings asks for; fields are selectors.

    Without `select` it changes what weaker sources ask for; with it, that no longer counts.
    `extend_ignore` means the same as `ignore`.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()


class Thresholds(NamedTuple):
    """How far a rule must be trusted to run: `least`, but for rules that a selector of `by_rule` fits."""

    least: Confidence = Confidence.MEDIUM
    by_rule: tuple[tuple[str, Confidence], ...] = ()

    def of(self, rule: Rule) -> Confidence:
        """Return the least confidence of a rule."""
        return closest(rule, self.by_rule) or self.least


def chosen(
    checks: Iterable[Check],
    selections: Sequence[Selection] = (),
    thresholds: Thresholds = Thresholds(),  # noqa: B008 - immutable
    *,
    wanted: Collection[str] = (),
) -> Checks:
    """Return the checks that a run uses; of the selections the strongest stands last.

    A selector is a code, a name, a family, any prefix of codes, `pivot:` and a language, or ALL. Within a
    selection the selector that names a rule most closely decides, `ignore` where both do alike. Of entries
    with languages of their own each is decided for itself; one that several languages produce is ignored
    only where all of them are. Without any `select` every family is on
    but those of OFF_BY_DEFAULT, and the rules whose codes are `wanted`. A rule whose own code or name is
    selected runs whatever its confidence; rules that exclude each other (`house.ALTERNATIVES`) run only so,
    or where they are `wanted`.

    Raises:
        SelectionError: a selector fits no rule.
    """
    checks = tuple(checks)
    rules = tuple(check.rule for check in checks)
    for selection in selections:
        for selector in (selector for selectors in selection for selector in selectors):
            named(selector, rules)
    for selector, _ in thresholds.by_rule:
        named(selector, rules)
    runs = (_as_it_runs(check, selections, thresholds, wanted) for check in checks)
    return Checks(check for check in runs if check)


def closest(rule: Rule, entries: Iterable[tuple[str, T]]) -> T | None:
    """Return what the entry says whose selector names the rule most closely; None where none fits it."""
    fitting = [(fits(selector, rule), value) for selector, value in entries]
    best = max(fitting, key=lambda entry: entry[0], default=(0, None))
    return best[1] if best[0] else None


def fits(selector: str, rule: Rule) -> int:
    """How closely a selector names a rule: 0 not at all, higher for closer."""
    if selector.lower() == rule.name:
        return _EXACT
    prefix = selector.upper()
    # Other linters' rules are known by their own ids, too.
    if prefix in (rule.code, rule.code.partition(":")[2], *rule.aliases):
        return _EXACT
    if prefix == ALL:
        return _ALL_FIT
    if language := _language(selector):
        return _PIVOT_FIT if language in rule.pivots else 0
    # A whole family is not a prefix of another one's codes.
    if prefix in FAMILIES:
        return _PREFIX_FIT + len(prefix) if rule.family == prefix else 0
    return _PREFIX_FIT + len(prefix) if rule.code.startswith(prefix) else 0


def named(selector: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that a selector fits; none for a family without rules or a rule of LanguageTool.

    Raises:
        SelectionError: none, and it is no family either.
    """
    rules = tuple(rules)
    found = tuple(rule for rule in rules if fits(selector, rule))
    if (language := _language(selector)) and language not in LANGUAGES:
        meant = which_language(language)
        raise SelectionError(f"no language is called {language!r}{meant}", selector)
    known = found or language or selector.upper() in (ALL, *FAMILIES) or of_languagetool(selector)
    if not known:
        options = [option for rule in rules for option in (rule.code, *rule.aliases, rule.name)]
        raise SelectionError(
            f"no rule or family is called {selector!r}{did_you_mean(selector, [*options, *FAMILIES])}",
            selector,
        )
    return found


def selected(selections: Iterable[Selection]) -> tuple[str, ...]:
    """Return the selectors that ask for rules, each once, without those that a stronger `select` undoes."""
    asking: list[str] = []
    for selection in selections:
        if selection.select:
            asking = []
        asking += (*selection.select, *selection.extend_select)
    return tuple(dict.fromkeys(asking))


def why_idle(
    selector: str, rules: Iterable[Rule], running: Collection[str], thresholds: Thresholds
) -> str | None:
    """Return why none of the rules that a selector fits has its code among the `running`; None where one has.

    Raises:
        SelectionError: as `named`.
    """
    found = named(selector, rules)
    if any(rule.code in running for rule in found):
        return None
    if not found:
        is_asked = selector.upper() == LANGUAGETOOL or of_languagetool(selector)
        return "LanguageTool is not asked; --languagetool says where it is" if is_asked else "there is none"
    if all(rule.code in ALTERNATIVES for rule in found):
        return "each of them excludes another, so that they are chosen one by one (lintnews rules STY)"
    trusted = max(found, key=lambda rule: rule.confidence.rank)
    if all(rule.confidence.rank < thresholds.of(rule).rank for rule in found):
        return f"none is trusted that far; --confidence {trusted.confidence.value} runs them"
    return "something else in the settings turns them off"


def of_languagetool(selector: str) -> bool:
    """Whether a selector fits a rule that is there only where LanguageTool is asked."""
    from lintnews.languagetool.rules import languagetool_checks  # noqa: PLC0415 - thousands of rules

    return any(fits(selector, check.rule) for check in languagetool_checks())


def _as_it_runs(
    check: Check, selections: Sequence[Selection], thresholds: Thresholds, wanted: Collection[str]
) -> Check | None:
    """Return the check with those of its entries that run; None where it does not run at all."""
    rule = check.rule
    decide = partial(_decided, selections, int(rule.family not in OFF_BY_DEFAULT or rule.code in wanted))
    by_pivot = check.pivots and any(map(_language, (text for s in selections for part in s for text in part)))
    on = decide(rule)
    if by_pivot:
        on = max(on, *(decide(rule._replace(pivots=pivots)) for pivots in check.pivots))
    if not on:
        return None
    trusted = check if on == _EXACT else check.at(thresholds.of(rule))
    return trusted._replace(find=partial(_asked_for, trusted, decide)) if trusted and by_pivot else trusted


def _decided(selections: Sequence[Selection], by_default: int, rule: Rule) -> int:
    """Return how closely a rule is asked for; 0 where it is not."""
    on = by_default
    for selection in selections:
        more = _closest_fit((*selection.select, *selection.extend_select), rule)
        if rule.code in ALTERNATIVES and not by_default and more < _EXACT:
            more = 0
        ignored = (*selection.ignore, *selection.extend_ignore)
        less = _closest_fit((selector for selector in ignored if not _language(selector)), rule)
        if rule.pivots and set(rule.pivots) <= set(map(_language, ignored)):
            # Languages cut across families: `select LEX, ignore pivot:es` leaves out what Spanish makes.
            less = max(less, _EXACT - 1)
        if more > less:
            on = more
        elif less or selection.select:
            on = 0
    return on


def _asked_for(check: Check, decide: Callable[[Rule], int], facts: Facts) -> Iterator[Hit]:
    for hit in check.find(facts):
        if decide(hit.particulars.of(check.rule) if hit.particulars else check.rule):
            yield hit


def _closest_fit(selectors: Iterable[str], rule: Rule) -> int:
    return max((fits(selector, rule) for selector in selectors), default=0)


def _language(selector: str) -> str:
    """Return the language of a selector by language, empty for any other."""
    start = selector[: len(PIVOT)].lower()
    return selector[len(PIVOT) :].lower() if start == PIVOT else ""
