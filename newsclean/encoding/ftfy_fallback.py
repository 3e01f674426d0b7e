"""Fallback to ftfy, for lines that still look like mojibake after all other steps.

ftfy (Speer 2012, Apache License 2.0) is imported here only, on first use: its import takes longer than everything that
newsclean does to a clean text.
"""

from __future__ import annotations

from newsclean.edits import Edit, difference
from newsclean.encoding.precheck import may_be_mojibake
from newsclean.encoding.repair_document import RepairDocument
from newsclean.patterns import lazy_re

RULE = "mojibake"
_MAX_LINE = 50_000  # characters of a line; ftfy needs seconds for longer ones
_QUOTED = lazy_re(r"[^\W\d_][»”“’‘–—…›®™°]")


def repair_with_ftfy(document: RepairDocument) -> bool:
    """Run ftfy on the lines that fail the pre-check; return True if something changed.

    Its result is used only if it changes two different strings of the document.
    """
    bad = [i for i, line in enumerate(document.lines) if len(line) < _MAX_LINE and may_be_mojibake(line)]
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
    """Return a line after ftfy's repair of mojibake, and of nothing else.

    >>> fixed_by_ftfy("schÃ¶n &amp; “gut”")
    'schön &amp; “gut”'
    """
    import ftfy

    config = ftfy.TextFixerConfig(explain=False, unescape_html=False, uncurl_quotes=False, fix_character_width=False)
    return str(ftfy.fix_encoding(line, config))


def _is_quoted_capital(edit: Edit) -> bool:
    """Return True for a capital and a closing quotation mark that ftfy takes for one letter, as in `IRMÃ”`."""
    return (
        len(edit.after) < len(edit.before) and edit.before.upper() == edit.before and bool(_QUOTED.search(edit.before))
    )
