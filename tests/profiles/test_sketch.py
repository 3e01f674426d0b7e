"""Copies of one article are told from articles of their own."""

from __future__ import annotations

from newsclean import Profile
from newsclean.profiles.sketch import cluster_copies, sketch_bands
from tests.profiles.texts import FOOTER, bodies, learned_lines


def test_copies_of_one_article_count_once() -> None:
    (first, *others) = bodies(30, paragraphs=8)
    copies = [first.replace(first.split(" ")[n], "autrement", 1) + f"\nAjout numéro {n}." for n in range(3, 23)]
    profile = Profile.learn([first, *copies, *others])
    assert profile.articles == 30
    assert profile.lines == ()


def test_short_texts_are_told_apart() -> None:
    assert learned_lines([f"Le numéro {n} est sorti de l'urne.\n{FOOTER}" for n in range(9)]) == [FOOTER.lower()]


def test_a_sketch_of_an_empty_text_has_no_bands() -> None:
    assert sketch_bands([]) == sketch_bands(["", ""]) == ()


def test_copies_are_found_over_others() -> None:
    assert cluster_copies({1: (10, 11), 2: (11, 12), 3: (12, 13), 4: (14,)}) == {1: 1, 2: 1, 3: 1}
