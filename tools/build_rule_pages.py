"""Write docs/rules/, a page for each family of rules, from the rules themselves.

    python tools/build_rule_pages.py

`tests/test_docs.py` fails where the pages say something else than the rules.
"""

from __future__ import annotations

from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import user_cache
from lintnews.facts import Facts
from lintnews.finding import Applicability
from lintnews.languages import LANGUAGES
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.rule import FAMILIES, Check, Example, Rule
from lintnews.selection import chosen
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lintnews.finding import Hit

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "rules"
# A rule of many entries has hundreds; `lintnews explain` shows more of them.
MOST_BAD, MOST_FINE = 3, 2
_FIX = {
    Applicability.SAFE: "safe (`--fix`)",
    Applicability.UNSAFE: "changes wording (`--fix --unsafe-fixes`)",
    Applicability.SUGGESTION: "a suggestion only",
}


def pages() -> dict[str, str]:
    """Return what every page is to hold, by its name."""
    checks = builtin_checks(user_cache())
    on = {check.rule.code for check in chosen(checks)}
    by_family = {family: list(of) for family, of in groupby(checks, key=lambda check: check.rule.family)}
    made = {
        f"{family}.md": _page(family, by_family[family], on) for family in FAMILIES if family in by_family
    }
    return {"README.md": _overview(by_family, on)} | made


def _overview(by_family: dict[str, list[Check]], on: Collection[str]) -> str:
    lines = [
        "# The rules",
        "",
        "Made from the rules by `tools/build_rule_pages.py`. `lintnews explain CODE` prints the same in a",
        "terminal, `lintnews rules` the list. A rule that is off runs with `--confidence low`, or where it",
        "is selected.",
    ]
    for family, about in FAMILIES.items():
        if family not in by_family:
            continue
        lines += ["", f"## [{family}: {about}]({family}.md)", "", "| rule | severity | confidence | |"]
        lines.append("| --- | --- | --- | --- |")
        for check in by_family[family]:
            rule = check.rule
            off = "" if rule.code in on else "off"
            link = f"[{rule.code} {rule.name}]({family}.md#{rule.code.lower()}-{rule.name})"
            lines.append(f"| {link} | {rule.severity.value} | {rule.confidence.value} | {off} |")
    return "\n".join(lines) + "\n"


def _page(family: str, checks: Sequence[Check], on: Collection[str]) -> str:
    lines = [
        f"# {family}: {FAMILIES[family]}",
        "",
        "Made from the rules by `tools/build_rule_pages.py`; [all families](README.md).",
    ]
    for check in checks:
        lines += ["", *_rule(check, on=check.rule.code in on)]
    return "\n".join(lines) + "\n"


def _rule(check: Check, *, on: bool) -> Iterator[str]:
    rule = check.rule
    yield f"## {rule.code} {rule.name}"
    yield ""
    hit = _hit(check)
    yield f"> {_plain((hit and hit.message) or rule.message)}"
    for paragraph in rule.why.split("\n\n"):
        yield ""
        yield _plain(" ".join(paragraph.split()))
    yield ""
    yield from _facts(rule, hit, on=on)
    yield ""
    yield "```text"
    for example in _shown(rule.examples):
        yield from _example(example)
    yield "```"


def _facts(rule: Rule, hit: Hit | None, *, on: bool) -> Iterator[str]:
    yield f"- Severity: {rule.severity.value}"
    yield f"- Confidence: {rule.confidence.value}{'' if on else '; off unless asked for'}"
    yield f"- Fix: {_FIX[hit.fixes[0].applicability] if hit and hit.fixes else 'none'}"
    yield f"- MQM: {rule.mqm}"
    if rule.pivots:
        yield f"- Seen from: {', '.join(LANGUAGES.get(pivot, pivot) for pivot in rule.pivots)}"
    if rule.aliases:
        yield f"- Was once: {', '.join(rule.aliases)}"


def _shown(examples: Sequence[Example]) -> Iterator[Example]:
    yield from islice((example for example in examples if example.is_bad), MOST_BAD)
    yield from islice((example for example in examples if not example.is_bad), MOST_FINE)


def _example(example: Example) -> Iterator[str]:
    if not example.is_bad:
        yield from _block("fine", example.text)
        return
    yield from _block("bad", example.marked)
    if example.repaired is not None:
        yield from _block("good", example.repaired)


def _block(label: str, text: str) -> Iterator[str]:
    # A fence in an example would end ours.
    first, *more = text.replace("```", "'''").splitlines() or [""]
    yield f"{label:<5} {first}".rstrip()
    yield from (f"      {line}".rstrip() for line in more)


def _hit(check: Check) -> Hit | None:
    """Return what the rule says of the first example shown that it has something to say of."""
    shown = islice((example for example in check.rule.examples if example.is_bad), MOST_BAD)
    found = [hit for example in shown for hit in islice(check(Facts(read(Source(example.text)))), 1)]
    return next((hit for hit in found if hit.fixes), found[0] if found else None)


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is; what stands between backticks stays code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        parts = [text]
    return "`".join(part if place % 2 else _escaped(part) for place, part in enumerate(parts))


def _escaped(text: str) -> str:
    for char in "\\`*_[]|<>#":
        text = text.replace(char, f"\\{char}")
    return text.replace("&", "&amp;")


def main() -> None:
    """Write the pages that there are to be, and take away others."""
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
