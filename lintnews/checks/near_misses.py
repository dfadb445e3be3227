"""A word that nearly fits, where the article itself has the right one in the same company."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.facts.collocations import argument_of, pairs_of
from lintnews.facts.headings import FUNCTION_WORDS
from lintnews.facts.stems import stem
from lintnews.facts.vocabulary import bare
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.inflection import forms
from lintnews.needs import given
from lintnews.prose.indefinite import indefinite_article
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.facts import Facts
    from lintnews.facts.collocations import Pair
    from lintnews.facts.headings import Heading
    from lintnews.finding import Fix

# A possessor in a heading is taken for one in the text if so many letters of it stand there.
_LEAST_LETTERS = 4
# Zipf frequency of a word common enough to be what a foreign ending was stuck to.
_COMMON = 3.5


@check(
    "LEX101",
    "near-miss-of-a-word",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="the article itself has the usual word in the same company",
    examples=(
        bad(
            "The junta threatened reprisals over the raid. On Monday it threatened [[answers]] again.",
            "The junta threatened reprisals over the raid. On Monday it threatened reprisals again.",
        ),
        bad(
            "The acting mayor opened the fair. Later the [[active]] mayor left.",
            "The acting mayor opened the fair. Later the acting mayor left.",
        ),
        bad(
            "Voters will hold the election in May. Nobody wants to [[make]] the election earlier.",
            "Voters will hold the election in May. Nobody wants to hold the election earlier.",
        ),
        fine("The union threatened a strike. Its threats drew angry reactions, and answers to its letters."),
        fine("The acting mayor has an active life, and the mayor of Norden, too, is active."),
        fine("The army threatened answers."),
    ),
)
def near_miss_of_a_word(facts: Facts) -> Iterator[Hit]:
    """Report a word that nearly fits its verb or noun, where the article has the usual one elsewhere.

    Sentence by sentence a machine chooses among the meanings of a word, and not always alike: it writes
    “acting governor” in one paragraph and “active governor” in the next. What goes with what is in
    `rules/lexicon/collocations.yaml`. Left alone where the article nowhere has the usual word in the same
    company, and in names.
    """
    known: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs_of(facts.tokens, facts.word_index):
        known[pair.row.text, pair.key].append(pair)
    for pairs in known.values():
        right = [pair for pair in pairs if pair.is_right]
        for pair in pairs:
            if pair.is_right or {pair.word, pair.partner} & facts.names.indices:
                continue
            proof = _nearest(right, pair) or _with_same_argument(facts, pair)
            if proof:
                yield _hit(facts, pair, proof)


def _nearest(right: Iterable[Pair], pair: Pair) -> range | None:
    """Return the tokens of the nearest place that has the usual word."""
    found = min(right, key=lambda other: abs(other.partner - pair.partner), default=None)
    return _tokens_of(found) if found else None


def _tokens_of(pair: Pair) -> range:
    return range(min(pair.word, pair.partner), max(pair.word, pair.partner) + 1)


def _with_same_argument(facts: Facts, pair: Pair) -> range | None:
    """Return where a usual object stands before the same preposition and name: "reprisals against Iran"."""
    if pair.row.section != "objects":
        return None
    argument = argument_of(facts.tokens, pair.partner)
    if argument is None:
        return None
    for fold, places in facts.word_index.by_fold.items():
        if stem(fold) in pair.row.right:
            for place in places:
                if argument_of(facts.tokens, place) == argument:
                    return range(place, place + 1)
    return None


def _hit(facts: Facts, pair: Pair, proof: range) -> Hit:
    tokens, text = facts.tokens, facts.text
    usual = next(index for index in proof if pair.row.key(tokens[index]) in pair.row.right)
    here, there = _span(facts, _tokens_of(pair)), _span(facts, proof)
    quoted, other = (" ".join(part.of(text).split()) for part in (here, there))
    line = facts.article.line_of(there.start)
    return Hit(
        tokens[pair.partner].span,
        f"‘{quoted}’: the article has ‘{other}’ elsewhere (line {line})",
        (_repair(facts, pair, usual),),
        (Related(there, f"here it is ‘{other}’"),),
    )


def _span(facts: Facts, indices: range) -> Span:
    return Span(facts.tokens[indices.start].start, facts.tokens[indices.stop - 1].end)


def _repair(facts: Facts, pair: Pair, usual: int) -> Fix:
    """Put the usual word in its place: a verb in the same form, after the right “a” or “an”."""
    tokens = facts.tokens
    partner, before = tokens[pair.partner], tokens[pair.partner - 1] if pair.partner else None
    word = tokens[usual].fold
    if pair.row.section == "verbs":
        row = pair.row
        word = _inflected(row.right[stem(word)], row.wrong[stem(partner.fold)], partner.fold)
        if tokens[usual + 1].fold in _PARTICLES:
            word += f" {tokens[usual + 1].fold}"
    span = partner.span
    if before and before.fold in ("a", "an"):
        span, word = Span(before.start, partner.end), f"{indefinite_article(word)} {word}"
    capital = span.of(facts.text)[0].isupper()
    return replacement(span, word[0].upper() + word[1:] if capital else word)


_PARTICLES = frozenset("out up down off in on for".split())


def _inflected(lemma: str, model: str, form: str) -> str:
    """Return the form of the verb `lemma` that `form` is of the verb `model`."""
    wanted = forms(model, "v").get(form, "b")
    return next((found for found, letters in forms(lemma, "v").items() if wanted[0] in letters), lemma)


@check(
    "LEX102",
    "near-miss-of-a-heading",
    mqm="accuracy/mistranslation",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="a heading that quotes the text has another word",
    needs=(given("cross_headings"),),
    examples=(
        bad(
            "Growers blame the river board\n\nThe board has met twice since the flood, growers said.\n\n"
            "‘LION’S SHARE’\n\nOfficials took home the [[lion’s leg]] of the money, a grower told the "
            "meeting.\n\nThe board denies it."
        ),
        bad(
            "Villagers shut the mine\n\nThe mine has been shut since Monday, the owners said.\n\n"
            "‘VIPERA NESTO’\n\n“We shall not rest until this [[viper’s news]] is closed,” a man "
            "said.\n\nThe owners want to talk.",
        ),
        fine(
            "Growers blame the river board\n\nThe board has met twice since the flood, growers said.\n\n"
            "‘LION’S SHARE’\n\nOfficials took home the lion’s share of the money in the lion’s den.\n\n"
            "The board denies it."
        ),
        fine(
            "Growers blame the river board\n\nThe board has met twice since the flood, growers said.\n\n"
            "NATION’S SHAME\n\nOfficials spent the nation’s money on a feast, a grower told the "
            "meeting.\n\nThe board denies it."
        ),
    ),
)
def near_miss_of_a_heading(facts: Facts) -> Iterator[Hit]:
    """Report “X’s Y” in the text where a heading in quotation marks puts another word than Y beside X.

    Such a heading quotes someone in the text, but the machine translates the two places one by one. Left
    alone where the text has both words of the heading, whatever they stand beside.
    """
    for heading in facts.headings:
        words = [index for index in heading.words if facts.tokens[index].fold not in FUNCTION_WORDS]
        if not heading.is_quoted or heading.is_headline or len(words) != 2:
            continue
        for owner, thing in (words, words[::-1]):
            place = _possessed(facts, facts.tokens[owner].fold)
            fold = facts.tokens[thing].fold
            if not place or facts.vocabulary.supports(fold):
                continue
            if not _alike(fold, facts.tokens[place[-1]].fold):
                yield _by_heading(facts, heading, place, fold)
                break


def _possessed(facts: Facts, owner: str) -> range | None:
    """Return where the text has something of `owner`, a word of the heading that may have lost its end."""
    least = max(_LEAST_LETTERS, len(bare(owner)) - 1)
    for index, token in enumerate(facts.tokens[:-1]):
        if token.fold.endswith("'s") and not token.text.isupper() and index not in facts.names:
            known = bare(token.fold)
            same = _shared_start(known, bare(owner))
            if same >= least and len(known) - same <= 1 and facts.tokens[index + 1].is_word:
                return range(index, index + 2)
    return None


def _shared_start(one: str, other: str) -> int:
    """Return with how many equal letters the two begin."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _alike(one: str, other: str) -> bool:
    return _shared_start(one, other) >= min(_LEAST_LETTERS, len(other))


def _by_heading(facts: Facts, heading: Heading, place: range, fold: str) -> Hit:
    here = _span(facts, place)
    owner, quoted = facts.tokens[place[0]].text, " ".join(here.of(facts.text).split())
    shown, line = heading.core.of(facts.text), facts.article.line_of(heading.span.start)
    meant = _plain(facts, fold)
    return Hit(
        here,
        f"‘{quoted}’ is not what the heading quotes: ‘{shown}’ (line {line})",
        (replacement(here, f"{owner} {meant}", Applicability.SUGGESTION),) if meant else (),
        (Related(heading.span, f"the heading has ‘{shown}’"),),
    )


def _plain(facts: Facts, fold: str) -> str | None:
    """Return the word, or the common one at its start to which a foreign ending was stuck."""
    for length in range(len(fold), len(fold) - 3, -1):
        if length >= 3 and facts.words.zipf(fold[:length]) >= _COMMON:
            return fold[:length]
    return None


CHECKS = (near_miss_of_a_word, near_miss_of_a_heading)
