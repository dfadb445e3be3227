"""What takes up a thing and calls it the opposite: a rise that is “this loss”, a welcome “as an attack”."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit

_UP_NOUNS = "rise increase gain jump growth surge"
_DOWN_NOUNS = "fall drop decline decrease loss slump"
_UP_VERBS = "rose increased gained climbed jumped grew surged advanced soared"
_DOWN_VERBS = "fell dropped declined decreased lost slumped sank plunged slid shrank gave"


def _either(*lists: str) -> str:
    return "|".join(word for some in lists for word in some.split())


_TAKEN_UP = lazy(
    rf"(?:(?:With|After|Despite) )?(?:[Tt]his|[Tt]he) (?P<noun>{_either(_UP_NOUNS, _DOWN_NOUNS)})\b"
    r"(?! (?:in|of|for|to|by|was|will|came|follows|from|comes|would|at|since|on)\b|-|[a-z]+s\b(?<!shows))"
)
_WENT = lazy(rf"\b(?:{_either(_UP_VERBS, _DOWN_VERBS)})\b")
_NOUNS = lazy(rf"\b(?:{_either(_UP_NOUNS, _DOWN_NOUNS)})s?\b")


@check(
    "CON223",
    "change-called-otherwise",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the sentence before tells of the opposite",
    needs=(words(_UP_NOUNS, _DOWN_NOUNS), words(_UP_VERBS, _DOWN_VERBS)),
    examples=(
        bad("The share of Holm rose by 18 per cent. With this [[loss]] it was the best of the day."),
        bad("Shares of Brandt fell by 3 per cent. The [[gain]] shows that the price is too high."),
        fine("The share of Holm rose by 18 per cent. With this gain it was the best of the day."),
        fine(
            "Holm rose by 18 per cent after it fell in May. The loss was made good. The loss of jobs hurts."
        ),
    ),
)
def change_called_otherwise(facts: Facts) -> Iterator[Hit]:
    """What rose in one sentence is not "this loss" in the next.

    Only where the sentence before tells of changes in one direction, and has no noun for one itself.
    """
    text = facts.text
    for before, sentence in pairwise(facts.article.sentences):
        match = _TAKEN_UP.match(text, *sentence.span)
        if match is None or before.block != sentence.block or _NOUNS.search(text, *before.span):
            continue
        went = list(_WENT.finditer(text, *before.span))
        ups = {verb.group() in _UP_VERBS.split() for verb in went}
        if len(ups) == 1 and (match["noun"] in _UP_NOUNS.split()) not in ups:
            yield contradiction(
                facts, Span(*match.span("noun")), Span(*went[-1].span()), "it takes up the opposite"
            )


_PRAISE = "welcomed hailed praised applauded celebrated greeted lauded"
_BLAME = "condemned criticised criticized denounced deplored slammed decried lamented"
_EVILS = (
    "attack betrayal mistake scandal disgrace provocation threat insult disaster catastrophe crime "
    "failure setback"
    " injustice blow shame humiliation violation robbery mockery"
)
_BOONS = "victory success triumph breakthrough milestone blessing achievement improvement relief boon"
_CALLED = tuple(
    (
        lazy(
            rf"\b(?P<verb>{_either(verbs)})\b(?P<what>[^.;:,“”]{{2,60}}?) as (?:an? "
            rf"|the )?(?:[a-z]+ ){{0,2}}?"
            rf"(?P<noun>{_either(nouns)})\b(?! (?:for|to) (?:the|its|his|her|their) (?:enem|rival"
            rf"|oppon|terror))"
        ),
        fitting,
    )
    for verbs, nouns, fitting in ((_PRAISE, _EVILS, "condemned"), (_BLAME, _BOONS, "welcomed"))
)
_NOT_SO = lazy(r"\b(?:not|never|hardly|those|who|which|what|that|and)\b")


@check(
    "CON224",
    "praised-as-an-evil",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="nobody welcomes a thing as an evil",
    needs=(words(_PRAISE, _BLAME), words(_EVILS, _BOONS)),
    examples=(
        bad("The union [[welcomed]] the takeover as an attack on its members."),
        bad("The mayor [[condemned]] the verdict as a great victory for the town."),
        fine("The union condemned the takeover as an attack; it welcomed the talks as a success."),
        fine("The union welcomed those who condemned the takeover as an attack."),
    ),
)
def praised_as_an_evil(facts: Facts) -> Iterator[Hit]:
    """To welcome something "as an attack", to condemn it "as a victory": the verb was turned round.

    Left alone where another clause comes between verb and judgement.
    """
    for pattern, fitting in _CALLED:
        for match in pattern.finditer(facts.text):
            sentence = facts.article.sentence_at(match.start())
            if sentence is None or _NOT_SO.search(match["what"]):
                continue
            verb, noun = Span(*match.span("verb")), Span(*match.span("noun"))
            yield contradiction(facts, verb, noun, "the judgement is the opposite", (fitting,))


CHECKS = (change_called_otherwise, praised_as_an_evil)
