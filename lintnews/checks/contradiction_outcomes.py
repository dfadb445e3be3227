"""Causes that cannot have the outcome they are given, and feelings that do not fit those who have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.patterns import lazy
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
    ("ban|embargo|prohibition|blockade", "allows|allowed|permits|permitted|enables|enabled",
     "imports?|exports?|sales?|shipments?|trade|traffic|entry|use|deliveries|women|ships?|goods|flights?"),
    ("ceasefire|truce|armistice|peace deal", "reignited|rekindled|intensified|escalated|prolonged",
     "war|fighting|hostilities|conflict|clashes|shelling|bombardment"),
    ("tax cuts?|pay cuts?|price cuts?|wage cuts?", "raised|raises|increased|increases|doubled",
     "tax|taxes|pay|wages|salaries|prices|the price"),
    ("pay rises?|price rises?|tax rises?|wage rises?", "lowered|lowers|cut|cuts|reduced|reduces|halved",
     "tax|taxes|pay|wages|salaries|prices"),
    ("acquittal|amnesty|pardon", "jailed|imprisoned|convicted|condemned", "him|her|them|prisoners?|rebels?"),
    ("frost|cold snap|freeze", "melted|melts|thawed|thaws", "ice|snow|glaciers?|rivers?|lakes?"),
    ("thaw", "froze|freezes|frozen", "ice|rivers?|lakes?|relations"),
    ("closure|shutdown", "opened|opens|reopened|reopens", "schools?|border|roads?|shops?|airport|plant"),
    ("blackout|power cut", "lit|lights|illuminated", "city|streets?|capital|district|homes"),
    ("ballot|election", "unelected", "president|parliament"),
)  # fmt: skip
_ADJECTIVES = r"(?:[a-z-]+ ){0,2}?"
# What takes the cause away, or turns the sentence round: "The end of the ban allowed exports".
_LIFTED = lazy(
    r"\b(?:lift(?:ed|ing|s)?|end(?:ed|ing|s)?|without|eas(?:e|ed|ing)|break(?:ing)?|exemptions?|despite"
    r"|after|broken|"
    r"suspen\w+|relax\w*|scrap\w*|repeal\w*|not|never|no|loopholes?|exceptions?|collapse|if|would)\b"
)
_CAUSES = tuple(
    lazy(
        rf"\b(?P<cause>(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]heir|[Ii]ts) {_ADJECTIVES}(?:{cause}))"
        rf"(?: (?:has|have|had|also|soon|then|on [A-Z]\w+))? (?P<effect>(?:{effect})"
        rf" (?:the |its |their |a |all |many |most )?{_ADJECTIVES}(?:{thing}))\b"
    )
    for cause, effect, thing in _IMPOSSIBLE
)
_CAUSE_WORDS = lazy(
    r"drought|dry spell|heat ?wave|downpour|deluge|heavy rain|rainstorm|flood|\bban\b|embargo|prohibition"
    r"|blockade"
    r"|ceasefire|truce|armistice|peace deal| cuts? | rises? |acquittal|amnesty|pardon|frost|cold snap"
    r"|freeze|thaw"
    r"|closure|shutdown|blackout|power cut"
)

_GLAD = (
    r"(?P<verb>celebrated|hailed|cheered|praised|applauded|rejoiced (?:at|over)|thanked|welcomed"
    r"|congratulated)"
)
_SORRY = r"(?P<verb>mourned|lamented|bemoaned|grieved (?:at|over)|condemned|deplored|wept over)"
# Who feels, what cannot be felt, why, and the verb that fits.
_FEELINGS = (
    (
        lazy(
            r"\b(?P<who>(?:[Ss]urvivors|[Vv]ictims|[Mm]ourners|(?:[Bb]ereaved |[Vv]ictims[’'] |[Gg]rieving )"
            rf"(?:families|relatives|parents)|[Ww]idows|[Oo]rphans)(?: of the [a-z]+)?) (?P<what>{_GLAD} "
            r"(?:the |their |its )(?:[a-z]+ )?(?:attacks?|massacre|murder|killings?|bombings?|shooting"
            r"|slaughter"
            r"|disaster|crash|gunm[ae]n|killers?|murderers?|attackers?|bombers?))\b"
        ),
        "those who suffered do not rejoice",
        "mourned",
    ),
    (
        lazy(
            r"\b(?P<who>(?:[Tt]he )?(?:[Ww]inners|[Vv]ictors|[Cc]hampions"
            rf"|winning (?:team|side|candidate|party))) (?P<what>{_SORRY} (?:the |their |its |his |her )"
            r"(?:[a-z]+ )?(?:victory|win|triumph|title|success))\b"
        ),
        "those who won do not mourn",
        "celebrated",
    ),
)
_ANY_FEELING = lazy(
    r"[Ss]urvivors|[Vv]ictims|[Mm]ourners|ereaved|rieving|[Ww]idows|[Oo]rphans|[Ww]inn|[Vv]ictors|hampions"
)


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
    """A cause is given an outcome that it cannot have: a drought that swells rivers, a ban that allows.

    Verbs that change a level or a permission are turned round easily in translation. Left alone where the
    cause is lifted, ended or absent.
    """
    if not _CAUSE_WORDS.search(facts.text):
        return
    for pattern in _CAUSES:
        for match in pattern.finditer(facts.text):
            sentence = facts.article.sentence_at(match.start())
            if sentence is None or _LIFTED.search(sentence.span.of(facts.text)):
                continue
            here, there = Span(*match.span("effect")), Span(*match.span("cause"))
            yield contradiction(facts, here, there, "the cause excludes this outcome")


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
    for pattern, reason, verb in _FEELINGS:
        for match in pattern.finditer(facts.text):
            here = Span(*match.span("what"))
            turned = f"{verb} {match['what'].removeprefix(match['verb']).lstrip()}"
            yield Hit(
                here,
                f"‘{match['what']}’ contradicts ‘{match['who']}’ (line "
                f"{facts.article.line_of(here.start)}): {reason}",
                (replacement(here, turned, Applicability.SUGGESTION),),
                (Related(Span(*match.span("who")), "those who are said to do so"),),
            )


CHECKS = (outcome_its_cause_excludes, feeling_against_the_grain)
