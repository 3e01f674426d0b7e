"""The flow: which steps a document needs, in which order, until nothing changes."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.edits import Edit, compose
from newsclean.encoding.document import Document
from newsclean.encoding.entities import repair_entities
from newsclean.encoding.escapes import repair_escapes
from newsclean.encoding.ftfy_fallback import repair_rest
from newsclean.encoding.invisible import join_surrogates, repair_invisible
from newsclean.encoding.lossy import repair_lossy
from newsclean.encoding.lost_characters import repair_lost
from newsclean.encoding.mojibake import repair_mojibake
from newsclean.encoding.precheck import Needs, needs
from newsclean.encoding.single_byte import repair_single_byte

_ROUNDS = 8
_LEVELS = 4


def repair(lines: Sequence[str], language: str | None = None, *, guess: bool = False) -> list[tuple[Edit, ...]]:
    """The edits that repair the encoding of each line; the whole document is the witness.

    Arguments: `language` is a language or locale code, found from the text when it is not given; `guess` fills in lost
    letters and quotation marks that are likely but not certain.

    >>> [edit[:4] for edit in repair(["Il a Ã©tÃ© dit", "que câ€™est fini"])[1]]
    [(5, 8, 'â€™', '’')]
    """
    current = list(lines)
    edits: list[tuple[Edit, ...]] = [()] * len(lines)
    for _ in range(_ROUNDS):  # each with fresh eyes, so that a second repair finds nothing
        found = needs("\n".join(current), language)
        if not any(found):
            break
        document = Document(current, language)
        _round(document, found, guess=guess)
        if not any(document.edits):
            break
        edits = [compose(*three) if three[2] else three[1] for three in zip(lines, edits, document.edits, strict=True)]
        current = document.lines
    return edits


def _round(document: Document, found: Needs, *, guess: bool) -> None:
    """Encoding first, what is only seen by programs last: a soft hyphen can be half of an í."""
    if found.hidden:
        join_surrogates(document)
    decoded = found.ascii and (repair_escapes(document) | repair_entities(document))
    evidence = False
    if found.letters or decoded:
        for _ in range(_LEVELS):
            if not repair_mojibake(document):
                break
            evidence = True
        if not repair_lossy(document, evidence=evidence) and not evidence:
            repair_single_byte(document)
        repair_rest(document)
    if found.lost or evidence:
        repair_lost(document, guess=guess)
    if any(found):
        repair_invisible(document)
