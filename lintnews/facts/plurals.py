"""Singular and plural of what news counts."""

from __future__ import annotations

#: Nouns of people and things whose plural has no "s", or whose "s" is no plural.
_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "policemen": "policeman",
    "police": "police", "civilians": "civilian", "lives": "life", "firemen": "fireman", "troops": "soldier",
    "servicemen": "serviceman", "fishermen": "fisherman", "homes": "home", "houses": "house", "cases": "case",
    "causes": "cause", "wives": "wife", "aircraft": "aircraft", "vehicles": "vehicle", "persons": "person",
    "personnel": "personnel", "fish": "fish", "sheep": "sheep", "cattle": "cattle", "crew": "crew",
    "staff": "staff", "businesses": "business", "buses": "bus", "viruses": "virus",
}  # fmt: skip
#: Nouns of single people: "a man" is one man in a list of casualties.
PEOPLE_IN_SINGULAR = frozenset(
    "person man woman child boy girl policeman policewoman soldier officer civilian passenger worker pupil "
    "student toddler baby teenager adult driver pilot firefighter journalist villager resident "
    "tourist".split()
)


def singular(word: str) -> str:
    """Return the singular of a plural noun, "" for a word that looks like none."""
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return ""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
