"""The Content-Security-Policy of each kind of page."""

from base64 import b64encode
from hashlib import sha256

from generator.site.policy import light_policy, script_hashes, theme_policy, with_policy

PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>'


def test_the_policy_stands_right_behind_the_encoding() -> None:
    """The policy holds for everything after it, so nothing may come before it but the encoding."""
    html = with_policy(PAGE, light_policy())
    assert '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\';' in html


def test_inline_scripts_of_the_theme_are_named_by_hash() -> None:
    """A script someone slips into a page is not on the list and does not run."""
    known = f"'sha256-{b64encode(sha256(b'var a=1').digest()).decode()}'"
    policy = theme_policy(PAGE.format("<script>var a=1</script>"))
    assert f"script-src 'self' {known};" in policy


def test_files_and_data_blocks_need_no_hash() -> None:
    """Only code that would run inline is listed."""
    page = PAGE.format('<script src="a.js"></script><script type="application/json">{}</script>')
    assert script_hashes(page) == []


def test_modules_written_inline_are_hashed_too() -> None:
    """`type=module` is code, unlike other types."""
    assert len(script_hashes(PAGE.format('<script type="module">1</script>'))) == 1


def test_light_pages_allow_nothing_inline() -> None:
    """Card pages and the draw page need no inline style or script."""
    assert "unsafe" not in light_policy()


def test_the_preview_server_may_put_its_script_into_pages() -> None:
    """Live reload works in `serve`; the published policy never says unsafe-inline for scripts."""
    assert "script-src 'self' 'unsafe-inline';" in light_policy(live=True)
    assert "script-src 'self' 'unsafe-inline';" in theme_policy(PAGE, live=True)
    assert "script-src 'self';" in theme_policy(PAGE)
