"""The rest: what ftfy still repairs on lines that look bad when all other steps are done.

ftfy is imported here only, on first use: the import costs more than all else that newsclean does to a clean text.
"""

from __future__ import annotations

from newsclean.edits import Edit, difference
from newsclean.encoding.document import Document
from newsclean.encoding.precheck import may_be_bad
from newsclean.patterns import lazy_re

RULE = "mojibake"
_LONGEST = 50_000  # characters of a line
_QUOTED = lazy_re(r"[^\W\d_][»”“’‘–—…›®™°]")


def repair_rest(document: Document) -> bool:
    """Run ftfy on the lines that fail the pre-check; its answer counts when two different places agree."""
    bad = [i for i, line in enumerate(document.lines) if len(line) < _LONGEST and may_be_bad(line)]
    if not bad:
        return False
    found = {i: fixed for i in bad if (fixed := fixed_by_ftfy(document.lines[i])) != document.lines[i]}
    changes = {i: difference(document.lines[i], fixed, RULE) for i, fixed in found.items()}
    different = {edit.before for edits in changes.values() for edit in edits if not _is_quoted_capital(edit)}
    if len(different) < 2:
        return False
    changed = False
    for i, edits in changes.items():
        changed |= document.change(i, edits)
    return changed


def fixed_by_ftfy(line: str) -> str:
    """A line after ftfy's repair of mojibake, and of nothing else.

    >>> fixed_by_ftfy("schÃ¶n &amp; “gut”")
    'schön &amp; “gut”'
    """
    import ftfy

    config = ftfy.TextFixerConfig(explain=False, unescape_html=False, uncurl_quotes=False, fix_character_width=False)
    return str(ftfy.fix_encoding(line, config))


def _is_quoted_capital(edit: Edit) -> bool:
    """`IRMÃ”`: a capital and a closing mark, which ftfy takes for one letter."""
    return (
        len(edit.after) < len(edit.before) and edit.before.upper() == edit.before and bool(_QUOTED.search(edit.before))
    )
