"""Essays as pages."""

import pytest
from markdown import markdown

from generator.site.citing import WORDS_A_MINUTE, cited, cited_page, essay_page, minutes, named, plain, related
from tests.decks import a_deck, a_library, a_reference, an_essay


@pytest.mark.parametrize(
    ("words", "expected"), [(0, 1), (1, 1), (WORDS_A_MINUTE, 1), (WORDS_A_MINUTE + 1, 2), (1190, 5)]
)
def test_reading_time_is_counted_from_the_words(words: int, expected: int) -> None:
    """The minutes shown are the words at 238 a minute, rounded up, and never zero."""
    assert minutes("word " * words) == expected


def test_markup_is_not_read_aloud() -> None:
    """Signs, addresses, citations and box titles do not count as words."""
    body = "word " * 237 + '\n!!! swap "a b c d e f g"\n## **last** [@lee2001] \n'
    assert minutes(body) == 1


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (("Lee, A.",), "Lee 2001"),
        (("Lee, A.", "Ray, B."), "Lee and Ray 2001"),
        (("Lee, A.", "Ray, B.", "Fox, C."), "Lee et al. 2001"),
    ],
)
def test_references_are_named_as_people_name_them(authors: tuple[str, ...], expected: str) -> None:
    """One author, two, or the first of many."""
    assert named(a_reference(authors=authors)) == expected


def test_a_citation_becomes_a_link_to_its_reference() -> None:
    """A reader is one tap away from the source."""
    library = a_library(references=(a_reference(),))
    assert cited("Doors open [@lee2001].", library) == "Doors open ([Lee 2001](#ref-lee2001))."


def test_code_and_unknown_citations_are_left_alone() -> None:
    """What is shown as code is not a citation, and a wrong id stays visible."""
    library = a_library(references=(a_reference(),))
    assert cited("`[@lee2001]` and [@nobody]", library) == "`[@lee2001]` and [@nobody]"


def test_titles_may_hold_any_sign() -> None:
    """A title is text: Markdown makes nothing of it."""
    assert markdown(f"# {plain('*Say* <b>it</b> [once](x) _or_ `not`')}") == (
        "<h1>*Say* &lt;b&gt;it&lt;/b&gt; [once](x) _or_ `not`</h1>"
    )


def test_an_essay_page_ends_in_a_deck_to_draw_from() -> None:
    """From reading to playing is one step, with the deck already chosen."""
    essay = an_essay(reviewed="2026-11-22")
    page = essay_page(essay, a_library(a_deck(essays=("doors",)), essays=(essay,), references=(a_reference(),)))
    assert 'href="../../draw/#deck=porch"' in page
    assert 'id="ref-lee2001"' in page
    assert "1 min read · Last reviewed 2026-11-22" in page


def test_an_essay_without_decks_or_references_is_still_a_page() -> None:
    """Nothing is shown where there is nothing to show."""
    page = essay_page(an_essay(citations=()), a_library())
    assert "references" not in page
    assert "draw/" not in page


def test_related_essays_share_topics_or_a_deck() -> None:
    """The nearest come first; an essay is not related to itself, nor to a stranger."""
    here = an_essay(topics=("home", "trust"))
    both, one, shelf, none = (
        an_essay("both", topics=("home", "trust")),
        an_essay("one", topics=("trust",)),
        an_essay("shelf"),
        an_essay("none", topics=("soup",)),
    )
    deck = a_deck(essays=("doors", "shelf"))
    library = a_library(deck, essays=(here, none, shelf, one, both))
    assert [essay.slug for essay in related(here, [deck], library)] == ["both", "one", "shelf"]
    assert "Related essays" in essay_page(here, library)


def test_a_page_cites_with_links_to_evidence() -> None:
    """On Evidence itself the study stands further down; elsewhere the link leads there; code stays as it is."""
    library = a_library(references=(a_reference(),))
    assert cited_page("So [@lee2001].", library, "evidence/") == ("So ([Lee 2001](#lee2001)).", [])
    assert cited_page("So [@lee2001].", library, "safety/")[0] == "So ([Lee 2001](../evidence/#lee2001))."
    assert cited_page("Type `[@id]`.", library, "safety/") == ("Type `[@id]`.", [])


def test_a_page_that_cites_what_is_not_there_is_told() -> None:
    """With the line it stands in, as in an essay."""
    _, (problem,) = cited_page("Fine.\n\nSo [@nobody2001].", a_library(), "safety/")
    assert (problem.place.line, problem.message) == (3, "there is no reference 'nobody2001'")
