"""Nouns for one person, and what they tell of the sex."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

#: Nouns for a man.
MEN = frozenset(
    "man boy father husband son brother king prince grandfather grandson uncle nephew gentleman widower "
    "policeman businessman fireman salesman fisherman father-in-law son-in-law brother-in-law stepfather "
    "stepson godfather boyfriend ex-husband ex-boyfriend half-brother dad lad monk schoolboy emperor duke "
    "bridegroom great-grandfather sultan emir pope".split()
)
#: Nouns for a woman.
WOMEN = frozenset(
    "woman girl mother wife daughter sister queen princess grandmother granddaughter aunt niece lady widow "
    "policewoman businesswoman actress mother-in-law daughter-in-law sister-in-law stepmother stepdaughter "
    "godmother girlfriend ex-wife ex-girlfriend half-sister mum mom nun schoolgirl empress duchess bride "
    "heroine hostess waitress stewardess housewife spokeswoman congresswoman chairwoman sportswoman heiress "
    "midwife great-grandmother baroness countess ballerina goddess mistress landlady".split()
)
#: Several of one sex, one of whom may be meant: no proof of anything, but somebody.
SEVERAL_MEN = frozenset("men boys fathers husbands sons brothers kings princes".split())
#: The same of women.
SEVERAL_WOMEN = frozenset(
    "women girls mothers wives daughters sisters ladies nuns widows actresses females queens".split()
)
#: Who may be of either sex: people, and animals that have a name.
ANYBODY = frozenset(
    "someone somebody anyone anybody everyone everybody nobody whoever person others couple pair family "
    "parents twins siblings spouse partner god dog cat horse bear elephant lion tiger panda whale puppy pet "
    "bull cow".split()
)
#: The same where no noun follows them.
ANYBODY_ALONE = frozenset("one another other male female".split())


@cache
def person_nouns() -> dict[str, frozenset[str]]:
    """Return the nouns for one person by section; `data/person_nouns.txt` says where they are from."""
    sections: defaultdict[str, set[str]] = defaultdict(set)
    text = (Path(__file__).parents[1] / "data" / "person_nouns.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            section, entries = line.split(":", 1)
            sections[section].update(entries.split())
    return {section: frozenset(entries) for section, entries in sections.items()}
