"""What befalls people, and what cannot hold of them after it."""

from __future__ import annotations

from lintnews.facts.exclusions import DAY, SO_FAR, Exclusion, Told, before, behind
from lintnews.patterns import lazy

_DEATHS = ("died", "shot dead", "killed", "murdered", "assassinated", "executed", "drowned")
_DIED = r"died|dies|drowned|was (?:shot dead|killed|murdered|assassinated|executed|found dead)"
_HELD = r"(?:been |was |is )?(?:arrested|detained|captured|caught|jailed|taken into custody)"
_LEFT = r"resigned|resigns|stepped down|quit|was (?:sacked|dismissed|ousted)"

PEOPLE = (
    Exclusion(
        ("who died", "who had died"),
        Told(lazy(r", who (?:had )?died (?:in|of|on)\b[^,.;:“”]{0,40}")),
        Told(
            lazy(
                r" (?:said|told|called|announced|denied|added|welcomed|praised|rejected|promised|criticised"
                r"|criticized|condemned|explained|hopes|wants|plans|says|believes|declined to comment)\b"
                r"(?![^.;]{0,80}\b(?:19|20)\d\d)"
            )
        ),
        lasting=True,
        way_out=lazy(
            r"\b(?:once|often|famously|always|used to|ever|before (?:his|her) death|posthumous\w*"
            r"|diar(?:y|ies)"
            r"|will|letters?|autobiograph\w+|memoirs?|interview|friends|himself|herself|home"
            r"|years? (?:ago|later"
            r"|earlier)|son|daughter|widow|wife|husband|then|at the time|had)\b"
        ),
        reason="the dead do not speak",
    ),
    Exclusion(
        _DEATHS,
        Told(behind(rf"(?:{_DIED})\b{SO_FAR}(?:{DAY}|in (?:[A-Z][a-z]+ )?(?:19|20)\d\d)")),
        Told(
            lazy(
                r"(?: also| then)? (?:said|told|added|denied|vowed|promised|warned|met|visited|flew|spoke"
                r"|voted)"
                rf"\b[^.;]{{0,40}}?\b{DAY}"
            )
        ),
        lasting=False,
        way_out=lazy(
            r"\b(?:before|hours earlier|last words|recording|recorded|had (?:said|told)|survived|rumou?rs?)\b"
        ),
        reason="the dead do not speak",
    ),
    Exclusion(
        (*_DEATHS, "dies", "found dead"),
        Told(behind(rf"(?:{_DIED})\b")),
        Told(
            lazy(
                r"(?:,? who)? (?:(?:will|is (?:due|expected|scheduled|set) to|plans to|intends to) (?:also"
                r" )?(?:sing"
                r"|perform|play|speak|travel|fly|meet|visit|sign|address|attend|testify|give|take part"
                r"|stand trial"
                r"|appeal|run|compete|return to (?:office|work))\b|is (?:recovering|in a stable condition"
                r"|doing well)\b"
                r"|(?:told|said)\b[^.;“”]{0,40}? (?:last week|yesterday|this week)\b"
                r"|remains in (?:hospital|custody|office)\b)"
            )
        ),
        lasting=True,
        way_out=lazy(
            r"\b(?:19\d\d|200\d|201\d|survived|wounded|hoax|falsely|rumou?rs?|posthumous\w*|hologram|sons?"
            r"|daughters?"
            r"|brothers?|father|widow|namesake|before (?:his|her) death|ago|years? later|descendants?"
            r"|legacy)\b"
        ),
        reason="the dead do nothing more",
    ),
    Exclusion(
        ("arrested", "detained", "captured", "caught", "jailed", "custody"),
        Told(behind(rf"{_HELD}\b"), before(r"arrested|detained|captured|caught|have arrested|has arrested")),
        Told(
            lazy(
                r"(?:,? who)? (?:is|remains|is still)(?: still)? (?:at large|on the run|a fugitive|in"
                r" hiding)\b"
            )
        ),
        lasting=True,
        way_out=lazy(
            r"\b(?:escap\w+|releas\w+|freed|bail|fled|broke out|let go|(?:19|20)\d\d|previously|ago)\b"
        ),
        reason="in custody",
    ),
    Exclusion(
        ("resign", "stepped down", "quit", "sacked", "dismissed", "ousted"),
        Told(behind(rf"(?:{_LEFT})\b")),
        Told(
            lazy(
                r"(?:,? who)? (?:remains|is still|will remain|stays|will stay|is staying) (?:in office|at"
                r" the helm|in the"
                r" post|in charge|in power|prime minister|president|mayor|minister|chief executive|in the"
                r" job)\b"
            )
        ),
        lasting=True,
        way_out=lazy(
            r"\b(?:until|successor|caretaker|acting|interim|withdr\w+|reinstat\w+|refus\w+|return\w*|effect"
            r"|re-?elected"
            r"|(?:19|20)\d\d|previously|earlier|from (?:the|his|her) \w+|deputy|party)\b"
        ),
        reason="no longer in office",
    ),
    Exclusion(
        ("resign", "stepped down", "quit"),
        Told(behind(rf"(?:{_LEFT})\b{SO_FAR}{DAY}")),
        Told(
            lazy(
                r" (?:said|insisted|repeated|vowed)\b[^.;“”]{0,40}?\b(?:he|she) (?:will|would) not"
                r" (?:resign|step down|quit)\b"
                rf"(?:[^.;“”]{{0,40}}?\b{DAY})?"
            ),
            lazy(
                r"[“\"](?:I|We) (?:will|shall) not (?:resign|step down|quit|leave"
                r" office)[^”\"]{0,40}[,.!][”\"] \Z"
            ),
        ),
        lasting=False,
        way_out=lazy(
            r"\b(?:earlier|before|previously|until|had|despite|after (?:saying|insisting)|reinstat\w+)\b"
        ),
        reason="who has resigned no longer refuses to",
    ),
    Exclusion(
        ("acquitted", "cleared", "exonerated"),
        Told(
            behind(rf"(?:was |were |been )(?:acquitted|cleared|exonerated)\b{SO_FAR}{DAY}"),
        ),
        Told(
            behind(
                rf"(?:was |were |been )(?:convicted|found guilty|sentenced)\b{SO_FAR}{DAY}",
            )
        ),
        lasting=False,
        way_out=lazy(r"\b(?:but|other|appeal\w*|retrial|overturn\w*|counts?|earlier|previously|remaining)\b"),
        reason="acquitted and convicted",
        same_day=True,
    ),
    Exclusion(
        ("acquitted", "cleared", "exonerated"),
        Told(None, before(r"(?:has |have )?(?:acquitted|cleared|exonerated)")),
        Told(
            lazy(r"(?: of [^.;:,“”]{3,50})? and (?:sentenced|jailed|imprisoned) (?:him|her|them)\b(?! for)")
        ),
        lasting=True,
        way_out=lazy(r"\b(?:but|lesser|other|some|one of|count)\b"),
        reason="who is acquitted is not sentenced",
    ),
    Exclusion(
        ("pleaded guilty", "pled guilty", "confessed", "admitted"),
        Told(
            behind(
                r"(?:pleaded|pled) guilty\b|confessed\b|admitted (?:the|all|his|her) (?:charges?|guilt"
                r"|murder|crimes?)\b"
            )
        ),
        Told(
            lazy(
                r"(?:[^.;:“”]{0,40},)?,? (?:who )?(?:(?:has |have )(?:always|consistently|repeatedly)"
                r" denied|denies"
                r"|continues to deny|still denies|maintains|insists on) (?:the|any|all|his|her|both)(?:"
                r" the)? (?:charges?"
                r"|allegations?|wrongdoing|involvement|guilt|accusations?|innocence)\b"
            )
        ),
        lasting=True,
        way_out=lazy(
            r"\b(?:but|other|initially|later|at first|originally|until|retract\w*|withdr\w+|recant\w*"
            r"|chang\w+|remaining"
            r"|some|one (?:count|charge)|counts?|torture|under duress|lesser|(?:19|20)\d\d|although|though"
            r"|while)\b"
        ),
        reason="who admits guilt does not deny it",
    ),
    Exclusion(
        (
            "to speak to the",
            "to talk to the",
            "to speak to reporters",
            "to speak to journalists",
            "to talk to reporters",
        ),
        Told(
            behind(
                r"(?:refused|declined) to (?:speak|talk) to (?:the (?:press|media)|reporters|journalists"
                r"|the journalists"
                r"|the reporters)\b"
            )
        ),
        Told(lazy(r" (?:told|spoke to) (?:the )?(?:reporters|journalists|press|media|a news conference)\b")),
        lasting=False,
        way_out=lazy(
            r"\b(?:but|later|earlier|before|afterwards?|previously|then|since|initially|first|last|ago|next"
            r"|instead"
            r"|eventually|finally|week|month|year|day|again|though|although|except|until)\b"
        ),
        reason="who will not speak to the press tells it nothing",
        same_day=True,
    ),
    Exclusion(
        ("won ",),
        Told(
            behind(
                r"(?:won|wins) (?:the |[A-Z]\w+day['’]s )?(?:presidential |parliamentary |general |mayoral )?"
                r"(?:election|vote|run-off|runoff|race|ballot|poll)\b"
            )
        ),
        Told(
            behind(
                r"(?:conceded|concedes|admitted|acknowledged) (?:defeat|the election|he had lost|she had"
                r" lost)\b"
                r"|lost the (?:election|vote|run-off|runoff|race|ballot|poll)\b"
            )
        ),
        lasting=False,
        way_out=lazy(
            r"\b(?:(?:19|20)\d\d|last|previous|first round|second round|primar\w+|earlier|claim\w*|before"
            r"|again|ago"
            r"|then|but|disputed|refus\w+|by-election|annulled|overturned|recount|party leadership)\b"
        ),
        reason="the winner does not lose",
        same_day=True,
    ),
    Exclusion(
        ("discharged", "released from", "freed from", "left hospital"),
        Told(
            behind(
                r"(?:was |been |were )?(?:discharged from (?:the )?hospital|released from (?:the"
                r" )?(?:hospital|prison|jail"
                r"|custody)|freed from (?:prison|jail|custody)|left hospital)\b"
            )
        ),
        Told(
            lazy(
                r"(?:,? who)? (?:remains|is still|is) in (?:a )?(?:hospital|intensive care|prison|jail"
                r"|custody|a coma)\b"
            )
        ),
        lasting=True,
        way_out=lazy(
            r"\b(?:again|re-?admitted|re-?arrested|later|relaps\w*|second|sent back|return\w*|until|(?:19"
            r"|20)\d\d|ago)\b"
        ),
        reason="who was let out is no longer in",
    ),
    Exclusion(
        ("unhurt", "unharmed", "uninjured", "unscathed"),
        Told(
            behind(
                r"(?:was |were |been |is )?(?:escaped |emerged )?(?:unhurt|unharmed|uninjured|unscathed)\b"
            )
        ),
        Told(
            behind(
                r"(?:was|is|were) (?:seriously |badly |slightly |critically )?(?:injured|wounded|hurt|taken"
                r" to hospital)\b"
                r"|died (?:of|from) (?:his|her) (?:wounds|injuries)\b|was killed\b"
            )
        ),
        lasting=False,
        way_out=lazy(
            r"\b(?:later|earlier|previous|last|another|second|other|ago|(?:19|20)\d\d|before|when|but|while"
            r"|war)\b"
        ),
        reason="who is unhurt has no injuries",
    ),
)
