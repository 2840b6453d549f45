"""The command line: check, build, serve, print, new."""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path

import click

from generator.library.load import load_settings
from generator.library.report import counted, summed
from generator.library.shapes import fits_day
from generator.print_command import print_
from generator.terminal import CONFIG, DONE, PROBLEMS, failed, need, private_option, read, say, tell


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="kindling-cards", prog_name="kindling")
def main() -> None:
    """Conversation cards: decks in YAML become a site, a draw page and printed cards.

    Run it in the folder where mkdocs.yml is. A first look: kindling check, then kindling serve.
    """
    # Material prints a long notice about MkDocs 2 at every start; pyproject.toml keeps MkDocs below 2.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


main.add_command(print_)


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return a date that was typed, if one was; a usage error when it is none."""
    if value is None or fits_day(value):
        return value
    raise click.BadParameter(f"'{value}' is no date. Write it as 2026-11-22.")


@main.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to print problems: for people, for programs, or on the lines of a pull request.",
)
@click.option("--strict", is_flag=True, help="Let notes count as problems.")
@click.option("--explain", metavar="RULE", help="Explain a rule, such as L04, and check nothing.")
@click.option(
    "--today", metavar="DATE", callback=day, help="The day it is, as 2026-11-22: note which places to turn to are due."
)
@private_option
def check(
    folder: Path | None, form: str, explain: str | None, today: str | None, *, strict: bool, private: bool
) -> None:
    """Say what is wrong with the decks, and how to mend it.

    DIR is a folder of decks; without it, the decks and essays of this project are checked.
    """
    if explain:
        click.echo(explanation(explain.upper()))
        return
    if folder and not folder.is_dir():
        raise click.UsageError(f"there is no folder '{folder}'.")
    from generator.checks import excuses  # noqa: PLC0415 - what one command needs, the others do not wait for
    from generator.checks.resources import due  # noqa: PLC0415
    from generator.printing.fitting import misfit_printables, misfits  # noqa: PLC0415 - the typesetter takes a moment to load

    library, problems = read(folder, private=private)
    problems += [*misfits(library.decks, library.fonts), *misfit_printables(library.printables, library.fonts)]
    problems += due(library, today) if today else ()
    problems = sorted(set(problems))
    tell(problems, form)
    for excuse in excuses(library):
        say(f"kept for a reason: {excuse}")
    decks = counted(len(library.decks), "deck") or "no decks"
    cards = counted(sum(len(deck.cards) for deck in library.decks), "card") or "no cards"
    say(f"{decks}, {cards}: {summed(problems)}.")
    sys.exit(PROBLEMS if failed(problems, strict=strict) else DONE)


@main.command()
@click.option("--config", default=CONFIG, type=click.Path(path_type=Path), help="The project's mkdocs.yml.")
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the site goes.  [default: site]")
@click.option("--no-cache", is_flag=True, help="Typeset every deck again.")
@private_option
def build(config: Path, site_dir: Path | None, *, no_cache: bool, private: bool) -> None:
    """Build the site and the printed decks.

    A build that fails leaves the last good site in place.
    """
    need(config)
    from generator import plugin, publish  # noqa: PLC0415 - MkDocs takes a third of a second to load

    watch_mkdocs()
    target = (site_dir or plugin.site_folder(config)).absolute()
    say("Building the site ...")
    with publish.workshop(target) as folder:
        good = plugin.build(config, folder / "site", cached=not no_cache, private=private)
        if good:
            publish.replace(target, folder / "site")
    if not good:
        say(
            "The site was not built; the last good one is still in place."
            if target.exists()
            else "The site was not built."
        )
        sys.exit(PROBLEMS)
    shown = os.path.relpath(target)
    say(f"\nThe site is in {shown}/ and ready to publish. To look at it:")
    say("  make serve            (or: kindling serve)")
    say(f"  printed decks:        {shown}/print/")


@main.command()
@click.option("--config", default=CONFIG, type=click.Path(path_type=Path), help="The project's mkdocs.yml.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve it.")
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
def serve(config: Path, address: str, *, no_open: bool) -> None:
    """Show the site in a browser, and build it again on every change."""
    need(config)
    from generator import plugin  # noqa: PLC0415 - as above

    watch_mkdocs(logging.INFO)
    # Ends cleanly however it is asked to, also when it was started in the background.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)
    plugin.serve(config, address, opened=not no_open)


@main.command()
@click.argument("deck")
@click.option(
    "--decks", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Where decks are.  [default: decks]"
)
def new(deck: str, folder: Path | None) -> None:
    """Write a small deck with notes, to begin from.

    DECK is its id for ever, such as kettle-on: small letters, numbers and hyphens. No deck is ever overwritten.
    """
    from generator.library.starting import NotStartedError, start  # noqa: PLC0415 - as above

    if folder is None:
        need(CONFIG)
        folder = Path(load_settings(CONFIG)[0].decks_dir)
    elif not folder.is_dir():
        raise click.UsageError(f"there is no folder '{folder}'.")
    try:
        file = start(deck, folder)
    except NotStartedError as error:
        raise click.UsageError(str(error)) from None
    say(f"Your deck is in {file}: five cards and some notes. Open it and make it yours. Then:")
    say("  kindling check        says what is wrong with it, and how to mend it")
    say("  make serve            shows it in a browser while you write (or: kindling serve)")


def explanation(number: str) -> str:
    """Return what there is to say about a rule; a usage error names the rules there are."""
    from generator.checks.explaining import explained  # noqa: PLC0415 - as above
    from generator.checks.rule import rules  # noqa: PLC0415

    if number not in rules():
        raise click.UsageError(f"there is no rule '{number}'. Try one of {', '.join(rules())}.")
    return explained(rules()[number])


def watch_mkdocs(level: int = logging.WARNING) -> None:
    """Print what MkDocs has to say, plainly; our own lines about progress too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers = [handler]
    logger.setLevel(level)
    logging.getLogger("mkdocs.plugins.kindling").setLevel(logging.INFO)


if __name__ == "__main__":
    main()
