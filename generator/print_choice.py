"""Which cards to print: the options of `kindling print` that choose, and what is meant by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from generator.history import NoHistoryError, UnknownTimeError, decks_then
from generator.library.kept import load_favourites
from generator.library.model import DEPTHS, Kind
from generator.library.report import counted
from generator.library.shapes import fits_day
from generator.library.words import depth_name, words
from generator.printing.choosing import (
    NothingLeftError,
    Sieve,
    added_since,
    changed_since,
    choose,
    in_language,
    of_depths,
    of_kinds,
    on_topics,
    only,
)
from generator.printing.job import Job
from generator.terminal import PROBLEMS, failed, say, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.library.model import Deck, Library
    from generator.printing.ticket import Ticket

# So many names at most are offered at once.
FEW = 40
RANGE = re.compile(r"(\w+)(?:-(\w+))?")


@dataclass(frozen=True, slots=True)
class Batch:
    """What comes out as one PDF: a deck, or cards of some decks; what those are called `together`; the file's name."""

    jobs: tuple[Job, ...]
    file: str
    together: str = ""

    @property
    def title(self) -> str:
        """What is printed, in a word."""
        return self.together or self.jobs[0].deck.title

    @property
    def told(self) -> str:
        """How many cards of which deck, or of how many."""
        cards = counted(sum(len(job.deck.cards) for job in self.jobs), "card")
        return f"{cards} of {self.jobs[0].deck.title if len(self.jobs) == 1 else counted(len(self.jobs), 'deck')}"


class Wishes(TypedDict):
    """What was typed behind the options that choose cards."""

    only: tuple[str, ...]
    kind: tuple[str, ...]
    depth: frozenset[int]
    topic: tuple[str, ...]
    lang: str | None
    favourites: Path | None
    since: str | None


def words_of(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was typed as single words: an option may be repeated, and hold several words with commas."""
    return tuple(filter(None, (word.strip().casefold() for value in values for word in value.split(","))))


def depths_of(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> frozenset[int]:
    """Return the depths that were typed: numbers or names, single or from one to another."""
    return frozenset(depth for word in words_of(context, option, values) for depth in depths_in(word))


def depths_in(word: str) -> range:
    """Return the depths in one word, such as `2`, `share`, `1-2` or `open-tender`; a usage error for any other."""
    names = {name: depth for depth in DEPTHS for name in (str(depth), depth_name(depth).casefold())}
    parts = RANGE.fullmatch(word)
    first, last = (parts[1], parts[2] or parts[1]) if parts else ("", "")
    if first not in names or last not in names or names[first] > names[last]:
        spelled = ", ".join(f"{depth} ({depth_name(depth)})" for depth in DEPTHS)
        raise click.BadParameter(f"'{word}' is no depth. There is {spelled}; or from one to another, such as 1-2.")
    return range(names[first], names[last] + 1)


def kinds_of(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the kinds that were typed; a usage error for a word that is none."""
    found = words_of(context, option, values)
    for word in found:
        if word not in set(Kind):
            raise click.BadParameter(unknown("kind", word, Kind))
    return found


# In the order the help shows them.
OPTIONS = (
    click.option(
        "--only",
        metavar="CARD",
        multiple=True,
        callback=words_of,
        help="A card, such as postcard or kettle-on/postcard. Several: with commas, or once each.",
    ),
    click.option(
        "--kind", metavar="KIND", multiple=True, callback=kinds_of, help=f"Cards of a kind: {', '.join(Kind)}."
    ),
    click.option(
        "--depth", metavar="DEPTH", multiple=True, callback=depths_of, help="Cards of a depth: 1, share or 1-2."
    ),
    click.option("--topic", metavar="TOPIC", multiple=True, callback=words_of, help="Cards on a topic, such as home."),
    click.option("--lang", metavar="LANG", help="Decks in a language, such as de."),
    click.option(
        "--favourites",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="The favourites in a file that the page 'Kept on this phone' saved.",
    ),
    click.option(
        "--since", metavar="DATE|TAG", help="Cards that are new, or say something else, since a day or a tag of git."
    ),
)


def choosing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that choose cards."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def wished(wishes: Wishes) -> bool:
    """Say whether some cards were asked for, and not whole decks."""
    return any(value not in (None, (), frozenset()) for value in wishes.values())


def batches(
    decks: Sequence[Deck], wishes: Wishes, library: Library, folder: Path, asked: Ticket, *, apart: bool
) -> list[Batch]:
    """Return what to print of the cards that were asked for: all on the same sheets, or each deck for itself.

    `folder` is where the decks' files lie. Stops the command when there are no such cards.
    """
    try:
        chosen = choose(decks, tuple(sieves(decks, wishes, library, folder)))
    except NothingLeftError as error:
        say(str(error))
        raise SystemExit(PROBLEMS) from None
    jobs = [Job(deck, asked, whole=library.deck(deck.id)) for deck in chosen]
    if apart or (len(jobs) == 1 and not wishes["favourites"]):
        return [Batch((job,), asked.file_name(job.deck.id, "chosen")) for job in jobs]
    name = "favourites" if wishes["favourites"] else "chosen"
    taken = any(deck.id == name for deck in library.decks)
    return [Batch(tuple(jobs), asked.file_name(name, "chosen" if taken else ""), words()["print"][name])]


def sieves(decks: Sequence[Deck], wishes: Wishes, library: Library, folder: Path) -> Iterable[Sieve]:
    """Yield what was asked for, in the words it was asked in; a usage error for a name that means nothing."""
    if wishes["only"]:
        cards = [card for deck in decks for card in deck.cards]
        check_names("card", wishes["only"], [*(card.id for card in cards), *(card.address for card in cards)])
        yield only(f"--only {','.join(wishes['only'])}", wishes["only"])
    if wishes["lang"]:
        yield in_language(f"--lang {wishes['lang']}", wishes["lang"])
    if wishes["kind"]:
        yield of_kinds(f"--kind {','.join(wishes['kind'])}", [Kind(kind) for kind in wishes["kind"]])
    if wishes["depth"]:
        yield of_depths(f"--depth {','.join(map(str, sorted(wishes['depth'])))}", wishes["depth"])
    if wishes["topic"]:
        topics = [topic for deck in library.decks for card in deck.cards for topic in card.topics]
        check_names("topic", wishes["topic"], topics)
        yield on_topics(f"--topic {','.join(wishes['topic'])}", wishes["topic"])
    if wishes["favourites"]:
        yield favourites(wishes["favourites"], library)
    if wishes["since"]:
        yield since(wishes["since"], folder)


def favourites(file: Path, library: Library) -> Sieve:
    """Return the sieve for the cards of a saved file; stops the command when it cannot be read."""
    addresses, problems = load_favourites(file, library)
    tell(problems)
    if failed(problems):
        raise SystemExit(PROBLEMS)
    return only(f"--favourites {file}", addresses)


def since(when: str, folder: Path) -> Sieve:
    """Return the sieve for what changed since a day, or a tag. Without git a day is held against the decks' own."""
    said = f"--since {when}"
    try:
        return changed_since(said, decks_then(folder, when))
    except UnknownTimeError as error:
        raise click.UsageError(str(error)) from None
    except NoHistoryError:
        if not fits_day(when):
            message = f"'{when}' is no date, and git tells nothing of this folder. Try a date, such as 2026-11-22."
            raise click.UsageError(message) from None
    say("git tells nothing of this folder, so each deck counts from the day it was added.")
    return added_since(said, when)


def check_names(what: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Stop with a usage error at a name that nothing has, and offer the nearest one."""
    there = dict.fromkeys(known)
    for name in names:
        if name not in there:
            raise click.UsageError(unknown(what, name, there))


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Return what there is to say about a name that means nothing."""
    names = list(known)
    near = get_close_matches(name, names, n=1)
    few = f" Try one of {', '.join(sorted(names))}." if len(names) <= FEW else ""
    return f"there is no {what} '{name}' here.{f' Did you mean {near[0]}?' if near else few}"
