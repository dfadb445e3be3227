"""Which of the words that LanguageTool cannot spell are slips.

Nine in ten of them on news are names, most others British spellings and rare words, written by machines no
oftener than by people. What counts is a word in lower case that our own word table does not know either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.loans import LOANS
from lintnews.facts.spelling import slip_for
from lintnews.facts.tokens import in_address

if TYPE_CHECKING:
    from lintnews.facts import Facts
    from lintnews.span import Span

#: What LanguageTool's ids of spelling rules begin with, one for each variety of English.
SPELLING = "MORFOLOGIK_RULE_"
# Shorter ones are units and abbreviations.
_SHORTEST = 4
# A word that the article uses this often is its own term, whatever the dictionaries say.
_OWN_TERM = 3
# Between quotation marks it is quoted as a word; with the others it is part of an address, a tag, a compound.
_MARKS = frozenset("@#/_\\-’'‘\"“”«»(")
# A blank was lost after these; two other words written as one are a compound (`flatcakes`).
_RUN_ON = frozenset(
    "the a an and of to in on at for by with from that this is was were are be he she it they".split()
)

_LEADS = "anti co down mis non out over pre re un under up".split()
_ENDINGS = "able al dom ed er ers ing ism ist ists less like ly ment ness s ship wise".split()
_STEM = 4


def is_slip(span: Span, facts: Facts) -> bool:
    """Whether the word there is misspelt, not rare."""
    text = facts.text
    word = span.of(text)
    if len(word) < _SHORTEST or not word.isalpha() or word not in facts.unknown_words or word in LOANS:
        return False
    about = facts.words.word(word)
    if about.name_only or about.foreign:
        return False
    beside = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if _MARKS.intersection(beside) or in_address(text, span):
        return False
    if text.count(word) >= _OWN_TERM or _is_compound(word, facts):
        return False
    return not _is_derived(word, facts) or slip_for(word, facts.words) is not None


def _is_compound(word: str, facts: Facts) -> bool:
    """Whether it is two words of three letters or more that English would write as one."""
    for place in range(3, len(word) - 2):
        first, second = word[:place], word[place:]
        known = facts.words.known(first) and facts.words.known(second)
        if known and first not in _RUN_ON and second not in _RUN_ON:
            return True
    return False


def _is_derived(word: str, facts: Facts) -> bool:
    """Whether English makes it of a word that it has: `uncosted`, `sentencers`, `capitalisations`."""
    known = facts.words.known
    american = word.replace("isation", "ization")
    if american != word and (known(american) or known(american.removesuffix("s"))):
        return True
    if any(
        word.startswith(lead) and known(word[len(lead) :])
        for lead in _LEADS
        if len(word) - len(lead) >= _STEM
    ):
        return True
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(
        known(stem) or known(stem + "e") or known(stem + "y") or (stem[-1] == stem[-2] and known(stem[:-1]))
        for stem in stems
        if len(stem) >= _STEM
    )
