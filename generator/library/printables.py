"""The keys of a printable: a page to print beside the decks, made of a few kinds of parts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.library.decks import LANGUAGE
from generator.library.model import Problem
from generator.library.nodes import Mapping, Node, excerpt, named
from generator.library.page import Entry, Form, Part, Printable
from generator.library.reading import name_of, read_group
from generator.library.shapes import Choice, Day, Group, Key, List, Text, Texts, Whole

if TYPE_CHECKING:
    from generator.library.nodes import Scalar
    from generator.library.reading import Entry as Reading

    Body = tuple[Part, ...]

MOST_COLUMNS, MOST_ROWS, MOST_LINES = 6, 8, 12
UPRIGHT, LANDSCAPE = "upright", "landscape"

BODY = List("and below it a line '- text: …' for each part")

PRINTABLE_KEYS = MappingProxyType(
    {
        "title": Key(Text(), "its name, on the page and on the site", required=True),
        "about": Key(Text(), "what it is for, in a sentence", required=True),
        "orientation": Key(Choice((UPRIGHT, LANDSCAPE)), "how the paper lies; upright when left out"),
        "copies": Key(
            Group(
                {
                    "columns": Key(Whole(1, MOST_COLUMNS), "pieces side by side", required=True),
                    "rows": Key(Whole(1, MOST_ROWS), "pieces one under another", required=True),
                }
            ),
            "how many pieces to cut the page into; a whole page when left out",
        ),
        "body": Key(BODY, "what stands on it, from top to bottom"),
        "pieces": Key(List("and below it a line '- body:' for each piece"), "the bodies of several different pieces"),
        "lang": Key(Text(), "its language; en when left out"),
        "hue": Key(Text(), "its colour; chosen from its id when left out"),
        "lay": Key(Text(), "how the sticks of its mark lie; chosen from its id when left out"),
        "added": Key(Day(), "the day of this edition"),
        "covers": Key(Texts(), "items of docs/coverage.yml it carries"),
    }
)

PIECE_KEYS = MappingProxyType({"body": Key(BODY, "what stands on this piece", required=True)})

PART_KEYS = MappingProxyType(
    {
        "heading": Key(Text(), "a heading"),
        "text": Key(Text(), "a paragraph"),
        "small": Key(Text(), "a paragraph in small print"),
        "items": Key(Texts(), "short lines, one under another"),
        "groups": Key(List("and below it a line '- title: …' for each group"), "titles with items under them"),
        "lines": Key(List("and below it a line '- title: …' for each label"), "lines to write on, with labels"),
        "boxes": Key(List("and below it a line '- title: …' for each box"), "large words in boxes to point at"),
        "columns": Key(Whole(1, MOST_COLUMNS), "of items, groups and boxes: how many stand side by side"),
    }
)

TITLE = Key(Text(), "what stands above", required=True)
ENTRY_KEYS = MappingProxyType(
    {
        Form.GROUPS: {"title": TITLE, "items": Key(Texts(), "the lines under it", required=True)},
        Form.LINES: {
            "title": TITLE,
            "text": Key(Text(), "what to write there"),
            "rows": Key(Whole(1, MOST_LINES), "how many lines; one when left out"),
        },
        Form.BOXES: {"title": TITLE, "text": Key(Text(), "what it means, in small")},
    }
)
# What one of the entries of a part is called.
CALLED = MappingProxyType({Form.GROUPS: "a group", Form.LINES: "a line to write on", Form.BOXES: "a box"})
IN_COLUMNS = (Form.ITEMS, Form.GROUPS, Form.BOXES)


def printables_of(node: Node) -> tuple[tuple[Printable, ...], list[Problem]]:
    """Read `printables.yml`: a group of keys for each printable, under its id, in the order they should stand."""
    if not isinstance(node, Mapping):
        hint = "an id such as talk-agreement:, and below it title:, about: and body:"
        return (), [Problem(node.place, f"printables should be groups of keys, but this is {named(node)}", hint)]
    problems: list[Problem] = []
    printables: dict[str, Printable] = {}
    for name, value in node.pairs:
        if name.text in printables:
            problems.append(Problem(name.place, f"the printable '{name.text}' stands here twice", "keep one of them"))
            continue
        printable, found = printable_of(name, value)
        problems += found
        if printable:
            printables[printable.id] = printable
    return tuple(printables.values()), problems


def printable_of(name: Scalar, node: Node) -> tuple[Printable | None, list[Problem]]:
    """Read one printable; none when anything is wrong with it, for half a page helps nobody."""
    if not isinstance(node, Mapping):
        hint = "title:, about: and body:, each on a line of its own"
        return None, [Problem(node.place, f"a printable should be a group of keys, but is {named(node)}", hint)]
    entry = read_group(node, PRINTABLE_KEYS, "a printable")
    pieces, found = pieces_of(entry)
    problems = [*name_of(name, "id").problems, *entry.problems, *found]
    problems = problems or [*body_problems(node, entry, pieces), *language_problems(entry)]
    problems = problems or room_problems(entry, len(pieces))
    if problems:
        return None, problems
    values = entry.values
    copies = values.get("copies", {"columns": 1, "rows": 1})
    printable = Printable(
        id=name.text,
        title=values["title"],
        about=values["about"],
        pieces=pieces,
        columns=copies["columns"],
        rows=copies["rows"],
        landscape=values.get("orientation") == LANDSCAPE,
        lang=values.get("lang", "en"),
        hue=values.get("hue", ""),
        lay=values.get("lay", ""),
        added=values.get("added", ""),
        covers=values.get("covers", ()),
        place=name.place,
        places=MappingProxyType(dict(entry.places)),
    )
    return printable, []


def body_problems(node: Mapping, entry: Reading, pieces: tuple[Body, ...]) -> list[Problem]:
    """Return what is wrong when a printable has nothing to say, or says it in two ways."""
    if not pieces or not all(pieces):
        return [Problem(node.place, "a printable has nothing on it", f"body: {BODY.shown}")]
    if {"body", "pieces"} <= entry.places.keys():
        message = "a printable has either a 'body' or 'pieces'"
        return [Problem(entry.places["pieces"], message, "keep one of them; each of the pieces has a body of its own")]
    return []


def language_problems(entry: Reading) -> list[Problem]:
    """Return what is wrong with a printable's language code."""
    if LANGUAGE.fullmatch(entry.values.get("lang", "en")):
        return []
    message = f"'{excerpt(entry.values['lang'])}' is no language code"
    return [Problem(entry.places["lang"], message, "a language code such as en, de or pt-BR")]


def room_problems(entry: Reading, count: int) -> list[Problem]:
    """Return a problem when there are more pieces than the page is cut into."""
    copies = entry.values.get("copies", {"columns": 1, "rows": 1})
    if count <= copies["columns"] * copies["rows"]:
        return []
    message = f"there are {count} pieces, and the page is cut into {copies['columns'] * copies['rows']}"
    hint = f"copies: {{columns: {copies['columns']}, rows: {-(-count // copies['columns'])}}}"
    return [Problem(entry.places["pieces"], message, hint)]


def pieces_of(entry: Reading) -> tuple[tuple[Body, ...], list[Problem]]:
    """Read what stands on a page: one body, or one for each of several pieces."""
    if "pieces" not in entry.values:
        parts, problems = body_of(entry.values.get("body", ()))
        return (parts,), problems
    pieces: list[Body] = []
    problems = []
    for node in entry.values["pieces"]:
        if isinstance(node, Mapping):
            piece = read_group(node, PIECE_KEYS, "a piece")
            parts, found = body_of(piece.values.get("body", ()))
            pieces.append(parts)
            problems += [*piece.problems, *found]
        else:
            hint = "- body: and below it a line '- text: …' for each part"
            problems.append(Problem(node.place, f"a piece should be a group of keys, but is {named(node)}", hint))
    return tuple(pieces), problems


def body_of(nodes: tuple[Node, ...]) -> tuple[Body, list[Problem]]:
    """Read the parts of a body; those with a problem are left out."""
    parts: list[Part] = []
    problems: list[Problem] = []
    for node in nodes:
        part, found = part_of(node)
        problems += found
        if part:
            parts.append(part)
    return tuple(parts), problems


def part_of(node: Node) -> tuple[Part | None, list[Problem]]:
    """Read one part: the key it has says what it is."""
    if not isinstance(node, Mapping):
        hint = '- text: "your text"'
        return None, [Problem(node.place, f"a part should be a group of keys, but is {named(node)}", hint)]
    entry = read_group(node, PART_KEYS, "a part")
    forms = [form for form in Form if form in entry.places]
    if entry.problems or len(forms) != 1:
        kinds = ", ".join(Form)
        message = f"a part is one thing, and this is {' and '.join(forms) or 'none'}"
        return None, list(entry.problems) or [Problem(node.place, message, f"one of {kinds}, each after a dash")]
    (form,) = forms
    if "columns" in entry.places and form not in IN_COLUMNS:
        message = f"'{form}' stands in one column"
        return None, [Problem(entry.places["columns"], message, "take 'columns' out")]
    value, columns = entry.values[form], entry.values.get("columns", 1)
    if isinstance(value, str):
        return Part(form, value, place=entry.places[form]), []
    if form is Form.ITEMS:
        entries = tuple(Entry(texts=(text,), place=entry.places[form]) for text in value)
        return Part(form, entries=entries, columns=columns, place=entry.places[form]), []
    entries, problems = entries_of(form, value)
    return Part(form, entries=entries, columns=columns, place=entry.places[form]), problems


def entries_of(form: Form, nodes: tuple[Node, ...]) -> tuple[tuple[Entry, ...], list[Problem]]:
    """Read the groups, lines or boxes of a part."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for node in nodes:
        if not isinstance(node, Mapping):
            message = f"{CALLED[form]} should be a group of keys, but is {named(node)}"
            problems.append(Problem(node.place, message, '- title: "your text"'))
            continue
        read = read_group(node, ENTRY_KEYS[form], CALLED[form])
        problems += read.problems
        if not read.problems:
            values = read.values
            texts = values.get("items") or tuple(text for text in [values.get("text")] if text)
            entries.append(Entry(values["title"], texts, values.get("rows", 1), node.place))
    return tuple(entries), problems
