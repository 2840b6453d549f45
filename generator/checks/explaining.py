"""A rule in words, for the terminal: what it asks, why, what it rests on, and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from generator.checks.rule import Rule


def explained(rule: Rule) -> str:
    """Return all there is to say about a rule."""
    weight = "stops a build" if rule.severity == "error" else "a note; it stops nothing"
    if rule.house:
        weight = f"{weight}, but under house_rules it is an error"
    return "\n".join(
        [
            f"{rule.number} {rule.name.replace('-', ' ')} ({weight})",
            "",
            rule.why,
            f"try: {rule.mend}",
            f"It rests on: {rule.rests_on}",
            *(["", f"It knows: {rule.traps}"] if rule.traps else []),
            *listed("Good", rule.passes),
            *listed("Not so good", rule.fails),
        ]
    )


def listed(title: str, examples: tuple[Mapping[str, Any], ...]) -> Iterator[str]:
    """Yield examples under a title, with what else matters about each card."""
    if examples:
        yield from ("", f"{title}:")
    for example in examples:
        rest = ", ".join(f"{key}: {value}" for key, value in example.items() if key != "text")
        yield f"  {example['text']}{f'   ({rest})' if rest else ''}"
