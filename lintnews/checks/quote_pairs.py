"""QUO111-115: quotations that do not close or open, and stops and dashes beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.article import QuotationState
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import characters
from lintnews.patterns import lazy
from lintnews.prose.quote_marks import Mark, Side, Style, is_prime
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts


@check(
    "QUO111",
    "quotation-not-closed",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a quotation opens here and never closes",
    examples=(
        bad("[[“]]Nobody told us about the flood.\n\nThe mayor left.\n\nRain fell on."),
        bad('The clerk said [["]]we were late and went home.'),
        fine("“Nobody told us.\n\n“Nobody came,” the farmer said."),
        fine('"I saw it coming," he said. "It was like a wall." "Yes."'),
        fine("The shelf is 6' 2\" long."),
    ),
)
def quotation_not_closed(facts: Facts) -> Iterator[Hit]:
    """A quotation opens and its paragraph ends without a closing mark: whose words follow is unclear.

    A long quotation rightly leaves its paragraph open where the next paragraph opens with a mark again.
    """
    for pairing, closing in zip(facts.quote_pairings, _closed_later(facts), strict=True):
        # The last one of a block may be closed by a later block: another rule's.
        for pair in pairing.pairs[:-1] if closing else pairing.pairs:
            if _is_loose(facts.text, pair.opening) and pair.state is QuotationState.UNCLOSED:
                yield Hit(pair.opening.span)


def _is_loose(text: str, mark: Mark) -> bool:
    """Whether a mark without its partner is a fault: no prime, no would-be apostrophe (dogs" tails)."""
    if mark.style is not Style.DOUBLE or is_prime(text, mark):
        return False
    return not (text[mark.start - 1 : mark.start] == "s" and text[mark.end : mark.end + 2].strip().islower())


def _closed_later(facts: Facts) -> list[Mark | None]:
    """For each block whose last quotation stays open: the loose closing mark that ends it later."""
    found: list[Mark | None] = []
    waiting: int | None = None
    for index, (block, pairing) in enumerate(zip(facts.article.blocks, facts.quote_pairings, strict=True)):
        found.append(None)
        first = pairing.unopened[0] if pairing.unopened else None
        if waiting is not None and first and not any(pair.opening < first for pair in pairing.pairs):
            found[waiting], waiting = first, None
        elif pairing.pairs or block.kind.is_heading:
            waiting = None
        if pairing.pairs and pairing.pairs[-1].state is QuotationState.UNCLOSED:
            waiting = index
    return found


@check(
    "QUO112",
    "quotation-not-opened",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a quotation closes here that was never opened",
    examples=(
        bad("Nobody told us about the flood,[[”]] the mayor said."),
        bad('The clerk said we were late[["]] and went home.'),
        fine('The shelf is 6\' 2" long and 9" deep.'),
        fine('"I saw it coming," he said.'),
    ),
)
def quotation_not_opened(facts: Facts) -> Iterator[Hit]:
    """A closing mark stands in a paragraph that holds no opening one: its beginning is unclear."""
    elsewhere = set(_closed_later(facts))
    for pairing in facts.quote_pairings:
        # A straight mark with blanks on both sides is reported as such; the pairs after it are guesses.
        if any(pair.opening.form is pair.opening.stance is Side.EITHER for pair in pairing.pairs):
            continue
        for mark in pairing.unopened:
            if _is_loose(facts.text, mark) and mark not in elsewhere:
                yield Hit(mark.span)


@check(
    "QUO115",
    "quotation-not-reopened",
    mqm="fluency/punctuation",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="a quotation runs over several paragraphs, which do not open with a quotation mark",
    examples=(
        bad("[[“]]Nobody told us.\n\nNobody came,” the farmer said."),
        bad('She said: [["]]We were late.\n\nThe bus had gone."'),
        fine("“Nobody told us.\n\n“Nobody came,” the farmer said."),
    ),
)
def quotation_not_reopened(facts: Facts) -> Iterator[Hit]:
    """A long quotation opens each of its paragraphs again; else its middle reads as the reporter's words.

    Some human desks forget it too, so this rule runs only when asked for.
    """
    for pairing, closing in zip(facts.quote_pairings, _closed_later(facts), strict=True):
        if closing and _is_loose(facts.text, pairing.pairs[-1].opening):
            yield Hit(pairing.pairs[-1].opening.span, related=(Related(closing.span, "it closes here"),))


# Stops on both sides of a closing mark.
_BOTH_SIDES = lazy(r"[.,][\"”][.,](?![.,])")
_ABBREVIATED = lazy(r"(?:\b[A-Z][\w]{0,4}|\b(?:[A-Za-z]\.)+[A-Za-z]|\betc|\.)\.$")


@check(
    "QUO113",
    "stop-on-both-sides-of-quote",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a stop stands on both sides of the closing quotation mark",
    needs=(characters('"”'),),
    examples=(
        bad('She called it "a fair deal[[.".]]', 'She called it "a fair deal."'),
        bad(
            "He spoke of “the last chance[[,”,]] and sat down.",
            "He spoke of “the last chance,” and sat down.",
        ),
        fine('He worked for "Acme Inc.", which folded, and for "the U.S.".'),
        fine('It was "a fair deal". "A very fair deal," she said.'),
    ),
)
def stop_on_both_sides(facts: Facts) -> Iterator[Hit]:
    """The stop stands before the closing mark and again after it; American and British usage want one."""
    text = facts.text
    for match in _BOTH_SIDES.finditer(text):
        inner, mark, outer = tuple(match.group())
        if inner == "." and _ABBREVIATED.search(text, max(0, match.start() - 8), match.start() + 1):
            continue
        # The end of a sentence outweighs a comma; where the sentence goes on, the comma stays.
        stop = "." if outer == "." else ","
        yield Hit(
            Span(*match.span()), fixes=(replacement(Span(*match.span()), stop + mark, Applicability.SAFE),)
        )


_DASH = lazy(r"(?P<comma>,?)(?P<mark>[\"”])(?P<after>,?) ?(?P<dash>[-–—]{1,2}) ?(?=(?P<next>[\w’]+))")
_SAYS = frozenset(
    "said says told added adds noted notes stated states stressed emphasized emphasised explained explains "
    "wrote writes reported reports concluded recalled admitted asked replied commented quotes quoted "
    "announced warned believes shared argues argued assured clarified "
    "continued complained remarked according".split()
)


@check(
    "QUO114",
    "dash-after-speech",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="English joins a quotation to its speaker with a comma, not with a dash",
    pivots=("ru", "uk", "es"),
    needs=(characters('"”'), characters("-–—")),
    examples=(
        bad('"The bridge is safe[[", - ]]said the engineer.', '"The bridge is safe," said the engineer.'),
        bad("“We will rebuild[[” – ]]noted the mayor.", "“We will rebuild,” noted the mayor."),
        fine('The "audit trails" - said to be the first - are public.'),
        fine('They sang "Yesterday" - a song of the Beatles.'),
    ),
)
def dash_after_speech(facts: Facts) -> Iterator[Hit]:
    """Russian, Ukrainian and Spanish set a dash between the words spoken and the speaker; English a comma."""
    text = facts.text
    for match in _DASH.finditer(text):
        comma, mark, after, _, word = match.group("comma", "mark", "after", "dash", "next")
        if not (comma or after) and word not in _SAYS:
            continue
        if (
            word in ("said", "reported", "according")
            and not (comma or after)
            and _parenthetic(text, match.end())
        ):
            continue
        ended = text[match.start() - 1 : match.start()] in tuple("?!,.…")
        fix = mark + " " if ended and not after else "," + mark + " "
        yield Hit(
            Span(*match.span()),
            fixes=(replacement(Span(*match.span()), fix, Applicability.SAFE),),
            related=_opening(facts, match.start("mark")),
        )


def _parenthetic(text: str, place: int) -> bool:
    """Whether a second dash closes a parenthesis: `"trails" - said to be new - are public`."""
    sentence = text[place : place + 120].split(". ", maxsplit=1)[0]
    return any(dash in sentence for dash in (" - ", " – ", " — "))


def _opening(facts: Facts, place: int) -> tuple[Related, ...]:
    quotation = facts.article.quotation_at(place)
    if quotation is None:
        return ()
    return (Related(Span(quotation.span.start, quotation.inner.start), "the quotation opens here"),)


CHECKS = (
    quotation_not_closed,
    quotation_not_opened,
    quotation_not_reopened,
    stop_on_both_sides,
    dash_after_speech,
)
