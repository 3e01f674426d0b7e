"""Where glued paragraphs are split."""

import pytest

from newsclean.mending.paragraph_splits import find_splits, may_split

BEFORE, BEHIND = "Il en parle dans une vidéo sur ", " se libère dans le canton de Vaud."


@pytest.mark.parametrize(
    ("middle", "why"),
    [
        ("YouTube. La parole", "a space"),
        ("Node.Js", "a name with a dot"),
        ("Booking.Com", "a domain"),
        ("J.-P.Dupont", "initials"),
        ("M.Dupont", "an abbreviation"),
        ("www.exemple.Fr", "an address"),
        ("le no 3.La", "a number"),
        ("http://a.fr/page.La", "an address with a scheme"),
        ("f(x) { a.La }", "code"),
    ],
)
def test_one_paragraph(middle, why):
    assert find_splits(BEFORE + middle + BEHIND) == [], why


@pytest.mark.parametrize(
    ("middle", "second"),
    [
        ("YouTube.La parole", "La parole"),
        ("les années 1987.Les gens", "Les gens"),
        ("YouTube!La parole", "La parole"),
        ("« toute la ville.»La parole", "La parole"),
        ('"toute la ville."La parole', "La parole"),
    ],
)
def test_two_paragraphs(middle, second):
    text = BEFORE + middle + BEHIND
    [at] = find_splits(text)
    assert text[at:] == second + BEHIND


def test_both_sides_are_sentences():
    assert find_splits("Trop court.La parole" + BEHIND) == []
    assert find_splits(BEFORE + "YouTube.La fin") == []


def test_a_quick_no_is_never_a_split():
    for text in ("rien", "a.b", BEFORE + "YouTube. La" + BEHIND, "3.5", "Fin."):
        assert may_split(text) or not find_splits(text)
