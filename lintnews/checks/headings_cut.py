"""Headings that stop too early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.headings_repair import in_case_of, is_unknown
from lintnews.facts.headings import FUNCTION_WORDS, Heading
from lintnews.finding import Hit, Related, replacement
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# Words that always need another one after them, in any heading ("the choice is his" and "what it is made of"
# are whole).
_NEVER_LAST = frozenset("the a an my our your their and or but nor because than whose into every".split())
# "of" ends a heading after a verb or adjective that takes it along ("proud of", "made of").
_BEFORE_LAST_OF = frozenset(
    "proud afraid made think thought dream dreamed dreamt hear heard speak spoke spoken know knew known out "
    "full sure "
    "aware capable worthy fond tired sick tired rid accused guilty consist consists short free because "
    "dispose disposed "
    "deprived robbed ashamed course sort kind let get taken care talk talked ahead beware unheard".split()
)
_OPEN_END = lazy(r"[,\[(“‘«&/]$|(?<=\w)-$|\s[-–—|]$")
_STOPPED = lazy(r"[.!?…:;][\"'”’»)\]]*$")


@check(
    "HED105",
    "heading-cut-off",
    mqm="accuracy/omission",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the heading stops in the middle",
    needs=(given("headings"),),
    examples=(
        bad(
            "Minister defends the growth of [[our]]\n\nThe minister spoke to farmers in Kent.\n\n"
            "They were not amused."
        ),
        bad("Union calls strike over pay [[and]]\n\nNurses will walk out on Monday.\n\nTalks failed in May."),
        bad("Ferry service resumes on the Clyde [[|]]\n\nThe first boat left at six.\n\nMore will follow."),
        fine("A town it can be proud of\n\nThe square has new trees.\n\nThe mayor planted one."),
        fine("What the fight is all about\n\nThe square has new trees.\n\nThe mayor planted one."),
        fine("Vitamin A\n\nThe doctor spoke of vitamins.\n\nShe named three of them."),
    ),
)
def heading_cut_off(facts: Facts) -> Iterator[Hit]:
    """Report a heading that ends in a word or mark after which something must follow.

    Systems that limit the length of their output, or translate a heading line by line, lose its end.
    Prepositions that English leaves at the end (“a town to be proud of”) are left alone.
    """
    for heading in facts.headings:
        if len(heading.words) < 3:
            continue
        text = heading.span.of(facts.text)
        mark = _OPEN_END.search(text)
        last = facts.tokens[heading.words[-1]]
        if mark and text.count("“") + text.count("‘") <= 1:
            yield Hit(Span(heading.span.start + len(text.rstrip()) - 1, heading.span.end))
        elif last.end == heading.core.end and last.text.islower() and _needs_more(facts, heading):
            yield Hit(last.span, f"the heading stops after ‘{last.text}’")


def _needs_more(facts: Facts, heading: Heading) -> bool:
    before, last = (facts.tokens[index] for index in heading.words[-2:])
    if last.fold == "of":
        return bool(before.text[0].isalpha()) and before.fold not in _BEFORE_LAST_OF | FUNCTION_WORDS
    # "blood group a", "option a" and the like are no articles.
    return last.fold in _NEVER_LAST and before.fold not in {
        "all",
        "either",
        "type",
        "group",
        "plan",
        "option",
    }


@check(
    "HED106",
    "heading-cut-within-word",
    mqm="fluency/spelling",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the heading’s last word has lost its end",
    needs=(given("headings"),),
    examples=(
        bad(
            "Prosecutors charge treasurer with [[embezzleme]]\n\nThe treasurer denies embezzlement.\n\n"
            "A trial is near.",
            "Prosecutors charge treasurer with [[embezzlement]]\n\n"
            "The treasurer denies embezzlement.\n\nA trial is near.",
        ),
        bad(
            "Hospital reports outbreak of [[tuberculo]]\n\nNine patients have tuberculosis.\n\n"
            "The ward is shut.",
            "Hospital reports outbreak of [[tuberculosis]]\n\nNine patients have tuberculosis.\n\n"
            "The ward is shut.",
        ),
        fine(
            "Govt presents budget to parliament\n\nThe government presented its budget.\n\nTaxes will rise."
        ),
        fine("Fans cheer their champs\n\nThe champions came home.\n\nThousands cheered."),
    ),
)
def heading_cut_within_word(facts: Facts) -> Iterator[Hit]:
    """Report an unknown word before the end of a heading with which a word of the text begins.

    The system’s output was cut at a fixed length, or a piece of a word was not joined on.
    """
    for heading in facts.headings:
        for index in heading.words[-3:]:
            token = facts.tokens[index]
            if (
                len(token.fold) < 6
                or not token.text.islower()
                or facts.text[token.end : token.end + 1] == "."
            ):
                continue
            if not is_unknown(facts, index) or token.fold in facts.vocabulary:
                continue
            whole = next(
                (
                    word
                    for word in facts.vocabulary.by_initial.get(token.fold[0], ())
                    if word.startswith(token.fold)
                ),
                None,
            )
            if whole:
                place = facts.tokens[facts.vocabulary.places[whole][0]].span
                yield Hit(
                    token.span,
                    f"‘{token.text}’ has lost its end: the text has ‘{whole}’ (line "
                    f"{facts.article.line_of(place.start)})",
                    (replacement(token.span, in_case_of(token.text, whole)),),
                    (Related(place, f"the text has ‘{whole}’"),),
                )


CHECKS = (heading_cut_off, heading_cut_within_word)
