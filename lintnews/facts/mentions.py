"""Names as they stand in the text: where each begins and ends, and what it names where that is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.gazetteer import in_section
from lintnews.facts.name_kinds import NameKind, has_head, name_kind, word_kind
from lintnews.facts.name_words import (
    INNER_POSSESSIVES,
    LINKS,
    STOPPED,
    SUFFIXES,
    TITLE_MODIFIERS,
    TITLES,
)
from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.article import Article
    from lintnews.facts.tokens import Token


class NameMention(NamedTuple):
    """One name where it stands, as long as it goes.

    Attributes:
        span: from the first letter to the last, without title and without a possessive ending.
        tokens: indices of its tokens; stops after initials are among them.
        text: the name with single blanks.
        title: what stands before it: "Prime Minister", "Mr".
    """

    span: Span
    tokens: range
    text: str
    kind: NameKind = NameKind.UNKNOWN
    title: Span | None = None


# No name has more words; a run of capitals that goes on is no single name.
_LONGEST = 40
_OF_TITLES = TITLES | TITLE_MODIFIERS


def mentions_of(article: Article, tokens: Sequence[Token], indices: frozenset[int]) -> Iterator[NameMention]:
    """Yield the names that the masked tokens form, in the order of the text."""
    found = [
        mention for run in _runs(article, tokens, indices) for mention in _parts(article.text, tokens, run)
    ]
    people = {mention.text.casefold() for mention in found if mention.kind is NameKind.PERSON}
    people |= {part for name in people for part in (name.split()[0], name.split()[-1]) if len(part) > 2}
    for mention in found:
        # Whom a title or a full name showed to be a person is one wherever the surname stands alone.
        if mention.kind is NameKind.UNKNOWN and mention.text.casefold() in people:
            yield mention._replace(kind=NameKind.PERSON)
        else:
            yield mention


def _runs(article: Article, tokens: Sequence[Token], indices: frozenset[int]) -> Iterator[range]:
    """Yield the longest stretches of name tokens, with the stops after initials and titles."""
    starts = {sentence.span.start for sentence in article.sentences}
    begin: int | None = None
    end = 0
    for index in sorted(indices):
        if begin is not None:
            if end - begin < _LONGEST and _goes_on(tokens, end - 1, index, starts):
                end = index + 1
                continue
            yield range(begin, end)
        begin, end = index, index + 1
    if begin is not None:
        yield range(begin, end)


def _goes_on(tokens: Sequence[Token], last: int, index: int, sentence_starts: set[int]) -> bool:
    """Whether the name whose last token is `last` goes on with `index`."""
    if tokens[index].start in sentence_starts:
        return False
    before = tokens[last]
    between = "".join(token.text for token in tokens[last + 1 : index]) if index - last <= 3 else "?"
    if tokens[index].fold in SUFFIXES and between in {",", ".,"}:
        return True
    if between == ".":
        return before.fold in STOPPED or len(before.text) == 1
    if index != last + 1:
        return False
    possessive = before.fold.endswith(("'s", "s'"))
    return not possessive or before.fold in INNER_POSSESSIVES or tokens[last - 1].fold in {"st", "saint"}


def _parts(text: str, tokens: Sequence[Token], run: range) -> Iterator[NameMention]:
    """Part a run of name tokens into names: "US | President Donald Trump", "Russian | Foreign Minister"."""
    begin = run.start
    index = run.start
    while index < run.stop:
        kind = word_kind(tokens, index, run)
        if kind is not None:
            if begin < index:
                yield from _name(text, tokens, range(begin, index))
            yield _mention(text, tokens, range(index, index + 1), kind)
            begin = index + 1
        elif begin < index and _begins_title(tokens, begin, index, run):
            yield from _name(text, tokens, range(begin, index))
            begin = index
        index += 1
    if begin < run.stop:
        yield from _name(text, tokens, range(begin, run.stop))


def _begins_title(tokens: Sequence[Token], begin: int, index: int, run: range) -> bool:
    """Whether a title with its name begins at `index`, after another name: "US President Donald Trump"."""
    if _title_end(tokens, range(index, run.stop)) == index or tokens[index - 1].text in LINKS:
        return False
    return not all(
        tokens[place].fold in _OF_TITLES or tokens[place].text == "." for place in range(begin, index)
    )


def _title_end(tokens: Sequence[Token], run: range) -> int:
    """Return where the title ends with which the run begins; the run's start where it begins with none."""
    place, end = run.start, run.start
    while place < run.stop:
        fold = tokens[place].fold
        if fold in TITLES or (fold == "." and end == place > run.start):
            end = place + 1
        elif fold not in TITLE_MODIFIERS:
            break
        place += 1
    return end


def _name(text: str, tokens: Sequence[Token], run: range) -> Iterator[NameMention]:
    """Yield the name of a run, its title apart."""
    while run and tokens[run.start].text in LINKS:
        run = run[1:]
    while run and (tokens[run[-1]].text in LINKS or tokens[run[-1]].text == "."):
        run = run[:-1]
    if not run:
        return
    end = _title_end(tokens, run)
    named = _given_name_after_link(tokens, range(end, run.stop)) if end > run.start else None
    if named is not None:
        title = Span(tokens[run.start].start, tokens[named - 1].end)
        yield _mention(text, tokens, range(named, run.stop), NameKind.PERSON, title)
        return
    person = _person_before_of(text, tokens, range(end, run.stop), titled=end > run.start)
    if person is not None:
        yield from _name(text, tokens, range(run.start, person))
        yield from _name(text, tokens, range(person, run.stop))
        return
    # "Prosecutor General’s Office", "Prime Minister of Fiji": no title before a name.
    if (
        end == run.start
        or (end < run.stop and tokens[end].text in LINKS)
        or (end < run.stop and has_head(tokens, run))
    ):
        titled = end > run.start and tokens[end].text in LINKS
        yield _mention(text, tokens, run, NameKind.OFFICE if titled else name_kind(text, tokens, run))
    elif end == run.stop:
        yield _mention(text, tokens, run, NameKind.OFFICE)
    else:
        title = Span(tokens[run.start].start, tokens[end - 1].end)
        yield _mention(text, tokens, range(end, run.stop), NameKind.PERSON, title)


def _given_name_after_link(tokens: Sequence[Token], run: range) -> int | None:
    """Return where the person begins in what follows a title: "(Secretary) of State Mike Pompeo"."""
    if not run or tokens[run.start].text not in LINKS:
        return None
    for index in run[2:-1]:
        if any(in_section(section, tokens[index].base) for section in ("female", "male", "given")):
            return index
    return None


def _person_before_of(text: str, tokens: Sequence[Token], run: range, *, titled: bool) -> int | None:
    """Return where the link stands in "Ana Ruiz of the Ports Authority", two names for all their capitals."""
    for index in run[1:]:
        if tokens[index].text == "of":
            left = range(run.start, index)
            if has_head(tokens, left):
                return None
            return index if titled or name_kind(text, tokens, left) is NameKind.PERSON else None
    return None


def _mention(
    text: str, tokens: Sequence[Token], run: range, kind: NameKind, title: Span | None = None
) -> NameMention:
    last = tokens[run[-1]]
    end = last.end
    if last.fold.endswith("'s") and last.fold not in INNER_POSSESSIVES:
        end -= 2
    elif last.fold.endswith("s'"):
        end -= 1
    span = Span(tokens[run.start].start, end)
    return NameMention(span, run, " ".join(span.of(text).split()), kind, title)
