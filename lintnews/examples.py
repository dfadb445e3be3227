"""Examples as tests: whether a rule does on each of its own what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts import Facts
from lintnews.fixes import FixError, apply_edits
from lintnews.readers import read
from lintnews.records import NamedTuple
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.finding import Hit
    from lintnews.rule import Check, Example, Rule
    from lintnews.span import Span


def failure(check: Check, example: Example) -> str | None:
    """Return what is wrong with an example, in a line; None where it holds."""
    hits = sorted(check(Facts(read(Source(example.text)))), key=lambda hit: hit.span)
    spans = tuple(hit.span for hit in hits)
    if spans == example.spans:
        return _repair_failure(example, hits)
    marked = _listed(example.text, spans)
    if not example.is_bad:
        return f"fires on a fine example: marks {marked} in ‘{example.text}’"
    if not spans:
        return f"does not fire: {_listed(example.text, example.spans)} in ‘{example.text}’"
    return f"marks {marked}, not {_listed(example.text, example.spans)}, in ‘{example.text}’"


def _repair_failure(example: Example, hits: Sequence[Hit]) -> str | None:
    if example.repaired is None:
        return None
    if not all(hit.fixes for hit in hits):
        return f"has a good text but the rule has no fix: ‘{example.repaired}’"
    try:
        text = apply_edits(example.text, (edit for hit in hits for edit in hit.fixes[0].edits))
    except FixError as error:
        return f"{error}, in ‘{example.text}’"
    return None if text == example.repaired else f"the fix makes ‘{text}’, not ‘{example.repaired}’"


def _listed(text: str, spans: Sequence[Span]) -> str:
    return ", ".join(f"‘{span.of(text)}’" for span in spans)


class Alarm(NamedTuple):
    """What a rule found in a good article.

    `span` is of the source's text; `line` is where the entry stands in its pack, 0 where the rule has none.
    """

    rule: Rule
    source: Source
    span: Span
    line: int


def false_alarms(checks: Sequence[Check], sources: Iterable[Source]) -> Iterator[Alarm]:
    """Yield what `checks` find in articles in which there is nothing to find."""
    for source in sources:
        article = read(source)
        facts = Facts(article)
        for check in checks:
            for hit in check(facts):
                line = hit.particulars.line if hit.particulars else 0
                yield Alarm(check.rule, source, article.offsets.to_source(hit.span), line)
