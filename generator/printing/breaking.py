"""Where a line may end: at a space, at a hyphen, between two ideographs.

Between ideographs a line turns by the rules for Japanese, Chinese and Korean text (Unicode UAX #14, classes CL, CP, EX,
IN, NS, CJ, QU and OP; JIS X 4051): no line begins with a mark that closes or a small kana, none ends on one that opens.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HYPHEN = "-"
# How a line ends that goes on within a word. Whoever draws it shows a hyphen for the one, and nothing for the other.
PARTED, JOINED = "\u00ad", "\u2060"

PARTS = re.compile(r"(?<=\w-)(?=\w)")
# These never begin a line: they stay with the word before them.
CLINGING = re.compile(r" (?=[…\u2013\u2014]|_{2,})")

# Han, kana, bopomofo, and the marks and full-width forms that are set with them.
WIDE = "\u2e80-\u303f\u3041-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f"
WIDE += "\U00020000-\U0003ffff"
CLOSING = "、。，．：；？！）］｝〕〉》」』】〙〗〟’”｠»｡｣､,.:;?!)]}…‥ー々〻ゝゞヽヾ゠・･〜ぁぃぅぇぉっゃゅょゎゕゖ"  # noqa: RUF001
CLOSING += "ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ％‰℃°\u3000"  # noqa: RUF001
OPENING = "（［｛〔〈《「『【〘〖〝‘“｟«｢([{￥＄"  # noqa: RUF001
TURNS = re.compile(
    rf"(?<=[{WIDE}])(?<![{re.escape(OPENING)}])(?![{re.escape(CLOSING)}])(?=.)"
    rf"|(?<=.)(?<![{re.escape(OPENING)}])(?=[{WIDE}])(?![{re.escape(CLOSING)}])"
)
IDEOGRAPH = re.compile(f"[{WIDE}]")


class Joint(Enum):
    """What stands between a piece of text and the one before it."""

    SPACE = " "
    HYPHEN = "hyphen"  # its own, at the end of the piece before
    PART = PARTED  # one that shows only when a line ends there
    NONE = JOINED  # nothing: a line may end there without a sign


def words_of(text: str) -> list[tuple[str, Joint]]:
    """Return the pieces of a text that a line may end after, and of each what joins it to the one before."""
    found = []
    for word in CLINGING.sub("\u00a0", text).split(" "):
        joint = Joint.SPACE
        for part in PARTS.split(word):
            for piece in TURNS.split(part) if IDEOGRAPH.search(part) else (part,):
                found.append((piece, joint))
                joint = Joint.NONE
            joint = Joint.HYPHEN
    return found


def joined(lines: Iterable[str]) -> str:
    """Return the text of some lines."""
    text = "".join(line if line.endswith((PARTED, JOINED)) else f"{line} " for line in lines)
    return text.replace(PARTED, "").replace(JOINED, "").strip()


def every_word(texts: Iterable[str]) -> list[str]:
    """Return every different piece of some texts, sorted: what has to be measured."""
    return sorted({piece for text in texts for piece, _ in words_of(text)})
