"""Abbreviations of news English, by what may follow their stop within a sentence."""

from __future__ import annotations

#: Titles and ranks, written before a name; with a capital.
TITLES = frozenset(
    "mr mrs ms mx messrs dr drs eng prof profs rev revs fr ste mt gen gens lt col cols capt cmdr "
    "maj sgt cpl adm brig gov govs sen sens rep reps pres supt det insp hon amb atty dep asst maj-gen "
    "lt-gen lt-col brig-gen".split()
)
#: Any word may follow: "vs. the champion", "i.e. nothing", "a crowd of approx. 500".
INNER = frozenset("v vs al approx ca c cf e.g eg i.e ie viz esp incl a.k.a est fig figs p.s P.S".split())
#: A number follows, else the stop ends the sentence: "No. 10", "The answer was no."
NUMBERED = frozenset("no nos nr vol vols p pp art arts sec para ch fig tel ext".split())
#: Units of measure and the like: they end a sentence before a capital, never before a small letter.
UNITS = frozenset(
    "etc km kg cm mm m g l ml ha sq cu ft oz lb lbs yd yds mi mph kph hr hrs h min mins s bn mn mln bln tn "
    "tr thou rub rbl usd eur pct pc".split()
)
#: After a day's number and a stop, as Icelandic and German write dates: "on 24. July".
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
#: Months and weekdays: a day's number follows, else the stop may end the sentence.
CALENDAR = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
#: Inside a name or after it, and at the end of a sentence too: the next word decides. With a capital.
WITH_NAMES = frozenset(
    "jr sr st ft bros inc corp co cos ltd llc plc u.s u.k u.n e.u d.c u.s.a u.a.e u.s.s.r n.y l.a a.d b.c "
    "ph.d m.d b.a m.a ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss "
    "mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ave blvd rd univ dept govt assn intl".split()
)
#: The same, but written without a capital; the Russian ones stay in machine text.
EITHER = frozenset("a.m p.m am pm bros u.s u.k ul im kv str obl".split())
#: Words that begin sentences and hardly ever go on with a name: a stop before them ends the sentence.
OPENERS = frozenset(
    "the a an he she it they we i you this that these those there here but and or so yet nor in on at "
    "as for if when while whereas after before since until unless because although though despite "
    "during under over about among between both either neither his her its their our my your who whom "
    "whose what where why how which no not never none from to by with without within against through "
    "throughout toward towards like unlike some many most much more several few all each every any "
    "another other others one two three four five six seven ten dozens hundreds thousands millions "
    "according meanwhile however also only even still instead then now today yesterday tomorrow later "
    "earlier recently last next once again moreover furthermore nevertheless nonetheless therefore thus "
    "otherwise besides indeed perhaps maybe overall officials police critics analysts experts "
    "authorities people witnesses investigators prosecutors residents shares officers researchers "
    "scientists protesters supporters asked speaking following based given including such upon it's he's "
    "she's they're we're i'm that's there's".split()
)
#: After a quoted question the sentence goes on with a subject and one of these: ‘“Why?” Okoro asked.’
SPEECH = frozenset(
    "said says say asked asks ask added adds told tells wrote writes replied replies answered answers "
    "shouted shouts cried cries exclaimed exclaims wondered wonders demanded demands joked quipped "
    "insisted recalled recalls continued continues explained noted concluded chanted yelled screamed "
    "responded tweeted".split()
)
