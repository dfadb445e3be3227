"""Irregular English verbs by their forms, and the past tense that belongs to a participle."""

from __future__ import annotations

from lintnews.inflection import regular
from lintnews.records import NamedTuple


class IrregularVerb(NamedTuple):
    """A verb whose past tense is a word of its own."""

    base: str
    past: str
    participle: str


# Base, past tense and participle.
_TABLE = """
arise arose arisen, awake awoke awoken, become became become, begin began begun, bite bit bitten,
blow blew blown, break broke broken, bring brought brought, build built built, buy bought bought,
catch caught caught, choose chose chosen, come came come, deal dealt dealt, do did done, draw drew drawn,
drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feel felt felt, fight fought fought,
find found found, flee fled fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
freeze froze frozen, get got got, give gave given, go went gone, grow grew grown, have had had,
hear heard heard, hide hid hidden, hold held held, keep kept kept, know knew known, lead led led,
leave left left, lend lent lent, lose lost lost, make made made, mean meant meant, meet met met,
mistake mistook mistaken, overcome overcame overcome, overtake overtook overtaken, pay paid paid,
ride rode ridden, rise rose risen, say said said, see saw seen, seek sought sought, sell sold sold,
send sent sent, shake shook shaken, shoot shot shot, sing sang sung, sink sank sunk, sit sat sat,
sleep slept slept, speak spoke spoken, spend spent spent, stand stood stood, steal stole stolen,
swear swore sworn, swim swam swum, take took taken, teach taught taught, tear tore torn, tell told told,
think thought thought, throw threw thrown, undergo underwent undergone, understand understood understood,
undertake undertook undertaken, wake woke woken, wear wore worn, win won won, withdraw withdrew withdrawn,
write wrote written
"""
IRREGULAR = tuple(IrregularVerb(*line.split()) for line in _TABLE.replace("\n", " ").split(","))
#: Verbs whose past stays as the base is.
_UNCHANGED = frozenset(
    "cut put set let hit shut cost spread hurt split bet burst cast quit broadcast".split()
)
#: Past tenses that are nothing else in English: neither participle nor noun nor adjective nor present tense.
SURE_PASTS = {
    verb.past: verb
    for verb in IRREGULAR
    if verb.past not in (verb.participle, verb.base)
    and verb.past not in ("saw", "fell", "bit", "drove", "rose", "broke")
}
_BY_PARTICIPLE = {verb.participle: verb for verb in IRREGULAR}


def past_of_participle(form: str) -> str | None:
    """Return the past tense of the verb whose past participle is `form`, None where that is not known."""
    if form in _BY_PARTICIPLE:
        return _BY_PARTICIPLE[form].past
    return form if form.endswith("ed") or form in _UNCHANGED else None


#: Verbs whose plain form and whose form in "-s" are nothing else in English, neither noun nor adjective
#: (WordNet 3.0 has no such noun or adjective; those that news makes nouns of, "the ask", are left out).
_VERBS_ONLY = """
believe become understand remember bring include happen provide lose enjoy continue listen forget create
expect consider allow agree imagine choose explain avoid receive realize realise appear accept enter apply
require prove prevent improve decide suggest develop appreciate reduce exist ensure perform maintain discuss
recommend determine represent replace deserve admit tend promote prepare prefer identify describe deliver
attend assume afford achieve survive respond recognize recognise manage destroy operate contain celebrate
occur ignore establish earn defend argue suffer encourage solve participate obtain confirm remind reflect
introduce engage discover connect compete belong arrive indicate extend expand deny contribute investigate
invest explore enable define succeed rely recover overcome involve pursue forgive convince announce generate
complain restore resist qualify examine depend demonstrate communicate attract adopt acknowledge
retain react inform eliminate apologize owe justify heal acquire publish predict intend disappear disagree
approve advise withdraw retire observe interact detect declare assure assess alter adjust accomplish warn
subscribe strengthen possess insist enhance donate differ comply accommodate propose negotiate inspire
facilitate evaluate borrow behave arrange satisfy resign organize organise enforce admire adapt translate
threaten sustain punish oppose occupy locate execute consist arise unite rebuild impose exceed educate
conclude verify regulate interfere fulfill fulfil emerge dominate distinguish consume consult calculate bury
tolerate testify obey imply entertain dismiss disclose convey constitute clarify analyze analyse undergo
seize restrict persuade minimize interpret flee explode evolve endure confront confess accompany specify
relieve modify hesitate exclude distribute cooperate conquer compensate violate utilize reckon attach
activate undertake thrive strive resemble renew regain perceive notify integrate illustrate condemn
anticipate accuse suspend revive retrieve reinforce preach navigate manipulate emphasize deploy comprehend
withstand wander undermine transmit terminate suppress stimulate reside repay pronounce intervene govern
forbid disappoint depart confuse assign apologise advertise accelerate reproduce reconsider presume portray
plead maximize invade inspect endorse differentiate criticize await assemble motivate disrupt congratulate
attain undo persist mitigate inherit harden expire evacuate dispose disable devote conform conceal alleviate
administer weaken tighten reconcile provoke prohibit oversee equip empower despise descend derive dedicate
correspond collaborate coincide uncover speculate simplify postpone diminish consolidate concede compose
abolish relocate reclaim prosper migrate reopen embarrass embark diagnose depict contemplate betray vanish
surpass soften shorten revisit resent prescribe originate lessen evade elevate deceive classify authorize
""".split()
SURE_BASES = frozenset(_VERBS_ONLY)
SURE_THIRDS = frozenset(regular(verb, "v")[1] for verb in _VERBS_ONLY)
