"""An essay file: YAML front matter and a Markdown body, and the references essays cite."""

from __future__ import annotations

import re
from types import MappingProxyType

from generator.library.model import Citation, Essay, Place, Problem, Reference
from generator.library.nodes import Mapping, Node, excerpt, named
from generator.library.reading import read_group
from generator.library.shapes import Day, Group, Key, Names, Text, Texts, Whole

ESSAY_KEYS = MappingProxyType(
    {
        "title": Key(Text(), "the essay's title", required=True),
        "summary": Key(Text(), "what the reader gets, in two or three sentences", required=True),
        "topics": Key(Names(), "what it is about, to relate it to others"),
        "covers": Key(Texts(), "items of docs/coverage.yml it carries"),
        "reviewed": Key(Day(), "the day it was last read through"),
    }
)

REFERENCE_KEYS = MappingProxyType(
    {
        "authors": Key(Texts(), "family name and initials of each", required=True),
        "year": Key(Whole(1800, 2100), "the year it appeared", required=True),
        "title": Key(Text(), "its title", required=True),
        "container": Key(Text(), "the journal or book it stands in"),
        "volume": Key(Text(), "volume and issue"),
        "pages": Key(Text(), "first and last page"),
        "doi": Key(Text(), "its DOI, without an address before it"),
        "finding": Key(Text(), "what it found, in a sentence of our own", required=True),
        "limits": Key(Text(), "where that stops", required=True),
        "checked": Key(
            Group({"on": Key(Day(), "the day", required=True), "how": Key(Text(), "what was seen", required=True)}),
            "when and how this entry was checked",
            required=True,
        ),
    }
)

DOI = re.compile(r"10\.\d{4,9}/\S+")
CITATION = re.compile(r"\[@([^\]\s]+)\]")
CODE = re.compile(r"`[^`\n]*`")
TAG = re.compile(r"<(?!!-- kindling: )[A-Za-z/!?]")
ADDRESS = re.compile(r"\]\(\s*([a-zA-Z][a-zA-Z0-9+.-]*):|^ {0,3}\[[^\]]+\]:\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
SCHEMES = ("https", "mailto")


def essay_of(
    slug: str, node: Node, body: str, first_line: int, *, complete: bool = True
) -> tuple[Essay | None, list[Problem]]:
    """Read an essay's front matter and body; `first_line` is the body's first line in its file.

    Of front matter that is not `complete`, because of a syntax error, no key is said to be missing.
    """
    if not isinstance(node, Mapping):
        hint = "begin the file with '---', then title: and summary:, then '---'"
        return None, [Problem(node.place, f"an essay's front matter should be keys, but is {named(node)}", hint)]
    entry = read_group(node, ESSAY_KEYS, "an essay", complete=complete)
    citations, found = scan(body, node.place.file, first_line)
    problems = [*entry.problems, *found]
    values = entry.values
    if "title" not in values or "summary" not in values:
        return None, problems
    essay = Essay(
        slug=slug,
        title=values["title"],
        summary=values["summary"],
        body=body,
        topics=values.get("topics", ()),
        covers=values.get("covers", ()),
        reviewed=values.get("reviewed", ""),
        citations=citations,
        line=first_line,
        place=node.place,
    )
    return essay, problems


def scan(body: str, file: str, first_line: int) -> tuple[tuple[Citation, ...], list[Problem]]:
    """Find the citations in a Markdown body, and what an essay may not hold: HTML, and odd links."""
    citations: list[Citation] = []
    problems: list[Problem] = []
    for number, written in enumerate(body.split("\n"), first_line):
        line = CODE.sub(lambda match: " " * len(match[0]), written)
        citations += [Citation(m[1], Place(file, number, m.start() + 1)) for m in CITATION.finditer(line)]
        if tag := TAG.search(line):
            place = Place(file, number, tag.start() + 1)
            problems.append(
                Problem(place, "an essay is Markdown, without HTML", "write it in Markdown, or `in code marks`")
            )
        for match in ADDRESS.finditer(line):
            scheme = match[1] or match[2]
            if scheme.lower() not in SCHEMES:
                place = Place(file, number, match.start() + 1)
                problems.append(
                    Problem(place, f"a link may not begin with '{scheme}:'", "a https: address, or a page of this site")
                )
    return tuple(citations), problems


def references_of(node: Node) -> tuple[tuple[Reference, ...], list[Problem]]:
    """Read `references.yml`: a group of keys for each reference, under its id."""
    if not isinstance(node, Mapping):
        hint = "an id such as aron1997:, and below it authors, year, title …"
        return (), [Problem(node.place, f"references should be groups of keys, but this is {named(node)}", hint)]
    problems: list[Problem] = []
    references: dict[str, Reference] = {}
    for name, value in node.pairs:
        if name.text in references:
            problems.append(Problem(name.place, f"the reference '{name.text}' stands here twice", "keep one of them"))
            continue
        if not isinstance(value, Mapping):
            hint = "authors:, year:, title:, finding:, limits:, checked:"
            problems.append(Problem(value.place, f"a reference should be a group of keys, but is {named(value)}", hint))
            continue
        reference, found = reference_of(name.text, value)
        problems += found
        if reference:
            references[name.text] = reference
    return tuple(references[name] for name in sorted(references)), problems


def reference_of(name: str, node: Mapping) -> tuple[Reference | None, list[Problem]]:
    """Read one reference; none when anything required is missing."""
    entry = read_group(node, REFERENCE_KEYS, "a reference")
    problems = list(entry.problems)
    values = entry.values
    doi = values.get("doi", "")
    if doi and not DOI.fullmatch(doi):
        near = DOI.search(doi)
        hint = f"doi: {near[0] if near else '10.1037/0022-3514.87.2.228'}"
        problems.append(Problem(entry.places["doi"], f"'{excerpt(doi)}' is no DOI", hint))
    if problems:
        return None, problems
    reference = Reference(
        id=name,
        authors=values["authors"],
        year=values["year"],
        title=values["title"],
        container=values.get("container", ""),
        volume=values.get("volume", ""),
        pages=values.get("pages", ""),
        doi=doi,
        finding=values["finding"],
        limits=values["limits"],
        checked_on=values["checked"].get("on", ""),
        checked_how=values["checked"].get("how", ""),
        place=node.place,
    )
    return reference, problems
