"""A predicate and what takes it back at once: "continues and has not begun", "free, with a discount"."""

from __future__ import annotations

from lintnews.facts.clashes import Clash
from lintnews.patterns import lazy

_NOT = frozenset({"not"})
_NEAR = r"[^.;:,“”]{0,40}?"

TAKEBACKS = (
    Clash(
        (
            " not begun",
            " not started",
            " not yet begun",
            " not yet started",
            " never begun",
            " never started",
        ),
        lazy(
            r"\b(?P<there>continues?d?|(?:is|are|was|were) (?:still )?(?:going on|under way"
            r"|underway|ongoing))"
            r" (?:and|but) (?P<here>(?:has|have|had) (?:not|never) (?:yet )?(?:begun|started|taken place))\b"
        ),
        "what goes on has begun",
        _NOT,
    ),
    Clash(
        ("free, with", "free of charge, with", "free and costs", "free and cost"),
        lazy(
            r"\b(?P<there>(?:is|are|be|was|were) free(?: of charge)?),? (?P<here>with (?:a|the) (?:discount"
            r"|reduction|reduced price|price of)|and costs? (?:only )?[$€£]?\d)"
        ),
        "what is free has no price",
    ),
    Clash(
        ("cancelled", "canceled"),
        lazy(
            r"\b(?P<there>(?:is|are|was|were|have been|has been) cancell?ed) (?:and|but) (?P<here>(?:run|runs"
            r"|follow|follows|arrive|arrives|depart|departs|operate|operates|leave|leaves"
            r"|ran) (?:with|late|on"
            r" time|as|behind|normally))\b"
        ),
        "what is cancelled does not run",
    ),
    Clash(
        ("guilt ", "guilty ", "guilt,", "guilty,"),
        lazy(
            r"\b(?P<there>(?:fully |completely |partly )?(?:admit(?:s|ted)?"
            r"|acknowledge[sd]?) (?:his|her|their)"
            r" guilt|plead(?:s|ed)? guilty),? and (?:that (?:he|she) )?(?P<here>(?:considers?"
            r"|considered|calls?"
            r"|called) the (?:accusations?|charges?|allegations?) (?:as )?(?:to be )?(?:far-fetched|false"
            r"|baseless|unfounded|absurd|groundless|invented|fabricated)|(?:denies|denied|rejects|rejected)"
            r" (?:the|all|any|every) (?:accusations?|charges?|allegations?|guilt|wrongdoing)"
            r"|(?:maintains?|insists? on|insisted on) (?:his|her|their) innocence)\b"
        ),
        "nobody admits what he denies",
    ),
    Clash(
        (" nobody ", " no one ", " none of them "),
        lazy(
            r"\b(?P<there>(?:[Ee]veryone|[Ee]verybody|[Aa]ll of them) (?P<verb>[a-z]{3,}?)(?:s|ed|d)?) (?:and"
            r"|but) (?P<here>(?:nobody|no one|none of them) (?:was |were |has |had )?(?P=verb)(?:s"
            r"|ed|d|ing)?)\b"
        ),
        "what everybody does somebody does",
    ),
    Clash(
        ("million", "billion", "thousand", "000", "compensation", "damages"),
        lazy(
            r"\b(?P<there>(?:wants|demands|claims|seeks|is asking for|asks for) [$€£]?[\d.,]+ "
            r"[^.;:,“”]{0,60}?) (?:and|but) (?P<here>(?:does|do) not (?:seek|want|demand|ask for"
            r"|claim) (?:any"
            r" |the )?(?:money|compensation|damages|payment))\b"
        ),
        "who asks for a sum wants money",
        _NOT,
    ),
    Clash(
        (" not ruled out", " not rule out", " not excluded", " not exclude"),
        lazy(
            r"\b(?P<there>(?:did|does|do|has|had|have) not (?:rule|ruled) out) [^.;:“”]{3,60}? and"
            r" (?P<here>(?:excluded|excludes|ruled out|rules out) (?:it|this|that|the possibility|any))\b"
        ),
        "what is not ruled out is not excluded",
        _NOT,
    ),
    Clash(
        (" unhurt", " unharmed", " uninjured", " unscathed"),
        lazy(
            r"\b(?P<there>(?:escaped|was|were) (?:unhurt|unharmed|uninjured"
            r"|unscathed))(?: from the [a-z]+)?,?"
            r" (?:and|but)"
            r" (?P<here>(?:was|were) (?:killed|seriously (?:hurt|injured|wounded)"
            r"|in (?:a )?critical condition)"
            r"|died(?: (?:at|on|in|of)\b)?)"
        ),
        "who is unhurt is not killed",
    ),
    Clash(
        (" empty ",),
        lazy(
            r"\b(?P<there>(?:was|were|stood|is|are) (?:completely |almost )?empty) and (?P<here>(?:full(?: of"
            r" people)?|crowded|packed|overcrowded|sold out))\b"
        ),
        "what is empty is not full",
    ),
    Clash(
        (" unanimous", " all voted"),
        lazy(
            r"\b(?P<there>unanimously"
            r"|by a unanimous vote) [^.;:“”]{0,60}?(?P<here>(?:against the votes of|with"
            r" (?:two|three|four|five|six|\d+) (?:votes )?(?:against|abstentions))) "
        ),
        "a unanimous vote has none against",
    ),
    Clash(
        (" for the first time", " the first ever"),
        lazy(
            r"\b(?P<there>for the first time)(?: ever| in history)? (?:and"
            r"|but) (?P<here>for the (?:second|third"
            r"|fourth|fifth|last|umpteenth) time)\b"
        ),
        "a first time is no second",
    ),
    Clash(
        (" alive", " survived", " survivor"),
        lazy(
            r"\b(?P<there>(?:was|were) (?:killed|dead|shot dead) (?:on the spot|at once|instantly"
            r"|immediately))"
            r" and (?P<here>(?:survived|is recovering|are recovering|was taken to hospital alive))\b"
        ),
        "who is dead does not recover",
    ),
    Clash(
        (" and has not", " and have not", " and had not", " but has not", " but have not", " but had not"),
        lazy(
            r"\b(?P<there>(?:has|have|had) (?:already )?(?P<verb>[a-z]{3,}(?:ed|en)))"
            rf"{_NEAR} (?:and|but) (?P<here>(?:has|have|had) not (?:yet )?(?P=verb))(?=[.,;])"
        ),
        "what has been done has not been left undone",
        _NOT,
    ),
)
