"""Causes that cannot have the outcome they are given, and feelings that do not fit those who have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.contradictions import contradiction
from lintnews.needs import strings, words
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from lintnews.facts import Facts
    from lintnews.finding import Hit

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
    r"\b(?:lift(?:ed|ing|s)?|end(?:ed|ing|s)?|without|eas(?:e|ed|ing)|break(?:ing)?|exemptions?|despite|after"
    r"|broken|suspen\w+|relax\w*|scrap\w*|repeal\w*|not|never|no|loopholes?|exceptions?|collapse|if|would)\b"
)
# The words that a text must have before a row is looked for.
_CAUSE_WORDS = tuple(
    tuple(cause.removesuffix("s?") for cause in causes.split("|")) for causes, _, _ in _IMPOSSIBLE
)


_CAUSES = tuple(
    lazy(
        rf"\b(?P<cause>(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]heir|[Ii]ts) {_ADJECTIVES}(?:{cause}))"
        rf"(?: (?:has|have|had|also|soon|then|on [A-Z]\w+))? (?P<effect>(?:{effect})"
        rf" (?:the |its |their |a |all |many |most )?{_ADJECTIVES}(?:{thing}))\b"
    )
    for cause, effect, thing in _IMPOSSIBLE
)


class _Feeling(NamedTuple):
    """Who feels, the verbs that they cannot, what they cannot feel it for, why, and the verb that fits."""

    who: str
    verbs: str
    what: str
    reason: str
    fitting: str


_FEELINGS = (
    _Feeling(
        "[Ss]urvivors|[Vv]ictims|[Mm]ourners|(?:[Bb]ereaved |[Vv]ictims[’'] |[Gg]rieving "
        ")(?:families|relatives|parents)|[Ww]idows|[Oo]rphans",
        r"celebrated|hailed|cheered|praised|applauded|rejoiced (?:at|over)|thanked|welcomed|congratulated",
        "attacks?|massacre|murder|killings?|bombings?|shooting|slaughter|disaster|crash|gunm[ae]n|killers?"
        "|murderers?|attackers?|bombers?",
        "those who suffered do not rejoice",
        "mourned",
    ),
    _Feeling(
        "(?:[Tt]he )?(?:[Ww]inners|[Vv]ictors|[Cc]hampions|winning (?:team|side|candidate|party))",
        r"mourned|lamented|bemoaned|grieved (?:at|over)|condemned|deplored|wept over",
        "victory|win|triumph|title|success",
        "those who won do not mourn",
        "celebrated",
    ),
)
# Those of one side and what they feel of its own win or defeat, whatever stands between in the sentence.
_SUPPORTERS = r"(?:[Ss]upporters|[Ff]ollowers|[Ff]ans|[Vv]oters|[Bb]ackers|[Aa]dmirers|[Pp]arty members)"
_OWN = r"(?:her|his|its|their)(?: own)?(?: (?:team|candidate|side|party)['’]s)?"
_OWN_SIDE = tuple(
    (
        lazy(rf"\b(?P<who>{_SUPPORTERS})\b[^.;:“”]{{0,110}}?\b(?P<what>(?:{felt}) {_OWN} (?:{what}))\b"),
        reason,
    )
    for felt, what, reason in (
        (
            (
                r"booed|jeered|whistled(?: at)?|mourned|lamented|furious (?:with|at|about|over)"
                r"|angry (?:with|at|about|over)"
                r"|disappointed (?:with|at|by)|dismayed (?:at|by)|unhappy (?:with|about)|protested against"
            ),
            "victory|win|triumph|success|title|promotion",
            "one’s own side is not booed for a win",
        ),
        (
            (
                r"celebrated|cheered|hailed|rejoiced (?:at|over)|delighted (?:with|at|by)"
                r"|pleased (?:with|about)"
                r"|happy (?:with|about)"
            ),
            "defeat|loss|relegation|elimination",
            "one’s own side is not cheered for a defeat",
        ),
    )
)
# "The defeat of its candidate" is the actor's own.
_OWN_DEFEAT = lazy(
    r"\b(?P<what>(?:celebrate[sd]?|hail(?:s|ed)?|cheer(?:s|ed)?"
    r"|welcome[sd]?) the (?:[a-z]+ )?(?:defeat|loss|failure)) of"
    r" (?P<who>(?:its|their|his|her) (?:own )?(?:candidate|team|leader|side|party|allies|ally|champion))\b"
)
_OTHER_SIDE = lazy(
    r"\b(?:rivals?|opponents?|opposing|other|enem\w+|some|ironic\w*|mock\w*|not|never|while|narrow|penalt\w+)\b"
)
_FEELERS = (
    ("urvivors", "ictims", "ourners", "ereaved", "rieving", "idows", "rphans"),
    ("inners", "ictors", "hampions", "winning"),
)


_SIDES = ("upporters", "ollowers", "ans ", "oters", "ackers", "dmirers", "arty members")
_FELT = tuple(
    lazy(
        rf"\b(?P<who>(?:{feeling.who})(?: of the [a-z]+)?) (?P<what>(?P<verb>{feeling.verbs}) "
        rf"(?:the |their |its |his |her )(?:[a-z]+ )?(?:{feeling.what}))\b"
    )
    for feeling in _FEELINGS
)


def _matches(
    facts: Facts, words: Iterable[str], pattern: re.Pattern[str]
) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what `pattern` finds in the sentences that have one of `words`, with the sentence's text."""
    text = facts.text
    places: set[Span] = set()
    for word in words:
        at = text.find(word)
        while at >= 0:
            sentence = facts.article.sentence_at(at)
            if sentence is not None:
                places.add(sentence.span)
            at = text.find(word, at + len(word))
    for span in sorted(places):
        for match in pattern.finditer(text, span.start, span.end):
            yield match, span.of(text)


@check(
    "CON205",
    "outcome-its-cause-excludes",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="the cause excludes this outcome",
    needs=(words(effect for _, effects, _ in _IMPOSSIBLE for effect in effects.split("|")),),
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
    for row, causes in enumerate(_CAUSE_WORDS):
        for match, sentence in _matches(facts, causes, _CAUSES[row]):
            if _LIFTED.search(sentence):
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
    needs=(
        strings(
            *(feeler for feelers in _FEELERS for feeler in feelers),
            *_SIDES,
            "defeat of",
            "loss of",
            "failure of",
        ),
    ),
    examples=(
        bad("Thousands of followers waited in front of her house and [[booed her victory]] until dawn."),
        bad("The union said it would [[celebrate the defeat]] of its candidate with a day of mourning."),
        bad("The fans of Velm, [[furious with their win]], sang until midnight.", None),
        fine("Followers of Holm waited for her, and opponents booed her victory. Fans mourned their defeat."),
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
    for row, feeling in enumerate(_FEELINGS):
        for match, _ in _matches(facts, _FEELERS[row], _FELT[row]):
            here, there = Span(*match.span("what")), Span(*match.span("who"))
            turned = f"{feeling.fitting} {match['what'].removeprefix(match['verb']).lstrip()}"
            yield contradiction(facts, here, there, feeling.reason, (turned,))
    for match in _OWN_DEFEAT.finditer(facts.text):
        sentence_at = facts.article.sentence_at(match.start())
        if sentence_at and not _OTHER_SIDE.search(facts.text, *sentence_at.span):
            here, there = Span(*match.span("what")), Span(*match.span("who"))
            yield contradiction(facts, here, there, "one’s own side is not cheered for a defeat")
    for pattern, reason in _OWN_SIDE:
        for match, sentence in _matches(facts, _SIDES, pattern):
            if not _OTHER_SIDE.search(sentence):
                yield contradiction(facts, Span(*match.span("what")), Span(*match.span("who")), reason)


CHECKS = (outcome_its_cause_excludes, feeling_against_the_grain)
