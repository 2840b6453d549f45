"""The draw page, and what it needs of a deck: cards ready to be shown, as JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.library.model import DEPTHS, TENDER
from generator.library.words import depth_name, direction, words
from generator.look.face import Face, Note, face
from generator.look.sticks import mark_path
from generator.look.tokens import hue_of, lay_of, look
from generator.look.typography import typographic
from generator.site.leaving_out import offered
from generator.site.picking import pick_pages
from generator.site.templating import rendered

if TYPE_CHECKING:
    from generator.library.model import Card, Deck, Library

HERE = "draw/"
MORE = "draw/more.html"
IDS = "draw/ids.json"
# Highest depth a table starts with; evening.js says the same, and a test compares them.
SHARE = 2
# What to agree first is read before the card is answered; other small print waits behind its label unless needed.
READ_FIRST = "first"
SPOKEN = (
    *("left", "left_one", "announce", "tender_cover", "tender_cover_plain", "deck_missing", "decks_many"),
    *("listen", "handed", "not_here"),
)

SENTENCE = re.compile(r"([^\w{]*)([^{]*)\{(deck|depth)\}")


def draw_files(library: Library) -> dict[str, str]:
    """Return the draw page and every deck as it is fetched by it; nothing for a library without decks."""
    if not library.decks:
        return {}
    decks = {f"{HERE}decks/{deck.id}.json": deck_json(deck) for deck in library.decks}
    page = {f"{HERE}index.html": draw_page(library), MORE: sheets_page(library), IDS: ids_json(library)}
    return page | decks | pick_pages(library)


def draw_page(library: Library) -> str:
    """Return the draw page as complete HTML, in the language of the deck it opens with and with that deck inside."""
    deck = library.decks[0]
    said = words(deck.lang)
    return rendered(
        "draw.html",
        HERE,
        deck=deck,
        decks=library.decks,
        words=said,
        start=SHARE,
        tender=TENDER,
        sentence=sentence(said["draw"]["deck_and_depth"]),
        spoken={key: typographic(said["draw"][key], said["lang"]) for key in SPOKEN}
        | {"depths": [depth_name(depth, deck.lang) for depth in DEPTHS]},
        first=drawn_deck(deck),
        blank=BLANK,
        tables=[("light", look()["day"]["table"]), ("dark", look()["night"]["table"])],
    )


def sheets_page(library: Library) -> str:
    """Return what the draw page shows only when asked, as a page of its own: it takes its sheets from there."""
    deck = library.decks[0]
    return rendered(
        "more.html",
        MORE,
        deck=deck,
        decks=library.decks,
        words=words(deck.lang),
        share=SHARE,
        tender=TENDER,
        blank=BLANK,
        offered=offered(library),
    )


def ids_json(library: Library) -> str:
    """Return the ids of all cards, and of those that were retired, to look a printed card up by its word."""
    decks = [
        {
            "id": deck.id,
            "title": typographic(deck.title, deck.lang),
            "cards": [card.id for card in deck.cards],
            "retired": list(deck.retired),
        }
        for deck in library.decks
    ]
    return json.dumps(decks, ensure_ascii=False, separators=(",", ":")) + "\n"


def deck_json(deck: Deck) -> str:
    """Return a deck as the draw page fetches it."""
    return json.dumps(drawn_deck(deck), ensure_ascii=False, separators=(",", ":")) + "\n"


def drawn_deck(deck: Deck) -> dict[str, Any]:
    """Return a deck as the draw page shows it; text has its typographic quotes, empty values are left out."""
    kinds = words(deck.lang)["kinds"]
    values = {
        "id": deck.id,
        "title": typographic(deck.title, deck.lang),
        "how": typographic(deck.how_to_use, deck.lang),
        "lang": deck.lang,
        "dir": direction(deck.lang),
        "hue": hue_of(deck),
        "mark": mark_path(lay_of(deck)),
        "depths": [depth_name(depth, deck.lang) for depth in DEPTHS],
        "kinds": {kind: kinds[kind] for kind in dict.fromkeys(card.kind.value for card in deck.cards)},
        "cards": [drawn_card(card, deck) for card in deck.cards],
    }
    return {key: value for key, value in values.items() if value}


def drawn_card(card: Card, deck: Deck) -> dict[str, Any]:
    """Return a card as the draw page shows it."""
    shown = face(card, deck)
    values = {
        "id": card.id,
        "kind": card.kind.value,
        "depth": card.depth,
        "lead": shown.lead,
        "over": drawn_note(shown.over) if shown.over else None,
        "prompt": shown.prompt,
        "notes": [drawn_note(note) for note in shown.notes],
        "topics": list(card.topics),
        "needs": list(card.needs),
        "assumes": list(card.assumes),
        "with": list(card.with_),
    }
    return {key: value for key, value in values.items() if value}


def drawn_note(note: Note) -> list[Any]:
    """Return small print as [key, label, lines, whether it stands open]."""
    return [note.key, note.label, list(note.lines), int(note.needed or note.key == READ_FIRST)]


def sentence(text: str) -> list[tuple[str, str, str, str]]:
    """Return a sentence with places for `{deck}` and `{depth}`, cut so that each place is part of a button.

    Each item is what stands before the button, then the button's words before, its place, and its words after.
    """
    parts = list(SENTENCE.finditer(text))
    after = text.rpartition("}")[2]
    return [(part[1], part[2], part[3], after if part is parts[-1] else "") for part in parts]


# An empty card with every part a card can have. The page copies it and fills it in.
BLANK = Face(
    address="",
    id=" ",
    lead=" ",
    over=Note("", " ", (" ",), needed=True),
    prompt=" ",
    notes=(Note("", " ", (" ",), needed=True), Note("", " ", (" ",), needed=False)),
    depth=1,
    depth_name=" ",
    kind=" ",
    lang="",
)
