"""QUO211-214: blanks that break a number, a sum, a compound or a contraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import places
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from lintnews.facts import Facts

_NUMBER_BEFORE = lazy(r"(?P<lead>[^\s\d(]*[\s(])?(?P<number>[$£€]?\d[\d.,:]*)$")
_NUMBER_AFTER = lazy(r"(?P<number>\d+)(?P<next>(?:[.,:]\d|,? ?[\w%’'°]+|\W)?)")
# What stands before a time of day or a score, and after it.
_BEFORE_TIME = frozenset("at from to until till by since around about before after between and of".split())
_BEFORE_SCORE = frozenset("score of with won lost beat by result at".split())
_AFTER_FIGURE = frozenset(
    "am pm a p on in at to from and local hours until till for against win victory defeat".split()
)
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_GLUE = frozenset("-–(")
_MORE_OR_LESS = frozenset(
    "about nearly almost over than some around approximately exceeding least most roughly".split()
)
_UNITS = frozenset(
    "year years day month week hour minute second member meter metre kilometer kilometre mile km storey "
    "story point part seat bed page man person time acre degree inch foot percent strong "
    "old yard game room".split()
)
_WORD = lazy(r"[^\W\d_]+")
_REACH = 24


@check(
    "QUO211",
    "blank-inside-number",
    mqm="locale-convention/number-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank breaks the number",
    needs=(places("number"),),
    examples=(
        bad("The ferry leaves at 7[[: ]]30 pm.", "The ferry leaves at 7:30 pm."),
        bad(
            "It ended with 3[[: ]]2 for Malmo after a result of 2[[: ]]0 at home.",
            "It ended with 3:2 for Malmo after a result of 2:0 at home.",
        ),
        bad(
            "Some 22[[, ]]000 seals live there, 4[[. ]]5% of all.",
            "Some 22,000 seals live there, 4.5% of all.",
        ),
        bad("The tunnel is 1[[ .]]5 km long.", "The tunnel is 1.5 km long."),
        bad("A 100[[- ]]year wait ended.", "A 100-year wait ended."),
        fine("On July 26, 1999, in groups of 5, 10, 100 and 250, they left. By July 13: 88 from here."),
        fine("Chapter 3: 20 ways to win. A 5- to 10-year plan, with 15. 2 bottles remain."),
    ),
)
def blank_inside_number(facts: Facts) -> Iterator[Hit]:
    """The machine splits numbers at their marks and prints a blank there: `13: 00`, `22, 000`, `100- year`.

    Lists of numbers, dates and suspended hyphens (`5- to 10-year`) are left alone.
    """
    text = facts.text
    for match in facts.places.get("number", ()):
        span = Span(*match.span())
        before = _NUMBER_BEFORE.search(text, max(0, span.start - _REACH), span.start)
        mark = match.group().strip()
        # `5 %` is a style of its own, unless the whole text stands in tokens.
        broken = (
            facts.is_in_tokens if mark == "%" else before and _breaks(match.group(), before, text, span.end)
        )
        if broken:
            yield Hit(span, fixes=(replacement(span, mark, Applicability.SAFE),))


def _breaks(stretch: str, before: re.Match[str], text: str, place: int) -> bool:
    mark = stretch.strip()
    if mark == "-":
        word = _WORD.match(text, place)
        return word is not None and word.group() in _UNITS
    after = _NUMBER_AFTER.match(text, place)
    if not after:
        return False
    lead = (before["lead"] or "").strip(" (\n").casefold()
    number, rest, following = before["number"], after["number"], after["next"].strip(" ,").casefold()
    if mark == ":":
        glue = before.string[before.start("number") - 1 : before.start("number")]
        return _is_time_or_score(lead, number, rest, following, glue)
    if after["next"][:1] in (",", ".", ":") and after["next"][1:2].isdigit():
        return False
    if mark == ",":
        short = number.lstrip("$£€")
        grouped = len(rest) == 3 and short.isdigit() and len(short) <= 3
        return grouped and (rest == "000" or lead in _MORE_OR_LESS or number != short)
    # `1 .5` can only be a decimal; `15. 2` may be two sentences.
    return stretch == " ." or following.startswith(("%", "percent")) or (rest == "00" and len(number) <= 2)


def _is_time_or_score(lead: str, number: str, rest: str, following: str, glue: str) -> bool:
    """Whether `number: rest` is one figure, a time or a score, and no count after a colon (`July 13: 88`)."""
    if not number.isdigit() or len(number) > 3 or len(rest) > 3 or lead[:3] in _MONTHS:
        return False
    ends = not following or not following[0].isalnum() or following in _AFTER_FIGURE
    if len(rest) == 2 and int(rest) < 60 and int(number) <= 24 and (lead in _BEFORE_TIME or glue in _GLUE):
        return ends
    return rest == "00" or (ends and (lead in _BEFORE_SCORE or glue == "(")) or following[:2] in ("am", "pm")


@check(
    "QUO212",
    "blank-after-currency-sign",
    mqm="locale-convention/currency-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank stands between the currency sign and the sum",
    needs=(places("currency"),),
    examples=(
        bad("The bridge cost [[$ ]]5 million.", "The bridge cost $5 million."),
        bad("They paid[[£ ]]40 each.", "They paid £40 each."),
        fine("The bridge cost $5 million and 40 € each."),
    ),
)
def blank_after_currency_sign(facts: Facts) -> Iterator[Hit]:
    """The machine splits the sign from its sum; English writes $5, one word."""
    text = facts.text
    for match in facts.places.get("currency", ()):
        span = Span(*match.span())
        blank = " " if text[span.start - 1 : span.start].islower() else ""
        yield Hit(span, fixes=(replacement(span, blank + match.group()[0], Applicability.SAFE),))


# Second parts that hardly begin a clause after a dash.
_COMPOUND_ENDS = frozenset(
    "sized based term related backed owned connected speed quality tech level scale old looking resistant "
    "friendly style class wide oriented intensive minded funded sponsored member year".split()
)
_NOUN_SEQUEL = lazy(r" (?!(?:by|to|as|in|on|at|for|from|with|of|the|a|an|and|or|that)\b)[a-z]{2}")
_PREFIXES = frozenset(
    "co anti pre non self ex multi semi mid post vice sub inter ultra counter pro re cross".split()
)
_NOT_A_PART = frozenset("and or to but as nor versus through up".split())


@check(
    "QUO213",
    "blank-beside-hyphen",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank breaks the compound at its hyphen",
    needs=(places("hyphen"),),
    examples=(
        bad(
            "A medium[[ - ]]sized firm of the state[[- ]]owned group.",
            "A medium-sized firm of the state-owned group.",
        ),
        bad("The co[[- ]]operation pact failed.", "The co-operation pact failed."),
        fine("Small- and medium-sized firms, pre- or post-war, paid - led by banks - more."),
        bad("A warm[[ - ]]up match , they say .", "A warm-up match , they say ."),
        fine("The museum - one of three - has pro- and anti-war art."),
    ),
)
def blank_beside_hyphen(facts: Facts) -> Iterator[Hit]:
    """The machine printed the parts of a compound one by one; dashes and suspended hyphens are left alone."""
    text = facts.text
    for match in facts.places.get("hyphen", ()):
        span = Span(*match.span())
        after = _WORD.match(text, span.end)
        if after is None:
            continue
        before = text[max(0, span.start - _REACH) : span.start].split()[-1].casefold()
        if match.group() == " - ":
            # `homes - owned by`: a verb after a dash; `state - owned firms`: a compound before its noun.
            part = after.group() in _COMPOUND_ENDS and _NOUN_SEQUEL.match(text, after.end()) is not None
            broken = facts.is_in_tokens or (part and " - " not in text[max(0, span.start - 60) : span.start])
        else:
            part = after.group() in _COMPOUND_ENDS or before in _PREFIXES
            broken = after.group() not in _NOT_A_PART and (part or match.group() == "- ")
        if broken:
            # `state- owned` is a compound; `the pact- signed` may as well lack a blank before its dash.
            certain = Applicability.SAFE if part or facts.is_in_tokens else Applicability.SUGGESTION
            yield Hit(span, fixes=(replacement(span, "-", certain),))


@check(
    "QUO214",
    "blank-beside-apostrophe",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a blank breaks the word at its apostrophe",
    needs=(places("apostrophe"),),
    examples=(
        bad("The club[[ 's]] owner left.", "The club's owner left."),
        bad("They do[[ n't]] know that we[[ ’re]] here.", "They don't know that we’re here."),
        fine("He said 's' is a letter; the dogs' tails and rock 'n' roll."),
    ),
)
def blank_beside_apostrophe(facts: Facts) -> Iterator[Hit]:
    """The machine printed the ending of a word as a token of its own."""
    text = facts.text
    for match in facts.places.get("apostrophe", ()):
        span, joined = Span(*match.span()), match.group().replace(" ", "")
        possessive = match.group()[-1] in "'’"
        if facts.is_in_tokens if possessive else text[span.end : span.end + 1] not in ("'", "’"):
            yield Hit(span, fixes=(replacement(span, joined, Applicability.SAFE),))


CHECKS = (blank_inside_number, blank_after_currency_sign, blank_beside_hyphen, blank_beside_apostrophe)
