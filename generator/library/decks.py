"""The keys of a deck and of a card, and how a deck file's nodes become a `Deck`."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any

from generator.library.model import COMPANY, Card, Deck, Kind, Place, Plan, Problem
from generator.library.nodes import Mapping, Node, Scalar, Sequence, named
from generator.library.shapes import (
    ID,
    ID_LENGTH,
    Choice,
    Counts,
    Day,
    Entry,
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
    read_group,
)

KINDS = tuple(kind.value for kind in Kind if kind is not Kind.SETTING)

CARD_KEYS = MappingProxyType(
    {
        "id": Key(Name(), "the card's permanent name: never changed, never used again", required=True),
        "kind": Key(Choice(KINDS), "what the card asks people to do; prompt when left out"),
        "text": Key(Text(), "what stands on the card", required=True),
        "depth": Key(Whole(1, 4), "1 Sip, 2 Share, 3 Open, 4 Tender; 1 when left out"),
        "follow_up": Key(Lines(2), "one or two questions to ask after the answer"),
        "listener": Key(Text(), "what the listener does with the answer"),
        "need": Key(Text(), "of a word card: the need beneath the feeling"),
        "instead": Key(Text(), "of a swap card: the words to leave out; `text` is what to try"),
        "care": Key(Text(), "what to agree on before a Tender card"),
        "return": Key(Text(), "of a pause card: when or how to come back"),
        "minutes": Key(Whole(1, 60), "of a practice card: how long it takes"),
        "needs": Key(Names(), "what the body is asked for: touch, gaze, move, hear, see …"),
        "assumes": Key(Names(), "what the card takes for granted: children, cohabiting, money …"),
        "with": Key(Names(COMPANY), "whom the card is for; everyone when left out"),
        "topics": Key(Names(), "what it is about, for filters"),
        "covers": Key(Texts(), "items of docs/coverage.yml it carries"),
        "lint_ignore": Key(Reasons(), "rules that may be broken here, each with a reason"),
    }
)

DECK_KEYS = MappingProxyType(
    {
        "title": Key(Text(), "the deck's name", required=True),
        "about": Key(Text(), "what the deck is, in a sentence or two", required=True),
        "how_to_use": Key(Text(), "how to play it, in a few short sentences"),
        "audience": Key(Text(), "whom it is for"),
        "hue": Key(Name(), "the colour of its backs; chosen from its id when left out"),
        "lay": Key(Name(), "how the sticks lie on its backs; chosen from its id when left out"),
        "lang": Key(Text(), "its language; en when left out"),
        "added": Key(Day(), "the day of this edition"),
        "license": Key(Text(), "its licence, as an SPDX id such as CC-BY-4.0"),
        "authors": Key(Texts(), "who wrote it"),
        "source": Key(Text(), "where it comes from, if it was written elsewhere"),
        "essays": Key(Names(), "essays that go with it"),
        "plan": Key(
            Group({"kinds": Key(Counts(KINDS), "how many cards of each kind"), "depths": Key(Wholes(4), "prompts of depth 1 to 4")}),
            "how many cards it is meant to have",
        ),
        "retired": Key(Names(), "ids of cards that were taken out; they are never used again"),
        "cards": Key(List(), "the cards", required=True),
    }
)

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def deck_of(deck_id: str, node: Node) -> tuple[Deck | None, list[Problem]]:
    """Read a deck file's root node; no deck when too little was understood to show anything."""
    if not isinstance(node, Mapping):
        hint = "start with title:, about: and cards:, each at the start of a line"
        return None, [Problem(node.place, f"a deck should be a group of keys, but this is {named(node)}", hint)]
    problems = list(name_problems(deck_id, node.place))
    entry = read_group(node, DECK_KEYS, "a deck")
    problems += entry.problems
    if not LANGUAGE.fullmatch(entry.values.get("lang", "en")):
        hint = "a language code such as en, de or pt-BR"
        problems.append(Problem(entry.places["lang"], f"'{entry.values['lang']}' is no language code", hint))
    items: tuple[Node, ...] = entry.values.get("cards", ())
    if "cards" in entry.values and not items:
        problems.append(Problem(entry.places["cards"], "the deck has no cards", "add a first card: a line '- id: …'"))
    cards: list[Card] = []
    for item in items:
        card, found = card_of(deck_id, item)
        problems += found
        if card:
            cards.append(card)
    problems += repeated(cards, entry.values.get("retired", ()))
    return assembled(deck_id, node.place, entry, cards, whole=len(cards) == len(items)), problems


def name_problems(deck_id: str, place: Place) -> list[Problem]:
    """Return what is wrong with a deck's file name, for that name is its id for ever."""
    if ID.fullmatch(deck_id) and len(deck_id) <= ID_LENGTH:
        return []
    slug = "-".join(re.findall(r"[a-z0-9]+", deck_id.lower()))[:ID_LENGTH].strip("-") or "kettle-on"
    return [Problem(place, f"'{deck_id}' cannot be a deck's id", f"rename the file to {slug}.yml")]


def card_of(deck_id: str, node: Node) -> tuple[Card | None, list[Problem]]:
    """Read one card; none when its id or text is missing."""
    if not isinstance(node, Mapping):
        hint = "- id: spare-key, and below it text: …"
        return None, [Problem(node.place, f"a card should be a group of keys, but this is {named(node)}", hint)]
    entry = read_group(node, CARD_KEYS, "a card")
    values = entry.values
    if "id" not in values or "text" not in values:
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


def repeated(cards: list[Card], retired: tuple[str, ...]) -> list[Problem]:
    """Return a problem for each id used again: printed cards and shared links depend on ids."""
    problems: list[Problem] = []
    seen: dict[str, Card] = {}
    for card in cards:
        if card.id in retired:
            message = f"the id '{card.id}' is retired: a card of that name was taken out"
            problems.append(Problem(card.at("id"), message, "choose a new id"))
        if card.id in seen:
            message = f"the id '{card.id}' is taken (first in line {seen[card.id].at('id').line})"
            problems.append(Problem(card.at("id"), message, f"another id, such as {card.id[: ID_LENGTH - 2]}-2"))
        seen.setdefault(card.id, card)
    return problems


def assembled(deck_id: str, place: Place, entry: Entry, cards: list[Card], *, whole: bool) -> Deck | None:
    """Return the deck, or none without a title or a text about it."""
    values: Any = entry.values
    if "title" not in values or "about" not in values:
        return None
    plan = values.get("plan")
    seen: set[str] = set()
    unique = tuple(card for card in cards if not (card.id in seen or seen.add(card.id)))  # type: ignore[func-returns-value]
    return Deck(
        id=deck_id,
        title=values["title"],
        about=values["about"],
        cards=unique,
        how_to_use=values.get("how_to_use", ""),
        audience=values.get("audience", ""),
        hue=values.get("hue", ""),
        lay=values.get("lay", ""),
        lang=values.get("lang", "en"),
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
