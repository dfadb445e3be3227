"""One acronym with two expansions, and acronyms that are never explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.gazetteer import in_section
from lintnews.facts.known_acronyms import is_well_known
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.acronyms import Explained

_ACRONYM = lazy(r"[A-Z]{3,6}")
# More frequent ones are known by themselves: GDP, HIV, DVD.
_KNOWN = 2.5


@check(
    "CNS204",
    "acronym-with-two-expansions",
    mqm="terminology/inconsistent-use-of-terminology",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="one acronym is explained in two ways",
    needs=(given("explained_acronyms"),),
    examples=(
        bad(
            "The Harbour Workers’ Union (HWU) struck. Then the [[Haven Workmen Union]] (HWU) gave in.",
            "The Harbour Workers’ Union (HWU) struck. Then the [[Harbour Workers’ Union]] (HWU) gave in.",
        ),
        bad(
            "The Rivers Relief Forum (RRF) met. The head of the [[River Rescue Federation]] (RRF) wept.",
            "The Rivers Relief Forum (RRF) met. The head of the [[Rivers Relief Forum]] (RRF) wept.",
        ),
        fine("The Presidential Task Force (PTF) met. The Presidential Task Force on Floods (PTF) fell out."),
    ),
)  # fmt: skip
def acronym_with_two_expansions(facts: Facts) -> Iterator[Hit]:
    """The same name was translated anew where it came again, and the acronym shows that it is the same.

    The expansion that spells the acronym is right, or else the first. A longer form of the same name is none.
    """
    first: dict[str, Explained] = {}
    for explained in facts.explained_acronyms:
        if in_section("place", explained.letters):
            continue
        usual = first.setdefault(explained.letters, explained)
        if usual.is_spelt < explained.is_spelt:
            usual, explained = explained, usual  # noqa: PLW2901  (the one that spells it is right)
        if not _is_same_name(usual, explained):
            here, there = explained.expansion.of(facts.text), usual.expansion.of(facts.text)
            line = facts.article.line_of(usual.expansion.start)
            message = f"{explained.letters} is ‘{here}’ here and ‘{there}’ in line {line}"
            fix = replacement(explained.expansion, there, Applicability.UNSAFE)
            yield Hit(
                explained.expansion, message, (fix,), (Related(usual.expansion, "the other expansion"),)
            )


def _is_same_name(one: Explained, other: Explained) -> bool:
    """Whether one expansion is a part of the other, plurals and small words apart."""
    words = [{word.casefold().rstrip("s’'") for word in explained.words} for explained in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]


@check(
    "CNS205",
    "acronym-not-explained",
    mqm="audience-appropriateness/end-user-suitability",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="this acronym is never explained, though the article explains others",
    needs=(given("explained_acronyms"),),
    examples=(
        bad("The Central Harbour Board (CHB) closed two piers. Lawyers of the [[ZKPR]] objected."),
        bad("The Rivers Relief Forum (RRF) met. Members of [[QNTV]] stayed away, and QNTV said so."),
        fine("The Central Harbour Board (CHB) met NATO and FARC. HIV and GDP need no words. STOP, it said."),
    ),
)
def acronym_not_explained(facts: Facts) -> Iterator[Hit]:
    """An article that explains its acronyms explains each; a system leaves one that it does not know.

    Acronyms that the world knows are left alone. Much good news has one, too, so this asks for attention
    only.
    """
    explained = {item.letters for item in facts.explained_acronyms}
    if not explained:
        return
    for token in facts.tokens:
        text = token.text
        if not _ACRONYM.fullmatch(text) or text in explained or is_well_known(text):
            continue
        explained.add(text)
        word = facts.words.word(text.casefold())
        if word.known or word.zipf >= _KNOWN or _stands_in_brackets(facts, text):
            continue
        block = facts.article.block_at(token.start)
        if block is not None and block.kind.is_prose and not facts.article.block_text(block).isupper():
            yield Hit(token.span)


def _stands_in_brackets(facts: Facts, acronym: str) -> bool:
    return f"({acronym}" in facts.text or f"{acronym} (" in facts.text


CHECKS = (acronym_with_two_expansions, acronym_not_explained)
