"""The rules that tie essays, references and decks together."""

from __future__ import annotations

from types import MappingProxyType

from generator.checks.essays import reference_never_cited, same_doi, unknown_citation, unknown_essay
from generator.library.model import Citation, Place, Severity
from tests.decks import a_deck, a_library, a_reference, an_essay

HERE = Place("doors.md", 7, 3)


def test_a_citation_leads_to_a_reference() -> None:
    """A citation of nothing is told where it stands, with the nearest id that exists."""
    essay = an_essay(citations=(Citation("lee2001", HERE), Citation("lee2010", HERE)))
    (problem,) = unknown_citation(a_library(essays=(essay,), references=(a_reference(),)))
    assert (problem.place, problem.message) == (HERE, "there is no reference 'lee2010'")
    assert problem.hint == "[@lee2001]"


def test_a_citation_nobody_resembles_is_to_be_described() -> None:
    """Without anything near, the way on is the file where references stand."""
    (problem,) = unknown_citation(a_library(essays=(an_essay(),)))
    assert problem.hint == "describe it in docs/references.yml, or take the citation out"


def test_a_reference_is_cited_somewhere() -> None:
    """A reference nobody cites is noted; a cited one is not."""
    references = (a_reference(), a_reference("ray1999"))
    (problem,) = reference_never_cited(a_library(essays=(an_essay(),), references=references))
    assert problem.message == "no essay cites 'ray1999'"
    assert problem.severity is Severity.WARNING


def test_a_doi_belongs_to_one_reference() -> None:
    """DOIs are the same in any case; a reference without one shares it with nobody."""
    references = (
        a_reference("a", doi="10.1000/X"),
        a_reference("b", doi="10.1000/x", place=HERE),
        a_reference("c", doi="10.1000/y"),
        a_reference("d"),
        a_reference("e"),
    )
    (problem,) = same_doi(a_library(references=references))
    assert (problem.place, problem.message) == (HERE, "'b' has the same DOI as 'a'")


def test_a_deck_names_essays_that_exist() -> None:
    """An essay that is not there is told at the deck's key, with the nearest one."""
    deck = a_deck(essays=("doors", "door"), places=MappingProxyType({"essays": HERE}))
    (problem,) = unknown_essay(a_library(deck, essays=(an_essay(),)))
    assert (problem.place, problem.message) == (HERE, "there is no essay 'door'")
    assert problem.hint == "doors   (every essay: doors)"


def test_a_project_without_essays_is_told_how_to_write_one() -> None:
    """A deck that names an essay where there are none gets a file name to begin with."""
    (problem,) = unknown_essay(a_library(a_deck(essays=("doors",))))
    assert problem.hint == "take it out, or write docs/essays/doors.md"


def test_what_was_not_read_is_not_missing() -> None:
    """When an essay or a reference could not be read, or was not looked for, only that is told."""
    library = a_library(a_deck(essays=("nowhere",)), essays=(an_essay(),), whole=False)
    assert list(unknown_citation(library)) == []
    assert list(unknown_essay(library)) == []
    library = a_library(references=(a_reference(),), whole=False)
    assert list(reference_never_cited(library)) == []
