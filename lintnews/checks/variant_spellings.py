"""Two ways of writing one thing in one article: US and U.S., per cent and %, colour and center."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.checks.minority import form_hits
from lintnews.facts.variants import Custom, VariantUse
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit


_CANADIAN = frozenset(
    "canada canadian canadians toronto ottawa vancouver montreal calgary edmonton winnipeg quebec ontario "
    "alberta saskatchewan manitoba halifax".split()
)


def _minorities(facts: Facts, custom: Custom) -> Iterator[Hit]:
    """Yield a hit for the uses of each way that is not the usual one; of two as frequent, the later."""
    words: defaultdict[str, defaultdict[str, list[VariantUse]]] = defaultdict(lambda: defaultdict(list))
    for use in facts.variant_uses:
        if use.custom is custom:
            words[use.word][use.way].append(use)
    for ways in words.values():
        if len(ways) < 2:
            continue
        usual, *others = sorted(ways, key=lambda way: (-len(ways[way]), ways[way][0].span.start))
        for other in others:
            yield from _hits(facts, ways[usual], ways[other])


def _hits(facts: Facts, usual: list[VariantUse], other: list[VariantUse]) -> Iterator[Hit]:
    first = usual[0].span
    line = facts.article.line_of(first.start)
    here, there = other[0].span.of(facts.text).strip(), first.of(facts.text).strip()
    counts = "the earlier of the two"
    if len(usual) > len(other):
        counts = f"{len(usual)} times against {len(other)}"
    message = f"‘{here}’ here, but ‘{there}’ in line {line} ({counts})"
    repairs = [use.others.get(usual[0].way) or use.others[""] for use in other]
    yield from form_hits([use.span for use in other], repairs, first, message)


@check(
    "CNS301",
    "acronym-stops-two-ways",
    mqm="style/inconsistent-style",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    message="an acronym is written with and without stops",
    needs=(given("variant_uses"),),
    examples=(
        bad(
            "US envoys met. US ships left. A [[U.S.]] general spoke of a [[U.S.-led]] force.",
            "US envoys met. US ships left. A [[US]] general spoke of a [[US-led]] force.",
        ),
        bad(
            "The U.K. economy shrank. Shops in the [[UK]] closed.",
            "The U.K. economy shrank. Shops in the [[U.K.]] closed.",
        ),
        fine("US banks fall\n\nThe U.S. Senate lent US$5 million. “The US is next,” he said in a U.S. city."),
    ),
)  # fmt: skip
def acronym_stops_two_ways(facts: Facts) -> Iterator[Hit]:
    """Sentences translated one by one follow no house style: US in one, U.S. in the next.

    Headings (many papers write US there only), quotations and sums in US$ are left out of the count.
    """
    yield from _minorities(facts, Custom.STOPS)


@check(
    "CNS302",
    "per-cent-two-ways",
    mqm="style/inconsistent-style",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="per cent, percent and % stand side by side",
    needs=(given("variant_uses"),),
    examples=(
        bad(
            "Sales rose 5 percent. Costs fell 2 percent. Rents doubled by 100[[ per cent]].",
            "Sales rose 5 percent. Costs fell 2 percent. Rents doubled by 100[[ percent]].",
        ),
        bad(
            "About 40% voted. In the south 60% did, and in the north 12[[ percent]].",
            "About 40% voted. In the south 60% did, and in the north 12[[%]].",
        ),
        fine("Five per cent of 40% is 2%. “Ten percent will do,” he said."),
    ),
)
def per_cent_two_ways(facts: Facts) -> Iterator[Hit]:
    """An article writes per cent, percent or % after its numbers, not now one, now another.

    Numbers spelt out and quotations are left out of the count.
    """
    yield from _minorities(facts, Custom.PER_CENT)


@check(
    "CNS303",
    "british-and-american-spelling",
    mqm="style/inconsistent-style",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="British and American spellings stand side by side",
    needs=(given("variant_uses"),),
    examples=(
        bad(
            "The colour of the harbour changed. Its [[center]] stayed blue.",
            "The colour of the harbour changed. Its [[centre]] stayed blue.",
        ),
        bad(
            "Workers favor the plan. Labor costs fell. A [[neighbour]] objected.",
            "Workers favor the plan. Labor costs fell. A [[neighbor]] objected.",
        ),
        fine(
            "The colour of the World Trade Center is grey, said the Department of Defense in the city centre."
        ),
        fine("A colour film about labour in Sydney. Labor says that it will pay for it."),
        fine("Calgary voted in favour of a new pipe to replace the aging one."),
        fine("“My favorite color,” she said of the grey harbour, where labour is dear."),
    ),
)
def british_and_american_spelling(facts: Facts) -> Iterator[Hit]:
    """Both are right, but not in one article. The rarer spelling is reported; of two as frequent, the later.

    Proper names and quotations keep their spelling, and words that either country writes in both ways
    (cancelled, grey) do not count.
    """
    if _CANADIAN.isdisjoint(facts.word_index.by_fold):  # "colour" and "aging" are both right in Canada
        yield from _minorities(facts, Custom.COUNTRY)


@check(
    "CNS304",
    "ise-and-ize",
    mqm="style/inconsistent-style",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="-ise and -ize stand side by side",
    needs=(given("variant_uses"),),
    examples=(
        bad(
            "They organised a vote and recognised the result. Nobody [[criticized]] them.",
            "They organised a vote and recognised the result. Nobody [[criticised]] them.",
        ),
        bad(
            "Stabilization comes first. Prices [[stabilise]] late.",
            "Stabilization comes first. Prices [[stabilize]] late.",
        ),
        fine("They organise and advertise a sale and revise the price for the World Health Organization."),
    ),
)
def ise_and_ize(facts: Facts) -> Iterator[Hit]:
    """Either ending is right in Britain, only -ize in America; an article has one of them.

    Words that have -ise everywhere (advertise, revise), proper names and quotations do not count.
    """
    yield from _minorities(facts, Custom.ISE)


CHECKS = (acronym_stops_two_ways, per_cent_two_ways, british_and_american_spelling, ise_and_ize)
