"""Which lines can be the headline, and what speaks for them."""

from __future__ import annotations

import pytest

from newsclean.article import Block, Label
from newsclean.metadata.article.title_candidates import find_title, first_prose, title_candidates
from newsclean.tables import table_of
from newsclean.vocabulary import MAX_HEADLINE
from tests.extract.pages import PROSE, TITLE


def blocks(*rows: tuple[str, Label | None]) -> list[Block]:
    return [Block(0, 0, text, text, label=label) for text, label in rows]


@pytest.mark.parametrize("rows", [[], [("", None)], [("x " * 400, Label.PARAGRAPH)]])
def test_no_line_is_no_headline(rows: list[tuple[str, Label | None]]) -> None:
    assert find_title(blocks(*rows)) is None


def test_a_line_longer_than_any_headline_is_none() -> None:
    line = "Le conseil de la ville rouvre le pont " * 5
    for text, expected in ((line[:MAX_HEADLINE].strip(), 0), (f"{line}{line}".strip(), None)):
        assert find_title(blocks((text, None), (f"{text} de la Tine.", Label.PARAGRAPH))) == expected


def test_every_number_has_its_weight() -> None:
    weights = table_of("newsclean.metadata.article", "title.toml")["weights"]
    (_, numbers), *_ = title_candidates(blocks((TITLE, Label.TITLE), (PROSE[0], Label.PARAGRAPH)), None)
    assert set(numbers) == set(weights)


def test_lines_far_below_the_text_are_no_candidates() -> None:
    rows = [(TITLE, None), (PROSE[0], Label.PARAGRAPH), *[("Un mot de trop", None)] * 30]
    assert max(n for n, _ in title_candidates(blocks(*rows), None)) == 12


def test_a_line_like_the_address_is_one_wherever_it_stands() -> None:
    rows = [
        ("Accueil", None),
        (PROSE[0], Label.PARAGRAPH),
        *[("Un mot de trop", None)] * 30,
        ("Le pont rouvre enfin", None),
    ]
    found = dict(title_candidates(blocks(*rows), "https://a.example/le-pont-rouvre-enfin"))
    assert found[32]["slug"] == found[32]["slugged"] == 1.0


def test_what_a_longer_line_repeats_is_a_part_of_it() -> None:
    rows = [("Accueil | Le pont rouvre", None), ("Le pont rouvre", None), (PROSE[0], Label.PARAGRAPH)]
    found = dict(title_candidates(blocks(*rows), None))
    assert (found[0]["part"], found[1]["part"]) == (0.0, 1.0)


def test_the_first_paragraph_is_the_first_with_a_sentence() -> None:
    rows = [(TITLE, None), ("Accueil", None), (PROSE[0], Label.PARAGRAPH), (PROSE[1], Label.PARAGRAPH)]
    assert first_prose(blocks(*rows)) == 2
    assert first_prose(blocks(*rows[:2])) == 2
