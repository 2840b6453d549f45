"""Breaking: where a line may end, in text with spaces and without."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.printing.breaking import CLOSING, IDEOGRAPH, OPENING, Joint, every_word, joined, words_of

MARKS = "。、！？）」』】々ー・っゃュ（「『【"  # noqa: RUF001 - marks of Japanese
JAPANESE = st.text("今日手紙言葉あいうエオ" + MARKS + "Kindle 26", min_size=1, max_size=40).map(str.split).map(" ".join)


def pieces(text: str) -> list[str]:
    return [piece for piece, _ in words_of(text)]


def test_words_end_at_spaces_and_at_their_own_hyphens() -> None:
    """A line may end after each of these, and each knows what joins it to the one before."""
    assert words_of("an eight-year-old") == [
        ("an", Joint.SPACE),
        ("eight-", Joint.SPACE),
        ("year-", Joint.HYPHEN),
        ("old", Joint.HYPHEN),
    ]
    assert every_word(["at ____. Then \u2013 now"]) == ["Then\u00a0\u2013", "at\u00a0____.", "now"]


def test_text_without_spaces_ends_between_its_characters() -> None:
    """Japanese and Chinese break anywhere but before a mark that closes or after one that opens; Latin words stay."""
    assert pieces("「今日は」と言う。") == ["「今", "日", "は」", "と", "言", "う。"]
    assert pieces("Kindleを読む") == ["Kindle", "を", "読", "む"]
    assert pieces("你好，世界") == ["你", "好，", "世", "界"]  # noqa: RUF001 - a comma of Chinese
    assert pieces("ちょっと") == ["ちょっ", "と"]
    assert words_of("読む")[1] == ("む", Joint.NONE)


@given(JAPANESE)
def test_no_line_begins_with_a_closing_mark_or_ends_on_an_opening_one(text: str) -> None:
    """The rules of UAX #14 and JIS X 4051, whatever the text; and nothing of it is lost."""
    found = words_of(text)
    assert "".join(joint.value * (joint is Joint.SPACE) + piece for piece, joint in found).strip() == text
    pairs = pairwise(found)
    inner = [(before, after) for (before, _), (after, joint) in pairs if joint is Joint.NONE]
    for before, after in inner:
        assert before[-1] not in OPENING
        assert after[0] not in CLOSING
        assert IDEOGRAPH.search(before[-1] + after[0])


def test_lines_are_joined_as_they_were_parted() -> None:
    """With a space, with nothing, or without the hyphen that was put in."""
    assert joined(["Donau\u00ad", "dampf im", "eight-\u2060", "year-old", "今日\u2060", "は"]) == (
        "Donaudampf im eight-year-old 今日は"
    )
