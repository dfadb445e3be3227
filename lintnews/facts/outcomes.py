"""Ways in which one thing can end of which an article has but one: a vote, talks, a search, a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    import re


class Outcomes(NamedTuple):
    """Two ways of ending that exclude each other.

    Attributes:
        strings: strings of which an article must have one for the first to be told in it.
        first: what is told one way.
        second: what is told the other way.
        way_out: what in either sentence, or right behind it, lets both hold.
        reason: why both cannot hold, for an editor.
    """

    strings: tuple[str, ...]
    first: re.Pattern[str]
    second: re.Pattern[str]
    way_out: re.Pattern[str]
    reason: str


_ANOTHER = (
    r"(?:earlier|previous\w*|last|first|second|another|other|others|similar|former\w*|then|later|before"
    r"|until|since"
    r"|again|ago|next|past|but|although|though|while|however|despite|eventually|finally|initially|at first"
    r"|would|could"
    r"|might|may|if|unless|whether|threat\w+|fear\w*|risk\w*|not|never|had|when|(?:19|20)\d\d|expected|hop\w+"
    r"|separate\w*|likely|immediately|yet)"
)
_CONFIDENCE = (
    r"(?:vote of (?:no[ -])?confidence|(?:no[ -])?confidence (?:vote|motion)|motion of (?:no[ -])?confidence)"
)
_GROUND = r"(?:parliament|the (?:house|chamber|assembly|legislature|deputies|majority))"

OUTCOMES = (
    Outcomes(
        ("confidence",),
        lazy(
            r"\b(?:survive[sd]?|surviving|won|wins|winning|has survived) (?:a|the|his|her|its)"
            rf" {_CONFIDENCE}\b"
        ),
        lazy(
            rf"\b(?:lost|loses|losing|lose) (?:(?:a|the|his|her|its) {_CONFIDENCE}|the (?:confidence"
            r"|support|backing) of"
            rf" {_GROUND})\b|\b(?:was|been|is) (?:toppled|ousted|brought down|voted out)(?: of office)?"
            r" (?:by|in) (?:a|the)"
            rf" {_CONFIDENCE}\b"
        ),
        lazy(rf"\b{_ANOTHER}\b"),
        "one vote has one outcome",
    ),
    Outcomes(
        ("broke down", "collapsed", "failed", "ended without", "broken down"),
        lazy(
            r"\b(?:[Tt]alks|[Nn]egotiations|[Pp]eace talks)\b[^.;“”]{0,80}? (?:broke down|have broken down"
            r"|collapsed|failed"
            r"|ended without (?:an? )?(?:agreement|deal|result|accord|breakthrough))\b"
        ),
        lazy(
            r"\b(?:[Tt]he (?:two )?(?:sides|parties|governments|delegations|negotiators)|[Bb]oth sides"
            r"|[Nn]egotiators)"
            r" (?:have )?(?:signed|reached|struck|concluded|agreed on) (?:the|an?) (?:\w+ )?(?:agreement"
            r"|deal|accord|pact"
            r"|truce|ceasefire)\b"
        ),
        lazy(rf"\b(?:{_ANOTHER}|resum\w+)\b"),
        "talks that failed brought no agreement",
    ),
    Outcomes(
        ("closed", "shut", "halted", "stopped"),
        lazy(
            r"\b(?:closed|shut|shut down|halted|stopped) (?:the|its|all) (?:mine|plant|factory|works"
            r"|refinery|smelter"
            r"|production|line) (?:indefinitely|permanently|for good|immediately)"
        ),
        lazy(
            r"\b(?:[Pp]roduction|[Ww]ork|[Oo]perations|[Oo]utput) (?:there )?(?:continued|continues|went on"
            r"|goes on"
            r"|is continuing|carried on) (?:as normal|as usual|normally|without interruption|uninterrupted)\b"
        ),
        lazy(rf"\b{_ANOTHER}\b"),
        "what is shut does not go on working",
    ),
    Outcomes(
        ("no arrests",),
        lazy(
            r"\b(?:(?:[Pp]olice|[Aa]uthorities|[Oo]fficers) (?:have |has )?(?:so far )?(?:made|reported) no"
            r" arrests|[Nn]o"
            r" arrests (?:have been|were|had been) made)\b"
        ),
        lazy(
            r"\b(?:was|were|been) arrested\b|\b[Pp]olice (?:have )?(?:arrested|detained) (?:a|an|the|one"
            r"|two|three|four|five"
            r"|six|\d+)\b"
        ),
        lazy(rf"\b(?:{_ANOTHER}|brother|in connection with)\b"),
        "somebody was arrested, or nobody",
    ),
    Outcomes(
        ("claimed responsibility",),
        lazy(
            r"\b(?:[Nn]o one|[Nn]obody|[Nn]o (?:group|organi[sz]ation|militant group|one group)) (?:has "
            r"|had |have )?(?:so far"
            r" |yet |immediately )?claimed responsibility\b"
        ),
        lazy(
            r"\b(?:group|organi[sz]ation|militants|rebels|State|Taliban|Qaeda|Shabaab|Haram|Army|Front"
            r"|Brigades?|Hamas"
            r"|Hezbollah|IS|ISIS|ISIL|separatists|insurgents|faction) (?:has |have )?claimed responsibility"
            r" for (?:the"
            r"|this|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(?:['’]s)? (?:\w+ )?(?:attack"
            r"|bombing|blast"
            r"|explosion|shooting|killings?|assault)\b(?!s| on | in )"
        ),
        lazy(rf"\b(?:{_ANOTHER}|often|usually)\b"),
        "somebody claimed it, or nobody",
    ),
)
