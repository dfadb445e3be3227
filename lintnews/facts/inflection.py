"""Forms of English verbs, for repairs: "expel" gives "expelling", "leave" gives "left"."""

from __future__ import annotations

_IRREGULAR: dict[str, str] = dict(
    entry.split(":", 1)
    for entry in (
        "leave:left go:gone come:come return:returned withdraw:withdrawn take:taken give:given make:made "
        "do:done be:been have:had see:seen begin:begun break:broken bring:brought build:built buy:bought "
        "choose:chosen fall:fallen find:found get:got grow:grown hold:held keep:kept know:known lead:led "
        "lose:lost meet:met pay:paid quit:quit rise:risen say:said sell:sold send:sent speak:spoken "
        "spend:spent stand:stood take:taken tell:told win:won write:written become:become drive:driven "
        "fight:fought fly:flown forget:forgotten hear:heard run:run shut:shut cut:cut put:put set:set "
        "let:let sit:sat show:shown eat:eaten draw:drawn throw:thrown wear:worn steal:stolen"
    ).split()
)
_VOWELS = frozenset("aeiou")
# Verbs of more than one syllable whose last one is stressed, so that their consonant is doubled.
_STRESSED_LAST = frozenset(
    "expel compel propel repel admit commit permit submit omit refer defer prefer".split()
)


def participle(base: str) -> str:
    """Return the past participle of a verb given in its base form."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def gerund(base: str) -> str:
    """Return the "-ing" form of a verb given in its base form."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    """Double the last consonant where English spelling does: "cut", "expel"; not "open"."""
    short = len(base) >= 3 and base[-1] not in _VOWELS | set("wxy") and base[-2] in _VOWELS
    short = short and base[-3] not in _VOWELS
    single = sum(letter in _VOWELS for letter in base) == 1
    return base + base[-1] if short and (single or base in _STRESSED_LAST) else base
