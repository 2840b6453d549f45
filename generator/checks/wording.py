"""Rules about words that hurt, press or promise: L03, L06, L07, L09 to L14. English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.lexicons import keys_pattern, lexicon, pattern, phrases
from generator.checks.rule import Remark
from generator.checks.texts import plain, said, unquoted
from generator.library.model import Card, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN = 3
LEVELS = ("4", "3", "2")
ASSUMED = ("marriage", "children", "gender", "religion", "money", "family", "cohabiting", "sex", "ability")
# Names of things that hold a word of the lists and mean no harm.
INNOCENT = re.compile(
    r"\bcrazy (?:golf|paving)\b|\btoxic (?:waste|paint|mushrooms?|fumes)\b|\blame duck\b|\bdumb ?waiter\b"
)
CLAIMING = frozenset({Kind.TIP, Kind.PRACTICE, Kind.REPAIR})


def phrased(card: Card, rule: str) -> Iterator[Remark]:
    """Yield a remark for each text of a card that holds a phrase of a rule."""
    for key, text in said(card):
        if found := phrases(rule).search(plain(unquoted(text))):
            yield Remark(key, found[0].strip(" .,;:?!…"))


def l03(card: Card) -> Iterator[Remark]:
    """Find blame."""
    return phrased(card, "blame")


def l06(card: Card) -> Iterator[Remark]:
    """Find what a card takes for granted without saying so."""
    for key, text in said(card):
        rest = pattern("assumes", "idioms").sub("…", plain(text))
        for topic in ASSUMED:
            found = pattern("assumes", topic).search(rest)
            if found and topic not in card.assumes:
                better = f"ask more widely, or add assumes: [{', '.join([*card.assumes, topic])}]"
                yield Remark(key, found[0], better=better)


def l07(card: Card) -> Iterator[Remark]:
    """Find jargon, and say it in everyday words."""
    return swapped(card, "jargon")


def l13(card: Card) -> Iterator[Remark]:
    """Find words that leave someone out, and say it another way."""
    return swapped(card, "inclusive")


def swapped(card: Card, name: str) -> Iterator[Remark]:
    """Yield a remark for each text with a word of a lexicon, with the better word beside it."""
    words = {word.rstrip("~"): better for word, better in lexicon(name).items()}
    for key, text in said(card):
        if found := keys_pattern(name).search(INNOCENT.sub("…", plain(unquoted(text)))):
            better = next(
                (words[word] for word in sorted(words, key=len, reverse=True) if found[0].startswith(word)), ""
            )
            yield Remark(key, found[0], better=f"perhaps: {better}")


def least_depth(text: str) -> tuple[int, str]:
    """Return the least depth that a text's words ask for, and the word that asks."""
    rest = pattern("depth", "idioms").sub("…", plain(text))
    for level in LEVELS:
        if found := pattern("depth", level).search(rest):
            return int(level), found[0]
    return 1, ""


def l09(card: Card) -> Iterator[Remark]:
    """Find cards whose words ask for more than their depth says."""
    level, word = least_depth(card.text)
    if level > card.depth:
        yield Remark(
            "depth" if "depth" in card.places else "text", word, better=f"depth: {level}, or ask for something lighter"
        )


def l10(card: Card) -> Iterator[Remark]:
    """Find questions that send people looking for the maximum."""
    severity = Severity.ERROR if card.depth >= OPEN else None
    for remark in phrased(card, "ranking"):
        yield Remark(remark.key, remark.words, severity=severity)


def l11(card: Card) -> Iterator[Remark]:
    """Find pressure to answer."""
    return phrased(card, "coercion")


def l12(card: Card) -> Iterator[Remark]:
    """Find scorekeeping and comparison."""
    return phrased(card, "scorekeeping")


def l14(card: Card) -> Iterator[Remark]:
    """Find promises and science."""
    return phrased(card, "overclaim") if card.kind in CLAIMING else iter(())
