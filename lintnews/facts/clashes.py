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
    """A pattern, the strings of which a text must have one, and why both cannot hold.

    `own` are words of the pattern itself that elsewhere in a sentence would let both hold.
    """

    strings: tuple[str, ...]
    pattern: re.Pattern[str]
    reason: str
    own: frozenset[str] = frozenset()


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
    Clash(
        ("cquitted", "leared of"),
        lazy(
            r"\b(?P<there>(?:[Aa]cquitted|[Cc]leared)(?: (?:of"
            r"|in) [^.;:,“”]{3,40}?)?),? (?:and )?(?P<here>(?:gets|got"
            r"|received|receives|was given|(?:was )?sentenced to|faces) (?:[a-z0-9-]+ ){1,3}?(?:years?"
            r"|months?)|(?:gets|got)"
            r" life)\b(?! (?:for|on|over|later|after)\b)"
        ),
        "who is acquitted gets no sentence",
    ),
    Clash(
        ("appeal",),
        lazy(
            r"\b(?P<there>(?:satisfied|happy|pleased|content|delighted) with the (?:verdict|ruling"
            r"|sentence|judgment"
            r"|judgement|acquittal|decision of the court)) and (?P<here>(?:would|will|wants to"
            r"|plans to|intends to) appeal)"
            r"\b"
        ),
        "nobody appeals against what satisfies him",
        frozenset(("would",)),
    ),
    Clash(
        ("innocence",),
        lazy(
            r"\b(?P<there>(?:insisted on|confirmed|maintained|protested|asserted|affirmed) (?:his|her"
            r"|its|their)"
            r" innocence) and (?P<here>(?:admitted|confessed|pleaded guilty|acknowledged))\b"
        ),
        "who is innocent has nothing to admit",
    ),
    Clash(
        ("keep ", "keeps ", "retain "),
        lazy(
            r"\b(?P<there>(?:keeps?|retains?|holds? on to) (?:its|his|her|their|the"
            r"|all) (?:\w+ ){0,2}?\w+) and"
            r" (?P<here>(?:sells?|gives? up|hands? over) (?:it|them|these|those))\b"
        ),
        "what is kept is not sold",
    ),
    Clash(
        ("rohibited", "anned", "orbidden", "utlawed"),
        lazy(
            r"\b(?P<there>(?:is|are|was|were|remains?) (?:still )?(?:prohibited|banned|forbidden"
            r"|outlawed)),? and"
            r" (?P<here>(?:available|on sale|freely sold|permitted|allowed"
            r"|legal)(?: without (?:a )?prescription)?)\b"
        ),
        "what is banned is not allowed",
    ),
    Clash(
        ("ot sign", "efused to sign"),
        lazy(
            r"\b(?P<there>(?:which|who) (?:did not|has not|had not|refused to) sign(?:ed)? (?:it"
            r"|the \w+(?: \w+)?)),"
            r" (?P<here>(?:was|is|were|are) (?:also )?(?:among|one of) the signatories)\b"
        ),
        "who did not sign is no signatory",
        frozenset(("not",)),
    ),
    Clash(
        ("obody, and", "o one, and"),
        lazy(
            r"\b(?P<there>(?P<verb>[a-z]+ed) (?:nobody|no one)), and (?P<here>(?:[a-z]+"
            r"|[\d,]+)(?: \w+){0,3} (?:was|were)"
            r" (?P=verb))\b"
        ),
        "nobody is not some",
    ),
    Clash(
        ("reject", "refuse", "oppose", "ruled out"),
        lazy(
            r"\b(?P<there>(?:which|who) (?:has |have |had )(?:always |long |so far "
            r"|repeatedly )?(?:rejected|refused|opposed"
            r"|ruled out|avoided) (?:any |all |the "
            r"|direct )?(?P<thing>[a-z]+)\b[^.;:,“”]{0,40}?),? (?P<here>(?:has |have"
            r" |had )?(?:demanded|called for|proposed|sought|requested|urged|wanted) (?:any |the "
            r"|direct )?(?P=thing))\b"
        ),
        "nobody asks for what he rejects",
    ),
    Clash(
        (" called", " demanded", " asked", " campaigned", " requested"),
        lazy(
            r"\b(?P<here>(?:deplored|criticised|criticized|condemned|denounced|regretted|lamented"
            r"|decried) (?:the|its|this)"
            r" (?:\w+ ){0,2}?\w+),? (?P<there>(?:for|of) which (?:it|they|he|she) (?:had|has"
            r"|have) (?:long |always"
            r" |repeatedly |itself )?(?:called|campaigned|fought|asked)|which (?:it|they|he"
            r"|she) (?:had|has|have) (?:long"
            r" |always |repeatedly |itself |themselves )?(?:demanded|requested|called for|asked for"
            r"|campaigned for))\b"
        ),
        "nobody regrets what he asked for",
    ),
    Clash(
        (" opposed", " rejected", " fought", " resisted"),
        lazy(
            r"\b(?P<here>(?:welcomed|hailed|praised|applauded|celebrated) (?:the|its"
            r"|this) (?:\w+ ){0,2}?\w+),?"
            r" (?P<there>(?:which|against which) (?:it|they|he|she) (?:had|has|have) (?:long |always "
            r"|repeatedly"
            r" )(?:opposed|rejected|fought|resisted|protested))\b"
        ),
        "nobody hails what he fought",
    ),
    Clash(
        ("lack ", "lacks ", "short of", "run out of", "ran out of"),
        lazy(
            r"\b(?P<there>(?:lacks?|(?:are|is|were) short of|ha(?:ve|s) run out of"
            r"|ran out of) [^.;“”]{0,40}?\b"
            r"(?P<thing>[a-z]{4,})\b[^.;“”]{0,60})\. (?P<here>There (?:is|are|was|were) (?:enough"
            r"|plenty of|sufficient)"
            r"(?: of)? (?:[a-z]+ )?(?P=thing))\b"
        ),
        "what is short is not plenty",
    ),
    Clash(
        (
            "peacefully",
            "calmly",
            "without incident",
            "without any incident",
            "without violence",
            "without trouble",
        ),
        lazy(
            r"\b(?P<there>(?:passed|went|was held|were held|took place|ended)(?: off)? (?:peacefully"
            r"|calmly|without (?:any"
            r" )?(?:incidents?|violence|trouble)))\. (?P<here>(?:(?!last|week|year|earlier|previous"
            r"|another|other)[^.;“”])"
            r"{0,60}?\b(?:set on fire|were injured|were wounded|was killed|were killed|were stabbed))\b"
        ),
        "where there is violence it is not peaceful",
    ),
)
