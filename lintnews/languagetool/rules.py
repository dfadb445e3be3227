"""Family LT: a check for every rule of LanguageTool, which passes on what it says."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, Reference, replacement
from lintnews.languagetool.spelling import SPELLING, is_slip
from lintnews.languagetool.table import standings, words_counted
from lintnews.rule import Check, Confidence, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.facts import Facts
    from lintnews.facts.remarks import Remark
    from lintnews.languagetool.table import Standing

FAMILY = "LT"
#: The rule of what the table does not know: LanguageTool gets new rules with every version.
UNMEASURED = "UNMEASURED"

_STYLE = "style/awkward"
_MQM = {
    "CASING": "linguistic-conventions/capitalization",
    "COLLOCATIONS": "style/unidiomatic-style",
    "COMPOUNDING": "fluency/spelling",
    "CONFUSED_WORDS": "terminology/wrong-term",
    "CREATIVE_WRITING": _STYLE,
    "GRAMMAR": "fluency/grammar",
    "MULTITOKEN_SPELLING": "fluency/spelling",
    "NONSTANDARD_PHRASES": "style/unidiomatic-style",
    "PLAIN_ENGLISH": _STYLE,
    "PROPER_NOUNS": "fluency/spelling",
    "PUNCTUATION": "fluency/punctuation",
    "REDUNDANCY": _STYLE,
    "REPETITIONS_STYLE": _STYLE,
    "SEMANTICS": "accuracy/mistranslation",
    "STYLE": _STYLE,
    "TEXT_ANALYSIS": _STYLE,
    "TON_ACADEMIC": _STYLE,
    "TYPOGRAPHY": "fluency/punctuation",
    "TYPOS": "fluency/spelling",
}
_MQM_ELSEWHERE = "fluency/grammar"


@cache
def languagetool_checks() -> tuple[Check, ...]:
    """Return the checks of family LT, by code.

    A code is `LT:` and LanguageTool's own id of the rule. They find what the article's remarks hold, and so
    nothing where LanguageTool was not asked.
    """
    known = (
        Check(_rule(standing), partial(_hits, standing.rule), is_noise=standing.confidence is None)
        for standing in standings().values()
    )
    return tuple(sorted((*known, Check(_unmeasured(), _unknown_hits)), key=lambda check: check.rule.code))


def unwanted(checks: Iterable[Check]) -> tuple[str, ...]:
    """Return the ids of rules that need not run for `checks`: noise that none of them reports."""
    running = {check.rule.code for check in checks if check.rule.family == FAMILY}
    noise = (standing.rule for standing in standings().values() if standing.confidence is None)
    return tuple(rule for rule in noise if _code(rule) not in running)


def _code(rule: str) -> str:
    return f"{FAMILY}:{rule.upper()}"


def _hits(rule: str, facts: Facts) -> Iterator[Hit]:
    for remark in facts.remarks.get(rule, ()):
        if not rule.startswith(SPELLING):
            yield _hit(remark)
        elif is_slip(remark.span, facts):
            yield _hit(remark)._replace(message=f"‘{remark.span.of(facts.text)}’ is in no English dictionary")


def _unknown_hits(facts: Facts) -> Iterator[Hit]:
    for rule, remarks in facts.remarks.items():
        if rule not in standings():
            yield from map(_hit, remarks)


def _hit(remark: Remark) -> Hit:
    # Of several ways to repair it none is to be taken unread.
    sure = len(remark.replacements) == 1
    applicability = Applicability.UNSAFE if sure else Applicability.SUGGESTION
    fixes = tuple(replacement(remark.span, text, applicability) for text in remark.replacements)
    reference = Reference("LanguageTool", remark.id, remark.category, remark.url)
    return Hit(remark.span, remark.message, fixes, reference=reference)


def _rule(standing: Standing) -> Rule:
    mqm = _MQM.get(standing.category, _MQM_ELSEWHERE)
    return Rule(
        code=_code(standing.rule),
        name=f"lt-{standing.rule.lower().replace('_', '-')}",
        mqm=mqm,
        severity=Severity.NOTE if mqm == _STYLE else Severity.WARNING,
        confidence=standing.confidence or Confidence.LOW,
        message=f"LanguageTool objects ({standing.rule})",
        why=_why(standing),
        examples=(),
    )


def _unmeasured() -> Rule:
    return Rule(
        code=_code(UNMEASURED),
        name="lt-unmeasured",
        mqm=_MQM_ELSEWHERE,
        severity=Severity.WARNING,
        confidence=Confidence.LOW,
        message="LanguageTool objects",
        why="Rules of LanguageTool that came after lintnews measured what each of them is worth on news.",
        examples=(),
    )


def _why(standing: Standing) -> str:
    words = words_counted()
    counts = (
        (standing.machine, words.machine, "machine translations"),
        (standing.translators, words.translators, "human translations"),
        (standing.originals, words.originals, "articles first written in English"),
    )
    found = ", ".join(f"{count} in {size:,} words of {what}" for count, size, what in counts)
    verdict = {
        None: "It runs only where it is selected itself: noise on news, or a matter of lintnews' own rules.",
        Confidence.LOW: "That tells little or nothing: it runs only where it is asked for.",
    }.get(standing.confidence, "It runs wherever LanguageTool is asked.")
    return (
        f"LanguageTool's rule {standing.rule}, of its category {standing.category}.\n\n"
        f"Findings when lintnews measured it: {found}. {verdict}"
    )
