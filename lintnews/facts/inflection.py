"""Forms of English verbs, for repairs: "expel" gives "expelling", "leave" gives "left"."""

from __future__ import annotations

# base: past participle, and the simple past after a slash where it differs.
_ROWS = (
    "leave:left go:gone/went come:come/came withdraw:withdrawn/withdrew take:taken/took give:given/gave "
    "make:made do:done/did be:been have:had see:seen/saw begin:begun/began break:broken/broke bring:brought "
    "build:built rebuild:rebuilt buy:bought choose:chosen/chose fall:fallen/fell find:found get:got "
    "grow:grown/grew hold:held uphold:upheld withhold:withheld keep:kept know:known/knew lead:led lose:lost "
    "meet:met pay:paid repay:repaid quit:quit rise:risen/rose arise:arisen/arose say:said sell:sold "
    "send:sent speak:spoken/spoke spend:spent stand:stood tell:told win:won write:written/wrote "
    "become:become/became drive:driven/drove fight:fought fly:flown/flew forget:forgotten/forgot "
    "forgive:forgiven/forgave forbid:forbidden/forbade hear:heard run:run/ran shut:shut cut:cut put:put "
    "set:set let:let sit:sat show:shown/showed eat:eaten/ate draw:drawn/drew throw:thrown/threw "
    "overthrow:overthrown/overthrew overtake:overtaken/overtook wear:worn/wore steal:stolen/stole "
    "hide:hidden/hid sink:sunk/sank shrink:shrunk/shrank freeze:frozen/froze unfreeze:unfrozen/unfroze "
    "swell:swollen/swelled light:lit beat:beaten/beat lend:lent teach:taught split:split wed:wed feed:fed "
    "flee:fled seek:sought strike:struck wake:woken/woke sleep:slept weep:wept understate:understated "
    "bless:blessed"
).split()
_IRREGULAR = dict(row.split(":") for row in _ROWS)


def irregular_forms(base: str) -> tuple[str, ...]:
    """Return the past forms of a verb that no rule of spelling gives: "withdrawn" and "withdrew"."""
    return tuple(_IRREGULAR.get(base, "").split("/")) if base in _IRREGULAR else ()


_VOWELS = frozenset("aeiou")
# Verbs of more than one syllable whose last one is stressed, so that their consonant is doubled.
_STRESSED_LAST = frozenset(
    "expel compel propel repel admit commit permit submit omit refer defer prefer".split()
)


def participle(base: str) -> str:
    """Return the past participle of a verb given in its base form."""
    if base in _IRREGULAR:
        return _IRREGULAR[base].split("/")[0]
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
