"""One entry of a phrase rule: its phrases, where they count, and what to say of them."""

from __future__ import annotations

from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Any

from lintnews.finding import Hit, Particulars
from lintnews.matchers.context import Context
from lintnews.matchers.elements import Row, matches
from lintnews.matchers.rewrite import Rewrite
from lintnews.matchers.scope import EVERYWHERE, Scope, begins_sentence, in_heading
from lintnews.records import NamedTuple
from lintnews.rule import Confidence
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.matchers.elements import Caught, Match

# Ways in which one phrase may fit at one place; a phrase of many gaps must not cost more.
_MOST_WAYS = 100


class Case(Enum):
    """Which capitals a phrase may be written with."""

    SENTENCE = (
        "sentence"  # as given; a first capital where a sentence begins; any in a heading or a shouted phrase
    )
    ANY = "any"
    EXACT = "exact"


class Entry(NamedTuple):
    """Phrases with one meaning.

    Attributes:
        when: contexts of which each must hold.
        unless: contexts of which none may hold.
        fixes: best first.
        message: for this entry's hits, None for the rule's own.
        particulars: what the entry says otherwise than its rule.
    """

    rows: tuple[Row, ...]
    case: Case = Case.SENTENCE
    scope: Scope = EVERYWHERE
    when: tuple[Context, ...] = ()
    unless: tuple[Context, ...] = ()
    fixes: tuple[Rewrite, ...] = ()
    message: str | None = None
    particulars: Particulars | None = None

    def hit_at(self, facts: Facts, row: int, start: int) -> Hit | None:
        """Return the hit of a row of the entry that begins at the token `start`, if it does."""
        block = facts.article.block_at(facts.tokens[start].start)
        if block is None:
            return None
        end = facts.token_range(block.span).stop
        for match in islice(matches(self.rows[row], facts, start, end), _MOST_WAYS):
            hit = self._hit(facts, match)
            if hit:
                return hit
        return None

    def _hit(self, facts: Facts, match: Match) -> Hit | None:
        first, last = _marked(match)
        if first == last:
            return None
        span = Span(facts.tokens[first].start, _end(facts, match, last))
        if not self.scope.admits_place(facts, span) or not self._is_written_so(facts, match):
            return None
        tokens = range(match[0].start, match[-1].end)
        if not all(context.holds(facts, tokens) for context in self.when):
            return None
        if any(context.holds(facts, tokens) for context in self.unless):
            return None
        fixes = tuple(fix.fix(facts, span, match) for fix in self.fixes)
        return Hit(span, self.message, fixes, particulars=self.particulars)

    def _is_written_so(self, facts: Facts, match: Match) -> bool:
        """Whether the words have the capitals that `case` asks for, and are no names unless they may be."""
        first = True
        words = [(caught, written) for caught in match if (written := _written(facts, caught)) is not None]
        names = self.scope.names or any(written != written.casefold() for _, written in words)
        shouted = len(words) > 1 and all(facts.tokens[caught.start].text.isupper() for caught, _ in words)
        for caught, written in words:
            token = facts.tokens[caught.start]
            due = _with_possessive(written, token.fold)
            if not names and caught.start in facts.names:
                return False
            if self.case is not Case.ANY and token.text.replace("’", "'") != due:
                if self.case is Case.EXACT:
                    return False
                if shouted:
                    continue
                lowered = token.text[:1].lower() + token.text[1:].replace("’", "'")
                opens = first and lowered == due and begins_sentence(facts, token.start)
                if not opens and not in_heading(facts, token.start):
                    return False
            first = False
        return True

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it; what is usual is left out."""
        whole = {
            "rows": list(self.rows),
            "case": self.case.value if self.case is not Case.SENTENCE else None,
            "scope": self.scope.plain() if self.scope != EVERYWHERE else None,
            "when": [context.plain() for context in self.when],
            "unless": [context.plain() for context in self.unless],
            "fixes": [fix.plain() for fix in self.fixes],
            "message": self.message,
            "particulars": _plain_particulars(self.particulars),
        }
        return {key: value for key, value in whole.items() if value}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Entry:
        """Undo `plain`."""
        return cls(
            tuple(plain["rows"]),
            Case(plain.get("case", Case.SENTENCE.value)),
            Scope.from_plain(plain["scope"]) if "scope" in plain else EVERYWHERE,
            tuple(map(Context.from_plain, plain.get("when", ()))),
            tuple(map(Context.from_plain, plain.get("unless", ()))),
            tuple(map(Rewrite.from_plain, plain.get("fixes", ()))),
            plain.get("message"),
            _particulars(plain.get("particulars")),
        )


def _plain_particulars(particulars: Particulars | None) -> dict[str, Any] | None:
    if particulars is None:
        return None
    confidence = particulars.confidence.value if particulars.confidence else None
    whole = {"confidence": confidence, "pivots": list(particulars.pivots), "why": particulars.why}
    return {"line": particulars.line, **{key: value for key, value in whole.items() if value}}


def _particulars(plain: dict[str, Any] | None) -> Particulars | None:
    if plain is None:
        return None
    confidence = Confidence(plain["confidence"]) if "confidence" in plain else None
    return Particulars(plain["line"], confidence, tuple(plain.get("pivots", ())), plain.get("why", ""))


def _marked(match: Match) -> tuple[int, int]:
    """Return the first token of the marked text and the one after its last: all where nothing is marked."""
    marks = {caught.part["m"]: caught.start for caught in _parts(match, "m")}
    return marks.get(0, match[0].start), marks.get(1, match[-1].end)


def _parts(match: Match, key: str) -> Iterator[Any]:
    return (caught for caught in match if isinstance(caught.part, dict) and key in caught.part)


def _end(facts: Facts, match: Match, last: int) -> int:
    """Return where the marked text ends: before a possessive ending that the phrase does not have."""
    token = facts.tokens[last - 1]
    taker = next((caught for caught in match if caught.end == last and caught.start == last - 1), None)
    written = _written(facts, taker) if taker else None
    return token.end - 2 if written and token.fold == written.casefold() + "'s" else token.end


def _written(facts: Facts, caught: Caught) -> str | None:
    """Return how the phrase writes the word that was caught; None for slots, gaps and marks."""
    part = caught.part
    if isinstance(part, str):
        return part
    if "w" not in part:
        return None
    fold = facts.tokens[caught.start].fold
    fold = fold if fold in part["w"] else fold.removesuffix("'s")
    capitals: dict[str, str] = part.get("c", {})
    return capitals.get(fold, fold).replace("’", "'")


def _with_possessive(written: str, fold: str) -> str:
    return f"{written}'s" if fold == written.casefold() + "'s" else written
