"""Pages made of gold documents: every line of the document is on the page, and found again with its label."""

import pytest

from newsclean.gold import KEPT
from newsclean.train.html_model import page_example
from newsclean.train.pages import VARIANTS, gold_pages

RECIPE = {
    "id": "soup",
    "group": "kitchen.example",
    "language": "en",
    "weight": 1.0,
    "lines": [
        {"text": "Home", "label": "nav"},
        {"text": "Food & Drink", "label": "nav"},
        {"text": "Weather", "label": "nav"},
        {"text": "Sign in", "label": "nav"},
        {"text": "Leek soup for a cold evening", "label": "title"},
        {"text": "By Nora Fells", "label": "byline"},
        {"text": "Ingredients", "label": "heading"},
        {"text": "3 leeks", "label": "list_item"},
        {"text": "1 l stock", "label": "list_item"},
        {"text": "Cut the leeks, fry them gently and add the stock; simmer for half an hour.", "label": "paragraph"},
        {"text": "Share", "label": "share"},
        {"text": "Serve hot.", "label": "paragraph"},
        {"text": "Most read", "label": "most_read"},
        {"text": "Storm closes the harbour", "label": "most_read"},
        {"text": "Bakery turns one hundred", "label": "most_read"},
        {"text": "© Kitchen Gazette", "label": "legal"},
    ],
}
POEM = {
    "id": "poem",
    "group": "verses.example",
    "language": "en",
    "lines": [{"text": "The mill", "label": "title"}]
    + [{"text": f"Verse number {n} of the mill", "label": "paragraph"} for n in ("one", "two", "three")],
}


def test_a_document_gives_several_pages_the_same_in_every_run() -> None:
    pages = list(gold_pages([RECIPE]))
    assert len(pages) == VARIANTS
    assert pages == list(gold_pages([RECIPE]))
    assert len({page["html"] for page in pages}) == VARIANTS


@pytest.mark.parametrize("document", [RECIPE, POEM], ids=["recipe", "poem"])
def test_every_line_is_found_on_the_page_with_its_label(document: dict[str, object]) -> None:
    for page in gold_pages([document]):
        example = page_example(page)
        assert None not in example.labels
        found = {block.source: label for block, label in zip(example.blocks, example.labels, strict=True)}
        for row in page["lines"]:
            if row["label"] in KEPT and row["text"] in found:
                assert found[row["text"]] == row["label"]


def test_nothing_of_the_article_is_missing_on_the_page() -> None:
    for page in gold_pages([RECIPE]):
        assert [row for row in page["lines"] if row["label"] in KEPT] == [
            row for row in RECIPE["lines"] if row["label"] in KEPT
        ]


def test_coarse_gold_makes_no_pages() -> None:
    coarse = {**POEM, "lines": [{"text": "The mill", "label": "content"}]}
    assert list(gold_pages([coarse])) == []
