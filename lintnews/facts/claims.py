"""What a figure is said of: the frame that makes two figures of an article claims about one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.quantities import Bound, Quantity
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lintnews.article import Article, Sentence
    from lintnews.facts.tokens import Token
    from lintnews.span import Span

_DEAD = frozenset("killed kills killing dead died die deaths fatalities perished".split())
_HURT = frozenset("injured injures injuring wounded wounds wounding hurt injuries".split())
_HELD = frozenset("arrested arrests arresting detained detains".split())
_HUMAN = frozenset(
    "person man woman child victim civilian soldier officer passenger worker pupil student villager resident "
    "life "
    "fighter militant protester policeman pilgrim fan tourist migrant refugee boy girl demonstrator".split()
)
_FRAMES = ((_DEAD, "dead"), (_HURT, "hurt"), (_HELD, "held"))
_AUXILIARIES = frozenset(("were", "was", "have", "had", "are"))
_NOUN_FRAMES = {"death": "dead", "fatality": "dead", "injury": "hurt", "arrest": "held"}
#: Words that carry no subject matter.
_EMPTY = frozenset(
    "that this with from have been were will would they their there which about after before said says also "
    "more most "
    "than when what while where into over under only other some such then them these those could should "
    "during against "
    "because between through according official officials reported report reports people person number total "
    "year years "
    "month months week weeks day days time first second last next another least many much million billion "
    "thousand "
    "hundred dozen cent percent dollars euros pounds".split()
)
_STEM = 5  # letters by which two words of a frame are taken for one: "explosion", "exploded"


class Claim(NamedTuple):
    """A quantity and what its sentence says it is of.

    Attributes:
        quantity: the figure.
        key: what two figures must share to be compared: "dead", "hurt", "held", a unit or the noun.
        topic: stems of the words that carry the sentence's matter, the key's own left out.
        words: every word of the sentence in lower case, for tests of time and source.
        names: words of the sentence with a capital within it, in lower case: places, people, makers.
        sentence: where it stands.
    """

    quantity: Quantity
    key: str
    topic: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    sentence: Sentence

    @property
    def is_casualty(self) -> bool:
        """Whether it counts the dead, the injured or the arrested."""
        return self.key in ("dead", "hurt", "held")


def claims_of(
    article: Article,
    tokens: Sequence[Token],
    token_range: Callable[[Span], range],
    quantities: Sequence[Quantity],
) -> Iterator[Claim]:
    """Yield the figures whose frame is plain: casualties, counted nouns, amounts with a unit.

    `token_range` gives the indices of the tokens of a span.
    """
    cache: dict[Sentence, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {}
    for quantity in quantities:
        key = _key(tokens, quantity)
        if not key or quantity.numeral.upper is not None:
            continue
        sentence = article.sentence_at(quantity.span.start)
        if sentence is None:
            continue
        if sentence not in cache:
            cache[sentence] = _matter(tokens, token_range(sentence.span))
        topic, words, names = cache[sentence]
        own = {quantity.noun[:_STEM], *(word[:_STEM] for word in quantity.modifiers)}
        yield Claim(quantity, key, topic - own, words, names, sentence)


def _matter(
    tokens: Sequence[Token], sentence: range
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words, names = [], []
    for index in sentence:
        token = tokens[index]
        if token.is_word:
            word = token.fold.removesuffix("'s")
            words.append(word)
            if index > sentence.start and token.text[0].isupper():
                names.append(word)
    topic = frozenset(word[:_STEM] for word in words if len(word) > 3 and word not in _EMPTY)
    return topic, frozenset(words), frozenset(names)


def _key(tokens: Sequence[Token], quantity: Quantity) -> str:
    if quantity.unit is not None:
        return quantity.unit.name
    if quantity.noun in _NOUN_FRAMES:
        return _NOUN_FRAMES[quantity.noun]
    if quantity.noun and quantity.noun not in _HUMAN:
        return quantity.noun
    return _casualty(tokens, quantity)


def _casualty(tokens: Sequence[Token], quantity: Quantity) -> str:
    """Tell the dead, the injured and the arrested by the verb beside: "killed 12", "12 were hurt"."""
    before = [token.fold for token in tokens[max(0, quantity.tokens.start - 4) : quantity.tokens.start]]
    after = [token.fold for token in tokens[quantity.after : quantity.after + 4]]
    if before[-3:] == ["death", "toll", "of"] or before[-4:-1] == ["death", "toll", "is"]:
        return "dead"
    verbs = set(before[-1:])
    if quantity.bound is not Bound.EXACT:
        verbs.update(before[-3:-1])  # the approximation stands between: "killed at least 12"
    following = set(after[:1])
    if after and after[0] in _AUXILIARIES and quantity.noun:
        following.update(after[1:3])
    return next((key for words, key in _FRAMES if verbs & words or following & words), "")


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may both be right: equal within their rounding, or a bound and what meets it."""
    grain = max(one.numeral.grain, other.numeral.grain)
    loose = Bound.ABOUT in (one.bound, other.bound)
    tolerance = max(grain if loose else grain / 2, 0.15 * max(one.value, other.value) if loose else 0.0)
    exact = one.bound is other.bound is Bound.EXACT and one.value < 1000 and other.value < 1000
    if abs(one.value - other.value) <= (0.0 if exact else tolerance):
        return True
    for bound, figure in ((one, other), (other, one)):
        if bound.bound is Bound.AT_LEAST and figure.value >= bound.value:
            return True
        if bound.bound is Bound.AT_MOST and figure.value <= bound.value:
            return True
    return False
