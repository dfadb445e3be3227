"""Cities in the wrong country, and capitals that are none: "Lyon, Italy", "Madrid, the Italian capital"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import flat
from lintnews.facts.actors import lands
from lintnews.facts.geography import City, cities
from lintnews.finding import Hit, Related
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts

_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+(?: (?:de )?[A-ZÀ-Þ][\w’'-]+){0,2})"
_LAND = r"(?:(?:U\.S\.|[A-Z]\w+)(?: [A-Z]\w+)?)"
_PATTERNS = (
    # "in Lyon, Italy, on Sunday": no list of places.
    lazy(
        rf"\b(?P<lead>in|at|from|near|to|of) (?P<city>{_NAME}), (?P<land>{_LAND})"
        r"(?=[.;:)–—]| [–—-] |,? (?!and\b|or\b|[A-Z])|$)"
    ),
    lazy(rf"\b(?P<people>{_LAND}) (?:[a-z]+ )?(?:city|port city|port|town) of (?P<city>{_NAME})\b"),
    lazy(rf"\b(?P<city>{_NAME}), (?:the )?capital(?: city)? of (?:the )?(?P<land>{_LAND})\b"),
    lazy(rf"\b(?P<city>{_NAME}), (?:the )?(?P<people>{_LAND})(?:['’]s)? capital(?= ?[,.;)]| [a-z])"),
    lazy(rf"\b(?P<people>{_LAND})(?:['’]s)? capital(?: city)?(?:,| of)? (?P<city>{_NAME})\b"),
    lazy(rf"\bcapital(?: city)? of (?:the )?(?P<land>{_LAND}), (?P<city>{_NAME})\b"),
)
_ANOTHER = frozenset(
    "former old ancient historic historical then one-time second commercial cultural financial economic"
    " future new once provincial state regional imperial royal winter summer wartime".split()
)
# Names of which there are several, or which two countries claim.
_DOUBTFUL = frozenset(("georgia", "jordan", "israel", "us", "eu"))
# Characters on either side of a city's name in which its country may be named.
_REACH = 70
_LAST_WORDS = frozenset(name.split()[-1] for name in cities())


@check(
    "CON217",
    "city-in-another-country",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the city lies in another country",
    needs=(words(_LAST_WORDS),),
    examples=(
        bad("The tenor died at his home in [[Lyon, Italy]], on Sunday."),
        bad("The premier spoke in [[Madrid, the Italian capital]], before the talks."),
        bad("Shells hit the [[Iranian city of Basra]] at dawn."),
        fine("He spoke in Lyon, France, and in Madrid, the Spanish capital. He saw Bonn, Germany and Peru."),
        fine("The Iraqi city of Basra lies near Iran. In Paris, Germany was praised."),
    ),
)  # fmt: skip
def city_in_another_country(facts: Facts) -> Iterator[Hit]:
    """A city is placed in a country that has none of that name, or called a capital that it is not.

    Names of countries and peoples are taken for each other where the source has them as adjectives or
    abbreviations. Only cities of which nobody doubts the country are judged.
    """
    for index in facts.word_index.places(_LAST_WORDS):
        token = facts.tokens[index]
        for match in _placed(facts.text, token.start, token.end):
            city, land = cities().get(match["city"].casefold()), _land(match)
            if city is None or not land or (city.country == land and not _is_called_capital(match)):
                continue
            if city.country == land and city.is_capital:
                continue
            yield _hit(facts, match, city, land)
            break


def _placed(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the places where the name at `start` is said to lie somewhere."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, max(0, start - _REACH), min(len(text), end + _REACH)):
            before = text[max(0, match.start() - 20) : match.start()].split()[-1:]
            if match.start("city") <= start < match.end("city") and not _ANOTHER.intersection(
                word.casefold() for word in before
            ):
                yield match


def _is_called_capital(match: re.Match[str]) -> bool:
    return "capital" in match.group()


def _land(match: re.Match[str]) -> str:
    """Return the key of the country that is named, "" where none is or where there is doubt."""
    name = next(match[group] for group in ("land", "people") if match.groupdict().get(group)).casefold()
    key = lands().get(name, "")
    return "" if key in _DOUBTFUL or name in cities() else key


def _hit(facts: Facts, match: re.Match[str], city: City, land: str) -> Hit:
    start = match.start("city" if "lead" in match.groupdict() else 0)
    span = Span(start, match.end())
    said = "is not its capital" if city.country == land else f"is in {city.country.title()}"
    return Hit(
        span,
        f"‘{flat(span.of(facts.text))}’: {match['city']} {said}",
        (),
        (Related(Span(*match.span("city")), said),),
    )


CHECKS = (city_in_another_country,)
