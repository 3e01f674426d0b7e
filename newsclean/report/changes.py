"""What was done to an article, one entry each: blocks that were removed, pieces that were cut out of a block, and edits."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.article import Article, Block, Edit

EDIT = "edit"  # stands in the place of a label where nothing was taken out
MAX_CONTEXT = 16  # characters on each side of an edit that are searched for the rest of its word
MAX_REASONS = 4  # reasons that `Change.why` lists
_WORD_START, _WORD_END = re.compile(r"\S+"), re.compile(r"\S+$")


class Change(NamedTuple):
    """One change, with its span in the source.

    Attributes:
        start: First code point of the span.
        end: End of the span.
        label: The label of what was taken out, "edit" where something was only changed.
        reasons: Names of the rules behind the change, without the weights of the model.
        why: One readable line: the strongest reasons, with their weights.
        before: The text of the span in the source.
        after: What replaced it.
        around: The rest of the word that an edit changed, before and after it.
    """

    start: int
    end: int
    label: str
    reasons: tuple[str, ...]
    why: str
    before: str
    after: str
    around: tuple[str, str] = ("", "")


def list_changes(article: Article) -> list[Change]:
    """Return every change but those of the space between blocks, in the order of the source.

    >>> from newsclean import analyze
    >>> for found in list_changes(analyze("Le conseil n'a pas voté le budget de la ville lundi soir.\\nPartager")):
    ...     print(found.start, found.end, found.label, found.reasons[0])
    12 13 edit apostrophe
    58 66 share core.share.word
    """
    found: list[Change] = []
    for block in article.blocks:
        if block.kept:
            found.extend(_edit(block, edit) for edit in block.edits)
        else:
            found.append(_removal(block))
    return found


def edit_rules(edit: Edit) -> tuple[str, ...]:
    """Return the rules behind an edit.

    >>> edit_rules(Edit(0, 1, "'", "’", "apostrophe+entities"))
    ('apostrophe', 'entities')
    """
    return tuple(edit.rule.split("+"))


def label_word(block: Block) -> str:
    """Return the label of a removed block; "other" for one that was never labelled.

    >>> label_word(Block(0, 4, "Link", "Link", kept=False))
    'other'
    """
    return block.label.value if block.label else "other"


def _removal(block: Block) -> Change:
    why = ", ".join(map(str, block.evidence[:MAX_REASONS]))
    return Change(block.start, block.end, label_word(block), _block_rules(block), why, block.source, "")


def _block_rules(block: Block) -> tuple[str, ...]:
    """The rules and clues that decided on a block; the first number of the model if there are none."""
    named = tuple(reason.name for reason in block.evidence if not reason.weight)
    return named or tuple(reason.name for reason in block.evidence[:1])


def _edit(block: Block, edit: Edit) -> Change:
    start, end = block.start + edit.start, block.start + edit.end
    label = str(edit.label) if edit.label else EDIT
    around = (
        _WORD_END.search(block.source[max(0, edit.start - MAX_CONTEXT) : edit.start]),
        _WORD_START.match(block.source[edit.end : edit.end + MAX_CONTEXT]),
    )
    head, tail = (match[0] if match else "" for match in around)
    rules = edit_rules(edit)
    return Change(start, end, label, rules, ", ".join(rules), edit.before, edit.after, (head, tail))
