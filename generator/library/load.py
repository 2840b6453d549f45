"""From files to a `Library`. The only module that knows YAML, and the only one here that reads files."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from generator.library.coverage import coverage_of
from generator.library.decks import deck_of
from generator.library.essays import essay_of, references_of
from generator.library.lines import unread, without_fault
from generator.library.model import Deck, Essay, Library, Place, Problem, Settings
from generator.library.nodes import CONTROL, Mapping, Node, Scalar, Sequence
from generator.library.printables import printables_of
from generator.library.reading import empty
from generator.library.resources import resources_of
from generator.library.syntax import MOST_DEPTH, Fault, explained

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Read = TypeVar("Read")

# libyaml reads a big deck ten times as fast; the pure parser gives the same tree where it is missing.
Loader: Any = getattr(yaml, "CLoader", yaml.Loader)

MOST_BYTES = 2_000_000
MOST_FAULTS = 50
MOST_READ = 2 * MOST_BYTES  # characters, in one file with fault after fault
REMARK = re.compile(r"[ \t]+(#.*)")
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
BYTE_ORDER_MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
# YAML counts these as line ends, an editor does not.
ODD_LINE_ENDS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")


def load_library(decks: Path, docs: Path | None = None, shelf: tuple[str, ...] = ()) -> tuple[Library, list[Problem]]:
    """Read a folder of decks, and the essays, references, printables and resources of a docs folder.

    `shelf` names decks in the order they should stand in; the others follow by id.
    Returns what could be read, and every problem met on the way, sorted by place. Never raises for bad input.
    """
    problems: list[Problem] = []
    found: list[Deck] = []
    if not decks.is_dir():
        hint = "run this in the folder where mkdocs.yml is, or name the folder that holds the decks"
        problems.append(Problem(Place(str(decks)), "there is no such folder", hint))
    for path in deck_files(decks):
        deck, wrong = load_deck(path)
        problems += wrong
        if deck:
            found.append(deck)
    if not found and not problems:
        problems.append(
            Problem(Place(str(decks)), "there is no deck in this folder", "write a first one, such as my-deck.yml")
        )
    order = {deck_id: number for number, deck_id in enumerate(shelf)}
    found.sort(key=lambda deck: (order.get(deck.id, len(order)), deck.id))
    library, wrong = load_docs(docs) if docs else (Library(whole=False), [])
    return replace(library, decks=tuple(found)), sorted([*problems, *wrong])


def deck_files(folder: Path) -> list[Path]:
    """Return what an author may have meant as a deck, whatever the case of its ending; hidden files are nobody's."""
    return sorted(path for path in folder.glob("[!.]*") if path.suffix.lower() in {".yml", ".yaml"})


def load_deck(path: Path) -> tuple[Deck | None, list[Problem]]:
    """Read one deck file."""
    if path.suffix != ".yml":
        return None, [Problem(Place(str(path)), "a deck's file ends in .yml", f"rename it to {path.stem}.yml")]
    text, problems = read_text(path)
    if problems:
        return None, problems
    node, faults = tree(text, str(path))
    if node and not empty(node):
        deck, wrong = deck_of(path.stem, node, complete=not faults)
        return deck, faults + wrong
    hint = "title:, about: and cards:, each at the start of a line"
    return None, faults or [Problem(Place(str(path)), "there is nothing in this file", hint)]


def load_docs(docs: Path) -> tuple[Library, list[Problem]]:
    """Read the essays, references, printables, coverage and resources of a docs folder; it may have none of them."""
    problems: list[Problem] = []
    essays: list[Essay] = []
    for path in sorted({*(docs / "essays").glob("[!.]*.md")} - {docs / "essays" / "index.md"}):
        essay, wrong = load_essay(path)
        problems += wrong
        if essay:
            essays.append(essay)
    references, wrong = load_list(docs / "references.yml", references_of)
    problems += wrong
    printables, wrong = load_list(docs / "printables.yml", printables_of)
    coverage, more = load_list(docs / "coverage.yml", coverage_of)
    resources, others = load_list(docs / "resources.yml", resources_of)
    library = Library((), tuple(essays), references, printables, coverage, resources, whole=not problems)
    return library, [*problems, *wrong, *more, *others]


def load_list(
    path: Path, read: Callable[[Node], tuple[tuple[Read, ...], list[Problem]]]
) -> tuple[tuple[Read, ...], list[Problem]]:
    """Read a file that lists values of one kind, if it is there."""
    if not path.exists():
        return (), []
    text, problems = read_text(path)
    node, faults = tree(text, str(path))
    found, wrong = read(node) if node else ((), [])
    return found, [*problems, *faults, *wrong]


def load_essay(path: Path) -> tuple[Essay | None, list[Problem]]:
    """Read one essay."""
    text, problems = read_text(path)
    if problems:
        return None, problems
    matter = FRONT_MATTER.match(text)
    # One empty line stands for the opening dashes, so that places are those of the file.
    node, faults = tree(f"\n{matter[1]}", str(path)) if matter else (None, [])
    if matter and node:
        first_line = text.count("\n", 0, matter.end()) + 1
        essay, wrong = essay_of(path.stem, node, text[matter.end() :], first_line, complete=not faults)
        return essay, faults + wrong
    hint = "begin the file with '---', then title: and summary:, then '---'"
    return None, faults or [Problem(Place(str(path)), "the essay has no front matter", hint)]


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """Read a UTF-8 file, with or without a byte order mark, with any line ends."""
    start = Place(str(path))
    try:
        if path.stat().st_size > MOST_BYTES:
            return "", [
                Problem(start, f"the file is larger than {MOST_BYTES // 1_000_000} MB", "split it into several")
            ]
        data = path.read_bytes().removeprefix(BOM_UTF8)
    except OSError as error:
        reason = str(error.strerror).lower()
        return "", [
            Problem(start, f"the file cannot be read: {reason}", "check that it is a file, and that you may open it")
        ]
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return "", [Problem(start, f"the file is saved as {name}", "save it as UTF-8")]
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        there = Place(str(path), before.count("\n") + 1, len(before) - before.rfind("\n"))
        return "", [Problem(there, "there is a character here that is not UTF-8", "save the file as UTF-8")]
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(ODD_LINE_ENDS), []


def tree(text: str, file: str, *, tags: bool = False) -> tuple[Node | None, list[Problem]]:
    """Return the nodes of a YAML document, and a problem for each fault in its syntax.

    YAML stops at the first fault. To report the others too, the card (or key) at fault is blanked and the
    rest is read again; places stay right, for no line is moved. What was read without fault is read again only
    once, at the end: fifty faults cost two readings, not fifty. `tags` such as `!ENV` are MkDocs' own.
    """
    problems: list[Problem] = []
    characters = 0
    lines = rest = text.split("\n")
    while isinstance(found := nodes_of(rest, file, tags=tags), Fault) or rest is not lines:
        if not isinstance(found, Fault):
            rest = lines
            continue
        problem, index = explained(lines, file, found)
        problems.append(problem)
        characters += sum(map(len, rest[: found.line]))
        shorter = without_fault(lines, index)
        if shorter == lines or len(problems) == MOST_FAULTS or characters > MOST_READ:
            return None, problems
        rest = [line and left for line, left in zip(unread(rest, found.read), shorter, strict=True)]
        lines = shorter
    return found, problems


def nodes_of(lines: list[str], file: str, *, tags: bool) -> Node | Fault | None:
    """Return the nodes of a YAML document, or the first fault in its syntax or in what would be dangerous to read on.

    Nodes are built from the event stream, where endless nesting and aliases show before they take the process down.
    """
    text = "\n".join(lines)
    if hidden := CONTROL.search(text):
        before = text[: hidden.start()]
        return Fault(before.count("\n"), hidden.start() - before.rfind("\n") - 1, "control")
    documents = 0
    quote = None
    starts: list[yaml.CollectionStartEvent] = []
    found: list[list[Node]] = [[]]
    try:
        for event in yaml.parse(text, Loader=Loader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if said := refused(event, documents, len(starts), tags=tags):
                return Fault(*spot(event.start_mark), said, read=done(found))
            if isinstance(event, yaml.ScalarEvent):
                found[-1].append(scalar(event, file, lines))
                quote = (*spot(event.start_mark), *spot(event.end_mark)) if event.style in {"'", '"'} else quote
            elif isinstance(event, yaml.CollectionStartEvent):
                starts.append(event)
                found.append([])
            elif isinstance(event, yaml.CollectionEndEvent):
                items = found.pop()
                found[-1].append(collection(starts.pop(), items, file))
    except yaml.MarkedYAMLError as error:
        return Fault(
            *within(lines, spot(error.problem_mark)),
            said=error.problem or "",
            context=error.context or "",
            origin=spot(error.context_mark or error.problem_mark),
            bracket=next((spot(event.start_mark) for event in starts if event.flow_style), None),
            quote=quote,
            read=done(found),
        )
    return next(iter(found[0]), None)


def done(found: list[list[Node]]) -> tuple[int, int]:
    """Return where the second and the last of the items begin that were read of a list below a key; lines from 0."""
    items = found[2] if len(found) > 2 else []  # noqa: PLR2004 - the document, its keys, the items of one of them
    return (items[1].place.line - 1, items[-1].place.line - 1) if len(items) > 1 else (0, 0)


def scalar(event: yaml.ScalarEvent, file: str, lines: list[str]) -> Scalar:
    """Return a piece of text; only without quotes can a comment behind it be a part of it that went astray."""
    line, column = spot(event.end_mark)
    remark = REMARK.match(lines[line], column) if not event.style and line < len(lines) else None
    return Scalar(event.value, place(event.start_mark, file), remark[1].rstrip() if remark else "")


def collection(start: yaml.CollectionStartEvent, items: list[Node], file: str) -> Node:
    """Return a list or a group of keys; a key that is no text is called '?'."""
    at = place(start.start_mark, file)
    if isinstance(start, yaml.SequenceStartEvent):
        return Sequence(tuple(items), at)
    keys = (key if isinstance(key, Scalar) else Scalar("?", key.place) for key in items[::2])
    return Mapping(tuple(zip(keys, items[1::2], strict=True)), at)


def place(mark: Any, file: str) -> Place:  # noqa: ANN401 - the two parsers have marks of their own
    """Return a mark as a place, counted from 1."""
    return Place(file, mark.line + 1, mark.column + 1)


def refused(event: yaml.Event, documents: int, depth: int, *, tags: bool) -> str:
    """Return what is wrong with an event that YAML allows and decks do not, or an empty string."""
    if documents > 1:
        return "document"
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "alias"
    if getattr(event, "tag", None) and not tags:
        return "tag"
    return "nested" if isinstance(event, yaml.CollectionStartEvent) and depth >= MOST_DEPTH else ""


def spot(mark: Any) -> tuple[int, int]:  # noqa: ANN401 - as above
    """Return line and column of a mark, counted from 0."""
    return mark.line, mark.column


def within(lines: list[str], at: tuple[int, int]) -> tuple[int, int]:
    """Return a place, or the end of the last line that holds something if it lies behind that."""
    last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].strip()), 0)
    return at if at[0] <= last else (last, len(lines[last]))


def load_settings(config: Path) -> tuple[Settings, list[Problem]]:
    """Read what the command line needs from `mkdocs.yml`, without MkDocs: folders, addresses, the plugin's options."""
    text, problems = read_text(config)
    node, faults = tree(text, str(config), tags=True)
    if not isinstance(node, Mapping):
        return Settings(), problems + faults
    values = {key.text: value for key, value in node.pairs}
    values |= {key.text: value for key, value in plugin_options(values.get("plugins"))}
    known: dict[str, Any] = {}
    for field in fields(Settings):
        value = values.get(field.name)
        if isinstance(value, Sequence) and field.name == "shelf":
            known["shelf"] = tuple(item.text for item in value.items if isinstance(item, Scalar))
        elif isinstance(value, Scalar) and value.text and field.name != "shelf":
            known[field.name] = value.text.lower() == "true" if field.type == "bool" else value.text
    return Settings(**known), faults


def plugin_options(plugins: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    """Return what stands under `kindling:` among the plugins, which MkDocs takes as a list or as a group of keys."""
    groups = plugins.items if isinstance(plugins, Sequence) else (plugins,)
    for group in groups:
        for key, value in group.pairs if isinstance(group, Mapping) else ():
            if key.text == "kindling" and isinstance(value, Mapping):
                return value.pairs
    return ()
