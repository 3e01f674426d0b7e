"""What one line shows by itself."""

import pytest

from newsclean.mending.line_ends import has_inner_sentence_end, is_code, is_list_item, starts_in_lower_case


@pytest.mark.parametrize("text", ["océan", "Le maire", "1987 fut", "a dit le maire", "(non) dit-il", "-20 degrés"])
def test_no_list_item(text):
    assert not is_list_item(text)


@pytest.mark.parametrize(
    "text", ["- deux œufs", "• un", "3. le sel", "(2) le poivre", "b) le sucre", "o sport", "► plus"]
)
def test_list_items(text):
    assert is_list_item(text)


@pytest.mark.parametrize("text", ["Le maire a dit non.", "10 à 20 % (environ)", "« Oui », dit-il ; « non »."])
def test_no_code(text):
    assert not is_code(text)


@pytest.mark.parametrize("text", ["tools = [1]", "a() {", "un\tdeux", "un   deux", "// note", "std::cout", "return x;"])
def test_code(text):
    assert is_code(text)


@pytest.mark.parametrize("text", ["M. Dupont est venu", "le no 3. Il", "Il est venu."])
def test_no_sentence_ends_inside(text):
    assert not has_inner_sentence_end(text)


@pytest.mark.parametrize("text", ["Il est venu. Elle aussi", "Il a dit «non». «Oui», dit-elle", "Vraiment! Si"])
def test_a_sentence_ends_inside(text):
    assert has_inner_sentence_end(text)


@pytest.mark.parametrize("text", ["iPhone 15", "lemonde.fr", "Le maire", "a Paris", "e.g. non"])
def test_no_lower_case_word(text):
    assert not starts_in_lower_case(text)


@pytest.mark.parametrize("text", ["vec les siens", "et puis", "l'été"])
def test_a_lower_case_word(text):
    assert starts_in_lower_case(text)
