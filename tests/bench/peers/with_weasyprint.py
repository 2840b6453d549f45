"""The same cards with WeasyPrint: both faces as boxes in their places; text of one size, clipped if it is too long."""

import json
import sys
from html import escape
from pathlib import Path

import weasyprint

STYLE = """
@page { size: 210mm 297mm; margin: 0 }
body { margin: 0; font: 9pt/1.3 sans-serif }
section { position: relative; width: 210mm; height: 297mm; page-break-after: always }
article { position: absolute; width: 63.5mm; height: 88.9mm; overflow: hidden; outline: 0.1mm solid gray }
h2 { position: absolute; left: 7mm; bottom: 5mm; margin: 0; font-size: 9pt }
p { position: absolute; left: 7mm; right: 6mm; margin: 0 }
.prompt { top: 14mm; font: 14pt/1.3 serif }
.note { bottom: 12mm }
.back { background: #b4803a }
img { position: absolute; left: -3mm; top: -3mm; width: 69.5mm }
.label { left: 7mm; right: 7mm; bottom: 7mm; height: 18mm; background: white }
"""
cards = json.loads(Path(sys.argv[1]).read_text("utf-8"))


def placed(number: int, inside: str, kind: str) -> str:
    """Return a card in its place on the sheet; backs are mirrored."""
    column, row = number % 3, number // 3
    x, y = 9.75 + 63.5 * (2 - column if kind == "back" else column), 15.15 + 88.9 * row
    return f'<article class="{kind}" style="left:{x}mm;top:{y}mm">{inside}</article>'


def front(card: dict[str, str]) -> str:
    """Return what stands on a front."""
    prompt, note, foot = (escape(card[key]) for key in ("prompt", "note", "foot"))
    return f'<h2>{foot}</h2><p class="prompt">{prompt}</p><p class="note">{note}</p>'


pages = []
for first in range(0, len(cards), 9):
    some = cards[first : first + 9]
    pages.append("".join(placed(number, front(card), "front") for number, card in enumerate(some)))
    back = f'<img src="{sys.argv[3]}" alt=""><p class="label">Kettle On</p>'
    pages.append("".join(placed(number, back, "back") for number in range(len(some))))
body = "".join(f"<section>{page}</section>" for page in pages)
html = f'<!doctype html><html lang="en"><title>Cards</title><style>{STYLE}</style><body>{body}</body></html>'
weasyprint.HTML(string=html, base_url=".").write_pdf(sys.argv[2])
