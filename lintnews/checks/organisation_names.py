"""One body under two names: the Federation of Metalworkers and the Metalworkers' Federation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_HEADS = frozenset(
    "organisation organization federation union association chamber council committee agency authority "
    "ministry "
    "institute commission bureau fund office board society league foundation front movement alliance "
    "confederation "
    "directorate inspectorate department".split()
)
_NAME = lazy(r"\b(?!The )[A-Z][\w’'-]+(?: (?:(?:of|for|and|the|on|in) ){0,2}[A-Z][\w’'-]+){1,6}")
_LEAD = lazy(r"(?P<word>[A-Z][\w’'-]+) of the (?=[A-Z])")
_LINKS = frozenset("of for and the on in".split())
_STEM = 5
_LEAST = 3


@check(
    "CNS108",
    "body-under-two-names",
    mqm="terminology/inconsistent-use-of-terminology",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="one body has its name in two translations",
    needs=(words(_HEADS),),
    examples=(
        bad(
            "The Organisation of Southern States sent a team. The [[Organisation of States of the "
            "South]] praised it.",
            "The Organisation of Southern States sent a team. The [[Organisation of Southern States]] "
            "praised it.",
        ),
        bad(
            "The Federation of Metal Workers called a strike.\n\nIt rained. The [[Metal Workers’ "
            "Federation]] ended it.",
            "The Federation of Metal Workers called a strike.\n\nIt rained. The [[Federation of Metal "
            "Workers]] ended it.",
        ),
        fine("The Federation of Metal Workers called a strike. The Federation of Wood Workers did not."),
        fine("The Ministry of Foreign Affairs spoke to the Foreign Ministry of Norden, and the Metal "
            "Union to both."),
    ),
)  # fmt: skip
def body_under_two_names(facts: Facts) -> Iterator[Hit]:
    """A name that the source has once is put together anew in each sentence.

    Reported where all words that count are the same and stand in another order; the later of the two.
    """
    found: defaultdict[frozenset[str], list[Span]] = defaultdict(list)
    for match in _NAME.finditer(facts.text):
        # "Observers of the Organisation of …": what goes before is no part of the name.
        name = Span(*match.span())
        lead = _LEAD.match(match.group())
        if lead is not None and lead["word"].casefold() not in _HEADS:
            name = Span(match.start() + lead.end(), match.end())
        key = _key(name.of(facts.text))
        if key is not None:
            found[frozenset(key)].append(name)
    for names in found.values():
        there = names[0]
        key = _key(there.of(facts.text))
        here = next((name for name in names if _key(name.of(facts.text)) != key), None)
        if here is None:
            continue
        yield Hit(
            here,
            f"‘{here.of(facts.text)}’ is ‘{there.of(facts.text)}’ elsewhere"
            f" (line {facts.article.line_of(there.start)}): the same words in another order",
            (replacement(here, there.of(facts.text), Applicability.SUGGESTION),),
            (Related(there, "the other name"),),
        )


def _key(name: str) -> tuple[str, ...] | None:
    """Return the beginnings of the words that count, in order; None for what is no name of a body."""
    folds = [word.casefold().replace("’s", "").replace("'s", "").rstrip("’'") for word in name.split()]
    counting = [fold for fold in folds if fold not in _LINKS]
    # A party's own organs are called both ways: "the Party Central Committee".
    if sum(fold in _HEADS for fold in counting) != 1 or len(counting) < _LEAST or "party" in counting:
        return None
    return tuple(fold.replace("z", "s")[:_STEM] for fold in counting)


CHECKS = (body_under_two_names,)
