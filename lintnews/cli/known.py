"""The rules that a command tells of, and which of them a run without options uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.cache import NO_CACHE, user_cache
from lintnews.config.resolve import Resolver, RuleSets
from lintnews.records import NamedTuple
from lintnews.rule_sets import checks_for, known_checks
from lintnews.selection import of_languagetool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.rule import Check
    from lintnews.settings import Settings


class Known(NamedTuple):
    """Every rule there is under these settings; `on` are the codes of those that a run uses."""

    settings: Settings
    checks: tuple[Check, ...]
    on: frozenset[str]


def known(resolver: Resolver, selectors: Sequence[str], *, no_cache: bool) -> Known:
    """Return the rules; those of LanguageTool are among them where a selector fits one.

    Raises:
        ERRORS: settings or packs cannot be used.
    """
    cache = NO_CACHE if no_cache else user_cache()
    settings, running = RuleSets(resolver, cache).here()
    asked = any(map(of_languagetool, selectors))
    if asked:
        # The thousands of its rules are shown where they are meant, as they are in a run that asks it.
        running = checks_for(settings._replace(languagetool="asked"), cache)
    checks, _ = known_checks(settings.packs, cache, languagetool=asked)
    return Known(settings, tuple(checks), frozenset(check.rule.code for check in running))
