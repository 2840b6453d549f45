"""Rules about length and form: L08 length, L24 plain text, L25 follow-ups. L08's syllables are English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.lexicons import lexicon
from generator.checks.questions import accusing, closed_question
from generator.checks.rule import Remark
from generator.checks.texts import said, words_in
from generator.checks.wording import least_depth
from generator.library.model import Card, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words a card may have. Judgement, not measured with users.
CAPS = {
    Kind.PROMPT: 26, Kind.CLOSING: 26, Kind.FOLLOWUP: 26, Kind.WORD: 26, Kind.FRAME: 30, Kind.PAUSE: 36,
    Kind.TIP: 40, Kind.REPAIR: 40, Kind.SWAP: 40, Kind.PRACTICE: 40,
}  # fmt: skip
FOLLOW_UP_CAP = 16
FAR_TOO_LONG = 1.5
LONG, VERY_LONG = 4, 5
VOWELS = re.compile(r"[aeiouyà-ÿ]+")
SILENT = re.compile(r"(?:[^laeiouy]es|[^taeiouyd]ed|[^aeiouyl]e)$")


def syllables(word: str) -> int:
    """Return about how many syllables an English word has."""
    bare = word.casefold().split("'")[0]
    return max(1, len(VOWELS.findall(SILENT.sub(lambda m: m[0][0], bare))))


def hard_words(text: str) -> list[str]:
    """Return the words that are hard to say at a table: one of five syllables, or two of four."""
    known = set(lexicon("long")["fine"])
    long = [w for part in words_in(text) for w in part.split("-") if syllables(w) >= LONG and w.casefold() not in known]
    very = [w for w in long if syllables(w) >= VERY_LONG]
    return very or (long if len(long) > 1 else [])


def l08(card: Card) -> Iterator[Remark]:
    """Find cards too long to be said in one breath, and words too long to be said easily."""
    cap = CAPS.get(card.kind, CAPS[Kind.PROMPT])
    count = len(words_in(card.text))
    if count > cap:
        severity = Severity.ERROR if count > cap * FAR_TOO_LONG else None
        yield Remark("text", f"{count} words", better=f"at most {cap} for a {card.kind}", severity=severity)
    if card.text and (hard := hard_words(card.text)):
        why = "Long words are hard to say at a table."
        yield Remark("text", ", ".join(hard), why=why, better="shorter words for the same thing")


EMOJI = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
# One word in capitals is most often a name, such as NASA or DIY; these are none, and neither are two in a row.
SHOUTED = re.compile(
    r"\b(?:ALL|ALWAYS|ANY|AND|BEST|BIG|BUT|CAN|DO|EVER|EVERY|EVERYTHING|FAVOU?RITE|FEEL|HATE|HAVE|HER|HIM|HOW|LAST|LIKE"
    r"|LOVE|MOST|MUST|NEVER|NEW|NOT|NOTHING|NOW|ONE|ONLY|OUR|REALLY|SECRET|SO|STOP|THAT|THE|THEY|THIS|TODAY|TOO|TRULY"
    r"|VERY|WANT|WHAT|WHOLE|WHEN|WHERE|WHO|WHY|WILL|WITH|WORST|YES|YOU|YOUR)\b"
    r"|\b[A-Z]{2,} [A-Z]{2,}\b|\b[A-Z]{7,}\b"
)
# "What Is Your Idea Of A Good Weekend?"
HEADLINE = re.compile(r"(?:[A-Z][\w'\u2019-]* ){3,}[A-Z][\w'\u2019-]*[.?!…]?$")
ENDS = re.compile(r"[.?!…][\"”\u2019')]*$")
MARKUP = re.compile(r"\*\*|(?<!_)__(?!_)|`|<[a-z/]|\]\(")


def l24(card: Card) -> Iterator[Remark]:
    """Find what does not belong into plain text: emoji, shouting, markup, a missing end."""
    for key, text in said(card):
        for found, why in form_faults(card, key, text):
            yield Remark(key, found, why=why)


def form_faults(card: Card, key: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what is out of form in a text, and why it matters."""
    if found := EMOJI.search(text):
        yield found[0], "Screen readers spell emoji out, and printers lack them."
    if "!!" in text:
        yield "!!", "One exclamation mark is loud enough."
    if found := SHOUTED.search(text):
        yield found[0], "Capitals shout; screen readers spell them."
    if key == "text" and card.kind is not Kind.WORD and HEADLINE.match(text):
        yield text, "A card is written like a sentence, with small letters."
    if found := MARKUP.search(text):
        yield found[0], "Card text is plain text: signs of Markdown and HTML show as they are."
    if key == "text" and card.kind is not Kind.WORD and not ENDS.search(text):
        yield text.rsplit(maxsplit=1)[-1] if text.split() else "", "A card ends in . ? or …"
    if key == "text" and text[:1].islower():
        yield text.split(maxsplit=1)[0], "A card begins with a capital letter."


def l25(card: Card) -> Iterator[Remark]:
    """Find follow-ups that are too long, closed, or much deeper than their card."""
    for line in card.follow_up:
        count = len(words_in(line))
        if count > FOLLOW_UP_CAP:
            yield Remark("follow_up", f"{count} words", better=f"at most {FOLLOW_UP_CAP} for a follow-up")
        if found := accusing(line):
            why = '"Why did you" asks people to defend themselves.'
            yield Remark(
                "follow_up", found, why=why, better="ask what was going on, or what led there", severity=Severity.ERROR
            )
        if found := closed_question(line):
            yield Remark("follow_up", found, why="A follow-up asks for more than yes or no.")
        level, word = least_depth(line)
        if level > card.depth + 1:
            why = "A follow-up goes at most one step deeper than its card."
            yield Remark("follow_up", word, why=why, better=f"depth: {level - 1} for the card, or a lighter follow-up")
