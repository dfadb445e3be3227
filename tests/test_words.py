"""The word table: what is English, what is a name, what is of another language."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lintnews.words import LANGUAGES, ForeignUse, WordTable, default_words, fold


@pytest.fixture(scope="module")
def words() -> WordTable:
    return default_words()


@pytest.mark.parametrize(
    "word",
    """
    proxy war organised organized organisation colour color graffiti cookware galvanised galvanized
    re-election programme cheque kerb labelled labeled traveller anaesthetic paediatric theatre centre
    defence tyre ageing
    children's boss's workers' don't won't they've who'd o'clock rock'n'roll ma'am
    mice criteria stadiums unhappier disembarked bureaucracies underreported multilaterally
    lockdown crowdsourcing cybersecurity livestream geopolitical nanoparticles antiretroviral superspreader
    café cafe cafes façade facade naïve fiancée fiancee résumé cliché
    three-year-old 19-year-old mid-1990s 21st anti-American pro-Russian e-mail t-shirt ex-wife co-operate
    pre-empt pro-Kremlin covid-19 1,000 H1N1 ’cause will-he-won't-he
    maul confine jurist chef kindergarten bureau ex per via vice versa quid modus operandi absentia km etc
    Monday Islamic American Christmas French
    """.split(),
)
def test_ordinary_english_is_known(words: WordTable, word: str) -> None:
    assert words.known(word)


@pytest.mark.parametrize("word", "proximation deni devi greatful independant writting qzxv ofthese".split())
def test_garbled_words_are_not_known(words: WordTable, word: str) -> None:
    assert not words.known(word)
    assert not words.known(word.upper())


@pytest.mark.parametrize(
    "word", "merkel lagos beckham nato peterson jong-un al-qaeda merkel's Álvarez".split()
)
def test_names_are_not_known_but_names(words: WordTable, word: str) -> None:
    assert not words.known(word)
    assert words.is_name_only(word)


@pytest.mark.parametrize("word", "brown may turkey polish march peter proximation nicht".split())
def test_what_is_a_word_or_nothing_is_no_name_only(words: WordTable, word: str) -> None:
    assert not words.is_name_only(word)


def test_some_words_always_have_a_capital(words: WordTable) -> None:
    assert words.is_name_only("Monday")
    assert words.known("Monday")


@pytest.mark.parametrize(
    "word",
    [
        "",
        "-",
        "'",
        "’s",
        "--",
        "a-",
        "-ly",
        "qzxv-year",
        "anti-qzxv",
        "d'qzxv",
        "proximation's",
        "日本",
        "'s" * 999,
    ],
)
def test_odd_input_is_neither_known_nor_foreign(words: WordTable, word: str) -> None:
    assert not words.known(word)
    assert words.foreign(word) == ()


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("porque", "es"), ("gobierno", "es"), ("ciudad", "es"), ("también", "es"), ("governo", "pt"),
        ("não", "pt"), ("nicht", "de"), ("wichtigen", "de"), ("und", "de"), ("großen", "de"),
        ("avec", "fr"), ("également", "fr"), ("lui-même", "fr"), ("l'économie", "fr"), ("perché", "it"),
        ("dell'autore", "it"), ("naar", "nl"), ("który", "pl"), ("protože", "cs"), ("pentru", "ro"),
        ("când", "ro"), ("nagyon", "hu"), ("kanssa", "fi"), ("också", "sv"), ("değil", "tr"),
        ("untuk", "id"), ("không", "vi"), ("cewa", "ha"), ("wannan", "ha"),
    ],
)  # fmt: skip
def test_foreign_words_are_told_with_their_language(words: WordTable, word: str, language: str) -> None:
    uses = words.foreign(word)
    codes = [use.language for use in uses]
    related = {"es": {"pt", "ca"}, "id": {"ms"}, "pt": {"es"}}.get(language, set())
    assert codes[0] == language or (codes[0] in related and language in codes)
    assert not words.known(word)
    assert [use.zipf for use in uses] == sorted((use.zipf for use in uses), reverse=True)
    assert len(uses) <= 3


@pytest.mark.parametrize("word", ["porque", "nicht", "gobierno", "avec", "cewa"])
def test_the_likeliest_language_comes_first(words: WordTable, word: str) -> None:
    expected = {"porque": {"es", "pt"}, "nicht": {"de"}, "gobierno": {"es"}, "avec": {"fr"}, "cewa": {"ha"}}
    assert words.foreign(word)[0].language in expected[word]


@pytest.mark.parametrize(
    "word",
    """
    maul confine jurist chef kindergarten café fiancée bureau ex per via siesta schadenfreude barrio siècle
    accompli résumé
    de la del von van der bin al di d'état coup hors operandi repos forint debut mains the a don't children's
    """.split(),
)
def test_english_loans_and_particles_are_not_foreign(words: WordTable, word: str) -> None:
    assert words.foreign(word) == ()


def test_zipf_orders_words_as_english_does(words: WordTable) -> None:
    common = [words.zipf(word) for word in ("the", "government", "proxy", "galvanised", "proximation")]
    assert common == sorted(common, reverse=True)
    assert words.zipf("the") == pytest.approx(7.73, abs=0.02)
    assert words.zipf("proxy") == pytest.approx(3.6, abs=0.2)
    assert words.zipf("proximation") == 0.0


def test_zipf_of_what_is_put_together_comes_from_the_parts(words: WordTable) -> None:
    assert words.zipf("government's") == words.zipf("government")
    assert words.zipf("anti-government") == pytest.approx(words.zipf("government"))
    assert words.zipf("proximation-government") == 0.0


def test_a_rare_name_is_set_apart_by_its_zipf(words: WordTable) -> None:
    assert words.is_name_only("devi")
    assert words.zipf("devi") < 3.2 < words.zipf("peter")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Don’t", "don't"), ("COLOUR", "colour"), ("cafe\u0301", "café"), ("NICHT", "nicht")],
)
def test_case_apostrophe_and_composition_do_not_matter(words: WordTable, one: str, other: str) -> None:
    assert fold(one) == other
    assert words.word(one) == words.word(other)


def test_a_table_can_be_made_of_anything_that_answers_with_records() -> None:
    index = LANGUAGES.index("fr")
    table = WordTable(lambda word: [(index, 192), (0x81, 32)] if word == "chat" else [])
    assert table.known("chat")
    assert table.zipf("Chat") == 1.0
    assert table.foreign("chat") == (ForeignUse("fr", 6.0),)
    assert not table.known("chien")


def test_the_same_table_is_kept_open() -> None:
    assert default_words() is default_words()


def test_importing_the_module_loads_no_trie() -> None:
    code = "import sys, lintnews.words; sys.exit('marisa_trie' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("word", ["가", "A가", "한국어", "ǅ", "ﬁ", "İ", "Ἀ", "e\u0301\u0301", "\u0301"])
def test_any_script_gets_an_answer(word: str) -> None:
    assert default_words().foreign(word) == ()
