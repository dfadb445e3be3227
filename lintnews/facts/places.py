"""Places whose punctuation or spacing looks odd: one scan of the text for all rules that judge them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from lintnews.patterns import lazy

# Every alternative of `_PLACE` begins at one of these: a mark, or a blank before a mark, a blank or "n't".
# To look for them first, which the engine does a letter at a time, takes a third of the time.
_CANDIDATE = lazy(r"[\W_](?:(?<!\s)|(?=\W|n['’]))")
_PLACE = lazy(
    r"""(?:
    (?P<before_stop>(?<=[\w)\]"”’'%*])[ \u00a0\u202f]+[,.;:?!](?![.\w/)(*|])(?![ ]\.)|(?<=\w\.)[ ],(?=[ ]))
  | (?P<wrong_side>(?<=[\w)”"])[ ][,;](?=[^\W\d_]))
  | (?P<number>(?<=\d)(?:[:,.][ ](?=\d)|[ ][:,.][ ]?(?=\d)|-[ ](?=[a-z])|[ ]-[ ]?(?=[a-z])|[ ]%))
  | (?P<run>[,;:.?!]{2,})
  | (?P<tight>(?<=[^\W\d_])(?:[,;:?!.](?=[^\W\d_])|,(?=\d))|(?<=\d),(?=[^\W\d_]{2})
      |(?<=[a-z]{2})\((?=\w{3})|(?<=\w)\)(?=[^\W\d_]{2}))
  | (?P<hyphen>(?<=[^\W\d_])(?:-[ ](?=[a-z])|[ ]-(?=[a-z])|[ ]-[ ](?=[^\W\d_])))
  | (?P<currency>[$£€][ \u00a0](?=\d))
  | (?P<bracket>\([ \u00a0]+(?=\w)|(?<=[\w.,%"”’])[ \u00a0]+\))
  | (?P<apostrophe>(?<=[^\W_])[ ]['’](?:s|re|ve|ll|d|m|t)\b|(?<=[a-z]{2})['’][ ](?:s|re|ve|ll|t)\b|[ ]n['’]t\b
      |(?<=s)[ ]['’](?=[ ]))
  | (?P<comma_dash>(?<=[\w)]),[ ]?[-–—]{1,2}[ ](?=\w))
  | (?P<stray>(?<=[\w,.)])[_~^\\@](?=\s)|(?<=\s)[_~^\\](?=[a-z]))
  | (?P<after_article>(?:(?<=[ ]the|[ ]its|[ ]our)|(?<=[ ]their)|(?<=[ ]an))[;:?!.,-][ ](?=\w))
  | (?P<mid_stop>(?<=[a-z])[?!][ ](?=[a-z]))
    )""",
    re.VERBOSE,
)

Places = Mapping[str, Sequence[re.Match[str]]]


def odd_places(text: str) -> Places:
    """Return the places of each kind, in the order of the text; kinds are the names of the groups above."""
    found: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    end, match_at = 0, _PLACE.match
    for candidate in _CANDIDATE.finditer(text):
        start = candidate.start()
        match = match_at(text, start) if start >= end else None
        if match:
            end = match.end()
            found[match.lastgroup or ""].append(match)
    return found


def in_tokens(text: str) -> bool:
    """Whether a text was printed token by token: most of its commas and final stops follow a blank."""
    blanked = text.count(" , ") + text.count(" .\n") + text.rstrip().endswith(" .")
    if not blanked:
        return False
    attached = text.count(", ") - text.count(" , ") + text.count(".\n") - text.count(" .\n")
    return blanked > attached
