"""What a YAML syntax error most likely means to someone who was writing a question, and how to read on after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.library.lines import KEY, Written, first_content, line_above, written
from generator.library.model import Place, Problem
from generator.library.nodes import quoted

MOST_DEPTH = 50
NEIGHBOURS = 200  # lines; further up nobody looks for the column of a card

CURLY = "“”„‘’‚«»"  # noqa: RUF001 - the very characters
TIGHT_KEY = re.compile(rf"(?P<before>[ ]*(?:- +)?{KEY}:)(?P<after>[^\s/].*)")
TIGHT_DASH = re.compile(rf"(?P<before>[ ]*-)(?P<after>{KEY}:.*)")
INDICATOR = re.compile(r"[@`%&*!|>\[\]{},]|[-?:](?=\s|$)")
BLOCK = re.compile(r"[|>][-+0-9]*[ \t]+")
ANCHOR = re.compile(r"[&*]\S*(?:\s+[\[{].*)?")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a parser stopped and what it said; lines and columns count from 0.

    What decks refuse although YAML allows it is said in one word: nested, alias, tag, document, control.
    `origin` is where the thing began that it was reading, `bracket` the first bracket still open there,
    `quote` where the last text in quotes began and ended, `read` the lines of the cards behind the first and before
    the last that were read without fault.
    """

    line: int
    column: int
    said: str
    context: str = ""
    origin: tuple[int, int] = (0, 0)
    bracket: tuple[int, int] | None = None
    quote: tuple[int, int, int, int] | None = None
    read: tuple[int, int] = (0, 0)


class Meaning(NamedTuple):
    """What a fault means: where a person should look, what is wrong there, and what to type."""

    line: int
    column: int
    message: str
    hint: str


def explained(lines: list[str], file: str, fault: Fault) -> tuple[Problem, int]:
    """Return a fault as a problem, and the index of the line it lies in."""
    found = next(filter(None, (guess(lines, fault) for guess in GUESSES)), unexplained(fault))
    return Problem(Place(file, found.line + 1, found.column + 1), found.message, found.hint), found.line


def unexplained(fault: Fault) -> Meaning:
    """Say what can be said when nothing more is known."""
    hint = "look at this line and the one above it; quotes around a text help most often"
    return Meaning(fault.line, fault.column, "YAML cannot read this line", hint)


def beyond_decks(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain what is fine in YAML, or in a text, and yet not in a deck."""
    at = fault.line, fault.column
    match fault.said:
        case "nested":
            return Meaning(
                *at,
                f"this is nested more than {MOST_DEPTH} levels deep",
                "take out brackets, or put the text in quotes",
            )
        case "document":
            return Meaning(*at, "three dashes begin another document, and a file is only one", "take this line out")
        case "control":
            character = ord(lines[fault.line][fault.column])
            return Meaning(*at, f"there is a control character here (U+{character:04X})", "delete it")
        case "alias" if ANCHOR.fullmatch(written(lines[fault.line]).value) or not cannot_begin(lines, fault):
            return Meaning(
                *at, "anchors (&) and aliases (*) are not used here", "write it out, or put the text in quotes"
            )
        case _:
            return None


def three_dots(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a line of dots, which ends a YAML document before the file does."""
    number = line_above(lines, fault.line)
    if not lines[number].startswith("..."):
        return None
    return Meaning(number, 0, "three dots at the start of a line end the deck there", "take this line out")


def tab(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a tab where YAML wants spaces."""
    line = lines[fault.line]
    column = line.find("\t", 0, written(line).at_key)
    if column < 0 and line[fault.column : fault.column + 1] != "\t":
        return None
    column = column if column >= 0 else fault.column
    return Meaning(fault.line, column, "there is a tab here; YAML indents with spaces", "use spaces instead of the tab")


def open_quotes(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain quotes without an end: they reach to the file's end, or swallow keys up to the next quote."""
    start = None
    if "quoted scalar" in fault.context and ("stream" in fault.said or "document" in fault.said):
        start = fault.origin
    elif fault.quote and fault.quote[2] == fault.line:
        swallowed = lines[fault.quote[0] + 1 : fault.line + 1]
        start = fault.quote[:2] if any(written(line).key for line in swallowed) else None
    if start is None:
        return None
    here = written(lines[start[0]])
    text = lines[start[0]][start[1] + 1 :].strip().strip(CURLY)
    return Meaning(*start, "the quotes are opened and not closed", f"{here.start}{quoted(text)}")


def backslash(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a backslash in double quotes."""
    if "quoted scalar" not in fault.context:
        return None
    here = written(lines[fault.line])
    whole = here.value[:1] == here.value[-1:] == '"'
    hint = f"{here.start}{quoted(here.value[1:-1])}" if whole else "put the text in single quotes: '…'"
    return Meaning(fault.line, fault.column, "a backslash in double quotes has a meaning of its own", hint)


def behind_quotes(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain words behind a closing quote, such as an apostrophe inside single quotes makes."""
    if not fault.quote or fault.quote[2] != fault.line or lines[fault.line][fault.quote[3] : fault.column].strip():
        return None
    here = written(lines[fault.line])
    text = here.value[1:-1] if here.value[0] == here.value[-1] else here.value
    whole = fault.quote[:2] == (fault.line, here.at_value)
    hint = f"{here.start}{quoted(text)}" if whole else "one pair of quotes around the whole text"
    return Meaning(fault.line, fault.column, "something stands behind the closing quote", hint)


def open_bracket(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a bracket without an end, or one that holds more than a list."""
    if not fault.bracket:
        return None
    line, column = fault.bracket
    here = written(lines[line])
    closing = "]" if lines[line][column] == "[" else "}"
    if lines[line].count(lines[line][column]) <= lines[line].count(closing):
        hint = "a line with a dash for each item, or quotes around the whole text"
        return Meaning(line, column, "YAML cannot read what stands in these brackets", hint)
    if here.at_value != column or here.value in "[{":
        hint = f"close it with '{closing}'"
    elif " " not in here.value or set(here.value) & {",", ":"}:
        hint = f"{here.start}{here.value}{closing}"
    else:
        hint = f"{here.start}{quoted(here.value)}"
    return Meaning(line, column, "a bracket is opened and not closed", hint)


def curly_quotes(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain curly quotes: to YAML they are letters and hold nothing together."""
    here = written(lines[fault.line])
    if here.value[:1] not in tuple(CURLY) or fault.column < here.at_value:
        return None
    hint = f"{here.start}{quoted(here.value.strip(CURLY))}"
    return Meaning(
        fault.line, here.at_value, "curly quotes do not hold a text together; YAML wants straight ones", hint
    )


def cannot_begin(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a text that begins with a character YAML keeps for itself."""
    here = written(lines[fault.line])
    if not INDICATOR.match(here.value) or fault.column < here.at_value:
        return None
    hint = f"{here.start}{quoted(here.value)}"
    if block := BLOCK.match(here.value):
        hint = f"{here.start}{quoted(here.value[block.end() :])}   (or begin the text on the next line)"
    if not here.start:
        hint = "begin the line with a key, or put the whole text in quotes"
    return Meaning(fault.line, here.at_value, f"a text cannot begin with '{here.value[0]}'", hint)


def no_space(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a key or a dash that sticks to what follows; YAML notices it a line later."""
    origin = [fault.origin[0]] if "simple key" in fault.context else []
    for number in (*origin, fault.line, line_above(lines, fault.line)):
        for pattern, what in ((TIGHT_KEY, "the colon"), (TIGHT_DASH, "the dash")):
            if match := pattern.match(lines[number]):
                hint = f"{match['before'].strip()} {match['after'].strip()}"
                return Meaning(number, match.end("before"), f"there is no space after {what}", hint)
    return None


def colon(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a colon inside a text."""
    here = written(lines[fault.line])
    if not fault.said.startswith("mapping values") or fault.column < here.at_value:
        return None
    hint = f"{here.start}{quoted(here.value)}   (put it in quotes, or on the next line after >-)"
    if not here.start:
        hint = "put the whole text in quotes, from its first word to its last"
    return Meaning(
        fault.line, fault.column, "a colon inside the text: YAML takes what stands before it for a key", hint
    )


def no_colon(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a key without its colon: YAML takes it for a text that the next line carries on."""
    number, here = line_above(lines, fault.line), written(lines[fault.line])
    there = written(lines[number])
    carries_on = there.at_key != here.at_key and any(written(line).key for line in lines[:number])
    below_item = there.dash >= 0 and there.at_key == here.at_key
    if there.key or carries_on or not (fault.said.startswith("mapping values") or below_item):
        return None
    return without_colon(number, there)


def without_colon(number: int, there: Written) -> Meaning:
    """Return what is wrong with a line that should begin with a key."""
    key, _, rest = there.value.partition(" ")
    hint = "begin it with a key and a colon"
    if re.fullmatch(KEY, key):
        hint = f"{there.start}{key}: {rest}" if rest else f"{there.start}id: {key}"
    return Meaning(number, there.at_value, "there is no key and colon at the start of this line", hint)


def without_key(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a line that is neither a key nor indented enough to carry on the text above."""
    number = fault.origin[0] if "simple key" in fault.context else fault.line
    here = written(lines[number])
    if here.key or here.dash >= 0:
        return None
    hint = "to carry on the text above, indent it further than that key; or begin it with a key, such as text:"
    return Meaning(number, here.at_key, "this line has no key", hint)


def first_line(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a first line that makes the rest of the file look like another document."""
    number = first_content(lines)
    there = written(lines[number])
    if there.dash >= written(lines[fault.line]).at_key:
        return Meaning(number, there.dash, "the file begins with a list", "begin it with keys, such as title:")
    if "document start" not in fault.said or (there.key and not there.at_key):
        return None
    if not there.key:
        return without_colon(number, there)
    return Meaning(number, there.at_key, "the first key should stand at the start of its line", lines[number].strip())


def behind_brackets(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a key below a card that its brackets have closed."""
    here, there = written(lines[fault.line]), written(lines[line_above(lines, fault.line)])
    if there.value[:1] not in ("[", "{") or there.at_value != here.at_key:
        return None
    hint = "put it inside the brackets, or write a line for each key without them"
    return Meaning(fault.line, here.at_key, "this line comes after the closing bracket", hint)


def misplaced(lines: list[str], fault: Fault) -> Meaning | None:
    """Explain a line that does not begin where its neighbours do."""
    here = written(lines[fault.line])
    earlier = [(i, written(lines[i])) for i in range(fault.line - 1, max(-1, fault.line - NEIGHBOURS), -1)]
    message = "this line is out of line with those above it"
    if here.dash >= 0:
        hints = (
            f"begin it in column {there.dash + 1}, like the '-' in line {i + 1}"
            for i, there in earlier
            if there.dash not in (-1, here.dash)
        )
        return Meaning(fault.line, here.dash, message, next(hints, "begin it in the column of the other dashes"))
    number, there = next(((i, there) for i, there in earlier if there.key), (0, here))
    if there.at_key == here.at_key:
        return None
    hint = f"begin it in column {there.at_key + 1}, like '{there.key}' in line {number + 1}"
    if (here.at_key, here.key) in ((above.dash, above.key) for _, above in earlier):
        hint = f"- {lines[fault.line].strip()}   (each one begins with a dash)"
    return Meaning(fault.line, here.at_key, message, hint)


# The surest guess first.
GUESSES = (
    three_dots,
    beyond_decks,
    tab,
    open_quotes,
    backslash,
    behind_quotes,
    open_bracket,
    curly_quotes,
    cannot_begin,
    no_space,
    colon,
    behind_brackets,
    no_colon,
    first_line,
    without_key,
    misplaced,
)
