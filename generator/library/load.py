"""From files to a `Library`. The only module that knows YAML, and the only one here that reads files."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import yaml

from generator.library.decks import deck_of
from generator.library.essays import essay_of, references_of
from generator.library.model import Deck, Essay, Library, Place, Problem, Reference, Settings
from generator.library.nodes import Mapping, Node, Scalar, Sequence
from generator.library.syntax import explained, without_fault

if TYPE_CHECKING:
    from pathlib import Path

# libyaml reads a big deck ten times as fast; the pure parser gives the same tree where it is missing.
Loader: Any = getattr(yaml, "CLoader", yaml.Loader)

MOST_BYTES = 2_000_000
MOST_DEPTH = 50
MOST_FAULTS = 50
REMARK = re.compile(r"[ \t]+(#.*)")
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
BYTE_ORDER_MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def load_library(decks: Path, docs: Path | None = None, shelf: tuple[str, ...] = ()) -> tuple[Library, list[Problem]]:
    """Read a folder of decks, and the essays and references of a docs folder.

    `shelf` names decks in the order they should stand in; the others follow by id.
    Returns what could be read, and every problem met on the way, sorted by place. Never raises for bad input.
    """
    problems: list[Problem] = []
    found: list[Deck] = []
    if not decks.is_dir():
        hint = "run this in the folder where mkdocs.yml is, or name the folder that holds the decks"
        problems.append(Problem(Place(str(decks)), "there is no such folder", hint))
    for path in sorted(decks.glob("*.y*ml")):
        deck, wrong = load_deck(path)
        problems += wrong
        if deck:
            found.append(deck)
    if decks.is_dir() and not found and not problems:
        problems.append(Problem(Place(str(decks)), "there is no deck in this folder", "a first deck: my-deck.yml"))
    order = {deck_id: number for number, deck_id in enumerate(shelf)}
    found.sort(key=lambda deck: (order.get(deck.id, len(order)), deck.id))
    essays, references, wrong = load_docs(docs) if docs else ((), (), [])
    return Library(tuple(found), essays, references), sorted([*problems, *wrong])


def load_deck(path: Path) -> tuple[Deck | None, list[Problem]]:
    """Read one deck file."""
    if path.suffix != ".yml":
        return None, [Problem(Place(str(path)), "a deck's file ends in .yml", f"rename it to {path.stem}.yml")]
    text, problems = read_text(path)
    node, faults = tree(text, str(path))
    problems += faults
    if node is None:
        return None, problems
    deck, wrong = deck_of(path.stem, node)
    return deck, problems + wrong


def load_docs(docs: Path) -> tuple[tuple[Essay, ...], tuple[Reference, ...], list[Problem]]:
    """Read the essays and the references of a docs folder; a folder without them is fine."""
    problems: list[Problem] = []
    essays: list[Essay] = []
    for path in sorted((docs / "essays").glob("*.md")):
        if path.name == "index.md":
            continue
        essay, wrong = load_essay(path)
        problems += wrong
        if essay:
            essays.append(essay)
    references: tuple[Reference, ...] = ()
    path = docs / "references.yml"
    if path.exists():
        text, wrong = read_text(path)
        node, faults = tree(text, str(path))
        problems += wrong + faults
        if node is not None:
            references, wrong = references_of(node)
            problems += wrong
    return tuple(essays), references, problems


def load_essay(path: Path) -> tuple[Essay | None, list[Problem]]:
    """Read one essay."""
    text, problems = read_text(path)
    if problems:
        return None, problems
    matter = FRONT_MATTER.match(text)
    if not matter:
        hint = "begin the file with '---', then title: and summary:, then '---'"
        return None, [Problem(Place(str(path)), "the essay has no front matter", hint)]
    node, problems = tree("\n" + matter[1], str(path))
    if node is None:
        return None, problems
    body = text[matter.end() :]
    essay, wrong = essay_of(path.stem, node, body, text[: matter.end()].count("\n") + 1)
    return essay, problems + wrong


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """Read a UTF-8 file, with or without a byte order mark, with any line ends."""
    place = Place(str(path))
    try:
        if path.stat().st_size > MOST_BYTES:
            return "", [Problem(place, f"the file is larger than {MOST_BYTES // 1_000_000} MB", "split it into several")]
        data = path.read_bytes()
    except OSError as error:
        return "", [Problem(place, f"the file cannot be read: {(error.strerror or 'unknown reason').lower()}", "check its permissions")]
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return "", [Problem(place, f"the file is saved as {name}", "save it as UTF-8")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        return "", [Problem(Place(str(path), line, column), "there is a character here that is not UTF-8", "save the file as UTF-8")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def tree(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the nodes of a YAML document, and a problem for each fault in its syntax.

    YAML stops at the first fault. To report the others too, the card (or line) at fault is blanked and the
    rest is read again; places stay right, for no line is moved.
    """
    problems: list[Problem] = []
    lines = text.split("\n")
    if not text.strip():
        return None, []
    for _ in range(MOST_FAULTS):
        fault = bounds_fault("\n".join(lines), file)
        if fault:
            return None, [*problems, fault]
        try:
            composed = yaml.compose("\n".join(lines), Loader=Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            context = error.context_mark.line if error.context_mark else None
            problem, line = explained(lines, file, (mark.line, mark.column), context, error.problem or "")
            problems.append(problem)
        except yaml.reader.ReaderError as error:
            problem, line = unreadable(lines, file, error)
            problems.append(problem)
        else:
            return (node_of(composed, file, lines) if composed else None), problems
        shorter = without_fault(lines, line)
        if shorter == lines:
            break
        lines = shorter
    return None, problems


def unreadable(lines: list[str], file: str, error: yaml.reader.ReaderError) -> tuple[Problem, int]:
    """Return the problem of a character that YAML does not allow, and the index of its line."""
    text = "\n".join(lines)
    bad = next((i for i, c in enumerate(text) if not c.isprintable() and c not in "\n\t" and is_control(c)), 0)
    line = text.count("\n", 0, bad)
    place = Place(file, line + 1, bad - (text.rfind("\n", 0, bad) + 1) + 1)
    return Problem(place, f"there is a control character here (U+{ord(text[bad]):04X})", "delete it"), line


def is_control(character: str) -> bool:
    """Say whether YAML refuses a character outright."""
    code = ord(character)
    return code < 0x20 or 0x7F <= code < 0xA0 and code != 0x85 or 0xFFFE <= code <= 0xFFFF  # noqa: RUF021


def bounds_fault(text: str, file: str) -> Problem | None:
    """Return a problem when a document is nested too deeply or refers to itself.

    Read from the event stream, before anything is built: composing such a document can take the process down.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            place = Place(file, event.start_mark.line + 1, event.start_mark.column + 1)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return Problem(place, "anchors (&) and aliases (*) are not used in decks", "write it out, or put the text in quotes")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MOST_DEPTH:
                    return Problem(place, f"this is nested more than {MOST_DEPTH} levels deep", "take out brackets or spaces")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return None
    return None


def node_of(node: yaml.Node, file: str, lines: list[str]) -> Node:
    """Return a composed YAML node as a plain value."""
    place = Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        pairs = []
        for key, value in node.value:
            name = node_of(key, file, lines)
            if not isinstance(name, Scalar):
                name = Scalar("?", name.place)
            pairs.append((name, node_of(value, file, lines)))
        return Mapping(tuple(pairs), place)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(node_of(item, file, lines) for item in node.value), place)
    remark = ""
    if not node.style:  # plain, without quotes
        rest = lines[node.end_mark.line][node.end_mark.column :] if node.end_mark.line < len(lines) else ""
        match = REMARK.match(rest)
        remark = match[1].rstrip() if match else ""
    return Scalar(node.value, place, remark)


def load_settings(config: Path) -> tuple[Settings, list[Problem]]:
    """Read what the command line needs from `mkdocs.yml`, without MkDocs: folders, addresses, the plugin's options."""
    text, problems = read_text(config)
    node, faults = tree(text, str(config))
    if not isinstance(node, Mapping):
        return Settings(), [*problems, *faults]
    values = {key.text: value for key, value in node.pairs}
    plugins = values.get("plugins")
    for item in plugins.items if isinstance(plugins, Sequence) else ():
        if isinstance(item, Mapping):
            options = next((value for key, value in item.pairs if key.text == "kindling"), None)
            values |= {key.text: value for key, value in options.pairs} if isinstance(options, Mapping) else {}
    known: dict[str, Any] = {}
    for field in fields(Settings):
        value = values.get(field.name)
        if isinstance(value, Scalar):
            known[field.name] = value.text == "true" if field.type == "bool" else value.text
        elif isinstance(value, Sequence) and field.name == "shelf":
            known["shelf"] = tuple(item.text for item in value.items if isinstance(item, Scalar))
    return Settings(**known), [*problems, *faults]
