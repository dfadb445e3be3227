"""Words that compare two figures and say which is the greater, and records that go the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.comparisons import LESS, MORE, RANKED, comparisons_of
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given, words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_OPPOSITE = {
    "more": "less", "less": "more", "higher": "lower", "lower": "higher", "larger": "smaller",
    "above": "below", "smaller": "larger", "bigger": "smaller", "longer": "shorter", "shorter": "longer",
    "fewer": "more", "below": "above", "older": "younger", "younger": "older", "heavier": "lighter",
    "lighter": "heavier", "dearer": "cheaper", "cheaper": "dearer", "costlier": "cheaper",
    "greater": "smaller", "taller": "shorter",
}  # fmt: skip
_UP = "rose|rises|risen|rising|climbed|climbs|climbing|jumped|increased|surged|soared|grew|up|advanced"
_DOWN = (
    "fell|falls|fallen|falling|dropped|drops|dropping|declined|decreased|plunged|slumped|sank|down|slipped"
)
_FIGURE = r"[$€£]?\d[\d.,]*(?: (?:million|billion|trillion))?(?: ?%| [a-z]+){0,3}?"
_LEVEL = r"(?:level|figure|point|value|number|mark|reading|price|rate|total|count)s?"
_FOOT = rf"(?:last|bottom) (?:place|spot|rank|of the table)|lower {_LEVEL}"
_HEAD = rf"(?:first|top) (?:place|spot|rank|of the table)|higher {_LEVEL}"
_FALLS, _RISES = "fall|drop|decline|slump|loss|plunge", "rise|gain|increase|jump|surge|advance"
# Up to a low, down to a high; and "rose 3 per cent, its biggest fall since May".
_EXTREMES = tuple(
    lazy(
        rf"\b(?P<verb>{verbs})(?: (?:by )?{_FIGURE})?,? (?:at (?:its|their|the) (?P<there>{sup})"
        r" (?:level|point|value|mark|price)s?\b|to "
        rf"(?:(?:its|their|the|an?) (?:new (?!low|high))?(?P<record>{bare})\b"
        rf"|{_FIGURE}(?:, (?:its|their|the)| –? ?(?:its|the)) (?P<extreme>{sup})(?: {_LEVEL})?"
        r" (?:since|in|for|on record)))"
    )
    for verbs, bare, sup in (
        (
            _UP,
            rf"(?:record|new)[- ]low|(?:lowest|smallest) {_LEVEL}|all-time low|\w+-year low|{_FOOT}",
            "lowest|smallest",
        ),
        (
            _DOWN,
            rf"(?:record|new)[- ]high|(?:highest|largest) {_LEVEL}|all-time high|\w+-year high|{_HEAD}",
            "highest|largest",
        ),
    )
) + tuple(
    lazy(
        rf"\b(?P<verb>{verbs})(?: (?:by )?{_FIGURE})?(?: [a-z]+ [A-Za-z]+)?, (?:its|their|the) "
        rf"(?:worst|biggest|largest|steepest|sharpest|deepest|strongest|best) (?P<record>{opposite})\b"
    )
    for verbs, opposite in ((_UP, _FALLS), (_DOWN, _RISES))
)


@check(
    "NUM215",
    "comparison-turned-round",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the figures compare the other way",
    needs=(words(MORE, LESS, RANKED), given("quantities")),
    examples=(
        bad("Butter is now [[more]] expensive, at 80 cents instead of 95."),
        bad(
            "Turnout was 71 per cent, [[lower]] than the 64 per cent of four years ago.",
            "Turnout was 71 per cent, [[higher]] than the 64 per cent of four years ago.",
        ),
        bad("The deficit fell to 2.1 per cent of output, [[above]] the target of 3 per cent."),
        bad("It carried 2.4 million passengers, 10 per cent [[more]] than the 2.6 million of last year."),
        bad("Holm came first with 38 per cent, [[followed]] by Brandt with 41 per cent."),
        fine("Holm came first with 41 per cent, followed by Brandt with 38 per cent and Keel with 9."),
        fine("Turnout was 64 per cent, lower than the 71 per cent of four years ago."),
        fine("Tickets will be cheaper, at 80 euros instead of 95, and grew by 5 per cent, more than wages."),
    ),
)  # fmt: skip
def comparison_turned_round(facts: Facts) -> Iterator[Hit]:
    """Of two figures that are compared the greater is named as the less: "71, lower than the 64".

    Only figures of one unit that the words set against each other are compared; times and temperatures, where
    more may be less, are left alone.
    """
    tokens = facts.tokens
    places = sorted(facts.word_index.places(MORE | LESS | RANKED))
    for found in comparisons_of(facts.article, tokens, facts.quantities, places):
        if (found.first.value > found.second.value) == found.is_more:
            continue
        word = tokens[found.word]
        opposite = _OPPOSITE.get(word.fold)
        one, other = found.first.span.of(facts.text), found.second.span.of(facts.text)
        side = "less" if found.is_more else "more"
        spans = sorted((found.first.span, found.second.span))
        yield Hit(
            word.span,
            f"‘{word.text}’ does not fit the figures: ‘{one}’ is {side} than ‘{other}’",
            (replacement(word.span, opposite, Applicability.SUGGESTION),) if opposite else (),
            (Related(Span(spans[0].start, spans[1].end), "the figures"),),
        )


@check(
    "NUM216",
    "rise-to-a-low",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="nothing rises to its lowest or falls to its highest",
    needs=(
        words(_UP.replace("|", " "), _DOWN.replace("|", " ")),
        words(
            "low high lowest highest smallest largest last bottom first top lower higher",
            _FALLS.replace("|", " "),
            _RISES.replace("|", " "),
        ),
    ),
    examples=(
        bad("The price of tin [[rose]] to a record low on Monday."),
        bad("Shares of the maker have [[fallen]] to a new high since then."),
        bad("Shares [[rose]] 3.8 percent in Toronto, their worst fall since March."),
        bad("The club has no point yet and [[rises]] to the last place in the table."),
        bad("The shares closed [[up]] 11 per cent at their lowest level since May."),
        fine("The club rises to the first place; output grew at its lowest rate since May and fell to "
            "lower depths."),
        bad("Unemployment [[fell]] by 0.2 points to 6.4 per cent, the highest level since 2010."),
        fine("Tin rose 3 per cent, the biggest gain since May, and fell in June, the worst fall in years."),
        fine("Tin fell to a record low, and rose by 3 per cent, the lowest rate of growth in years."),
    ),
)  # fmt: skip
def rise_to_a_low(facts: Facts) -> Iterator[Hit]:
    """What rises cannot end at its lowest, nor what falls at its highest.

    The verb or the adjective was turned round.
    """
    for pattern in _EXTREMES:
        for match in pattern.finditer(facts.text):
            if facts.article.sentence_at(match.start()) != facts.article.sentence_at(match.end() - 1):
                continue
            group = next(name for name in ("record", "extreme", "there") if match[name])
            here, there = Span(*match.span("verb")), Span(*match.span(group))
            yield Hit(
                here,
                f"‘{match['verb']}’ does not fit ‘{match[group]}’",
                (),
                (Related(there, "where it ends"),),
            )


CHECKS = (comparison_turned_round, rise_to_a_low)
