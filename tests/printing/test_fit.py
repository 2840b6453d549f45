"""Fit: any text, of any length, in any of several alphabets, stands whole inside its card or is refused."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.look.face import face
from generator.look.tokens import look
from generator.printing.breaking import HYPHEN, JOINED, PARTED, Joint, every_word, joined, words_of
from generator.printing.desk import Block, Desk, plain
from generator.printing.fronts import front_of
from generator.printing.ink import measured
from generator.printing.lines import PT
from generator.printing.parting import parts_of_words
from generator.printing.profiles import card_size
from tests.printing.making import made_card, made_deck

if TYPE_CHECKING:
    from generator.printing.runs import Font

# Words to choose from: short ones, long ones, and some that are wider than a card.
WORDS = {
    "en": ("a", "you", "who", "about", "honesty", "disagreement,", "eight-year-old", "misunderstandings?"),
    "de": ("so", "wem", "Straßenbahnhaltestelle", "Rindfleischetikettierungsüberwachungsaufgabe", "Glück.", "Ei"),
    "el": ("και", "σήμερα;", "χαμογελάσεις", "αλληλοκατανόηση", "πού"),
    "ru": ("и", "тебя", "взаимопонимание,", "непосредственность?", "кто"),
    "vi": ("bạn", "nghĩ", "gì?", "thương", "những", "nghiêng"),
    "zxx": ("ngqo", "xhhoqwnduenwkfjdhekqlsmdnfhebqawsedrftgzhuj", "tk"),
}
CARD = card_size("poker")


@cache
def desk(lang: str) -> Desk:
    """Return what a card in a language is set with, all its words measured, long ones in their parts too."""
    words = every_word({*WORDS[lang], "Question", "Ask more", "Sip", "card"})
    parts = parts_of_words(words, lang)
    pieces = {"".join(found[i:j]) for found in parts.values() for j in range(len(found) + 1) for i in range(j)}
    styles = ("text", "plain", "bold")
    every = sorted({*words, *pieces, HYPHEN})
    fonts = measured(dict.fromkeys(styles, every), (lang, None), None, dict.fromkeys(styles, parts))
    return Desk(CARD, look(), fonts, lang)


def width(line: str, font: Font) -> float:
    """Return the width of a line in em, put together from its words as they were measured one by one."""
    pieces = words_of(line.rstrip(PARTED + JOINED))
    gaps = sum(joint is Joint.SPACE for _, joint in pieces[1:]) * font.space
    return sum(font.widths[piece] for piece, _ in pieces) + gaps + font.widths[HYPHEN] * line.endswith(PARTED)


def texts(lang: str) -> st.SearchStrategy[tuple[str, list[str]]]:
    """Return 1 to 120 words of a language, with its name."""
    return st.tuples(st.just(lang), st.lists(st.sampled_from(WORDS[lang]), min_size=1, max_size=120))


@settings(max_examples=150)
@given(st.sampled_from(sorted(WORDS)).flatmap(texts), st.integers(0, 30))
def test_a_text_stands_whole_inside_its_card_or_is_refused(told: tuple[str, list[str]], more: int) -> None:
    """Never clipped, never lost: with hyphens taken out again its lines are the text, and each has room."""
    lang, words = told
    text, follow_up = " ".join(words), " ".join(words[:more])
    card = made_card("card", text, depth=1, follow_up=(follow_up,) if follow_up else ())
    front, wrong = front_of(face(card, made_deck(card, lang=lang)), desk(lang))
    if not front.blocks:
        assert [misfit.key for misfit in wrong] == ["text"]
        return
    assert joined(front.blocks[0].lines).replace("\u00a0", " ") == plain(text)
    said = [joined(block.lines).replace("\u00a0", " ") for block in front.blocks[1:]]
    assert said == ([plain(follow_up)] if follow_up and not wrong else [])
    last = 0.0
    for block in front.blocks:
        last = bounded(block, lang, last)
    assert last <= CARD.height - look()["card"]["foot"]


def bounded(block: Block, lang: str, above: float) -> float:
    """Hold a block against the card's box and what stands above it; return its last baseline, in mm."""
    font = desk(lang).fonts[block.style]
    em = block.size * PT
    assert block.y - font.cap_height * em >= max(above, look()["card"]["prompt_top"] - 1e-6)
    for line in block.lines:
        assert block.x + width(line, font) * em <= CARD.width - look()["card"]["right"] + 0.1
    return block.y + block.pitch * (block.rows - 1)
