"""Gold pages as examples: the labels of blocks, and how much they count."""

from newsclean.train.html_model import page_example
from newsclean.train.pages import gold_pages
from tests.train.test_pages import POEM


def test_lines_written_by_hand_weigh_more_than_computed_ones() -> None:
    page = next(gold_pages([POEM]))
    coarse = {**page, "lines": [{**row, "label": "content"} for row in page["lines"]]}
    fine_example, coarse_example = page_example(page), page_example(coarse)
    assert sum(fine_example.weights()) > sum(coarse_example.weights()) > 0


def test_headlines_are_no_examples() -> None:
    example = page_example(next(gold_pages([POEM])))
    told = dict(zip(example.labels, example.weights(), strict=True))
    assert told["title"] == 0.0 < told["paragraph"]


def test_a_block_that_is_in_no_line_has_no_label() -> None:
    page = next(gold_pages([POEM]))
    example = page_example({**page, "lines": [{"text": "Something else", "label": "paragraph"}]})
    assert set(example.labels) == {None}
    assert sum(example.weights()) == 0.0


def test_doubtful_lines_do_not_count() -> None:
    page = next(gold_pages([POEM]))
    example = page_example({**page, "lines": [{**row, "sure": ""} for row in page["lines"]]})
    assert sum(example.weights()) == 0.0
