"""What a finding is known by: it survives moved and rewrapped text, and no other finding has it."""

from __future__ import annotations

import textwrap

import lintnews
from lintnews.fingerprint import Identity, identities

NOISE = "The mayor opened the bridge on Monday. It had been shut since the flood."
REST = "Buses will cross it from next week, and lorries a month later if the piers hold, she added."
SLIP = "The mayor said that the the bridge was safe."


def known_by(text: str) -> list[Identity]:
    return identities(lintnews.check_text(text), text)


def test_moved_and_rewrapped_text_keeps_its_findings() -> None:
    (first,) = known_by(f"{SLIP}\n\n{NOISE}\n")
    assert first.rule == "REP101"
    assert first.sentence == SLIP
    assert known_by(f"{NOISE}\n\n{NOISE[:38]}\n\n{SLIP}\n")[-1] == first
    article = f"{NOISE} Nobody came. {SLIP} {REST}"
    wrapped = textwrap.fill(article, 56).replace("\n", "\r\n")
    assert "the\r\nthe" in wrapped
    assert known_by(wrapped) == known_by(article) == [first]
    assert known_by(wrapped)[0].digest == first.digest


def test_another_word_sentence_or_rule_is_another_finding() -> None:
    first, other_sentence, other_text = (
        known_by(text)[0] for text in (SLIP, SLIP.replace("safe", "closed"), SLIP.replace("the the", "a a"))
    )
    assert len({first.digest, other_sentence.digest, other_text.digest}) == 3


def test_the_same_twice_in_a_file_is_two() -> None:
    known = known_by(f"{SLIP}\n\n{NOISE}\n\n{SLIP}\n")
    slips = [identity for identity in known if identity.rule == "REP101"]
    assert [identity.occurrence for identity in slips] == [0, 1]
    assert len({identity.digest for identity in known}) == len(known)


def test_parts_do_not_run_into_one_another() -> None:
    assert Identity("REP101", "a b", "c").digest != Identity("REP101", "a", "b c").digest
