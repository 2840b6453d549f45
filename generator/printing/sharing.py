"""Pictures for where an address is pasted: a slip of paper on its deck's wool, 1200 by 630 pixels.

There is one for the site, one for each deck, and one for each card of a depth that anybody may see in a chat.
"""

from __future__ import annotations

import io
import json
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageColor

from generator.library.words import words
from generator.look.face import face
from generator.look.tokens import hue_of, lay_of, look
from generator.look.typography import typographic
from generator.printing.backs import IMPRINT, back_svg
from generator.printing.breaking import every_word
from generator.printing.cache import keep, kept, key_of
from generator.printing.composing import appearance, wearing
from generator.printing.desk import Desk, Front, plain, span
from generator.printing.editions import merged, tones_of
from generator.printing.flaws import typefaces_of
from generator.printing.fronts import front_of
from generator.printing.ink import HERE, drawn, families_of, house_recipe, measured
from generator.printing.job import Job, language_of, words_to_measure
from generator.printing.lines import Room, sizes
from generator.printing.parting import measured_in_parts
from generator.printing.press import press
from generator.printing.profiles import CardSize
from generator.printing.ticket import Ticket
from generator.printing.typefaces import typefaces_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.library.model import Deck, Library
    from generator.look.face import Face
    from generator.printing.runs import Font
    from generator.printing.typefaces import Typefaces

    # By address: "" for the site, a deck's id, a card's address.
    Pictures = dict[str, bytes]

# Depths whose words may be seen where an address is pasted. Of any other card there is no picture.
SHOWN = (1, 2)
# Typst counts in pixels an inch: ten pixels a mm.
FINE = 10 * 25.4
# A picture keeps the colours of the look, and so many steps from one to another where two meet. How hard it is packed:
# more takes six times as long and saves a tenth.
STEPS, PACKED = 8, 7
# No more colours than a PNG with a palette has room for; no more decks than can be told apart side by side.
MOST, STRIPS = 256, 13
# Leading of a slip's title and of what stands under it, and the way between the two, in mm.
TITLE_LEADING, ABOUT_GAP = 0.6, 3.0


@dataclass(frozen=True, slots=True)
class Wool:
    """What slips lie on, and how they are set: decks side by side, their typefaces, and the look of a slip."""

    decks: tuple[Deck, ...]
    lang: str
    typefaces: Typefaces
    look: Mapping[str, Any]

    def key(self, said: object) -> str:
        """Return the name of a picture's whole recipe; `said` is what stands on its slip."""
        worn = [(deck.id, hue_of(deck), lay_of(deck), deck.lang) for deck in self.decks]
        told = json.dumps([worn, self.lang, said, self.typefaces.digest], ensure_ascii=False)
        return key_of(b"share", told.encode(), house_recipe(), version("pillow").encode())

    def desk(self, fonts: Mapping[str, Font]) -> Desk:
        """Return the desk that its slips are set on."""
        card = self.look["card"]
        return Desk(CardSize("slip", "slip", card["width"], card["height"], ""), self.look, fonts, self.lang)


def share_pictures(library: Library, title: str, cached: Path | None = None) -> Pictures:
    """Return the pictures of a library by address, as PNG; `title` is the site's.

    Where the words of a card or deck do not fit their slip there is no picture of it: whoever asks takes the next
    larger thing's. `cached` is a folder for finished pictures; None keeps none.
    """
    work: list[Callable[[], Pictures]] = []
    more = library.fonts, cached
    if library.decks:
        said = words()
        work = [partial(labelled, "", library.decks[:STRIPS], said["lang"], (title, said["share"]["site"]), *more)]
    for deck in library.decks:
        work.append(partial(labelled, deck.id, (deck,), deck.lang, (deck.title, deck.about), *more))
        work.append(partial(cards_of, deck, *more))
    with press(partial(partial, some) for some in work) as made:
        return {address: png for some in made for address, png in some.items()}


def cards_of(deck: Deck, fonts: tuple[Path, ...], cached: Path | None) -> Pictures:
    """Return the pictures of those cards of a deck whose words may be seen: their fronts without small print."""
    wool = Wool((deck,), deck.lang, typefaces_of(deck, fonts), merged(look(), look()["share"]))
    shown = {card.address: card for card in deck.cards if card.depth in SHOWN}
    faces = {address: replace(face(card, deck), notes=()) for address, card in shown.items()}

    def fronts(missing: Sequence[str]) -> dict[str, Front]:
        job = Job(replace(deck, cards=tuple(shown[address] for address in missing)), Ticket(), None, wool.typefaces)
        needed = words_to_measure(job)
        made = fitting(
            (faces[address] for address in missing), wool.desk(measured(needed, job.language, job.typefaces))
        )
        unfit = [faces[address] for address in missing if address not in made]
        parted = measured_in_parts(measured, needed, job) if unfit else None
        return made | (fitting(unfit, wool.desk(parted)) if parted else {})

    return pictures(wool, {address: asdict(shown) for address, shown in faces.items()}, fronts, cached)


def fitting(faces: Iterable[Face], desk: Desk) -> dict[str, Front]:
    """Return by address the fronts of those faces that fit a slip."""
    made = {shown.address: front_of(shown, desk) for shown in faces}
    return {address: replace(front, dir=desk.dir) for address, (front, misfits) in made.items() if not misfits}


def labelled(
    address: str,
    decks: tuple[Deck, ...],
    lang: str,
    said: tuple[str, str],
    fonts: tuple[Path, ...],
    cached: Path | None,
) -> Pictures:
    """Return the picture of a deck, or of the site: its title, and what it is about where there is room for that."""
    title, about = (plain(typographic(text, lang)) for text in said)
    wool = Wool(decks, lang, typefaces_for(said, fonts), merged(look(), look()["share"]))

    def front(_: Sequence[str]) -> dict[str, Front]:
        needed = {"text": every_word([title]), "plain": every_word([about, IMPRINT]), "bold": []}
        desk = wool.desk(measured(needed, language_of(lang), wool.typefaces))
        type_ = wool.look["type"]
        ways = [*((about, size) for size in sizes(type_["about"], type_["about_least"], 0.5)), ("", 0.0)]
        found = next((made for way in ways if (made := label_front(title, *way, desk))), None)
        return {address: found} if found else {}

    return pictures(wool, {address: [title, about]}, front, cached)


def label_front(title: str, about: str, size: float, desk: Desk) -> Front | None:
    """Return a slip with a title, what it is about in a size in points, and whose it is; None if that does not fit."""
    card, type_ = desk.look["card"], desk.look["type"]
    imprint = desk.small_print([IMPRINT], desk.width, type_["imprint"])
    below = desk.small_print([about], desk.width, size) if about else None
    if isinstance(imprint, str) or isinstance(below, str):
        return None
    room = desk.foot - desk.rise(imprint) - card["note_gap"] - card["prompt_top"]
    taken = ABOUT_GAP + below.pitch * below.rows if below else 0.0
    tried = sizes(type_["title"], type_["title_least"], 1)
    name = desk.block("text", title, Room(desk.width, max(0.0, room - taken), TITLE_LEADING, tried))
    if isinstance(name, str):
        return None
    height = desk.rise(name) + span([name], 0) + taken
    first = card["prompt_top"] + (room - height) * card["optical_centre"] + desk.rise(name)
    placed = [replace(name, y=first)]
    if below:
        placed.append(replace(below, y=first + span([name], 0) + ABOUT_GAP + below.pitch))
    if title != IMPRINT:
        placed.append(replace(imprint, y=desk.foot))
    return Front(tuple(placed), dir=desk.dir)


def pictures(
    wool: Wool, said: Mapping[str, object], fronts: Callable[[Sequence[str]], dict[str, Front]], cached: Path | None
) -> Pictures:
    """Return the pictures of some slips by address, those that were kept and, all at once, those that were not.

    `said` is what makes one slip differ from another; `fronts` sets those it is asked for, and leaves out what does not
    fit.
    """
    keys = {address: wool.key(words) for address, words in said.items()}
    found = {address: png for address, key in keys.items() if (png := kept(cached, key))}
    missing = [address for address in keys if address not in found]
    slips = fronts(missing) if missing else {}
    if slips:
        pages = drawn(HERE / "share.typ", {"data": json.dumps(laid(wool, slips.values()))}, wool.typefaces, FINE)
        colours = palette(wool.look, wool.decks)
        for address, page in zip(slips, pages, strict=True):
            found[address] = thin(page, colours)
            keep(cached, keys[address], found[address])
    return found


def laid(wool: Wool, slips: Iterable[Front]) -> dict[str, Any]:
    """Return slips on their wool as the template wants them. Several decks lie side by side, a strip each."""
    page, job = wool.look["page"], Job(wool.decks[0], Ticket())
    width = page["width"] / len(wool.decks)
    strip = CardSize("strip", "strip", width, page["height"], "")
    lang, region = language_of(wool.lang)
    return {
        **appearance(job),
        "colours": {**wool.look["print"], "paper": wool.look["day"]["paper"], "deck": wool.look["print"]["ink"]},
        "fonts": families_of(wool.typefaces),
        "lang": lang,
        "region": region,
        "page": page,
        "card": wool.look["card"],
        "decks": [worn(deck, strip, wool.look) for deck in wool.decks],
        "strips": [{"deck": number, "x": number * width, "width": width} for number in range(len(wool.decks))],
        "sheets": [asdict(front) | {"deck": 0} for front in slips],
    }


def worn(deck: Deck, strip: CardSize, look: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the pictures of a deck wear, on a strip of its wool."""
    colours = tones_of(look, hue_of(deck))
    return {**wearing(Job(deck, Ticket())), "back": back_svg(deck, strip, colours, look["back"])}


def palette(look: Mapping[str, Any], decks: Sequence[Deck]) -> Image.Image:
    """Return a picture whose palette has the colours of slips on these decks' wool, and what lies between them."""
    tones = [tones_of(look, hue_of(deck)) for deck in decks]
    paper, back = look["day"]["paper"], look["back"]
    pairs = [(paper, look["print"]["ink"]), (paper, tones[0]["ink"])]
    pairs += [(tone[back["ground"]], tone[back["stick"]]) for tone in tones]
    found = dict.fromkeys(colour for pair in pairs for colour in between(*map(ImageColor.getrgb, pair)))
    held = Image.new("P", (1, 1))
    held.putpalette([part for colour in list(found)[:MOST] for part in colour])
    return held


def between(one: tuple[int, ...], other: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the colours on the way from one to another, both among them."""
    for step in range(STEPS + 1):
        yield tuple(round(a + (b - a) * step / STEPS) for a, b in zip(one, other, strict=True))


def thin(png: bytes, colours: Image.Image) -> bytes:
    """Return a picture in a few colours and without transparency: a quarter of its bytes."""
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(palette=colours, dither=Image.Dither.NONE)
    made = io.BytesIO()
    few.save(made, "png", compress_level=PACKED)
    return made.getvalue()
