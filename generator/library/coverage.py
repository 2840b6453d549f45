"""The keys of `coverage.yml`: what the decks' brief contains, and what carries each item."""

from __future__ import annotations

from types import MappingProxyType

from generator.library.model import Item, Problem
from generator.library.nodes import Mapping, Node, named
from generator.library.reading import read_group
from generator.library.shapes import Key, Text, Texts

ITEM_KEYS = MappingProxyType(
    {
        "what": Key(Text(), "the item in a few plain words", required=True),
        "essays": Key(Texts(), "essays that carry it: a slug, or slug#section"),
        "pages": Key(Texts(), "other pages of the site that carry it"),
        "how": Key(Text(), "what the site or the printed deck does about it"),
        "changed": Key(Text(), "what we say instead, and why"),
        "left_out": Key(Text(), "why we decided against it"),
    }
)


def coverage_of(node: Node) -> tuple[tuple[Item, ...], list[Problem]]:
    """Read `coverage.yml`: a group of keys for each item, under its id, in its author's order."""
    if not isinstance(node, Mapping):
        hint = "an id such as A01:, and below it what: …"
        return (), [Problem(node.place, f"the coverage should be groups of keys, but is {named(node)}", hint)]
    problems: list[Problem] = []
    items: dict[str, Item] = {}
    for name, value in node.pairs:
        if name.text in items:
            problems.append(Problem(name.place, f"the item '{name.text}' stands here twice", "keep one of them"))
            continue
        if not isinstance(value, Mapping):
            message = f"an item should be a group of keys, but is {named(value)}"
            problems.append(Problem(value.place, message, "what: and, if no card says so, what carries it"))
            continue
        entry = read_group(value, ITEM_KEYS, "an item")
        problems += entry.problems
        if "what" in entry.values:
            items[name.text] = Item(
                id=name.text, place=name.place, places=MappingProxyType(dict(entry.places)), **entry.values
            )
    return tuple(items.values()), problems
