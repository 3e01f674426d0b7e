"""Which lines a profile keeps: the floors of the share."""

from __future__ import annotations

import pytest

from newsclean import Label
from newsclean.profiles.selection import (
    FLOOR_ANYWHERE,
    FLOOR_KICKER,
    FLOOR_SETTLED,
    FLOOR_SURE,
    MIN_ARTICLES,
    guess_label,
    min_articles,
    wilson_lower_bound,
)
from tests.profiles.texts import FOOTER, bodies, learned_lines, with_middle, with_tail


@pytest.mark.parametrize(
    ("place", "floor"), [("tail", FLOOR_SETTLED), ("middle", FLOOR_ANYWHERE), ("head", FLOOR_KICKER)]
)
def test_the_floor_is_the_lower_bound_of_the_share(place: str, floor: float) -> None:
    total, line = 150, "Suisse romande" if place == "head" else FOOTER
    least = next(n for n in range(MIN_ARTICLES, total) if wilson_lower_bound(n, total) >= floor)
    texts = bodies(total, paragraphs=7)
    for count, kept in ((least, True), (least - 1, False)):
        made = [f"{line}\n{text}" if n < count else text for n, text in enumerate(texts)]
        if place != "head":
            made = with_tail(texts, line, count) if place == "tail" else with_middle(texts, line, count)
        assert (line.lower() in learned_lines(made)) == kept


def test_a_sentence_of_background_is_not_learned() -> None:
    sentence = "L'attaque avait fait quatre morts dans le musée de la ville, il y a cinq ans."
    assert learned_lines(with_middle(bodies(60), sentence, 10)) == []


def test_a_sentence_in_most_articles_is_learned() -> None:
    sentence = "Recevez chaque matin les nouvelles de la région dans votre boîte aux lettres."
    assert learned_lines(with_tail(bodies(60), sentence, 50)) == [sentence.lower().rstrip(".")]


def test_numbers_of_counters_are_one_line_those_of_headings_are_not() -> None:
    texts = [f"{text}\n{n + 2} commentaires" for n, text in enumerate(bodies(20))]
    assert learned_lines(texts) == ["{n} commentaires"]
    assert learned_lines([f"{text}\nActe {n + 2}" for n, text in enumerate(bodies(20))]) == []


@pytest.mark.parametrize("total", [1, 10, 300, 5_000, 100_000])
def test_no_line_of_fewer_articles_reaches_the_lowest_floor(total: int) -> None:
    least = min_articles(total)
    assert wilson_lower_bound(least, max(least, total)) >= FLOOR_SURE
    assert least == 3 or wilson_lower_bound(least - 1, total) < FLOOR_SURE


@pytest.mark.parametrize(
    ("line", "label", "sure"),
    [
        ("Partager", Label.SHARE, True),
        ("ANNA KELLER", Label.BYLINE, False),
        ("Votre espace lecteurs", Label.OTHER, False),
    ],
)
def test_what_a_line_is_by_itself(line: str, label: Label, sure: bool) -> None:
    assert guess_label(line) == (label, sure)
