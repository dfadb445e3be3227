"""Good articles in which lintnews must find nothing at default confidence: the false-alarm snapshot.

A finding here is either a slip of ours in the article (mend the article) or a false alarm (mend the rule).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.readers import read
from lintnews.registry import at_confidence, builtin_checks
from lintnews.rule import Confidence
from lintnews.source import decode

CLEAN = sorted((Path(__file__).parents[1] / "fixtures" / "clean").glob("*.txt"))


def test_there_are_clean_articles() -> None:
    assert len(CLEAN) >= 12


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_article_has_no_findings(path: Path) -> None:
    article = read(decode(path.read_bytes(), path.name))
    findings = lint(article, at_confidence(builtin_checks(user_cache()), Confidence.MEDIUM))
    assert [(finding.rule.code, finding.span.of(article.source.text)) for finding in findings] == []
