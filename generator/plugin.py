"""Hands what Kindling makes to MkDocs. The only module that knows MkDocs."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import config_options as c
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.checks import check
from generator.library.load import load_library
from generator.library.model import Library, Problem, Settings, Severity
from generator.library.report import told
from generator.library.words import words
from generator.look.tokens import look
from generator.outputs import Prints, outputs, plans, prints, shared_pictures
from generator.printing.catalogue import catalogue
from generator.printing.codes import Codes
from generator.project import font_files
from generator.site.citing import cited_page, essay_page
from generator.site.feeds import NO_DATE, sitemap_pages
from generator.site.finding import PAGES, Found, find_dialog, find_link, page_found, pages_json
from generator.site.markers import filled
from generator.site.offline import farewell, service_worker
from generator.site.pages import lost_page, way_out
from generator.site.policy import light_policy, theme_policy, unlisted, with_policy
from generator.site.previews import Previews, previews
from generator.site.theme_fixes import escaped, fixed
from generator.workbench.ending import end_calmly
from generator.workbench.serving import Workbench, with_bar, with_workbench

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.kindling")

# Pages that stand alone and yet have a place in the navigation: MkDocs knows them by a stub.
STUBS = {"draw/index.md": "draw/index.html"}
STUB = "---\ntitle: Draw\n---\n"


class KindlingConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """What may stand under `kindling:` in mkdocs.yml."""

    decks_dir = c.Type(str, default="decks")
    fonts_dir = c.Type(str, default="fonts")
    shelf = c.ListOfItems(c.Type(str), default=[])
    permanent_url = c.Type(str, default="")
    house_rules = c.Type(bool, default=False)
    private = c.Type(bool, default=False)
    cache_dir = c.Type(str, default=".cache/kindling")


class KindlingPlugin(BasePlugin[KindlingConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Decks and essays become pages; what MkDocs builds gets its policy and its service worker."""

    live = False
    repository = ""
    library = Library()
    made: dict[str, str | bytes]
    printed: Prints
    found: tuple[Found, ...] = ()
    previews: Previews

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether pages are for the preview server."""
        self.live = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our theme overrides, style sheet and footer line."""
        config.theme.dirs.insert(0, str(files("generator.site") / "theme"))
        config.extra_css.append("assets/site.css")
        config.copyright = config.copyright or words()["position"]
        # The theme would ask the repository's host how many stars it has; we only link there to report a card.
        self.repository, config.repo_url = config.repo_url or "", ""
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the library, say what is wrong with it, and add what is made from it."""
        folder = Path(config.config_file_path).parent
        settings = replace(settings_of(config, self.config), repository=self.repository)
        if self.live:  # colours and words may have been changed since they were last read
            for read_once in (look, words):
                read_once.cache_clear()
        self.library, problems = load_library(folder / settings.decks_dir, Path(config.docs_dir), settings.shelf)
        self.library = replace(self.library, fonts=font_files(folder / settings.fonts_dir))
        problems += check(self.library, house_rules=settings.house_rules, private=settings.private)
        report(problems, folder)
        cache = folder / self.config.cache_dir if self.config.cache_dir else None
        # Decks with mistakes are not typeset: the build will fail, and the preview shows the pages meanwhile.
        codes = Codes(settings.permanent_url)
        if codes.why_none:
            log.info(codes.why_none)
        sound = not any(problem.severity is Severity.ERROR for problem in problems)
        self.printed = prints(
            self.library if sound else Library(), cache, lambda line: log.info("Typesetting %s", line), codes
        )
        report(self.printed.problems, folder)
        # The preview server's address is handed on to nobody, and decks that cannot be printed have no pictures.
        shared = (
            {} if self.live or not (sound and self.printed.sound) else shared_pictures(self.library, settings, cache)
        )
        self.previews = previews(self.library, settings, shared)
        self.made = outputs(self.library, settings, shared, live=self.live) | dict(self.printed.files)
        if settings.private:
            self.made |= {uri: unlisted(str(html)) for uri, html in self.made.items() if uri.endswith(".html")}
        if self.live:
            self.made |= {uri: with_bar(str(html)) for uri, html in self.made.items() if uri.endswith(".html")}
        set_date(self.library)
        self.found = ()
        for uri, content in self.made.items():
            if uri not in STUBS.values():
                files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        for stub, uri in STUBS.items():
            if uri in self.made:
                files.append(File.generated(config, stub, content=STUB))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Give the theme our words, the ways out and to the search, and the pages it knows nothing of.

        Its compiled templates are kept: a quarter of a second in each build.
        """
        env.globals |= {"words": words(), "way_out": way_out, "find_link": find_link, "find_dialog": find_dialog}
        env.globals["searchable"] = bool(self.library.decks)
        env.globals["sitemap_pages"] = lambda: sitemap_pages(self.library, config.site_url or "")
        if self.config.cache_dir:
            folder = Path(config.config_file_path).parent / self.config.cache_dir / "templates"
            folder.mkdir(parents=True, exist_ok=True)
            env.bytecode_cache = FileSystemBytecodeCache(str(folder))
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Dress essays, and fill in the markers of hand-written pages."""
        uri = page.file.src_uri
        for essay in self.library.essays:
            if uri == f"essays/{essay.slug}.md":
                page.meta = {"description": essay.summary, "hide": ["navigation"], **page.meta}
                return essay_page(essay, self.library)
        here = page.url if page.url != "./" else ""
        markdown, problems = filled(
            markdown, self.library, here, self.printed.listed, self.repository, plans(), sizes=catalogue()
        )
        markdown, lost = cited_page(markdown, self.library, here)
        for problem in problems + lost:
            log.warning("%s: %s (try: %s)", uri, problem.message, problem.hint)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Note what the search is to know of a page."""
        if page.file.src_uri not in STUBS:
            self.found += (page_found(page.url.removeprefix("./"), page.title or "", html),)

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:  # noqa: ANN401
        """Make what authors wrote about a page safe for the theme's head and header."""
        page.meta = escaped(dict(page.meta))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Give a page its head and its policy; pages that stand alone replace their stubs."""
        alone = STUBS.get(page.file.src_uri)
        if alone:
            return str(self.made[alone])
        about = page.meta.get("description") or config.site_description or ""
        html = self.previews.themed(fixed(output), page.url if page.url != "./" else "", str(page.title), about)
        html = with_bar(html) if self.live else html
        html = unlisted(html) if self.config.private else html
        return with_policy(html, theme_policy(html, live=self.live))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Replace the theme's page for addresses that lead nowhere by a light one."""
        if template_name != "404.html":
            return output_content
        root = urlsplit(config.site_url or "").path or "/"
        return with_policy(lost_page(root, self.library), light_policy(live=self.live))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the search knows of pages, and the service worker, once everything else is there."""
        site = Path(config.site_dir)
        if self.library.decks:  # else there is no search
            (site / PAGES).write_text(pages_json(self.found), "utf-8")
        worker = farewell() if self.live else service_worker(contents(site))
        (site / "sw.js").write_text(worker, "utf-8")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401, ARG002
        """Build again when a deck, a template or a style changes."""
        folder = Path(config.config_file_path).parent
        server.set_app(with_workbench(Workbench(Path(config.config_file_path)), server.serve_request))
        for path in (
            folder / self.config.decks_dir,
            *filter(Path.is_dir, [folder / self.config.fonts_dir]),
            files("generator.site"),
            files("generator.look"),
            files("generator.library.words"),
        ):
            server.watch(str(path))
        end_calmly(server.shutdown)
        return server


def settings_of(config: MkDocsConfig, options: KindlingConfig) -> Settings:
    """Return a project's settings as MkDocs read them."""
    return Settings(
        site_name=config.site_name,
        site_url=config.site_url or "",
        decks_dir=options.decks_dir,
        fonts_dir=options.fonts_dir,
        docs_dir=config.docs_dir,
        site_dir=config.site_dir,
        shelf=tuple(options.shelf),
        permanent_url=options.permanent_url,
        house_rules=options.house_rules,
        private=options.private,
    )


def report(problems: list[Problem] | tuple[Problem, ...], folder: Path) -> None:
    """Log problems: errors as MkDocs' warnings, so that a strict build fails; the rest never stops anything."""
    for problem in problems:
        text = told(problem).replace(f"{folder}{os.sep}", "", 1)
        log.log(logging.WARNING if problem.severity is Severity.ERROR else logging.INFO, text)


def set_date(library: Library) -> None:
    """Tell MkDocs the day of the newest deck or essay instead of today's, so that the same input gives the same bytes.

    An empty SOURCE_DATE_EPOCH would stop MkDocs; one that is set is left alone.
    """
    days = [deck.added for deck in library.decks] + [essay.reviewed for essay in library.essays]
    day = max([day for day in days if day], default=NO_DATE)
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()))


def contents(site: Path) -> dict[str, bytes]:
    """Return a built site as {path: content}."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def build(config_file: Path, site_dir: Path, *, cached: bool = True, private: bool = False) -> bool:
    """Build the site of a project into `site_dir`. Return whether it is good; what is wrong has been logged.

    Without `cached`, every deck is typeset again; a `private` site is for nobody else, so it may hold decks of unknown
    licence.
    """
    try:
        config = load_config(str(config_file), site_dir=str(site_dir), strict=True)
        if not cached:
            config.plugins["kindling"].config["cache_dir"] = ""
        if private:
            config.plugins["kindling"].config["private"] = True
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
        config.plugins.on_shutdown()
    except Abort:  # MkDocs has said why
        return False
    return True


def site_folder(config_file: Path) -> Path:
    """Return where a project's site goes."""
    return Path(load_config(str(config_file)).site_dir)


def serve(config_file: Path, dev_address: str, *, opened: bool) -> None:
    """Serve a project's site, build it again on every change, and open it in a browser if asked."""
    # Strict, a build with a mistake would end in an error, and MkDocs would let every page wait for the next one.
    mkdocs_serve.serve(str(config_file), dev_addr=dev_address, open_in_browser=opened, strict=False)
