"""Names with the ending of another language's case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.minority import form_hit
from lintnews.facts.case_endings import declined_names
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.name_forms import NameForm
    from lintnews.finding import Hit


@check(
    "CNS104",
    "case-ending-on-name",
    mqm="accuracy/untranslated",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a name has kept the ending of another language",
    pivots=("ru", "uk", "pl", "is"),
    examples=(
        bad(
            "Pavel Sidorov owns the yard. The deal was signed with [[Sidorovym]] on Friday.",
            "Pavel Sidorov owns the yard. The deal was signed with [[Sidorov]] on Friday.",
        ),
        bad(
            "Marta Walewska sang. Friends of [[Walewskoy]] wept.",
            "Marta Walewska sang. Friends of [[Walewska]] wept.",
        ),
        bad(
            "Egor Polyansky was freed. A lawyer for [[Polyanskogo]] thanked the court.",
            "Egor Polyansky was freed. A lawyer for [[Polyansky]] thanked the court.",
        ),
        fine("Boris Petrov and Anna Petrova married. Igor Malin left for Malinovo. Malinova stayed."),
    ),
)
def case_ending_on_name(facts: Facts) -> Iterator[Hit]:
    """Slavic languages and Icelandic decline names; a system that does not know one carries the ending over.

    The name without the ending stands in the same article, with a given name. A woman’s form of a surname is
    no case, nor is a full name of somebody else.
    """
    for base, declined in declined_names(facts.name_forms):
        if facts.words.known(declined.text) or facts.words.zipf(declined.text) > facts.words.zipf(base.text):
            continue
        if _is_somebody_else(base, declined):
            continue
        places = [place.span for place in declined.places]
        first = next(place.span for place in base.places if place.before)
        yield form_hit(facts, places, base.text, first, "the ending belongs to another language")


def _is_somebody_else(base: NameForm, declined: NameForm) -> bool:
    known = {place.before for place in base.places} | {""}
    return any(place.before not in known or place.after for place in declined.places)


CHECKS = (case_ending_on_name,)
