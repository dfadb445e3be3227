"""Loading spaCy and its model in two thirds of the time, without what no check asks for.

`import spacy` brings its command line (typer, weasel, requests) for the sake of one function, `spacy.info`;
a stand-in gives that to whoever calls it. A model is given a tokenizer with all the exceptions of English
before it reads its own file, which holds them again: here it is given an empty one. Tags, arcs and tokens are
the same (`tests/facts/test_syntax.py`).
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

#: Pipes that no check asks for; tags lead to coarse parts of speech without them.
_UNUSED_PIPES = ("attribute_ruler", "lemmatizer", "ner", "senter")
_TOKENIZER = "lintnews.empty.v1"
_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def load(package: str) -> Language:
    """Load the model that a package holds, its pipes for tags and dependencies."""
    with _without_command_line():
        spacy = importlib.import_module("spacy")
    spacy.registry.tokenizers(_TOKENIZER, func=_empty_tokenizer)
    model: Language = importlib.import_module(package).load(
        exclude=list(_UNUSED_PIPES), config={"nlp.tokenizer": {"@tokenizers": _TOKENIZER}}
    )
    return model


def _empty_tokenizer() -> Any:
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415 - spaCy is loaded where it is needed

    return lambda nlp: Tokenizer(nlp.vocab)


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Have spaCy's command line stood in for while spaCy is imported, unless that has been done."""
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = [ModuleType(name) for name in _COMMAND_LINE]
    for stand_in in stand_ins:
        stand_in.info = _info  # type: ignore[attr-defined]
        sys.modules[stand_in.__name__] = stand_in
    try:
        yield
    finally:
        # Whoever imports them later gets them.
        for stand_in in stand_ins:
            if sys.modules.get(stand_in.__name__) is stand_in:
                del sys.modules[stand_in.__name__]


def _info(*arguments: Any, **options: Any) -> Any:
    """Do as `spacy.info`."""
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)
