"""Two things said in one breath that one actor or thing cannot have: patterns with both places named.

Each pattern has a group `there`, which says who or what it is, and a group `here`, which does not go with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    import re


class Clash(NamedTuple):
    """A pattern, the strings of which a text must have one, and why both cannot hold."""

    strings: tuple[str, ...]
    pattern: re.Pattern[str]
    reason: str


_GOOD = r"(?:welcomed|hailed|praised|applauded|celebrated|cheered|greeted with joy|lauded)"
_BAD = r"(?:denounced|condemned|decried|deplored|mourned|lamented)"
_PASSING = (
    r"(?:passage|adoption|approval|ratification|introduction|passing|signing|victory|success|opening"
    r"|construction|launch|election|win|triumph|inauguration)"
)
_FAILING = r"(?:rejection|defeat|failure|collapse|repeal|abolition|closure|overthrow|downfall|ouster)"
_FALL = r"(?:overthrow|resignation|ouster|arrest|downfall|removal|impeachment|departure|death)"
_THING = r"[^.;:,“”]{2,50}?"
_LATER = r"(?:at first |now |nevertheless |also )?"

CLASHES = (
    Clash(
        ("pponents of", "ritics of", "dversaries of"),
        lazy(
            rf"\b(?P<there>(?:[Oo]pponents|[Cc]ritics|[Aa]dversaries) of {_THING}) (?P<here>(?:have )?{_GOOD}"
            rf" (?:its|his|her|their) {_PASSING})\b(?! (?:failure|rejection))"
        ),
        "its opponents do not rejoice in it",
    ),
    Clash(
        ("pponents of", "ritics of", "dversaries of"),
        lazy(
            rf"\b(?P<there>(?:[Oo]pponents|[Cc]ritics|[Aa]dversaries) of {_THING}) (?P<here>(?:have )?{_BAD}"
            rf" (?:its|his|her|their) {_FAILING})\b"
        ),
        "its opponents do not regret its end",
    ),
    Clash(
        ("upporters of", "ackers of", "dvocates of", "roponents of", "ollowers of"),
        lazy(
            rf"\b(?P<there>(?:[Ss]upporters|[Bb]ackers|[Aa]dvocates|[Pp]roponents|[Ff]ollowers) of {_THING})"
            rf" (?P<here>(?:have )?(?:{_BAD} (?:its|his|her|their) {_PASSING}|{_GOOD} (?:its|his|her|their)"
            rf" {_FAILING}))\b"
        ),
        "its supporters are on the other side",
    ),
    Clash(
        ("upporters of", "ackers of", "ollowers of", "oyalists of"),
        lazy(
            r"\b(?P<there>(?:[Ss]upporters|[Bb]ackers|[Ff]ollowers|[Ll]oyalists) of [^.;:“”]{2,40}?)"
            r"(?: [^.;:“”]{3,40}?,?)? (?P<here>(?:chanting|chanted|shouting|shouted|calling|called|demanding"
            rf"|demanded|clamouring) (?:for )?(?:his|her|their|its) {_FALL})\b"
        ),
        "supporters do not call for it",
    ),
    Clash(
        (
            "who oppose",
            "who fought",
            "who had opposed",
            "which oppose",
            "who reject",
            "which reject",
            "who criticis",
        ),
        lazy(
            r"\b(?P<there>(?:who|which) (?:has |had |have )?(?:opposes?|opposed|rejects?|rejected|fought"
            rf"|criticise[sd]|fight|fights) (?:the|it|its|this) ?{_THING}),? (?P<here>{_GOOD} (?:its|the"
            r" bill['’]s"
            rf"|the law['’]s) {_PASSING})\b"
        ),
        "who is against a thing does not rejoice in it",
    ),
    Clash(
        ("which back", "who back", "which support", "who support", "which favour", "who favour"),
        lazy(
            r"\b(?P<there>(?:who|which) (?:backs?|supports?|favou?rs?) (?:the|this|its) (?:\w+"
            r" ){0,3}?(?P<thing>\w+)),"
            r" (?P<here>(?:will vote|voted|votes|vote) against (?:it|the (?:\w+ )?(?P=thing)))\b"
        ),
        "who supports a thing does not vote against it",
    ),
    Clash(
        ("who oppose", "which oppose"),
        lazy(
            r"\b(?P<there>(?:who|which) (?:opposes?) (?:the|this|its) (?:\w+ ){0,3}?(?P<thing>\w+)),"
            r" (?P<here>(?:will vote|voted|votes|vote) for (?:it|the (?:\w+ )?(?P=thing)))\b"
        ),
        "who opposes a thing does not vote for it",
    ),
    Clash(
        ("declined the", "refused the", "turned down the", "rejected the"),
        lazy(
            r"\b(?P<there>who (?:has |had )?(?:declined|refused|turned down|rejected) the (?P<thing>task"
            r"|post|job|offer"
            r"|role|position|invitation|nomination)), (?P<here>(?:began|took up|started|accepted|assumed"
            r"|took office)"
            r"[^.;,“”]{0,30})"
        ),
        "who turns it down does not take it up",
    ),
    Clash(
        ("never met",),
        lazy(
            r"\b(?P<there>(?:had|has) never met (?:him|her|them|[A-Z]\w+)), (?:said|told)[^.;“”]{0,40}?"
            r" (?P<here>(?:had|has) met (?:him|her|them))\b"
        ),
        "never is not once",
    ),
    Clash(
        ("acifist",),
        lazy(
            r"\b(?P<there>[Pp]acifists?|[Pp]acifist (?:group|movement|organi[sz]ation|party))(?:"
            r" [A-Z]\w+){0,3}"
            r" (?P<here>(?:called|calls|urged|pushed|demanded) (?:for )?(?:an? |the )?(?:immediate |swift "
            r"|new )?"
            r"(?:attack|war|invasion|bombing|offensive|air ?strikes?|assault))\b"
        ),
        "pacifists do not call for war",
    ),
    Clash(
        ("mployers", "osses", "anagement"),
        lazy(
            r"\b(?P<there>(?:[Tt]he )?(?:[Ee]mployers|[Bb]osses|[Mm]anagement)) (?P<here>(?:called|staged"
            r"|launched|began"
            r"|went on) (?:a |the |their )?(?:\d\d?-hour |\w+-day )?strike (?:to demand|in protest|for"
            r" (?:higher|better"
            r"|more)|over))\b"
        ),
        "those who strike are the workers",
    ),
    Clash(
        (", a ",),
        lazy(
            r"\b(?P<there>(?:[Hh]is|[Hh]er|[Tt]heir) (?:(?:younger|elder|older|eldest|late|first|only)"
            r" )?(?:son|brother"
            r"|husband|father|grandson|nephew|uncle)), (?P<here>a (?:[a-z-]+ ){0,2}(?:girl|woman|actress"
            r"|widow|mother"
            r"|schoolgirl|businesswoman|housewife))\b"
        ),
        "a man is no woman",
    ),
    Clash(
        (", a ",),
        lazy(
            r"\b(?P<there>(?:[Hh]is|[Hh]er|[Tt]heir) (?:(?:younger|elder|older|eldest|late|first|only)"
            r" )?(?:daughter"
            r"|sister|wife|mother|granddaughter|niece|aunt)), (?P<here>a (?:[a-z-]+ ){0,2}(?:boy|man"
            r"|widower|father"
            r"|schoolboy|businessman))\b"
        ),
        "a woman is no man",
    ),
    Clash(
        ("for the first time",),
        lazy(
            r"\b(?P<there>for the first time)\. (?:It|This) (?:was|is) (?P<here>(?:their|his|her|its)"
            r" (?:second|third"
            r"|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th) (?:title|cup|championship|trophy|crown"
            r"|triumph"
            r"|medal|Oscar|election victory))\b(?! (?:of|this|in))"
        ),
        "the first is not a later one",
    ),
    Clash(
        ("the first ",),
        lazy(
            r"\b(?P<there>the first (?:woman|man|person|president|leader|politician|player|country|prime"
            r" minister) to"
            r" [a-z]+ [^.;:“”]{2,50}?), (?P<here>as (?:his|her|its) (?:mother|father|predecessor|sister"
            r"|brother"
            r"|neighbour) (?:did|had done|had))\b"
        ),
        "somebody was before the first",
    ),
    Clash(
        ("lost ",),
        lazy(
            r"\b(?P<there>lost \d{1,2}[-–]\d{1,2} (?:to|against) [A-Z][\w ]{2,30}?) (?P<here>after (?:their"
            r"|his|her|its)"
            r" (?:victory|win|triumph))\b(?! (?:over|against|in|at|on|last|of|there|a |the ))"
        ),
        "who lost did not win",
    ),
    Clash(
        ("won ", "beat "),
        lazy(
            r"\b(?P<there>(?:won|beat [A-Z]\w+) \d{1,2}[-–]\d{1,2}(?: (?:against|at) [A-Z][\w ]{2,30}?)?)"
            r" (?P<here>after"
            r" (?:their|his|her|its) (?:defeat|loss))\b(?! (?:to|against|in|at|on|last|of|there|by|a |the ))"
        ),
        "who won did not lose",
    ),
    Clash(
        ("empty s", "empty a", "empty h"),
        lazy(
            r"\b(?P<there>[Aa] crowd of (?:some |about |nearly )?[\d,]+)[^.;:“”]{0,40}? (?P<here>in (?:the"
            r"|an) (?:empty"
            r"|deserted) (?:stadium|arena|hall|square|theatre|auditorium|ground))\b"
        ),
        "where a crowd is, it is not empty",
    ),
    Clash(
        ("sold out",),
        lazy(
            r"\b(?P<there>sold out)\b[^.;:“”]{0,40}?, (?P<here>(?:although|though|while|and|but) (?:half"
            r"|most|many|a third"
            r"|hundreds|thousands) (?:of )?(?:the )?(?:seats|tickets|places) (?:remained|were|stayed)"
            r" (?:empty|unsold"
            r"|available))\b"
        ),
        "what is sold out has no seats left",
    ),
    Clash(
        ("switched", "turned"),
        lazy(
            r"\b(?P<there>(?:was|were|is|are) (?:switched|turned) on) and (?P<here>(?:remains?|stays?"
            r"|stayed|is|are) (?:still"
            r" )?(?:switched|turned) off)\b"
        ),
        "what is on is not off",
    ),
)
