"""A crowd that is for and against one target."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.actors import CAMPS, CROWD, DIVISIONS
from lintnews.facts.stances import STREET, Stance, crowd_stances
from lintnews.facts.syntax import SyntaxUnavailableError
from lintnews.needs import strings
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.syntax import ParsedSentence
    from lintnews.finding import Hit

# A stance stands alone against at least so many places that show the other side.
_MAJORITY = 2
_ANOTHER_TIME = frozenset(
    "once first initially originally previously formerly earlier later ago used years decades "
    "supposedly mock mocking mockingly sarcastically ironically jokingly pretending".split()
)
_DENIED = frozenset("not never no nobody without refused refusing instead rather stopped".split())
_SHOUTS = frozenset("chant shout scream cry yell sing roar".split())
_SHOUT_FORMS = {
    form: (f"{verb}ing", f"{verb[:-1]}ied" if verb == "cry" else "sang" if verb == "sing" else f"{verb}ed")
    for verb in _SHOUTS
    for form in (verb, f"{verb}s", f"{verb}ing", f"{verb}ed", "cried", "cries", "sang", "sung")
    if form.startswith(verb[:2])
}


@check(
    "CON201",
    "crowd-for-and-against",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the crowd is for here what it is against elsewhere",
    needs=(strings(*STREET),),
    examples=(
        bad(
            "Crowds filled the square in Tirane, [[cheering for Belgium]] and burning tyres.\n\nThe "
            "anti-Belgian protest began at noon.\n\nYoung men threw eggs at the consulate and shouted “Down "
            "with Belgium”.",
        ),
        bad(
            "Thousands of protesters marched to the ministry, [[hailing the dam]] and blocking the "
            "road.\n\nThe anti-dam protests are in their third week.\n\nDemonstrators chanted “No to the "
            "dam” and tore up maps.",
        ),
        fine(
            "Crowds filled the square, some cheering for Belgium and others jeering at Belgium.\n\nThe "
            "anti-Belgian protest began at noon.\n\nYoung men shouted “Down with Belgium”."
        ),
        fine(
            "Crowds that once cheered for Belgium filled the square.\n\nThe anti-Belgian protest began at "
            "noon.\n\nYoung men shouted “Down with Belgium”."
        ),
    ),
)
def crowd_for_and_against(facts: Facts) -> Iterator[Hit]:
    """One crowd cheers a target in one place, and everywhere else in the article it is against it.

    A verb that means both shouting for and shouting against is easily turned round, and then a crowd hails
    what it came to protest against. The single place is reported, with the strongest opposite one beside
    it. Left alone where the article has two camps, where time passes between, where the stance is denied or
    meant in mockery.
    """
    by_target: defaultdict[str, list[Stance]] = defaultdict(list)
    for stance in crowd_stances(facts.article, facts.tokens):
        by_target[stance.target].append(stance)
    for stances in by_target.values():
        lone = _lone(stances)
        if lone is None or not lone.is_crowd or _is_set_apart(facts, lone):
            continue
        opposite = [stance for stance in stances if stance.is_for != lone.is_for and stance.is_crowd]
        if opposite and _is_of_crowd(facts, lone):
            yield _hit(facts, lone, opposite)


def _lone(stances: list[Stance]) -> Stance | None:
    """Return the only stance of its side where the other side has a majority."""
    sides = [[s for s in stances if s.is_for], [s for s in stances if not s.is_for]]
    sides.sort(key=len)
    return sides[0][0] if len(sides[0]) == 1 and len(sides[1]) >= _MAJORITY else None


def _is_set_apart(facts: Facts, stance: Stance) -> bool:
    folds = {token.fold for token in facts.tokens_in(stance.sentence.span)}
    if folds & (_ANOTHER_TIME | _DENIED) or any(fold.endswith("n't") for fold in folds):
        return True
    return bool(folds & DIVISIONS) or any(token.fold in CAMPS for token in facts.tokens)


def _is_of_crowd(facts: Facts, stance: Stance) -> bool:
    """Whether the grammar makes a crowd the subject of the stance's verb."""
    try:
        parsed = facts.syntax(stance.sentence)
    except SyntaxUnavailableError:
        return False
    start = facts.tokens[stance.first].start
    here = next((index for index, token in enumerate(parsed) if token.span.start == start), None)
    return here is not None and _subject(parsed, here).casefold() in CROWD


def _subject(parsed: ParsedSentence, index: int) -> str:
    """Return the subject of a verb, or of the verb that it hangs on."""
    seen: set[int] = set()
    while index not in seen:
        seen.add(index)
        for token in parsed:
            if token.head == index and token.dependency in ("nsubj", "nsubjpass"):
                return token.text
        if parsed[index].dependency in ("acl", "relcl"):
            return parsed[parsed[index].head].text
        index = parsed[index].head
    return ""


def _hit(facts: Facts, lone: Stance, opposite: list[Stance]) -> Hit:
    quoted = [stance for stance in opposite if facts.article.quotation_at(stance.span.start)]
    strongest = (quoted or opposite)[0]
    return contradiction(facts, lone.span, strongest.span, "the same crowd", _fixes(facts, lone, strongest))


def _fixes(facts: Facts, lone: Stance, strongest: Stance) -> Iterator[str]:
    """Yield the article's own shout in the form of the lone verb, then the verb turned round."""
    going_on = facts.tokens[lone.first].fold.endswith("ing")
    quotation = facts.article.quotation_at(strongest.span.start)
    if quotation is not None:
        before = facts.token_range(strongest.sentence.span)
        verbs = [
            _SHOUT_FORMS[facts.tokens[index].fold]
            for index in before
            if facts.tokens[index].fold in _SHOUT_FORMS and facts.tokens[index].end <= quotation.span.start
        ]
        verb = (verbs[-1] if verbs else ("chanting", "chanted"))[0 if going_on else 1]
        yield f"{verb} {quotation.span.of(facts.text)}"
    target = facts.tokens[lone.target_tokens.start].start
    side = "against" if lone.is_for else "for"
    yield f"{'chanting' if going_on else 'chanted'} {side} {facts.text[target : lone.span.end]}"


CHECKS = (crowd_for_and_against,)
