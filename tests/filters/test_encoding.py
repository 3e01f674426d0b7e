"""The filter fix_encoding: blocks, lines and languages around the repair."""

import pytest

from newsclean.edits import apply
from newsclean.filters import fix_encoding
from newsclean.filters.encoding import FixEncoding
from newsclean.reading import read_text


@pytest.mark.parametrize("text", ["", "L’été à Genève.", "Un\n\ndeux\nAT&T", "Größe\r\nStraße"])
def test_a_clean_article_comes_back_as_the_same_object(text):
    article = read_text(text)
    assert fix_encoding(article) is article


def test_the_edits_replay():
    text = "LÃ©tÃ© sâ€™annonce\n\nCafÃ© &amp; thÃ©"
    article = fix_encoding(read_text(text))
    assert [block.text for block in article.blocks] == ["Lété s’annonce", "Café & thé"]
    assert article.rebuild() == text
    assert apply(article.source, article.edits) == article.text


def test_a_line_separator_splits_a_block():
    article = fix_encoding(read_text("Un titre\u2028Le texte de l'article."))
    assert [block.text for block in article.blocks] == ["Un titre", "Le texte de l'article."]
    assert article.rebuild() == "Un titre\u2028Le texte de l'article."


def test_lone_carriage_returns_are_line_ends():
    assert fix_encoding("Un\rdeux\r\ntrois") == "Un\ndeux\r\ntrois"


def test_an_unknown_language_is_detected_after_the_repair():
    text = "Le prÃ©sident de la RÃ©publique et les dÃ©putÃ©s ont dit que la loi sera votÃ©e par les Ã©lus."
    assert fix_encoding(read_text(text).replace(language=None)).language == "fr"
    assert fix_encoding(read_text(text).replace(language="it")).language == "it"


def test_guess_is_an_option():
    line = "la \ufffdtude du p\ufffdcheur de la p\ufffdche"
    assert FixEncoding(guess=True)(line).count("\ufffd") <= fix_encoding(line).count("\ufffd")
