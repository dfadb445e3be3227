"""What befalls people and things, and what cannot hold of them after it.

Each row has the event, the state that it rules out, and the words that lead from one to the other. Both are
told behind their subject ("Keel was arrested") or before their object ("police arrested Jonas Keel").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import lazy
from lintnews.records import NamedTuple

if TYPE_CHECKING:
    import re


class Told(NamedTuple):
    """How something is told: behind its subject, and before its object; either may be missing."""

    behind: re.Pattern[str] | None
    before: re.Pattern[str] | None = None


class Exclusion(NamedTuple):
    """An event and a state that exclude each other.

    Attributes:
        events: strings of which an article must have one for the event to be told in it.
        event: what happened.
        state: what cannot hold at that time or later.
        lasting: whether the state is told in the present or future, so that no day need be named with it.
        way_out: what would lead from one to the other, wherever it stands between them.
        reason: why both cannot hold, for an editor.
        nouns: the things of which they are told; "" for people.
        same_day: whether on another day the state may hold.
    """

    events: tuple[str, ...]
    event: Told
    state: Told
    lasting: bool
    way_out: re.Pattern[str]
    reason: str
    nouns: str = ""
    same_day: bool = False


_DAY = r"on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
# Between a name and its verb: an age, an apposition, "who", an auxiliary.
_WHO = r"(?:, \d\d)?(?:, [^,.;:“”]{3,60})?,? (?:who )?(?:has |have |had )?"
_HAS = r",? (?:which |who )?(?:has |have |had )?"
_SO_FAR = r"[^.;“”]{0,60}?"
_TITLES = r"(?:an? [a-z-]+(?: suspect)?, )?(?:the |former |suspected )?(?:[a-z-]+ ){0,3}"


def _behind(pattern: str, lead: str = _WHO) -> re.Pattern[str]:
    return lazy(lead + rf"(?:{pattern})")


def _before(pattern: str) -> re.Pattern[str]:
    return lazy(rf"\b(?:{pattern}) {_TITLES}\Z")


_DIED = r"died|dies|drowned|was (?:shot dead|killed|murdered|assassinated|executed|found dead)"
_HELD = r"(?:been |was |is )?(?:arrested|detained|captured|caught|jailed|taken into custody)"
_LEFT = r"resigned|resigns|stepped down|quit|was (?:sacked|dismissed|ousted)"

PEOPLE = (
    Exclusion(
        ("died", "shot dead", "killed", "murdered", "assassinated", "executed", "drowned"),
        Told(_behind(rf"(?:{_DIED})\b{_SO_FAR}{_DAY}")),
        Told(
            lazy(
                r"(?: also| then)? (?:said|told|added|denied|vowed|promised|warned|met|visited|flew|spoke"
                r"|voted)"
                rf"\b[^.;]{{0,40}}?\b{_DAY}"
            )
        ),
        lasting=False,
        way_out=lazy(
            r"\b(?:before|hours earlier|last words|recording|recorded|had (?:said|told)|survived|rumou?rs?)\b"
        ),
        reason="the dead do not speak",
    ),
    Exclusion(
        (
            "died",
            "dies",
            "shot dead",
            "killed",
            "murdered",
            "assassinated",
            "executed",
            "drowned",
            "found dead",
        ),
        Told(_behind(rf"(?:{_DIED})\b")),
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
        Told(
            _behind(rf"{_HELD}\b"), _before(r"arrested|detained|captured|caught|have arrested|has arrested")
        ),
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
        Told(_behind(rf"(?:{_LEFT})\b")),
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
        Told(_behind(rf"(?:{_LEFT})\b{_SO_FAR}{_DAY}")),
        Told(
            lazy(
                r" (?:said|insisted|repeated|vowed)\b[^.;“”]{0,40}?\b(?:he|she) (?:will|would) not"
                r" (?:resign|step down|quit)\b"
                rf"(?:[^.;“”]{{0,40}}?\b{_DAY})?"
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
            _behind(rf"(?:was |were |been )(?:acquitted|cleared|exonerated)\b{_SO_FAR}{_DAY}"),
        ),
        Told(
            _behind(
                rf"(?:was |were |been )(?:convicted|found guilty|sentenced)\b{_SO_FAR}{_DAY}",
            )
        ),
        lasting=False,
        way_out=lazy(r"\b(?:but|other|appeal\w*|retrial|overturn\w*|counts?|earlier|previously|remaining)\b"),
        reason="acquitted and convicted",
        same_day=True,
    ),
    Exclusion(
        ("acquitted", "cleared", "exonerated"),
        Told(None, _before(r"(?:has |have )?(?:acquitted|cleared|exonerated)")),
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
            _behind(
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
            _behind(
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
            _behind(
                r"(?:won|wins) (?:the |[A-Z]\w+day['’]s )?(?:presidential |parliamentary |general |mayoral )?"
                r"(?:election|vote|run-off|runoff|race|ballot|poll)\b"
            )
        ),
        Told(
            _behind(
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
            _behind(
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
            _behind(
                r"(?:was |were |been |is )?(?:escaped |emerged )?(?:unhurt|unharmed|uninjured|unscathed)\b"
            )
        ),
        Told(
            _behind(
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
_EASED = (
    r"again|resum\w+|reopen\w*|another|second|new|if|until|till|unless|would|could|might|may|earlier|last"
    r"|previous\w*"
    r"|despite|some|other|others|partial\w*|partly|only|except|briefly|temporar\w+|later|before|ago|(?:19"
    r"|20)\d\d|but"
    r"|had|when|not|never|first|then|expected|planned|threat\w+|vow\w+|elsewhere|while|although|however"
    r"|part|phase"
)
THINGS = (
    Exclusion(
        ("ended", "called off", "suspended", "came to an end", "is over", "was over"),
        Told(
            _behind(r"ended|was called off|was suspended|came to an end|is over", _HAS),
            lazy(
                r"\b(?:ended|called off|suspended|have ended|has ended|broke off) (?:the|their|its|his|her)"
                r" \Z"
            ),
        ),
        Told(
            lazy(
                r",? (?:which )?(?:continues|is continuing|goes on|is going on|will continue|will go on"
                r"|goes into|is in its"
                r"|enters its|shows no sign of ending|drags on|is still under way)\b"
            )
        ),
        lasting=True,
        way_out=lazy(rf"\b(?:{_EASED})\b"),
        reason="what has ended does not go on",
        nouns="strike|walkout|boycott|blockade|siege|hunger strike|search|curfew|standoff|sit-in|occupation"
        "|lockdown"
        "|rescue operation|manhunt|ceasefire|truce|trial|state of emergency",
    ),
    Exclusion(
        ("rejected", "voted down", "threw out", "defeated", "vetoed", "failed"),
        Told(
            _behind(r"was (?:rejected|voted down|defeated|thrown out|vetoed)|failed to pass", _HAS),
            lazy(
                r"\b(?:rejected|voted down|threw out|defeated|vetoed|has rejected|have rejected) (?:the|a"
                r"|his|her|its)"
                r" (?:[a-z-]+ )?\Z"
            ),
        ),
        Told(
            lazy(
                r",? (?:which )?(?:(?:now|next) goes to|goes to|will go to|now heads to|heads to|will now"
                r" go to|is now with)"
                r" the (?:president|king|queen|governor|senate|upper house|prime minister)\b"
                r"|,? (?:which )?(?:comes into force|takes effect|will come into force|will take effect"
                r"|becomes law"
                r"|is now law|has become law)\b"
            )
        ),
        lasting=True,
        way_out=lazy(rf"\b(?:{_EASED}|amend\w*|revised|version|overr\w+|house|referendum|appeal\w*|draft)\b"),
        reason="what was rejected does not become law",
        nouns="bill|law|motion|budget|treaty|plan|proposal|amendment|resolution|reform|act|measure",
    ),
    Exclusion(
        ("opened", "inaugurated"),
        Told(
            _behind(r"was (?:opened|inaugurated)|opened to the public", _HAS),
            lazy(r"\b(?:opened|inaugurated|has opened|has inaugurated) (?:the|a) (?:new )?(?:[A-Z]\w+ )?\Z"),
        ),
        Told(
            lazy(
                r",? (?:which )?(?:has not yet been|has yet to be|is not yet|is still being|is still to be"
                r"|has still to be)"
                r" (?:completed|finished|built|opened|inaugurated)\b"
            )
        ),
        lasting=True,
        way_out=lazy(rf"\b(?:{_EASED.replace('|not', '').replace('|new', '')}|section|stage|wing)\b"),
        reason="what has been opened is not still to be built",
        nouns="dam|bridge|tunnel|airport|hospital|school|museum|stadium|station|road|motorway|factory|plant|port"
        "|pipeline|railway|library|terminal|reservoir",
    ),
    Exclusion(
        ("closed", "shut"),
        Told(
            _behind(r"(?:is|are|remains|remain) (?:closed|shut)|(?:been |was )?closed for good", _HAS),
            lazy(r"\b(?:has|have) (?:closed|shut(?: down)?) (?:the|its|their) \Z"),
        ),
        Told(
            lazy(
                r",? (?:which )?(?:is|are|remains|remain|stays|stay) (?:still )?open\b|,? (?:which"
                r" )?(?:operates?|runs?)"
                r" (?:normally|as usual|as normal)\b|,? will be flown daily\b"
            )
        ),
        lasting=True,
        way_out=lazy(
            rf"\b(?:{_EASED.replace('|not', '')}|to (?:traffic|lorries|cars|pedestrians)|side|entrance)\b"
        ),
        reason="what is closed is not open",
        nouns="mine|border|airport|bridge|tunnel|school|schools|road|motorway|factory|plant|port|museum|crossing"
        "|hospital|station|route|embassy|consulate|pass|market|canal|strait",
    ),
)
