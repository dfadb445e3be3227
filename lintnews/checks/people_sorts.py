"""Nouns for people that are counted: anybody, and sorts that exclude each other."""

from __future__ import annotations

#: Nouns for people of any sort: a list of sorts after one of them divides it up.
ANYONE = frozenset(
    "person victim suspect hostage casualty detainee survivor patient relative prisoner migrant refugee "
    "fatality pupil student".split()
)
#: Sorts of people that exclude each other.
SORTS = frozenset("man woman boy girl child baby toddler adult teenager".split())
#: Who may be counted on a ship, a plane or in an attack.
ON_BOARD = frozenset("passenger crew crewman pilot soldier civilian policeman officer".split())
#: All nouns for people that are counted as parts of one another.
PEOPLE = ANYONE | SORTS | frozenset(
    "policeman policewoman officer soldier civilian passenger worker pupil student driver pilot firefighter "
    "journalist villager resident tourist member fighter militant doctor nurse teacher worshipper protester "
    "demonstrator guard local foreigner citizen national".split()
)  # fmt: skip
