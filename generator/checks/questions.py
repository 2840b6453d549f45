"""Rules about the shape of a question: L01 closed, L02 why-you, L04 double-barrelled, L05 leading. English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.checks.lexicons import phrases
from generator.checks.rule import Remark
from generator.checks.texts import ASKING, plain, said, sentences, unquoted, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.library.model import Card

AUXILIARY = (
    r"(?:do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|shall|should|may|might|must"
    r"|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|can't|couldn't|won't|wouldn't|shouldn't)"
)
WH = "what|which|whose|whom|who|where|when|why|how"
OPEN = rf"(?:(?:{WH})(?: (?:or|and) (?:{WH}))*)"
# "Could you describe", "Would you tell us": a polite request is no yes-or-no question.
REQUEST = re.compile(
    r"^(?:could|would|can|will) you (?:please )?(?:describe|tell|name|show|draw|share|finish|act|walk|take|give|paint"
    r"|imagine|think of|recall|pick|choose|point|sing|read|teach)\b"
)
# A leading clause: "When we disagree, …", "In your bag or in your head, …".
LEAD = re.compile(
    r"^(?:(?:[a-z']+ ){0,4}[a-z']+(?=:)"
    r"|when(?:ever)?|if|while|after|before|once|since|on|in|at|for|with|of|during|suppose|imagine|now|tonight|today"
    r"|lately|these days|and|so|but|or)\b[^,:;?]*[,:;] +"
)
CLOSED = re.compile(rf"^{AUXILIARY}\b(?! anyone's guess)")
# "Beach holiday or city break?": two words to point at, and no reason asked for.
CHOICE = re.compile(rf"^(?!.*\b(?:{WH})\b)[^,;:?]{{2,40}} or [^,;:?]{{2,40}}\?$")
OPENS = re.compile(rf"^(?:(?:and|so|but|or|in|on|at|for|to|with|from|by|of|about) )?(?:the )?{OPEN}\b")
INVITES = re.compile(r"^(?:tell|describe|name|show|finish|say|pick|choose|think|draw|take|share|give|imagine)\b")
RESCUE = re.compile(rf",? (?:and|or) (?:if so,? |then )?{OPEN}\b|,? and to what\b|\bwhat tips it\b")
# A second question in the same sentence, up to its next comma.
FURTHER = re.compile(
    rf"(?:,| and| or| but)+ (?:(?:and|or|but) )?"
    rf"(?:{OPEN}\b|{AUXILIARY} (?:you|we|they|he|she|it|i|something|someone|anything|there)\b)[^,?]*"
)
SHORT_TAIL = 4


def clause(sentence: str) -> str:
    """Return a sentence's main clause, without the clauses that lead up to it."""
    rest = plain(sentence)
    while (shorter := LEAD.sub("", rest)) != rest:
        rest = shorter
    return rest


def closed(sentence: str) -> bool:
    """Say whether yes or no answers a question."""
    main = clause(sentence)
    asked = CLOSED.match(main) or CHOICE.match(main)
    return bool(sentence.endswith("?") and asked and not REQUEST.match(main) and not RESCUE.search(main))


def opens(sentence: str) -> bool:
    """Say whether a sentence asks for more than yes or no."""
    main = clause(sentence)
    return bool(OPENS.match(main) or INVITES.match(main) or REQUEST.match(main) or RESCUE.search(main))


def closed_question(text: str) -> str:
    """Return the question of a text that yes or no answers and no later sentence opens, or nothing."""
    parts = sentences(text)
    for number, sentence in enumerate(parts):
        if closed(sentence) and not any(opens(later) for later in parts[number + 1 :]):
            return sentence
    return ""


def l01(card: Card) -> Iterator[Remark]:
    """Find questions that yes or no answers."""
    if card.kind in ASKING and (found := closed_question(unquoted(card.text))):
        yield Remark("text", found)


def accusing(text: str) -> str:
    """Return the words of a text that ask somebody to defend themselves, or nothing."""
    found = phrases("why_you").search(plain(unquoted(text)))
    return found[0] if found else ""


def l02(card: Card) -> Iterator[Remark]:
    """Find questions that ask people to defend themselves; those of follow-ups are L25's."""
    for key, text in said(card):
        if key != "follow_up" and (found := accusing(text)):
            yield Remark(key, found)


def asks(sentence: str) -> int:
    """Count the questions in a sentence: question words and auxiliaries that begin a clause of their own."""
    main = clause(sentence)
    begun = OPENS.match(main) or CLOSED.match(main)
    rest = main[begun.end() :] if begun else main
    return bool(begun) + sum(len(words_in(tail)) > SHORT_TAIL for tail in FURTHER.findall(rest))


def double_barrelled(text: str) -> str:
    """Return the second question of a text that asks twice, or nothing."""
    questions = [sentence for sentence in sentences(text) if sentence.endswith("?")]
    full = [q for q in questions if len(words_in(clause(q))) > SHORT_TAIL and asks(q) and not closed(q)]
    if len(full) > 1:
        return full[1]
    return next((q for q in questions if asks(q) > 1 and not closed(q)), "")


def l04(card: Card) -> Iterator[Remark]:
    """Find two questions in one."""
    texts = [("text", card.text)] if card.kind in ASKING else []
    for key, text in [*texts, *(("follow_up", line) for line in card.follow_up)]:
        if found := double_barrelled(unquoted(text)):
            yield Remark(key, found)


def l05(card: Card) -> Iterator[Remark]:
    """Find questions that hold their answer."""
    for key, text in said(card):
        if key in {"text", "follow_up"} and (found := phrases("leading").search(plain(unquoted(text)))):
            yield Remark(key, found[0].strip(" .,?!…"))
