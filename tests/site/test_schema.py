"""The deck schema, held against the loader: an editor and `kindling check` come to the same verdict."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import assume, event, given
from jsonschema import Draft7Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from generator.library.decks import CARD_KEYS, DECK_KEYS
from generator.library.load import load_library
from generator.library.model import Settings
from generator.outputs import outputs
from generator.site.schema import SCHEMA_URI, deck_schema
from tests.decks import a_library
from tests.site.values import LANGUAGES, ODD, decks, edges, ids_of, written

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
DECKS = sorted((ROOT / "decks").glob("*.yml"))
GOLDEN = sorted(path for path in (ROOT / "tests" / "golden").iterdir() if path.suffix in {".yml", ".yaml"})
MODELINE = f"# yaml-language-server: $schema=../site/{SCHEMA_URI}\n"
SCHEMA = json.loads(deck_schema())


def ecma_pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:  # noqa: ANN401 - any value
    """Match as JavaScript does: `$` is the end, and not also the line end before it."""
    if isinstance(value, str) and not re.search(pattern.replace("$", r"\Z"), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def validator(schema: Any = SCHEMA) -> Any:  # noqa: ANN401 - a class made on the way
    """Return what judges values by a schema."""
    judge: Any = extend(Draft7Validator, {"pattern": ecma_pattern})  # type: ignore[no-untyped-call] # it has no types
    return judge(schema, format_checker=FormatChecker(["date"]))


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # the C parser is typed loosely
    """Reads YAML 1.2 with its core schema, as editors do: `yes`, `12:30` and days are text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


def whole_number(_: Core, node: yaml.ScalarNode) -> int:
    """Return the number an editor sees."""
    return int(node.value, 0) if node.value.startswith("0x") else int(node.value)


for kind, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{pattern})$"), None)
Core.add_constructor("tag:yaml.org,2002:int", whole_number)


def named_by_text(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """Return a value as JSON has it, where every key is text."""
    if isinstance(value, dict):
        return {str(key): named_by_text(inner) for key, inner in value.items()}
    return [named_by_text(inner) for inner in value] if isinstance(value, list) else value


def schema_takes(text: str) -> bool:
    """Say whether an editor finds nothing wrong with a deck, neither as YAML nor by the schema."""
    try:
        return bool(validator().is_valid(named_by_text(yaml.load(text, Loader=Core))))  # noqa: S506 - a safe loader
    except yaml.YAMLError:
        return False


def loader_takes(data: bytes, folder: Path, name: str = "porch.yml") -> bool:
    """Say whether the loader finds nothing wrong with a deck; the craft of its cards is not asked."""
    (folder / name).write_bytes(data)
    return load_library(folder)[1] == []


def test_the_schema_is_a_schema() -> None:
    """Editors that check schemas first take it, and it closes with a line end, the same each time."""
    Draft7Validator.check_schema(SCHEMA)
    assert deck_schema().endswith("}\n")
    assert deck_schema() == deck_schema()


def test_the_site_carries_the_schema() -> None:
    """It stands where the first line of every deck says; an address of its own it has only if the site has one."""
    assert outputs(a_library(), Settings())[SCHEMA_URI] == deck_schema()
    assert "$id" not in SCHEMA
    published = outputs(a_library(), Settings(site_url="https://example.org/kindling/"))[SCHEMA_URI]
    assert json.loads(published) == SCHEMA | {"$id": "https://example.org/kindling/schema/deck.json"}


@pytest.mark.parametrize("deck", DECKS, ids=lambda path: path.stem)
def test_our_decks_name_the_schema_and_pass_it(deck: Path) -> None:
    """Whoever opens one of our decks in an editor is helped at once, and sees nothing underlined."""
    text = deck.read_text("utf-8")
    assert text.startswith(MODELINE)
    assert [error.message for error in validator().iter_errors(yaml.load(text, Loader=Core))] == []  # noqa: S506 - as above


def parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema and every schema in it."""
    yield schema
    inner = [*schema.get("properties", {}).values(), *schema.get("patternProperties", {}).values()]
    for part in [*inner, *([schema["items"]] if "items" in schema else [])]:
        yield from parts(part)


def test_whatever_the_schema_offers_it_takes() -> None:
    """An editor never completes to something it then underlines."""
    offers = 0
    for part in parts(SCHEMA):
        for offered in [*part.get("examples", []), *(snippet["body"] for snippet in part.get("defaultSnippets", []))]:
            validator(part).validate(offered)
            offers += 1
    assert offers > len(["hue", "lay", "lang", "added", "id", "depth"])


def test_every_key_says_what_it_is_for() -> None:
    """Hovering over any key shows a sentence; over a depth and a kind, what each means."""
    card = SCHEMA["properties"]["cards"]["items"]
    for keys, group in ((DECK_KEYS, SCHEMA), (CARD_KEYS, card)):
        assert list(group["properties"]) == list(keys)
        for name, key in keys.items():
            said = group["properties"][name]["description"]
            assert said.lower().startswith(key.about.lower())
            assert re.search(r"[^.…][.…]\Z", said), said
    assert "4 Tender: Grief, shame" in card["properties"]["depth"]["description"]
    kinds = card["properties"]["kind"]
    assert dict(zip(kinds["enum"], kinds["enumDescriptions"], strict=True))["frame"] == "Finish it"


# Why an editor finds nothing wrong with these, and the loader does.
UNSEEN = {
    "Two Words.yml": "the file's name cannot be an id",
    "duplicate-id.yml": "an id is used twice",
    "duplicate-key.yml": "a key stands there twice: editors that read YAML strictly say so themselves",
    "other-ending.yaml": "the file's ending",
    "retired-id.yml": "a retired id is used again",
}
# And the other way round.
STRICTER = {
    "read-as-text.yml": "`null` and `~` as texts",
}


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_golden_decks_get_the_same_verdict(case: Path, tmp_path: Path) -> None:
    """What the loader tells an author, an editor shows too, but for a short list that says why not."""
    data = case.read_bytes()
    verdicts = (schema_takes(data.decode("utf-8-sig")), loader_takes(data, tmp_path, case.name))
    if case.name in UNSEEN:
        assert verdicts == (True, False)
    elif case.name in STRICTER:
        assert verdicts == (False, True)
    else:
        assert verdicts[0] == verdicts[1]


ONE_CARD = "title: T\nabout: A\ncards:\n  - id: bell\n    text: Who rings?\n"


@pytest.mark.parametrize(
    ("line", "by_schema", "by_loader"),
    [
        ("", True, True),
        ("    listener: Who # really?", True, False),
        ("    listener: &who Who", True, False),
        ("  - {id: bell, text: Who knocks?}", True, False),
        ("    depth: 3.0", True, False),
        ("    depth: 0x3", True, False),
        ('    depth: "9"', True, False),
        ('    topics: [1, "1"]', True, False),
        ('    covers: [a  b, "a b"]', True, False),
        ("    covers: [1, 1.0]", False, True),
        ("    topics: [1e-3]", False, True),
        ("    topics: [TRUE]", True, False),
        ("    listener: ~", False, True),
    ],
)
def test_what_an_editor_cannot_see_may_differ(line: str, by_schema: bool, by_loader: bool, tmp_path: Path) -> None:  # noqa: FBT001 - the verdicts
    """The differences that the schema's docstring tells of are these; each is rare, and told by `kindling check`."""
    text = f"{ONE_CARD}{line}\n"
    assert (schema_takes(text), loader_takes(text.encode(), tmp_path)) == (by_schema, by_loader)


@pytest.mark.parametrize("name", [*DECK_KEYS, *(f"cards/{name}" for name in CARD_KEYS)])
def test_at_the_edges_of_a_shape_the_verdict_is_the_same(name: str, tmp_path: Path) -> None:
    """Longest, shortest, most, least, empty, twice, of another kind: both draw the line at the same place."""
    where, _, last = name.rpartition("/")
    shape = (CARD_KEYS if where else DECK_KEYS)[last].shape
    for value in [*ODD, *edges(shape), *(LANGUAGES if name == "lang" else [])]:
        card: dict[str, Any] = {"id": "bell", "text": "Who rings?"}
        deck: dict[str, Any] = {"title": "T", "about": "A", "cards": [card]}
        (card if where else deck)[last] = value
        text = written(deck)
        assert loader_takes(text.encode(), tmp_path) == validator().is_valid(deck), text


@given(deck=decks())
def test_schema_and_loader_come_to_the_same_verdict(
    deck: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever an author writes, an editor that knows the schema takes it exactly when `kindling check` can read it.

    Only ids used twice are left out here: a schema looks at one card at a time.
    """
    assume(len(set(ids_of(deck))) == len(ids_of(deck)))
    text = written(deck)
    verdict = validator().is_valid(deck)
    event("taken" if verdict else "refused")
    assert loader_takes(text.encode(), tmp_path_factory.getbasetemp()) == verdict, text
