"""`--fail-on` and `--max-penalty`: which findings end a run with exit code 1."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from lintnews.cli.console import complain
from lintnews.cli.declared import Choice, UsageError, gathered, option
from lintnews.gates import Gate, penalty
from lintnews.report.cells import visible
from lintnews.rule import Severity

if TYPE_CHECKING:
    from lintnews.checked import Checked

# More lines than this say nothing new.
_MOST_TOLD = 10


def _gate(values: dict[str, Any]) -> None:
    fail_on, most = values.pop("fail_on"), values.pop("max_penalty")
    if fail_on is None and most is None:
        fail_on = Severity.NOTE.value
    values["gate"] = Gate(Severity(fail_on) if fail_on else None, most)


def _number(value: str | None) -> float | None:
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        raise UsageError(f"--max-penalty takes a number from 0 upwards, not {value!r}")
    return number


#: The command gets them as one argument `gate`. Without them any finding fails a run.
gate_options = gathered(
    _gate,
    option(
        "--fail-on",
        kind=Choice(tuple(severity.value for severity in Severity)),
        help="Exit with 1 only for findings of this severity or a heavier one.  [default: note]",
    ),
    option(
        "--max-penalty",
        metavar="N",
        callback=_number,
        help="Exit with 1 where an article's penalty is over N per 1,000 words: note 1, warning 5, error 25. "
        "Without --fail-on, for nothing else.",
    ),
)


class Judge:
    """Sees every article of a run, and says whether they pass."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._heavy: list[str] = []
        self.failed = False

    def see(self, checked: Checked) -> None:
        """Judge an article."""
        self.failed = self.failed or self._gate.stops(checked)
        if self._gate.is_too_heavy(checked):
            weighed = penalty(checked.findings, checked.words)
            self._heavy.append(f"{visible(checked.path)}: penalty {weighed:.1f} per 1,000 words")

    def tell(self) -> None:
        """Say which articles were over the highest penalty: their findings alone do not show it."""
        for line in self._heavy[:_MOST_TOLD]:
            complain(f"{line}, over --max-penalty {self._gate.max_penalty:g}")
        if len(self._heavy) > _MOST_TOLD:
            complain(f"{len(self._heavy) - _MOST_TOLD:,} more articles are over --max-penalty")
