"""Essays as pages: citations that lead to references, reading time, and the way on to decks and other essays."""

from __future__ import annotations

import re
from html import escape
from math import ceil
from typing import TYPE_CHECKING

from generator.library.essays import CITATION, CODE
from generator.library.model import Place, Problem
from generator.library.words import words
from generator.look.typography import typographic
from generator.site.relating import decks_of
from generator.site.templating import address, rendered

if TYPE_CHECKING:
    from generator.library.model import Deck, Essay, Library, Reference

# Silent reading of English prose, words a minute: Brysbaert 2019, Journal of Memory and Language 109, 104047.
WORDS_A_MINUTE = 238
MARKUP = re.compile(r"^!!!.*?$|\[@[^\]]+\]|\]\([^)]*\)|[*_`#>|\[\]]", re.MULTILINE)
MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]#])")
MOST_NAMED = 2
MOST_RELATED = 3
EVIDENCE = "evidence/"


def minutes(body: str) -> int:
    """Return how many minutes an essay takes to read, at least one."""
    return max(1, ceil(len(MARKUP.sub(" ", body).split()) / WORDS_A_MINUTE))


def plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return MARKDOWN_SIGNS.sub(r"\\\1", escape(text, quote=False))


def named(reference: Reference) -> str:
    """Return a reference as it is called in running text: Bruk et al. 2018."""
    families = [author.split(",")[0] for author in reference.authors]
    who = f"{families[0]} et al." if len(families) > MOST_NAMED else " and ".join(families)
    return f"{who} {reference.year}"


def cited(body: str, library: Library, where: str = "#ref-") -> str:
    """Return a body with each `[@id]` as a link to its reference, `where` those stand; what is in code marks stays."""
    known = {reference.id: reference for reference in library.references}

    def link(match: re.Match[str]) -> str:
        reference = known.get(match[1])
        return f"([{plain(named(reference))}]({where}{reference.id}))" if reference else match[0]

    parts = re.split(f"({CODE.pattern})", body)
    return "".join(part if CODE.fullmatch(part) else CITATION.sub(link, part) for part in parts)


def cited_page(markdown: str, library: Library, here: str) -> tuple[str, list[Problem]]:
    """Return a hand-written page with its citations as links to Evidence, and a problem for each that leads nowhere.

    `here` is the page's address inside the site; problems have their line counted within `markdown`.
    """
    where = "#" if here == EVIDENCE else address(f"{EVIDENCE}#", here)
    found = cited(markdown, library, where)
    lost = CITATION.finditer(CODE.sub(lambda match: " " * len(match[0]), found))
    return found, [
        Problem(
            Place(here, found.count("\n", 0, match.start()) + 1),
            f"there is no reference '{match[1]}'",
            "an id that is in docs/references.yml",
        )
        for match in lost
    ]


def essay_page(essay: Essay, library: Library) -> str:
    """Return an essay's page as Markdown: its title and summary, the body, its references, and the way on."""
    here = f"essays/{essay.slug}/"
    used = [reference for reference in library.references if reference.id in {c.reference for c in essay.citations}]
    decks = decks_of(essay, library)
    values = {"essay": essay, "words": words(), "minutes": minutes(essay.body)}
    head = rendered("essay-head.html", here, **values)
    foot = rendered(
        "essay-foot.html",
        here,
        references=used,
        decks=decks,
        related=related(essay, decks, library)[:MOST_RELATED],
        **values,
    )
    return f"# {plain(typographic(essay.title))}\n\n{head}\n\n{cited(essay.body, library)}\n\n{foot}\n"


def related(essay: Essay, decks: list[Deck], library: Library) -> list[Essay]:
    """Return the other essays that share topics or decks with this one, the nearest first."""
    together = {slug for deck in decks for slug in deck.essays}

    def nearness(other: Essay) -> int:
        return len(set(essay.topics) & set(other.topics)) + (other.slug in together)

    others = [other for other in library.essays if other.slug != essay.slug and nearness(other)]
    return sorted(others, key=lambda other: (-nearness(other), other.slug))
