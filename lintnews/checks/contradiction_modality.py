"""A ban where the time calls for what has happened: "Since then, the ships must not sail"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.inflection import participle
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# "Since then" looks back on what came of it; a rule that holds since a day is "since 2015, drivers must".
_SINCE_BAN = lazy(
    r"\b[Ss]ince (?:then|that (?:day|time|year)|his \w+|her \w+|their \w+|the (?:end|fall|withdrawal|war"
    r"|attack|collapse|defeat|death) of [^,.;]{2,40}),? (?P<subject>[^,.;:]{2,50}?) (?P<ban>(?:must not"
    r"|mustn[’']t|may not|shall not|should not) (?P<verb>[a-z]+))\b"
)
_SINGULAR = lazy(r"(?i)\b(?:he|she|it|this|that|government|army|country|company|[a-z]+ion)$")
_PLURAL = lazy(r"(?i)(?:s|men|women|people|they|we|you|I|troops|police)$")
# Who is expelled leaves: demands for the one are demands for the other.
_BROUGHT_ABOUT_BY = {
    "leave": frozenset("expel oust evict".split()),
    "return": frozenset("readmit resettle".split()),
    "enter": frozenset("admit invite".split()),
}
_DEMANDS = frozenset("call calls called calling demand demands demanded want wanted urge urged vowed".split())
_NO_PARTICIPLE = frozenset("be have".split())


@check(
    "CON203",
    "ban-since-then",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="‘since then’ tells what has happened; this forbids it",
    needs=(words("since"), words("must mustn may shall should")),
    examples=(
        bad(
            "Since then, the miners [[must not return]], and the pits have filled with water.",
            "Since then, the miners have not returned, and the pits have filled with water.",
        ),
        bad(
            "Since the fall of the regime, the old judge [[may not speak]] in public, friends say.",
            "Since the fall of the regime, the old judge has not spoken in public, friends say.",
        ),
        fine("Since 2019, drivers must not use the lane, and cyclists have it to themselves."),
        fine("The miners must not return, the company has said since then."),
    ),
)
def ban_since_then(facts: Facts) -> Iterator[Hit]:
    """After "since then" English tells what has or has not happened; a ban does not fit there.

    Languages that have one form for "need not", "may not" and "have yet to" give a machine the choice, and
    it picks the ban: troops that have not left "must not leave". Rules that hold since a year are left alone.
    """
    if "ince " not in facts.text:
        return
    for match in _SINCE_BAN.finditer(facts.text):
        span, verb = Span(*match.span("ban")), match["verb"]
        subject = match["subject"].split()[-1]
        plural = bool(_PLURAL.search(subject)) and not _SINGULAR.search(subject)
        have = "have" if plural else "has"
        fixes = () if verb in _NO_PARTICIPLE else (f"{have} not {participle(verb)}", f"{have} yet to {verb}")
        opening = match.group().split(",")[0]
        since = Span(match.start(), min(match.start() + len(opening), match.start("subject")))
        related = [Related(since, "this looks back")]
        wanted = _opposite_demand(facts, verb, span)
        if wanted is not None:
            related.append(Related(wanted, "others want the opposite"))
        yield Hit(
            span,
            f"‘{span.of(facts.text)}’ forbids, but ‘{since.of(facts.text).strip(' ,')}’ tells what has "
            f"happened",
            tuple(replacement(span, fix, Applicability.UNSAFE) for fix in fixes),
            tuple(related),
        )


def _opposite_demand(facts: Facts, verb: str, ban: Span) -> Span | None:
    """Return where the article has somebody call for what would bring about the banned act."""
    for token in facts.tokens if verb in _BROUGHT_ABOUT_BY else ():
        if token.fold not in _BROUGHT_ABOUT_BY[verb]:
            continue
        sentence = facts.article.sentence_at(token.start)
        if sentence is None or sentence.span.contains(ban):
            continue
        if any(word.fold in _DEMANDS for word in facts.tokens_in(sentence.span)):
            return token.span
    return None


CHECKS = (ban_since_then,)
