"""Lines that went on the model's word alone: no rule matched, no metadata was found, nothing repeats.

Rules, metadata and repetition can be checked by reading them; the model can only be believed. So each such line has an evidence that
says so, and the reader of an article is told where they are many, or prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsclean.blocks import Evidence

MODEL_ONLY, MODEL_ONLY_PROSE = "model-only", "model-only-prose"  # names of evidence, of a short line and of prose
NOTED_SHARE = 0.2  # of the lines, from which a note says that they went, also without prose


class ModelOnly(NamedTuple):
    """How many lines went on the model's word alone, and how many of them are prose.

    >>> str(ModelOnly(3, 1)), str(ModelOnly(0, 0))
    ("3 on the model's word alone, 1 of them prose", "none on the model's word alone")
    """

    lines: int
    prose: int

    def __str__(self) -> str:
        if not self.lines:
            return "none on the model's word alone"
        return f"{self.lines} on the model's word alone, {self.prose or 'none'} of them prose"


def model_only_name(evidence: Sequence[Evidence]) -> str:
    """Return the evidence that a line went on the model's word alone, "" if it did not.

    >>> model_only_name((Evidence("model-only"), Evidence("furniture-words", 1.2))), model_only_name((Evidence("fr.share.button"),))
    ('model-only', '')
    """
    return next((name for name, _ in evidence if name in (MODEL_ONLY, MODEL_ONLY_PROSE)), "")


def count_model_only(removed: Iterable[Sequence[Evidence]]) -> ModelOnly:
    """Return how many lines went on the model's word alone.

    Args:
        removed: The evidence of each line that was removed.

    >>> count_model_only([(Evidence("model-only"),), (Evidence("model-only-prose"),), (Evidence("copy"),)])
    ModelOnly(lines=2, prose=1)
    """
    names = [name for name in map(model_only_name, removed) if name]
    return ModelOnly(len(names), names.count(MODEL_ONLY_PROSE))


def model_only_note(removed: Iterable[Sequence[Evidence]], lines: int) -> str:
    """Return a note if prose, or a large share of the lines, went on the model's word alone; else "".

    Args:
        removed: The evidence of each line that was removed.
        lines: How many lines there are.

    >>> model_only_note([(Evidence("model-only-prose"),)], 41), model_only_note([(Evidence("model-only"),)], 41)
    ("1 of 41 lines was removed on the model's word alone, 1 of them prose", '')
    """
    count = count_model_only(removed)
    if not count.prose and count.lines < max(1, NOTED_SHARE * lines):
        return ""
    of = f"{count.lines} of {lines} {'line' if lines == 1 else 'lines'}"
    what = f"{of} {'was' if count.lines == 1 else 'were'} removed on the model's word alone"
    return f"{what}, {count.prose} of them prose" if count.prose else what
