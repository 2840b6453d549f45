"""Rules for essays, and for what ties essays, references and decks together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.library.model import Problem, Severity
from generator.library.reading import close_to, offer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.library.model import Library, Reference

    Rule = Callable[[Library], Iterator[Problem]]


def unknown_citation(library: Library) -> Iterator[Problem]:
    """Find citations of references that do not exist."""
    known = tuple(reference.id for reference in library.references)
    for essay in library.essays if library.whole else ():
        for citation in essay.citations:
            if citation.reference not in known:
                nearest = close_to(citation.reference, known)
                hint = f"[@{nearest}]" if nearest else "describe it in docs/references.yml, or take the citation out"
                yield Problem(citation.place, f"there is no reference '{citation.reference}'", hint)


def reference_never_cited(library: Library) -> Iterator[Problem]:
    """Find references no essay cites."""
    cited = {citation.reference for essay in library.essays for citation in essay.citations}
    for reference in library.references if library.whole else ():
        if reference.id not in cited:
            hint = f"cite it as [@{reference.id}], or take it out"
            yield Problem(reference.place, f"no essay cites '{reference.id}'", hint, Severity.WARNING)


def same_doi(library: Library) -> Iterator[Problem]:
    """Find references that share a DOI: one of them is wrong."""
    found: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in library.references:
        if reference.doi:
            found[reference.doi.lower()].append(reference)
    for first, *others in found.values():
        for other in others:
            yield Problem(other.place, f"'{other.id}' has the same DOI as '{first.id}'", "look both up again")


def unknown_essay(library: Library) -> Iterator[Problem]:
    """Find decks that name an essay that does not exist."""
    known = tuple(essay.slug for essay in library.essays)
    for deck in library.decks if library.whole else ():
        for slug in deck.essays:
            if slug not in known:
                hint = offer(slug, known, "every essay") if known else f"take it out, or write docs/essays/{slug}.md"
                yield Problem(deck.at("essays"), f"there is no essay '{slug}'", hint)


ESSAY_RULES: tuple[Rule, ...] = (unknown_citation, reference_never_cited, same_doi, unknown_essay)
