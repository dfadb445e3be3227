"""Words that English writes in two ways."""

from __future__ import annotations

import pytest

from lintnews.facts import Facts
from lintnews.facts.variants import Custom
from lintnews.readers import read
from lintnews.source import Source


def uses(text: str) -> list[tuple[Custom, str, str]]:
    found = Facts(read(Source(text))).variant_uses
    return [(use.custom, use.way, use.span.of(text)) for use in found]


def test_acronyms_with_and_without_stops() -> None:
    assert uses("A US envoy met the U.S.-led force and the UK’s navy.") == [
        (Custom.STOPS, "without", "US"),
        (Custom.STOPS, "with", "U.S.-led"),
        (Custom.STOPS, "without", "UK"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It cost US$5 million, they told us.",
        "The USS Nimitz and the EUR rate are no such acronyms.",
        "“The US is next,” he said.",
        "US fleet sails\n\nNobody waved, and the ships were gone by noon.",
        "The World Trade Center and the Department of Defense stand by the Labor Party.",
        "They advertise and revise; the size of a prize is wise.",
    ],
)
def test_what_does_not_count(text: str) -> None:
    assert uses(text) == []


def test_the_stop_of_a_sentence_is_kept() -> None:
    (use,) = Facts(read(Source("They flew to the U.S."))).variant_uses
    assert use.others == {"without": "US."}


def test_per_cent_after_a_number() -> None:
    assert uses("About 5% left, 6 percent stayed, 7 per cent slept; few percent were paid by cent.") == [
        (Custom.PER_CENT, "%", "%"),
        (Custom.PER_CENT, "percent", " percent"),
        (Custom.PER_CENT, "per cent", " per cent"),
    ]


def test_spelling_keeps_its_capitals() -> None:
    (use,) = Facts(read(Source("Colour fades."))).variant_uses
    assert (use.custom, use.way, use.others) == (Custom.COUNTRY, "British", {"": "Color"})


def test_endings() -> None:
    assert uses("They recognised what he organizes.") == [
        (Custom.ISE, "-ise", "recognised"),
        (Custom.ISE, "-ize", "organizes"),
    ]
