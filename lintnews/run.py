"""One file through the linter, with what went wrong on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintnews import suppress
from lintnews.engine import in_order, lint
from lintnews.readers import articles
from lintnews.rule import Checks
from lintnews.settings import RuleSet
from lintnews.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lintnews.finding import Finding
    from lintnews.rule import Check, Rule
    from lintnews.source import Source


class Problem(NamedTuple):
    """Why lintnews could not do (all of) its work on a file: one line for the user."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class Checked(NamedTuple):
    """A file that was linted.

    Attributes:
        words: runs of characters between blanks in its prose, for figures per 1,000 words.
        problems: what kept it from being read to its end, and failed rules; all else is in `findings`.
    """

    source: Source
    findings: tuple[Finding, ...]
    words: int
    problems: tuple[Problem, ...] = ()

    @property
    def path(self) -> str:
        """Where the text came from, as the user wrote it."""
        return self.source.path or "<text>"


def findings_in(
    source: Source, checks: Sequence[Check], *, failed: Callable[[Rule, Exception], None] | None = None
) -> tuple[Finding, ...]:
    """Return what is found in a file and not ignored by a comment in it, in the order of the text.

    `checks` are best those of `settings.checks_for`, which know what else holds for the file. `failed` is
    told of a rule that raises, and the others go on; without it the exception is the caller's.

    Raises:
        SourceError: the file is broken, or holds no article.
    """
    return _lint(source, checks, failed)[0]


def _lint(
    source: Source, checks: Sequence[Check], failed: Callable[[Rule, Exception], None] | None
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings in a file, and how many words of prose it has."""
    rule_set = checks if isinstance(checks, RuleSet) else RuleSet(Checks(checks))
    findings: list[Finding] = []
    words = 0
    for article in articles(source):
        findings += lint(article, rule_set.of_articles, failed=failed)
        words += len(article.text.split())
    return suppress.suppressed(source, in_order(findings), rule_set), words


def check_source(source: Source, checks: Sequence[Check]) -> Checked:
    """Lint one decoded file. A rule that fails is a problem, not an exception."""
    failed: dict[str, list[Rule]] = {}

    def note(rule: Rule, error: Exception) -> None:
        failed.setdefault(_describe(error), []).append(rule)

    path = source.path or "<text>"
    findings: tuple[Finding, ...] = ()
    problems: list[Problem] = []
    words = 0
    try:
        findings, words = _lint(source, checks, note)
    except SourceError as error:
        problems.append(Problem(path, str(error)))
    except Exception as error:  # noqa: BLE001 - one broken file must not stop the others
        problems.append(Problem(path, f"internal error while reading: {_describe(error)}"))
    problems += (Problem(path, _failure(error, rules)) for error, rules in failed.items())
    return Checked(source, findings, words, tuple(problems))


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
