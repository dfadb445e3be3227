"""Good English that looks like repetition, and must stay silent."""

from __future__ import annotations

import pytest

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.source import Source

REPETITION = tuple(check for check in builtin_checks(user_cache()) if check.rule.family == "REP")


@pytest.mark.parametrize(
    "text",
    [
        # Names that carry their word twice.
        "Lang Lang, Duran Duran and Sirhan Sirhan never met in Walla Walla.",
        "They flew from Pago Pago to Bora Bora by way of Wagga Wagga.",
        "Abdullah Abdullah spoke first, then Boutros Boutros-Ghali.",
        "He grew up in New York, New York, and in Baden Baden.",
        "Talk Talk and Mr Mr were bands of the eighties.",
        "The actress Ni Ni plays a nurse. Ni Ni won a prize.",
        # What English doubles by right.
        "She had had enough, and it was clear that that mattered.",
        "They checked in in March and moved on on foot.",
        "He gave her her coat and told you you were late.",
        "What he did did not help, and all there is is hope.",
        "We saw this this week.",
        "The play is a version of Of Mice and Men.",
        # Emphasis, sounds and sayings.
        "It was a very very long time, many many years.",
        "“No no, bye bye,” he said. “Ha ha. Knock knock.”",
        "It went on and on and on, day by day by day, more and more and more.",
        "They met face to face to face the facts.",
        "It is location, location, location.",
        "“Jobs, jobs, jobs!” they shouted.",
        "It is a race to the bottom, neck and neck, again and again, through and through.",
        "She walked and walked and waited and waited.",
        "The sea grew rougher and rougher; they sank deeper and deeper.",
        "There were lies and lies. There are friends and friends.",
        "For years and years and years they paid half and half.",
        # Scores, numbers and lists of them.
        "She won 6-4 6-4 and lost 7-6 7-6.",
        "They play Twenty20, or 20 20 as it is also written.",
        "It scored 8, 9, 8, 9 and 10.",
        "Call 800 800 800.",
        # A word ends one sentence and begins the next.
        "They left. Left alone, the dog barked.",
        "Cup goes to Spain\n\nSpain won the cup on Sunday in front of a full house.",
        # Both copies have their own complement, or are a thing and what is made of it.
        "He is deputy minister and minister of health.",
        "It sells oil and oil products, and it holds cash and cash equivalents.",
        "The deal covers Bank of Ireland and Bank of Ceylon.",
        "It works with Outlook and Outlook Express.",
        "Some read for profit and profit from reading.",
        # Measures, places and sets on both sides of "of".
        "It was the best of the best, a copy of a copy, the king of kings.",
        "It is the second year of the last three years.",
        "They are members of member parties.",
        # Other words that only look alike.
        "Students studying here asked whether there was room.",
        "The paintings painted by him hang in buildings built by her.",
        "Hackers hacked the site, and protesters protested.",
        # A sentence with other figures, or someone's words taken up.
        "The share was sold for 20 crowns on the first day. The share was sold for 35 crowns on the next.",
        "On the one hand they won, on the other hand they lost.",
        # A list of examples left open once.
        "They grow crops such as rice and maize. Tools, seed, etc. are bought.",
    ],
)
def test_good_english_is_left_alone(text: str) -> None:
    assert [(found.rule.code, found.span.of(text)) for found in lint(read(Source(text)), REPETITION)] == []
