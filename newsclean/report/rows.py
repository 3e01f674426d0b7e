"""The rows of an article's page: each block of the source beside what became of it."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence

from newsclean.article import Article, Block, Edit, Evidence
from newsclean.report.findings import EDIT, label_of, rules
from newsclean.report.glyphs import safe, spelled

LONG = 80  # characters: a longer edit is not spelled out
NOTHING = "∅"
NUMBERS = 4


def escaped(text: str) -> str:
    """A text as it may stand in an element or in a quoted attribute.

    >>> escaped("<b class='x'>\\x00")
    '&lt;b class=&#x27;x&#x27;&gt;&lt;U+0000&gt;'
    """
    return html.escape(safe(text.replace("\r\n", "\n").replace("\r", "\n")))


def rows(article: Article) -> Iterator[str]:
    """One row of HTML for each block, in the order of the source."""
    for block in article.blocks:
        yield _kept(block) if block.kept else _removed(block)


def _kept(block: Block) -> str:
    label = block.label.value if block.label else ""
    before = _woven(block.source, block.edits, _before)
    after = _woven(block.source, block.edits, _after) if block.edits else before
    return (
        f'<div class="row kept {label}"><span class="tag">{label.replace("_", " ")}</span>'
        f'<div class="src">{before}</div><div class="out">{after}</div></div>\n'
    )


def _removed(block: Block) -> str:
    label = label_of(block)
    why = "".join(map(_reason, _telling(block.evidence)))
    return (
        f'<div class="row gone" data-label="{label}" data-at="{block.start}–{block.end}" tabindex="0">'
        f'<span class="tag">{label.replace("_", " ")}</span><del class="src">{escaped(block.source)}</del>'
        f'<div class="why">{why}</div></div>\n'
    )


def _telling(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """All rules and clues, and of the numbers of the model the first few."""
    yield from (reason for reason in evidence if not reason.weight)
    yield from [reason for reason in evidence if reason.weight][:NUMBERS]


def _reason(reason: Evidence) -> str:
    """A rule; the numbers of the model are for the tip only."""
    tag = "small" if reason.weight else "code"
    return f"<{tag}>{escaped(str(reason))}</{tag}>"


def _woven(source: str, edits: Sequence[Edit], mark: Callable[[Edit], str]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts.append(escaped(source[at : edit.start]))
        parts.append(mark(edit))
        at = edit.end
    parts.append(escaped(source[at:]))
    return "".join(parts)


def _before(edit: Edit) -> str:
    """An edit in the source: what stood there, and, for the view of one column, what stands there now."""
    old = f"<del>{escaped(edit.before)}</del>" if edit.before else ""
    new = f"<ins>{escaped(edit.after)}</ins>" if edit.after else ""
    by = escaped(" ".join(rules(edit)))
    return (
        f'<span class="e" data-label="{edit.label or EDIT}" data-by="{by}"{_said(edit)} tabindex="0">{old}{new}</span>'
    )


def _after(edit: Edit) -> str:
    """The same edit in the text; the n-th here is the n-th there."""
    return f'<ins class="e" data-label="{edit.label or EDIT}">{escaped(edit.after)}</ins>'


def _said(edit: Edit) -> str:
    """What the eye would miss in an edit, spelled out."""
    if edit.label or len(edit.before) + len(edit.after) > LONG:
        return ""
    old, new = spelled(edit.before), spelled(edit.after)
    if (old, new) == (edit.before, edit.after):
        return ""
    return f' data-said="{escaped(f"{old or NOTHING} → {new or NOTHING}")}"'
