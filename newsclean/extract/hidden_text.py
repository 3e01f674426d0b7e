"""The text of a page whose body has none: in the data of its scripts, or in `<noscript>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from newsclean.patterns import lazy_re

MIN_PROSE = 400  # characters of prose in the body below which a page is searched for a hidden text
MIN_HIDDEN = 600  # characters that a hidden text has at least
MAX_PAGE = 5_000_000  # characters of the largest page that is searched
_SCRIPT = lazy_re(r"<script\b[^<>]{0,2000}>(.*?)(?:</script|\Z)", re.IGNORECASE | re.DOTALL)
_NOSCRIPT = lazy_re(r"<noscript\b[^<>]{0,2000}>(.*?)(?:</noscript|\Z)", re.IGNORECASE | re.DOTALL)
_NOSCRIPT_TAG = lazy_re(r"</?noscript\b[^<>]{0,2000}>", re.IGNORECASE)
# every string, closed or not: if the pattern tried again from each quote, it would take quadratic time
_STRING = lazy_re(r'"((?:[^"\\]++|\\.)*+)(?:"|\\?\Z)', re.DOTALL)
_MARKUP = lazy_re(r"<(?:p|div|br|h[2-6])\b", re.IGNORECASE)
_TAG = lazy_re(r"<[^<>]{0,5000}>")


def hidden_page(page: str) -> str | None:
    """Return HTML with the text that a page hides, or None.

    This is the content of `<noscript>` if it is long enough, else the longest string in a script that is HTML.

    >>> hidden_page("<script>x</script><p>Un texte.</p>")
    >>> hidden_page('<script>f({"html": "<p>' + "Le conseil a voté le budget. " * 30 + '</p>"})</script>')[:32]
    '<p>Le conseil a voté le budget. '
    """
    if len(page) > MAX_PAGE:
        return None
    if any(len(_TAG.sub("", inner)) > MIN_HIDDEN for inner in _NOSCRIPT.findall(page)):
        return _NOSCRIPT_TAG.sub("", page)
    found = [text for script in _SCRIPT.findall(page) for text in _strings(script)]
    best = max(found, key=len, default="")
    return best if len(_TAG.sub("", best)) > MIN_HIDDEN else None


def _strings(script: str) -> list[str]:
    """The strings of a script that are HTML."""
    found: list[str] = []
    for literal in _literals(script):
        text = _decoded(literal)
        if not text.lstrip().startswith("<"):  # JSON inside a string of JSON
            found += map(_decoded, _literals(text))
        found.append(text)
    return [text for text in found if text.lstrip().startswith("<") and _MARKUP.search(text)]


def _literals(script: str) -> Iterator[str]:
    """The string literals of a script that are long enough, with their escapes."""
    return (literal for literal in _STRING.findall(script) if len(literal) >= MIN_HIDDEN)


def _decoded(literal: str) -> str:
    try:
        text = json.loads(f'"{literal}"', strict=False)
    except ValueError:
        return ""
    return text if isinstance(text, str) else ""
