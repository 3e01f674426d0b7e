"""Gold to correct by hand: an article as a gold document whose labels are those that newsclean gives its lines."""

from __future__ import annotations

from collections import Counter
from typing import Any

from newsclean.article import Article
from newsclean.evaluate import marks


def propose(article: Article, name: str, group: str) -> dict[str, Any]:
    """The article as a gold document (docs/gold.md): every line of its source with the label that newsclean gives it.

    Arguments: `name` is the id of the document, `group` who published it.

    >>> from newsclean import analyze
    >>> document = propose(analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager"), "a-1", "a.example")
    >>> [line["label"] for line in document["lines"]]
    ['paragraph', 'share']
    """
    labels, _ = marks(article)
    lines: list[dict[str, str]] = []
    at = 0
    for line in article.source.splitlines(keepends=True):
        seen = [labels[n] for n, letter in enumerate(line, at) if not letter.isspace()]
        if seen:
            lines.append({"text": line.strip(), "label": Counter(seen).most_common(1)[0][0]})
        at += len(line)
    document: dict[str, Any] = {"id": name, "group": group, "language": article.language}
    if article.url:
        document["url"] = article.url
    if article.source != "\n".join(line["text"] for line in lines):
        document["text"] = article.source
    return document | {"lines": lines}
