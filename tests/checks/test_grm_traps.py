"""GRM: good English that nearly fools a rule, defects in other words than the examples', and hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.cache import user_cache
from lintnews.engine import lint
from lintnews.readers import read
from lintnews.registry import builtin_checks
from lintnews.source import Source

GRM = tuple(
    check
    for check in builtin_checks(user_cache())
    if check.rule.family == "GRM" and check.rule.confidence.rank > 1
)


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.rule.code, finding.span.of(text)) for finding in lint(read(Source(text)), GRM)]


GOOD = (
    "What the fishermen did took hours, and all they had was lost at sea.",
    "The port they come from is closed, but the one they sail to has room.",
    "It would have been a blow if the dam had had no sluice.",
    "He disposed of in a week what others had gathered in a year.",
    "The haves and the have-nots met at the in-depth talks on the on-loan striker.",
    "“I told him about the—” she said, and broke off.",
    "An MP, a UN envoy, an FBI agent and a one-armed man took a unique European train for an hour.",
    "A historic day, an historic day: both are right. So are a hotel and an heir.",
    "Is the bridge safe? Was it ever? Nobody at the town hall could say on Monday.",
    "On the hill behind the church stands a lighthouse that sailors have trusted for years.",
    "Had the pilot known, he would have turned back before the storm broke.",
    "Since 2014, the two firms have shared a yard. Since then, both have grown.",
    "Since Monday is a holiday, the court will sit on Tuesday.",
    "Prices have risen since last week, and output has fallen from last year’s peak.",
    "The union has called a strike on Friday and has asked its members to stay at home.",
    "The next morning she was gone. This time it’s serious. The day after he was buried.",
    "The size of the task it has been given is plain to see.",
    "The man who she said had resigned is the man who she married.",
    "Police searched the offices of the Green Dawn party and company buildings in Lyon and Nice.",
    "The barn was set on fire, and firemen set fire to a second one to stop the flames.",
    "The majority of the boats are old; a number of them have sunk, and the rest of the fleet are laid up.",
    "The question of whether the boats were insured was left open.",
    "There is two hours’ delay, and there was five per cent more rain.",
    "One ship was old, the other was new, and both were lost in the storm.",
    "The more it rains, the less they can do about the dam on the lower river.",
    "If the weather holds, the ferry will sail. When it sails, it will be full.",
    "She reads The Guardian and has seen the film It Follows three times.",
    "Although the ferry was late, it was full; though old, it was but a day behind.",
    "They rebuilt the wall to make it look strong. They said the party caved in, making it look weak.",
    "Norway’s prime minister, Lars Berg, complained about what he called a slur.",
    "In the evening they ate; in the evening of her life she wrote.",
    "They entered into talks, made it to the final and depend, of course, on luck.",
    "The letters to look out for are C and G; the ones they rely on are A and B.",
    "We the people of the valley ask this of all who can help, and he of all men knows why.",
    "It was and is the biggest port. Nobody asked who and what was meant, or whether or not is right.",
    "The issues the council works on include the dam, and their by now famous mill is one of them.",
    "From now on has a new meaning. He on Monday said that it was over, and his by then old ship sank.",
    "The head of security Lars Berg and the director of research Maria Lind met the mayor of New York.",
    "The chairman of the Lars Berg Foundation, a member of the board, thanked President Maria Lind.",
    "Those informed that the road was shut stayed at home, as did all who were told that it was late.",
    "The men ordered to leave and those urged to stay were told about the dam that he recommends to all.",
    "One of the best known is here, and one of the most sought after was one of the first in line.",
    "They went by sea instead of through the pass, and no bread could be had.",
    "However, the council of the old capital was not asked. According to its mayor, it should have been.",
)
BAD = (
    ("She left the keys with the of the house.", "the of"),
    ("The driver was told that their had been an error.", "their had"),
    ("Because was late, the bus left without him.", "Because was"),
    ("The children did not went to school on Monday.", "went"),
    ("The team has became a favourite of the town.", "became"),
    ("The court found an large sum in the safe.", "an"),
    ("According to the mayor, has the town no money left for the bridge and the road.", "has"),
    ("The harbour has been closed two weeks ago by the police.", "has been closed"),
    ("The letter of the widow it was lost.", "it was lost"),
    ("The effect of the long droughts were felt in the ports.", "were"),
    ("The road was shut on Monday, it will open again in the spring.", ","),
    ("They hoped to lower the cost of improve the roads.", "of improve"),
    ("The ministry is include all villages in its plan.", "is include"),
    ("The old farmers must to leave their land by the spring.", "must to"),
    ("The old villages in of the valley are poor.", "in of"),
    ("The mayor gave every believes a new lamp.", "every believes"),
    (
        "On Monday the minister of health of Norway Lars Berg opened the clinic.",
        "minister of health of Norway Lars Berg",
    ),
    ("The spokesman informed that there were no victims of the fire.", "informed that"),
    ("Members of the union criticised that the talks were held in secret.", "criticised that"),
    ("This valve enables to close the dam in a minute.", "enables to close"),
    ("Olga Brandt told about the years that she had spent in the north.", "told about"),
    ("They crossed one of the deepest ravine in the country.", "ravine"),
    ("Last night the owners will sell the mill to a rival.", "will"),
    ("He was seen in the harbour on the night of 24th.", "24th"),
    ("The road was shut on Monday It will open again in the spring.", "Monday It"),
    ("However, two old bridges over the river.", "However, two old bridges over the river."),
)


@pytest.mark.parametrize("text", GOOD)
def test_good_english_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "place"), BAD)
def test_defect_is_found_in_other_words(text: str, place: str) -> None:
    assert place in [where for _, where in found(text)]


@pytest.mark.parametrize("heading", ["The Of and the And", "Is Said to Be Ill", "Whose Are the"])
def test_headings_are_no_sentences(heading: str) -> None:
    body = (
        "The harbour was quiet on Monday. The ferry had sailed before noon.\n\nNobody was left on the quay."
    )
    assert found(f"{heading}\n\n{body}") == []


TRIGGERS = "the of has , . is and The It he it’s who not only fire set 2014 Since then “ ” \n\n".split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TRIGGERS)))
def test_no_arrangement_of_trigger_words_breaks_a_rule(words: list[str]) -> None:
    text = " ".join(words)
    for _, where in found(text):
        assert where
