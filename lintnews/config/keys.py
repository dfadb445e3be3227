"""Every setting: what it is called, what it may hold, what it means. To add one, add it here.

A key without a field of `Settings` of the same name is a programming error, which the tests find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.config.kinds import (
    ByRule,
    Choice,
    Flag,
    Globs,
    Kind,
    Number,
    OnePath,
    Paths,
    Selectors,
    Server,
    Words,
)
from lintnews.house import STYLES
from lintnews.records import NamedTuple
from lintnews.rule import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Option(NamedTuple):
    """How a setting is given on the command line, where it has an option of its own.

    Attributes:
        flags: such as `--pack`.
        metavar: what the help calls its value; None for the words of a choice.
        parameter: what the command calls the value, where it is not the field of `Settings`.
        own: whether the option is made from the key; else some module of `cli` defines it.
    """

    flags: tuple[str, ...]
    metavar: str | None = None
    parameter: str | None = None
    own: bool = True


class Key(NamedTuple):
    """One setting.

    Attributes:
        name: as it is written in a file.
        kind: what values it may have.
        help: one sentence for the documentation and `lintnews settings`; its first sentence is the option's.
        example: a value as TOML, for the documentation and the first file that `lintnews init` writes.
        join: makes one value of those given, the strongest last.
        option: the option of `lintnews check` for it, None where only files and `--config` give it.
        by_file: whether it may differ from file to file; else the settings of the current folder count.
    """

    name: str
    kind: Kind
    help: str
    example: str
    join: Callable[[Sequence[Any]], Any]
    option: Option | None = None
    by_file: bool = True

    @property
    def field(self) -> str:
        """The field of `Settings` that holds it."""
        return self.name.replace("-", "_")

    @property
    def parameter(self) -> str:
        """What commands call the value of its option."""
        return (self.option.parameter if self.option else None) or self.field


def strongest(values: Sequence[Any]) -> Any:
    """Take the last value."""
    return values[-1]


def added(values: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Take the items of all values, each once."""
    return tuple(dict.fromkeys(item for value in values for item in value))


def by_entry(values: Sequence[tuple[tuple[Any, Any], ...]]) -> tuple[tuple[Any, Any], ...]:
    """Take the entries of all tables; of two for the same rule the stronger."""
    return tuple({key: item for value in values for key, item in value}.items())


#: Names of the reports; `lintnews.report` has them, of which settings know nothing.
REPORTS = (
    "full",
    "concise",
    "json",
    "jsonl",
    "html",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "rdjsonl",
    "markdown",
    "parquet",
)

_CONFIDENCE = Choice(words=tuple(level.value for level in Confidence), make=Confidence)
_SEVERITY = Choice(words=tuple(level.value for level in Severity), make=Severity)

KEYS: tuple[Key, ...] = (
    Key(
        "select",
        Selectors(),
        "Use only these rules. What farther files select and ignore no longer counts.",
        '["NUM", "QUO", "plans-left-on-hold"]',
        strongest,
        Option(("--select",), "RULES"),
    ),
    Key(
        "extend-select",
        Selectors(),
        "Use these rules too.",
        '["STY"]',
        strongest,
        Option(("--extend-select",), "RULES"),
    ),
    Key(
        "ignore",
        Selectors(),
        "Do not use these rules.",
        '["QUO201", "pivot:ja"]',
        strongest,
        Option(("--ignore",), "RULES"),
    ),
    Key(
        "extend-ignore",
        Selectors(),
        "The same as `ignore`, for those who know it from other linters.",
        '["LEX"]',
        strongest,
        Option(("--extend-ignore",), "RULES"),
    ),
    Key(
        "confidence",
        _CONFIDENCE,
        "Use only rules that are trusted at least this far.",
        '"medium"',
        strongest,
        Option(("--confidence",)),
    ),
    Key(
        "rule-confidence",
        ByRule(words=_CONFIDENCE),
        "The same for some rules only. The entry that names a rule most closely decides.",
        '{ LEX = "high", CON = "low" }',
        by_entry,
    ),
    Key(
        "rule-severity",
        ByRule(words=_SEVERITY),
        "How heavy the findings of some rules are. The entry that names a rule most closely decides.",
        '{ NUM = "error", QUO201 = "note" }',
        by_entry,
    ),
    Key(
        "packs",
        Paths(),
        "Use your own rules too: YAML packs, or folders of packs. Those of farther files stay.",
        '["house-style.yaml"]',
        added,
        Option(("--pack",), "PATH"),
    ),
    Key(
        "spelling",
        Choice(words=tuple(STYLES["spelling"])),
        "The spelling of the house: what is spelt as in the other country is reported.",
        '"en-GB"',
        strongest,
    ),
    Key(
        "acronyms",
        Choice(words=tuple(STYLES["acronyms"])),
        "How the house writes US, UK, UN, EU and UAE: the other way is reported.",
        '"US"',
        strongest,
    ),
    Key(
        "percent",
        Choice(words=tuple(STYLES["percent"])),
        "How the house writes percentages after figures: the other ways are reported.",
        '"percent"',
        strongest,
    ),
    Key(
        "accept",
        Words(),
        "Names and terms that are right as they are: what is found in them is not reported, but for "
        "contradictions and figures. In small letters a term is accepted in any.",
        '["Proximation Group", "strikation"]',
        added,
    ),
    Key(
        "vocabularies",
        Paths(),
        "Files with more of them, a term a line, # before a remark. Those of farther files stay.",
        '["names.txt"]',
        added,
    ),
    Key(
        "exclude",
        Globs(),
        "Leave out what these patterns mean where folders are searched: `*.draft.md` at any depth, "
        "`archive/**` below the settings file. A file that is named is linted all the same, unless "
        "`force-exclude` is true.",
        '["archive/**", "*.draft.md"]',
        added,
        Option(("--exclude",), "GLOB"),
    ),
    Key(
        "force-exclude",
        Flag(),
        "Leave out what `exclude` means where it is named on the command line too, as by pre-commit.",
        "true",
        strongest,
        Option(("--force-exclude",)),
        by_file=False,
    ),
    Key(
        "baseline",
        OnePath(),
        "Do not report the findings that this file holds, as --write-baseline wrote it.",
        '"lintnews-baseline.json"',
        strongest,
        Option(("--baseline",), "FILE"),
        by_file=False,
    ),
    Key(
        "format",
        Choice(words=REPORTS),
        "How findings are printed.",
        '"concise"',
        strongest,
        Option(("--format",), parameter="output_format", own=False),
        by_file=False,
    ),
    Key(
        "fail-on",
        Choice(words=tuple(level.value for level in Severity)),
        "Exit with 1 only for findings of this severity or a heavier one.",
        '"warning"',
        strongest,
        Option(("--fail-on",), own=False),
        by_file=False,
    ),
    Key(
        "max-penalty",
        Number(),
        "Exit with 1 where an article's penalty is higher, per 1,000 words: note 1, warning 5, error 25. "
        "Without `fail-on`, for nothing else.",
        "20",
        strongest,
        Option(("--max-penalty",), own=False),
        by_file=False,
    ),
    Key(
        "fix",
        Flag(),
        "Make the safe fixes, and report what remains.",
        "true",
        strongest,
        Option(("--fix",), own=False),
        by_file=False,
    ),
    Key(
        "unsafe-fixes",
        Flag(),
        "Where fixes are made: those too that change wording.",
        "true",
        strongest,
        Option(("--unsafe-fixes",), own=False),
        by_file=False,
    ),
    Key(
        "languagetool",
        Server(),
        "Ask LanguageTool too: at an address, from a folder that holds it, or `download` to fetch it once. "
        "The folder is relative to the settings file.",
        '"http://127.0.0.1:8081"',
        strongest,
        Option(("--languagetool",), "WHERE"),
        by_file=False,
    ),
    Key(
        "languagetool-timeout",
        Number("a number of seconds", least=0.1),
        "Give up on LanguageTool where it takes longer than these seconds for one article.",
        "60",
        strongest,
        Option(("--languagetool-timeout",), "SECONDS"),
        by_file=False,
    ),
)  # fmt: skip

BY_NAME = {key.name: key for key in KEYS}
