"""Dask: a real cluster of processes, one of which is killed in the middle."""

from __future__ import annotations

import json
import os
import signal
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lintnews.cache import user_cache
from lintnews.integrations import dask as integration
from lintnews.report.machine import as_dict
from lintnews.rule_sets import RuleSet, checks_for
from lintnews.run import check_source
from lintnews.selection import SelectionError
from lintnews.settings import Settings
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    Client = Any

distributed: Any = pytest.importorskip("distributed", reason="the extra ‘dask’ is not installed")
bags: Any = pytest.importorskip("dask.bag", reason="the extra ‘dask’ is not installed")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")

# Seconds in which a cluster has done anything that is asked of it here, however busy the machine.
WAIT = 240
SETTINGS = Settings(select=("REP", "QUO"))
GOOD = "The miners went back to work on Monday, and the rain fell on the coast."
BAD = "The miners said “no” – and went to to the sea 😀."


def text(number: int) -> str:
    return f"{GOOD}\n\n{BAD}\n" if number % 3 == 0 else f"{GOOD}\n"


@cache
def rule_set() -> RuleSet:
    return checks_for(SETTINGS, user_cache())


def expected(source: Source) -> list[dict[str, Any]]:
    checked = check_source(source, rule_set())
    return [as_dict(finding, source) for finding in checked.findings]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A cluster of two processes.

    They cannot import this module: what they are to do is a function within a test, which is sent whole. A
    task that a worker cannot load is sent to it again and again.
    """
    cluster = distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path_factory.mktemp("dask")),
    )
    with cluster, distributed.Client(cluster, timeout=60) as client:
        yield client


def test_a_killed_worker_loses_nothing_and_gives_nothing_twice(client: Client, tmp_path: Path) -> None:
    killed = tmp_path / "killed"

    def deadly(item: tuple[str, str]) -> tuple[str, str]:
        """Kill the worker that comes to the eighth partition first: it has done others, which are lost."""
        if item[0] == "story-22" and not killed.exists():
            killed.write_text(str(os.getpid()))
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    items = [(f"story-{number}", text(number)) for number in range(36)]
    bag = bags.from_sequence(items, npartitions=12)
    lint = integration.lint_bag(bag.map(deadly), settings=SETTINGS)
    found = client.compute(lint).result(timeout=WAIT)
    assert int(killed.read_text()) not in client.run(os.getpid).values()
    wanted = [one for name, body in items for one in expected(Source(body, name, format="text"))]
    assert [json.dumps(one) for one in found] == [json.dumps(one) for one in wanted]
    assert len(Counter(one["path"] for one in wanted)) == 12


def test_records_and_columns(client: Client) -> None:
    frames: Any = pytest.importorskip("dask.dataframe", reason="the extra ‘dask’ is not installed")
    pd: Any = pytest.importorskip("pandas", reason="pandas is not installed")
    records = [
        {"id": number, "headline": "Strike ends", "body": [GOOD, BAD], "tags": ["to to"]}
        for number in range(4)
    ]
    bag = bags.from_sequence(records, npartitions=2)
    found = client.compute(integration.lint_bag(bag, key="id", settings=SETTINGS)).result(timeout=WAIT)
    assert [one["path"] for one in found] == ["0", "1", "2", "3"]
    whole = f"Strike ends\n{GOOD}\n\n{BAD}"
    assert {whole[one["start"] : one["end"]] for one in found} == {"to to"}

    frame = pd.DataFrame({"slug": ["a", "b", "c"], "mt": [BAD, None, BAD]}, index=[7, 8, 9])
    spread = frames.from_pandas(frame, npartitions=2)
    column = integration.lint_column(spread, "mt", key="slug", settings=SETTINGS)
    rows = client.compute(column).result(timeout=WAIT)
    assert list(rows.index) == [7, 9]
    assert list(rows["path"]) == ["a", "c"]
    wanted = expected(Source(BAD, "a", format="text"))[0]
    assert {name: rows.iloc[0][name] for name in wanted} == wanted
    assert rows["error"].isna().all()


def test_settings_are_told_of_as_wrong_before_anything_is_sent() -> None:
    with pytest.raises(SelectionError):
        integration.lint_bag(bags.from_sequence([GOOD]), settings=Settings(select=("NOPE",)))


def test_each_process_makes_its_checks_once(client: Client) -> None:
    def misses() -> int:
        return integration._made.cache_info().misses

    lint = integration.lint_bag(bags.from_sequence([BAD] * 12, npartitions=12), settings=SETTINGS)
    assert len(client.compute(lint).result(timeout=WAIT)) == 12
    assert max(client.run(misses).values()) == 1


def test_a_spread_archive_is_as_one_file() -> None:
    fixtures = sorted((Path(__file__).parents[2] / "fixtures").rglob("*.txt"))[:10]
    texts = [(path.name, path.read_text("utf-8")) for path in fixtures]
    bag = bags.from_sequence(texts, npartitions=3)
    found = integration.lint_bag(bag, settings=SETTINGS).compute(scheduler="synchronous")
    assert found == [one for name, body in texts for one in expected(Source(body, name, format="text"))]
