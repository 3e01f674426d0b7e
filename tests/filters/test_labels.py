"""Labels with more or less detail, by packs, strictness and profiles."""

from __future__ import annotations

import pytest

from newsclean import Label, NewscleanError, Pack, Rule
from newsclean.filters import LabelBlocks, label_blocks
from newsclean.filters.labels import with_labels
from newsclean.reading import read_text
from newsclean.vocabulary import FURNITURE, Detail

TEXT = "Le conseil a voté le budget de la ville lundi soir.\nPartager\nLire aussi : Un budget sans fin"
PACK = Pack("mine", (Rule("mine.corner", Label.NAV, lines=("le coin des lecteurs",)),))


def labels(detail: Detail) -> list[Label | None]:
    return [block.label for block in LabelBlocks(detail=detail)(read_text(TEXT)).blocks]


def test_evidence_is_the_default() -> None:
    assert label_blocks.detail is Detail.EVIDENCE
    assert all(block.evidence for block in label_blocks(read_text(TEXT)).blocks[1:])


def test_labels_are_the_same_without_the_evidence() -> None:
    assert labels(Detail.LABELS) == labels(Detail.EVIDENCE) == [Label.PARAGRAPH, Label.SHARE, Label.RELATED]


def test_with_the_least_detail_the_same_lines_are_furniture() -> None:
    assert [label in FURNITURE for label in labels(Detail.KEEP)] == [False, True, True]


def test_a_detail_may_be_given_by_its_value() -> None:
    assert LabelBlocks(detail="labels").detail is Detail.LABELS


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"detail": "fate"}, "unknown detail 'fate'. Known: evidence, keep, labels"),
        ({"strictness": "strickt"}, "unknown strictness 'strickt', did you mean 'strict'"),
        ({"packs": ["swiss"]}, "no installed pack is called 'swiss'"),
        ({"packs": [PACK, PACK]}, "two packs have the id 'mine'"),
    ],
)
def test_bad_options(options: dict, message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        LabelBlocks(**options)


def test_packs_of_your_own() -> None:
    article = LabelBlocks(packs=[PACK])(read_text(f"{TEXT}\nLe coin des lecteurs"))
    assert article.blocks[-1].label is Label.NAV


def test_labels_are_given_once() -> None:
    article = with_labels(read_text(TEXT))
    assert with_labels(article) is article
