"""When findings fail a run: by severity, and by what MQM takes off an article for them.

The weights are MQM's (minor 1, major 5, critical 25): a note is a minor error, a warning a major one, an
error a critical one (`rule.Severity.penalty`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.checked import Checked
    from lintnews.finding import Finding
    from lintnews.rule import Severity


def penalty(findings: Iterable[Finding], words: int) -> float:
    """Return MQM's penalty per 1,000 words: what the findings weigh together, in an article of `words`."""
    return 1000 * sum(finding.rule.severity.penalty for finding in findings) / max(1, words)


class Gate(NamedTuple):
    """What an article may have.

    Attributes:
        fail_on: findings of this severity fail it, and heavier ones; None: those of no severity.
        max_penalty: a higher penalty per 1,000 words fails it; None: no penalty does.
    """

    fail_on: Severity | None = None
    max_penalty: float | None = None

    def stops(self, checked: Checked) -> bool:
        """Whether an article fails."""
        if self.fail_on and any(
            finding.rule.severity.weight >= self.fail_on.weight for finding in checked.findings
        ):
            return True
        return self.is_too_heavy(checked)

    def is_too_heavy(self, checked: Checked) -> bool:
        """Whether an article fails for its penalty."""
        return self.max_penalty is not None and penalty(checked.findings, checked.words) > self.max_penalty
