"""What one article says of its site."""

from __future__ import annotations

from newsclean import Profile
from newsclean.profiles.article_lines import HEAD, TAIL, scan
from tests.profiles.texts import FOOTER, bodies, with_tail


def test_a_line_twice_in_an_article_counts_once() -> None:
    texts = [f"{FOOTER}\n{text}" for text in with_tail(bodies(20), FOOTER, 20)]
    (line,) = Profile.learn(texts).lines
    assert (line.articles, line.head, line.tail) == (20, 20, 20)


def test_lone_surrogates_are_no_obstacle() -> None:
    profile = Profile.learn([f"{text}\nVotre espace \ud800 lecteurs" for text in bodies(12)])
    assert Profile.parse(profile.dumps()) == profile


def test_the_head_and_the_tail_are_shares_of_the_lines() -> None:
    lines = [f"La ligne {letter}" for letter in "abcdefghijklmnopqrst"]
    places = [line.place for line in scan("\n".join(lines)).lines]
    assert places == [HEAD] * 3 + [0] * 14 + [TAIL] * 3


def test_a_single_line_is_head_and_tail() -> None:
    (line,) = scan("Partager").lines
    assert (line.key, line.place, line.example) == ("partager", HEAD | TAIL, "Partager")


def test_the_same_lines_in_another_order_are_the_same_article() -> None:
    assert scan("Un titre\nUn texte").id == scan("UN TEXTE.\nUn titre").id
    assert scan("Un titre\nUn texte").id != scan("Un titre").id
