"""One file through the linter, with what went wrong on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lintnews import suppress
from lintnews.checked import Checked, Problem, in_record, with_problem
from lintnews.engine import in_order, lint
from lintnews.facts import Facts
from lintnews.facts.remarks import NO_REMARKS, Remarks
from lintnews.fingerprint import identities
from lintnews.fixes import FixError, let_stand, repair
from lintnews.matchers.slow import SlowPatternError
from lintnews.readers import articles
from lintnews.rule import Checks
from lintnews.rule_sets import RuleSet
from lintnews.source import NoArticleError, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lintnews.finding import Finding
    from lintnews.fixes import Level
    from lintnews.rule import Check, Rule
    from lintnews.source import Source


class Elsewhere(RuleSet):
    """Checks that another process holds files against."""

    def lint(self, source: Source) -> Checked:
        """Return what is found in a file."""
        raise NotImplementedError


def findings_in(
    source: Source, checks: Sequence[Check], *, failed: Callable[[Rule, Exception], None] | None = None
) -> tuple[Finding, ...]:
    """Return what is found in a file and not ignored by a comment in it, in the order of the text.

    `checks` are best those of `settings.checks_for`, which know what else holds for the file. `failed` is
    told of a rule that raises, and the others go on; without it the exception is the caller's.

    Raises:
        SourceError: the file is broken, or holds no article.
    """
    return _lint(source, checks, NO_REMARKS, failed)[0]


def _lint(
    source: Source,
    checks: Sequence[Check],
    remarks: Remarks,
    failed: Callable[[Rule, Exception], None] | None,
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings in a file, and how many words of prose it has."""
    rule_set = checks if isinstance(checks, RuleSet) else RuleSet(Checks(checks))
    findings: list[Finding] = []
    words = 0
    for article in articles(source):
        facts = Facts(article, remarks=remarks.get(article.text, ()))
        found = lint(article, rule_set.of_articles, facts, accepted=rule_set.accepted, failed=failed)
        findings += found
        words += len(article.text.split())
    return suppress.suppressed(source, in_order(findings), rule_set), words


def check_source(source: Source, checks: Sequence[Check], remarks: Remarks = NO_REMARKS) -> Checked:
    """Lint one decoded file. A rule that fails is a problem, not an exception.

    `remarks` are what LanguageTool says of its articles, by their text.
    """
    if isinstance(checks, Elsewhere):
        return checks.lint(source)
    path = source.path or "<text>"
    failed: dict[str, list[Rule]] = {}
    slow: list[Problem] = []

    def note(rule: Rule, error: Exception) -> None:
        if isinstance(error, SlowPatternError):
            slow.append(Problem(path, f"rule {rule.code} ({rule.name}): {error}"))
        else:
            failed.setdefault(_describe(error), []).append(rule)

    findings: tuple[Finding, ...] = ()
    problems: list[Problem] = []
    words = 0
    try:
        findings, words = _lint(source, checks, remarks, note)
    except SourceError as error:
        message = in_record(source.record, str(error)) if source.record else str(error)
        problems.append(Problem(path, message, isinstance(error, NoArticleError), is_all=True))
    except Exception as error:  # noqa: BLE001 - one broken file must not stop the others
        problems.append(Problem(path, f"internal error while reading: {_describe(error)}", is_all=True))
    problems += slow
    problems += (Problem(path, _failure(error, rules)) for error, rules in failed.items())
    return Checked(source, findings, words, tuple(problems))


def fix_source(
    checked: Checked, reported: Iterable[Finding], lint_text: Callable[[Source], Checked], level: Level
) -> Checked:
    """Repair the text of a file that was linted, as far as `level` goes. Nothing is written.

    Only `reported` findings are repaired and returned. The sentences of the others stay as they are: they are
    what an editor saw and let stand. Where the fixes cannot be made, the file stays as it was linted, with a
    problem.
    """
    rounds: list[Checked] = []
    hidden = _Hidden(checked, reported)

    def relint(source: Source) -> tuple[Finding, ...]:
        found = lint_text(source) if rounds else checked
        rounds.append(found._replace(findings=hidden.left_out(found)))
        return rounds[-1].findings

    try:
        repaired = repair(checked.source, relint, level)
    except FixError as error:
        return with_problem(rounds[0], f"nothing was fixed: {error}; please report it")
    if len(rounds[-1].problems) > len(checked.problems):
        return with_problem(rounds[0], f"nothing was fixed: then {rounds[-1].problems[0].message}")
    fixed = rounds[-1]._replace(before=checked.source, fixed=repaired.fixed)
    if repaired.settled:
        return fixed
    return with_problem(fixed, f"fixes go round in a circle after {len(rounds)} passes; please report it")


def as_reported(checked: Checked, reported: Sequence[Finding]) -> Checked:
    """Return a result with the `reported` findings, offering no fix that `fix_source` would not make."""
    if len(reported) == len(checked.findings):
        return checked
    stand = _Hidden(checked, reported).sentences
    return checked._replace(findings=let_stand(reported, stand))


class _Hidden:
    """The findings of a file that are not reported, to be known again after fixes elsewhere."""

    def __init__(self, checked: Checked, reported: Iterable[Finding]) -> None:
        shown = {(finding.rule.code, finding.span) for finding in reported}
        named = zip(checked.findings, identities(checked.findings, checked.source.text), strict=True)
        hidden = [
            (finding, name) for finding, name in named if (finding.rule.code, finding.span) not in shown
        ]
        self._names = {name for _, name in hidden}
        self.sentences = {finding.sentence for finding, _ in hidden}

    def left_out(self, checked: Checked) -> tuple[Finding, ...]:
        """Return the other findings; beside hidden ones in a sentence they are not fixed."""
        if not self._names:
            return checked.findings
        named = zip(checked.findings, identities(checked.findings, checked.source.text), strict=True)
        return let_stand((finding for finding, name in named if name not in self._names), self.sentences)


def _failure(error: str, rules: Sequence[Rule]) -> str:
    more = len(rules) - 1
    others = f" and {more} other rule{'' if more == 1 else 's'}" if more else ""
    return f"internal error in rule {rules[0].code} ({rules[0].name}){others}: {error}; please report it"


def _describe(error: Exception) -> str:
    """One line: the kind of error, what it says, and the line of code, for whoever gets the report."""
    import traceback  # noqa: PLC0415 - only paid on the way to an error

    said = " ".join(str(error).split())
    frames = traceback.extract_tb(error.__traceback__)
    place = f" [{Path(frames[-1].filename).name}:{frames[-1].lineno}]" if frames else ""
    return f"{type(error).__name__}{': ' if said else ''}{said}{place}"
