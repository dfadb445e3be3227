"""Spellings of one name, and names that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from lintnews.facts import Facts
from lintnews.facts.case_endings import declined_names
from lintnews.facts.name_forms import transliteration_key, without_accents
from lintnews.facts.name_pairs import Bond, one_letter_apart
from lintnews.readers import read
from lintnews.source import Source


def pairs(text: str) -> list[tuple[str, str, Bond]]:
    return [(pair.usual.text, pair.other.text, pair.bond) for pair in Facts(read(Source(text))).name_pairs]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey", "Sergei"),
        ("Alekseeva", "Alekseyeva"),
        ("Khabarov", "Habarov"),
        ("Touma", "Tuma"),
        ("Yu'ebao", "Yuebao"),
    ],
)
def test_transliterations_share_a_key(one: str, other: str) -> None:
    assert transliteration_key(one) == transliteration_key(other)


def test_names_that_sound_otherwise_do_not() -> None:
    assert transliteration_key("Hunan") != transliteration_key("Henan")
    assert transliteration_key("Ivanov") != transliteration_key("Ivanova")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_letter_is_what_the_library_calls_one(one: str, other: str) -> None:
    assert one_letter_apart(one, other) == (OSA.distance(one, other) <= 1)


def test_letters_without_accents() -> None:
    assert without_accents("Skarðsheiði") == "skardsheidi"
    assert without_accents("Sørvik") == "sorvik"


def test_the_rest_of_the_name_bears_witness() -> None:
    text = "Andrey Vasnetsov flew. Nobody was hurt. The line praised Andrei Vasnetsov."
    assert pairs(text) == [("Andrey", "Andrei", Bond.SAME_NAME)]


def test_a_surname_that_nobody_was_introduced_with() -> None:
    text = "Governor Yusuf Bukarti spoke. Then Bukerti left."
    assert pairs(text) == [("Bukarti", "Bukerti", Bond.NEVER_INTRODUCED)]


def test_syllables_of_chinese_names_need_more() -> None:
    assert pairs("Zhou Meilan sang in Jiaxing. Rain fell on Jiaxiang. Meilun is a town.") == []
    assert pairs("The press met Ola Bakunde. Then Bakundi left.") == [
        ("Bakunde", "Bakundi", Bond.NEVER_INTRODUCED)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Trade with Iran fell. Iraq took more. Hunan paid less. Henan paid more.",
        "Ivan Petrov swam. Olga Petrova came second. The Petrovs cheered.",
        "Takeo Yamada runs the mill. Hisashi Oyamada owns it.",
        "Dr Yusuf Rahmatov came. Nigora Rakhmatova had gone ahead.",
        "Zarudny has no road. Khorak has none either. Iranians and Iran were named in Zarudny.",
        "Andrei Holm sang. Andrea Holm danced.",
    ],
)
def test_names_that_only_look_alike(text: str) -> None:
    assert pairs(text) == []


def test_declined_names() -> None:
    facts = Facts(read(Source("Pavel Sidorov owns the yard. They signed with Sidorovym. Ada Sidorova left.")))
    assert [(base.text, form.text) for base, form in declined_names(facts.name_forms)] == [
        ("Sidorov", "Sidorovym")
    ]
