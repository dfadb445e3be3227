"""Thousands, millions and billions counted as another language counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Hit, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts

_THOUSAND = lazy(
    r"(?<![\w.,$€£¥₽-])(?P<figure>\d{1,3}(?:\.\d{1,3})?) thousand\b(?! (?:million|billion|and \d))"
)
_RANGE_THOUSAND = lazy(r"\d(?:[-–]| to | and | or )\Z")
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALES = frozenset(f"{scale}{end}" for scale in _POWERS for end in ("", "s"))
_CHAIN = lazy(
    r"(?<![\w.,-])(?P<high>\d{1,3}) (?P<scale>trillion|billion|million|"
    r"thousand)s?,? (?:and )?(?P<low>\d{1,3})"
    r"(?: (?P<lower>billion|million|thousand)s?\b|(?=[,.]?\s[a-z]{3}))(?! (?:per ?cent|%))"
)
_DOUBLE_SCALE = lazy(
    r"(?<![\w.,-])(?P<figure>\d[\d.,]*) (?P<scales>(?:hundred )?thousand (?:thousand|million|billion)s?|"
    r"million (?:million|billion)s?|ten[- ]thousand|hundred (?:thousand|million|billion)|ten million)\b"
)
# What the costlier search for spelt-out figures waits for.
_DOUBLED = lazy(r" (?:thousand|million) (?:million|billion)")
_SPELT_DOUBLE = lazy(
    r"\b(?P<figure>an?|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?P<scales>(?:thousand|million) (?:million|billion)s?)\b"
)
_PLURAL_SCALE = lazy(
    r"(?<![\w.,:-])(?!(?:1[89]|20)\d\d )\d[\d.,]* (?P<scale>hundred|thousand|million|billion|"
    r"trillion)s\b"
)


def _rewritten(match: re.Match[str], good: str, why: str) -> Hit:
    span = Span(*match.span())
    return Hit(span, f"‘{match.group()}’: {why}, so read {good}", (replacement(span, good),))


@check(
    "NUM104",
    "figure-before-thousand",
    mqm="locale-convention/number-format",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="English news writes thousands out in figures",
    pivots=("ru", "uk", "ha", "is"),
    needs=(words("thousand"),),
    examples=(
        bad("About [[13.3 thousand]] people left the city.", "About [[13,300]] people left the city."),
        bad("The farm employs [[5 thousand]] workers.", "The farm employs [[5,000]] workers."),
        fine("Thirty thousand people came, and 3 million watched at home."),
        fine("They paid $5 thousand and saw 20 to 30 thousand birds."),
    ),
)
def figure_before_thousand(facts: Facts) -> Iterator[Hit]:
    """“13.3 thousand people” is how Russian, Ukrainian and Hausa news count; English news writes 13,300.

    Words ("thirty thousand") and amounts after a currency mark are left alone, and so is the end of a range.
    """
    for match in facts.at_figures(_THOUSAND, " thousand"):
        if _RANGE_THOUSAND.search(facts.text, max(0, match.start() - 6), match.start()):
            continue
        yield _rewritten(
            match, f"{round(float(match['figure']) * 1000):,}", "English news writes it in figures"
        )


@check(
    "NUM105",
    "chained-scales",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the figure is counted in two steps",
    pivots=("ha", "ja", "zh"),
    needs=(
        words(_SCALES),
        given("figure_starts"),
    ),
    examples=(
        bad(
            "The dam will cost $[[2 billion and 300 million]].",
            "The dam will cost $[[2.3 billion]].",
        ),
        bad("It has [[10 thousand 500]] members in the north.", "It has [[10,500]] members in the north."),
        fine("The firm made 2 billion and lost 300 million; 3 million and 40 others voted."),
        fine("He gave $3 million, 2 of them to a school."),
    ),
)
def chained_scales(facts: Facts) -> Iterator[Hit]:
    """“2 billion and 300 million” counts one figure in two steps; English says 2.3 billion.

    Left alone where the two are figures of their own, with a verb or a noun between them.
    """
    for match in facts.at_figures(_CHAIN, "illion", " thousand"):
        high, lower = _POWERS[match["scale"]], _POWERS[match["lower"]] if match["lower"] else 0
        if (lower and high - lower != 3) or (
            not lower and (high != 3 or " and " in match.group() or "," in match.group())
        ):
            continue
        low = int(match["low"])
        if not lower:
            good = f"{int(match['high']) * 1000 + low:,}"
        elif high == 6 and lower == 3 and low % 100:
            good = f"{int(match['high']) * 1000 + low},000"
        else:
            good = f"{int(match['high']) + low / 1000:g} {match['scale']}"
        yield _rewritten(match, good, "one figure is counted in two steps")


@check(
    "NUM106",
    "foreign-scale",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="English does not count in this unit",
    pivots=("zh", "ja", "es", "ko"),
    needs=(words(_SCALES, "hundred hundreds ten"),),
    examples=(
        bad("The loan is worth [[3 thousand millions]].", "The loan is worth [[3 billion]]."),
        bad("Some [[340 ten thousand]] tonnes were sold.", "Some [[3.4 million]] tonnes were sold."),
        bad("The plan costs [[5 billions]] a year.", "The plan costs [[5 billion]] a year."),
        fine("Several hundred million pounds went to tens of millions of people."),
        fine("A crore is ten million, and 12 lakh voters were counted."),
    ),
)
def foreign_scale(facts: Facts) -> Iterator[Hit]:
    """English counts in thousands, millions and billions, not in ten thousands or thousand millions.

    Chinese and Japanese count in ten thousands, Spanish in thousand millions; a machine that translates the
    words one by one leaves the unit standing. Lakhs and crores are right in Indian news and are left alone.
    """
    spelt = _SPELT_DOUBLE.finditer(facts.text) if _DOUBLED.search(facts.text) else ()
    for match in (*facts.at_figures(_DOUBLE_SCALE, " thousand", " million", " hundred", " ten"), *spelt):
        number = _plain_number(match["figure"])
        if number is None:
            continue
        for word in match["scales"].replace("-", " ").split():
            number *= _FACTORS[word.rstrip("s")]
        yield _rewritten(match, _in_english(number), "English does not count in this unit")
    for match in facts.at_figures(_PLURAL_SCALE, "hundreds", "thousands", "illions"):
        if facts.text[match.end() : match.end() + 4] == " of ":
            continue
        yield _rewritten(match, match.group()[:-1], "after a figure English leaves off the s")


_FACTORS = {"ten": 1e1, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SMALL = "zero one two three four five six seven eight nine ten".split()


def _plain_number(figure: str) -> float | None:
    if figure in ("a", "an"):
        return 1.0
    if figure in _SMALL:
        return float(_SMALL.index(figure))
    try:
        return float(figure.replace(",", ""))
    except ValueError:
        return None


def _in_english(number: float) -> str:
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if number >= scale:
            return f"{number / scale:.10g} {name}"
    return f"{number:,.0f}"


CHECKS = (figure_before_thousand, chained_scales, foreign_scale)
