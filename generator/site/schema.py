"""The JSON Schema of a deck: what may stand in it, for editors that complete and check while an author types.

Made from the tables the loader reads by, so that both come to the same verdict. They differ where an editor
sees values and the loader sees what was typed:
- The schema knows nothing of syntax: comments that cut a text short, keys written twice, aliases, tags, several
  documents, sizes, endings, encodings, a file's name.
- It looks at one card at a time: an id used twice, or used again after it was retired, escapes it.
- `text: ~` and `text: null` are text to the loader, and nothing to an editor, which says so.
- Numbers are values there: `depth: 3.0`, `depth: 0x3` and `id: 1e-3` may pass or fail by what they amount to, and a
  number in quotes is only seen to be one. Items of a list are the same when their values are, not their words.
- Whether there was a 30th of February is for an editor to know; in an empty file most say nothing.

Draft 7 of JSON Schema, for it is what most editors know; `errorMessage`, `enumDescriptions` and `defaultSnippets` are
words of editors that others pass over. Patterns hold in JavaScript and in Python.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.library.decks import CARD_KEYS, DECK_KEYS, KINDS, LANGUAGE
from generator.library.model import DEPTHS
from generator.library.nodes import CONTROL
from generator.library.reading import BLANKS, RULE
from generator.library.shapes import (
    COUNT,
    ID,
    ID_LENGTH,
    Choice,
    Counts,
    Day,
    Group,
    Lines,
    Name,
    Names,
    Reasons,
    Shape,
    Text,
    Texts,
    Whole,
    Wholes,
    example,
    wanted,
)
from generator.library.words import words
from generator.look.lays import LAYS
from generator.look.tokens import look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.shapes import Key

    Schema = dict[str, Any]

SCHEMA_URI = "schema/deck.json"
DRAFT = "http://json-schema.org/draft-07/schema#"

# Any scalar is text as it was typed; `~` and nothing at all look the same to an editor.
SCALAR = ("string", "number", "boolean")
WRITTEN = rf"^(?![\s\S]*{CONTROL.pattern})[\s\S]*\S"


def deck_schema(site_url: str = "") -> str:
    """Return the JSON Schema of a deck file; it has an address of its own only if the site has one."""
    here = {"$id": f"{site_url.rstrip('/')}/{SCHEMA_URI}"} if site_url else {}
    about = {"title": "deck", "description": "A deck of conversation cards, one file a deck."}
    deck = group_of(DECK_KEYS)
    keys = deck["properties"]
    keys["hue"] |= {"defaultSnippets": [{"label": hue, "body": hue} for hue in look()["hue"]]}
    keys["lay"] |= {"defaultSnippets": [{"label": lay, "body": lay} for lay in LAYS]}
    keys["lang"] |= language()
    return json.dumps({"$schema": DRAFT} | here | about | deck, ensure_ascii=False, indent=2) + "\n"


def card() -> Schema:
    """Return the schema of a card."""
    schema: Schema = {"title": "card"} | group_of(CARD_KEYS)
    keys = schema["properties"]
    keys["kind"] |= {"enumDescriptions": [words()["kinds"][kind] for kind in KINDS]}
    levels = [depth(level) for level in DEPTHS]
    said = [keys["depth"]["description"], *(f"{level['label']}: {level['description']}" for level in levels)]
    keys["depth"] |= {"description": "\n\n".join(said), "defaultSnippets": levels}
    return schema


def depth(level: int) -> Schema:
    """Return a depth as an editor offers it: the number to write, its name, and what it means."""
    said = words()["depths"][str(level)]
    return {"label": f"{level} {said['name']}", "description": said["about"], "body": level}


def language() -> Schema:
    """Return the schema of a language code, which no number is."""
    blanks = f"({BLANKS.pattern})?"
    return {
        "type": "string",
        "pattern": f"^{blanks}{LANGUAGE.pattern}{blanks}$",
        "errorMessage": "This should be a language code such as en, de or pt-BR.",
        "examples": ["en"],
    }


def group_of(keys: Mapping[str, Key]) -> Schema:
    """Return the schema of a group of keys: no others, and none of the required ones left out."""
    required = [name for name, key in keys.items() if key.required]
    schema = only({name: described(name, key) for name, key in keys.items()})
    return schema | ({"required": required} if required else {})


def only(properties: Mapping[str, Schema]) -> Schema:
    """Return the schema of a group of these keys and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


def described(name: str, key: Key) -> Schema:
    """Return the schema of what stands behind a key, with what an editor shows of it."""
    about = f"{key.about[0].upper()}{key.about[1:]}"
    return {"title": name, "description": about if about.endswith("…") else f"{about}."} | schema_of(key.shape)


def schema_of(shape: Shape) -> Schema:  # noqa: C901, PLR0911, PLR0912 - one arm a shape
    """Return the schema of what may stand behind a key."""
    match shape:
        case Text():
            return text()
        case Lines(most=most):
            lines = list_of(text(), shape) | {"minItems": 1, "maxItems": most}
            return text() | lines | {"type": [*SCALAR, "array"]}
        case Name():
            return name() | {"examples": [example(shape)]}
        case Names(allowed=allowed):
            return list_of(one_of(allowed) if allowed else name(), shape)
        case Texts():
            return list_of(text(), shape)
        case Choice(allowed=allowed):
            return one_of(allowed)
        case Whole():
            return whole(shape)
        case Day():
            return day() | {"examples": [example(shape)]}
        case Wholes(most=most):
            return list_of(whole(COUNT), shape) | {"maxItems": most, "uniqueItems": False}
        case Counts(allowed=allowed):
            return only({word: whole(COUNT) for word in allowed})
        case Reasons():
            return only({}) | {"patternProperties": {f"^{RULE.pattern}$": text()}}
        case Group(keys=keys):
            return group_of(keys)
        case _:
            below = f"This should be {wanted(shape)}, {example(shape)}."
            return list_of(card(), shape) | {"minItems": 1, "errorMessage": below}


def text() -> Schema:
    """Return the schema of a text: any scalar with something in it, and nothing that no page can show."""
    return {
        "type": list(SCALAR),
        "pattern": WRITTEN,
        "errorMessage": "This should be text, and not empty. A text with a colon goes into double quotes.",
    }


def name() -> Schema:
    """Return the schema of an id; `007` and `true` are ids too."""
    return {
        "type": ["string", "integer", "boolean"],
        "pattern": f"^{ID.pattern}$",
        "maxLength": ID_LENGTH,
        "minimum": 0,
        "errorMessage": "An id is small letters a-z, numbers and single hyphens, such as spare-key.",
    }


def whole(shape: Whole) -> Schema:
    """Return the schema of a whole number; in quotes it is one too."""
    return {
        "type": ["integer", "string"],
        "minimum": shape.least,
        "maximum": shape.most,
        "pattern": "^[0-9]{1,6}$",
        "errorMessage": f"This should be a whole number from {shape.least} to {shape.most}.",
    }


def day() -> Schema:
    """Return the schema of a date."""
    return {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "format": "date",
        "errorMessage": "This should be a date: year, month, day, as in 2026-11-22.",
    }


def one_of(allowed: tuple[str, ...]) -> Schema:
    """Return the schema of one of a few words."""
    return {"enum": list(allowed), "errorMessage": f"This should be one of {', '.join(allowed)}."}


def list_of(items: Schema, shape: Shape) -> Schema:
    """Return the schema of a list without repetitions."""
    message = f"This should be {wanted(shape)}, such as {example(shape)}."
    return {"type": "array", "items": items, "uniqueItems": True, "errorMessage": message}
