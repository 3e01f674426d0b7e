"""The diff and the plain data of an article as functions, and the JSON Schema of the data."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from newsclean.article import Article
from newsclean.unified_diff import unified_diff


def diff(article: Article, name: str | None = None) -> str:
    """Return a unified diff from the source to the text, line by line.

    Args:
        article: The article to show.
        name: A file name for the header of the diff.

    >>> from newsclean import analyze
    >>> print(diff(analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager")), end="")
    --- source
    +++ text
    @@ -1,2 +1 @@
     Le conseil a voté le budget de la ville lundi soir.
    -Partager
    """
    return unified_diff(article.source, article.text, article.edits, name)


def to_dict(article: Article) -> dict[str, Any]:
    """Return the article as plain data for JSON: the same as `article.to_dict()`.

    >>> from newsclean import analyze
    >>> sorted(to_dict(analyze("Bonjour.")))[:4]
    ['agencies', 'authors', 'blocks', 'credits']
    """
    return article.to_dict()


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `Article.to_dict()`.

    >>> schema()["properties"]["schema"]
    {'description': 'Version of this form. A new key is no new version; a changed or lost one is.', 'const': 1}
    """
    text = resources.files("newsclean.report").joinpath("schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
