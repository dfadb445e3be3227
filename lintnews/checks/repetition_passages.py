"""A paragraph, or sentences in a row, that stand in the article twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lintnews.checks.repetition_sentences import words_of
from lintnews.finding import Applicability, Hit, Related, replacement
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.article import Sentence
    from lintnews.facts import Facts

# Words of the shortest passage; below it, captions and set phrases are alike by chance.
_SHORTEST = 10


@check(
    "REP113",
    "passage-said-again",
    mqm="accuracy/addition",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="this passage stands in the article already",
    examples=(
        bad(
            "The dam is safe, the engineers said. It was built in 1962 and has been checked every year "
            "since then.\n\nPeople below it have their doubts.\n\n"
            "[[The dam is safe, the engineers said. It was built in 1962 and has been checked every year "
            "since then.]]",
        ),
        bad(
            "Two trains met on a line with one track on Monday. The signal had failed an hour before. "
            "Nobody was hurt, the railway said.\n\nThe line will stay closed.\n\n"
            "The line is old. [[The signal had failed an hour before. Nobody was hurt, the railway said. "
            "The line will stay closed.]]",
        ),
        fine(
            "“We will build it again, and we will build it better, whatever it costs us all,” she said.\n\n"
            "The hall was full. Her last words were these:\n\n"
            "“We will build it again, and we will build it better, whatever it costs us all.”"
        ),
        bad(
            "Heavy rain could go on until Friday night, the agency said. People near rivers had to leave.\n\n"
            "[[Heavy rain could go on until Friday night, the agency said.]]"
        ),
        fine("It was late.\n\nThe doors were shut. It was late.\n\nThe doors were shut."),
    ),
)
def passage_said_again(facts: Facts) -> Iterator[Hit]:
    """A sentence, or several in a row, come a second time in the same words.

    A machine that takes an article in pieces translates one of them twice, or a page was copied with its own
    preview. Left alone: quotations, pulled out ones too, and anything short, which is repeated on purpose.
    """
    article = facts.article
    first: dict[tuple[str, ...], int] = {}
    run: list[tuple[int, int]] = []  # sentences said again, each with the first one like it
    # Sentences of the same words have the same stems, which are known already.
    counts = Counter(passage.stems for passage in facts.passages)
    for index, passage in enumerate(facts.passages):
        words = _words(facts, passage.sentence) if counts[passage.stems] > 1 else ()
        like = first.setdefault(words, index) if words else index
        said_again = like < index and not any(
            article.quotation_at(article.sentences[each].span.start) for each in (like, index)
        )
        if run and not (said_again and like == run[-1][1] + 1):
            yield from _passage(facts, run)
            run = []
        if said_again:
            run.append((index, like))
    if run:
        yield from _passage(facts, run)


def _words(facts: Facts, sentence: Sentence) -> tuple[str, ...]:
    if not facts.article.blocks[sentence.block].kind.is_prose:
        return ()
    return tuple(words_of(facts, sentence))


def _passage(facts: Facts, run: list[tuple[int, int]]) -> Iterator[Hit]:
    sentences = facts.article.sentences
    again = Span(sentences[run[0][0]].span.start, sentences[run[-1][0]].span.end)
    if sum(len(_words(facts, sentences[index])) for index, _ in run) < _SHORTEST:
        return
    once = Span(sentences[run[0][1]].span.start, sentences[run[-1][1]].span.end)
    yield Hit(
        again,
        f"this passage stands in the article already (line {facts.article.line_of(once.start)})",
        (replacement(again, "", Applicability.SUGGESTION),),
        (Related(once, "the first time"),),
    )


CHECKS = (passage_said_again,)
