"""The keys of a deck and of a card, and how a deck file's nodes become a `Deck`."""

from __future__ import annotations

import re
from itertools import count
from types import MappingProxyType
from typing import Any

from generator.library.model import COMPANY, Card, Deck, Kind, Place, Plan, Problem
from generator.library.nodes import Mapping, Node, Scalar, excerpt, named
from generator.library.reading import Entry, read_group
from generator.library.shapes import (
    ID_LENGTH,
    Choice,
    Counts,
    Day,
    Group,
    Key,
    Lines,
    List,
    Name,
    Names,
    Reasons,
    Text,
    Texts,
    Whole,
    Wholes,
    fits_id,
    id_like,
)

KINDS = tuple(kind.value for kind in Kind if kind is not Kind.SETTING)

CARD_KEYS = MappingProxyType(
    {
        "id": Key(Name(), "the card's permanent name: never changed, never used again", required=True),
        "kind": Key(Choice(KINDS), "what the card asks people to do; prompt when left out", sample="frame"),
        "text": Key(Text(), "what stands on the card", required=True, sample="What are you halfway through?"),
        "depth": Key(Whole(1, 4), "1 Sip, 2 Share, 3 Open, 4 Tender; 1 when left out", sample="2"),
        "follow_up": Key(
            Lines(2), "one or two questions to ask after the answer", sample="Which half is the good half?"
        ),
        "listener": Key(
            Text(), "what the listener does with the answer", sample="Ask about the person, not about the key."
        ),
        "need": Key(Text(), "of a word card: the need beneath the feeling", sample="a lighter load"),
        "instead": Key(
            Text(),
            "of a swap card: the words to leave out; what to try stands in text",
            sample="At least it wasn't worse.",
        ),
        "care": Key(
            Text(),
            "what to agree on before a Tender card",
            sample="Agree first whether you want comfort or only company.",
        ),
        "return": Key(Text(), "of a pause card: when or how to come back", sample="a time you both name"),
        "minutes": Key(Whole(1, 60), "of a practice card: how long it takes", sample="3"),
        "needs": Key(Names(), "what the body is asked for: touch, gaze, move, hear, see …", sample="[touch]"),
        "assumes": Key(Names(), "what the card takes for granted: children, cohabiting, money …", sample="[children]"),
        "with": Key(Names(COMPANY), "whom the card is for; everyone when left out", sample="[partner, friends]"),
        "topics": Key(Names(), "what it is about, for filters", sample="[home, memory]"),
        "covers": Key(Texts(), "items of docs/coverage.yml it carries", sample="[A01]"),
        "lint_ignore": Key(
            Reasons(), "rules that may be broken here, each with a reason", sample="{L08: it is read slowly}"
        ),
    }
)

DECK_KEYS = MappingProxyType(
    {
        "title": Key(Text(), "the deck's name", required=True, sample="Kettle On"),
        "about": Key(
            Text(), "what the deck is, in a sentence or two", required=True, sample="Everyday openers for any table."
        ),
        "how_to_use": Key(
            Text(), "how to play it, in a few short sentences", sample="Draw a card and answer first, or hand it over."
        ),
        "audience": Key(Text(), "whom it is for", sample="anyone at a table"),
        "hue": Key(Text(), "the colour of its backs; chosen from its id when left out", sample="ochre"),
        "lay": Key(Text(), "how the sticks lie on its backs; chosen from its id when left out", sample="tepee"),
        "lang": Key(Text(), "its language; en when left out", sample="en"),
        "added": Key(Day(), "the day of this edition"),
        "license": Key(Text(), "what others may do with it: the short name (SPDX) of a licence", sample="CC-BY-4.0"),
        "authors": Key(Texts(), "who wrote it", sample="[Ada Example, Bo Example]"),
        "source": Key(
            Text(), "where it comes from, if it was written elsewhere", sample="The shoebox of cards Ada made in 2019."
        ),
        "essays": Key(Names(), "essays that go with it", sample="[going-first]"),
        "plan": Key(
            Group(
                {
                    "kinds": Key(Counts(KINDS), "how many cards of each kind"),
                    "depths": Key(Wholes(4), "prompts of depth 1 to 4"),
                }
            ),
            "how many cards it is meant to have",
            sample="{kinds: {prompt: 12, closing: 1}, depths: [8, 4]}",
        ),
        "retired": Key(Names(), "ids of cards that were taken out; they are never used again", sample="[old-doormat]"),
        "cards": Key(List(), "the cards, in the order they should stand", required=True),
    }
)

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def deck_of(deck_id: str, node: Node, *, complete: bool = True) -> tuple[Deck | None, list[Problem]]:
    """Read a deck file's root node; no deck when it holds no keys at all.

    Of a deck that is not `complete`, because a syntax error hides a part of it, nothing is said to be missing.
    """
    if not isinstance(node, Mapping):
        hint = "start with title:, about: and cards:, each at the start of a line"
        return None, [Problem(node.place, f"a deck should be a group of keys, but this is {named(node)}", hint)]
    entry = read_group(node, DECK_KEYS, "a deck", complete=complete)
    values = entry.values
    problems = [*name_problems(deck_id, node.place.file), *entry.problems]
    if not LANGUAGE.fullmatch(values.get("lang", "en")):
        message = f"'{excerpt(values['lang'])}' is no language code"
        problems.append(Problem(entry.places["lang"], message, "a language code such as en, de or pt-BR"))
    items: tuple[Node, ...] = values.get("cards", ())
    if "cards" in values and not items:
        problems.append(
            Problem(entry.places["cards"], "the deck has no cards", "below cards:, a line '- id: …' for each card")
        )
    cards: list[Card] = []
    for item in items:
        card, found = card_of(deck_id, item)
        problems += found
        if card:
            cards.append(card)
    taken = repeated(items, values.get("retired", ()))
    whole = complete and len(cards) == len(items) and not taken
    return assembled(deck_id, node.place, entry, cards, whole=whole), problems + taken


def name_problems(deck_id: str, file: str) -> list[Problem]:
    """Return what is wrong with a deck's file name, for that name is its id for ever."""
    if fits_id(deck_id):
        return []
    hint = f"rename the file to {id_like(deck_id, 'kettle-on')}.yml"
    return [Problem(Place(file), f"'{deck_id}' cannot be a deck's id", hint)]


def card_of(deck_id: str, node: Node) -> tuple[Card | None, list[Problem]]:
    """Read one card.

    None without an id or a text, nor with a kind or depth that was not understood: it would be another card.
    """
    if not isinstance(node, Mapping):
        hint = "- id: spare-key, and on the next line, below the i, text: …"
        return None, [Problem(node.place, f"a card should be a group of keys, but this is {named(node)}", hint)]
    entry = read_group(node, CARD_KEYS, "a card")
    values = entry.values
    needed = {"id", "text"} | entry.places.keys() & {"kind", "depth"}
    if not needed <= values.keys():
        return None, list(entry.problems)
    card = Card(
        deck=deck_id,
        id=values["id"],
        text=values["text"],
        kind=Kind(values.get("kind", Kind.PROMPT)),
        depth=values.get("depth", 1),
        follow_up=values.get("follow_up", ()),
        listener=values.get("listener", ""),
        need=values.get("need", ""),
        instead=values.get("instead", ""),
        care=values.get("care", ""),
        return_=values.get("return", ""),
        minutes=values.get("minutes"),
        assumes=values.get("assumes", ()),
        needs=values.get("needs", ()),
        with_=values.get("with", ()),
        topics=values.get("topics", ()),
        covers=values.get("covers", ()),
        lint_ignore=MappingProxyType(values.get("lint_ignore", {})),
        place=node.place,
        places=MappingProxyType(dict(entry.places)),
    )
    return card, list(entry.problems)


def repeated(items: tuple[Node, ...], retired: tuple[str, ...]) -> list[Problem]:
    """Return a problem for each id used again: printed cards and shared links depend on ids."""
    problems: list[Problem] = []
    written = [pair for item in items if isinstance(item, Mapping) for pair in ids(item)]
    known = {*retired, *(card_id for card_id, _ in written)}
    seen: dict[str, Place] = {}
    for card_id, place in written:
        if card_id in seen:
            message = f"the id '{card_id}' is taken (first in line {seen[card_id].line})"
            problems.append(Problem(place, message, f"another id, such as {free(card_id, known)}"))
        elif card_id in retired:
            message = f"the id '{card_id}' is retired: a card of that name was taken out"
            problems.append(Problem(place, message, f"a new id, such as {free(card_id, known)}"))
        seen.setdefault(card_id, place)
    return problems


def ids(item: Mapping) -> list[tuple[str, Place]]:
    """Return a card's id and its place, if it has one that holds; whatever else is wrong with the card."""
    found = [(value.text, key.place) for key, value in item.pairs if key.text == "id" and isinstance(value, Scalar)]
    return [pair for pair in found[:1] if fits_id(pair[0])]


def free(card_id: str, known: set[str]) -> str:
    """Return an id like this one that nobody has yet."""
    stem = card_id[: ID_LENGTH - len(str(len(known))) - 2].rstrip("-")
    return next(f"{stem}-{number}" for number in count(2) if f"{stem}-{number}" not in known)


def assembled(deck_id: str, place: Place, entry: Entry, cards: list[Card], *, whole: bool) -> Deck:
    """Return the deck; without a title it goes by its id."""
    values: Any = entry.values
    plan = values.get("plan")
    lang = values.get("lang", "en")
    unique: dict[str, Card] = {}
    for card in cards:
        unique.setdefault(card.id, card)
    return Deck(
        id=deck_id,
        title=values.get("title", deck_id),
        about=values.get("about", ""),
        cards=tuple(unique.values()),
        how_to_use=values.get("how_to_use", ""),
        audience=values.get("audience", ""),
        hue=values.get("hue", ""),
        lay=values.get("lay", ""),
        lang=lang if LANGUAGE.fullmatch(lang) else "en",
        added=values.get("added", ""),
        license=values.get("license", ""),
        authors=values.get("authors", ()),
        source=values.get("source", ""),
        essays=values.get("essays", ()),
        plan=plan and Plan({Kind(k): n for k, n in plan.get("kinds", {}).items()}, plan.get("depths", ())),
        retired=values.get("retired", ()),
        whole=whole,
        place=place,
        places=MappingProxyType(dict(entry.places)),
    )
