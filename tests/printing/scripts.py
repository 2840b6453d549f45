"""Decks in scripts that the vendored fonts lack, each with a font that has just its letters; see tests/fonts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).parent.parent / "fonts"


@dataclass(frozen=True, slots=True)
class Script:
    """A language, the font file it needs, a title, what the deck is about, and prompts, each with a follow-up."""

    lang: str
    font: str
    title: str
    about: str
    prompts: tuple[tuple[str, str], ...]

    @property
    def fonts(self) -> tuple[Path, ...]:
        """The font files of a project in this language."""
        return (FONTS / self.font,)


HEBREW = Script(
    "he",
    "hebrew.ttf",
    "סביב השולחן",
    "שאלות לערב שקט.",
    (
        ("מה שימח אותך היום?", "ומי עוד היה שם?"),
        ("איזה ריח מחזיר אותך הביתה, ולמי סיפרת על זה בפעם האחרונה?", "מה אמרו לך?"),
        ("במה אפשר לעזור לך השבוע?", "מתי, למשל ב-18:30?"),
    ),
)
ARABIC = Script(
    "ar",
    "arabic.ttf",
    "حول المائدة",
    "أسئلة لمساء هادئ.",
    (
        ("ما الذي أسعدك اليوم؟", "ومن كان معك؟"),
        ("أي رائحة تعيدك إلى البيت، ولمن حكيت عنها آخر مرة؟", "ماذا قالوا لك؟"),
        ("كيف يمكنني أن أساعدك هذا الأسبوع؟", "متى يناسبك ذلك؟"),
    ),
)
JAPANESE = Script(
    "ja",
    "japanese.otf",
    "食卓のことば",
    "静かな夜のための質問です。",
    (
        ("今日、いちばん嬉しかったことは何ですか。", "そのとき、だれといましたか。"),
        ("子どものころの家の匂いを覚えていますか。「ただいま」と言うと、だれが答えましたか。", "何と言いましたか。"),
        ("今週、わたしに手伝えることはありますか。2つまで言ってください。", "いつがいいですか。"),
    ),
)
HINDI = Script(
    "hi",
    "devanagari.ttf",
    "मेज़ के आसपास",
    "एक शांत शाम के लिए सवाल।",
    (
        ("आज तुम्हें किस बात से खुशी मिली?", "और कौन था वहाँ?"),
        ("कौन सी खुशबू तुम्हें घर की याद दिलाती है, और तुमने यह पिछली बार किसे बताया?", "उन्होंने क्या कहा?"),
        ("इस हफ़्ते मैं तुम्हारी किस काम में मदद कर सकती हूँ?", "कब ठीक रहेगा?"),
    ),
)
EMOJI = Script(
    "en",
    "emoji.ttf",
    "Signs 🙂",
    "Questions with signs.",
    (
        ("Which of these is your day: 😀, 😴 or 🌧️?", "And which is mine?"),
        ("Who would send you a 👍🏽 tonight, and for what?", "When did a ❤️ last surprise you?"),
        ("What does 👩‍🍳 make you hungry for?", "Who taught you 🍲?"),
    ),
)
SCRIPTS = (HEBREW, ARABIC, JAPANESE, HINDI, EMOJI)
