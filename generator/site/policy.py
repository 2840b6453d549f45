"""The Content-Security-Policy of every page. GitHub Pages sends no headers, so it stands in the page itself."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
CHARSET = re.compile(r"<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)
DATA_BLOCK = re.compile(r"type=(?![\"']?(?:module|text/javascript)\b)", re.IGNORECASE)

COMMON = "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'none'"


def script_hashes(html: str) -> list[str]:
    """Return the CSP sources of a page's inline scripts, sorted. Data blocks are no scripts."""
    inline = (
        match["code"]
        for match in SCRIPT.finditer(html)
        if "src=" not in match["attributes"] and not DATA_BLOCK.search(match["attributes"])
    )
    return sorted({f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in inline})


def light_policy(*, live: bool = False) -> str:
    """Return the policy of a stand-alone page: nothing inline, scripts from our own files only.

    `live` is for the preview server, which puts a script of its own into each answer, and the workbench into a frame.
    """
    scripts = "'self' 'unsafe-inline'" if live else "'self'"
    return f"default-src 'none'; script-src {scripts}; style-src 'self'; {COMMON}; {frames(live=live)}base-uri 'none'"


def theme_policy(html: str, *, live: bool = False) -> str:
    """Return the policy of a page with the theme, whose inline scripts are named by their hashes.

    The theme sets inline styles. `live` as in `light_policy`.
    """
    scripts = ["'self'", "'unsafe-inline'"] if live else ["'self'", *script_hashes(html)]
    return (
        f"default-src 'none'; script-src {' '.join(scripts)}; style-src 'self' 'unsafe-inline'; worker-src 'self'; "
        f"{COMMON}; {frames(live=live)}base-uri 'self'"
    )


def frames(*, live: bool) -> str:
    """Return what may be framed: only while serving, and then the workbench."""
    return "frame-src 'self'; " if live else ""


def unlisted(html: str) -> str:
    """Return a page that asks search engines to leave it out."""
    return CHARSET.sub(lambda match: f'{match[0]}\n<meta name="robots" content="noindex">', html, count=1)


def with_policy(html: str, policy: str) -> str:
    """Return a page with its policy as the first thing after the declaration of its encoding."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return CHARSET.sub(lambda match: f"{match[0]}\n{meta}", html, count=1)
