from __future__ import annotations

from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.source import Source

TEXT = """Ferry stays in harbour

"We wait," said Anna Meyer, who had a ticket.

The mayor told them: "Go home." On the board stood "Closed" in red.
"""


def test_who_speaks_each_quotation() -> None:
    facts = Facts(read(Source(TEXT)))
    speakers = [facts.speaker(quotation) for quotation in facts.article.quotations]
    assert [speaker and speaker.of(TEXT) for speaker in speakers] == ["Anna Meyer", "The mayor", None]
