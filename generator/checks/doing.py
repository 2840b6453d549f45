"""Rules about what people do with a card: L19 reciprocity, L21 practice, L22 body. English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.lexicons import pattern
from generator.checks.rule import Remark
from generator.checks.texts import plain, said, unquoted
from generator.library.model import Card, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = ("touch", "gaze", "move", "hear", "see", "drive", "alcohol")
# Who is "I" on a card somebody drew? "Tell me", said by a card, is the same slip.
FIRST_PERSON = re.compile(
    r"(?<![\w'])(?:i|i'm|i've|i'd|i'll|me|my|(?<!old )(?<!coal )(?<!gold )(?<!salt )(?<!a )mine|myself)(?![\w'])"
    r"|^to the one who\b|\bas the (?:older|younger|elder|taller|louder|quieter|stronger|tidier|one who) \w+"
)
MOST_MINUTES = 10
# Longer than a practice, or without an end.
ENDLESS = re.compile(
    r"\bfrom now on\b|\bfor the (?:whole|next) (?:day|week|month|year|weekend)\b"
    r"|\b(?:set aside|spend|take|block out) (?:an? )?(?:whole |full )?"
    r"(?:hour|day|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?(?:morning|afternoon|evening)|weekend)\b"
)
WHO = re.compile(
    r"\b(?:each|both|all|one of you|whoever|either|you two|the other|everyone|somebody|in turns?|together|you|lot)\b"
)
WHEN = re.compile(
    r"\b(?:tonight|today|tomorrow|now|this (?:week|evening|morning|minute)|next|before|after|when|while|over|for|during"
    r"|until|at|by|within|on|every|once|(?:one|two|three|four|five|ten|\d+) minutes?|morning|evening|night|week|day)\b"
)
BUY = re.compile(
    r"(?<!not to )(?<!without )(?<!did not )(?<!didn't )"
    r"\b(?:buys?|purchases?|orders? (?:in|online)|book a|pays? for|shops? for)\b"
    r"|(?:^|[.!?…] )order (?:an?|one|two|some|the|each other)\b|\bget (?:yourselves|each other) an? new\b"
)


def l19(card: Card) -> Iterator[Remark]:
    """Find prompts only one of the people could ask."""
    if card.kind not in {Kind.PROMPT, Kind.FOLLOWUP}:
        return
    for key, text in (("text", card.text), *(("follow_up", line) for line in card.follow_up)):
        if found := FIRST_PERSON.search(plain(unquoted(text))):
            yield Remark(key, found[0])


def l21(card: Card) -> Iterator[Remark]:
    """Find practices that are too long, too vague, or cost money."""
    if card.kind is not Kind.PRACTICE:
        return
    text = plain(card.text)
    if card.minutes and card.minutes > MOST_MINUTES:
        better = f"at most {MOST_MINUTES} minutes; cut it into two cards"
        yield Remark("minutes", f"{card.minutes} minutes", better=better, severity=Severity.ERROR)
    if found := ENDLESS.search(text):
        better = f"something that is done after {MOST_MINUTES} minutes"
        yield Remark("text", found[0], why="A practice is small, and over soon.", better=better)
    if found := BUY.search(text):
        yield Remark("text", found[0], why="A practice needs nothing to buy.", better="use what is in the room")
    for what, wanted in (("who", WHO), ("when", WHEN)):
        if not wanted.search(text):
            yield Remark(
                "text", why=f"A practice says {what}.", better="who does what, and when: Tonight, each of you …"
            )


def l22(card: Card) -> Iterator[Remark]:
    """Find what a card asks of the body without saying so."""
    for key, text in said(card):
        rest = pattern("needs", "idioms").sub("…", plain(unquoted(text)))
        for need in BODY:
            found = pattern("needs", need).search(rest)
            if need == "see" and "gaze" in card.needs and found and found[0] == "look at":
                continue  # looking at each other is what the card says it asks for
            if found and need not in card.needs:
                yield Remark(
                    key, found[0], better=f"add needs: [{', '.join([*card.needs, need])}], or ask for something else"
                )
