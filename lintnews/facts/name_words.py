"""The words around and inside names: titles, heads of organisations and places, links, and no names."""

from __future__ import annotations

#: Never a name by its capital alone: the closed classes of English.
FUNCTION_WORDS = frozenset(
    "a an the this that these those i i'm i've i'll i'd me my mine myself you your yours yourself he "
    "him his himself she her hers herself it its itself we us our ours ourselves they them their "
    "theirs themselves one ones who whom whose which what where when why how there here and or but "
    "nor so yet for if then than though although because since while whereas unless until till "
    "whether as at by in into of off on onto out over to up upon with within without about above "
    "across after against along amid among around before behind below beneath beside besides between "
    "beyond despite down during except from inside like near outside past per through throughout "
    "toward towards under underneath unlike via not no none nothing nobody neither either both each "
    "every all any some someone something anyone anything everyone everything many much more most few "
    "several other others another such same own too very also just only even still again ever never "
    "always often soon now today yesterday tomorrow is are was were be been being am do does did done "
    "doing have has had having can could might must shall should would ought don't doesn't didn't "
    "isn't aren't wasn't weren't won't wouldn't can't couldn't it's he's she's that's there's what's "
    "let's we're we've we'll they're they've they'll you're you've you'll yes however meanwhile "
    "moreover therefore thus hence perhaps maybe according two three four five six seven eight nine "
    "ten".split()
)
#: Function words that are acronyms where they are written in capitals.
ACRONYM_TOO = frozenset("US IT WHO IS".split())
#: Before a person's name; alone they are an office.
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor president minister ministers premier chancellor prime king "
    "queen prince princess emperor sultan sheikh sheik emir pope cardinal archbishop bishop imam "
    "ayatollah rabbi reverend rev fr father sister brother sir dame lord lady baron count duke "
    "duchess senator senators sen sens representative rep reps congressman congresswoman governor gov "
    "mayor ambassador envoy secretary secretary-general commissioner judge justice attorney "
    "prosecutor sheriff officer general gen colonel col major maj captain capt lieutenant lt sergeant "
    "sgt admiral adm commander cmdr marshal corporal private chief chairman chairwoman chairperson "
    "director director-general spokesman spokeswoman spokesperson speaker vice-president vice-premier "
    "vice-chairman leader coach engineer eng academician doctor chef mp hon alhaji malam mallam "
    "hajiya oba barrister comrade chief-of-staff superintendent inspector detective constable "
    "correspondent reporter journalist ceo supervisor".split()
)
#: With a title they are part of it: "Deputy Foreign Minister", "Supreme Leader".
TITLE_MODIFIERS = frozenset(
    "prime vice deputy foreign interior defence defense finance health justice economy energy labor "
    "labour culture education environment transport trade agriculture supreme former acting assistant "
    "associate senior lead executive secretary attorney first grand crown major lieutenant brigadier "
    "staff home state chief managing party police head permanent special high under-secretary "
    "managing".split()
)
#: The last (or, before "of", the first) word of an organisation's name.
ORGANISATION_HEADS = frozenset(
    "academy administration agency airlines airways alliance army assembly association authority bank "
    "board brigade bureau cabinet centre centres center centers chamber church club college "
    "commission committee company conference confederation congress consortium corporation corp "
    "council court daily department directorate division embassy exchange federation fleet force "
    "forces forum foundation front fund gazette government group guard guards headquarters herald "
    "holdings hospital house inc industries institute institution investigation journal laboratory "
    "league llc ltd ministry mission mosque movement museum navy network news newspaper observatory "
    "office orchestra organisation organization parliament partners party police post press "
    "prosecutor's register school secretariat senate service services society squad staff state "
    "studio studios systems team technologies telegraph theater theatre times tribune tribunal trust "
    "union university zoo fc plc co bros bundeswehr".split()
)
#: The last (or, before "of", the first) word of a place's name.
PLACE_HEADS = frozenset(
    "airport autonomous avenue bay beach boulevard bridge canal cape city coast county creek desert "
    "district falls forest garden gardens gulf hill hills island islands isle kingdom lake land "
    "mountain mountains mount ocean oblast park peninsula plain plateau port prefecture province "
    "quarter reef region republic river road sea square states station strait straits street "
    "territory town township tunnel valley village emirates krai okrug".split()
)
#: Words that begin names although they are ordinary words.
NAME_BEGINNINGS = frozenset(
    "north south east west northern southern eastern western central new old great greater united "
    "royal national federal state international world european people's red white black holy upper "
    "lower inner outer grand lake mount fort port cape san santa st saint los las el rio high social "
    "democratic".split()
)
#: Lower-case parts of personal names.
PARTICLES = frozenset(
    "de del della di da dos das du des la le van von der den ter ten zu zum zur bin bint ibn al el ul "
    "ur abu ben af av e y".split()
)
#: Particles that begin a surname by themselves, before a capital: "de Gaulle", "bin Laden".
LEADING_PARTICLES = frozenset("de del della di da dos du van von bin ibn al el ter".split())
#: Words that link the parts of an organisation's or a place's name.
LINKS = frozenset("of and for the on & in".split())
#: Possessives inside names: "People's Republic", "Children's Hospital".
INNER_POSSESSIVES = frozenset(
    "people's children's women's men's workers' farmers' veterans' world's king's queen's".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec".split()
)
FEASTS = frozenset(
    "christmas easter ramadan eid passover hanukkah thanksgiving halloween diwali lent pentecost "
    "sabbath".split()
)
CALENDAR = WEEKDAYS | MONTHS
#: After a comma they still belong to the name: "Kasai Electronics Co., Ltd."
SUFFIXES = frozenset("ltd inc llc plc corp jr sr".split())
#: Letters and stop: the rest of the name follows the stop.
STOPPED = frozenset(
    "mr mrs ms dr prof rev fr st sen sens rep reps gov gen lt col capt cmdr maj sgt cpl adm jr sr hon "
    "mt ft eng inc corp co ltd bros".split()
)
