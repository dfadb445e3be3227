"""Dates written as another language writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.facts.dates import MONTHS
from lintnews.finding import Applicability, Edit, Fix, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.dates import DateMention

_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_ALONE = lazy(
    r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)"
    # "from the 8th to the 10th century", "on the 1st and 15th of each month"
    r"(?!(?:,| to| and| or| until)(?: and)? (?:the )?\d+(?:st|nd|rd|th) (?:[a-z]+\b))(?=[,.;:)\]]| \(|\n|$|"
    r" (?:that|to|at|in|for|after|when|with|as|due|local|while|until|by|before|following|and (?:the )?\d)\b)"
)
_DAY_LEAD = lazy(
    r"\b(?:on|since|until|by|from|(?:morning|afternoon|evening|night|noon) of) (?P<the>the )?\Z",
    re.IGNORECASE,
)
# On a golf course and on a floor plan ordinals stand alone.
_NO_DAYS = lazy(r"\b(?:birdie|bogey|fairway|putt|golf|tee|innings?|floors?|laps?)\b", re.IGNORECASE)
_FEWEST_SENTENCES = 3
_FORTNIGHT = 15
_HEAD = 400  # characters in which headline and dateline stand
_DOTTED = lazy(
    rf"(?<![\w.,:])(?P<day>[12]?\d|3[01])\.(?P<blank> ?){_MONTH}\b(?P<year>,? (?:1[5-9]|20)\d\d\b)?"
    # "chapters 2 and 3. March was cold"
    r"(?! (?:was|is|saw|will|has|had|brought|came|marks|figures|sales|data|[a-z]+ed)\b)"
)
_DATE_BEFORE = lazy(
    r"(?:\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Tt]o|[Oo]f|of the|before|after|between|and|(?:Mon|Tues|"
    r"Wednes|Thurs|Fri|Satur|"
    r"Sun)day,?|day to|forward)|,) \Z"
)
_CARDINAL_OF = lazy(rf"(?P<day>[12]?\d|3[01]) of {_MONTH}\b(?!['’]s| [a-z]+s\b)")
_ORDINAL = lazy(r"(?<![\w.,:#-])(?P<figure>\d{1,4})(?P<ending>st|nd|rd|th)\b(?!-?[A-Z])")
_CARDINAL_LEAD = lazy(r"\b(?:the|on|until|from|since) \Z")
_CENTURY_LEAD = lazy(r"\b(?:[Tt]he|of|in) \Z")
_CENTURY = lazy(r"(?P<figure>1\d|2[01]|[5-9]) (?P<noun>century)\b")
_YEAR_WORD = lazy(r"(?<![\w.,$€£-])(?P<year>(?:19|20)\d\d) year\b(?![’'-]| (?:of|old|on|end|after|in a)\b)")


def ordinal(figure: int) -> str:
    """Write an English ordinal in figures: 21 is "21st", 112 is "112th"."""
    if figure % 100 in (11, 12, 13):
        return f"{figure}th"
    return f"{figure}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(figure % 10, 'th') }"


@check(
    "NUM131",
    "day-without-month",
    mqm="locale-convention/date-format",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="the day stands without its month",
    pivots=("zh", "ja", "ko"),
    needs=(given("figure_starts"),),
    examples=(
        bad(
            "Harbour reopens\n\nHALDEN, June 14 – The harbour will open again this week. Fishing boats were "
            "let in "
            "on [[the 12th]], the port said. Ferries follow.",
            "Harbour reopens\n\nHALDEN, June 14 – The harbour will open again this week. Fishing boats were "
            "let in "
            "on [[June 12]], the port said. Ferries follow.",
        ),
        bad(
            "The dam broke at dawn. On the morning of [[the 3rd]], engineers came. They left on 5 May. "
            "Nobody was hurt.",
            "The dam broke at dawn. On the morning of [[3 May]], engineers came. They left on 5 May. Nobody "
            "was hurt.",
        ),
        fine("The fair runs from 3 May until the 9th. It began in 1902. It ended on the 21st anniversary."),
        fine("She made birdie on the 16th, and on the 18th. Par was enough. She won."),
    ),
)
def day_without_month(facts: Facts) -> Iterator[Hit]:
    """Chinese and Japanese news name the day alone ("on the 27th"); English names the month or weekday.

    A reader who comes to the article a week later cannot tell which month is meant. Left alone where the same
    sentence has named the month before, and in texts of a sentence or two, whose month may stand elsewhere.
    Reported once in an article, with every place.
    """
    lone = [] if len(facts.article.sentences) < _FEWEST_SENTENCES else list(_lone_days(facts))
    if not lone or _NO_DAYS.search(facts.text):
        return
    text, (first, *others) = facts.text, lone
    edits, known = [], None
    for span in lone:
        day = int(re.sub(r"\D", "", span.of(text)))
        date = _month_for(facts.dates, day)
        known = known or date
        if date:
            edits.append(Edit(span, _written_like(date, day, text)))
    message = f"‘{first.of(text)}’ stands without its month; English news names the month or the weekday"
    related = [Related(span, "so does this") for span in others]
    if known:
        related.insert(0, Related(known.span, "the month is named here"))
        message += f" (‘{known.span.of(text)}’, line {facts.article.line_of(known.span.start)})"
    fixes = (Fix(tuple(edits), Applicability.UNSAFE, "name the month"),) if edits else ()
    yield Hit(first, message, fixes, tuple(related))


def _lone_days(facts: Facts) -> Iterator[Span]:
    """Yield every "the 27th" that stands for a date, outside quotations and with no month before it."""
    for match in facts.at_figures(_DAY_ALONE):
        lead = _DAY_LEAD.search(facts.text, max(0, match.start() - 20), match.start())
        if not lead or facts.article.quotation_at(match.start("day")):
            continue
        sentence = facts.article.sentence_at(match.start("day"))
        start = sentence.span.start if sentence else match.start()
        before = facts.dates_in(Span(start, match.start()))
        if all(_is_dateline(date, facts.text) for date in before):
            yield Span(lead.start("the") if lead["the"] else match.start(), match.end())


def _is_dateline(date: DateMention, text: str) -> bool:
    """Whether a dash or a bracket follows the date, as in "Oslo, July 26 (Reporter …)"."""
    return text[date.span.end : date.span.end + 2].lstrip().startswith(("(", "–", "—", "-"))


def _month_for(dates: tuple[DateMention, ...], day: int) -> DateMention | None:
    """Return the date whose month a lone day shares, None where the article leaves a choice.

    The date at the head of the article decides, else the only month that it names.
    """
    near = [date for date in dates if abs(date.day - day) <= _FORTNIGHT]
    if not near:
        return None
    alone = len({date.month for date in dates}) == 1
    return near[0] if alone or near[0].span.start < _HEAD else None


def _written_like(known: DateMention, day: int, text: str) -> str:
    month = MONTHS[known.month - 1]
    return f"{day} {month}" if known.span.of(text)[0].isdigit() else f"{month} {day}"


@check(
    "NUM132",
    "foreign-date-order",
    mqm="locale-convention/date-format",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the date is written as in another language",
    pivots=("is", "de", "cs", "es", "ja"),
    needs=(
        words("january february march april may june july august september october november december year"),
        given("figure_starts"),
    ),
    examples=(
        bad("The law took effect on [[8. July]] last year.", "The law took effect on [[8 July]] last year."),
        bad("The fair opens [[3.January 2021]] in Oslo.", "The fair opens [[3 January 2021]] in Oslo."),
        bad("They met on [[the 3 of March]] in Rome.", "They met on [[3 March]] in Rome."),
        bad(
            "It was released in [[2018 year]] by a small firm.",
            "It was released in [[2018]] by a small firm.",
        ),
        fine("He turned 23. March was cold, and they won the 19th of July race."),
        fine("Of the 12 games, 2 of May's were lost; the 2018 year-end list is out."),
    ),
)
def foreign_date_order(facts: Facts) -> Iterator[Hit]:
    """English writes 8 July or July 8: no full stop after the day, no "the 3 of March", no "2018 year"."""
    text = facts.text
    for match in facts.at_figures(_DOTTED):
        floor = max(0, match.start() - 16)
        if match["blank"] and not match["year"] and not _DATE_BEFORE.search(text, floor, match.start()):
            continue
        good = f"{match['day']} {match['month']}{match['year'] or ''}"
        yield _rewritten(Span(*match.span()), text, good, "English sets no full stop after the day")
    for match in facts.at_figures(_CARDINAL_OF):
        lead = _CARDINAL_LEAD.search(text, max(0, match.start() - 8), match.start())
        if not lead:
            continue
        start = lead.start() if lead.group() == "the " else match.start()
        good = f"{match['day']} {match['month']}"
        yield _rewritten(Span(start, match.end()), text, good, "English writes the date otherwise")
    for match in facts.at_figures(_YEAR_WORD, " year"):
        yield _rewritten(Span(*match.span()), text, match["year"], "English gives the year without the word")


def _rewritten(span: Span, text: str, good: str, why: str) -> Hit:
    return Hit(span, f"‘{span.of(text)}’: {why}: {good}", (replacement(span, good),))


@check(
    "NUM133",
    "wrong-ordinal",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the ending does not fit the figure",
    pivots=("zh", "ru", "uk"),
    needs=(given("figure_starts"),),
    examples=(
        bad("The [[21th]] floor burned.", "The [[21st]] floor burned."),
        bad("It is his [[112nd]] game and her [[3th]].", "It is his [[112th]] game and her [[3rd]]."),
        bad("Trade grew in the [[19 century]].", "Trade grew in the [[19th century]]."),
        fine("The 1st, 2nd, 3rd, 11th, 12th, 13th, 21st, 111th and 112th came."),
        fine("It lies at 5 Century Road; the 20 century-old oaks fell."),
    ),
)
def wrong_ordinal(facts: Facts) -> Iterator[Hit]:
    """The letters after an ordinal follow the way it is spoken: 21st, 22nd, 23rd, but 11th, 12th, 13th."""
    for match in facts.at_figures(_ORDINAL):
        good = ordinal(int(match["figure"]))
        if good != match.group() and not match["figure"].startswith("0"):
            span = Span(*match.span())
            yield Hit(span, f"‘{match.group()}’ is {good}", (replacement(span, good, Applicability.SAFE),))
    for match in facts.at_figures(_CENTURY, " century"):
        led = _CENTURY_LEAD.search(facts.text, max(0, match.start() - 5), match.start())
        if not led or facts.text.startswith("-", match.end()):
            continue
        span = Span(*match.span())
        yield _rewritten(
            span, facts.text, f"{ordinal(int(match['figure']))} century", "a century is counted by an ordinal"
        )


CHECKS = (day_without_month, foreign_date_order, wrong_ordinal)
