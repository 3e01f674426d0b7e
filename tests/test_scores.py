"""Figures by name."""

from __future__ import annotations

import pytest

from newsclean import NewscleanError
from newsclean.scores import MIN_LINES, Figures, Scores

HALF = Figures(gold=4, found=2, right=1, chars=200, lost=50)


def scores(**labels: Figures) -> Scores:
    return Scores(1, HALF, labels, {"fr": HALF}, {"a.example": HALF})


def test_every_figure_has_a_name() -> None:
    found = scores(share=Figures(gold=2, found=2, right=2))
    assert found.figure("kept_precision") == found.figure("language.fr.precision") == 0.5
    assert found.figure("kept_prose_loss") == found.figure("group.a.example.prose_loss") == 0.25
    assert found.figure("label.share.f1") == 1.0


def test_an_unknown_figure_is_named_with_the_nearest() -> None:
    with pytest.raises(NewscleanError, match=r"did you mean 'kept_recall'"):
        scores().figure("kept_recal")


def test_labels_with_few_lines_do_not_count_in_the_mean() -> None:
    few = Figures(gold=MIN_LINES - 1, found=MIN_LINES - 1, right=0)
    enough = Figures(gold=MIN_LINES, found=MIN_LINES, right=MIN_LINES)
    assert scores(share=few, ad=enough).macro_f1 == 1.0
    assert scores(share=few).macro_f1 == 0.0
