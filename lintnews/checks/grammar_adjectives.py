"""An adjective behind its noun: "the president American", "the crisis economic"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.grammar_context import is_prose, is_quoted, span_of, word_before
from lintnews.facts.verbs import SURE_PASTS
from lintnews.finding import Hit, replacement
from lintnews.inflection import classes_of
from lintnews.needs import words
from lintnews.prose.indefinite import indefinite_article
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_NATIONS = frozenset(
    "american russian ukrainian german french italian spanish portuguese british chinese japanese korean "
    "turkish iranian iraqi israeli palestinian syrian egyptian saudi polish czech hungarian romanian "
    "bulgarian greek serbian croatian albanian austrian swiss dutch belgian swedish norwegian danish "
    "finnish icelandic indian pakistani afghan indonesian thai vietnamese australian canadian mexican "
    "brazilian argentine chilean colombian venezuelan peruvian cuban moroccan algerian tunisian libyan "
    "nigerian kenyan ethiopian european african asian western belarusian moldovan georgian armenian "
    "azerbaijani kazakh yemeni lebanese jordanian qatari kurdish catalan scottish irish".split()
)
#: What a state has. Behind people's callings a nation may begin what is next ("the coach French fans love").
_OF_STATES = frozenset(
    "president minister government army police parliament authorities embassy ambassador forces troops "
    "company companies market economy court constitution senate navy presidency state states capital "
    "territory airspace border flag opposition elections ministry intelligence delegation chancellor "
    "media regime election population airline".split()
)
#: Adjectives that say of what field a thing is: no complement, and no reading as a noun or verb.
_FIELDS = frozenset(
    "economic political presidential parliamentary diplomatic judicial ministerial electoral "
    "constitutional governmental agricultural industrial technological environmental historic "
    "humanitarian democratic bilateral multilateral geopolitical monetary fiscal budgetary municipal "
    "provincial regional educational financial commercial cultural penal societal migratory".split()
)
_DETERMINERS = frozenset("the a an this that his her its their our".split())
_BEHIND = frozenset(
    ". ; in on at to for with from by is are was were has have had will would said says who which".split()
)
_BEHIND_FIELD = frozenset(". ; of in on is are was were has have had will would between that which".split())
_BEFORE = frozenset(
    "in on of for to by from at about during after before under against despite through".split()
)
# "In a sense political", "the party political broadcast".
_NOT_NOUNS = frozenset(
    "sense way part measure party word kind type matter reason cause form day year time outset start "
    "beginning end tone".split()
)


@check(
    "GRM230",
    "adjective-behind-its-noun",
    mqm="fluency/grammar",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="English has the adjective before its noun",
    pivots=("fr", "es", "it", "pt", "ro", "ar", "fa", "id", "vi"),
    needs=(words(_NATIONS, _FIELDS), words(_DETERMINERS)),
    examples=(
        bad("[[The president American]] flew to Riga.", "The American president flew to Riga."),
        bad("Nine men were freed by [[the army Turkish]].", "Nine men were freed by the Turkish army."),
        bad("The town suffers from [[a crisis economic]].", "The town suffers from an economic crisis."),
        fine("It is the company Dutch farmers trust. The court made the issue political."),
        fine("Attorney General Ana Lind, a sense political in all she does, spoke of the body politic."),
    ),
)
def adjective_behind_noun(facts: Facts) -> Iterator[Hit]:
    """Romance languages, Arabic, Persian and Indonesian put adjectives behind their noun.

    Reported for nations behind what a state has, and for adjectives that name a field behind a noun
    that begins its sentence or follows a preposition, where no noun comes next.
    """
    tokens = facts.tokens
    for index in facts.word_index.places((*_NATIONS, *_FIELDS)):
        noun, adjective = word_before(facts, index), tokens[index]
        if noun is None or index < 2 or index + 1 >= len(tokens) or not noun.text.islower():
            continue
        if (
            tokens[index - 2].fold not in _DETERMINERS
            or not is_prose(facts, index)
            or is_quoted(facts, index)
        ):
            continue
        if not (_is_of_state(facts, index) or _is_of_field(facts, index)):
            continue
        article = tokens[index - 2].text
        if article.casefold() in ("a", "an"):
            right = indefinite_article(adjective.text)
            article = right.capitalize() if article[0].isupper() else right
        span = Span(tokens[index - 2].start, adjective.end)
        said = span_of(facts, index - 1, index).of(facts.text)
        fix = replacement(span, f"{article} {adjective.text} {noun.text}")
        yield Hit(span, f"‘{said}’: the adjective comes first, ‘{adjective.text} {noun.text}’", (fix,))


def _is_of_state(facts: Facts, index: int) -> bool:
    tokens = facts.tokens
    is_nation = tokens[index].fold in _NATIONS and tokens[index].text[0].isupper()
    after = tokens[index + 1].fold
    return is_nation and tokens[index - 1].fold in _OF_STATES and (after in _BEHIND or after in SURE_PASTS)


def _is_of_field(facts: Facts, index: int) -> bool:
    tokens = facts.tokens
    noun = tokens[index - 1].fold
    if tokens[index].text not in _FIELDS or noun in _NOT_NOUNS or tokens[index + 1].fold not in _BEHIND_FIELD:
        return False
    classes = classes_of(noun)
    if not classes & frozenset("12") or classes & frozenset("pcta"):
        return False
    before = word_before(facts, index - 2)
    if before is None:
        return tokens[index + 1].fold not in ("of", "in", "on", "between", "that")
    return before.fold in _BEFORE


CHECKS = (adjective_behind_noun,)
