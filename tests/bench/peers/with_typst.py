"""Typst alone: a template that reads the cards and does all the rest, or sheets of which every place is settled."""

import sys
from pathlib import Path

import typst

data, out, back, template, fonts = sys.argv[1:]
text = Path(data).read_text("utf-8")
inputs = {"data": text} if back == "-" else {"cards": text, "back": Path(back).read_text("utf-8")}
pdf = typst.compile(
    template,
    root=str(Path(template).parent),
    font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]),
    format="pdf",
    sys_inputs=inputs,
    pdf_standards=["ua-1", "a-2a"],
)
Path(out).write_bytes(pdf)
