"""What papers and cards measure. The facts are in `profiles/*.toml`, each with its source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# One of each unit, in mm. Decimal: 3.5 in are 88.9 mm, and not a hair less.
UNITS: Mapping[str, Decimal] = MappingProxyType({"mm": Decimal(1), "in": Decimal("25.4")})
# The numbers of a profile that are no lengths.
COUNTS = frozenset({"columns", "rows"})


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper held upright, in mm. `home` is paper that people have at home: the site has decks for it."""

    id: str
    name: str
    width: float
    height: float
    source: str
    checked_on: str = ""
    home: bool = False


@dataclass(frozen=True, slots=True)
class CardSize:
    """A finished card as it is read, in mm: a business card is wider than high."""

    id: str
    name: str
    width: float
    height: float
    source: str
    checked_on: str = ""


class UnknownNameError(KeyError):
    """Somebody asked for a paper or a card that there is no profile of; says which there are."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """Keep what was asked for, so that a command line can offer the right names."""
        super().__init__(name)
        self.what, self.name, self.known = what, name, tuple(known)

    def __str__(self) -> str:
        """Say it as a sentence; a bare KeyError shows only the key."""
        return f"there is no {self.what} '{self.name}'; there is: {', '.join(self.known)}"


@cache
def papers() -> Mapping[str, Paper]:
    """Return every paper by id, the default first."""
    return MappingProxyType({key: Paper(key, **row) for key, row in table("papers").items()})


def home_papers() -> tuple[Paper, ...]:
    """Return the papers that decks are printed ready for."""
    return tuple(known for known in papers().values() if known.home)


@cache
def card_sizes() -> Mapping[str, CardSize]:
    """Return every size of card by id, the default first."""
    return MappingProxyType({key: CardSize(key, **row) for key, row in table("cards").items()})


def paper(name: str) -> Paper:
    """Return the paper of this id; UnknownNameError if there is none."""
    if name not in papers():
        raise UnknownNameError("paper", name, papers())
    return papers()[name]


def card_size(name: str) -> CardSize:
    """Return the card of this id; UnknownNameError if there is none."""
    if name not in card_sizes():
        raise UnknownNameError("card", name, card_sizes())
    return card_sizes()[name]


def standard() -> tuple[Paper, CardSize]:
    """Return the paper and the card that are meant when nobody names one."""
    return next(iter(papers().values())), next(iter(card_sizes().values()))


@cache
def table(name: str) -> dict[str, dict[str, Any]]:
    """Return one file of profiles, its lengths in mm."""
    rows = tomllib.loads((files(__package__) / "profiles" / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    return {key: in_mm(row) for key, row in rows.items()}


def in_mm(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry with every length in mm instead of in its `unit`; COUNTS are no lengths."""
    unit = UNITS[row["unit"]]
    lengths = {key: float(value * unit) for key, value in row.items() if key not in COUNTS and is_number(value)}
    return {key: value for key, value in {**row, **lengths}.items() if key != "unit"}


def is_number(value: object) -> bool:
    """Say whether a value of a profile is a number; yes and no are none."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
