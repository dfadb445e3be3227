"""What a finding is known by from run to run: never its line, so that it may move."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.finding import Finding


class Identity(NamedTuple):
    """What makes a finding the same one in another run; blanks and line ends count as one blank.

    `occurrence` tells apart those of one file that are alike in all else, from 0 in the order of the text.
    """

    rule: str
    text: str
    sentence: str
    occurrence: int = 0

    @property
    def digest(self) -> str:
        """32 hexadecimal digits that stand for it."""
        parts = (self.rule, self.text, self.sentence, str(self.occurrence))
        import hashlib  # noqa: PLC0415 - only where findings are known again

        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def identities(findings: Iterable[Finding], text: str) -> list[Identity]:
    """Return the identities of one file's findings; `text` is the file's, in which their spans lie."""
    seen: Counter[Identity] = Counter()
    found = []
    for finding in findings:
        first = Identity(finding.rule.code, _plain(finding.span.of(text)), _plain(finding.sentence))
        found.append(first._replace(occurrence=seen[first]))
        seen[first] += 1
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())
