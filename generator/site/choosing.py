"""The page that prints what somebody chose, straight from the browser, on the same sheets as the printed decks."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from generator.library.model import TENDER
from generator.library.words import words
from generator.look.tokens import look
from generator.look.typography import typographic
from generator.site.templating import rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.library.model import Library
    from generator.site.plans import Plan

HERE = "print/chosen/"
# The ladder of sizes: what look.toml calls them, in points.
LADDER = ("prompt_most", "prompt_least", "prompt_step", "prompt_even", "lead", "lead_prompt_most", "note")
LABEL = ("label", "label_small")
# A back's name shrinks to this, in points, as in the printed decks.
NAME_LEAST = 9.0
# With low ink the drawing on a back stays this far inside the card, in mm.
INSET = 5.0


def chosen_files(library: Library, plans: Sequence[Plan]) -> dict[str, str]:
    """Return the page and what each paper needs; nothing for a library without decks."""
    if not library.decks:
        return {}
    sheets = {f"assets/chosen/{plan.paper}.css": paper_sheet(plan) for plan in plans}
    return {f"{HERE}index.html": chosen_page(library, plans), **sheets}


def chosen_page(library: Library, plans: Sequence[Plan]) -> str:
    """Return the page as complete HTML. Which cards are favourites is known to the browser alone."""
    said = words()
    return rendered(
        "chosen.html",
        HERE,
        words=said,
        decks=library.decks,
        plans=plans,
        given={
            "plans": {plan.paper: asdict(plan) for plan in plans},
            "type": {name: look()["type"][name] for name in (*LADDER, *LABEL)} | {"name_least": NAME_LEAST},
            "card": look()["card"],
            "bleed": plans[0].bleed,
            "inset": INSET,
            "tender": TENDER,
            "titles": {deck.id: typographic(deck.title, deck.lang) for deck in library.decks},
        },
        spoken=spoken(said),
    )


def spoken(said: dict[str, Any]) -> dict[str, str]:
    """Return what the page's script says."""
    own = {key: typographic(text) for key, text in said["chosen"]["said"].items()}
    printed = {key: typographic(said["print"][key]) for key in ("front", "back", "sheet_label", "cut_note", "ruler")}
    covers = {key: typographic(said["draw"][key]) for key in ("tender_cover", "tender_cover_plain")}
    return own | printed | covers


def paper_sheet(plan: Plan) -> str:
    """Return the style sheet that tells the browser which paper to print on."""
    return f"@page{{size:{plan.width:g}mm {plan.height:g}mm;margin:0}}\n"
