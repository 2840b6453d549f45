"""Decks as plain values: right ones, spoilt ones, and those at the edge of a shape; and how each is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import assume, event
from hypothesis import strategies as st

from generator.library.decks import CARD_KEYS, DECK_KEYS
from generator.library.reading import tidy
from generator.library.shapes import (
    COUNT,
    Choice,
    Counts,
    Day,
    Group,
    Lines,
    List,
    Name,
    Names,
    Reasons,
    Shape,
    Text,
    Texts,
    Whole,
    Wholes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.library.shapes import Key

    Path = tuple[str | int, ...]

# Texts differ by more than blanks, and none is a number in quotes: see the differences in test_schema.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=20).map(
    lambda text: tidy(f"Who {text}")
) | st.sampled_from(["Who rings: you?", "yes", "no # really", "12:30", "a\x85b", "[x]", "{y}", " on ", "two\nlines"])
BAD_TEXTS = st.sampled_from(["", "  ", "\xa0", "\x07", "Who\x9b", "\ufffe", "\n"])
IDS = st.from_regex(r"[a-z]{2,9}(-[a-z0-9]{2,5}){0,3}", fullmatch=True)
BAD_IDS = st.sampled_from(["Gate_1", "-a", "a-", "a--b", "über", "a" * 41, "a b", "?", "a\n"])
FRACTIONS = st.integers(-9, 9).map(lambda number: number + 0.5)
DAYS = st.dates().map(str)
SCALARS = st.none() | st.booleans() | st.integers(-2, 1200) | FRACTIONS | TEXTS | BAD_TEXTS | IDS | BAD_IDS
ANYTHING = st.recursive(
    SCALARS | st.sampled_from(["2026-02-30", "26-1-1", "prompt", "partner", "L08", "0003", "en"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(IDS | st.sampled_from(["L08", "id"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def fitting(shape: Shape) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911, PLR0912 - one arm a shape
    """Return values of a shape, in all the ways they may be typed."""
    match shape:
        case Text():
            return TEXTS | st.integers() | FRACTIONS | st.booleans()
        case Lines(most=most):
            return TEXTS | st.lists(TEXTS, min_size=1, max_size=most, unique=True)
        case Name():
            return IDS
        case Names(allowed=allowed):
            return st.lists(st.sampled_from(allowed) if allowed else IDS | st.integers(0, 9), max_size=4, unique=True)
        case Texts():
            return st.lists(TEXTS | st.integers(), max_size=3, unique=True)
        case Choice(allowed=allowed):
            return st.sampled_from(allowed)
        case Whole(least=least, most=most):
            return st.integers(least, most) | st.integers(least, most).map(lambda number: f"{number:03}")
        case Day():
            return DAYS
        case Wholes(most=most):
            return st.lists(fitting(COUNT), max_size=most)
        case Counts(allowed=allowed):
            return st.dictionaries(st.sampled_from(allowed), fitting(COUNT), max_size=3)
        case Reasons():
            return st.dictionaries(st.from_regex("L[0-9][0-9]", fullmatch=True), TEXTS, max_size=2)
        case Group(keys=keys):
            return groups(keys)
        case List():
            return st.lists(groups(CARD_KEYS), min_size=1, max_size=3)


def groups(keys: Mapping[str, Key]) -> st.SearchStrategy[dict[str, Any]]:
    """Return groups of keys with all that are required and some of the others."""
    values = {name: fitting(key.shape) for name, key in keys.items()}
    if "lang" in values:
        values["lang"] = st.sampled_from(["en", "no", "pt-BR", " de ", "zh-Hant-TW"])
    required = {name: values.pop(name) for name, key in keys.items() if key.required}
    return st.fixed_dictionaries(required, optional=values)


def paths(value: Any, here: Path = ()) -> Iterator[Path]:  # noqa: ANN401 - a deck or a part of it
    """Yield the way to everything in a deck, itself left out."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield (*here, key)
        yield from paths(part, (*here, key))


@st.composite
def decks(draw: st.DrawFn) -> dict[str, Any]:
    """Return decks that are right, or were spoilt in one or two places."""
    deck: dict[str, Any] = draw(groups(DECK_KEYS))
    for how in draw(st.lists(st.sampled_from(["other", "gone", "twice", "unknown", "empty"]), max_size=2)):
        ways = sorted(paths(deck), key=repr)
        *way, last = draw(st.sampled_from(ways))
        parent: Any = deck
        for key in way:
            parent = parent[key]
        spoil(draw, parent, last, how)
        event(how)
        assume(list(paths(deck)))
    return deck


def spoil(draw: st.DrawFn, parent: Any, last: str | int, how: str) -> None:  # noqa: ANN401 - a list or a group of keys
    """Spoil one place of a deck."""
    if how == "gone":
        del parent[last]
    elif how == "twice" and isinstance(parent, list):
        parent.append(parent[int(last)])
    elif how == "unknown" and isinstance(parent, dict):
        parent[draw(IDS | st.sampled_from(["promt", "L8", "setting"]))] = draw(ANYTHING)
    else:
        parent[last] = draw(st.sampled_from(["", None, [], {}])) if how == "empty" else draw(ANYTHING)


class Plain(yaml.SafeDumper):
    """Writes values so that no reader of YAML can mistake one: texts in quotes, nothing as nothing."""

    def ignore_aliases(self, data: object) -> bool:
        return data is data  # noqa: PLR0124 - never an alias


Plain.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
Plain.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "", style=None))


def written(deck: Any) -> str:  # noqa: ANN401 - a deck, or what should have been one
    """Return a deck as YAML that no reader can mistake."""
    return yaml.dump(deck, Dumper=Plain, allow_unicode=True, sort_keys=False)


ODD: list[Any] = [
    "",
    " ",
    "\xa0",
    "\x07",
    "Who\x9b",
    "Who\n",
    None,
    True,
    -1,
    0,
    1000,
    1.5,
    [],
    [""],
    [None],
    [[]],
    {},
    {"x": 1},
]


LANGUAGES = ["en", "pt-BR", " de ", "en\n", "e", "EN", "en-", "English"]


def edges(shape: Shape) -> list[Any]:  # noqa: C901, PLR0911 - one arm a shape
    """Return values that only just have a shape, or only just miss it."""
    match shape:
        case Lines(most=most):
            return [["a"], ["a", "a"], ["a", "b", "c"][:most], ["a", "b", "c"][: most + 1]]
        case Name():
            return ["a" * 40, "a" * 41, "a-b", "-a", "a-", "a--b", "Ab", "ab ", "a\n", "ü"]
        case Names(allowed=allowed):
            first = allowed[0] if allowed else "a"
            return [[first], [first, first], [first, "strangers"], ["Ab"], ["a\n"], [-1], first]
        case Texts():
            return [["a"], ["a", "a"], ["a", 12, True], "a"]
        case Choice(allowed=allowed):
            return [*allowed, allowed[0].upper(), "setting"]
        case Whole(least=least, most=most):
            inside = [least, most, str(least), f"{most:06}"]
            return [*inside, least - 1, most + 1, "0000001", "two", f"x{least}", f"{least}x", f"{least}\n"]
        case Day():
            return ["2026-11-22", "2024-02-29", "2026-02-29", "2026-11-2", "x2026-11-22", "2026-11-22x", "20261122"]
        case Wholes(most=most):
            return [[0] * most, [0] * (most + 1), [999], [1000], ["1"]]
        case Counts(allowed=allowed):
            return [{allowed[-1]: 0}, {allowed[0]: 999}, {allowed[0]: 1000}, {allowed[0]: None}, {"setting": 1}]
        case Reasons():
            rules = [{rule: "a"} for rule in ("L08", "L8", "xL08", "L081", "l08")]
            return [*rules, {"L08": 12}, {"L08": ""}, {"L08": None}, {"L08": ["a"]}, {"L08": "a", "L09": ""}]
        case Group(keys=keys):
            return [{name: value} for name, key in keys.items() for value in [*ODD, *edges(key.shape)]]
        case Text() | List():
            return ["a"]


def ids_of(deck: dict[str, Any]) -> list[str]:
    """Return every id in a deck, those of cards taken out too, as its author typed them."""
    cards = deck.get("cards")
    retired = deck.get("retired")
    here = [card["id"] for card in cards if isinstance(card, dict) and "id" in card] if isinstance(cards, list) else []
    return [str(each).lower() for each in [*here, *(retired if isinstance(retired, list) else ())]]
