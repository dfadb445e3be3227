"""Rules in code out of the cache: the same rules, without their modules until one of them is asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lintnews.cache import NO_CACHE, Cache
from lintnews.catalogue import coded_checks
from lintnews.engine import lint
from lintnews.readers import read
from lintnews.registry import CHECK_MODULES
from lintnews.rule import Check, Checks
from lintnews.source import Source

IMPORTED = coded_checks(CHECK_MODULES, NO_CACHE)
FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").rglob("*.txt"))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    kept = Cache(tmp_path_factory.mktemp("cache"))
    coded_checks(CHECK_MODULES, kept)
    return kept


def same(found: list[Check]) -> bool:
    return [(check.rule, check.needs) for check in found] == [(check.rule, check.needs) for check in IMPORTED]


def test_rules_out_of_the_cache_are_the_rules(cache: Cache) -> None:
    assert same(coded_checks(CHECK_MODULES, cache))


def test_they_find_the_same(cache: Cache) -> None:
    kept, imported = Checks(coded_checks(CHECK_MODULES, cache)), Checks(IMPORTED)
    found = 0
    for path in FIXTURES[:4]:
        article = read(Source(path.read_text("utf-8")))
        findings = lint(article, imported)
        assert lint(article, kept) == findings
        found += len(findings)
    assert found


@pytest.mark.parametrize(
    "broken", ["", "{", '{"key": 1}', "null", "[]", '{"key": "KEY", "value": [[1, 2]]}', "\x00"]
)
def test_a_broken_entry_is_made_anew(broken: str, tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    coded_checks(CHECK_MODULES, kept)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    key = whole.split(b'"key": "', 1)[1].split(b'"', 1)[0].decode("ascii")
    entry.write_text(broken.replace("KEY", key), "utf-8")
    assert same(coded_checks(CHECK_MODULES, kept))
    assert entry.read_bytes() == whole


def test_an_entry_for_other_modules_does_not_count(cache: Cache) -> None:
    found = coded_checks(CHECK_MODULES[:3], cache)
    assert {check.rule.code for check in found} == {
        check.rule.code for check in coded_checks(CHECK_MODULES[:3], NO_CACHE)
    }


def test_a_module_is_imported_when_one_of_its_rules_is_asked(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from lintnews.cache import Cache\n"
        "from lintnews.catalogue import coded_checks\n"
        "from lintnews.registry import CHECK_MODULES\n"
        "kept = Cache(pathlib.Path(sys.argv[1]))\n"
        "checks = {c.rule.code: c for c in coded_checks(CHECK_MODULES, kept)}\n"
        "loaded = lambda: [n for n in CHECK_MODULES if f'lintnews.checks.{n}' in sys.modules]\n"
        "before = loaded()\n"
        "checks['RES101'].rule.examples[0]\n"
        "print(before, loaded())\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    first, second = (
        subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(2)
    )
    assert "residue_markup" in first
    assert second.strip() == "[] ['residue_markup']"
