"""A subject that is taken up again by a pronoun, in a whole sentence: "The mud it reached the river"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import begins_sentence, is_prose, word_after, word_before
from lintnews.checks.repetition_lists import FUNCTION_WORDS
from lintnews.facts.syntax import FINITE_TAGS
from lintnews.finding import Applicability, Edit, Fix, Hit
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.syntax import ParsedSentence, ParsedToken

_CONTRACTED = {
    "it's": "is", "it’s": "is", "he's": "is", "he’s": "is", "she's": "is", "she’s": "is",
    "they're": "are", "they’re": "are", "they've": "have", "they’ve": "have",
}  # fmt: skip
_PRONOUNS = ("it", "he", "she", "they", *_CONTRACTED)
# With these a noun may stand as a time, way or place beside a whole clause: "last week she left".
_ADVERBIAL = frozenset(
    "time times day days night nights moment instant minute second hour week weeks weekend month months year "
    "years decade century morning mornings evening afternoon noon midnight midday end beginning start today "
    "tomorrow yesterday tonight once now then way ways place places part lot bit door direction fashion "
    "degree extent season spring summer autumn fall winter period stage point occasion occasions thing "
    "reason home everything anything all nothing something somewhere everywhere anywhere no yes question "
    "problem truth fact result upshot answer chances odds".split()
)  # fmt: skip
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december christmas easter ramadan".split()
)
# What no noun phrase holds that is nothing but a subject.
_CLAUSE_WORDS = frozenset(
    "who whom whose which that what when where why how if as than while because though although until unless "
    "whether since after before once so but yet nor not and or is are was were be been has have had do does "
    "did that's there's what's isn't wasn't aren't will would can could may might must shall should whatever "
    "whoever wherever however whenever to in on at by for with from about under over".split()
)
# Behind these a clause begins without "that": "allies saying they had support".
_SAYING = frozenset("saying claiming arguing stating adding hoping believing thinking knowing".split())
_SINGULAR = frozenset("this that a an".split())
_ARTICLES = frozenset("the a an this that these those his her its their our no some any many most".split())
_AUXILIARIES = frozenset(
    "is are was were be been has have had do does did will would can could may might must shall should "
    "not".split()
)
# What opens a clause with a verb of its own.
_OPENERS = frozenset(
    "who whom whose which that what when where why how if as than while because though although until unless "
    "since after before and but or so".split()
)
_QUANTIFIERS = frozenset("many some most several few all both half none each".split())
_LONGEST = 9
_SHORTEST_SENTENCE = 5
_STOPS = frozenset(',;:”"')
# Verbs with two objects: one of them alone proves nothing.
_DITRANSITIVE = frozenset(
    "give gives gave given promise promised promises offer offered offers send sent sends show shows showed "
    "shown tell tells told owe owes owed teach taught grant granted pay paid lend lent ask asks asked bring "
    "brought buy bought cost win won deny denied hand handed make made".split()
)
_BE = frozenset("is are was were ’s 's ’re 're been".split())
_OBJECTS = ("dobj", "dative")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "PDT")
# Verbs without an object: a relative clause of one leaves no gap for its noun.
_INTRANSITIVE = frozenset(
    "arrive arrives arrived collapse collapses collapsed die dies died disappear disappeared fall falls fell "
    "fallen happen happens happened occur occurs occurred resign resigns resigned rise rises rose risen "
    "sleep slept emerge emerged erupt erupted explode exploded flee fled go goes went gone come comes came "
    "remain remains remained burn burned burnt work works worked live lives lived continue continues "
    "continued begin begins began begun end ended ends depend depends depended".split()
)


@check(
    "GRM160",
    "subject-taken-up-again",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the subject is said twice, the second time by a pronoun",
    pivots=("ar", "ha", "fr", "es", "fa"),
    needs=(words(_PRONOUNS),),
    examples=(
        bad("The mud [[it ]]reached the wells of the town.", "The mud reached the wells of the town."),
        bad(
            "Many of the nurses [[they ]]had slept in the corridors.",
            "Many of the nurses had slept in the corridors.",
        ),
        bad(
            "“The road [[it’s]] open, but nobody is allowed to use it,” she said.",
            "“The road is open, but nobody is allowed to use it,” she said.",
        ),
        fine("The mud it left behind covered the square. The songs she wrote in exile are sung today."),
        fine("The day he left the city it rained. Last week she said the talks had failed."),
        fine("The first thing they did was to call the police. It was the only house they could find."),
    ),
)  # fmt: skip
def subject_taken_up_again(facts: Facts) -> Iterator[Hit]:
    """Arabic, Hausa, Persian and spoken French take a subject up again by a pronoun: "the mud it reached".

    A noun before a pronoun may begin a relative clause ("the mud it left behind covered the square"), but
    then the sentence has another verb, and the clause lacks its object. Reported where the pronoun's verb is
    the only one that the sentence can have, and nothing is missing behind it.
    """
    for index in facts.word_index.places(_PRONOUNS):
        after = word_after(facts, index)
        if after is None or not after.is_word or not is_prose(facts, index):
            continue
        first = _subject_before(facts, index)
        sentence = facts.article.sentence_at(facts.tokens[index].start)
        if first is None or sentence is None or _has_another_verb(facts, index):
            continue
        start, end = facts.tokens[first].start, sentence.span.end
        # Alone: what comes after the comma, or is said of a quotation, confuses the parser.
        part = sentence._replace(span=Span(start, _end_of_clause(facts, index, end)))
        if _is_taken_up(facts.syntax(part), facts.tokens[index].start):
            yield _hit(facts, index)


def _hit(facts: Facts, index: int) -> Hit:
    token = facts.tokens[index]
    verb = _CONTRACTED.get(token.fold)
    if verb:
        fix = Fix((Edit(token.span, verb),), Applicability.UNSAFE)
        span = token.span
    else:
        span = Span(token.start, facts.tokens[index + 1].start)
        fix = Fix((Edit(span, ""),), Applicability.UNSAFE)
    return Hit(span, f"‘{token.text}’ says the subject a second time", (fix,))


def _subject_before(facts: Facts, pronoun: int) -> int | None:
    """Return where the noun phrase begins that alone stands between the sentence's start and the pronoun."""
    tokens = facts.tokens
    noun = word_before(facts, pronoun)
    if noun is None or not noun.is_word or noun.fold in FUNCTION_WORDS:
        return None
    if noun.fold in _ADVERBIAL or noun.fold in _CALENDAR or _is_verb_of_its_own(facts, pronoun - 1):
        return None
    for place in range(pronoun - 1, max(-1, pronoun - 1 - _LONGEST), -1):
        token = tokens[place]
        if not token.is_word or token.fold in _CLAUSE_WORDS or token.fold in _ADVERBIAL:
            return None
        if token.fold in _CONTRACTED or _is_only_verb(facts, place) or _governs_clause(facts, place):
            return None
        if begins_sentence(facts, place) or tokens[place - 1].text in '“"':
            return place
    return None


def _end_of_clause(facts: Facts, pronoun: int, end: int) -> int:
    for place in range(pronoun + 2, len(facts.tokens)):
        token = facts.tokens[place]
        if token.start >= end:
            break
        if token.text in _STOPS:
            return token.start
    return end


def _is_only_verb(facts: Facts, place: int) -> bool:
    token = facts.tokens[place]
    found = classes_of(token.fold) if place not in facts.names else frozenset()
    return not found.isdisjoint("sd") and found.isdisjoint("12nptc")


def _governs_clause(facts: Facts, place: int) -> bool:
    """Whether the word is a verb with a clause behind it, and not a participle before its noun."""
    token, before = facts.tokens[place], word_before(facts, place)
    if token.fold in _SAYING:
        return True
    classes = classes_of(token.fold) if place not in facts.names else frozenset[str]()
    if "d" not in classes or not classes.isdisjoint("12p"):
        return False
    return before is None or not (before.fold in _ARTICLES or before.fold.endswith("ly"))


def _is_verb_of_its_own(facts: Facts, place: int) -> bool:
    """Whether the word may be the verb of "critics say he": a noun has its article there."""
    if place in facts.names:
        return False
    found = classes_of(facts.tokens[place].fold)
    if found.isdisjoint("12"):
        return bool(found)
    if found.isdisjoint("bsd"):
        return False
    before = word_before(facts, place)
    if before is None or before.text in '“"':
        return True  # "Make it better"
    return before.fold not in _ARTICLES or ("s" in found and before.fold in _SINGULAR)


def _has_another_verb(facts: Facts, pronoun: int) -> bool:
    """Whether a verb stands behind the pronoun's own, before a comma or a word that opens another clause."""
    tokens = facts.tokens
    place = pronoun + 1
    while place < len(tokens) and (tokens[place].fold in _AUXILIARIES or tokens[place].fold.endswith("ly")):
        place += 1
    place += 1
    while place < len(tokens) and tokens[place].is_word and tokens[place].fold not in _OPENERS:
        if tokens[place].fold in _AUXILIARIES or _is_only_verb(facts, place):
            return True
        place += 1
    return False


def _is_taken_up(parsed: ParsedSentence, start: int) -> bool:
    place = next((i for i, token in enumerate(parsed) if token.span.start == start), None)
    if place is None or place == 0 or len(parsed) < _SHORTEST_SENTENCE:
        return False
    pronoun, noun = parsed[place], parsed[place - 1]
    if not pronoun.dependency.startswith("nsubj") or not noun.tag.startswith("NN"):
        return False
    verb, root = pronoun.head, _root(parsed, place)
    if verb < place or not _is_finite(parsed, verb, place):
        return False
    if verb == root:
        # The parser hangs the noun on the verb as if it were a time, or a second subject.
        return noun.dependency in ("npadvmod", "dep", "nsubj", "nsubjpass", "dislocated") or (
            noun.dependency == "pobj" and parsed[0].text.casefold() in _QUANTIFIERS
        )
    if parsed[verb].dependency != "relcl" or root >= place or parsed[root].tag not in _NOUNS:
        return False
    return _is_complete(parsed, verb, passive=pronoun.dependency == "nsubjpass")


def _root(parsed: ParsedSentence, place: int) -> int:
    """Return the root of the part of the sentence that holds the word."""
    for _ in parsed:
        head = parsed[place].head
        if head == place:
            break
        place = head
    return place


def _is_finite(parsed: ParsedSentence, verb: int, after: int) -> bool:
    """Whether the verb, or an auxiliary of it behind the pronoun, is finite."""
    return parsed[verb].tag in FINITE_TAGS or any(
        token.head == verb and token.dependency.startswith("aux") and token.tag in FINITE_TAGS
        for token in parsed[after + 1 : verb]
    )


def _is_complete(parsed: ParsedSentence, verb: int, *, passive: bool) -> bool:
    """Whether nothing is missing behind the verb, so that its clause can be no relative one."""
    if passive or parsed[verb].text.casefold() in _INTRANSITIVE:
        stranded = parsed[-2].tag == "IN" if len(parsed) > 1 else False
        return not stranded
    objects = [token.dependency for token in parsed if token.head == verb and token.dependency in _OBJECTS]
    if parsed[verb].text.casefold() in _DITRANSITIVE and len(objects) < 2:
        return False
    for index, token in enumerate(parsed):
        if token.head != verb or index < verb:
            continue
        if token.dependency in ("dobj", "acomp") or (
            token.dependency == "oprd" and _is_form_of_be(parsed[verb])
        ):
            return True
        if token.dependency == "ccomp" and any(
            mark.head == index and mark.dependency == "mark" for mark in parsed
        ):
            return True
    return False


def _is_form_of_be(token: ParsedToken) -> bool:
    return token.text.casefold() in _BE


CHECKS = (subject_taken_up_again,)
