"""Sentences that begin with their verb, or have it right after an opening phrase: the subject was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of
from lintnews.facts.verbs import SURE_BASES, SURE_PASTS
from lintnews.finding import Hit
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.tokens import Token

# Where a sentence with its full stop begins with one of these it is no question and no condition.
_OPENING_VERBS = frozenset("Is Are Was Has Does Did Would Could Said Says Stated".split())
# These do so only before a plain verb or a participle: "Will allow it to be sold", "Have been prisoners".
_OPENING_HELPERS = {
    **dict.fromkeys(
        ("Will", "Can", "Must", "May", "Might", "Should"),
        SURE_BASES | frozenset("be have not also still now easily go give make take come".split()),
    ),
    "Have": frozenset("been had become".split()),
    "Were": frozenset("not also apparently originally first once able".split()),
}
# Verbs without an object, so that their past is no participle: "Appeared in court on Friday".
_OPENING_INTRANSITIVES = frozenset(
    "Appeared Became Remained Happened Occurred Seemed Belonged Existed Died Arrived Disappeared Emerged "
    "Participated Resigned Graduated Went Came".split()
)
# Words before a verb or a phrase that a sentence may begin with: "But does not", "And because of the rain".
_CONJUNCTIONS = frozenset(("But", "And", "Yet"))
_PREDICATES = frozenset("is was has does did were would could".split())
# And these before "that": "Found that the dam leaks".
_OPENING_FINDINGS = frozenset(
    "Found Noted Announced Reported Added Discovered Concluded Learned Learnt Explained Confirmed Revealed "
    "Showed Claimed Argued Suggested".split()
)
# A verb right behind them has lost its subject: "Also is the owner of the mill".
_OPENING_ADVERBS = frozenset("Also Apparently Originally Initially Currently Reportedly Previously".split())
_AFTER_PREDICATE = frozenset("not also a an very still now been".split())
_OPENING_PASTS = frozenset(past.capitalize() for past in SURE_PASTS)
_AFTER_PAST = frozenset("the a an that to in on at from his her its their".split())
# Phrases that open a sentence and say when, where or how.
_OPENERS = frozenset(
    "In On At According During After Since From However Therefore Meanwhile Moreover Furthermore "
    "Additionally Nevertheless Previously Recently Earlier Today Yesterday Also Now Currently But And Thanks "
    "Because By With Without Under Despite Before Throughout Within Due Besides Unlike Instead".split()
)
_VERBS = frozenset(
    "is are was were has have will would can could must should may might said says did does".split()
)
_TRANSITIVE = frozenset(
    "accepted received joined announced reported decided expressed promised learned won lost found left held "
    "made built met sold sent told thought visited signed opened launched stressed noted stated emphasized "
    "emphasised confirmed added called completed published approved".split()
)
_INTRANSITIVE = frozenset(
    "worked served appeared became died arrived returned participated remained went came lived".split()
)
_AFTER_INTRANSITIVE = frozenset("as in at for to from the a an with".split())
_OBJECTS = frozenset("the a an his her its their that".split())
_LONGEST_OPENER = 12
_LEAST_WORDS = 6


@check(
    "GRM104",
    "lost-subject",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="this verb has no subject: who or what is meant was lost",
    examples=(
        bad("The bridge is old. [[Was]] closed to lorries three years ago by the county."),
        bad("In the early morning, [[has]] arrived at the port of Odense with a load of grain."),
        bad("[[Said]] that the ferry would not sail before the end of the week."),
        bad("[[Will]] allow farmers to sell their milk at the gate from next spring."),
        bad("Also [[was]] expected to pay for the repair of the two bridges."),
        bad("[[Appeared]] in court on Friday with two other pilots of the ferry."),
        bad("But [[does]] not seem to trust the new ferry on stormy days."),
        fine("Arrived at the port, the crew slept. But was it safe? May Holm won the race on Friday."),
        fine("Will Smith’s film is out. Have a look at the dam. Found that day, the ring was sold."),
        fine("Is the bridge safe? Said Omar of the union: no. “Was that all he wanted to say to us.”"),
        fine("On the hill stands a church. Had it rained, they would have stayed at home."),
        fine("Never, in all those years, has a captain left the harbour without a pilot."),
    ),
)
def lost_subject(facts: Facts) -> Iterator[Hit]:
    """English sentences name who does it; Japanese, Russian, Hausa and Spanish ones often leave that out.

    A statement cannot begin with "Is", "Was" or "Said", nor can these stand right after the phrase that
    opens it. Questions, conditions ("Had it rained") and speech are left alone.
    """
    for sentence in facts.article.sentences:
        first = facts.token_range(sentence.span)
        tokens = facts.tokens[first.start : first.stop]
        if len(tokens) < _LEAST_WORDS:
            continue
        opening = tokens[0].text
        place = _verb_at_start(tokens)
        if place is None and opening in _OPENERS:
            place = _after_comma(tokens)
        if place is not None and _is_statement(facts, tokens, first.start + place, place):
            index = first.start + place
            yield Hit(
                span_of(facts, index, index), f"‘{tokens[place].text}’ has no subject: who or what is meant?"
            )


def _verb_at_start(tokens: tuple[Token, ...]) -> int | None:
    """Return the place of the verb that begins the sentence, but for an adverb; None where none does."""
    opening, second = tokens[0].text, tokens[1].fold
    if opening in _OPENING_VERBS or (opening in _OPENING_PASTS and second in _AFTER_PAST):
        return 0
    if opening in _OPENING_FINDINGS and second == "that" and all(token.text != "," for token in tokens):
        return 0
    if opening in _OPENING_INTRANSITIVES and all(token.text != "," for token in tokens):
        return 0
    if opening in _CONJUNCTIONS and tokens[1].text in _PREDICATES and tokens[2].text in _AFTER_PREDICATE:
        return 1
    if opening in _OPENING_HELPERS and tokens[1].text in _OPENING_HELPERS[opening]:
        return 0
    return 1 if opening in _OPENING_ADVERBS and tokens[1].text in _VERBS else None


def _after_comma(tokens: tuple[Token, ...]) -> int | None:
    """Return the place of a finite verb right behind the sentence's first comma."""
    for place, token in enumerate(tokens[1 : _LONGEST_OPENER + 1], start=1):
        if token.text == ",":
            verb = tokens[place + 1] if place + 1 < len(tokens) else None
            return place + 1 if verb is not None and _is_verb(verb, tokens[place + 2 :]) else None
        if not token.text[0].isalnum():
            return None
    return None


def _is_verb(verb: Token, rest: tuple[Token, ...]) -> bool:
    """Whether it is a finite verb, with its object where a participle would do without."""
    if verb.text in _VERBS:
        return True
    if verb.fold in _INTRANSITIVE:
        return bool(rest) and rest[0].fold in _AFTER_INTRANSITIVE and all(token.text != "," for token in rest)
    past = verb.fold in SURE_PASTS or verb.fold in _TRANSITIVE
    return past and bool(rest) and rest[0].fold in _OBJECTS and not any(token.text == "," for token in rest)


def _is_statement(facts: Facts, tokens: tuple[Token, ...], index: int, place: int) -> bool:
    if tokens[-1].text != "." or any(token.text in ("?", ":", "…", "...") for token in tokens):
        return False
    follower = tokens[place + 1]
    if tokens[place].fold in ("said", "says", "stated") and follower.fold != "that":
        return False
    return is_prose(facts, index) and not is_quoted(facts, index) and not is_quoted(facts, index + 1)


CHECKS = (lost_subject,)
