"""A rule: what it is called, what it means, how far it is trusted, and the examples that test it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from lintnews.late import Late
from lintnews.needs import AnyNeed, Gate
from lintnews.patterns import lazy
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from lintnews.facts import Facts
    from lintnews.finding import Hit

#: Families by code prefix, with what each is about.
FAMILIES = {
    "RES": "residue of the machine",
    "QUO": "quotation marks and spacing",
    "REP": "repetition",
    "HED": "headings",
    "NUM": "numbers, dates, units, arithmetic",
    "CNS": "consistency of names, acronyms, variants, gender",
    "CON": "contradictions",
    "GRM": "sentence grammar",
    "LEX": "calques, false friends, idioms, collocations",
    "STY": "house style",
    "LT": "LanguageTool",
    "LNT": "comments to lintnews itself",
}
#: Families that run only where they are selected.
OFF_BY_DEFAULT = frozenset({"STY"})
#: Its rules are held against findings, not against articles.
ABOUT_COMMENTS = "LNT"
CODE = lazy(r"([A-Z]{2,3})(\d{3})")
NAME = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)+")


# By value: an enumeration's own hash is slow, and a start asks for the rank of every rule.
_RANKS = {"high": 3, "medium": 2, "low": 1}
_WEIGHTS = {"error": 3, "warning": 2, "note": 1}


class Severity(Enum):
    """What the defect costs the reader."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def weight(self) -> int:
        """Higher is heavier."""
        return _WEIGHTS[self._value_]

    @property
    def penalty(self) -> int:
        """What MQM takes off for it: an error is critical, a warning major, a note minor."""
        return {Severity.ERROR: 25, Severity.WARNING: 5, Severity.NOTE: 1}[self]


class Confidence(Enum):
    """Measured precision on text the rule was not made on: high from 95 %, medium from 80 %, else low."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Higher is surer."""
        return _RANKS[self._value_]


class Example(NamedTuple):
    """A tested example.

    `text` without marks; `spans` are the defects in it, empty for text that must stay silent. `repaired` is
    what the first fixes make of it, None where there is none to show. `line` is where it stands in its pack,
    from 1; 0 outside packs.
    """

    text: str
    spans: tuple[Span, ...] = ()
    repaired: str | None = None
    line: int = 0

    @property
    def is_bad(self) -> bool:
        """Whether the rule must fire."""
        return bool(self.spans)

    @property
    def marked(self) -> str:
        """The text with its defects between `[[` and `]]`."""
        marked, place = "", 0
        for span in self.spans:
            marked += f"{self.text[place : span.start]}[[{span.of(self.text)}]]"
            place = span.end
        return marked + self.text[place:]


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Take the `[[…]]` marks out of an example: its text, and the spans that they marked.

    Raises:
        ValueError: marks that do not pair.
    """
    text, *pieces = marked.split("[[")
    spans, paired = [], "]]" not in text
    for piece in pieces:
        defect, mark, after = piece.partition("]]")
        if not mark:
            raise ValueError(f"a mark is not closed: {marked!r}")
        paired = paired and "]]" not in after
        spans.append(Span(len(text), len(text) + len(defect)))
        text += defect + after
    if not paired:
        raise ValueError(f"marks do not pair: {marked!r}")
    return text, tuple(spans)


class Written(NamedTuple):
    """An example as written beside its rule: `marked` has its defects between `[[` and `]]`."""

    marked: str
    good: str | None = None
    is_bad: bool = True

    def example(self) -> Example:
        """Return what it means.

        Raises:
            ValueError: a bad example without a mark, or marks that do not pair.
        """
        if not self.is_bad:
            return Example(self.marked)
        text, spans = unmark(self.marked)
        if not spans:
            raise ValueError(f"a bad example marks its defect with [[ ]]: {self.marked!r}")
        return Example(text, spans, unmark(self.good)[0] if self.good is not None else None)


def bad(marked: str, good: str | None = None) -> Written:
    """Write an example with its defects between `[[` and `]]`, and what the first fixes make of the text."""
    return Written(marked, good)


def fine(text: str) -> Written:
    """Write an example on which the rule must stay silent."""
    return Written(text, is_bad=False)


class Rule(NamedTuple):
    """Everything that users see of a rule.

    Attributes:
        code: family prefix and three digits, never reused; of another linter's rule, the prefix, a colon and
            the id there.
        name: kebab case, says the defect.
        mqm: the MQM error type, `dimension/subtype`.
        message: one sentence for an editor, used where a hit brings none of its own.
        why: the mechanism, for `lintnews explain`.
        pivots: ISO 639-1 codes of source languages known to produce it.
        source: the pack file that holds it, None for a rule in Python.
    """

    code: str
    name: str
    mqm: str
    severity: Severity
    confidence: Confidence
    message: str
    why: str
    examples: Sequence[Example]
    pivots: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    source: str | None = None

    @property
    def family(self) -> str:
        """Family prefix of the code, a key of FAMILIES."""
        return self.code.partition(":")[0].rstrip("0123456789")

    def plain(self) -> list[Any]:
        """Return it as JSON can hold it, its examples left out; `rule_of` undoes that."""
        return [*self[:3], self.severity.value, self.confidence.value, *self[5:7], *self[8:]]


def rule_of(row: Sequence[Any], examples: Sequence[Example]) -> Rule:
    """Return the rule that `Rule.plain` made JSON of.

    Raises:
        TypeError, ValueError: it is no such thing.
    """
    code, name, mqm, severity, confidence, message, why, pivots, aliases, source = row
    heavy, sure = Severity(severity), Confidence(confidence)
    return Rule(code, name, mqm, heavy, sure, message, why, examples, tuple(pivots), tuple(aliases), source)


CheckFunction = Callable[["Facts"], Iterable["Hit"]]


class Check(NamedTuple):
    """A rule and the function that finds its hits in one article.

    `levels` are how far those of its entries are trusted that differ from the rule in this, `pivots` the
    languages of those that differ in that. Without its `needs`, an article has no hit.
    `is_noise`: it runs only where its own code or name is selected.
    """

    rule: Rule
    find: CheckFunction
    levels: frozenset[Confidence] = frozenset()
    pivots: frozenset[tuple[str, ...]] = frozenset()
    needs: tuple[AnyNeed, ...] = ()
    is_noise: bool = False

    def __call__(self, facts: Facts) -> Iterator[Hit]:
        """Yield the rule's hits in the article of `facts`."""
        if all(need.met(facts) for need in self.needs):
            yield from self.find(facts)

    def at(self, least: Confidence) -> Check | None:
        """Return the check with what is trusted at least as far as `least`; None where that is nothing."""
        if self.is_noise:
            return None
        if not self.levels:
            return self if self.rule.confidence.rank >= least.rank else None
        if max(level.rank for level in (self.rule.confidence, *self.levels)) < least.rank:
            return None
        return self._replace(find=partial(_trusted, self, least))


def _trusted(check: Check, least: Confidence, facts: Facts) -> Iterator[Hit]:
    for hit in check.find(facts):
        own = hit.particulars.confidence if hit.particulars else None
        if (own or check.rule.confidence).rank >= least.rank:
            yield hit


class Checks(tuple[Check, ...]):  # noqa: SLOT001 - a tuple that keeps its gate
    """The checks of a run, with one gate for all of them; a tuple otherwise."""

    @cached_property
    def _gate(self) -> Gate:
        return Gate([check.needs for check in self])

    def concerning(self, facts: Facts) -> list[Check]:
        """Return the checks whose needs the article meets, in order."""
        return [self[number] for number in self._gate.admits(facts)]


def _dedented(docstring: str) -> str:
    """Do as `inspect.cleandoc`, which takes longer to load than a tenth of the rules."""
    first, *others = docstring.expandtabs().splitlines() or [""]
    margin = min((len(line) - len(line.lstrip()) for line in others if line.strip()), default=0)
    return "\n".join((first.lstrip(), *(line[margin:] for line in others))).strip("\n")


def check(  # noqa: PLR0913 - the fields of a rule
    code: str,
    name: str,
    *,
    mqm: str,
    severity: Severity,
    confidence: Confidence,
    message: str,
    examples: tuple[Written, ...],
    pivots: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    needs: tuple[AnyNeed, ...] = (),
) -> Callable[[CheckFunction], Check]:
    """Make a Check of the decorated function; its docstring is the rule's `why`.

    The arguments are the fields of Rule, its examples as written by `bad` and `fine`, and what every article
    with a hit has (`needs.words`, `needs.characters` and their like).
    """

    def decorate(function: CheckFunction) -> Check:
        why = _dedented(function.__doc__ or "")
        late = Late(partial(map, Written.example, examples))
        rule = Rule(code, name, mqm, severity, confidence, message, why, late, pivots, aliases)
        return Check(rule, function, needs=needs)

    return decorate
