"""A PDF as people and screen readers get it: words with their places, and the structure tree."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Buffer = ctypes.Array[ctypes.c_char] | None

MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Span:
    """Some text on a page: its box in mm from the top left corner, size in points, marked content (-1: none)."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    content: int


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure tree: its type and all its text, read in order."""

    page: int
    type: str
    text: str


def spans(pdf: bytes) -> list[Span]:
    """Return all text of a PDF, in the order it is painted."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [span for number, page in enumerate(document) for span in spans_of(page, number)]


def spans_of(page: pypdfium2.PdfPage, number: int) -> Iterator[Span]:
    height = page.get_height()
    words = page.get_textpage()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=20):
        raw = item.raw
        text = utf16(partial(shown, raw, words.raw))
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(raw, size)
        left, bottom, right, top = item.get_bounds()
        content = pdfium.FPDFPageObj_GetMarkedContentID(raw)
        box = (left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)
        yield Span(number, text, *box, size.value, content)


def structure(pdf: bytes) -> list[Element]:
    """Return the headings and paragraphs of a PDF in reading order."""
    found: list[Element] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            texts = {span.content: span.text for span in spans_of(page, number) if span.content >= 0}
            tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
            for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                found += elements(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), number, texts)
            pdfium.FPDF_StructTree_Close(tree)
    return found


def elements(node: object, page: int, texts: dict[int, str]) -> Iterator[Element]:
    kind = utf16(partial(pdfium.FPDF_StructElement_GetType, node))
    count = range(pdfium.FPDF_StructElement_CountChildren(node))
    contents = [pdfium.FPDF_StructElement_GetChildMarkedContentID(node, index) for index in count]
    text = "".join(texts[content] for content in contents if content in texts)
    if text:
        yield Element(page, kind, " ".join(text.split()))
    for index in count:
        child = pdfium.FPDF_StructElement_GetChildAtIndex(node, index)
        if child:
            yield from elements(child, page, texts)


def utf16(ask: Callable[[Buffer, int], int]) -> str:
    size = ask(None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def shown(item: object, words: object, buffer: Buffer, size: int) -> int:
    wide = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)) if buffer else None
    return int(pdfium.FPDFTextObj_GetText(item, words, wide, size))


def squeezed(text: str) -> str:
    """Return a text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def cards_of(elements: list[Element]) -> dict[str, str]:
    """Return what is read out for each heading: all paragraphs up to the next."""
    found: dict[str, str] = {}
    heading = ""
    for element in elements:
        if element.type == "H1":
            continue
        if element.type == "H2":
            heading = element.text
            assert heading not in found or heading == "Your own"
            found[heading] = ""
        else:
            found[heading] = squeezed(f"{found[heading]} {element.text}")
    return found
