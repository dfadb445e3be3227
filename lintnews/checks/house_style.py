"""House style: British or American spelling, US or U.S., percent, per cent or %: settings choose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lintnews.facts.variants import Custom
from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts


_style = partial(
    check,
    mqm="style/organizational-style",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    needs=(given("variant_uses"),),
)


def _other_ways(facts: Facts, custom: Custom, way: str) -> Iterator[Hit]:
    """Yield a hit for each use that is not in the `way` of the house."""
    for use in facts.variant_uses:
        if use.custom is not custom or use.way == way:
            continue
        other = use.others.get(way) or use.others[""]
        written = use.span.of(facts.text).strip()
        message = f"‘{written}’: the house writes ‘{other.strip()}’"
        # The word stays the same, only its spelling changes.
        yield Hit(use.span, message, (replacement(use.span, other, Applicability.SAFE),))


@_style(
    "STY101",
    "american-for-british-spelling",
    message="an American spelling, where the house writes British English",
    examples=(
        bad("The [[color]] of the [[harbor]] changed.", "The colour of the harbour changed."),
        bad("[[Labor]] costs fell at the [[center]].", "Labour costs fell at the centre."),
        fine("The Department of Defense organized a vote in the grey World Trade Center."),
        fine("“My favorite color,” she said."),
    ),
)
def american_for_british_spelling(facts: Facts) -> Iterator[Hit]:
    """The setting `spelling = "en-GB"` asks for British spelling.

    Proper names, headings and quotations keep theirs. Both organise and organize are right in Britain, and
    words that Americans and Britons write in both ways (cancelled, grey) do not count.
    """
    yield from _other_ways(facts, Custom.COUNTRY, "British")


@_style(
    "STY102",
    "british-for-american-spelling",
    message="a British spelling, where the house writes American English",
    examples=(
        bad("The [[colour]] of the [[harbour]] changed.", "The color of the harbor changed."),
        bad("They [[organised]] a vote.", "They organized a vote."),
        fine("The Labour Party advertised in the gray harbor of Sydney Harbour Bridge."),
        fine("“My favourite colour,” she said."),
    ),
)
def british_for_american_spelling(facts: Facts) -> Iterator[Hit]:
    """The setting `spelling = "en-US"` asks for American spelling, with -ize.

    Proper names, headings and quotations keep theirs, and words that Americans and Britons write in both ways
    (canceled, grey) do not count.
    """
    yield from _other_ways(facts, Custom.COUNTRY, "American")
    yield from _other_ways(facts, Custom.ISE, "-ize")


@_style(
    "STY111",
    "acronym-with-stops",
    message="stops in an acronym, where the house writes US",
    examples=(
        bad("A [[U.S.]] general spoke of a [[U.S.-led]] force.", "A US general spoke of a US-led force."),
        bad("Shops in the [[U.K.]] closed.", "Shops in the UK closed."),
        fine("A US envoy spoke to J.R. Moss. “The U.S. is next,” he said."),
    ),
)
def acronym_with_stops(facts: Facts) -> Iterator[Hit]:
    """The setting `acronyms = "US"` asks for US, UK, UN, EU and UAE without stops.

    Headings and quotations keep theirs.
    """
    yield from _other_ways(facts, Custom.STOPS, "without")


@_style(
    "STY112",
    "acronym-without-stops",
    message="no stops in an acronym, where the house writes U.S.",
    examples=(
        bad("A [[US]] general spoke of a [[US-led]] force.", "A U.S. general spoke of a U.S.-led force."),
        bad("Shops in the [[UK]] closed.", "Shops in the U.K. closed."),
        fine("US banks fall\n\nThe U.S. Senate lent US$5 million. “The US is next,” he said."),
    ),
)
def acronym_without_stops(facts: Facts) -> Iterator[Hit]:
    """The setting `acronyms = "U.S."` asks for U.S., U.K., U.N., E.U. and U.A.E. with stops.

    Headings and quotations keep theirs, and so do sums in US$.
    """
    yield from _other_ways(facts, Custom.STOPS, "with")


@_style(
    "STY121",
    "percent-in-words",
    message="percent in words, where the house writes %",
    examples=(
        bad("Sales rose 5[[ percent]].", "Sales rose 5%."),
        bad("Costs fell by 2.5[[ per cent]] in May.", "Costs fell by 2.5% in May."),
        fine("Sales rose 5%, and about five percent stayed. “Ten percent will do,” he said."),
    ),
)
def percent_in_words(facts: Facts) -> Iterator[Hit]:
    """The setting `percent = "%"` asks for the sign after figures; numbers in words keep the word."""
    yield from _other_ways(facts, Custom.PER_CENT, "%")


@_style(
    "STY122",
    "percent-in-another-way",
    message="% or per cent, where the house writes percent",
    examples=(
        bad("Sales rose 5[[%]].", "Sales rose 5 percent."),
        bad("Costs fell by 2.5[[ per cent]] in May.", "Costs fell by 2.5 percent in May."),
        fine("Sales rose 5 percent. “Give me 10%,” he said."),
    ),
)
def percent_in_another_way(facts: Facts) -> Iterator[Hit]:
    """The setting `percent = "percent"` asks for the word after figures, written as one."""
    yield from _other_ways(facts, Custom.PER_CENT, "percent")


@_style(
    "STY123",
    "per-cent-in-another-way",
    message="% or percent, where the house writes per cent",
    examples=(
        bad("Sales rose 5[[%]].", "Sales rose 5 per cent."),
        bad("Costs fell by 2.5[[ percent]] in May.", "Costs fell by 2.5 per cent in May."),
        fine("Sales rose 5 per cent. “Give me 10%,” he said."),
    ),
)
def per_cent_in_another_way(facts: Facts) -> Iterator[Hit]:
    """The setting `percent = "per cent"` asks for the words after figures."""
    yield from _other_ways(facts, Custom.PER_CENT, "per cent")


CHECKS = (
    american_for_british_spelling,
    british_for_american_spelling,
    acronym_with_stops,
    acronym_without_stops,
    percent_in_words,
    percent_in_another_way,
    per_cent_in_another_way,
)
