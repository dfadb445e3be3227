"""What becomes of things, and what cannot hold of them after it."""

from __future__ import annotations

from lintnews.facts.exclusions import HAS, Exclusion, Told, behind
from lintnews.patterns import lazy

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
            behind(r"ended|was called off|was suspended|came to an end|is over", HAS),
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
            behind(r"was (?:rejected|voted down|defeated|thrown out|vetoed)|failed to pass", HAS),
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
            behind(r"was (?:opened|inaugurated)|opened to the public", HAS),
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
            behind(r"(?:is|are|remains|remain) (?:closed|shut)|(?:been |was )?closed for good", HAS),
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
