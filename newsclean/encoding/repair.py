"""The flow: which steps a document needs, in which order, until nothing changes."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.edits import Edit
from newsclean.encoding.document import Document
from newsclean.encoding.entities import repair_entities
from newsclean.encoding.escapes import repair_escapes
from newsclean.encoding.invisible import join_surrogates, repair_invisible
from newsclean.encoding.lost import repair_lost
from newsclean.encoding.lossy import repair_lossy
from newsclean.encoding.mojibake import repair_mojibake
from newsclean.encoding.precheck import is_calm
from newsclean.encoding.single_byte import repair_single_byte

_ROUNDS = 6
_LEVELS = 4


def repair(lines: Sequence[str], language: str | None = None, *, guess: bool = False) -> list[tuple[Edit, ...]]:
    """The edits that repair the encoding of each line; the whole document is the witness.

    Arguments: `language` is a language or locale code, found from the text when it is not given; `guess` fills in lost
    letters and quotation marks that are likely but not certain.

    >>> [edit[:4] for edit in repair(["Il a Ã©tÃ© dit", "que câ€™est fini"])[1]]
    [(5, 8, 'â€™', '’')]
    """
    if is_calm("\n".join(lines), language):
        return [()] * len(lines)
    document = Document(lines, language)
    for _ in range(_ROUNDS):
        before = document.lines[:]
        _round(document, guess=guess)
        if document.lines == before:
            break
    return document.edits


def _round(document: Document, *, guess: bool) -> None:
    join_surrogates(document)
    repair_escapes(document)
    repair_entities(document)
    evidence = False
    for _ in range(_LEVELS):
        if not repair_mojibake(document):
            break
        evidence = True
    if not evidence:
        repair_single_byte(document)
    repair_lossy(document, evidence=evidence)
    repair_lost(document, guess=guess)
    repair_invisible(document)
