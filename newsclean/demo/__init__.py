"""The page to try newsclean: what it offers, and its answer to what was typed. `newsclean demo` serves it."""

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
    """The bytes and the type of a part of the page; None when there is no such part.

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
    """What the page offers: locales, labels by group, examples, the largest input.

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


def answer(asked: object) -> dict[str, Any]:
    """The clean text of what was typed, what was found in it, and the report as HTML whose text is all escaped.

    Argument: `asked` has `text`, and may have `kind`, `locale`, `url`, `keep`, `drop`, as `analyze` takes them.
    Raises `NewscleanError` when it has not, or is too large.

    >>> answer({"text": "Le conseil a voté le budget de la ville lundi soir.\\nPartager"})["counts"]
    {'paragraph': 1, 'share': 1}
    """
    if not isinstance(asked, Mapping) or not isinstance(asked.get("text"), str):
        raise NewscleanError('the request has no text; send {"text": "..."}')
    source = asked["text"]
    if len(source) > MAX_SIZE:
        raise NewscleanError(
            f"the input has {len(source):,} characters, the page takes {MAX_SIZE:,}; for more, save it and run: newsclean FILE"
        )
    options: dict[str, Any] = {name: _name(asked, name) for name in ("kind", "locale", "url")}
    options |= {name: _names(asked, name) for name in ("keep", "drop")}
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
    """How often each label was found, in blocks and in pieces cut out of them."""
    labels = [str(block.label) for block in article.blocks if block.label]
    labels += [str(edit.label) for block in article.kept for edit in block.edits if edit.label]
    return {label: labels.count(label) for label in sorted(set(labels))}


def _name(asked: Mapping[str, Any], key: str) -> str | None:
    value = asked.get(key)
    if value is not None and not isinstance(value, str):
        raise NewscleanError(f"{key} is a name, not {value!r}")
    return value or None


def _names(asked: Mapping[str, Any], key: str) -> list[str]:
    value = asked.get(key) or []
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise NewscleanError(f"{key} is a list of labels, not {value!r}")
    return value
