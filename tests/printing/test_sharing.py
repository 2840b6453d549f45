"""Pictures for where an address is pasted."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.library.model import Kind, Library
from generator.look.tokens import look
from generator.printing.cache import keep
from generator.printing.sharing import share_pictures
from tests.decks import a_card, a_deck, a_library

if TYPE_CHECKING:
    from generator.library.model import Deck

FONTS = Path(__file__).parent.parent / "fonts"
WORDY = " ".join(["Tell each other about one more thing that went well"] * 9)


def seen(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def batched(pixels: bytes) -> set[bytes]:
    return {pixels[start : start + 3] for start in range(0, len(pixels), 3)}


def made(*decks: Deck, title: str = "Kindling") -> dict[str, bytes]:
    return share_pictures(a_library(*decks), title)


def test_site_decks_and_light_cards_have_a_picture_and_deep_cards_none() -> None:
    """What two people ask each other in earnest never shows in a chat."""
    cards = [
        a_card(f"depth-{depth}", depth=depth, text=f"How deep is {depth}?", care="Slowly.") for depth in range(1, 5)
    ]
    assert list(made(a_deck(*cards))) == ["", "porch", "porch/depth-1", "porch/depth-2"]


def test_a_picture_is_as_large_as_chats_want_it_and_light() -> None:
    """1200 by 630 pixels, at most 40 KB, and nothing to be seen through."""
    for png in made(a_deck(a_card(text="One of you names a thing that went right today. " * 3))).values():
        with Image.open(io.BytesIO(png)) as picture:
            assert picture.size == (1200, 630)
            assert picture.mode == "P"
            assert "transparency" not in picture.info
        assert len(png) <= 40_000


def test_a_card_lies_on_the_wool_of_its_deck() -> None:
    """A link is known by its deck's colour before it is read, and its words are ink on paper."""
    png = made(a_deck(hue="sea"))["porch/spare-key"]
    colours = {f"#{found.hex()}" for found in batched(seen(png).tobytes())}
    assert {look()["hue"]["sea"]["wool"], look()["hue"]["sea"]["ink"], look()["day"]["paper"]} <= colours
    assert look()["print"]["ink"] in colours


def test_the_site_shows_the_wool_of_its_decks_side_by_side() -> None:
    """Several decks make one shelf, and of a long shelf as many are shown as can be told apart."""
    decks = [a_deck(a_card(text=f"Which is {hue}?"), id=hue, hue=hue, lay="raft") for hue in look()["hue"]]
    picture = seen(made(*decks, a_deck(id="one-more"), title="Ann's shelf")[""])
    row = {picture.getpixel((x, y)) for x in range(1200) for y in range(0, 60, 5)}
    wools = [tuple(bytes.fromhex(hue["wool"][1:])) for hue in look()["hue"].values()]
    assert [wool for wool in wools if wool not in row] == []


def test_the_same_words_give_the_same_bytes() -> None:
    """A site that is built again has not changed for anybody."""
    assert made(a_deck()) == made(a_deck())


def test_pictures_that_were_made_before_are_taken_from_the_cache(tmp_path: Path) -> None:
    """After one card was changed only its picture is drawn."""
    library = a_library(a_deck(a_card(), a_card("other", text="Which step creaks?")))
    first = share_pictures(library, "Kindling", tmp_path)
    assert len(list(tmp_path.iterdir())) == len(first) == 4
    for entry in tmp_path.iterdir():
        keep(tmp_path, entry.name, b"kept")
    changed = a_library(a_deck(a_card(), a_card("other", text="Which stair creaks?")))
    again = share_pictures(changed, "Kindling", tmp_path)
    assert [address for address, png in again.items() if png != b"kept"] == ["porch/other"]
    assert again["porch/other"] != first["porch/other"]


def test_a_picture_does_not_depend_on_those_made_with_it() -> None:
    """A card that fits looks the same beside one that has to be tried in parts."""
    alone = made(a_deck())["porch/spare-key"]
    beside = made(
        a_deck(a_card(), a_card("long", text="Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 2))
    )
    assert beside["porch/spare-key"] == alone


def test_what_does_not_fit_has_no_picture() -> None:
    """Nothing is cut off: the page of such a card shows its deck, and such a deck's the site."""
    found = made(a_deck(a_card(text=WORDY), title="W" * 90, about="W" * 90))
    assert list(found) == [""]


def test_a_long_word_is_parted_before_its_picture_is_given_up() -> None:
    """Compounds of many letters fit by the rules of their language, as in print."""
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
    assert "porch/spare-key" in made(a_deck(a_card(text=f"Wem gehört die {word}?"), lang="de"))


def test_a_deck_that_has_much_to_say_is_shown_by_its_name() -> None:
    """What a deck is about is left out where there is no room for it."""
    assert made(a_deck(about=WORDY))["porch"] == made(a_deck(about="W" * 400))["porch"] != made(a_deck())["porch"]


def test_words_and_swaps_show_both_their_halves() -> None:
    """A feeling without its need, or a sentence without what it replaces, would say something else."""
    word = a_card("word", kind=Kind.WORD, text="Stretched", need="a lighter load")
    swap = a_card("swap", kind=Kind.SWAP, text="That landed hard.", instead="It could be worse.")
    bare = made(a_deck(a_card("word", text="Stretched"), a_card("swap", text="That landed hard.")))
    full = made(a_deck(word, swap))
    assert full["porch/word"] != bare["porch/word"]
    assert full["porch/swap"] != bare["porch/swap"]


def test_small_print_stays_on_the_card() -> None:
    """A picture in a chat holds one sentence: the rest is read on the page."""
    assert made(a_deck(a_card(follow_up=("Who else?",), listener="Say it back."))) == made(a_deck())


def test_a_deck_read_from_right_to_left_begins_at_the_right() -> None:
    """The mark and the first word stand where reading begins."""
    deck = a_deck(a_card(text="שלום לכולם"), lang="he", title="מרפסת", about="שלום", hue="sea")
    found = share_pictures(a_library(deck, fonts=(FONTS / "hebrew.ttf",)), "Kindling")
    tone = tuple(bytes.fromhex(look()["hue"]["sea"]["ink"][1:]))
    for address in ("porch", "porch/spare-key"):
        picture = seen(found[address])
        marked = [x for x in range(110, 1090) for y in range(150, 210) if picture.getpixel((x, y)) == tone]
        assert min(marked) > 900


@pytest.mark.parametrize("hostile", ['"]) #panic("x")', "</svg><script>", "\\u{41} $x$ @ref <label>"])
def test_hostile_text_is_only_shown(hostile: str) -> None:
    """A stranger's card is set as text, whatever it says."""
    assert len(made(a_deck(a_card(text=hostile), title=hostile, about=hostile))) == 3


def test_a_library_without_decks_has_no_pictures() -> None:
    """A new project builds before its first deck."""
    assert share_pictures(Library(), "Kindling") == {}
