"""Plans, demands and goals that undo themselves."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.facts.actors import lands
from lintnews.facts.inflection import gerund
from lintnews.facts.lexicon import opposites
from lintnews.facts.stems import stem
from lintnews.facts.tokens import TokenKind
from lintnews.needs import words
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token
    from lintnews.finding import Hit

# Somebody wants both things at once.
_WANTED = lazy(
    r"\b(?:goals?|aims?|aim(?:ed|ing)|objectives?|purposes?|demand(?:s|ed|ing)?|priorit(?:y|ies)|plan(?:s"
    r"|ned)?|want(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)|vow(?:s|ed)?|call(?:s|ed)? for|mission"
    r"|seek(?:s|ing)?)\b"
)
#: What one ends, and the acts that bring it about: ending a presence is the opposite of deploying.
_BROUGHT_ABOUT = {
    "presence": "deploy station send base keep dispatch maintain reinforce",
    "occupation": "occupy deploy station invade seize",
    "deployment": "deploy station send dispatch",
    "blockade": "block blockade besiege",
    "siege": "besiege",
    "sanction": "impose tighten",
    "embargo": "impose tighten",
    "ban": "ban forbid prohibit",
    "subsidy": "subsidise subsidize grant raise",
    "dependence": "import buy",
    "export": "export sell",
    "import": "import buy",
    "production": "produce build make",
    "aid": "aid fund send",
    "support": "support back fund arm",
    "war": "wage launch start",
    "fighting": "wage launch start",
    "discrimination": "discriminate",
    "immigration": "invite welcome",
    "influence": "invite welcome",
    "closure": "close shut",
    "strike": "strike",
}
_ENDING = frozenset(stem(word) for word in "end stop halt terminate abolish lift cease finish".split())
_LINKS = frozenset("and & while , as well".split())
# How many tokens an object may have before the word that joins the second act to the first.
_REACH = 9
_ELSEWHERE = frozenset("from then later first before after instead not or but without rather".split())
_AFTER_OBJECT = frozenset(
    "in on at to for with by was is were are be will would has have had that who which".split()
)


class _Act(NamedTuple):
    """A verb with its object: token of the verb, the object's tokens, the stems and countries in it."""

    verb: int
    form: str
    object: range
    matter: frozenset[str]


@check(
    "CON202",
    "goal-undoes-itself",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="one goal cannot be both",
    needs=(
        words("and"),
        words(
            "goal goals aim aims aimed aiming objective objectives purpose purposes demand demands demanded "
            "demanding priority priorities plan plans planned want wants wanted pledge pledges pledged "
            "promise promises promised vow vows vowed call calls called mission seek seeks seeking"
        ),
    ),
    examples=(
        bad(
            "Many in the town said [[stationing Danish soldiers]] and ending Denmark’s presence on the "
            "island was what they wanted."
        ),
        bad(
            "The union said its aim was [[closing coal mines]] and reopening the coal mines of the valley.",
        ),
        fine(
            "The general said his goal was withdrawing Danish soldiers and ending Denmark’s presence on the "
            "island."
        ),
        fine("Her plan is buying and selling shares from home, and closing one shop while opening another."),
    ),
)
def goal_undoes_itself(facts: Facts) -> Iterator[Hit]:
    """One goal, demand or plan names two acts on one target that undo each other.

    To deploy troops and to end their presence, to close the mines and to reopen them: where the source has
    one verb with both senses (move, lift, take) a machine picks each at its own. Left alone where the acts
    are joined without an object of their own (buying and selling shares) or by "or", and where they follow
    each other in time.
    """
    for sentence in facts.article.sentences:
        text = sentence.span.of(facts.text)
        if " and " not in text or not _WANTED.search(text):
            continue
        acts = list(_acts(facts, facts.token_range(sentence.span)))
        for one, other in pairwise(acts):
            if _joined(facts, one, other) and _undo(one, other):
                yield contradiction(
                    facts,
                    _span(facts, one),
                    _span(facts, other),
                    "one goal cannot be both",
                    _fixes(facts, one),
                )


def _acts(facts: Facts, indices: range) -> Iterator[_Act]:
    tokens = facts.tokens
    for index in indices:
        fold = tokens[index].fold
        after_to = index > indices.start and tokens[index - 1].fold == "to"
        if not (after_to or (fold.endswith("ing") and len(fold) > 4)) or index in facts.names:
            continue
        end = index + 1
        while end < min(indices.stop, index + _REACH) and _in_object(tokens, end):
            end += 1
        if end > index + 1:
            found = range(index + 1, end)
            yield _Act(index, stem(fold), found, _matter(facts, found))


def _in_object(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    return (
        token.kind in (TokenKind.WORD, TokenKind.NUMBER)
        and token.fold not in _LINKS | _ELSEWHERE | _AFTER_OBJECT
    )


def _matter(facts: Facts, indices: range) -> frozenset[str]:
    words = (facts.tokens[index].base for index in indices)
    return frozenset(lands().get(word, stem(word)) for word in words if word not in ("the", "a", "of", "all"))


def _joined(facts: Facts, one: _Act, other: _Act) -> bool:
    between = [facts.tokens[index].fold for index in range(one.verb + 1, other.verb)]
    return "and" in between and not _ELSEWHERE.intersection(between) and len(between) <= 2 * _REACH


def _undo(one: _Act, other: _Act) -> bool:
    if not one.matter & other.matter:
        return False
    if other.form in opposites()["verbs"].get(one.form, ()):
        return True
    return any(
        ending.form in _ENDING and acting.form in _caused(ending.matter)
        for ending, acting in ((one, other), (other, one))
    )


def _caused(matter: frozenset[str]) -> frozenset[str]:
    return frozenset(
        stem(verb) for noun, verbs in _BROUGHT_ABOUT.items() if stem(noun) in matter for verb in verbs.split()
    )


def _span(facts: Facts, act: _Act) -> Span:
    return Span(facts.tokens[act.verb].start, facts.tokens[act.object.stop - 1].end)


def _fixes(facts: Facts, act: _Act) -> Iterator[str]:
    """Yield the act with its verb turned round: first by verbs that the article itself has."""
    contrary = opposites()["verbs"].get(act.form, frozenset())
    rest = facts.text[facts.tokens[act.object.start].start : facts.tokens[act.object.stop - 1].end]
    known = {
        stem(verb): verb for verb in ("expel", "withdraw", "remove", "recall", "open", "reopen", "close")
    }
    used = {stem(token.fold) for token in facts.tokens if token.kind is TokenKind.WORD}
    for form in sorted(contrary & set(known), key=lambda form: (form not in used, list(known).index(form))):
        verb = known[form]
        yield f"{gerund(verb) if facts.tokens[act.verb].fold.endswith('ing') else verb} {rest}"


CHECKS = (goal_undoes_itself,)
