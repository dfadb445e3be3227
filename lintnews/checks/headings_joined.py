"""Headings that run on without a break, into the text or into a second heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.headings import FUNCTION_WORDS, CaseStyle
from lintnews.facts.stems import stem
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# A small word, then a capital that only the start of a sentence explains.
_NEW_SENTENCE = lazy(
    r"(?<=[a-z]{3})( )(?:The|This|These|According to|In|On|At|After) (?:the |an? )?[a-z]{2,}"
)
_BROKEN = lazy(r"[,;:“”\"()]")
# The same within a heading in sentence case, where titles ("The Cure") keep their second capital.
_SECOND_CLAUSE = lazy(
    r"(?<= )[a-z][a-z’'-]{2,}( )"
    r"(?:The|It|He|She|They|This|These|How|What|When|Why|There|Who|Where) (?=[a-z]{2})"
)


@check(
    "HED107",
    "heading-run-into-text",
    mqm="locale-convention/layout",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a heading or caption runs straight into the sentence after it",
    examples=(
        bad(
            "[[Fire in Kano timber market]] The fire broke out at dawn and burned until noon.\n\n"
            "Nobody was hurt.",
            "[[Fire in Kano timber market\n\n]]The fire broke out at dawn and burned until noon.\n\n"
            "Nobody was hurt.",
        ),
        bad(
            "[[Miners trapped below Silesian town]] In the town, families wait for the miners to be "
            "found.\n\nIt is late.",
            "[[Miners trapped below Silesian town\n\n]]In the town, families wait for the miners to be "
            "found.\n\nIt is late.",
        ),
        fine("Fans of the band The Cure filled the hall in Leeds for the band on Monday.\n\nIt rained."),
        fine("The film club in Leeds showed The long night to its members.\n\nIt rained."),
        fine("Players in Serie A went on strike over the pay of players on Monday.\n\nIt rained."),
    ),
)
def heading_run_into_text(facts: Facts) -> Iterator[Hit]:
    """Report a paragraph that begins with the words of a heading and, with no mark between, its sentence.

    The break between a heading and its text was lost before translation. The sentence must take up a word of
    what stands before it, and titles in the middle of a sentence are left alone.
    """
    text = facts.text
    for sentence in facts.article.sentences:
        block = facts.article.blocks[sentence.block]
        if block.kind.is_heading or sentence.span.start != block.span.start:
            continue
        new = _NEW_SENTENCE.search(
            text, sentence.span.start, min(sentence.span.end, sentence.span.start + 120)
        )
        if not new or new.start() - sentence.span.start < 12:
            continue
        head = Span(sentence.span.start, new.start())
        words = [token for token in facts.tokens_in(head) if token.is_word]
        if len(words) < 3 or _BROKEN.search(text, head.start, head.end):
            continue
        echoed = {
            stem(token.fold) for token in words if token.fold not in FUNCTION_WORDS and len(token.fold) > 3
        }
        after = facts.tokens_in(Span(new.end(1), min(sentence.span.end, new.end() + 80)))
        if any(token.is_word and stem(token.fold) in echoed for token in after):
            yield Hit(head, None, (Fix((Edit(Span(head.end, new.end(1)), "\n\n"),), Applicability.UNSAFE),))


@check(
    "HED116",
    "two-headings-in-one",
    mqm="fluency/punctuation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="two headings or sentences stand here with no mark between them",
    needs=(given("headings"),),
    examples=(
        bad(
            "Voters in Fiji choose a leader[[ The]] count will take a week\n\nPolls closed.\n\nIt is late.",
            "Voters in Fiji choose a leader: The count will take a week\n\nPolls closed.\n\nIt is late.",
        ),
        bad(
            "The team that won three games[[ What]] did the players feel\n\nThey won.\n\nIt is late.",
            "The team that won three games: What did the players feel\n\nThey won.\n\nIt is late.",
        ),
        fine("Fans of the band The Cure fill the hall\n\nThey sang.\n\nIt is late."),
        fine("Voters choose: The count will take a week\n\nPolls closed.\n\nIt is late."),
        fine("Why The Hague Is Where It Ends\n\nThe court sat.\n\nIt is late."),
    ),
)
def two_headings_in_one(facts: Facts) -> Iterator[Hit]:
    """Report a heading with a capital in its middle that only a new sentence explains.

    Chinese and Japanese headlines have two or three parts with a blank between them, which the machine
    reads as nothing at all.
    """
    for heading in facts.headings:
        if heading.style in (CaseStyle.TITLE, CaseStyle.CAPITALS):
            continue
        for found in _SECOND_CLAUSE.finditer(facts.text, *heading.core):
            blank = Span(*found.span(1))
            fix = Fix((Edit(blank, ": "),), Applicability.SUGGESTION)
            yield Hit(Span(blank.start, found.end() - 1), None, (fix,))


CHECKS = (heading_run_into_text, two_headings_in_one)
