"""What papers and cards measure. The facts are in `profiles/*.toml`, each with its source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper held upright, in mm."""

    id: str
    name: str
    width: float
    height: float
    source: str


@dataclass(frozen=True, slots=True)
class CardSize:
    """A finished card held upright, in mm."""

    id: str
    name: str
    width: float
    height: float
    source: str


class UnknownNameError(KeyError):
    """Somebody asked for a paper or a card that there is no profile of; says which there are."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """Keep what was asked for, so that a command line can offer the right names."""
        super().__init__(name)
        self.what, self.name, self.known = what, name, tuple(known)

    def __str__(self) -> str:
        """Say it as a sentence; a bare KeyError shows only the key."""
        return f"there is no {self.what} '{self.name}'; there is: {', '.join(self.known)}"


def papers() -> Mapping[str, Paper]:
    """Return every paper by id, the default first."""
    return MappingProxyType({key: Paper(key, **row) for key, row in table("papers").items()})


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
def table(name: str) -> dict[str, Any]:
    """Return one file of profiles."""
    return tomllib.loads((files(__package__) / "profiles" / f"{name}.toml").read_text("utf-8"))
