"""One person under two given names: Marcela Holm and Marta Holm."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.facts.given_names import sex_of
from lintnews.facts.name_kinds import NameKind
from lintnews.facts.person_nouns import person_nouns
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import given
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.names import NameMention

_KIN = lazy(
    r"(?i)\b(?:brothers?|sisters?|wife|husband|sons?|daughters?|father|mother|family|families|cousins?|twins?|widow"
    r"|parents?|uncle|aunt|nephew|niece|couple|siblings?|namesakes?|grand\w+|wed|married|marriage|relatives?)\b"
)
# So alike two given names must be: they begin alike and are of a length.
_SAME_START, _SHORTEST = 2, 4
_SURNAME_KNOWN = 4.0


@check(
    "CNS109",
    "given-name-changes",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the given name was another one before",
    needs=(given("name_forms"),),
    examples=(
        bad(
            "Marcela Quirogo won the vote. Quirogo is 47.\n\nIt rained. [[Marta Quirogo]] will govern alone.",
            "Marcela Quirogo won the vote. Quirogo is 47.\n\nIt rained. Marcela Quirogo will govern alone.",
        ),
        bad("Mario Bellotta called a strike. “We will win,” [[Marco Bellotta]] said.", None),
        fine("Marcela Quirogo won the vote. Her sister Marta Quirogo will govern with her."),
        fine("Marcela Quirogo won the vote. A new law was drafted by lawyer Marta Quirogo."),
        fine("Marcela Quirogo won the vote. Pedro Quirogo came second, Marta Ibarrez third."),
        fine("Marcela Quirogo and Marta Quirogo won the vote. Marta Quirogo is 47, Marcela Quirogo 50."),
    ),
)
def given_name_changes(facts: Facts) -> Iterator[Hit]:
    """A given name is taken for a better known one, or transcribed anew, in one place of the article.

    Two given names that begin alike and are of one sex, before one surname; left alone where the article
    speaks of
    a family, names both in one sentence, or gives both names more than once.
    """
    by_surname: defaultdict[str, list[NameMention]] = defaultdict(list)
    for mention in facts.names.mentions:
        words = mention.text.split()
        if len(words) == 2 and mention.kind in (NameKind.PERSON, NameKind.UNKNOWN) and _are_names(words):
            by_surname[words[1].casefold()].append(mention)
    for surname, mentions in by_surname.items():
        names = list(dict.fromkeys(mention.text.split()[0] for mention in mentions))
        if len(names) != 2 or not _are_alike(*names) or facts.words.zipf(surname) >= _SURNAME_KNOWN:
            continue
        by_name = [[mention for mention in mentions if mention.text.split()[0] == name] for name in names]
        usual, rare = sorted(by_name, key=lambda found: (-len(found), found[0].span.start))
        if len(rare) > 1 or _share_a_sentence(facts, usual, rare[0]) or _KIN.search(facts.text):
            continue
        if not any(len(mention.text.split()) == 2 for mention in usual) or not _is_one_of(
            facts, usual, rare[0]
        ):
            continue
        other, first = rare[0], usual[0]
        yield Hit(
            other.span,
            f"‘{other.text}’ is ‘{first.text}’ elsewhere (line "
            f"{facts.article.line_of(first.span.start)}): nobody"
            " else of this name is introduced",
            (replacement(other.span, first.text, Applicability.UNSAFE),),
            (Related(first.span, "the other given name"),),
        )


def _are_names(words: list[str]) -> bool:
    return all(len(word) >= _SHORTEST and word.isalpha() and not word.isupper() for word in words)


def _are_alike(one: str, other: str) -> bool:
    if one[:_SAME_START].casefold() != other[:_SAME_START].casefold() or abs(len(one) - len(other)) > 2:
        return False
    sexes = {sex_of((name, "X")) for name in (one, other)}
    return len(sexes) == 1 and None not in sexes


def _share_a_sentence(facts: Facts, usual: list[NameMention], rare: NameMention) -> bool:
    sentence = facts.article.sentence_at(rare.span.start)
    return any(facts.article.sentence_at(mention.span.start) == sentence for mention in usual)


def _is_one_of(facts: Facts, usual: list[NameMention], rare: NameMention) -> bool:
    """Whether the rare name comes later, and with nothing that introduces somebody new: ", a teacher"."""
    after = facts.text[rare.span.end : rare.span.end + 4]
    before = facts.tokens[rare.tokens.start - 1].fold if rare.tokens.start else "."
    introduces = after.startswith((", a", " (")) or after[2:3].isdigit()
    calling = any(before in nouns for nouns in person_nouns().values())
    return usual[0].span.start < rare.span.start and not introduces and not calling


CHECKS = (given_name_changes,)
