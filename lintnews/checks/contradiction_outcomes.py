"""Causes that cannot have the outcome they are given, and feelings that do not fit those who have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Hit, Related
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

# What brings about, the verbs that it cannot have, and of what: "The drought swelled the river".
_IMPOSSIBLE = (
    ("drought|dry spell|heatwave|heat wave", "swell|swelled|swells|flooded|floods|filled|fills|replenished",
     "rivers?|reservoirs?|lakes?|streams?|wells?|dams?|fields?|creeks?|canals?"),
    ("downpour|deluge|heavy rains?|rainstorm|floods?|flooding", "dried|dries|parched|emptied|withered",
     "rivers?|reservoirs?|lakes?|streams?|wells?|fields?|crops?|soil|canals?"),
    ("ban|embargo|prohibition|blockade", "allows|allowed|permits|permitted|enables|enabled|legalised|legalized",
     "imports?|exports?|sales?|shipments?|trade|traffic|entry|use|deliveries|women|ships?|goods|flights?"),
    ("ceasefire|truce|armistice|peace deal", "reignited|rekindled|intensified|escalated|prolonged",
     "war|fighting|hostilities|conflict|clashes|shelling|bombardment"),
    ("tax cuts?|pay cuts?|price cuts?|wage cuts?", "raised|raises|increased|increases|doubled",
     "tax|taxes|pay|wages|salaries|prices|the price"),
    ("pay rises?|price rises?|tax rises?|wage rises?", "lowered|lowers|cut|cuts|reduced|reduces|halved",
     "tax|taxes|pay|wages|salaries|prices"),
    ("acquittal|amnesty|pardon", "jailed|imprisoned|convicted|condemned", "him|her|them|prisoners?|rebels?|men|women"),
    ("frost|cold snap|freeze", "melted|melts|thawed|thaws", "ice|snow|glaciers?|rivers?|lakes?"),
    ("thaw", "froze|freezes|frozen", "ice|rivers?|lakes?|relations"),
    ("closure|shutdown", "opened|opens|reopened|reopens", "schools?|border|roads?|shops?|airport|market|plant"),
    ("blackout|power cut", "lit|lights|illuminated", "city|streets?|capital|district|homes"),
    ("ballot|election", "unelected", "president|parliament"),
)  # fmt: skip
_ADJECTIVES = r"(?:[a-z-]+ ){0,2}?"
# What takes the cause away, or turns the sentence round: "The end of the ban allowed exports".
_LIFTED = re.compile(
    r"\b(?:lift(?:ed|ing|s)?|end(?:ed|ing|s)?|without|eas(?:e|ed|ing)|break(?:ing)?|exemptions?|despite"
    r"|after|broken|"
    r"suspen\w+|relax\w*|scrap\w*|repeal\w*|not|never|no|loopholes?|exceptions?|collapse|if|would)\b"
)
_CAUSES = tuple(
    re.compile(
        rf"\b(?P<cause>(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]heir|[Ii]ts) {_ADJECTIVES}(?:{cause}))"
        rf"(?: (?:has|have|had|also|soon|then|on [A-Z]\w+))? (?P<effect>(?:{effect})"
        rf" (?:the |its |their |a |all |many |most )?{_ADJECTIVES}(?:{thing}))\b"
    )
    for cause, effect, thing in _IMPOSSIBLE
)
_CAUSE_WORDS = re.compile(
    r"drought|dry spell|heat ?wave|downpour|deluge|heavy rain|rainstorm|flood|\bban\b|embargo|prohibition"
    r"|blockade"
    r"|ceasefire|truce|armistice|peace deal| cuts? | rises? |acquittal|amnesty|pardon|frost|cold snap"
    r"|freeze|thaw"
    r"|closure|shutdown|blackout|power cut"
)

_GLAD = r"(?:celebrated|hailed|cheered|praised|applauded|rejoiced (?:at|over)|thanked|welcomed|congratulated)"
_SORRY = r"(?:mourned|lamented|bemoaned|grieved (?:at|over)|condemned|deplored|wept over)"
_FEELINGS = (
    re.compile(
        r"\b(?P<who>(?:[Ss]urvivors|[Vv]ictims|[Mm]ourners|(?:[Bb]ereaved |[Vv]ictims[’'] "
        r"|[Gg]rieving )(?:families"
        rf"|relatives|parents)|[Ww]idows|[Oo]rphans)(?: of the [a-z]+)?) (?P<what>{_GLAD} (?:the |their "
        rf"|its )"
        r"(?:[a-z]+ )?(?:attacks?|massacre|murder|killings?|bombings?|shooting|slaughter|disaster|crash"
        r"|gunm[ae]n|killers?|murderers?|attackers?|bombers?))\b"
    ),
    re.compile(
        r"\b(?P<who>(?:[Tt]he )?(?:[Ww]inners|[Vv]ictors|[Cc]hampions|winning (?:team|side|candidate"
        r"|party))) "
        rf"(?P<what>{_SORRY} (?:the |their |its |his |her )(?:[a-z]+ )?(?:victory|win|triumph|title"
        rf"|success))\b"
    ),
)
_ANY_FEELING = re.compile(rf"{_GLAD}|{_SORRY}")


@check(
    "CON205",
    "outcome-its-cause-excludes",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the cause excludes this outcome",
    examples=(
        bad("The drought has [[swelled the rivers]] of the Velm valley, and barges lie aground."),
        bad("Officials said the new embargo [[allows imports]] of grain from the island."),
        fine("The end of the embargo allowed imports of grain from the island."),
        fine("The ban allows exemptions for fishing, and the downpour swelled the rivers."),
    ),
)
def outcome_its_cause_excludes(facts: Facts) -> Iterator[Hit]:
    """A sentence gives a cause an outcome that it cannot have: a drought that swells rivers, a ban that allows.

    Verbs that change a level or a permission are turned round easily in translation. Left alone where the
    cause is lifted, ended or absent.
    """
    if not _CAUSE_WORDS.search(facts.text):
        return
    for pattern in _CAUSES:
        for match in pattern.finditer(facts.text):
            sentence = facts.article.sentence_at(match.start())
            if sentence and not _LIFTED.search(sentence.span.of(facts.text)):
                yield _hit(match, "cause", "effect", "excludes it")


@check(
    "CON206",
    "feeling-against-the-grain",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="those who suffered do not rejoice, those who won do not mourn",
    examples=(
        bad("Survivors [[celebrated the massacre]] at the chapel with candles on Sunday."),
        bad("The winners [[mourned their victory]] in the streets of Graz until dawn."),
        fine("Survivors celebrated the verdict with candles; the losers mourned the defeat."),
    ),
)
def feeling_against_the_grain(facts: Facts) -> Iterator[Hit]:
    """Victims hail the attack, winners mourn the win: a verb of feeling was turned round.

    Many languages have one verb for observing a day, be it with joy or in sorrow. Only plain pairs of those
    who suffered or won with what they suffered or won are reported.
    """
    if not _ANY_FEELING.search(facts.text):
        return
    for pattern in _FEELINGS:
        for match in pattern.finditer(facts.text):
            yield _hit(match, "who", "what", "do not do so")


def _hit(match: re.Match[str], one: str, other: str, reason: str) -> Hit:
    here, there = Span(*match.span(other)), Span(*match.span(one))
    return Hit(
        here,
        f"‘{match[other]}’ contradicts ‘{match[one]}’: {match[one].split(' ', 1)[-1]} {reason}"
        if one == "who"
        else f"‘{match[other]}’ contradicts its cause: ‘{match[one]}’ {reason}",
        (),
        (Related(there, f"of ‘{match[one]}’"),),
    )


CHECKS = (outcome_its_cause_excludes, feeling_against_the_grain)
