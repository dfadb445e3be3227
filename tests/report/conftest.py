"""A hundred findings that no format may break on, and the programs that read the formats."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from lintnews.checked import Checked, Problem
from lintnews.finding import Applicability, Edit, Finding, Fix, Related
from lintnews.report import Canvas, report
from lintnews.rule import Confidence, Rule, Severity, bad
from lintnews.source import Source
from lintnews.span import Span

# Where .ci/tools.d puts what it installs.
BUILT = Path(os.environ.get("LINTNEWS_TOOLS", Path(__file__).parents[2] / "build" / "tools"))
PATHS = (
    "wire/a & b, 100%::x.txt",
    'wire/“quoted” "it\'s" <b>.txt',
    "wire/ferry 🚢 [1](2).txt",
    "wire/bell\x07 and\nline end|.txt",
)
PROBLEM = Problem("wire/gone & lost::%0A\n.txt", "cannot be read: ‘<&\"'>’ ::error::\x00 100%\r\n🚢")
# What some consumer or other gives a meaning of its own.
PIECES = (
    *(
        "\"'",
        "‘’“”",
        "\n",
        "\r\n",
        "\r",
        "🚢",
        "👩‍👩‍👧",
        "&amp;",
        "&",
        "%",
        "%0A",
        "%25",
        "::",
        "::error::",
        "##[error]",
    ),
    *(
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\ufffe",
        "]]>",
        "<!-- x -->",
        "</failure>",
        "<b>",
        "|",
        "`",
        "\\",
        "\\n",
    ),
    *(
        "[x](1)",
        "{0}",
        "é",
        "é",
        "汉字",
        "\t",
        ",",
        ":",
        "plain words",
        "*",
        "_",
        "@desk",
        "#1",
        "$x$",
        "~~",
        " ",
    ),
)


@pytest.fixture(scope="session")
def hostile() -> tuple[Checked, ...]:
    """A hundred findings in four files."""
    chance = random.Random(8)  # noqa: S311 - the same hundred in every run

    def words(least: int = 2) -> str:
        return "x" + "".join(chance.choices(PIECES, k=chance.randint(least, 9)))

    def span(text: str) -> Span:
        start = chance.randrange(len(text) - 1)
        return Span(start, min(len(text), start + chance.randint(0, 40)))

    def fix(place: Span, text: str) -> Fix:
        edits = [Edit(place, words())]
        if place.end + 3 < len(text):
            edits.append(Edit(Span(place.end + 1, place.end + 2), ""))
        return Fix(tuple(edits), chance.choice(list(Applicability)), chance.choice(["", words()]))

    made = []
    for path in PATHS:
        text = "".join(words() + chance.choice(["\n", "\r\n", "\n\n", " "]) for _ in range(120))
        findings = []
        for _ in range(25):
            place = span(text)
            related = tuple(
                Related(span(text), chance.choice(["", words()])) for _ in range(chance.randint(0, 3))
            )
            fixes = tuple(fix(place, text) for _ in range(chance.randint(0, 2)))
            findings.append(Finding(_rule(chance, words()), place, words(), fixes, related, words()))
        made.append(Checked(Source(text, path), tuple(findings), len(text.split())))
    return tuple(made)


def _rule(chance: random.Random, why: str) -> Rule:
    number = chance.randint(901, 909)
    return Rule(
        f"STY{number}",
        f"hostile-{number}",
        "style/organizational-style",
        (Severity.ERROR, Severity.WARNING, Severity.NOTE)[number % 3],
        chance.choice(list(Confidence)),
        "a message",
        why,
        [bad("it is [[<b>&]] a\nmess", "it is a\nmess").example()],
        tuple(chance.sample(["es", "zh", "de"], chance.randint(0, 3))),
    )


@pytest.fixture(scope="session")
def problem() -> Problem:
    """What could not be done, in words that no format may break on."""
    return PROBLEM


Render = Callable[..., str]


@pytest.fixture
def render() -> Render:
    def rendered(name: str, files: Sequence[Checked], *problems: Problem, limit: int | None = None) -> str:
        made = report(name, Canvas(limit=limit))
        return "".join(map(made.file, files)) + made.close(problems)

    return rendered


Tool = Callable[..., str]


@pytest.fixture
def tool(tmp_path: Path) -> Tool:
    """Run a program that .ci/tools.d installs: its name, its arguments, its standard input."""

    def run(name: str, *arguments: str | Path, stdin: str = "", code: int = 0) -> str:
        found = installed(name)
        if not found:
            pytest.skip(f"{name} is not installed: .ci/tools.d puts it there")
        ran = subprocess.run(
            [found, *map(str, arguments)],
            input=stdin.encode(),
            capture_output=True,
            cwd=tmp_path,
            timeout=120,
            check=False,
        )
        assert ran.returncode == code, (ran.stdout + ran.stderr).decode(errors="replace")
        return ran.stdout.decode()

    return run


@pytest.fixture
def sarif_schema() -> Path:
    """The schema of SARIF 2.1.0, as it comes with Microsoft's tools."""
    found = BUILT / "node_modules" / "@microsoft" / "sarif-multitool-linux" / "sarif-2.1.0.json"
    if not found.exists():
        pytest.skip("the schema is not installed: .ci/tools.d puts it there")
    return found


def installed(name: str) -> str | None:
    """Return the path of a program; None where it is neither in build/tools nor on the PATH."""
    return shutil.which(name, path=str(BUILT / "bin")) or shutil.which(name)
