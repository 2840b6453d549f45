"""A deck to be printed: what is said on its cards and sheets, before anything is set."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.library.words import words
from generator.look.face import face
from generator.look.tokens import hue_of, lay_of, look
from generator.look.typography import typographic
from generator.printing.anatomy import sized
from generator.printing.backs import IMPRINT
from generator.printing.desk import plain
from generator.printing.headed import NUMBER
from generator.printing.lines import every_word
from generator.printing.service import service_cards

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.model import Deck
    from generator.look.face import Face
    from generator.printing.profiles import CardSize
    from generator.printing.service import ServiceCard
    from generator.printing.ticket import Ticket

# For a deck that does not say when it was added: printing reads no clock.
UNDATED = "2026-01-01"
COUNTRY = 2  # letters


@dataclass(frozen=True)
class Job:
    """A deck to be printed, and how."""

    deck: Deck
    ticket: Ticket

    @property
    def card(self) -> CardSize:
        """What a card measures."""
        return self.ticket.card

    @cached_property
    def look(self) -> Mapping[str, Any]:
        """The look's numbers for a card of this size."""
        return sized(look(), self.card)

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """What stands on the cards to draw."""
        return tuple(face(card, self.deck) for card in self.deck.cards)

    @cached_property
    def service(self) -> tuple[ServiceCard, ...]:
        """The service cards."""
        return service_cards(self.deck)

    @property
    def said(self) -> Mapping[str, str]:
        """The words in the margins."""
        found: Mapping[str, str] = words(self.deck.lang)["print"]
        return found

    @property
    def title(self) -> str:
        """The deck's title as it is shown."""
        return plain(typographic(self.deck.title, self.deck.lang))

    @property
    def language(self) -> tuple[str, str | None]:
        """The deck's language as Typst takes it."""
        return language_of(self.deck.lang)

    @property
    def day(self) -> date:
        """The date of the PDF: the deck's own."""
        return date.fromisoformat(self.deck.added or UNDATED)


def language_of(tag: str) -> tuple[str, str | None]:
    """Return a language tag as Typst takes it: a language, and a country of two letters if the tag names one."""
    lang, *more = tag.split("-")
    return lang, next((part for part in more if len(part) == COUNTRY), None)


def manuscript(job: Job) -> str:
    """Return all that makes one print differ from another, as JSON: the same manuscript, the same PDF."""
    deck = job.deck
    return json.dumps(
        {
            "deck": [
                deck.id,
                deck.title,
                deck.lang,
                deck.authors,
                deck.license,
                deck.source,
                deck.added,
                hue_of(deck),
                lay_of(deck),
            ],
            "faces": [asdict(shown) for shown in job.faces],
            "service": [asdict(card) for card in job.service],
            "said": dict(job.said),
            "ticket": asdict(job.ticket),
        },
        ensure_ascii=False,
    )


def words_to_measure(job: Job) -> dict[str, list[str]]:
    """Return every word that has to be measured before a deck can be set, by the style it is set in."""
    faces, service = job.faces, job.service
    serif = [text for front in faces for text in (front.prompt, front.lead)]
    serif += [text for card in service for text in (card.title, *card.text)]
    notes = [note for front in faces for note in (front.over, *front.notes) if note]
    sans = [line for note in notes for line in note.lines]
    sans += [text for front in faces for text in (front.id, front.kind)]
    sans += [text for card in service for text in (*card.text, *(line for lines in card.small for line in lines))]
    bold = [front.depth_name for front in faces] + [group.head for card in service for group in card.groups]
    found = {"text": [*serif, NUMBER], "plain": [*sans, IMPRINT], "bold": bold}
    return {style: every_word(map(plain, texts)) for style, texts in found.items()}
