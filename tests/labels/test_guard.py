"""The guard: what may speak against prose, and how much of it may go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsclean.article import Label
from newsclean.labels.document import NOISY_SHARE, Document
from newsclean.labels.guard import SECTION, Doubt, doubts, runs_of_items, too_much_prose
from newsclean.labels.lexicon import WordScore
from newsclean.labels.line import read_lines
from newsclean.rules.matcher import Matcher
from newsclean.rules.rule import Rule
from tests.labels.articles import ARTICLES

PROSE = ARTICLES["fr"]
RULES = Matcher(
    [
        Rule("mine.share.bar", Label.SHARE, lines=("partager",)),
        Rule("mine.related.head", Label.RELATED, lines=("à voir",), section=True),
        Rule("mine.other.mayor", Label.OTHER, starts=("la syndique",), strength="weak"),
    ]
)
MENU = ["Sport", "Culture", "Région", "Monde", "Météo", "Emploi", "Jeux", "Voile"]


def document(*texts: str, furniture: Sequence[str] = ()) -> Document:
    """Lines whose words weigh like those of an article, but for some."""
    lines = read_lines(texts, RULES, "fr")
    weighed = [replace(line, words=WordScore(2.0 if line.text in furniture else -2.0)) for line in lines]
    return Document(weighed)


def doubt(found: Document, n: int, chance: float = 0.01) -> Doubt | None:
    return doubts(found, [n], [chance]).get(n)


def test_prose_of_a_clean_text_has_nothing_against_it_whatever_the_model_says() -> None:
    found = document(*PROSE)
    assert doubts(found, range(4), [0.0] * 4) == {}


def test_only_lines_that_would_go_are_looked_at() -> None:
    assert doubts(document(*PROSE, "Partager"), [], []) == {}


def test_a_rule_speaks_against_a_line() -> None:
    found = document(*PROSE, "Partager", "La syndique a répondu lundi soir aux questions du public.")
    assert doubt(found, 4, 0.29) is Doubt.RULE


def test_metadata_speak_against_a_line() -> None:
    assert doubt(document("12 mars 2021 à 18h20", *PROSE), 0) is Doubt.RULE


def test_a_repetition_speaks_against_both_lines() -> None:
    found = document(*PROSE, PROSE[1])
    assert doubt(found, 1) is doubt(found, 4) is Doubt.REPEATED


def test_a_section_speaks_against_what_stands_near_its_heading() -> None:
    titles = [f"Un phare à vendre sur la {n}e île du lac" for n in range(SECTION + 2)]
    found = document(*PROSE, "À voir", *titles)
    assert doubt(found, 5) is Doubt.SECTION
    assert doubt(found, 4 + SECTION) is Doubt.SECTION
    assert doubt(found, 5 + SECTION) is not Doubt.SECTION
    assert doubt(found, 3) is None


def test_words_of_furniture_speak_against_a_line() -> None:
    line = "Inscrivez-vous gratuitement à notre newsletter et recevez nos meilleurs articles."
    assert doubt(document(*PROSE, line, furniture=[line]), 4) is Doubt.WORDS
    assert doubt(document(*PROSE, line), 4) is None


def test_what_is_no_sentence_may_go_on_the_word_of_the_model() -> None:
    assert doubt(document(*PROSE, "Le phare de la pointe"), 4) is Doubt.NO_PROSE


def test_prose_outside_the_article_of_a_noisy_page_may_go_if_the_model_is_certain() -> None:
    teaser = "Le phare de la pointe cherche un gardien pour trois hivers, dit la commune."
    found = document(*MENU, teaser, *MENU, *PROSE, *MENU, furniture=MENU)
    assert found.short_share > NOISY_SHARE
    assert 8 not in found.region
    assert doubt(found, 8, 0.01) is Doubt.OUTSIDE
    assert doubt(found, 8, 0.2) is None
    assert doubt(found, 17, 0.01) is None


def test_most_of_the_prose_stays() -> None:
    found = document("Un titre", *PROSE)
    assert too_much_prose(found, [1, 2, 3]) == [1, 2, 3]
    assert too_much_prose(found, [1]) == []


MAYOR = "La syndique a répondu lundi soir aux questions du public."
LEGAL = Rule("mine.legal.council", Label.LEGAL, starts=("le conseil", "la maire", "les travaux"))


def test_strong_rules_and_metadata_do_not_count_for_the_most() -> None:
    found = Document(read_lines(["Un titre", *PROSE], Matcher([LEGAL]), "fr"))
    assert all(found.lines[n].strong for n in (1, 2, 3))
    assert too_much_prose(found, [1, 2, 3]) == []


def test_weak_rules_count_for_the_most() -> None:
    found = document("Un titre", MAYOR, MAYOR, PROSE[0])
    assert all(found.lines[n].rules and not found.lines[n].strong for n in (1, 2))
    assert too_much_prose(found, [1, 2]) == [1, 2]


def test_short_lines_do_not_count_for_the_most() -> None:
    assert too_much_prose(document(*MENU, *PROSE), range(8)) == []


def test_more_may_go_on_a_noisy_page() -> None:
    found = document(*MENU, *PROSE)
    assert found.short_share > NOISY_SHARE
    assert too_much_prose(found, [8, 9, 10]) == []
    assert too_much_prose(found, [8, 9, 10, 11]) == [8, 9, 10, 11]


@pytest.mark.parametrize("name", [one.value for one in Doubt])
def test_every_doubt_is_named_in_words(name: str) -> None:
    assert name.replace("-", "").isalpha()
    assert name == name.lower()


@pytest.mark.parametrize(
    ("texts", "runs"),
    [
        (["Le menu :", "- une soupe", "- un rôti", "- du pain"], [range(1, 4)]),
        (["- une soupe", "- un rôti"], []),
        (["- une soupe", "* un rôti", "- du pain"], []),
        (["- a b", "- c d", "- e f", "Puis", "* g h", "* i j", "* k l"], [range(3), range(4, 7)]),
        ([], []),
    ],
)
def test_lists_begin_with_the_same_bullet(texts: list[str], runs: list[range]) -> None:
    assert runs_of_items(read_lines(texts, RULES, "fr")) == runs
