"""Lint from Python: `lintnews.check_text` and `lintnews.check_file`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import user_cache
from lintnews.config.resolve import Resolver, RuleSets
from lintnews.readers.intake import sources_of
from lintnews.rule_sets import checks_for
from lintnews.run import findings_in
from lintnews.settings import Settings
from lintnews.source import Source, SourceError

if TYPE_CHECKING:
    from os import PathLike

    from lintnews.finding import Finding


def check_text(text: str, *, path: str | None = None, settings: Settings | None = None) -> list[Finding]:
    """Return the findings in `text`, in the order of the text.

    Their spans are offsets into `text`: `finding.span.of(text)` is what is marked. `path` is what the article
    is to be called; its ending tells the format (`.md`, `.html`, …), without it the text is plain. Without
    `settings` a run is as `lintnews check` without options and settings files.

    Raises:
        lintnews.unusable.PackError: a pack in the settings cannot be used.
        lintnews.selection.SelectionError: a code or name in the settings fits no rule.
        lintnews.unusable.VocabularyError: a vocabulary in the settings cannot be read.
        lintnews.source.SourceError: the text is not of the format that `path` promises.
    """
    return list(findings_in(Source(text, path), checks_for(settings or Settings(), user_cache())))


def check_file(path: str | PathLike[str], *, settings: Settings | None = None) -> list[Finding]:
    r"""Return the findings in a file, in the order of its text.

    Their spans are offsets into its decoded text, `\r\n` counted as two characters, a byte-order mark as
    none. Without `settings` those of the settings file hold that is nearest to it, as for `lintnews check`.

    Raises:
        OSError: the file cannot be read.
        lintnews.source.SourceError: it is no text, broken, or an archive.
        lintnews.config.problem.SettingsError: its settings file cannot be used.
        PackError, SelectionError, VocabularyError: as for `check_text`.
    """
    with Path(path).open("rb") as stream:
        source = next(sources_of(stream, str(path)), None)
    if not isinstance(source, Source) or source.record:
        raise SourceError("is an archive: the command line lints it, record by record")
    if settings is not None:
        return list(findings_in(source, checks_for(settings, user_cache())))
    return list(findings_in(source, RuleSets(Resolver(), user_cache()).at(str(path))[1]))
