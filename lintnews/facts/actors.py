"""Who acts and who is meant: crowds under their many names, a country by its name, people, capital."""

from __future__ import annotations

from functools import cache

#: Nouns for those who gather in the street; within one article they are one crowd unless it parts them.
CROWD = frozenset(
    "crowd crowds protester protesters protestor protestors demonstrator demonstrators marcher marchers "
    "rioter rioters mob mobs picketers onlookers spectators fans supporters youths men women people "
    "residents students workers thousands hundreds tens dozens throng throngs "
    "multitude multitudes many".split()
)
#: Nouns for what a crowd does together.
GATHERINGS = frozenset(
    "protest protests demonstration demonstrations rally rallies march marches riot riots unrest uprising "
    "revolt action actions sit-in chants chant slogans slogan banners placards graffiti sentiment mood "
    "protesters demonstrators marchers crowd crowds rioters".split()
)
#: Words that part the street in two camps: then nobody is surprised by cheers and jeers for one target.
CAMPS = frozenset(
    "counter-protest counter-protests counter-protesters counterprotesters counter-demonstration "
    "counter-demonstrators counter-rally rival rivals opponents loyalists camps factions".split()
)
#: Words that do so in their own sentence only.
DIVISIONS = frozenset("others some divided split sides opposing supporters fans".split())

# name, adjective and people, capital or seat: one row a country; "_" is a blank.
_LANDS = """
us america u.s. united_states usa u.s.a. american americans washington white_house pentagon
britain uk u.k. united_kingdom british britons london
russia russian russians moscow kremlin
china chinese beijing
iran iranian iranians tehran
iraq iraqi iraqis baghdad
israel israeli israelis jerusalem tel_aviv
ukraine ukrainian ukrainians kyiv kiev
france french paris
germany german germans berlin
italy italian italians rome
spain spanish spaniards madrid
portugal portuguese lisbon
belgium belgian belgians
netherlands dutch amsterdam hague
sweden swedish swedes stockholm
norway norwegian norwegians oslo
denmark danish danes copenhagen
finland finnish finns helsinki
austria austrian austrians vienna
switzerland swiss bern
ireland irish dublin
czechia czech czechs prague
slovakia slovak slovaks bratislava
romania romanian romanians bucharest
bulgaria bulgarian bulgarians sofia
croatia croatian croatians zagreb
poland polish poles warsaw
hungary hungarian hungarians budapest
greece greek greeks athens
turkey türkiye turkish turks ankara
syria syrian syrians damascus
lebanon lebanese beirut
jordan jordanian jordanians amman
egypt egyptian egyptians cairo
libya libyan libyans tripoli
tunisia tunisian tunisians tunis
algeria algerian algerians algiers
morocco moroccan moroccans rabat
saudi_arabia saudi saudis riyadh
qatar qatari qataris doha
yemen yemeni yemenis sanaa
afghanistan afghan afghans kabul
pakistan pakistani pakistanis islamabad
india indian indians delhi new_delhi
bangladesh bangladeshi bangladeshis dhaka
myanmar burma burmese naypyidaw
thailand thai thais bangkok
vietnam vietnamese hanoi
japan japanese tokyo
north_korea north_korean pyongyang
south_korea south_korean seoul
taiwan taiwanese taipei
philippines philippine filipino filipinos manila
indonesia indonesian indonesians jakarta
malaysia malaysian malaysians kuala_lumpur
australia australian australians canberra
canada canadian canadians ottawa
mexico mexican mexicans
cuba cuban cubans havana
venezuela venezuelan venezuelans caracas
colombia colombian colombians bogota
brazil brazilian brazilians brasilia
argentina argentine argentines argentinian buenos_aires
chile chilean chileans santiago
bolivia bolivian bolivians la_paz
peru peruvian peruvians lima
nigeria nigerian nigerians abuja
kenya kenyan kenyans nairobi
ethiopia ethiopian ethiopians addis_ababa
sudan sudanese khartoum
south_africa south_african south_africans pretoria
serbia serbian serbs belgrade
belarus belarusian belarusians minsk
georgia georgian georgians tbilisi
armenia armenian armenians yerevan
azerbaijan azerbaijani azerbaijanis baku
eu european_union brussels
"""


@cache
def lands() -> dict[str, str]:
    """Return for each name, people, adjective and capital the key of its country, all case-folded."""
    return {
        word.replace("_", " "): row.split()[0].replace("_", " ")
        for row in _LANDS.strip().splitlines()
        for word in row.split()
    }
