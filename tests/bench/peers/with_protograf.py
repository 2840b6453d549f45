"""The same cards with protograf: rounded text boxes of one size, a coloured back; it neither fits nor tags text."""

import json
import sys
from pathlib import Path

from protograf import Card, CardBack, Create, Data, Deck, Save, T, group, image, rectangle, text

cards = json.loads(Path(sys.argv[1]).read_text("utf-8"))
folder, name, picture = Path(sys.argv[2]).parent, Path(sys.argv[2]).name, sys.argv[3]
del sys.argv[1:]  # protograf reads them too, and knows others
Create(filename=name, paper="A4", margin_left=0.97, margin_right=0.9, margin_top=1.5, margin_bottom=1.4)
Data(data_list=[["prompt", "note", "foot"], *([card["prompt"], card["note"], card["foot"]] for card in cards)])
Deck(width=6.35, height=8.89, cards=len(cards), frame="rectangle", stroke="gray", stroke_width=0.3)
front = group(
    text(text=T("{{ prompt }}"), x=0.7, y=1.4, width=5.0, height=4.2, font_size=14, align="left", wrap=True),
    text(text=T("{{ note }}"), x=0.7, y=6.2, width=5.0, height=1.6, font_size=9, align="left", wrap=True),
    text(text=T("{{ foot }}"), x=0.7, y=7.9, width=5.0, height=0.6, font_size=9, align="left", wrap=True),
)
back = group(
    rectangle(x=0, y=0, width=6.35, height=8.89, fill="#B4803A", stroke="#B4803A"),
    image(picture, x=0, y=0, width=6.35, height=8.89),
    rectangle(x=0.7, y=6.4, width=4.9, height=1.8, fill="white", stroke="white"),
    text(text="Kettle On", x=1.0, y=6.8, width=4.3, height=1.0, font_size=12, align="left", wrap=True),
)
Card("*", front)
CardBack("*", back)
Save(directory=str(folder))
