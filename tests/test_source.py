from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.source import Position, Source, SourceError, decode

# What text files hold: no controls but tab and line ends, no lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\t\n\r"))


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
@given(text=TEXT)
def test_decode_gives_back_what_was_encoded(codec: str, mark: bytes, text: str) -> None:
    data = mark + text.encode(codec)
    # Without a mark, a text that begins with U+FEFF is a text with a mark.
    text = text.removeprefix("\ufeff") if not mark else text
    source = decode(data)
    assert source.text == text
    assert source.note is None
    assert source.encode(source.text) == data


def test_utf16_without_mark_is_told_by_its_zeros_and_noted() -> None:
    source = decode("The mayor of Łódź resigned.\r\n".encode("utf-16-le"))
    assert (source.text, source.encoding) == ("The mayor of Łódź resigned.\r\n", "utf-16-le")
    assert source.note


def test_bytes_that_are_no_utf8_are_read_as_windows_text_with_a_note() -> None:
    source = decode("“Café” – £5".encode("cp1252"))
    assert (source.text, source.encoding) == ("“Café” – £5", "cp1252")
    assert "cp1252" in (source.note or "")


def test_bytes_that_cp1252_lacks_are_read_as_latin_1() -> None:
    assert decode(b"caf\xe9 \x81").encoding == "latin-1"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(32)) * 4,
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF8 + b"\xff",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode(data)


def test_a_character_that_the_encoding_lacks_is_named() -> None:
    with pytest.raises(SourceError, match=r"U\+0141.*cp1252"):
        decode(b"caf\xe9").encode("Łódź")


def test_an_empty_file_is_an_empty_text_of_one_line() -> None:
    source = decode(b"")
    assert (source.text, source.line_count, source.position(0)) == ("", 1, Position(1, 1))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_once(end: str) -> None:
    source = Source(f"one{end}two{end}{end}four")
    assert source.line_count == 4
    assert [source.line_text(line) for line in range(1, 5)] == ["one", "two", "", "four"]
    assert source.position(source.text.index("four") + 2) == Position(4, 3)


@given(TEXT, st.data())
def test_position_counts_lines_and_characters(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        offset -= 1  # the middle of a line end is the end of its line
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    expected = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert Source(text).position(offset) == expected


def test_columns_in_bytes_and_in_utf16_units() -> None:
    text = "first\n“né 😀 end"
    source, offset = Source(text), text.index("end")
    assert source.position(offset) == Position(2, 7)
    assert source.column_utf8(offset) == len("“né 😀 ".encode()) + 1
    assert source.column_utf16(offset) == 8


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<?xml version="1.0" encoding="windows-1251"?>\n<a>Москва’</a>', "cp1251"),
        ("<!DOCTYPE html>\n<meta charset=shift_jis>\n<p>東京", "cp932"),
        ('<html><meta http-equiv="x" content="text/html; charset=ISO-8859-1"><p>“café”', "cp1252"),
    ],
)
def test_markup_is_read_in_the_encoding_that_it_declares(head: str, codec: str) -> None:
    source = decode(head.encode(codec))
    assert (source.text, source.encoding, source.note) == (head, codec, None)
    assert source.encode(head) == head.encode(codec)


def test_an_encoding_that_is_unknown_or_wrong_is_not_believed() -> None:
    for name in ("utf-7", "unicode_escape", "euc-jp"):
        data = f"<meta charset={name}><p>caf".encode() + b"\xe9 \xff"
        assert decode(data).encoding == "cp1252"
