"""The calendar file: a year of weeks, one light question each, for those who would like to be reminded by their own."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vUri

from generator.library.model import Kind
from generator.library.words import words
from generator.look.face import OPEN, face
from generator.look.sticks import fnv
from generator.look.typography import typographic
from generator.site.feeds import NO_DATE
from generator.site.pages import card_uri, whole

if TYPE_CHECKING:
    from generator.library.model import Card, Deck, Library, Settings

WEEKS = 52
# As `date.weekday` counts: the end of a week, when people sit down together.
FRIDAY = 4
# Kinds that ask something by themselves; the others belong into an evening.
ASKING = (Kind.PROMPT, Kind.FRAME)


def calendar_ics(library: Library, settings: Settings) -> str:
    """Return the calendar as RFC 5545 has it: 52 whole days, a week apart, of no time zone and with no alarm.

    It begins on the first Friday on or after the day of the newest deck: no clock is read. Its titles are neutral, for
    others may see them; only light cards are in it, and a calendar is told to show them to nobody else. Without any
    such card it is empty.
    """
    asked = list(islice(cycle(offered(library)), WEEKS))
    if not asked:
        return ""
    said = words()["calendar"]
    newest = date.fromisoformat(max((deck.added for deck in library.decks if deck.added), default=NO_DATE))
    calendar = Calendar()
    calendar.add("prodid", "-//Kindling//Kindling//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", settings.site_name)
    first = newest + timedelta(days=(FRIDAY - newest.weekday()) % 7)
    for week, (card, deck) in enumerate(asked):
        day = first + timedelta(weeks=week)
        event = Event()
        event.add("uid", str(uuid5(NAMESPACE_URL, f"{settings.permanent_url or settings.site_url}calendar.ics#{day}")))
        event.add("dtstamp", datetime.combine(newest, time(), UTC))
        event.add("dtstart", day)
        event.add("summary", said["title"].format(name=settings.site_name))
        event.add("description", description(card, deck, settings.site_url))
        if settings.site_url:
            event["url"] = vUri(whole(settings.site_url, card_uri(card.address)))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def offered(library: Library) -> list[tuple[Card, Deck]]:
    """Return the cards a week may bring, in an order that nobody knows: light questions that presuppose nothing.

    In one language, the first deck's: whoever opens that deck reads it.
    """
    decks = [deck for deck in library.decks if deck.lang == library.decks[0].lang]
    found = [(card, deck) for deck in decks for card in deck.cards if fits(card)]
    return sorted(found, key=lambda pair: fnv(pair[0].address))


def fits(card: Card) -> bool:
    """Say whether a card is light, asks by itself, and suits whoever is there with whatever they have at hand."""
    return card.depth < OPEN and card.kind in ASKING and not (card.assumes or card.needs or card.with_)


def description(card: Card, deck: Deck, site_url: str) -> str:
    """Return what stands in a day's entry: the question, that it may stay unanswered, and where the card is."""
    said = words(deck.lang)["calendar"]
    lines = [face(card, deck).prompt, typographic(said["note"], deck.lang), whole(site_url, card_uri(card.address))]
    return "\n\n".join(filter(None, lines))
