"""Replacements of phrases: words of the match copied by name, inflection and "a" or "an" carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.facts.name_words import FUNCTION_WORDS
from lintnews.finding import Applicability, Edit, Fix
from lintnews.inflection import classes_of
from lintnews.matchers.replace import Replacement
from lintnews.patterns import lazy
from lintnews.prose.indefinite import indefinite_article
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lintnews.facts import Facts
    from lintnews.matchers.elements import Caught, Match

#: A compiled piece: text, ``{"copy": name}``, or ``{"w": {letter: form}, "n": name, "k": ordinal}``.
Piece = str | dict[str, Any]

_ARTICLE_AT_END = lazy(r"(?:^|(?<=\s))([Aa])n? \Z")
_BLANK_BEFORE_MARK = lazy(r" (?=[,.;:!?](?:\s|$))")
_BE_OR_HAVE = frozenset("be am is are was were been being has have had having get gets got 's 've".split())
_FORMS_OF_BE = frozenset("be am is are was were been being".split())
_BEFORE_BASE = frozenset(
    "to will would can could may might must shall should do does did don't doesn't didn't won't wouldn't "
    "can't cannot couldn't shouldn't let let's help helped".split()
)
# Singular and plural of the forms in which only "be" has both: past, third person, and what other verbs have
# as their base form.
_FINITE_BE = {"d": ("was", "were"), "s": ("is", "is"), "b": ("is", "are")}
_PLURAL_PRONOUNS = frozenset("they we you these those both all many".split())
# Of forms that fit alike, what news has most.
_USUAL = "dsbng12pcta"
_ADVERBS_BETWEEN = 3


class Rewrite(NamedTuple):
    """What to write in the place of a match."""

    pieces: tuple[Piece, ...]
    applicability: Applicability

    def fix(self, facts: Facts, span: Span, match: Match) -> Fix:
        """Return the repair of the marked `span` of `match`."""
        new = self._text(facts, match)
        made = Replacement(new, self.applicability).fix(facts, span)
        article = _article_before(facts, span, made.edits[0].text) if new else None
        return Fix((article, *made.edits), made.applicability, made.message) if article else made

    def _text(self, facts: Facts, match: Match) -> str:
        text, may_differ = "", False
        for piece in self.pieces:
            if isinstance(piece, str):
                new, may_follow_article = piece, may_differ
            else:
                copied = "copy" in piece
                new = _copied(facts, match, piece["copy"]) if copied else _inflected(facts, match, piece)
                may_follow_article = True
            if new.startswith(" ") and text and not text.endswith(" "):
                text, new = f"{text} ", new[1:]
            article = _ARTICLE_AT_END.search(text) if may_follow_article and new.strip() else None
            if article:
                text = f"{text[: article.start()]}{_like(article[1], new.lstrip())} "
            text += new
            # What an article is followed by was not known to whoever wrote the piece.
            may_differ = not isinstance(piece, str) or (may_differ and not new)
        # What the match took may be its last mark.
        return _BLANK_BEFORE_MARK.sub("", " ".join(text.split()))

    def plain(self) -> list[Any]:
        """Return it as JSON can hold it."""
        return [list(self.pieces), self.applicability.value]

    @classmethod
    def from_plain(cls, plain: Sequence[Any]) -> Rewrite:
        """Undo `plain`."""
        return cls(tuple(plain[0]), Applicability(plain[1]))


def _like(article: str, word: str) -> str:
    return article + indefinite_article(word)[1:]


def _article_before(facts: Facts, span: Span, new: str) -> Edit | None:
    """Return the edit that makes "a" before the match "an", or "an" "a", where `new` asks for it."""
    found = _ARTICLE_AT_END.search(facts.text, max(0, span.start - 4), span.start)
    if not found:
        return None
    due = _like(found[1], new)
    return None if found.group() == f"{due} " else Edit(Span(found.start(), found.end() - 1), due)


def _copied(facts: Facts, match: Match, name: str) -> str:
    for caught in match:
        if isinstance(caught.part, dict) and caught.part.get("n") == name:
            if caught.start == caught.end:
                return ""
            return facts.text[facts.tokens[caught.start].start : facts.tokens[caught.end - 1].end]
    return ""


def _inflected(facts: Facts, match: Match, piece: Mapping[str, Any]) -> str:
    forms: dict[str, str] = piece["w"]
    model = _model(match, piece)
    if model is None or isinstance(model.part, str):
        return next(iter(forms.values()))
    fold = facts.tokens[model.start].fold
    if piece["n"] == "be" and fold in _FORMS_OF_BE:
        return fold
    letters = model.part["w"].get(fold) or model.part["w"].get(fold.removesuffix("'s"), "")
    likely = _likely(facts, model.start)
    fitting = [letter for letter in likely if letter in letters and letter in forms]
    if not fitting:
        return next(iter(forms.values()))
    if piece["n"] == "be" and fitting[0] in _FINITE_BE and not likely.startswith("b"):
        singular, plural = _FINITE_BE[fitting[0]]
        return plural if fitting[0] == "b" or _is_plural(facts, model.start - 1) else singular
    return forms[fitting[0]]


def _is_plural(facts: Facts, place: int) -> bool:
    """Whether the word at `place`, before a verb, has the verb in the plural."""
    token = facts.tokens[max(0, place)]
    return token.fold in _PLURAL_PRONOUNS or "2" in classes_of(token.fold) - {"1"}


def _model(match: Match, piece: Mapping[str, Any]) -> Caught | None:
    """Return the inflected word of the match whose form the piece takes on: of its name, or in its order."""
    inflected = [
        caught for caught in match if isinstance(caught.part, dict) and any(caught.part.get("w", {}).values())
    ]
    for caught in inflected:
        if isinstance(caught.part, dict) and caught.part.get("n") == piece["n"]:
            return caught
    return inflected[min(piece["k"], len(inflected) - 1)] if inflected else None


def _likely(facts: Facts, place: int) -> str:
    """Return the letters of forms in the order in which the words before `place` make them likely."""
    sentence = facts.article.sentence_at(facts.tokens[place].start)
    first = facts.token_range(sentence.span).start if sentence else 0
    before = [token.fold for token in facts.tokens[max(first, place - _ADVERBS_BETWEEN) : place]]
    for fold in reversed(before):
        if fold in _BE_OR_HAVE:
            return "n" + _USUAL
        if fold in _BEFORE_BASE:
            return "b" + _USUAL
        if (
            fold in FUNCTION_WORDS
            and not fold.endswith("ly")
            and fold not in ("not", "also", "still", "just")
        ):
            break
    return _USUAL
