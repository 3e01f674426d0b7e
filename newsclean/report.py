"""An article for people and programs to read: a diff, a table of reasons, plain data."""

from __future__ import annotations

import difflib
from typing import Any

from newsclean.article import Article, Block

SCHEMA = 1  # version of the JSON form; a new key is no new version, a changed or lost one is


def diff(article: Article) -> str:
    """A unified diff from the source to the text, line by line.

    >>> from newsclean import analyze
    >>> print(diff(analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager")), end="")
    --- source
    +++ text
    @@ -1,2 +1 @@
     Le conseil a voté le budget de la ville lundi soir.
    -Partager
    """
    old, new = article.source.splitlines(), article.text.splitlines()
    lines = difflib.unified_diff(old, new, "source", "text", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def explain(article: Article) -> str:
    """Each removed block, each removed piece and each edit: its span in the source, the reasons, the text.

    >>> from newsclean import analyze
    >>> print(explain(analyze("Le conseil n'a pas voté le budget de la ville lundi soir.\\nPartager")))  # doctest: +ELLIPSIS
    12-13  apostrophe  | ' -> ’
    58-66  share: ...  | Partager
    """
    rows = [(block.span, block.why, _short(block.source)) for block in article.removed]
    for block in article.kept:
        for edit in block.edits:
            span = block.start + edit.start, block.start + edit.end
            if edit.label:
                rows.append((span, f"{edit.label}: {edit.rule}", _short(edit.before)))
            else:
                rows.append((span, edit.rule, f"{_short(edit.before, 40)} -> {_short(edit.after, 40)}"))
    lines = [f"{start}-{end}  {why}  | {text}" for (start, end), why, text in sorted(rows)]
    return "\n".join([*lines, *(f"note: {note}" for note in article.notes)])


def to_dict(article: Article) -> dict[str, Any]:
    """The article as plain data for JSON; `schema` is the version of its form.

    >>> from newsclean import analyze
    >>> sorted(to_dict(analyze("Bonjour.")))[:4]
    ['agencies', 'authors', 'blocks', 'credits']
    """
    fields = article.fields
    return {
        "schema": SCHEMA,
        "text": article.text,
        "language": article.language,
        "locale": article.locale,
        "url": article.url,
        "title": fields.title,
        "kicker": fields.kicker,
        "lead": fields.lead,
        "date": fields.date.isoformat() if fields.date else None,
        "authors": article.authors,
        "agencies": article.agencies,
        "credits": article.credits,
        "place": fields.place,
        "tags": list(fields.tags),
        "encoding": article.encoding,
        "decode_errors": article.decode_errors,
        "notes": list(article.notes),
        "blocks": [_block(block) for block in article.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "span": [block.start, block.end],
        "label": block.label.value if block.label else None,
        "kept": block.kept,
        "text": block.text,
        "source": block.source,
        "evidence": [{"name": reason.name, "weight": round(reason.weight, 2)} for reason in block.evidence],
        "edits": [
            {
                "span": [edit.start, edit.end],
                "before": edit.before,
                "after": edit.after,
                "rule": edit.rule,
                "label": edit.label,
            }
            for edit in block.edits
        ],
    }


def _short(text: str, width: int = 100) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"
