"""Command lines read without click mean what click says they mean, and a start does without click."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.cli import plain
from lintnews.cli.clicked import as_click
from lintnews.cli.commands import COMMANDS, command_called
from lintnews.cli.declared import Between, Choice, Command, Parameter, UsageError

if TYPE_CHECKING:
    from pathlib import Path


def by_click(name: str, command: Command, words: list[str]) -> dict[str, Any] | None:
    """What click hands to the function; None where it refuses the line."""
    try:
        with as_click(name, command).make_context(name, list(words)) as context:
            return dict(context.params)
    except (click.ClickException, click.exceptions.Exit, UsageError):
        return None


def words_for(parameter: Parameter) -> st.SearchStrategy[list[str]]:
    """Words for an option or argument: right, wrong, and with the value behind a mark or missing."""
    values = st.sampled_from(
        ["1", "0.5", "nan", "70000", "", "-", "-1", "--", "a,b", "auto", "json=r", "tests"]
    )
    if isinstance(parameter.kind, Choice):
        values = st.sampled_from(parameter.kind.words) | values
    elif isinstance(parameter.kind, Between):
        values = st.integers(-1, 300).map(str) | values
    if not parameter.flags:
        return values.map(lambda value: [value])
    flags = st.sampled_from([part for flag in parameter.flags for part in flag.split("/")])
    if parameter.is_flag:
        return flags.map(lambda flag: [flag]) | flags.map(lambda flag: [f"{flag}=1"])
    parts = st.tuples(flags, values)
    return (
        parts.map(list)
        | parts.map(lambda part: ["=".join(part)])
        | flags.map(lambda flag: [flag])
        | flags.map(lambda flag: [flag[:-1], "x"])
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_a_plain_line_means_what_click_says(name: str) -> None:
    command = command_called(name)
    piece = st.sampled_from(command.parameters).flatmap(words_for)
    lines = st.lists(piece, max_size=5).map(lambda pieces: [word for words in pieces for word in words])
    plain_ones = 0

    @settings(max_examples=80, deadline=None, derandomize=True)
    @given(lines)
    def holds(words: list[str]) -> None:
        nonlocal plain_ones
        read = plain.values_of(command, words)
        if read is not None:
            plain_ones += 1
            assert repr(sorted(read.items())) == repr(sorted((by_click(name, command, words) or {}).items()))

    holds()
    assert plain_ones


@pytest.mark.parametrize(
    ("words", "is_plain"),
    [
        (["a.txt", "-"], True),
        (
            ["--format", "concise", "--select=NUM,QUO", "--jobs", "2", "--fix", "--no-fix", "--", "--b.txt"],
            True,
        ),
        (["--format", "concice"], False),
        (["--formt", "json"], False),
        (["--exit-zero=1"], False),
        (["--jobs", "0"], False),
        (["--output"], False),
        (["-h"], False),
    ],
)
def test_what_click_is_left(words: list[str], *, is_plain: bool) -> None:
    assert (plain.values_of(command_called("check"), words) is not None) is is_plain


def test_values_from_the_environment_are_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINTNEWS_SERVER", "desk.sock")
    assert plain.values_of(command_called("check"), ["a.txt"]) is None


def test_a_plain_run_loads_nothing_large(folder: Path, environment: dict[str, str]) -> None:
    (folder / "a.txt").write_text("Ships\n\nThe harbour was full of of ships.\n")
    script = (
        "import sys\nfrom lintnews.cli import main\n"
        "code = main(['check', 'a.txt', '--isolated', *sys.argv[1:]])\n"
        "large = {'click', 'dataclasses', 'inspect', 'pickle', 'shutil', 'spacy', 'yaml'}\n"
        "print(code, *sorted(large & sys.modules.keys()))\n"
    )
    for options in ([], ["--format", "json"], ["--format", "json"]):
        ran = subprocess.run(
            [sys.executable, "-c", script, *options],
            capture_output=True,
            cwd=folder,
            env=environment,
            text=True,
            check=True,
        )
        # The first run may have compiled packs.
        last = ran.stdout.splitlines()[-1]
    assert last == "1"
