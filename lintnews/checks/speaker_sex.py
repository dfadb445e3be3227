"""A speaker who goes on as the other sex: "said Ada Berg. He added that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.facts.cast import PRONOUNS
from lintnews.facts.given_names import Sex, sex_of
from lintnews.facts.name_kinds import NameKind
from lintnews.finding import Hit, Related, replacement
from lintnews.needs import words
from lintnews.rule import Confidence, Severity, bad, check, fine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts
    from lintnews.facts.mentions import NameMention

_OTHER = {"he": "she", "she": "he", "him": "her", "her": "him"}
_SAYS = frozenset(
    "said says told tells added adds explained explains recalled recalls declared declares stressed stresses "
    "noted notes warned warns insisted insists claimed claims admitted admits acknowledged announced argued "
    "argues stated states emphasised emphasized underlined assured replied answered wrote continued "
    "concluded promised complained lamented sighed confirmed denied reiterated maintained".split()
)
# "He went on", "he did not want to": whoever spoke before goes on.
_GOES_ON = _SAYS | frozenset("went also then did declined refused called urged later further".split())
_CLOSING = frozenset("”\"’'»")
# An apposition between a name and its verb, or behind it, is no longer than so many tokens.
_APPOSITION, _OFFICE = 14, 8
# So many tokens may lie between what was said and who goes on.
_REACH = 60


@check(
    "CNS406",
    "speaker-changes-sex",
    mqm="accuracy/mistranslation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    message="whoever spoke goes on as somebody of the other sex",
    pivots=("tr", "zh", "ja", "fa", "es", "fr", "ru", "de"),
    needs=(words(_OTHER), words(_SAYS)),
    examples=(
        bad(
            "“We waited,” said Elena Holm, the president of Union No. 2. [[He]] added that it is silent.",
            "“We waited,” said Elena Holm, the president of Union No. 2. She added that it is silent.",
        ),
        bad(
            "Peter Holm, a nurse from Union No. 2, told reporters of the strike. “It is late,” [[she]] said.",
            "Peter Holm, a nurse from Union No. 2, told reporters of the strike. “It is late,” he said.",
        ),
        bad(
            "The mine will stand, said its director, Peter Holm. According to [[her]], coal is left.",
            "The mine will stand, said its director, Peter Holm. According to him, coal is left.",
        ),
        fine("“We waited,” said Elena Holm, the president. Her brother left. He added that it was late."),
        fine("“We waited,” said Elena Holm. Peter Holm of Union No. 2 went home. He added nothing."),
        fine("Elena Holm told Peter Berg of the strike. “It is late,” he said."),
    ),
)  # fmt: skip
def speaker_changes_sex(facts: Facts) -> Iterator[Hit]:
    """Who speaks next without a name is who spoke last, whoever else the sentence speaks of.

    Languages without he and she leave the pronoun to the machine's guess. Reported where the last words
    that were given to somebody were given to a full name of one sex, nobody else of the paragraph is named
    afterwards, and none of the pronoun's sex is spoken of in it.
    """
    speakers: list[NameMention] | None = None
    for index in facts.word_index.places(_OTHER):
        if not _opens(facts, index):
            continue
        if speakers is None:
            speakers = [each for each in facts.names.mentions if _speaks(facts, each)]
        speaker = _last(facts, speakers, index)
        if speaker is not None and _is_only_one(facts, speaker, index):
            yield _hit(facts, index, speaker)


def _opens(facts: Facts, index: int) -> bool:
    """Whether a pronoun begins a sentence, or follows a quotation, and a verb of saying follows it."""
    token, tokens = facts.tokens[index], facts.tokens
    if facts.article.quotation_at(token.start) is not None or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1].fold
    if index > 1 and token.fold in ("him", "her"):
        # "According to her": whoever spoke before.
        says_so = tokens[index - 2].text == "According" and tokens[index - 1].fold == "to"
        return says_so and not after.isalpha()
    if index and tokens[index - 1].text in _CLOSING:
        return after in _SAYS
    sentence = facts.article.sentence_at(token.start)
    return sentence is not None and sentence.span.start == token.start and after in _GOES_ON


def _speaks(facts: Facts, mention: NameMention) -> bool:
    """Whether something is given to a full name of one sex as its words."""
    name = mention.text.split()
    if mention.kind is NameKind.PLACE or len(name) < 2 or sex_of(name) is None:
        return False
    tokens, first, after = facts.tokens, mention.tokens.start, mention.tokens.stop
    if facts.article.quotation_at(mention.span.start) is not None:
        return False
    verb = first - 1
    if first and tokens[verb].text == ",":
        # "said its director, Ada Berg"
        office = range(verb - 1, max(verb - _OFFICE, 0), -1)
        verb = next((at for at in office if not tokens[at].is_word or tokens[at].fold in _SAYS), verb)
    if verb >= 0 and tokens[verb].fold in _SAYS:
        # "told Ada Berg" speaks to her.
        return not tokens[verb].fold.startswith("t")
    if after < len(tokens) and tokens[after].text == ",":
        apposition = range(after + 1, min(after + _APPOSITION, len(tokens)))
        after = next((at + 1 for at in apposition if tokens[at].text == ","), after)
    return after < len(tokens) and tokens[after].fold in _SAYS


def _last(facts: Facts, speakers: list[NameMention], index: int) -> NameMention | None:
    """Return the last speaker before, in the pronoun's own paragraph, if of the other sex."""
    sex = PRONOUNS[facts.tokens[index].fold]
    before = [each for each in speakers if index - _REACH <= each.tokens.start < index]
    if not before:
        return None
    last = before[-1]
    block = facts.article.block_at(last.span.start)
    if block is None or block is not facts.article.block_at(facts.tokens[index].start):
        return None
    return last if block.kind.is_prose and sex_of(last.text.split()) is not sex else None


def _is_only_one(facts: Facts, speaker: NameMention, index: int) -> bool:
    """Whether nobody else comes in: no name since, and none of the pronoun's sex in the paragraph before."""
    pronoun = facts.tokens[index]
    sex = PRONOUNS[pronoun.fold]
    block = facts.article.block_at(pronoun.start)
    if block is None:
        return False
    paragraph = range(facts.token_range(block.span).start, index)
    if facts.cast.speaks_of(sex, paragraph):
        return False
    surname = speaker.text.split()[-1]
    return not any(
        _is_somebody(facts, mention, surname)
        for mention in facts.names.mentions
        if mention.tokens.start in paragraph and mention is not speaker
    )


def _is_somebody(facts: Facts, mention: NameMention, surname: str) -> bool:
    """Whether a name may be another person's."""
    if mention.kind is NameKind.PERSON or mention.title is not None:
        return mention.text.split()[-1] != surname
    if mention.kind is not NameKind.UNKNOWN or mention.text.split()[-1] == surname:
        return False
    return len(mention.text.split()) > 1 or _acts(facts, mention)


def _acts(facts: Facts, mention: NameMention) -> bool:
    """Whether a single word of a name stands where somebody acts: "Holm left", "said Holm"."""
    after = facts.tokens[mention.tokens.stop] if mention.tokens.stop < len(facts.tokens) else None
    before = facts.tokens[mention.tokens.start - 1].fold if mention.tokens.start else ""
    return before in _SAYS or (after is not None and after.fold in _SAYS)


def _hit(facts: Facts, index: int, speaker: NameMention) -> Hit:
    token = facts.tokens[index]
    other = _OTHER[token.fold]
    new = other.capitalize() if token.text[0].isupper() else other
    sex = (Sex.HE if PRONOUNS[token.fold] is Sex.SHE else Sex.SHE).value
    line = facts.article.line_of(speaker.span.start)
    return Hit(
        token.span,
        f"‘{token.text}’ goes on for {speaker.text}, who speaks in line {line} and is {sex} by name",
        (replacement(token.span, new),),
        (Related(speaker.span, sex),),
    )


CHECKS = (speaker_changes_sex,)
