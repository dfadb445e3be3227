"""What holds for one file."""

from __future__ import annotations

from lintnews.house import STYLES
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity
from lintnews.selection import Selection, Thresholds


class Settings(NamedTuple):
    """What holds for one file, or for a text handed over in memory.

    Attributes:
        select: codes, names, families or prefixes of the rules to use; empty for the usual ones.
        ignore: the same for rules not to use.
        confidence: rules trusted less than this stay off.
        packs: paths of the user's own packs (files or folders); their rules are on unless ignored.
        extend_select: rules to use beside those of `select`.
        extend_ignore: the same as `ignore`.
        under: what weaker sources select and ignore, the weakest first.
        rule_confidence: selectors with what stands for `confidence` in the rules that they fit.
        rule_severity: selectors with the severity of the rules that they fit.
        baseline: path of a file of findings that are not to be reported (`baseline.py`).
        spelling, acronyms, percent: house style, keys of `house.STYLES`; None where there is none.
        accept: names and terms that are right as they are.
        vocabularies: paths of files with more of them.
        exclude: patterns (`config.globs`) for whole paths that are left out where folders are searched.
        force_exclude: whether they are left out where they are named, too.
        format, fail_on, max_penalty, fix, unsafe_fixes: what the options of these names say; they hold for a
            whole run.
        languagetool: where LanguageTool is (an address, a folder, `download`); empty not to ask it.
        languagetool_timeout: seconds that it may take for one article.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    confidence: Confidence = Confidence.MEDIUM
    packs: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    under: tuple[Selection, ...] = ()
    rule_confidence: tuple[tuple[str, Confidence], ...] = ()
    rule_severity: tuple[tuple[str, Severity], ...] = ()
    baseline: str | None = None
    spelling: str | None = None
    acronyms: str | None = None
    percent: str | None = None
    accept: tuple[str, ...] = ()
    vocabularies: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    format: str = "full"
    fail_on: str | None = None
    max_penalty: float | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    languagetool: str = ""
    languagetool_timeout: float = 60.0

    @property
    def house_rules(self) -> frozenset[str]:
        """Codes of the rules that the house style turns on."""
        chosen_ways = {name: getattr(self, name) for name in STYLES}
        return frozenset(STYLES[name][way] for name, way in chosen_ways.items() if way)

    @property
    def selections(self) -> tuple[Selection, ...]:
        """Every selection, the strongest last."""
        own = Selection(self.select, self.extend_select, self.ignore, self.extend_ignore)
        return (*self.under, own) if any(own) else self.under

    @property
    def thresholds(self) -> Thresholds:
        """How far rules must be trusted to run."""
        return Thresholds(self.confidence, self.rule_confidence)

    @property
    def may_be_wrong(self) -> bool:
        """Whether it names rules, packs or vocabularies, which may not be there or not be usable."""
        return bool(
            any(map(any, self.selections))
            or self.packs
            or self.vocabularies
            or self.rule_confidence
            or self.rule_severity
            or self.languagetool
        )
