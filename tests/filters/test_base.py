"""Filters take an article or a text, and functions become filters."""

from __future__ import annotations

import pytest

from newsclean.article import Article
from newsclean.filters import Filter, drop_share
from newsclean.filters.base import Custom, Step, as_step
from newsclean.reading import read_text

TEXT = "Le conseil a voté le budget de la ville lundi soir.\nPartager"


def shout(article: Article) -> Article:
    return article.replace(blocks=tuple(block._replace(text=block.text.upper()) for block in article.blocks))


def test_a_text_gives_a_text_and_an_article_an_article() -> None:
    article = drop_share(read_text(TEXT))
    assert isinstance(article, Article)
    assert drop_share(TEXT) == article.text


@pytest.mark.parametrize("source", [None, 3, b"Bonjour.", ["a"]])
def test_nothing_else_is_a_source(source: object) -> None:
    with pytest.raises(TypeError, match="str or an Article"):
        drop_share(source)


def test_a_function_becomes_a_step_of_its_name() -> None:
    step = as_step(shout)
    assert isinstance(step, Step)
    assert step.name == "shout"
    assert step.apply(read_text("Bonjour.")).text == "BONJOUR."


def test_a_step_stays_itself() -> None:
    assert as_step(drop_share) is drop_share


def test_a_callable_object_has_the_name_of_its_class() -> None:
    class Loud:
        def __call__(self, article: Article) -> Article:
            return shout(article)

    assert as_step(Loud()).name == "Loud"
    assert Custom(Loud(), "loud")("a") == "A"


def test_a_filter_without_apply_says_so() -> None:
    with pytest.raises(NotImplementedError):
        Filter()("Bonjour.")
