"""One person with two offices that nobody holds together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.offices import Office, exclude_each_other, is_of_another_time, office_of
from lintnews.finding import Applicability, Edit, Fix, Hit, Related
from lintnews.needs import given
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.people import Person
    from lintnews.span import Span

# Words of the text before a title that may tell of another time.
_REACH = 40


@check(
    "CNS501",
    "two-offices-at-once",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="one person has two offices that cannot be held together",
    needs=(given("people"),),
    examples=(
        bad(
            "Prime Minister Boris Halvari arrived. Later [[Vice Premier]] Halvari met farmers.",
            "Prime Minister Boris Halvari arrived. Later [[Prime Minister]] Halvari met farmers.",
        ),
        bad(
            "Foreign Minister Ada Lund spoke. “No,” said [[Defence Minister]] Lund.",
            "Foreign Minister Ada Lund spoke. “No,” said [[Foreign Minister]] Lund.",
        ),
        fine("President Ivo Maric met Prime Minister Ante Maric. Former Prime Minister Ivo Maric was calm."),
        fine("Prime Minister Ada Lund, as then Foreign Minister Lund had hoped, signed the pact."),
    ),
)  # fmt: skip
def two_offices_at_once(facts: Facts) -> Iterator[Hit]:
    """A title is translated anew in each sentence: Prime Minister in one, Vice Premier in the next.

    The rarer title is reported, or the later of two. Offices of another time (former, then, elect), people of
    one surname and titles that mean the same are left alone.
    """
    for person in facts.people:
        titled = list(_offices(facts, person))
        for place, (title, office) in enumerate(titled):
            clash = [other for other in titled if exclude_each_other(office, other[1])]
            same = [other for other in titled if other[1] == office]
            if clash and (len(same), -place) < (len(clash), -titled.index(clash[0])):
                yield _hit(facts, person, title, clash[0][0])
                break


def _offices(facts: Facts, person: Person) -> Iterator[tuple[Span, Office]]:
    for mention in person.mentions:
        if mention.title is None:
            continue
        office = office_of(mention.title.of(facts.text))
        before = facts.text[max(0, mention.title.start - _REACH) : mention.title.end]
        if office is not None and not is_of_another_time(before):
            yield mention.title, office


def _hit(facts: Facts, person: Person, title: Span, usual: Span) -> Hit:
    here, there = title.of(facts.text), usual.of(facts.text)
    line = facts.article.line_of(usual.start)
    message = f"{person.surname} is ‘{here}’ here and ‘{there}’ in line {line}: nobody is both"
    fix = Fix((Edit(title, there),), Applicability.UNSAFE)
    return Hit(title, message, (fix,), (Related(usual, "the other office"),))


CHECKS = (two_offices_at_once,)
