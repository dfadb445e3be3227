"""Which sentences of the body repeat the lede, and where they differ."""

from __future__ import annotations

from lintnews.facts import Facts
from lintnews.readers import read
from lintnews.source import Source

LEDE = "The ferry company Lindra will scrap fourteen old ships in Norden."
REPEATED = "Lindra will scrap forty old ships in Norden, a clerk said."


def facts(*paragraphs: str) -> Facts:
    return Facts(read(Source("\n\n".join(paragraphs))))


def test_the_lede_is_matched_with_the_sentence_that_repeats_it() -> None:
    known = facts(LEDE, "Nobody spoke. It rained on the quay all day.", REPEATED)
    ((head, matches),) = known.alignment.pairs
    assert head.sentence.span.of(known.text) == LEDE
    assert [match.body.sentence.span.of(known.text) for match in matches] == [REPEATED]
    assert "norden" in matches[0].shared


def test_the_words_in_one_place_are_paired() -> None:
    known = facts(LEDE, "Nobody spoke. It rained on the quay all day.", REPEATED)
    pairs = {
        (known.tokens[found.here].text, known.tokens[found.there].text): found
        for found in known.substitutions
    }
    swapped = pairs["fourteen", "forty"]
    assert swapped.adjacent == 2
    assert swapped.absent


def test_a_word_that_the_body_has_elsewhere_is_not_absent() -> None:
    known = facts(LEDE, "Nobody spoke. The other fourteen sailed on.", REPEATED)
    assert not any(
        found.absent for found in known.substitutions if known.tokens[found.here].text == "fourteen"
    )


def test_one_paragraph_has_no_body() -> None:
    assert facts(LEDE).alignment.pairs == ()


def test_echoes_are_sentences_of_the_body() -> None:
    known = facts(LEDE, "It rained.", REPEATED, "The wind fell.", REPEATED.replace("forty", "sixty"))
    ((later, matches),) = known.echoes
    assert "sixty" in later.sentence.span.of(known.text)
    assert ["forty" in match.body.sentence.span.of(known.text) for match in matches] == [True]
