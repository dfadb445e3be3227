"""A present with "since" and a point in time: "he works at the port since 2010"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, is_quoted
from lintnews.facts.name_words import CALENDAR
from lintnews.facts.syntax import SyntaxUnavailableError
from lintnews.facts.verbs import SURE_PASTS, past_of_participle
from lintnews.finding import Hit, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.syntax import ParsedSentence
    from lintnews.facts.tokens import Token

#: What goes on for as long as it is true: with "since" English has these in the perfect only.
_LASTING = frozenset(
    "works lives leads heads runs serves resides chairs rules governs teaches occupies controls holds "
    "suffers employs belongs exists wears owns leases rents directs manages presides stays hides studies "
    "fights waits sits stands lies sells uses produces operates publishes".split()
)
#: The same in the plain form, where a pronoun before it shows that it is the verb.
_LASTING_PLURAL = frozenset(
    "work live lead head run serve reside rule occupy control hold suffer belong exist own study fight "
    "wait use sell produce operate".split()
)
_PLURAL_SUBJECTS = frozenset("they we i you".split())
_SUBJECTS = frozenset("he she it who which also now still".split())
_BE = {"is": "has been", "are": "have been", "am": "have been"}
_STATES = frozenset(
    "married closed open missing detained jailed imprisoned held dead ill retired unemployed divorced "
    "suspended blocked banned shut occupied besieged absent homeless widowed separated hospitalised "
    "hospitalized paralysed paralyzed wanted sick empty abandoned broken blind president mayor director "
    "chairman minister governor captain head leader chief member coach ambassador living working waiting "
    "staying fighting hiding studying serving running leading".split()
)
_STATES_WITH_IN = frozenset(
    "prison jail power force office exile custody hospital detention captivity government parliament "
    "opposition coma quarantine isolation effect operation hiding".split()
)
_PLACES_OF_STATES = {"in": _STATES_WITH_IN, "at": frozenset(("war", "odds"))}
_BETWEEN_BE_AND_STATE = frozenset("a an the its their his already also now still prime foreign".split())
# With one of these "since" measures a record or a change, and the present is right.
_MEASURES = frozenset(
    "first second third fourth fifth last only most least more less fewer up down better worse best worst "
    "higher lower highest lowest biggest largest strongest different time times ever again longest".split()
)
_OTHER_VERBS = frozenset(
    "has have had was were been will would can could did does do said says say may might should must".split()
)
_AFTER_SINCE = CALENDAR | frozenset("last childhood birth yesterday early late mid".split())
# A road may be closed "since the flood"; of works and lives that tells too little.
_ARTICLES = frozenset("the a an his her its their".split())
_PARTICLES = frozenset("out off up down over".split())
_FARTHEST_BACK = 9


@check(
    "GRM210",
    "present-with-since",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="with ‘since’ English has the perfect: what began then and goes on has been so",
    pivots=("fr", "es", "it", "pt", "de", "ru", "uk", "pl", "tr", "ar"),
    needs=(words("since"),),
    examples=(
        bad("Lars Berg [[works]] at the port since 2010."),
        bad("The road [[is]] closed since last Monday.", "The road has been closed since last Monday."),
        fine("It is the first strike since 2010. The price is up a tenth since May."),
        fine(
            "She is married, and has since 2012 lived in Graz. The road is closed, since last year’s flood."
        ),
        fine("He is in prison for crimes committed since 2012. The party rules out a vote since May."),
    ),
)
def present_with_since(facts: Facts) -> Iterator[Hit]:
    """Most languages have the present for what began in the past and goes on: "il travaille ici depuis 2010".

    Reported for verbs and states that last, with "since" and a date behind them.
    """
    for index in facts.word_index.places(("since",)):
        if begins_sentence(facts, index) or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        place = _lasting_before(facts, index)
        if place is not None:
            verb = facts.tokens[place]
            right = _BE.get(verb.fold)
            fixes = (replacement(verb.span, right),) if right else ()
            yield Hit(verb.span, f"‘{verb.text}’ does not go with ‘since’, which wants the perfect", fixes)


def _lasting_before(facts: Facts, since: int) -> int | None:
    """Return the place of a verb in the present that the "since" behind it belongs to."""
    tokens = facts.tokens
    if since + 1 >= len(tokens):
        return None
    is_point = _is_point(tokens[since + 1])
    if not is_point and tokens[since + 1].fold not in _ARTICLES:
        return None
    for place in range(since - 1, max(0, since - _FARTHEST_BACK), -1):
        token = tokens[place]
        if token.fold in _BE:
            is_near = is_point or place == since - 2
            return place if is_near and _is_state(tokens, place + 1) else None
        if is_point and _is_lasting(facts, place):
            return place
        if _parts_from_since(token):
            return None
    return None


def _is_lasting(facts: Facts, place: int) -> bool:
    """Whether a verb that lasts stands here, in the present."""
    tokens = facts.tokens
    fold = tokens[place].fold
    if tokens[place + 1].fold in _PARTICLES:
        return False
    if fold in _LASTING:
        return _is_verb_here(facts, place)
    return fold in _LASTING_PLURAL and tokens[place - 1].fold in _PLURAL_SUBJECTS


def _parts_from_since(token: Token) -> bool:
    """Whether "since" belongs to this word, or to what comes behind it."""
    if not (token.is_word or token.text[0].isdecimal()) or token.fold in _MEASURES | _OTHER_VERBS:
        return True
    return bool(past_of_participle(token.fold)) and token.fold not in _STATES


def _is_point(token: Token) -> bool:
    return token.fold in _AFTER_SINCE or (
        token.text.isdecimal() and len(token.text) == 4 and token.text.startswith(("18", "19", "20"))
    )


def _is_state(tokens: tuple[Token, ...], place: int) -> bool:
    while tokens[place].fold in _BETWEEN_BE_AND_STATE:
        place += 1
    if tokens[place].fold in _PLACES_OF_STATES:
        return tokens[place + 1].fold in _PLACES_OF_STATES[tokens[place].fold]
    return tokens[place].fold in _STATES


def _is_verb_here(facts: Facts, place: int) -> bool:
    """Whether the form in "-s" is no plural: its subject, or an adverb, stands right before it."""
    before = facts.tokens[place - 1]
    if before.fold in _SUBJECTS or place - 1 in facts.names:
        return place not in facts.names
    start = place - 2
    return start >= 0 and facts.tokens[start].fold in ("the", "a", "an", "his", "her", "its", "their", "this")


# GRM108 looks at "Since then"; behind a pronoun "since" means "because".
_NO_NOUN_PHRASE = frozenset("then it he she they there we i you".split())
_PRESENT = frozenset(("VBZ", "VBP"))
# A state that came of what happened: "since the war, security is tighter", "since then prices remain high".
_RESULTS = frozenset(
    "is are has have remains remain continues continue seems seem appears appear stands stand exists "
    "exist means mean feels feel looks look says say thinks think believes believe adds add knows".split()
)
_NOT_BEHIND_COMMA = frozenset("has have had was were been did there more fewer less".split())
# What ends the main clause, but for commas, between which something may stand before its verb.
_ENDS_OF_CLAUSE = frozenset(".;:!?")
_OPENERS = frozenset("who which that because although though while if when but".split())
_LONGEST_OPENING = 12


@check(
    "GRM211",
    "present-after-since",
    mqm="fluency/grammar",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a sentence that begins with ‘Since’ and an event tells what has happened from then to now",
    pivots=("fr", "es", "it", "pt", "de", "ru", "uk", "pl", "tr", "ar"),
    needs=(words("since"),),
    examples=(
        bad("Since the 1999 earthquake, Turkey [[tightens]] the rules for builders."),
        bad("Since the reform of last year, the mills [[must]] not burn coal."),
        bad("Since Tuesday, the residents [[wait]] for water."),
        fine("Since the law is clear, the court tightens the rules. Since the war, there is less work."),
        fine(
            "Since the 1999 earthquake, Turkey has tightened the rules. Since 9/11, pilots must be checked."
        ),
        fine("Since the pandemic, more people work from home. Since the attack, security is tighter."),
    ),
)
def present_after_since(facts: Facts) -> Iterator[Hit]:
    """Most languages have the present in "Since the war, the state controls the mills"; English says "has".

    Reported where a time or an event stands between "Since" and a comma, no clause. A state that came of the
    event ("is tighter", "remains closed") is left alone, as is what must be done since then.
    """
    for index in facts.word_index.places(("since",)):
        if not begins_sentence(facts, index) or not is_prose(facts, index) or is_quoted(facts, index):
            continue
        place = _main_verb(facts, index)
        if place is not None:
            verb = facts.tokens[place]
            yield Hit(verb.span, f"‘{verb.text}’ does not go with ‘Since’, which wants ‘has’ or ‘have’")


def _main_verb(facts: Facts, since: int) -> int | None:
    """Return the place of the present or modal verb of the sentence that begins with this "Since"."""
    sentence = facts.article.sentence_at(facts.tokens[since].start)
    tokens = facts.tokens
    after = tokens[since + 1] if since + 1 < len(tokens) else None
    if sentence is None or after is None or after.fold in _NO_NOUN_PHRASE or not _has_time(tokens, since):
        return None
    try:
        parsed = facts.syntax(sentence)
    except SyntaxUnavailableError:
        return None
    start = _verb_of_opening(parsed)
    if start is None:
        return None
    return next((place for place in facts.token_range(sentence.span) if tokens[place].start == start), None)


def _has_time(tokens: tuple[Token, ...], since: int) -> bool:
    """Whether a comma ends the opening, which may name a time, and no perfect or past follows soon."""
    opening = range(since + 1, min(since + _LONGEST_OPENING, len(tokens) - 2))
    comma = next((place for place in opening if tokens[place].text == ","), None)
    if comma is None or any(
        tokens[place].fold in _OTHER_VERBS | set(_BE) for place in range(since + 1, comma)
    ):
        return False
    for token in tokens[comma + 1 :]:
        if token.fold in _NOT_BEHIND_COMMA or token.fold in SURE_PASTS:
            return False
        if token.text in _ENDS_OF_CLAUSE or token.fold in _OPENERS:
            break
    return True


def _verb_of_opening(parsed: ParsedSentence) -> int | None:
    """Return where the verb starts that the opening "Since …" depends on, if its tense is wrong."""
    since = parsed[0]
    if since.dependency != "prep" or not any(
        token.head == 0 and token.dependency == "pobj" for token in parsed[1:]
    ):
        return None
    verb = parsed[since.head]
    helpers = [
        token for token in parsed if token.head == since.head and token.dependency in ("aux", "auxpass")
    ]
    finite = helpers[0] if helpers else verb
    if since.head == 0 or not any(
        token.head == since.head and token.dependency in ("nsubj", "nsubjpass") for token in parsed
    ):
        return None
    fold = finite.text.casefold()
    if finite.tag == "MD":
        negated = any(t.head == since.head and t.dependency == "neg" for t in parsed)
        return finite.span.start if fold == "will" or (fold == "must" and negated) else None
    return finite.span.start if finite.tag in _PRESENT and fold not in _RESULTS else None


CHECKS = (present_with_since, present_after_since)
