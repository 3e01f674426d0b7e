"""Encoding repair: which steps a document needs, in which order, until nothing changes.

Theory. Text is damaged in layers: it was decoded with a wrong charset, then escaped, then copied through a program that drops
or replaces what it cannot write. The steps undo the layers from the outside in:

1. `precheck` proves that most texts need nothing; clean text pays only for that.
2. `invisible.join_surrogates`: halves of UTF-16 pairs become characters, which later steps look at.
3. `escapes` (`\\u00e9`, `%C3%A9`, `=C3=A9`) and `entities` (`&eacute;`) come before the charsets: what they hide is often
   mojibake itself.
4. `mojibake`: UTF-8 that was decoded as one of twelve other charsets, undone once per level of nesting. Intact sequences are
   evidence for the steps after it.
5. `lossy_mojibake`: the same, where a byte was dropped, replaced or lower-cased on the way. No decoder undoes that; a word
   list says which letter makes a word.
6. `single_byte`: one 8-bit charset decoded as another. It is tried only if no mojibake was found, since the leftovers of
   mojibake resemble it.
7. `ftfy_fallback`: lines that ftfy's heuristic still calls bad.
8. `lost_characters`: U+FFFD and `?` in the place of letters, apostrophes and quotation marks.
9. `invisible`: controls, soft hyphens and other characters without ink come last, since a soft hyphen can be half of an í.

The whole document is the evidence: one odd sequence may be the author's, the same sequence in several words is not. All
changes are edits of the source lines. The rounds are repeated until one finds nothing, so that a second repair changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.edits import Edit, compose
from newsclean.encoding.entities import repair_entities
from newsclean.encoding.escapes import repair_escapes
from newsclean.encoding.ftfy_fallback import repair_with_ftfy
from newsclean.encoding.invisible import join_surrogates, repair_invisible
from newsclean.encoding.lossy_mojibake import repair_lossy_mojibake
from newsclean.encoding.lost_characters import repair_lost
from newsclean.encoding.mojibake import repair_mojibake
from newsclean.encoding.precheck import RepairNeeds, find_needs
from newsclean.encoding.repair_document import RepairDocument
from newsclean.encoding.single_byte import repair_single_byte

_MAX_ROUNDS = 8  # rounds of all steps; damaged text settles in two or three
_MAX_LEVELS = 4  # times that text was decoded wrongly in a row; more than two is rare


def repair(lines: Sequence[str], language: str | None = None, *, guess: bool = False) -> list[tuple[Edit, ...]]:
    """Return the edits that repair the encoding of each line.

    Args:
        lines: The lines of one document, which are evidence for each other.
        language: Language or locale code; detected if omitted.
        guess: Also fill in lost letters and quotation marks that are likely but not certain.

    Returns:
        For each line its edits, ascending; () for a line that needs none.

    >>> [edit[:4] for edit in repair(["Il a Ã©tÃ© dit", "que câ€™est fini"])[1]]
    [(5, 8, 'â€™', '’')]
    """
    current = list(lines)
    edits: list[tuple[Edit, ...]] = [()] * len(lines)
    for _ in range(_MAX_ROUNDS):  # from the pre-check on, so that a second repair finds nothing
        found = find_needs("\n".join(current), language)
        if not any(found):
            break
        document = RepairDocument(current, language)
        _run_steps(document, found, guess=guess)
        if not any(document.edits):
            break
        edits = [compose(*three) if three[2] else three[1] for three in zip(lines, edits, document.edits, strict=True)]
        current = document.lines
    return edits


def _run_steps(document: RepairDocument, found: RepairNeeds, *, guess: bool) -> None:
    """Run the steps that a document needs, in the order that the head of this module explains."""
    if found.invisible:
        join_surrogates(document)
    decoded = found.escapes and (repair_escapes(document) | repair_entities(document))
    evidence = False
    if found.wrong_letters or decoded:
        for _ in range(_MAX_LEVELS):
            if not repair_mojibake(document):
                break
            evidence = True
        if not repair_lossy_mojibake(document, evidence=evidence) and not evidence:
            repair_single_byte(document)
        repair_with_ftfy(document)
    if found.lost_letters or evidence:
        repair_lost(document, guess=guess)
    if any(found):
        repair_invisible(document)
