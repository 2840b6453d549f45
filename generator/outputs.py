"""Everything Kindling makes from a library, as {path: content}. Same library, same bytes."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.library.model import Deck, Severity
from generator.look.tokens import hue_of
from generator.printing.calibration import Calibration, calibration
from generator.printing.codes import NO_CODES, Codes
from generator.printing.coverage import Coverage, coverage
from generator.printing.editions import Edition
from generator.printing.grid import BLEED
from generator.printing.ink import picture
from generator.printing.margins import margins
from generator.printing.press import press
from generator.printing.prints import prepared_item
from generator.printing.profiles import home_papers
from generator.printing.sharing import share_pictures
from generator.printing.sheets import sheet
from generator.printing.ticket import ticket
from generator.site.calendar import calendar_ics
from generator.site.choosing import chosen_files
from generator.site.drawing import draw_files
from generator.site.feeds import cards_json, feed_xml, manifest
from generator.site.finding import find_files
from generator.site.keeping import kept_files
from generator.site.markers import Print
from generator.site.pages import card_pages, deck_page, deck_uri
from generator.site.pictures import back_svg, icon_svg
from generator.site.plans import Fill, Plan
from generator.site.policy import light_policy, with_policy
from generator.site.previews import picture_uri, previews
from generator.site.schema import SCHEMA_URI, deck_schema
from generator.site.scripts import minisearch, scripts
from generator.site.styles import SHEETS, stylesheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.library.model import Library, Problem, Settings
    from generator.library.page import Printable
    from generator.printing.grid import Line, Rect
    from generator.printing.sheets import Imposition, Sheet
    from generator.printing.ticket import Ticket
    from generator.site.plans import Numbers

    Content = str | bytes

ICON_SIZES = (192, 512)
# What is printed for whoever comes by: what to offer first stands first. The rest is made by `kindling print`.
EDITIONS = (Edition.LOW_INK, Edition.COLOR)
NONE: Mapping[str, bytes] = MappingProxyType({})
# The pages that have scripts of their own.
PAGES = ("draw", "safety", "kept", "print", "chosen", "site", "find")


@dataclass(frozen=True, slots=True)
class Prints:
    """All that is printed of a library: the files, what they are, and what was wrong with them."""

    files: Mapping[str, bytes]
    listed: tuple[Print, ...]
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether everything could be printed."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def outputs(
    library: Library, settings: Settings, pictures: Mapping[str, bytes] = NONE, *, live: bool = False
) -> dict[str, Content]:
    """Return what a library becomes on the site, but for what is printed: `.md` files are pages for the theme.

    `pictures` are shown where an address is pasted. `live` is for the preview server, which puts a script of its own
    into every page.
    """
    url, source = settings.site_url, settings.repository
    made: dict[str, Content] = {
        f"{deck_uri(deck.id)}index.md": deck_page(deck, library, source) for deck in library.decks
    }
    policy, shown = light_policy(live=live), previews(library, settings, pictures)
    alone: dict[str, str] = {f"{uri}index.html": html for uri, html in card_pages(library, url, source)}
    alone |= draw_files(library) | kept_files(library) | chosen_files(library, plans()) | find_files(library)
    for uri, text in alone.items():
        whole = shown.light(text, uri.removesuffix("index.html")) if uri.endswith("index.html") else text
        made[uri] = with_policy(whole, policy) if uri.endswith(".html") else whole
    made |= {picture_uri(address): png for address, png in pictures.items()}
    first = hue_of(library.decks[0]) if library.decks else ""
    made |= {f"assets/{kind}.css": stylesheet(kind, first) for kind in SHEETS}
    made |= {f"assets/backs/{deck.id}.svg": back_svg(deck) for deck in library.decks}
    made |= fonts()
    for page in PAGES:
        made |= scripts(page)
    made |= minisearch()
    made["assets/icon.svg"] = icon_svg()
    made |= icons()
    made["app.webmanifest"] = manifest(settings)
    made["cards.json"] = cards_json(library)
    if calendar := calendar_ics(library, settings):
        made["calendar.ics"] = calendar
    made[SCHEMA_URI] = deck_schema(settings.site_url)
    if settings.site_url:
        made["feed.xml"] = feed_xml(library, settings)
    return made


def fonts() -> dict[str, Content]:
    """Return the fonts that ship with the package, under their addresses in the site."""
    found = sorted((files("generator.look") / "fonts").iterdir(), key=lambda file: file.name)
    return {f"assets/fonts/{file.name}": file.read_bytes() for file in found if file.name.endswith(".woff2")}


@cache
def icons() -> dict[str, Content]:
    """Return the icon in the sizes phones ask for."""
    made: dict[str, Content] = {f"assets/icon-{size}.png": picture(icon_svg(), size) for size in ICON_SIZES}
    made["assets/icon-maskable.png"] = picture(icon_svg(whole=True), ICON_SIZES[-1])
    return made


def prints(library: Library, cached: Path | None, tell: Callable[[str], None], codes: Codes = NO_CODES) -> Prints:
    """Return the printed decks and printables, each for each paper at home. `tell` is called with a line for each."""
    made: dict[str, bytes] = {}
    listed: list[Print] = []
    problems: list[Problem] = []
    jobs = [(item, replace(asked, codes=codes)) for item, asked in wanted(library)]
    with press(
        partial(prepared_item, item, asked, cache=cached, fonts=library.fonts) for item, asked in jobs
    ) as prints:
        for (item, asked), printed in zip(jobs, prints, strict=True):
            tell(f"{item.title}, {asked.paper.name}, {asked.edition}")
            problems += printed.problems
            if printed.pdf:
                uri = f"print/{asked.file_name(item.id)}"
                made[uri] = printed.pdf
                whole = isinstance(item, Deck)
                inked = coverage(printed.pdf, sheet(asked.imposition), cache=cached) if whole else Coverage(0, 0)
                told = (item.id, asked.paper.name, uri, printed.sheets, asked.edition, len(printed.pdf))
                listed.append(Print(*told, inked.fronts, inked.backs, printed.left_out))
    for paper in home_papers() if jobs else ():
        asked = ticket(paper.id)
        made[f"print/{Calibration(asked).file_name}"] = calibration(asked, cache=cached)
    return Prints(made, tuple(listed), tuple(sorted(set(problems))))


def shared_pictures(library: Library, settings: Settings, cached: Path | None) -> Mapping[str, bytes]:
    """Return what is shown where an address of the site is pasted: nothing while nobody knows where it will be."""
    return share_pictures(library, settings.site_name, cached) if settings.site_url and not settings.private else NONE


def wanted(library: Library) -> Iterator[tuple[Deck | Printable, Ticket]]:
    """Yield what is printed for everybody, and how: for each paper at home, decks in each edition, pages in one."""
    for deck in library.decks:
        yield from ((deck, ticket(paper.id, edition=edition)) for paper in home_papers() for edition in EDITIONS)
    for printable in library.printables:
        yield from ((printable, ticket(paper.id)) for paper in home_papers())


@cache
def plans() -> tuple[Plan, ...]:
    """Return how cards lie on each paper, for pages that show it or print by it."""
    return tuple(plan_of(ticket(paper.id).imposition) for paper in home_papers())


def plan_of(imposition: Imposition) -> Plan:
    """Return a sheet as the site is told of it."""
    whole, grid, places = sheet(imposition), imposition.grid, margins(imposition.grid)
    words = (places.label, places.cut_note, places.ruler_note)
    label, cut_note, ruler_note = (astuple(place) for place in words if place)  # at home there is room for all three
    return Plan(
        paper=imposition.paper.id,
        name=imposition.paper.name,
        width=whole.width,
        height=whole.height,
        card=(imposition.card.width, imposition.card.height),
        bleed=BLEED,
        turned=whole.backs[0].turned,
        fronts=numbers(whole.fronts),
        fills=tuple(fill_of(sheet(imposition, range(count))) for count in range(len(whole.fronts) + 1)),
        upright_cuts=grid.upright_cuts,
        level_cuts=grid.level_cuts,
        marks=numbers(places.marks),
        ruler=numbers(places.ruler),
        label=label,
        cut_note=cut_note,
        ruler_note=ruler_note,
    )


def fill_of(laid: Sheet) -> Fill:
    """Return what is printed of a sheet with some cards on it."""
    backs = tuple((*astuple(back.card)[:2], *astuple(back.shown)) for back in laid.backs)
    return Fill(rounded(backs), numbers(laid.sides[0].hairlines))


def numbers(values: Iterable[Rect | Line]) -> tuple[Numbers, ...]:
    """Return rectangles and lines as bare numbers."""
    return rounded(astuple(value) for value in values)


def rounded(values: Iterable[Numbers]) -> tuple[Numbers, ...]:
    """Return lengths to a thousandth of a mm."""
    return tuple(tuple(round(length, 3) for length in value) for value in values)
