"""Rules about cards beside one another: L15 twins, L16 originality, L17 shape, L18 balance, L23 coverage."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.checks.originality import borrowed
from generator.checks.rule import Remark, Spot
from generator.checks.texts import plain, said, words_in
from generator.checks.twins import nearest_twins
from generator.library.model import TENDER, Kind, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.library.model import Card, Deck, Essay, Item, Library
    from generator.library.page import Printable

    Found = Iterator[tuple[Card | Deck | Item | Spot, Remark]]
    SetRule = Callable[[Library], Found]


SHEET = 9
ENOUGH = 12
MOST_ALIKE = 0.2
FEWEST_OPENINGS = 6
MOST_TENDER = 3
LIGHT = 2


def l15(library: Library) -> Found:
    """Find cards that say nearly the same as another, across all decks."""
    for card, twin, likeness in nearest_twins([card for deck in library.decks for card in deck.cards]):
        if likeness < 1:
            better = f"ask something else, or take one of the two out ({twin.at('text')})"
            yield card, Remark("text", f"{likeness:.0%} the words of {twin.address}", better=better)


def l16(library: Library) -> Found:
    """Find runs of six words that stand in another's work, on cards and in essays."""
    for deck in library.decks:
        for card in deck.cards:
            for key, text in said(card):
                for run, _ in borrowed(text):
                    yield card, Remark(key, run)
    for essay in library.essays:
        for text, line in ((essay.title, 1), (essay.summary, 1), (essay.body, essay.line)):
            for run, index in borrowed(text):
                yield Spot(Place(essay.place.file, line + text.count("\n", 0, index))), Remark("body", run)


def l23(library: Library) -> Found:
    """Find items of the coverage that nothing carries, and claims to carry what is no item."""
    if not library.coverage:
        return
    items = {item.id for item in library.coverage}
    slugs = {essay.slug for essay in library.essays}
    carried = {item for owner in carriers(library) for item in owner.covers}
    for item in library.coverage:
        if not (item.id in carried or item.essays or item.pages or item.how or item.left_out):
            yield item, Remark("what", item.id)
        for essay in item.essays:
            if essay.partition("#")[0] not in slugs:
                why = "There is no essay of that name."
                yield item, Remark("essays", essay, why=why, better=f"one of {', '.join(sorted(slugs))}")
    for owner in carriers(library):
        for name in owner.covers:
            if name not in items:
                why = "There is no such item in coverage.yml."
                yield Spot(owner.place), Remark("covers", name, why=why, better="an item that is there, or take it out")


def carriers(library: Library) -> Iterator[Card | Essay | Printable]:
    """Yield all that can say which items it carries."""
    for deck in library.decks:
        yield from deck.cards
    yield from library.essays
    yield from library.printables


def l17(library: Library) -> Found:
    """Find decks that leave a sheet part empty; one with fewer cards than a sheet is still being written."""
    for deck in library.decks:
        if deck.whole and len(deck.cards) > SHEET and len(deck.cards) % SHEET:
            why = f"A sheet holds {SHEET} cards."
            better = f"a multiple of {SHEET} leaves no blanks"
            yield deck, Remark("cards", f"{len(deck.cards)} cards", why=why, better=better)


def l18(library: Library) -> Found:
    """Find decks that begin too many questions alike, or go deep too often, unless their plan says so."""
    for deck in library.decks:
        prompts = [card for card in deck.cards if card.kind is Kind.PROMPT]
        if len(prompts) >= ENOUGH:
            yield from ((deck, remark) for remark in imbalance(deck, prompts))


def imbalance(deck: Deck, prompts: list[Card]) -> Iterator[Remark]:
    """Yield what is one-sided about a deck's prompts."""
    begun = Counter(" ".join(plain(word) for word in words_in(card.text)[:2]) for card in prompts)
    (most, times), *_ = begun.most_common(1)
    if times > MOST_ALIKE * len(prompts):
        yield Remark(
            "cards",
            f"{most} …",
            why=f"{times} of {len(prompts)} prompts begin like this.",
            better="vary how questions begin",
        )
    if len(begun) < FEWEST_OPENINGS:
        yield Remark(
            "cards", why=f"The prompts begin in only {len(begun)} ways.", better=f"at least {FEWEST_OPENINGS} ways"
        )
    depths = Counter(card.depth for card in prompts)
    if deck.plan and deck.plan.depths:
        return
    if depths[TENDER] > MOST_TENDER:
        yield Remark(
            "cards", why=f"{depths[TENDER]} prompts are Tender.", better=f"at most {MOST_TENDER}, or say so in the plan"
        )
    if sum(depths[depth] for depth in (1, LIGHT)) * 2 < len(prompts):
        yield Remark(
            "cards",
            why="Fewer than half of the prompts are Sip or Share.",
            better="lighter ones too, or say so in the plan",
        )


SET_RULES: Mapping[str, SetRule] = MappingProxyType({"L15": l15, "L16": l16, "L17": l17, "L18": l18, "L23": l23})
