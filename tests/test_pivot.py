"""The likely pivot language, and where it is shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lintnews import likely_pivot
from lintnews.checked import Checked
from lintnews.finding import Finding
from lintnews.rule import Confidence, Rule, Severity
from lintnews.source import Source
from lintnews.span import Span

if TYPE_CHECKING:
    from pathlib import Path


def finding(*pivots: str, message: str = "") -> Finding:
    rule = Rule(
        "LEX950", "of-the-test", "a/b", Severity.NOTE, Confidence.HIGH, "m", "w", examples=(), pivots=pivots
    )
    return Finding(rule, Span(0, 1), message or "-".join(pivots))


def test_one_language_stands_out() -> None:
    pivot = likely_pivot([finding("es"), finding("es", "pt"), finding("zh", "es", "ru"), finding()])
    assert pivot
    assert (pivot.language, pivot.name) == ("es", "Spanish")
    assert list(pivot.evidence.items()) == [("es", 3), ("pt", 1), ("ru", 1), ("zh", 1)]


@pytest.mark.parametrize(
    "findings",
    [
        pytest.param([], id="nothing"),
        pytest.param([finding("es")], id="one finding"),
        pytest.param([finding("es"), finding("es")], id="the same one again"),
        pytest.param([finding("es", "pt"), finding("pt", "es")], id="two languages alike"),
        pytest.param([finding(), finding()], id="no language"),
    ],
)
def test_no_language_stands_out(findings: list[Finding]) -> None:
    assert likely_pivot(findings) is None


def test_json_and_statistics_show_it() -> None:
    from lintnews.report import Canvas, report  # noqa: PLC0415

    found = (finding("zh"), finding("zh", "ja"))
    checked = Checked(Source("x", "a.txt"), found, 1)
    made = report("json", Canvas())
    made.file(checked)
    made.file(Checked(Source("x", "b.txt"), found[:1], 1))
    assert json.loads(made.close(()))["pivots"] == [
        {"path": "a.txt", "language": "zh", "evidence": {"zh": 2, "ja": 1}}
    ]
    table = report("full", Canvas(), statistics=True)
    table.file(checked)
    assert table.close(()).splitlines()[-1].split(maxsplit=1) == [
        "1",
        "Chinese (findings by language: zh 2, ja 1)",
    ]


def test_pack_entries_bring_their_own_languages(tmp_path: Path) -> None:
    from lintnews import Settings, check_text  # noqa: PLC0415

    pack = tmp_path / "p.yaml"
    pack.write_text(
        "- {code: LEX950, name: of-the-test, kind: phrase, message: found, why: w, mqm: a/b,\n"
        "   severity: note, confidence: high, pivots: [es, pt],\n"
        "   entries: [{match: in the day of yesterday, bad: 'It was [[in the day of yesterday]].'},\n"
        "    {match: put in march, pivots: [es], bad: 'It was [[put in march]].', fine: x}]}\n",
        "utf-8",
    )
    text = "The plan was put in march. It fell in the day of yesterday."
    findings = check_text(text, settings=Settings(select=("LEX950",), packs=(str(pack),)))
    assert [f.rule.pivots for f in findings] == [("es",), ("es", "pt")]
    pivot = likely_pivot(findings)
    assert pivot
    assert pivot.language == "es"
