from __future__ import annotations

import textwrap

import pytest

from lintnews.article import BlockKind
from lintnews.readers.layout import blocks_of

HEADLINE, BYLINE, DATELINE = BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATELINE
CROSS, PARAGRAPH, ITEM = BlockKind.CROSS_HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
CAPTION, CREDIT = BlockKind.CAPTION, BlockKind.CREDIT

LEDE = (
    "Dock workers in the northern port went on strike on Monday after talks over night shifts broke "
    "down, and the harbour master said that no ship would be unloaded before the end of the week."
)
SECOND = (
    "The union, which speaks for 4,000 workers, wants a rise of six percent. The port authority offers "
    "two, and says that it cannot afford more while two of its five cranes are out of order."
)


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in blocks_of(text)]


def of_kind(text: str, kind: BlockKind) -> list[str]:
    return [block.span.of(text) for block in blocks_of(text) if block.kind is kind]


def test_the_parts_of_a_story() -> None:
    text = (
        "Port strike enters second week\n\nBy Ana Ruiz and Tom Obi\n\n"
        f"PORTO VELHO, Brazil (Agency), March 3 - {LEDE}\n\nNIGHT SHIFTS\n\n{SECOND}\n\n"
        f"- six percent\n\n{SECOND} (Reporting by Ana Ruiz; Editing by Tom Obi)\n"
    )
    assert kinds(text) == [HEADLINE, BYLINE, DATELINE, PARAGRAPH, CROSS, PARAGRAPH, ITEM, PARAGRAPH, CREDIT]
    assert of_kind(text, CREDIT) == ["(Reporting by Ana Ruiz; Editing by Tom Obi)"]
    assert [block.kind for block in blocks_of(text) if block.run_in] == [DATELINE, CREDIT]


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\n \n"])
def test_one_paragraph_a_line_with_or_without_blank_lines(separator: str) -> None:
    text = separator.join(["Port strike enters second week", LEDE, "Night Shifts", SECOND])
    assert kinds(text) == [HEADLINE, PARAGRAPH, CROSS, PARAGRAPH]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_paragraphs_are_put_together(width: int) -> None:
    paragraphs = ["Port strike enters second week", LEDE, "Night Shifts", SECOND]
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)
    assert kinds(text) == [HEADLINE, PARAGRAPH, CROSS, PARAGRAPH]
    assert [" ".join(block.span.of(text).split()) for block in blocks_of(text)] == paragraphs


def test_hard_wrapped_paragraphs_told_apart_by_indents_alone() -> None:
    wrapped = [
        "\n".join(textwrap.wrap(paragraph, 72, initial_indent="   ")) for paragraph in (LEDE, SECOND, LEDE)
    ]
    assert kinds("\n".join(wrapped)) == [PARAGRAPH] * 3


def test_a_dash_at_the_beginning_of_a_wrapped_line_is_no_list_mark() -> None:
    words = " ".join(f"{LEDE} {SECOND}".replace(" and ", " - and (on 25) ").split())
    for width in range(50, 90):
        assert kinds("\n".join(textwrap.wrap(words, width))) == [PARAGRAPH]


def test_a_headline_right_above_a_one_line_paragraph() -> None:
    assert kinds(f"port strike enters its second week\n{LEDE.lower()}") == [HEADLINE, PARAGRAPH]


def test_short_lines_of_a_list_are_not_taken_for_wrapping() -> None:
    text = f"{LEDE}\n1 Ana Ruiz (Brazil)\n2 Tom Obi (Nigeria)\n3 Li Wen (China)\n{SECOND}"
    assert kinds(text) == [PARAGRAPH, ITEM, ITEM, ITEM, PARAGRAPH]


@pytest.mark.parametrize(
    "dateline",
    [
        "ACCRA – ",
        "NEW YORK—",
        "ACCRA (Reuters) - ",
        "GDANSK, Poland, Sept. 4 (Agency) -- ",
        "Accra, Sept. 4 (Xinhua) -- ",
        "Minsk. April 5. INTERFAX - ",
        "minsk, april 5. interfax - ",
        "MINSK, April 5. /TASS/. ",
        "Xinhua News Agency, Accra, July 2 (Reporters Wen Li and Bo Hai) ",
        "Accra, July 2 (AP). ",
        "WASHINGTON, D.C. — ",
        "KARACHI: ",
    ],
)
def test_datelines(dateline: str) -> None:
    text = f"Port strike enters second week\n\n{dateline}{LEDE}"
    assert of_kind(text, DATELINE) == [dateline.rstrip()]
    assert of_kind(text, PARAGRAPH) == [LEDE]


@pytest.mark.parametrize(
    "opening",
    [
        "UPDATE: ",
        "The port, which opened in 1912 - and closed twice - ",
        "Brazil - which owns the port - ",
        "The harbour master (a former sailor) ",
        "WHO: ",
        "Ruiz’s Port Review [Harbour Volume] (Dock News) - ",
    ],
)
def test_what_only_looks_like_a_dateline(opening: str) -> None:
    assert of_kind(f"Port strike enters second week\n\n{opening}{LEDE}", DATELINE) == []


@pytest.mark.parametrize(
    "heading", ["NIGHT SHIFTS", "‘NIGHT SHIFTS’", "“Night Shifts”", "What Comes Next?", "Cranes out of order"]
)
def test_cross_headings(heading: str) -> None:
    assert kinds(f"{LEDE}\n\n{heading}\n\n{SECOND}") == [PARAGRAPH, CROSS, PARAGRAPH]


@pytest.mark.parametrize(
    "line", ["It rained.", "“It is over.” ", "and the rain", "Here are the demands:", "“No more. ”"]
)
def test_short_lines_that_are_no_headings(line: str) -> None:
    assert kinds(f"{LEDE}\n\n{line}\n\n{SECOND}") == [PARAGRAPH] * 3


def test_a_machine_ends_the_headline_with_a_stop() -> None:
    assert kinds(f"Dock workers of the northern port strike.\n\n{LEDE}")[0] is HEADLINE
    assert kinds(f"It was a quiet morning.\n\n{LEDE}")[0] is PARAGRAPH


def test_a_single_line_is_a_paragraph_unless_its_capitals_say_headline() -> None:
    assert kinds("The strike at the port goes on") == [PARAGRAPH]
    assert kinds("Port Strike Goes On Despite Talks") == [HEADLINE]


@pytest.mark.parametrize(
    "line", ["(Photo: City Archive)", "FILE PHOTO: A crane in the port", "A crane. REUTERS/Ana Ruiz"]
)
def test_captions(line: str) -> None:
    assert kinds(f"{LEDE}\n\n{line}\n\n{SECOND}")[1] is CAPTION


@pytest.mark.parametrize(
    "line",
    ["(Reporter Li Wen)", "Reporting by Ana Ruiz; editing by Tom Obi", "(Editor in charge: Li Wen)", "(END)"],
)
def test_credits_on_their_own_line(line: str) -> None:
    assert kinds(f"{LEDE}\n\n{line}") == [PARAGRAPH, CREDIT]


def test_prose_about_reporters_is_no_credit() -> None:
    assert (
        kinds(f"{LEDE}\n\nReporters covering the strike were kept away from the gates by guards.")
        == [PARAGRAPH] * 2
    )


def test_a_table_of_ten_thousand_lines_is_read_in_one_go() -> None:
    lines = "\n".join(f"{number} Ana Ruiz" for number in range(10_000))
    assert len(kinds(f"{LEDE}\n{lines}")) == 10_001
