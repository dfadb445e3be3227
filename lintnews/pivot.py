"""Which language an article was probably translated from, by findings that only some languages produce."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from lintnews.languages import LANGUAGES
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.finding import Finding

# One finding is no evidence, and the next likely language must be this much less so.
_LEAST_FINDINGS = 2
_CLEARLY = 1.25


class Pivot(NamedTuple):
    """The language that an article was probably translated from.

    Attributes:
        language: ISO 639-1 code.
        evidence: by language, how many findings point to it; most first.
    """

    language: str
    evidence: Mapping[str, int]

    @property
    def name(self) -> str:
        """The language in English."""
        return LANGUAGES.get(self.language, self.language)


def likely_pivot(findings: Iterable[Finding]) -> Pivot | None:
    """Return the language that the findings of one article point to; None where they point to none clearly.

    A finding that several languages produce counts less for each; the same words found again do not count.
    """
    telling = {(finding.rule.code, finding.message, finding.rule.pivots) for finding in findings}
    counts: Counter[str] = Counter()
    weights: defaultdict[str, float] = defaultdict(float)
    for _, _, pivots in telling:
        for language in pivots:
            counts[language] += 1
            weights[language] += 1 / len(pivots)
    ranked = sorted(weights, key=lambda language: (-weights[language], language))
    if not ranked or counts[ranked[0]] < _LEAST_FINDINGS:
        return None
    if len(ranked) > 1 and weights[ranked[0]] < _CLEARLY * weights[ranked[1]]:
        return None
    evidence = {language: counts[language] for language in sorted(counts, key=lambda x: (-counts[x], x))}
    return Pivot(ranked[0], evidence)
