"""A place translated in one sentence and spelt out in another, or with two English spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.minority import form_hit
from lintnews.facts.name_forms import without_accents
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.name_forms import Place
    from lintnews.finding import Hit

# What streets, waters and districts are called where they are, and in English; made by hand.
_KINDS = {
    "ulitsa": "street", "ulica": "street", "vulitsa": "street", "vulytsia": "street", "ul": "street",
    "prospekt": "avenue", "ploshchad": "square", "ploscha": "square", "pereulok": "lane", "shosse": "highway",
    "most": "bridge", "vokzal": "station", "ozero": "lake", "reka": "river", "ostrov": "island",
    "krai": "territory", "rayon": "district", "raion": "district", "selo": "village", "jiang": "river",
    "hu": "lake", "shan": "mountain",
    "jie": "street", "dajie": "street", "lu": "road", "qiao": "bridge", "dao": "island", "gawa": "river",
    "kawa": "river", "jinja": "shrine", "bashi": "bridge", "platz": "square", "strasse": "street",
    "meydani": "square", "caddesi": "street", "dagi": "mountain",
}  # fmt: skip
_ALSO = {"avenue": {"prospect", "street"}, "street": {"avenue", "road"}, "mountain": {"mountains", "mount"}}
# Names of cities that have two English spellings; the newer stands second. Made by hand.
_RESPELT = dict(
    pair.split("/")
    for pair in "Kiev/Kyiv Kharkov/Kharkiv Lvov/Lviv Odessa/Odesa Lugansk/Luhansk Nikolaev/Mykolaiv "
    "Zaporozhye/Zaporizhzhia Chernigov/Chernihiv Chernobyl/Chornobyl Macao/Macau Peking/Beijing "
    "Bombay/Mumbai Calcutta/Kolkata Madras/Chennai Bangalore/Bengaluru Rangoon/Yangon "
    "Dnipropetrovsk/Dnipro Kiew/Kyiv Artyomovsk/Bakhmut Alma-Ata/Almaty".split()
)


@check(
    "CNS105",
    "place-translated-once",
    mqm="terminology/inconsistent-use-of-terminology",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a place is translated in one sentence and not in another",
    examples=(
        bad(
            "Pipes burst under Lesnaya Street. Two shops on [[Lesnaya Ulitsa]] are shut.",
            "Pipes burst under Lesnaya Street. Two shops on [[Lesnaya Street]] are shut.",
        ),
        bad(
            "Boats crossed the Hengshui River. The banks of the [[Hengshui Jiang]] were dry.",
            "Boats crossed the Hengshui River. The banks of the [[Hengshui River]] were dry.",
        ),
        fine("She lives in Lesnaya Street, off Nagornaya Ulitsa. Wang Jiang fishes in the Hengshui River."),
    ),
)
def place_translated_once(facts: Facts) -> Iterator[Hit]:
    """A street, river or district keeps its own word in one sentence and has the English one in another.

    Both have the same name before them. A word of another language that the article keeps to is a choice.
    """
    for form in facts.name_forms.values():
        heads: dict[str, list[Place]] = {}
        for place in form.places:
            if place.after:
                heads.setdefault(without_accents(place.after), []).append(place)
        for foreign in heads.keys() & _KINDS.keys():
            kind = _KINDS[foreign]
            english = next((head for head in ({kind} | _ALSO.get(kind, set())) if head in heads), None)
            if english is not None:
                spans = [_with_head(facts, place) for place in heads[foreign]]
                usual = _with_head(facts, heads[english][0])
                yield form_hit(facts, spans, usual.of(facts.text), usual, "here it is not translated")


def _with_head(facts: Facts, place: Place) -> Span:
    """Return the span of a name's word with the word after it."""
    following = facts.token_range(Span(place.span.end, place.mention.span.end + 1))
    end = next(facts.tokens[index].end for index in following if facts.tokens[index].is_word)
    return Span(place.span.start, end)


@check(
    "CNS106",
    "city-spelt-two-ways",
    mqm="terminology/inconsistent-use-of-terminology",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a city has two English spellings in one article",
    needs=(words(map(str.casefold, _RESPELT)), words(map(str.casefold, _RESPELT.values()))),
    examples=(
        bad(
            "Trains to Kharkiv were late. Kharkiv has no light. Nobody left [[Kharkov]].",
            "Trains to Kharkiv were late. Kharkiv has no light. Nobody left [[Kharkiv]].",
        ),
        bad(
            "The casinos of Macau reopened, and visitors came back. The hotels of [[Macao]] are full.",
            "The casinos of Macau reopened, and visitors came back. The hotels of [[Macau]] are full.",
        ),
        fine("Bars in Mumbai closed. The Bombay Stock Exchange fell. Kyiv, formerly spelt Kiev, was dark."),
        fine("Shops in Kyiv closed. Fans of Dynamo Kiev stayed at home."),
    ),
)
def city_spelt_two_ways(facts: Facts) -> Iterator[Hit]:
    """A city that has a newer English spelling has one of the two throughout an article.

    The rarer one is reported; of two as frequent, the older. Clubs, banks and dishes keep their spelling, and
    an article may explain the two in one sentence.
    """
    for older, newer in _RESPELT.items():
        if older not in facts.name_forms or newer not in facts.name_forms:
            continue
        forms = facts.name_forms[older], facts.name_forms[newer]
        bare = [[place for place in form.places if _is_city(facts, place)] for form in forms]
        if not all(bare) or _in_one_sentence(facts, bare):
            continue
        usual, other = (1, 0) if len(bare[1]) >= len(bare[0]) else (0, 1)
        spans = [place.span for place in bare[other]]
        counts = f"it stands {len(bare[usual])} times against {len(bare[other])}"
        if len(bare[usual]) == len(bare[other]):
            counts = "the newer spelling is kept"
        reason = f"an article keeps to one, and {counts}"
        yield form_hit(facts, spans, forms[usual].text, bare[usual][0].span, reason)


def _is_city(facts: Facts, place: Place) -> bool:
    return place.is_bare and facts.article.quotation_at(place.span.start) is None


def _in_one_sentence(facts: Facts, forms: list[list[Place]]) -> bool:
    sentences = [
        {facts.article.sentence_at(place.span.start) for place in places} - {None} for places in forms
    ]
    return bool(sentences[0] & sentences[1])


CHECKS = (place_translated_once, city_spelt_two_ways)
