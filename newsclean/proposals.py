"""Proposed gold: an article as a gold document with the labels that newsclean assigns, to correct by hand."""

from __future__ import annotations

from collections import Counter

from newsclean.article import Article
from newsclean.evaluate import character_labels
from newsclean.gold import GoldDocument


def propose(article: Article, name: str, group: str) -> GoldDocument:
    """Return the article as a gold document (docs/gold.md): every line of its source with its label.

    Args:
        article: The article.
        name: The id of the document.
        group: Who published it.

    >>> from newsclean import analyze
    >>> document = propose(analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager"), "a-1", "a.example")
    >>> [line["label"] for line in document["lines"]]
    ['paragraph', 'share']
    """
    labels, _ = character_labels(article)
    lines: list[dict[str, str]] = []
    at = 0
    for line in article.source.splitlines(keepends=True):
        seen = [labels[n] for n, letter in enumerate(line, at) if not letter.isspace()]
        if seen:
            lines.append({"text": line.strip(), "label": Counter(seen).most_common(1)[0][0]})
        at += len(line)
    document: GoldDocument = {"id": name, "group": group, "language": article.language}
    if article.url:
        document["url"] = article.url
    if article.source != "\n".join(line["text"] for line in lines):
        document["text"] = article.source
    return document | {"lines": lines}
