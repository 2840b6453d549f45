"""The draw page as a screen reader meets it: the accessibility tree in reading order, and what was announced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

TABS = 60
# Everything the live region said since this ran, in order; silence is "".
LISTEN = """() => {
  window.announced = [];
  const said = document.querySelector("[role=status]");
  const heard = () => window.announced.push(said.textContent);
  new MutationObserver(heard).observe(said, { childList: true, characterData: true, subtree: true });
}"""


WAIT = """() => new Promise((done) => {
  const look = (left) => {
    if (!left || window.announced.some(Boolean)) done(window.announced.splice(0));
    else setTimeout(look, 20, left - 1);
  };
  look(150);
})"""


class Heard(NamedTuple):
    """Something in the tree: its role, its name, and its states (`disabled`, `expanded`, `pressed`, `modal` …)."""

    role: str
    name: str
    states: dict[str, Any]


def tree(page: Page) -> list[Heard]:
    """Everything a screen reader can come to, in reading order."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def walked(node_id: str) -> Iterator[Heard]:
        node = nodes[node_id]
        if not node.get("ignored"):
            states = {item["name"]: item["value"].get("value") for item in node.get("properties", [])}
            yield Heard(node["role"]["value"], plain(node.get("name", {}).get("value", "")), states)
        for child in node.get("childIds", []):
            if child in nodes:
                yield from walked(child)

    return list(walked(next(key for key, node in nodes.items() if "parentId" not in node)))


def plain(name: str) -> str:
    """A name as it is spoken: without what has no sound."""
    return " ".join(name.replace("\u200b", " ").split())


def buttons(page: Page) -> dict[str, bool]:
    """The buttons there are, in reading order, and whether each would do something."""
    return {found.name: not found.states.get("disabled") for found in tree(page) if found.role == "button"}


def named(page: Page, role: str) -> list[Heard]:
    """What has this role."""
    return [found for found in tree(page) if found.role == role]


def texts(page: Page) -> str:
    """All that can be read, but for what the live region repeats."""
    spoken = page.get_by_role("status").text_content() or ""
    found = [heard.name for heard in tree(page) if heard.role == "StaticText"]
    return " ".join(text for text in found if text != plain(spoken))


def focused(page: Page) -> str:
    """What has the focus, by its name; nothing if it is the page itself."""
    found = [heard for heard in tree(page) if heard.states.get("focused") and heard.role != "RootWebArea"]
    return found[0].name if found else ""


def announced(page: Page) -> list[str]:
    """Wait for an announcement; return what was announced since the last time, without the silences between."""
    return [text for text in page.evaluate(WAIT) if text]


def unheard(page: Page) -> None:
    """Forget what was announced so far."""
    page.evaluate("window.announced.length = 0")


def go_to(page: Page, name: str, key: str = "Tab") -> None:
    """Walk by Tab until this is in focus; it must be reachable."""
    for _ in range(TABS):
        if focused(page) == name:
            return
        page.keyboard.press(key)
    raise AssertionError(f"{name} cannot be reached by keyboard")


def activate(page: Page, name: str, key: str = "Enter") -> None:
    """Go to a button and press it."""
    go_to(page, name)
    page.keyboard.press(key)
