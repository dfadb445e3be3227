"""House style as settings: each value of a setting chooses one of several rules that exclude each other."""

from __future__ import annotations

#: By the name of the setting and its value: the code of the rule that holds articles to it.
STYLES = {
    "spelling": {"en-GB": "STY101", "en-US": "STY102"},
    "acronyms": {"US": "STY111", "U.S.": "STY112"},
    "percent": {"%": "STY121", "percent": "STY122", "per cent": "STY123"},
}
#: Rules of which a run has at most one of each kind: no family, prefix or ALL selects them.
ALTERNATIVES = frozenset(code for values in STYLES.values() for code in values.values())
#: By the code of such a rule: rules that hold an article to its own way, which is moot then.
MOOT = {
    "STY101": ("CNS303",),
    "STY102": ("CNS303", "CNS304"),
    **dict.fromkeys(STYLES["acronyms"].values(), ("CNS301",)),
    **dict.fromkeys(STYLES["percent"].values(), ("CNS302",)),
}
