"""A rule: what it is called, how much it weighs, and why it is there. All of it stands in `rules.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from generator.library.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.library.model import Place


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as `rules.toml` describes it. `house` rules are errors under `house_rules`; `off` ones only speak then."""

    number: str
    name: str
    severity: Severity
    why: str
    mend: str
    rests_on: str
    traps: str = ""
    house: bool = False
    off: bool = False
    passes: tuple[Mapping[str, Any], ...] = ()
    fails: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say: at which key of a card, about which words, and what would be better.

    `severity` is given only where it differs from the rule's own; `why` and `better` where they can be more exact.
    """

    key: str
    words: str = ""
    why: str = ""
    better: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a remark is about, whatever stands there."""

    place: Place

    def at(self, _key: str) -> Place:
        """Return the place."""
        return self.place


@cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by number."""
    table = tomllib.loads((files(__package__) / "rules.toml").read_text("utf-8"))
    return {number: rule_of(number, row) for number, row in sorted(table.items())}


def rule_of(number: str, row: dict[str, Any]) -> Rule:
    """Return one rule from its table."""
    examples = {key: tuple(row.get(key, ())) for key in ("passes", "fails")}
    plain = {key: value for key, value in row.items() if key not in examples}
    return Rule(**plain | examples | {"number": number, "severity": Severity(row["severity"])})
