"""The number, singular or plural, that words have and ask for."""

from __future__ import annotations

#: Forms of verbs that go with one, by which they have for many, and the other way round.
TO_PLURAL = {
    "is": "are",
    "was": "were",
    "has": "have",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
}
TO_SINGULAR = {plural: singular for singular, plural in TO_PLURAL.items()}

#: What takes a plural verb by right though it is a singular: groups, amounts, kinds.
COLLECTIVE = frozenset(
    "majority minority rest half third quarter group team series lot total pair couple bulk kind type sort "
    "crew staff police percentage proportion range variety remainder mix mixture handful host array string "
    "slew bunch raft wave crowd class set batch list family band gang chain stream trio quartet generation "
    "number part share score dozen hundred thousand million billion multitude wealth flock fraction "
    "combination succession sequence collection selection body board panel jury committee council cabinet "
    "government party public leadership management membership population portion plurality plenty maximum "
    "minimum average amount abundance circle likes ranks top best worst most least latest first last "
    "second poor rich young old".split()
)
#: Plurals in form, singulars by use, or both by right.
EITHER_NUMBER = frozenset(
    "news politics economics physics mathematics athletics gymnastics statistics ethics measles series "
    "species "
    "means headquarters works barracks crossroads gallows data media damages odds remains whereabouts "
    "customs arms logistics tactics electronics mechanics dynamics genetics aerobics linguistics acoustics "
    "proceeds thanks premises grounds savings goods cards darts billiards chess diabetes rabies herpes mumps "
    "analysis basis crisis gas bus process success loss class pass glass grass mass boss press stress dress "
    "access address business progress congress princess witness illness weakness fitness happiness charity "
    "years days weeks months hours minutes seconds decades miles kilometres kilometers metres meters feet "
    "inches tonnes tons kilos pounds dollars euros cents percent points degrees litres liters barrels games "
    "united states emirates nations police cattle people staff crew team aircraft fish sheep deer".split()
)
#: Groups that British English takes as many; more in COLLECTIVE.
GROUPS = frozenset(
    "club side squad firm company bank union association federation opposition youth force army navy fleet "
    "community village town school hospital church institute institution industry network media press nation "
    "country trust charity agency authority institutes unit department ministry court parliament congress "
    "senate assembly faction coalition alliance duo quartet orchestra choir cast enemy lobby elite".split()
)
