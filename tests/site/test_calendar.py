"""The calendar file: a year of weeks, read back by the rules of RFC 5545."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from icalendar import Calendar

from generator.library.model import Card, Kind, Library, Settings
from generator.outputs import outputs
from generator.site.calendar import calendar_ics, offered
from tests.decks import a_card, a_deck, a_library

SITE = "https://example.org/kindling/"


def events(library: Library, site_url: str = SITE, **settings: str) -> list[Any]:
    text = calendar_ics(library, Settings(site_url=site_url, **settings))  # type: ignore[arg-type]
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_it_is_a_year_of_fridays_from_the_newest_deck_on(library: Library) -> None:
    """Fixed days, a week apart, each a whole day: no clock, no time zone, no alarm."""
    found = events(library)
    days = [event["dtstart"].dt for event in found]
    newest = date.fromisoformat(max(deck.added for deck in library.decks))
    assert len(days) == 52
    assert newest <= days[0] < newest + timedelta(days=7)
    assert [day.weekday() for day in days] == [4] * 52
    assert {b - a for a, b in pairwise(days)} == {timedelta(weeks=1)}
    assert {event["dtstamp"].dt.date() for event in found} == {newest}
    assert not any(event.subcomponents for event in found)
    assert len({event["uid"] for event in found}) == 52


def test_titles_are_neutral_and_nothing_deep_is_in_it(library: Library) -> None:
    """Whoever sees the calendar, at work or at home, sees a light question at most, and in the title none."""
    found = events(library)
    cards = {f"{SITE}cards/{card.address}/": card for deck in library.decks for card in deck.cards}
    for event in found:
        assert event["summary"] == "Kindling: one question"
        assert cards[event["url"]].depth <= 2
        assert event["class"] == "PRIVATE"
        assert event["transp"] == "TRANSPARENT"
        assert event["description"].endswith(f"There is no need to answer it.\n\n{event['url']}")


def test_every_week_has_a_question_of_its_own(library: Library) -> None:
    """With cards enough, nobody is asked the same twice in a year."""
    assert len({event["url"] for event in events(library)}) == 52


def test_the_file_is_written_as_the_standard_has_it(library: Library) -> None:
    """Lines end in CR LF and have at most 75 octets, and what the standard asks for is there."""
    text = calendar_ics(library, Settings(site_url=SITE))
    lines = text.encode().split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in text.encode().replace(b"\r\n", b"")
    calendar = Calendar.from_ical(text)
    assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
    assert not calendar.errors
    assert not [event.errors for event in calendar.walk("VEVENT") if event.errors]


def test_it_is_the_same_twice(library: Library) -> None:
    """Same decks, same bytes."""
    assert calendar_ics(library, Settings(site_url=SITE)) == calendar_ics(library, Settings(site_url=SITE))


def test_hostile_text_ends_no_entry() -> None:
    """What a stranger's card says is a description, whatever it is."""
    text = "One; two, three\\n\r\nEND:VEVENT\r\nBEGIN:VALARM"
    found = events(a_library(a_deck(a_card(text=text))))
    assert len(found) == 52
    assert not any(event.subcomponents for event in found)
    assert found[0]["description"].startswith("One; two, three\\n")


def test_without_an_address_it_has_words_alone() -> None:
    """A site that does not know where it will be has a calendar too."""
    (first, *_) = events(a_library(), "")
    assert "url" not in first
    assert first["description"] == "Who has a spare key to your place?\n\nThere is no need to answer it."


def test_a_site_that_moves_keeps_its_entries() -> None:
    """Under its permanent address a calendar that is read again replaces what it brought before."""
    before, after = (
        [event["uid"] for event in events(a_library(), url, permanent_url="https://cards.example.org/")]
        for url in (SITE, "https://new.example.org/")
    )
    assert before == after


def test_a_week_asks_what_suits_anybody() -> None:
    """Nothing deep, nothing that presupposes something, nothing in a language the first deck is not in."""
    left_out: list[Card] = [
        a_card("deep", depth=3),
        a_card("word", kind=Kind.WORD),
        a_card("assumes", assumes=("children",)),
        a_card("needs", needs=("pen",)),
        a_card("company", with_=("partner",)),
    ]
    library = a_library(a_deck(*left_out, a_card()), a_deck(id="balkon", lang="de"))
    assert [card.id for card, _ in offered(library)] == ["spare-key"]


def test_without_such_a_card_there_is_no_calendar() -> None:
    """An empty calendar would be none by the standard."""
    assert "calendar.ics" in outputs(a_library(), Settings())
    assert "calendar.ics" not in outputs(a_library(a_deck(a_card(depth=3))), Settings())
    assert calendar_ics(Library(), Settings()) == ""
