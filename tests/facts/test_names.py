"""The mask is written into the text: what stands between brackets is a name, nothing else is."""

from __future__ import annotations

import re

import pytest

from lintnews.facts import Facts
from lintnews.facts.name_kinds import NameKind
from lintnews.readers import read
from lintnews.source import Source


def facts(text: str) -> Facts:
    return Facts(read(Source(text)))


def masked(text: str) -> str:
    found = facts(text)
    words = [
        f"[{token.text}]" if index in found.names else token.text for index, token in enumerate(found.tokens)
    ]
    return " ".join(words)


def expected(marked: str) -> str:
    inside = False
    words = []
    for bracket, token in re.findall(r"(\[|\])|([^\s\[\]]+)", marked):
        if bracket:
            inside = bracket == "["
        else:
            words.append(f"[{token}]" if inside else token)
    return " ".join(words)


@pytest.mark.parametrize(
    "marked",
    [
        # first word of a sentence: the rest of the text or the table decides
        "[Okonjo] won . Many cheered [Okonjo] .",
        "Bridges fell . All bridges were old . They told [Bridges] , the mayor .",
        "Rivers rose . The rivers near [Rivers State] fell .",
        "[Nairobi] slept . However , the police of [Nairobi] did not .",
        # titles and first names before names
        "[President Ruiz] left . [Prime Minister Ana Ruiz] stayed . Reporters saw [Mr] . [Ruiz] .",
        "[Xi Okabe] and [Liu Wei] came .",
        "[Grace Obi] came . [Will Obi] did not . Grace is a virtue . [W Ruiz] won .",
        # said twice, acronyms, particles, initials
        "[Tala Tala] sang in [Bora Bora] for the [US] and [NATO] .",
        "[Maria de la Torre] met [Edwin van der Meer] , [Omar bin Rashid] and [Karim al-Sabti] .",
        "[De la Torre] lost . The win of [de Groot] pleased us .",
        "[J] . [K] . [Marlow] wrote it in [St] . [Petersburg] .",
        # links
        "[Ministry of Defence] officials and the [Department of Health and Human Services] met .",
        "[Trinidad and Tobago] beat [Ruiz] and [Obi] .",
        "The agency of [Accra] on [Monday] met the [Agency] on [Tuesday] .",
        # capitals that are no names
        "I said : “ The man left . ” Then I 'm sure He left .",
        "The [United Nations] said : It was not anti-American .",
        "They went . In [May] , [Teresa May] said it may rain .",
    ],
)
def test_mask(marked: str) -> None:
    text = (
        re.sub(r" ([.,;])", r"\1", marked.replace("[", "").replace("]", ""))
        .replace("“ ", "“")
        .replace(" ”", "”")
    )
    assert masked(text.replace(" 'm", "'m")) == expected(marked.replace("I 'm", "I'm"))


BODY = (
    "\n\nThe strike of the dockers in Porto Velho goes on, says Tomas Obi. "
    "The police arrested two men near the port."
)


def names_in(text: str, within: str) -> list[str]:
    found = facts(text)
    return [
        token.text
        for index, token in enumerate(found.tokens)
        if index in found.names and token.start < len(within)
    ]


def test_headings_in_capitals_are_judged_by_the_text_below() -> None:
    assert names_in(headline := "POLICE ARREST OBI IN PORTO VELHO", headline) != []
    assert names_in(headline + BODY, headline) == ["OBI", "PORTO", "VELHO"]


def test_headlines_in_title_case_are_judged_by_the_text_below() -> None:
    headline = "Dockers of Porto Velho Strike, Says Obi"
    assert names_in(headline + BODY, headline) == ["Porto", "Velho", "Obi"]


def test_an_unknown_word_in_a_cross_heading_in_capitals_is_no_name() -> None:
    text = f"Dockers strike{BODY}\n\nHARBOURATION OBI{BODY}"
    found = facts(text)
    heading = found.token_range(next(b.span for b in found.article.blocks if b.kind.value == "cross-heading"))
    assert [found.tokens[index].text for index in heading if index in found.names] == ["OBI"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "He met US President Ana Ruiz on Tuesday.",
            [("US", "place"), ("Ana Ruiz", "person"), ("Tuesday", "calendar")],
        ),
        (
            "She saw Russian Foreign Minister Oleg Durov.",
            [("Russian", "nationality"), ("Oleg Durov", "person")],
        ),
        ("It flew over the Russian Federation.", [("Russian Federation", "place")]),
        ("A man of the Bank of Ghana came.", [("Bank of Ghana", "organisation")]),
        ("The court in Gogo Province agreed.", [("Gogo Province", "place")]),
        ("We asked the Prime Minister.", [("Prime Minister", "office")]),
        ("We asked Secretary of State Mike Obi.", [("Mike Obi", "person")]),
        ("We saw Tukumba, 45, there.", [("Tukumba", "person")]),
        ("We saw Mr. Tukumba. Later Tukumba left.", [("Tukumba", "person"), ("Tukumba", "person")]),
        ("We saw Tukumba’s Gogolo.", [("Tukumba", "unknown"), ("Gogolo", "unknown")]),
        (
            "We bought it from Kasai Electronics Co., Ltd. yesterday.",
            [("Kasai Electronics Co., Ltd", "organisation")],
        ),
        ("Ask Ana Ruiz of the Bank of Ghana.", [("Ana Ruiz", "person"), ("Bank of Ghana", "organisation")]),
        ("We asked Mr. Tuku Bamba of Gogolo.", [("Tuku Bamba", "person"), ("Gogolo", "unknown")]),
        ("An officer of the Bank of the European Union.", [("Bank of the European Union", "organisation")]),
        ("They marched in March 2020.", [("March", "calendar")]),
    ],
)
def test_mentions(text: str, mentions: list[tuple[str, str]]) -> None:
    assert [(mention.text, mention.kind.value) for mention in facts(text).names.mentions] == mentions


def test_a_mention_knows_its_place_and_title() -> None:
    text = (
        "It was late on Monday night when, it is said, the\nold blue car of Deputy Prime Minister Ana Lucia\n"
        "Ruiz’s aunt broke down on the road to the port."
    )
    found = facts(text)
    person = next(mention for mention in found.names.mentions if mention.kind is NameKind.PERSON)
    assert person.text == "Ana Lucia Ruiz"
    assert person.span.of(text) == "Ana Lucia\nRuiz"
    assert [found.tokens[index].text for index in person.tokens] == ["Ana", "Lucia", "Ruiz’s"]
    assert person.title is not None
    assert person.title.of(text) == "Deputy Prime Minister"
