"""lintnews over a Dask bag or a column of a Dask dataframe (extra `lintnews[dask]`).

    found = lint_bag(dask.bag.read_text("*.jsonl").map(json.loads), key="id")
    found.map(json.dumps).to_textfiles("found-*.jsonl")

Results depend on nothing but the article and the settings, so that a task may be done again anywhere: where a
worker is lost, Dask does its tasks again, and each result counts once.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from lintnews.cache import user_cache
from lintnews.readers.columns import source_of
from lintnews.readers.csv_rows import roles_of
from lintnews.report.machine import as_dict
from lintnews.rule_sets import RuleSet, checks_for
from lintnews.run import check_source
from lintnews.settings import Settings
from lintnews.source import Source

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    import pandas as pd
    from dask.bag import Bag
    from dask.dataframe import DataFrame

    #: A text, a pair of its key and a text, or a record of named fields.
    Item = str | tuple[Hashable, str] | Mapping[str, Any]

_NUMBERS = "start end line column end_line end_column".split()
_COLUMNS = (
    *"path rule name family mqm severity confidence message".split(),
    *_NUMBERS,
    *"text fixes related reference error".split(),
)
_lock = threading.Lock()


def lint_bag(
    bag: Bag, *, key: str | None = None, fields: Sequence[str] = (), settings: Settings | None = None
) -> Bag:
    """Return a bag of what is found in the articles of `bag`, a dictionary for each finding.

    They are those of `lintnews check --format json` (docs/json.md). An article that cannot be linted gives
    `{"path", "error"}`, and the others go on.

    Args:
        bag: texts, pairs of a key and a text, or records, of which the fields that hold prose are read as
            those of an archive in Parquet.
        key: the field of records that says which one it is; `path` of the findings is that, or the first of
            a pair.
        fields: the fields of records that hold prose, empty for the usual ones.
        settings: what holds for all of them; settings files are not looked for.

    Raises:
        lintnews.unusable.PackError, lintnews.selection.SelectionError, lintnews.unusable.VocabularyError: the
            settings cannot be used. Packs and vocabularies must be on every worker at the same path.
    """
    held = settings or Settings()
    _rule_set(held)
    return bag.map_partitions(_lint_items, key=key, fields=tuple(fields), settings=held)


def lint_column(
    frame: DataFrame, column: str, *, key: str | None = None, settings: Settings | None = None
) -> DataFrame:
    """Return a dataframe of what is found in the texts of a column, a row for each finding.

    Its index is that of the article in `frame`, so that the two can be joined; `path` is the value of the
    column `key`. Its columns are the keys of `lint_bag`, `error` among them. Missing texts have no findings.

    Raises: as `lint_bag`.
    """
    held = settings or Settings()
    _rule_set(held)
    empty = _frame([], frame._meta.index[:0])
    return frame.map_partitions(_lint_frame, column, key, held, meta=empty)


@cache
def _made(settings: Settings) -> RuleSet:
    return checks_for(settings, user_cache())


def _rule_set(settings: Settings) -> RuleSet:
    """Return the checks of this process, which are made once for all its tasks and threads."""
    with _lock:
        return _made(settings)


def _lint_items(
    items: Iterable[Item], *, key: str | None, fields: tuple[str, ...], settings: Settings
) -> list[dict[str, Any]]:
    rule_set = _rule_set(settings)
    return [found for item in items for found in _findings(_source(item, key, fields), rule_set)]


def _source(item: Item, key: str | None, fields: tuple[str, ...]) -> Source:
    if isinstance(item, Mapping):
        names = [name for name, value in item.items() if _is_prose(value)]
        cells = {names[index]: item[names[index]] for index in roles_of(names, fields)}
        return source_of(cells, _name(item.get(key)) if key else None, fields=fields)
    name, text = item if isinstance(item, tuple) else (None, item)
    return Source(text, _name(name), format="text")


def _name(key: Hashable) -> str | None:
    return None if key is None else str(key)


def _is_prose(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(item is None or isinstance(item, str) for item in value)
    )


def _findings(source: Source, rule_set: RuleSet) -> Iterator[dict[str, Any]]:
    checked = check_source(source, rule_set)
    for finding in checked.findings:
        yield as_dict(finding, source)
    for problem in checked.problems:
        yield {"path": source.path, "error": problem.message}


def _lint_frame(frame: pd.DataFrame, column: str, key: str | None, settings: Settings) -> pd.DataFrame:
    rule_set = _rule_set(settings)
    rows: list[dict[str, Any]] = []
    places: list[int] = []
    keys = frame[key] if key else [None] * len(frame)
    for place, (name, text) in enumerate(zip(keys, frame[column], strict=True)):
        if isinstance(text, str):
            found = list(_findings(Source(text, _name(name), format="text"), rule_set))
            rows += found
            places += [place] * len(found)
    return _frame(rows, frame.index[places])


def _frame(rows: list[dict[str, Any]], index: Any) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - bags do without

    columns = {
        name: pd.array([row.get(name) for row in rows], dtype="Int64")
        if name in _NUMBERS
        else pd.Series([row.get(name) for row in rows], dtype=object, index=index)
        for name in _COLUMNS
    }
    return pd.DataFrame(columns, index=index)
