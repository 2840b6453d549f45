"""What a YAML syntax error most likely means to someone who was writing a question, and how to read on after it."""

from __future__ import annotations

import re

from generator.library.model import Place, Problem

CURLY = "“”„‘’«»"
ITEM = re.compile(r"( *)- ")
KEY_WITH_COLON = re.compile(r"\s*(?:- )?([a-z_]+):\s+([^\"'>|\[{].*:(?:\s.*)?)$")


def explained(
    lines: list[str], file: str, mark: tuple[int, int], context: int | None, fault: str
) -> tuple[Problem, int]:
    """Return a parser's fault as a problem, and the index of the line it lies in.

    `mark` is line and column counted from 0, where the parser stopped; `context` the line it had come from.
    """
    index = min(mark[0], len(lines) - 1)
    # A quote or bracket that never closes is noticed far below the line it stands in.
    if context is not None and ("quoted" in fault or "end of stream" in fault or "document" in fault or unclosed(lines[context])):
        index = min(context, len(lines) - 1)
    column = mark[1] + 1 if index == mark[0] else len(lines[index]) - len(lines[index].lstrip()) + 1
    message, hint = cause(lines[index], fault)
    return Problem(Place(file, index + 1, column), message, hint), index


def unclosed(line: str) -> bool:
    """Say whether a line opens a bracket or a double quote that it does not close."""
    return line.count("[") > line.count("]") or line.count("{") > line.count("}") or line.count('"') % 2 == 1


def cause(line: str, fault: str) -> tuple[str, str]:
    """Return what is wrong with a line, and what to type instead."""
    value = line.split(":", 1)[-1].strip()
    key = line.split(":", 1)[0].strip(" -") or "text"
    if "\t" in line[: len(line) - len(line.lstrip())] or ("\\t" in fault or "'\t'" in fault):
        return "there is a tab here; YAML indents with spaces", "use spaces instead of the tab"
    if colon := KEY_WITH_COLON.match(line):
        return "a colon inside the text: YAML takes it for a key", f'put it in quotes: {colon[1]}: "{colon[2]}"'
    if value[:1] in CURLY and value:
        return "curly quotes cannot stand around a text", f'use straight ones: {key}: "{value.strip(CURLY)}"'
    if value.startswith("[") and "?" in value:
        return "a question mark in brackets confuses YAML", "write a list with a dash and a line for each item"
    if unclosed(line) and value.startswith('"'):
        return "the quotes are opened and not closed", f'{key}: "…" with a quote at both ends'
    if value.startswith(('"', "'")):
        return "something stands behind the closing quote", "one pair of quotes around the whole text; inside it, use the other kind"
    if unclosed(line):
        return "a bracket is opened and not closed", "close it, or put the whole text in quotes"
    if value[:1] in tuple("@`%&*!|>?"):
        return f"a text cannot begin with '{value[0]}'", f'put it in quotes: {key}: "{value}"'
    return "this line does not fit the ones above it", "check that its keys begin in the same column as their neighbours"


def without_fault(lines: list[str], index: int) -> list[str]:
    """Return the lines with the list item around `index` blanked, or that line alone outside of any list."""
    start = next((i for i in range(index, -1, -1) if ITEM.match(lines[i]) or starts_key(lines[i])), index)
    item = ITEM.match(lines[start])
    if not item:
        return blanked(lines, index, index + 1)
    outer = min(
        (i for i in range(start, -1, -1) if ITEM.match(lines[i]) and not between(lines, i, start)),
        key=lambda i: (len(lines[i]) - len(lines[i].lstrip()), -i),
    )
    indent = len(lines[outer]) - len(lines[outer].lstrip())
    end = next(
        (i for i in range(max(index, outer) + 1, len(lines)) if lines[i].strip() and len(lines[i]) - len(lines[i].lstrip()) <= indent),
        len(lines),
    )
    return blanked(lines, outer, end)


def starts_key(line: str) -> bool:
    """Say whether a line begins a key of the whole document."""
    return bool(re.match(r"[A-Za-z_]+:", line))


def between(lines: list[str], first: int, last: int) -> bool:
    """Say whether a key of the whole document begins between two lines."""
    return any(starts_key(line) for line in lines[first + 1 : last])


def blanked(lines: list[str], start: int, end: int) -> list[str]:
    """Return the lines with those from `start` up to `end` empty."""
    return [*lines[:start], *[""] * (end - start), *lines[end:]]
