"""The rows of the HTML report: each block of the source beside what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newsclean.article import Article, Block, Edit, Evidence
from newsclean.labels.model_only import MODEL_ONLY, MODEL_ONLY_PROSE, model_only_name
from newsclean.report.changes import EDIT, edit_rules, label_word
from newsclean.report.display_text import escape_html, spell_invisible

MAX_SPELLED = 80  # characters of an edit, before and after together; a longer one is not spelled out
MAX_WEIGHTS = 6  # numbers of the model that are shown for a removed block
_NOTHING = "∅"


def block_rows(article: Article) -> Iterator[str]:
    """Yield one row of HTML for each block, in the order of the source."""
    for block in article.blocks:
        yield _kept_row(block) if block.kept else _removed_row(block)


def _kept_row(block: Block) -> str:
    label = block.label.value if block.label else ""
    before = _with_edits(block.source, block.edits, _edit_in_source)
    after = _with_edits(block.source, block.edits, _edit_in_text) if block.edits else before
    return (
        f'<div class="row kept {label}"><span class="tag">{label.replace("_", " ")}</span>'
        f'<div class="src">{before}</div><div class="out">{after}</div></div>\n'
    )


def _removed_row(block: Block) -> str:
    label = label_word(block)
    why = "".join(map(_reason, _shown_reasons(block.evidence)))
    return (
        f'<div class="row gone{_doubtful(block)}" data-label="{label}" data-at="{block.start}–{block.end}" tabindex="0">'
        f'<span class="tag">{label.replace("_", " ")}</span><del class="src">{escape_html(block.source)}</del>'
        f'<div class="why">{why}</div></div>\n'
    )


def _doubtful(block: Block) -> str:
    """The classes of a block that went on the model's word alone, which the page marks."""
    name = model_only_name(block.evidence)
    return f" {MODEL_ONLY} prose" if name == MODEL_ONLY_PROSE else f" {name}" if name else ""


def _shown_reasons(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """All rules and clues, then the first few numbers of the model."""
    yield from (reason for reason in evidence if not reason.weight)
    yield from [reason for reason in evidence if reason.weight][:MAX_WEIGHTS]


def _reason(reason: Evidence) -> str:
    """A rule as `<code>`; a number of the model as `<small>`, which only the tooltip shows."""
    tag = "small" if reason.weight else "code"
    return f"<{tag}>{escape_html(str(reason))}</{tag}>"


def _with_edits(source: str, edits: Sequence[Edit], marked: Callable[[Edit], str]) -> str:
    """The source as HTML, with each edit as `marked` writes it."""
    parts, at = [], 0
    for edit in edits:
        parts.append(escape_html(source[at : edit.start]))
        parts.append(marked(edit))
        at = edit.end
    parts.append(escape_html(source[at:]))
    return "".join(parts)


def _edit_in_source(edit: Edit) -> str:
    """An edit in the source: what stood there and, for the view of one column, what replaced it."""
    old = f"<del>{escape_html(edit.before)}</del>" if edit.before else ""
    new = f"<ins>{escape_html(edit.after)}</ins>" if edit.after else ""
    rules = escape_html(" ".join(edit_rules(edit)))
    return (
        f'<span class="e" data-label="{_edit_label(edit)}" data-by="{rules}"{_spelled_out(edit)} tabindex="0">'
        f"{old}{new}</span>"
    )


def _edit_in_text(edit: Edit) -> str:
    """The same edit in the text: the script of the page pairs them by their order."""
    return f'<ins class="e" data-label="{_edit_label(edit)}">{escape_html(edit.after)}</ins>'


def _edit_label(edit: Edit) -> str:
    return escape_html(edit.label or EDIT)  # the label of an edit is any string that a filter gave it


def _spelled_out(edit: Edit) -> str:
    """The attribute that spells out the invisible characters of an edit, if it has any."""
    if edit.label or len(edit.before) + len(edit.after) > MAX_SPELLED:
        return ""
    old, new = spell_invisible(edit.before), spell_invisible(edit.after)
    if (old, new) == (edit.before, edit.after):
        return ""
    return f' data-spelled="{escape_html(f"{old or _NOTHING} → {new or _NOTHING}")}"'
