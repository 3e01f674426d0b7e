"""What was done to an article, one entry for each thing: blocks removed, pieces cut out of a paragraph, edits."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.article import Article, Block, Edit

WORD = 16  # characters of context on each side of an edit, at most
_WORD_START, _WORD_END = re.compile(r"\S+"), re.compile(r"\S+$")
EDIT = "edit"  # stands in the place of a label for what only changed


class Finding(NamedTuple):
    """One thing done, with its span in the source; `label` is "edit" when nothing was taken out.

    `reasons` are the rules behind it, without the numbers of the model; `why` is the readable line with both;
    `around` is the rest of the word that an edit changed, before and after it.
    """

    start: int
    end: int
    label: str
    reasons: tuple[str, ...]
    why: str
    before: str
    after: str
    around: tuple[str, str] = ("", "")


def findings(article: Article) -> list[Finding]:
    """Everything that was done to an article but the blank space between its blocks, in the order of the source.

    >>> from newsclean import analyze
    >>> for found in findings(analyze("Le conseil n'a pas voté le budget de la ville lundi soir.\\nPartager")):
    ...     print(found.start, found.end, found.label, found.reasons[0])
    12 13 edit apostrophe
    58 66 share core.share.word
    """
    found: list[Finding] = []
    for block in article.blocks:
        if block.kept:
            found.extend(_edit(block, edit) for edit in block.edits)
        else:
            found.append(_removal(block))
    return found


def reasons(block: Block) -> tuple[str, ...]:
    """The rules and clues that decided on a block; the model's first number when there are none."""
    named = tuple(reason.name for reason in block.evidence if not reason.weight)
    return named or tuple(reason.name for reason in block.evidence[:1])


def rules(edit: Edit) -> tuple[str, ...]:
    """The rules that asked for an edit.

    >>> rules(Edit(0, 1, "'", "’", "apostrophe+entities"))
    ('apostrophe', 'entities')
    """
    return tuple(edit.rule.split("+"))


def label_of(block: Block) -> str:
    """The label of a removed block as a word; "other" for one that was never labelled."""
    return block.label.value if block.label else "other"


def _removal(block: Block) -> Finding:
    why = ", ".join(map(str, block.evidence[:4]))
    return Finding(block.start, block.end, label_of(block), reasons(block), why, block.source, "")


def _edit(block: Block, edit: Edit) -> Finding:
    start, end = block.start + edit.start, block.start + edit.end
    label = str(edit.label) if edit.label else EDIT
    around = (
        _WORD_END.search(block.source[max(0, edit.start - WORD) : edit.start]),
        _WORD_START.match(block.source[edit.end : edit.end + WORD]),
    )
    head, tail = (match[0] if match else "" for match in around)
    return Finding(start, end, label, rules(edit), ", ".join(rules(edit)), edit.before, edit.after, (head, tail))
