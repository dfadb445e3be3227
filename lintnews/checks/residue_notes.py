"""RES131-136: notes, credits and web furniture that are no part of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.finding import Applicability, Hit, replacement
from lintnews.needs import characters, strings
from lintnews.patterns import lazy
from lintnews.rule import Confidence, Severity, bad, check, fine
from lintnews.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.facts import Facts

_ENGINE = (
    r"(?:Google|DeepL|Yandex|Bing|Microsoft|Papago|Baidu|Youdao|ChatGPT|GPT-?\d?|OpenAI|Gemini|Claude|AI|"
    r"machine|computer)"
)
_TRANSLATION_NOTE = lazy(
    r"[\[(](?:Machine[- ]t|T)ranslat(?:ed|ion)(?: (?:by|from|with|using|via|of)\b|:| note)[^\])\n]{0,80}[\])]"
    rf"|[\[(](?:[Mm]achine[- ])?translated (?:by|with|using|via) {_ENGINE}\b[^\])\n]{{0,80}}[\])]"
    r"|[\[(][Tt]ranslator['’]?s['’]? note[^\])\n]{0,300}[\])]"
    r"|[\[(](?:[Tt]ranslated|[Mm]achine translation|[Oo]riginal (?:text|article|in [A-Z][a-z]+)|"
    r"[Nn]ot translated|[Uu]ntranslated)[\])]"
    rf"|^(?:(?:This (?:article|text|page|story) (?:was|has been|is) )?(?:[Aa]utomatically |[Mm]achine[- ])?"
    rf"[Tt]ranslated (?:by|with|using|via) {_ENGINE}\b|"
    r"Translat(?:ion|or['’]s note|or): |Original text:|English translation:|Source text:)[^\n]*",
    re.MULTILINE,
)
_CHAT = lazy(
    r"(?:^(?:(?:Sure|Certainly|Of course)[,!.] )?Here(?: is|['’]s) (?:the|a|your|my) (?:English )?"
    r"(?:translation|translated (?:text|article|version))\b[^\n]*"
    r"|^(?:Sure|Certainly)[,!] (?:here|I)\b[^\n]*"
    r"|\bAs an AI (?:language )?model\b[^.\n]*"
    r"|^I(?:['’]m| am) sorry, but I (?:cannot|can['’]t) (?:translate|assist|help|fulfil)[^\n]*"
    r"|^(?:\(|\[)?(?:Please )?[Nn]ote: (?:The|This|I) (?:translat|original text)[^\n]*)",
    re.MULTILINE,
)
# One of these is in each of them.
_CHAT_WORDS = ("ranslat", "AI ", "Sure", "Certainly", "but I can")
_LINK_LINE = lazy(
    r"(?:Read|See|Watch|Look)(?: also| more| next)(?: ?:| on (?:the )?(?:topic|subject|site)\b)"
    r"|(?:Share|Follow us|Like us) on (?:Facebook|Twitter|X|WhatsApp|"
    r"Telegram|VKontakte|Instagram)\b"
    r"|Subscribe to our\b|Sign up (?:for|to) our\b|Join our (?:Telegram|WhatsApp|channel)\b"
    r"|(?:Our|This) (?:web)?site uses cookies\b|We use cookies\b|All rights reserved\b"
    r"|Related (?:articles|news|posts|links|topics) ?:|Click here\b"
)
# One of these is in each of them.
_LINK_WORDS = (
    "Read", "See", "Watch", "Look", " us on ", "Share on ", "Subscribe", "Sign up", "Join our", "cookies",
    "All rights", "Related", "Click here",
)  # fmt: skip
_TIME_STAMP = lazy(r"(?:19|20)\d\d[-/]\d\d[-/]\d\d[ T]\d\d:\d\d(?::\d\d)?\b")
_DESK_NOTE = lazy(
    r"[(\[](?:(?:(?:Responsible|Duty|Executive|Chief|Web|Managing) )?[Ee]ditor(?:[- ]in[- ]charge)?|Source)"
    r" ?[:：][^()\[\]\n]{1,60}[)\]]"
)
_DESK_WORDS = ("ditor", "Source")
_NAME = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,5}"
# Within a sentence "(journalist Anna Moss)" tells who somebody is; not so behind a dateline, or by itself.
_BRACKETED_REPORTER = lazy(
    r"(?:^|(?<=[\d.] )|(?<=\d(?:st|nd|rd|th) )|(?<=Agency )|(?<=News )|(?<=Xinhua )|(?<=report )|(?<=wire ))"
    r"[(\[](?:(?:[Oo]ur|[Ss]taff|[Ss]pecial) )?(?:[Rr]eporter|[Cc]orrespondent|[Jj]ournalist)s?"
    rf"(?: ?[:：]?,? {_NAME}(?:(?:, | and |, and ){_NAME})*"
    r"| (?:of|from|at) (?:this|our) [a-z]+)?[)\]]",
    re.MULTILINE,
)
_REPORTERS = ("eporter", "orrespondent", "ournalist")
_GLOSS = lazy(r" ?[(（] ?([A-Z][^()（）\n]{1,60}?) ?[)）]")


@check(
    "RES131",
    "translation-note",
    mqm="accuracy/addition",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="a note about the translation stands in the article",
    needs=(strings("ranslat", "riginal"),),
    examples=(
        bad("The lake froze over.\n\n[[(Translated by Mara Lind)]]"),
        bad("[[Translated with DeepL]]\n\nThe lake froze over in one night."),
        bad("The king of cups [[(Translator's note: a card)]] was drawn."),
        fine("The novel, translated by Anna Moss, won a prize; Google Translate has a new mode."),
        fine("She reviews Snow (translated by Anna Moss), out in May."),
    ),
)
def translation_note(facts: Facts) -> Iterator[Hit]:
    """The desk or the system left a word about the translation itself: who made it, from which language.

    Running text about translations is left alone.
    """
    if "ranslat" not in facts.text and "riginal" not in facts.text:
        return
    for match in _TRANSLATION_NOTE.finditer(facts.text):
        yield Hit(Span(*match.span()), "a note about the translation is no part of the article")


@check(
    "RES132",
    "chat-reply",
    mqm="accuracy/addition",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    message="the translating machine speaks to its user here",
    needs=(strings(*_CHAT_WORDS),),
    examples=(
        bad("[[Sure, here is the translation:]]\n\nThe lake froze over."),
        bad("[[Here is the English translation of the article:]]\nThe lake froze over."),
        bad("[[As an AI language model, I cannot check this]]. The lake froze over."),
        fine("Here is the winner of the cup. “Sure, I would go,” she said."),
    ),
)
def chat_reply(facts: Facts) -> Iterator[Hit]:
    """Chat models that are asked to translate greet, explain or refuse: their reply lands in the article."""
    if not any(word in facts.text for word in _CHAT_WORDS):
        return
    for match in _CHAT.finditer(facts.text):
        yield Hit(Span(*match.span()), "the machine that translated this speaks to its user here")


@check(
    "RES133",
    "web-furniture",
    mqm="accuracy/addition",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="a link or notice of the web page stands in the article",
    needs=(strings(*_LINK_WORDS),),
    examples=(
        bad("The lake froze over. [[Read also:]] Ten ways to skate safely"),
        bad("[[Subscribe to our]] newsletter for more on the lake."),
        bad("The lake froze over.\n[[Share on Facebook]]"),
        fine("He asked them to read more: novels, plays and letters. She told fans to click here and there."),
    ),
)
def web_furniture(facts: Facts) -> Iterator[Hit]:
    """Links, share buttons and cookie notices were copied from the web page with the article.

    The machine then translates them as if they were sentences of the story. Picture labels (“Photo:”) are
    left alone: English news sites have them too.
    """
    text = facts.text
    if not any(word in text for word in _LINK_WORDS):
        return
    for match in _LINK_LINE.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()].rstrip(" ")
        if before and before[-1] not in '\n.!?”"':
            continue
        yield Hit(
            Span(*match.span()), f"‘{match.group().strip()}’ belongs to the web page, not to the article"
        )


@check(
    "RES134",
    "desk-stamp",
    mqm="accuracy/addition",
    severity=Severity.NOTE,
    confidence=Confidence.MEDIUM,
    message="a time stamp or desk note of the source stands in the article",
    pivots=("zh",),
    needs=(characters(":："),),
    examples=(
        bad("[[2023-04-09 08:15:00]] The lake froze over."),
        bad("The lake froze over. [[(Responsible editor: Hu Min)]]"),
        bad("The lake froze over. [[(Source: Northern Daily)]]"),
        fine("On 9 April 2023 at 8.15 the editor left. (Editing by Ann Moss)"),
    ),
)
def desk_stamp(facts: Facts) -> Iterator[Hit]:
    """Time stamps and “(Responsible editor: …)” serve the source's own files, not its readers."""
    stamps = _TIME_STAMP.finditer(facts.text) if ":" in facts.text else ()
    notes = _DESK_NOTE.finditer(facts.text) if any(word in facts.text for word in _DESK_WORDS) else ()
    for match in (*stamps, *notes):
        yield Hit(
            Span(*match.span()), f"‘{match.group()}’ is a note of the source's desk, not part of the article"
        )


@check(
    "RES135",
    "name-glossed-by-itself",
    mqm="accuracy/addition",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    message="the name is explained by itself",
    pivots=("zh", "ja"),
    needs=(characters("(（"),),
    examples=(
        bad("The pianist Ada Holm[[ (Ada Holm)]] will play.", "The pianist Ada Holm[[]] will play."),
        bad("They met in Porto[[ (Porto)]] in May.", "They met in Porto[[]] in May."),
        fine(
            "Ada Holm (Sweden) won; the World Trade Organization (WTO) agreed; Holm (Ada Holm's father) left."
        ),
    ),
)
def name_glossed_by_itself(facts: Facts) -> Iterator[Hit]:
    """The source gives a name in its own script, then in Latin letters: in English both are the same."""
    text = facts.text
    if "(" not in text and "（" not in text:
        return
    for match in _GLOSS.finditer(text):
        name = match.group(1)
        start = match.start() - len(name)
        if start < 0 or not text.startswith(name, start) or text[max(0, start - 1) : start].isalnum():
            continue
        span = Span(*match.span())
        yield Hit(span, f"‘{name}’ is explained by itself", (replacement(span, "", Applicability.SAFE),))


@check(
    "RES136",
    "reporter-in-brackets",
    mqm="accuracy/addition",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    message="a reporter’s name in brackets stands in the article",
    pivots=("zh",),
    needs=(characters("(["), strings(*_REPORTERS)),
    examples=(
        bad("Bergen, June 3 [[(Reporter Ada Holm)]] The ferry was late again."),
        bad("The ferry was late again.\n[[(Reporters Ada Holm, Jon Lund)]]"),
        bad("Bergen, June 3rd [[(our correspondent)]] The ferry was late again."),
        fine("The skipper’s wife (journalist Ada Holm) left early. In 2019 (reporters were barred) he won."),
        fine("The ferry was late again.\n(Reporting by Ada Holm; editing by Jon Lund)"),
    ),
)
def reporter_in_brackets(facts: Facts) -> Iterator[Hit]:
    """Chinese agencies name the reporter in brackets behind the dateline or at the end; English ones do not.

    English news has a byline above the text, or a line of its own below it ("Reporting by …").
    """
    for match in _BRACKETED_REPORTER.finditer(facts.text):
        yield Hit(Span(*match.span()), f"‘{match.group()}’: English news names its reporter in the byline")


CHECKS = (
    translation_note, chat_reply, web_furniture, desk_stamp, name_glossed_by_itself, reporter_in_brackets,
)  # fmt: skip
