"""A deck to be printed: what is said on its cards and sheets, before anything is set."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.library.words import words
from generator.look.face import face
from generator.look.tokens import hue_of, lay_of
from generator.look.typography import typographic
from generator.printing.anatomy import sized
from generator.printing.backs import IMPRINT, back_svg
from generator.printing.breaking import every_word
from generator.printing.dealing import evenings_in
from generator.printing.desk import plain
from generator.printing.editions import look_of, tones_of
from generator.printing.headed import FEW, NUMBER
from generator.printing.service import evening_card, service_cards
from generator.printing.typefaces import Typefaces, house

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
    """A deck to be printed, how, and in which typefaces.

    `whole` is the deck that its cards were chosen from; None if it has all of them. Chosen cards come alone: neither
    service cards, unless the ticket wants them, nor blanks to fill the last sheet.
    """

    deck: Deck
    ticket: Ticket
    whole: Deck | None = None
    typefaces: Typefaces = field(default_factory=house)

    @property
    def card(self) -> CardSize:
        """What a card measures."""
        return self.ticket.card

    @cached_property
    def look(self) -> Mapping[str, Any]:
        """The look as the edition has it, for a card of this size."""
        return sized(look_of(self.ticket.edition), self.card)

    @property
    def back(self) -> str:
        """The sticks on the deck's backs as SVG, with 3 mm of bleed."""
        return back_svg(self.deck, self.card, tones_of(self.look, hue_of(self.deck)), self.look["back"])

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """What stands on the cards to draw."""
        return tuple(face(card, self.deck) for card in self.deck.cards)

    @cached_property
    def service(self) -> tuple[ServiceCard, ...]:
        """The service cards: the whole deck's, so that its index names every card; none if nobody wants them."""
        if self.whole and not self.ticket.service:
            return ()
        return service_cards(self.whole or self.deck, self.address, evenings=bool(self.ticket.program))

    @cached_property
    def dividers(self) -> tuple[ServiceCard, ...]:
        """The cards that lie on top of the evenings a deck was dealt into, one on each."""
        program = self.ticket.program
        evenings = tuple(evenings_in(self.deck)) if program else ()
        return tuple(evening_card(self.deck, program, i, evenings) for i in range(len(evenings)) if program)

    @property
    def address(self) -> str:
        """The address of the deck's page for its QR codes; empty if there are none."""
        return self.ticket.codes.of_deck(self.deck.id)

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
            "service": [asdict(card) for card in (*job.service, *job.dividers)],
            "chosen": bool(job.whole),
            "said": dict(job.said),
            "ticket": asdict(job.ticket),
            "typefaces": job.typefaces.digest,
        },
        ensure_ascii=False,
    )


def words_to_measure(job: Job) -> dict[str, list[str]]:
    """Return every word that has to be measured before a deck can be set, by the style it is set in."""
    faces, service = job.faces, (*job.service, *job.dividers)
    serif = [text for front in faces for text in (front.prompt, front.lead)]
    serif += [job.title, *(text for card in service for text in (card.title, *card.text))]
    notes = [note for front in faces for note in (front.over, *front.notes) if note]
    sans = [line for note in notes for line in note.lines]
    sans += [text for front in faces for text in (front.id, front.kind)]
    sans += [card_id for card in service for group in card.groups for card_id in group.ids]
    sans += [text for card in service for text in (*card.text, *(line for lines in card.small for line in lines))]
    bold = [front.depth_name for front in faces] + [group.head for card in service for group in card.groups]
    found = {"text": [*serif, FEW, NUMBER], "plain": [*sans, IMPRINT], "bold": bold}
    return {style: every_word(map(plain, texts)) for style, texts in found.items()}
