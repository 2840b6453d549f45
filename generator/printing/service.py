"""The cards of a deck that nobody draws: title, rules, consent, safety, pause, slow, stop, index, blank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from generator.library.words import depth_name, words
from generator.look.credits import credit_lines
from generator.look.typography import typographic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.library.model import Card, Deck
    from generator.printing.dealing import Program

# Cards of lines to read, and cards to lay on the table.
READING = ("rules", "consent", "safety")
SIGNALS = ("pause", "slow", "stop")


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one depth, by their ids in alphabetical order."""

    depth: int
    depth_name: str
    ids: tuple[str, ...]

    @property
    def head(self) -> str:
        """What stands over them: how many they are."""
        return f"{self.depth_name}, {len(self.ids)}"


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """A service card: its title, its paragraphs, its small print (paragraphs of lines), the index's ids."""

    key: str
    title: str
    text: tuple[str, ...]
    small: tuple[tuple[str, ...], ...] = ()
    groups: tuple[Group, ...] = ()


def service_cards(deck: Deck, address: str = "", *, evenings: bool = False) -> tuple[ServiceCard, ...]:
    """Return the nine service cards of a deck, in the order they are printed, with typographic quotes.

    The title card tells the address of the deck's page, if there is one. A deck that was dealt into evenings has rules
    of its own: it must not be shuffled.
    """
    rules = replace(reading_card(deck, "evening_rules"), key="rules") if evenings else reading_card(deck, "rules")
    return (
        title_card(deck, address),
        rules,
        *(reading_card(deck, key) for key in READING[1:]),
        *(reading_card(deck, key) for key in SIGNALS),
        index_card(deck),
        blank_card(deck),
    )


def title_card(deck: Deck, address: str = "") -> ServiceCard:
    """Return the card that says what the deck is, whose it is, and what it is not (the position line)."""
    small = (all_shown(credit_lines(deck), deck), all_shown([words(deck.lang)["position"]], deck), spelled(address))
    return ServiceCard("title_card", shown(deck.title, deck), all_shown([deck.about], deck), tuple(filter(None, small)))


def spelled(address: str) -> tuple[str, ...]:
    """Return an address as people type it, in two lines: whose, and which page."""
    whose, slash, page = address.partition("://")[2].partition("/")
    return (whose + slash, page) if address else ()


def reading_card(deck: Deck, key: str) -> ServiceCard:
    """Return a card that has a title and some lines. The consent card's lines are the six, word for word."""
    said = words(deck.lang)
    card = said["service"][key]
    lines = said["consent"] if key == "consent" else card["text"]
    return ServiceCard(key, shown(card["title"], deck), all_shown(lines, deck))


def index_card(deck: Deck) -> ServiceCard:
    """Return the card that names every card.

    The ids stand by depth, as the strokes on the cards do, and then by the alphabet: sort a deck by its strokes, and
    a pile that is one short tells where to look.
    """
    card = words(deck.lang)["service"]["index"]
    ordered = sorted((card.depth, card.id) for card in deck.cards)
    groups = tuple(
        Group(depth, depth_name(depth, deck.lang), tuple(card_id for _, card_id in pairs))
        for depth, pairs in groupby(ordered, key=lambda pair: pair[0])
    )
    title = card["title"].format(count=len(deck.cards))
    return ServiceCard("index", shown(title, deck), all_shown(card["text"], deck), groups=groups)


def evening_card(deck: Deck, program: Program, index: int, evenings: Sequence[Sequence[Card]]) -> ServiceCard:
    """Return the card on top of an evening: which it is, how long it takes, how deep it goes, and how to use it."""
    card, cards = words(deck.lang)["service"]["evening"], evenings[index]
    deepest = depth_name(max(one.depth for one in cards), deck.lang)
    about = card["about"].format(minutes=program.minutes, count=len(cards), depth=deepest)
    title = card["title"].format(number=index + 1, total=len(evenings))
    small = tuple((line.format(count=len(cards)),) for line in all_shown(card["text"], deck))
    return ServiceCard("evening", shown(title, deck), all_shown([about], deck), small)


def blank_card(deck: Deck) -> ServiceCard:
    """Return a card for a question of their own. As many as fill the last sheet."""
    return reading_card(deck, "blank")


def shown(text: str, deck: Deck) -> str:
    """Return a text as it is shown."""
    return typographic(text, deck.lang)


def all_shown(texts: Iterable[str], deck: Deck) -> tuple[str, ...]:
    """Return texts as they are shown."""
    return tuple(shown(text, deck) for text in texts)
