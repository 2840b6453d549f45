"""Decks nobody would write, and what becomes of them in print: every word in its card's safe area, or a place."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.library.model import Severity
from generator.printing.editions import Edition
from generator.printing.grid import UnfitError
from generator.printing.prints import print_deck
from generator.printing.profiles import card_sizes, papers
from generator.printing.sheets import Imposition, Layout, sheet
from generator.printing.ticket import Ticket
from tests.printing.making import made_card, made_deck
from tests.printing.reading import Span, spans
from tests.printing.scripts import HEBREW, HINDI, JAPANESE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Deck
    from generator.printing.grid import Rect

# Nothing of a card stands nearer to its edge, in mm.
SAFE = 3.0
# Words in three scripts that the vendored fonts show; the longest of each is longer than some cards are wide.
WORDS = {
    "en": "you me what if the kettle sings again tonight honestly then incomprehensibilities Pneumonoultramicroscopic",
    "de": "wer du ich was Kessel heute Abend Geschwindigkeitsbegrenzung Donaudampfschifffahrtsgesellschaftskapitän",
    "pl": "czy ty ja źdźbło żółć kiedy wieczorem dziewięćdziesięciokilkuletniego Konstantynopolitańczykowianeczka",
    "el": "τι εσύ εγώ όταν βράδυ σήμερα ευχαριστώ ηλεκτροεγκεφαλογράφημα σκουληκομυρμηγκότρυπα",
    "ru": "кто ты я когда чайник сегодня вечером достопримечательность человеконенавистничество",
}
# Three more scripts, with fonts that a project would bring; no spaces between the words of Japanese.
BROUGHT = {script.lang: script for script in (HEBREW, HINDI, JAPANESE)}
CLOSED = ("ja",)


def generated(seed: int) -> tuple[Deck, Ticket]:
    """Return a deck and a way to print it, always the same for a number."""
    chance = random.Random(seed)  # noqa: S311 - decks that can be made again
    lang = chance.choice(sorted([*WORDS, *BROUGHT]))
    cards = [
        made_card(f"card-{i}", text(chance, lang), line=10 + i, depth=1 + i % 3) for i in range(chance.randint(1, 6))
    ]
    return replace(made_deck(*cards), lang=lang), Ticket(imposition(chance), chance.choice(list(Edition)))


def text(chance: random.Random, lang: str) -> str:
    """Return 1 to 120 words; short texts are as likely as long ones."""
    said = [part for prompt in BROUGHT[lang].prompts for part in prompt] if lang in BROUGHT else []
    words = WORDS[lang].split() if lang in WORDS else [word for part in said for word in part.split()]
    count = round(120 ** chance.random())
    chosen = [chance.choice(words) for _ in range(count)]
    return "".join(chosen) if lang in CLOSED else f"{' '.join(chosen).capitalize()}?"


def imposition(chance: random.Random) -> Imposition:
    """Return a paper, a card and a layout of which some must not fit."""
    paper, card = chance.choice(list(papers().values())), chance.choice(list(card_sizes().values()))
    return Imposition(paper, card, chance.choice(list(Layout)), chance.choice([0.0, 0.0, 6.0]))


def verdict(seed: int) -> str:
    """Return "printed" or "refused" for a generated deck; an AssertionError names what was clipped or lost."""
    deck, ticket = generated(seed)
    try:
        _ = ticket.imposition.grid
    except UnfitError as error:
        assert ticket.card.name in str(error)  # noqa: PT017 - it is what the verdict is about
        return "refused"
    fonts = BROUGHT[deck.lang].fonts if deck.lang in BROUGHT else ()
    made = print_deck(deck, ticket, fonts=fonts)
    if made.pdf is None:
        errors = [problem for problem in made.problems if problem.severity is Severity.ERROR]
        assert errors
        assert all(problem.place.line for problem in errors), errors
        return "refused"
    if ticket.imposition.layout is not Layout.BACKS:
        for number, place, said in fronts(made.pdf, ticket, len(deck.cards)):
            seen, asked = squeezed(" ".join(span.text for span in said)), deck.cards[number].text
            lost = Counter(squeezed(asked)) - Counter(seen)
            assert not lost, (seed, deck.cards[number].id, lost)
            # Words that are read leftwards, or whose letters join, stand in the page in the order they are painted.
            for word in asked.split() if deck.lang in WORDS else ():
                assert squeezed(word) in seen, (seed, deck.cards[number].id, word)
            for span in said:
                assert place.x + SAFE <= span.left, (seed, span)
                assert span.right <= place.x + place.width - SAFE, (seed, span)
                assert place.y + SAFE <= span.top, (seed, span)
                assert span.bottom <= place.y + place.height - SAFE, (seed, span)
    return "printed"


def fronts(pdf: bytes, ticket: Ticket, count: int) -> Iterator[tuple[int, Rect, list[Span]]]:
    """Yield each card's number, its place, and all text whose middle lies on it."""
    made = sheet(ticket.imposition)
    every = spans(pdf)
    for number in range(count):
        page = number // len(made.fronts) * ticket.imposition.layout.sides
        front = made.fronts[number % len(made.fronts)]
        place = replace(front, x=front.x + made.bleed, y=front.y + made.bleed)
        yield (
            number,
            place,
            [span for span in every if span.page == page and lies_on(span, place) and shown(span)],
        )


def shown(span: Span) -> bool:
    """Say whether a text is seen: a face on a page of its own has its deck's name for reading only, a point high."""
    return bool(span.text.strip()) and span.size > 1


def lies_on(span: Span, place: Rect) -> bool:
    x, y = (span.left + span.right) / 2, (span.top + span.bottom) / 2
    return place.x < x < place.x + place.width and place.y < y < place.y + place.height


def squeezed(words: str) -> str:
    """Return words without what a line break adds or takes: spaces and hyphens, which PDFium gives as U+0002."""
    return re.sub(r"[\s\u00ad\x02-]+", "", unicodedata.normalize("NFC", words))
