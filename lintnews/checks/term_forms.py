"""One term or name in two forms: OKUBO and Okubo, e-mail and email, Internet and internet."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lintnews.checks.minority import form_hits
from lintnews.facts.name_kinds import NameKind
from lintnews.needs import characters, words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.facts import Facts
    from lintnews.facts.mentions import NameMention
    from lintnews.facts.tokens import Token
    from lintnews.finding import Hit
    from lintnews.span import Span

# Terms that are written with a capital or without, where the article need not mean two things; made by hand.
_TERMS = frozenset("internet web covid-19 covid coronavirus e-mail wi-fi wifi bitcoin blockchain".split())
_SHORTEST = 4


@check(
    "CNS107",
    "name-in-capitals",
    mqm="linguistic-conventions/capitalization",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="a name is in capitals here and not elsewhere",
    pivots=("ja", "fr"),
    examples=(
        bad(
            "Dr Kenji Moriyama was held. [[MORIYAMA]] denied it. Moriyama has a lawyer.",
            "Dr Kenji Moriyama was held. Moriyama denied it. Moriyama has a lawyer.",
        ),
        bad(
            "Clara Duvalier won. Judges gave [[DUVALIER]] nine points.",
            "Clara Duvalier won. Judges gave Duvalier nine points.",
        ),
        fine("Oslo was calm. Clara Duvalier won. DUVALIER WINS, one paper wrote of the Nato chief."),
    ),
)  # fmt: skip
def name_in_capitals(facts: Facts) -> Iterator[Hit]:
    """French and Japanese papers put surnames in capitals, and a system keeps them in some sentences only.

    Acronyms, headings, datelines and lines in capitals are left alone.
    """
    people: dict[str, NameMention] = {}
    for mention in facts.names.mentions:
        surname = mention.text.split()[-1]
        full = mention.kind is NameKind.UNKNOWN and " " in mention.text
        if (full or mention.kind is NameKind.PERSON) and len(surname) >= _SHORTEST and not surname.isupper():
            people.setdefault(surname.casefold(), mention)
    shouted: defaultdict[str, list[Span]] = defaultdict(list)
    spelt = [form for base in people for form in (base, f"{base}'s", f"{base}'")]
    for index in facts.word_index.places(spelt):
        token = facts.tokens[index]
        if token.base not in people or len(token.text) < _SHORTEST or not token.text.isupper():
            continue
        if _is_in_running_text(facts, token) and not _is_among_capitals(facts, token):
            shouted[token.base].append(token.span)
    for base, places in shouted.items():
        mention = people[base]
        usual = mention.text.split()[-1]
        line = facts.article.line_of(mention.span.start)
        message = f"‘{places[0].of(facts.text)}’ is ‘{usual}’ elsewhere (line {line})"
        repairs = [usual if place.of(facts.text).casefold() == base else f"{usual}’s" for place in places]
        yield from form_hits(places, repairs, mention.span, message)


def _is_in_running_text(facts: Facts, token: Token) -> bool:
    block = facts.article.block_at(token.start)
    return block is not None and block.kind.is_prose


def _is_among_capitals(facts: Facts, token: Token) -> bool:
    """Whether the next word or the one before is in capitals, too."""
    index = facts.token_range(token.span).start
    beside = (*facts.tokens[max(0, index - 1) : index], *facts.tokens[index + 1 : index + 2])
    return any(other.is_word and len(other.text) > 1 and other.text.isupper() for other in beside)


@check(
    "CNS305",
    "hyphen-two-ways",
    mqm="style/inconsistent-style",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="a word is written with a hyphen and without",
    needs=(characters("-"),),
    examples=(
        bad(
            "Send an e-mail. The e-mail must be short; no [[email]] is kept.",
            "Send an e-mail. The e-mail must be short; no [[e-mail]] is kept.",
        ),
        bad(
            "Semifinals are on Friday. The first [[semi-finals]] drew crowds.",
            "Semifinals are on Friday. The first [[semifinals]] drew crowds.",
        ),
        fine("“Re-election is sure,” he said of the reelection. They resigned and did not re-sign the deal."),
    ),
)
def hyphen_two_ways(facts: Facts) -> Iterator[Hit]:
    """Sentences translated one by one follow no house style: e-mail in one, email in the next.

    Names and quotations are left alone, and so are words that mean another thing with a hyphen (re-sign).
    Human writers do it as often, so this asks for attention only.
    """
    hyphened = {token.fold: token.fold.replace("-", "") for token in facts.tokens if "-" in token.fold}
    wanted = {*hyphened, *hyphened.values()} - _TWO_WORDS
    forms: defaultdict[str, defaultdict[str, list[Token]]] = defaultdict(lambda: defaultdict(list))
    for index, token in enumerate(facts.tokens):
        if (
            token.fold in wanted
            and token.is_word
            and index not in facts.names
            and _is_own_prose(facts, token)
        ):
            forms[token.fold.replace("-", "")][token.fold].append(token)
    for found in forms.values():
        yield from _rarer(facts, found)


# With a hyphen these are other words.
_TWO_WORDS = frozenset(
    "resign re-sign resigned re-signed recover re-cover recreation re-creation reform re-form coop co-op "
    "represent re-present resent re-sent unionised un-ionised".split()
)


@check(
    "CNS306",
    "term-capitals-two-ways",
    mqm="linguistic-conventions/capitalization",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    message="a term is written with a capital and without",
    needs=(words(_TERMS),),
    examples=(
        bad(
            "The internet failed. Nobody had internet at home, and the [[Internet]] stayed down.",
            "The internet failed. Nobody had internet at home, and the [[internet]] stayed down.",
        ),
        bad(
            "He caught Covid-19 in May. Deaths from [[COVID-19]] rose.",
            "He caught Covid-19 in May. Deaths from [[Covid-19]] rose.",
        ),
        fine("Internet at home is dear, and the internet is slow. “The Internet is dead,” she said."),
    ),
)
def term_capitals_two_ways(facts: Facts) -> Iterator[Hit]:
    """A few terms may have a capital or none, but not both in one article.

    First words of sentences, headings and quotations do not count.
    """
    starts = {sentence.span.start for sentence in facts.article.sentences}
    forms: defaultdict[str, defaultdict[str, list[Token]]] = defaultdict(lambda: defaultdict(list))
    for token in facts.tokens:
        if token.fold in _TERMS and token.start not in starts and _is_own_prose(facts, token):
            forms[token.fold][token.text].append(token)
    for found in forms.values():
        yield from _rarer(facts, found)


def _is_own_prose(facts: Facts, token: Token) -> bool:
    return _is_in_running_text(facts, token) and facts.article.quotation_at(token.start) is None


def _rarer(facts: Facts, forms: dict[str, list[Token]]) -> Iterator[Hit]:
    """Yield a hit for each place of the rarer forms; of two as frequent, of the later."""
    if len(forms) < 2:
        return
    usual, *others = sorted(forms, key=lambda form: (-len(forms[form]), forms[form][0].start))
    first = forms[usual][0]
    line = facts.article.line_of(first.start)
    for other in others:
        places: Sequence[Token] = forms[other]
        message = f"‘{places[0].text}’ here, but ‘{first.text}’ in line {line}"
        repairs = [_with_capital(usual, place, forms[usual][0]) for place in places]
        yield from form_hits([place.span for place in places], repairs, first.span, message)


def _with_capital(usual: str, place: Token, model: Token) -> str:
    """Return the usual form, with a capital where only `place` begins a sentence."""
    return usual.capitalize() if usual == usual.casefold() == model.fold and _begins(place, model) else usual


def _begins(place: Token, model: Token) -> bool:
    return place.fold != model.fold and place.text[0].isupper()


CHECKS = (name_in_capitals, hyphen_two_ways, term_capitals_two_ways)
