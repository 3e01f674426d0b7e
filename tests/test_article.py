"""The result: what is kept, what is removed, and how to get everything back."""

from __future__ import annotations

import json

import pytest

from newsclean import NewscleanError, analyze
from newsclean.article import Block, Label, labels_of
from newsclean.edits import apply

TEXT = "Un titre du jour\n\nL'été n'est pas fini, a dit le ministre à la presse (...) lundi.\n\n/ATS\nPartager\n"


def test_kept_and_removed_cover_the_blocks() -> None:
    article = analyze(TEXT)
    assert sorted((*article.kept, *article.removed)) == sorted(article.blocks)


def test_edits_replay() -> None:
    article = analyze(TEXT)
    assert apply(article.source, article.edits) == article.text
    assert article.rebuild() == article.source


def test_offsets() -> None:
    article = analyze(TEXT)
    at = article.text.index("ministre")
    assert article.source[article.to_source(at) :].startswith("ministre")
    assert article.from_source(TEXT.index("ministre")) == at
    assert article.from_source(TEXT.index("Partager")) == len(article.text)


@pytest.mark.parametrize("offset", [-1, 10**9])
def test_offsets_of_another_text(offset: int) -> None:
    article = analyze(TEXT)
    for call in (
        article.to_source,
        article.from_source,
        lambda at: article.source_span(0, at),
        lambda at: article.source_span(at, 1),
        lambda at: article.text_span(0, at),
        lambda at: article.text_span(at, 1),
    ):
        with pytest.raises(NewscleanError, match=f"the offset {offset} lies outside of the (text|source)"):
            call(offset)
    assert article.to_source(len(article.text)) <= len(TEXT)
    assert article.from_source(len(TEXT)) == len(article.text)


def test_dict_is_json() -> None:
    data = json.loads(json.dumps(analyze(TEXT).to_dict()))
    assert data["schema"] == 1
    assert data["agencies"] == ["ATS"]
    assert data["blocks"][-1]["label"] == "share"


def test_diff() -> None:
    assert "-Partager\n" in analyze(TEXT).diff()


def test_groups() -> None:
    assert Label.CREDIT in labels_of({"metadata"})
    assert labels_of({"furniture"}) | labels_of({"metadata"}) | labels_of({"article"}) == set(Label)
    with pytest.raises(NewscleanError, match="did you mean 'share'"):
        labels_of({"shares"})


def test_why_of_an_unlabelled_block() -> None:
    assert Block(0, 1, "a", "a").why == "not labelled"
