"""What one clause says of somebody and the next takes back: opponents who celebrate, a son who is a girl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.clashes import CLASHES
from lintnews.facts.takebacks import TAKEBACKS
from lintnews.needs import strings
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit

_ROWS = (*CLASHES, *TAKEBACKS)
# Time or irony between the two, or only a part of those who are meant.
_BOTH = lazy(
    r"\b(?:(?<!at )once|former\w*|previously|originally|initially|until|no longer|some|many|few|even"
    r"|ironically"
    r"|sarcastic\w*"
    r"|mock\w*|jeers?|boos|whistles|not|never mind|would|could|if|delay(?:s|ed)? in|changed|instead)\b"
)


@check(
    "CON218",
    "clause-takes-the-other-back",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one clause takes the other back",
    needs=(strings(*sorted({string for row in _ROWS for string in row.strings})),),
    examples=(
        bad("Opponents of the quota [[welcomed its adoption]] on Monday."),
        bad("Supporters of President Halvari, wrapped in flags, [[chanted for his overthrow]]."),
        bad("The Coast Party, which backs the budget, [[will vote against it]]."),
        bad("Talks on the other hostages continue and [[have not begun]]."),
        bad("The ticket for pupils is free, [[with a discount]] of half."),
        bad("The trains to the coast are cancelled and [[run with]] a delay of two hours."),
        bad("He fully admits his guilt and [[considers the accusation far-fetched]], his lawyer said."),
        fine("The trains are cancelled and buses run with a delay. He was unhurt and his wife was killed."),
        fine("Entry is free, with a donation for the guide. Talks continue and have not been called off."),
        bad("The singer and her son, [[a healthy girl]], left the clinic."),
        bad("Rovers lost 3-1 to Athletic [[after their victory]], he said."),
        bad("A banker acquitted of fraud [[gets nine years]] in prison."),
        bad("The patients’ league [[deplored the ban]], for which it had long called."),
        bad("The vote passed off without incident. [[Two booths were set on fire]] in Velm."),
        bad("His lawyer was satisfied with the verdict and [[would appeal]] at once."),
        fine("A banker was acquitted of fraud and got two years for forgery. He will keep his shares "
            "and sell the house."),
        fine("The league deplored the ban, of which it had long warned. The vote passed off "
            "peacefully. Last year two men were injured."),
        fine("Opponents of the quota welcomed its rejection, and its supporters denounced its defeat."),
        fine("Rovers lost 3-1 to Athletic after their win over Union. Her son, a friend of a girl, left."),
        fine("Opponents of the quota welcomed its adoption with boos. Some who back it voted against it."),
    ),
)  # fmt: skip
def clause_takes_the_other_back(facts: Facts) -> Iterator[Hit]:
    """Opponents of a law who welcome its passage, a party that backs a bill and votes against it.

    A negation or a prefix is lost, or a verb is turned round. Both places stand in one sentence; it is left
    alone where a word tells of another time, of a part of those who are meant, or of mockery.
    """
    for row in _ROWS:
        if not any(string in facts.text for string in row.strings):
            continue
        for match in row.pattern.finditer(facts.text):
            sentence = facts.article.sentence_at(match.start("here"))
            if sentence is None:
                continue
            let_both = _BOTH.finditer(facts.text, *sentence.span)
            if any(word.group() not in row.own for word in let_both):
                continue
            if facts.article.quotation_at(match.start("here")) is None:
                here, there = Span(*match.span("here")), Span(*match.span("there"))
                yield contradiction(facts, here, there, row.reason)


CHECKS = (clause_takes_the_other_back,)
