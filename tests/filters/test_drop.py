"""Blocks are dropped by label; they stay in the article."""

from __future__ import annotations

from newsclean import Label, analyze
from newsclean.filters import Drop, drop_metadata, drop_share
from newsclean.reading import read_text

TEXT = "Le conseil a voté le budget de la ville lundi soir.\nPartager\nLire aussi : Un budget sans fin"


def test_dropped_blocks_stay_in_the_article() -> None:
    article = drop_share(read_text(TEXT))
    assert [block.source for block in article.removed] == ["Partager"]
    assert article.rebuild() == TEXT


def test_labels_that_an_article_has_are_not_given_again() -> None:
    article = analyze(TEXT, keep={"share", "related"})
    blocks = tuple(block._replace(label=Label.PARAGRAPH) for block in article.blocks)
    assert drop_share(article.replace(blocks=blocks)).removed == ()


def test_an_article_with_nothing_to_drop_comes_back_as_it_is() -> None:
    article = analyze("Le conseil a voté le budget de la ville lundi soir.")
    assert drop_share(article) is article


def test_keeping_takes_labels_and_groups_out() -> None:
    assert Drop("both", frozenset({Label.AD, Label.SHARE})).keeping({"ad"}) == Drop("both", frozenset({Label.SHARE}))
    assert drop_metadata.keeping({"metadata"}).labels == frozenset()
