"""The keys of a resource: somewhere to turn for help."""

from __future__ import annotations

import re
from types import MappingProxyType

from generator.library.model import Problem, Reach, Resource
from generator.library.nodes import Mapping, Node, Sequence, excerpt, named
from generator.library.reading import read_group
from generator.library.shapes import Choice, Day, Key, Text

RESOURCE_KEYS = MappingProxyType(
    {
        "name": Key(Text(), "what it is called", required=True),
        "url": Key(Text(), "its address", required=True, sample="https://findahelpline.com"),
        "what": Key(Text(), "what people find there, in a sentence", required=True),
        "kind": Key(Choice(tuple(Reach)), "a directory of many, or a single line", required=True),
        "where": Key(Text(), "the countries it is for", required=True),
        "source": Key(Text(), "what was looked at to check it", required=True),
        "checked_on": Key(Day(), "the day it was last checked", required=True),
    }
)

ADDRESS = re.compile(r"https://(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>\"']*)?", re.IGNORECASE)
SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?/*", re.IGNORECASE)


def resources_of(node: Node) -> tuple[tuple[Resource, ...], list[Problem]]:
    """Read `resources.yml`: a list with a group of keys for each resource, in the order they should stand."""
    if not isinstance(node, Sequence):
        hint = "a line '- name: …' for each, and below it url:, what:, kind:, where:, source: and checked_on:"
        return (), [Problem(node.place, f"resources should be a list, but this is {named(node)}", hint)]
    problems: list[Problem] = []
    resources: dict[str, Resource] = {}
    for item in node.items:
        resource, found = resource_of(item)
        problems += found
        if resource and resource.url in resources:
            message = f"'{excerpt(resource.url)}' stands here twice"
            problems.append(Problem(resource.at("url"), message, "keep one of them"))
        elif resource:
            resources[resource.url] = resource
    return tuple(resources.values()), problems


def resource_of(node: Node) -> tuple[Resource | None, list[Problem]]:
    """Read one resource; none when anything is wrong with it, for nobody should be sent somewhere by half."""
    if not isinstance(node, Mapping):
        hint = "- name: Find A Helpline   (and below it url:, what:, kind:, where:, source: and checked_on:)"
        return None, [Problem(node.place, f"a resource should be a group of keys, but is {named(node)}", hint)]
    entry = read_group(node, RESOURCE_KEYS, "a resource")
    problems = list(entry.problems)
    values = entry.values
    url = values.get("url", "")
    if url and not ADDRESS.fullmatch(url):
        better = SCHEME.sub("https://", url, count=1)
        hint = f"url: {better if ADDRESS.fullmatch(better) else RESOURCE_KEYS['url'].sample}"
        problems.append(Problem(entry.places["url"], f"'{excerpt(url)}' is no https: address", hint))
    if problems:
        return None, problems
    resource = Resource(
        name=values["name"],
        url=url,
        what=values["what"],
        kind=Reach(values["kind"]),
        where=values["where"],
        source=values["source"],
        checked_on=values["checked_on"],
        place=node.place,
        places=MappingProxyType(dict(entry.places)),
    )
    return resource, []
