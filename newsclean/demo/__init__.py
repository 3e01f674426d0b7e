"""The page to try newsclean in the browser: its files, its choices, and its answer to a text. `newsclean demo` serves it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from newsclean import __version__
from newsclean.article import GROUPS, Article, Label
from newsclean.cleaner import analyze
from newsclean.errors import NewscleanError
from newsclean.report import html
from newsclean.typography.locales import known_locales

MAX_SIZE = 1_000_000  # characters: a few seconds of work; larger inputs are for the command line
ASSETS = {
    "/": ("page.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
}


def asset(path: str) -> tuple[bytes, str] | None:
    """Return the bytes and the type of a file of the page; None if there is no such file.

    >>> asset("/page.css")[1], asset("/../secret")
    ('text/css; charset=utf-8', None)
    """
    if path == "/report.css":
        return html.style().encode("utf-8"), "text/css; charset=utf-8"
    if path == "/report.js":
        return html.script().encode("utf-8"), "text/javascript; charset=utf-8"
    if path not in ASSETS:
        return None
    name, kind = ASSETS[path]
    return resources.files("newsclean.demo").joinpath(name).read_bytes(), kind


def choices() -> dict[str, Any]:
    """Return what the page offers: locales, labels by group, examples, and the maximum size of the input.

    >>> choices()["groups"]["metadata"][:3]
    ['byline', 'date', 'dateline']
    """
    examples = json.loads(resources.files("newsclean.demo").joinpath("examples.json").read_text("utf-8"))
    groups = {name: [label.value for label in Label if label in labels] for name, labels in GROUPS.items()}
    return {
        "version": __version__,
        "max_size": MAX_SIZE,
        "locales": known_locales(),
        "groups": groups,
        "examples": examples,
    }


def answer(request: object) -> dict[str, Any]:
    """Return the clean text, what was found in it, and the report as HTML in which all text is escaped.

    Args:
        request: A mapping with `text`, and optionally `kind`, `locale`, `url`, `keep` and `drop`, as `analyze` takes them.

    Raises:
        NewscleanError: A request of another form, or a text that is too large.

    >>> answer({"text": "Le conseil a voté le budget de la ville lundi soir.\\nPartager"})["counts"]
    {'paragraph': 1, 'share': 1}
    """
    if not isinstance(request, Mapping) or not isinstance(request.get("text"), str):
        raise NewscleanError('the request has no text; send {"text": "..."}')
    source = request["text"]
    if len(source) > MAX_SIZE:
        raise NewscleanError(
            f"the input has {len(source):,} characters, the page accepts {MAX_SIZE:,}; for longer input, save it and run: newsclean FILE"
        )
    options: dict[str, Any] = {name: _name(request, name) for name in ("kind", "locale", "url")}
    options |= {name: _names(request, name) for name in ("keep", "drop")}
    article = analyze(source, **options)
    return {
        "text": article.text,
        "kind": article.kind,
        "language": article.language,
        "locale": article.locale,
        "notes": list(article.notes),
        "counts": _counts(article),
        "removed": len(article.removed),
        "report": html.render(article),
    }


def _counts(article: Article) -> dict[str, int]:
    """Return how often each label was found, in blocks and in pieces cut out of them."""
    labels = [str(block.label) for block in article.blocks if block.label]
    labels += [str(edit.label) for block in article.kept for edit in block.edits if edit.label]
    return {label: labels.count(label) for label in sorted(set(labels))}


def _name(request: Mapping[str, Any], key: str) -> str | None:
    value = request.get(key)
    if value is not None and not isinstance(value, str):
        raise NewscleanError(f"{key} must be a name, not {value!r}")
    return value or None


def _names(request: Mapping[str, Any], key: str) -> list[str]:
    value = request.get(key) or []
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise NewscleanError(f"{key} must be a list of labels, not {value!r}")
    return value
