"""The lines of a document as a whole: stretches, sections, runs, repetition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.article import Label
from newsclean.labels.document import NOISY_SHARE, Document, Stretch, densest
from newsclean.labels.line import read_lines
from newsclean.rules.matcher import Matcher
from newsclean.rules.rule import Rule
from tests.labels.articles import ARTICLES

RULES = Matcher(
    [
        Rule("m.share.bar", Label.SHARE, lines=("partager",)),
        Rule("m.related.head", Label.RELATED, lines=("à voir",), section=True),
        Rule("m.nav.word", Label.NAV, lines=("sport",), strength="weak"),
    ]
)
PROSE = ARTICLES["fr"][:3]
MENU = ["Sport", "Partager"] * 8
PAGE = ["Sport", "Un budget prudent à Valbrune", *PROSE, "Partager", "À voir", "Un phare à vendre", "Partager"]


def document(*texts: str) -> Document:
    return Document(read_lines(texts, RULES, "fr"))


@given(st.lists(st.integers(-9, 9), max_size=12))
def test_the_densest_stretch_has_the_largest_sum(values: list[int]) -> None:
    first, last = densest(values)
    sums = [sum(values[a:b]) for a in range(len(values)) for b in range(a + 1, len(values) + 1)]
    assert sum(values[first : last + 1]) == max([0, *sums])
    assert (last < first) is (max(values, default=0) <= 0)


def test_a_stretch_holds_its_lines() -> None:
    assert [n in Stretch(1, 2) for n in range(4)] == [False, True, True, False]
    assert 0 not in Stretch(0, -1)


def test_the_prose_of_a_page_is_one_stretch() -> None:
    page = document(*MENU, *PROSE, *MENU)
    assert page.prose == Stretch(16, 18)
    assert page.short_share > NOISY_SHARE
    assert document(*PROSE).short_share == 0
    assert page.prose_rank[16:19] == [4, 4, 4]
    assert set(page.prose_rank[:16]) == {0}


def test_a_document_without_prose() -> None:
    page = document("Sport", "Météo", "Bourse")
    assert page.prose.last < page.prose.first
    assert (page.median_words, page.words_above[-1], page.prose_above[-1]) == (1, 0, 0)
    assert page.prose_rank == [0, 0, 0]
    assert page.shared_words(1) == 0.0


def test_the_region_is_found_without_prose() -> None:
    recipe = ["Une pâte brisée", "4 poireaux", "20 cl de crème", "120 g de fromage râpé", "Laver les poireaux"]
    page = document("Partager", "S'abonner", *recipe, "Se connecter", "Newsletter")
    assert page.prose.last < page.prose.first
    assert set(range(3, 6)) <= set(range(page.region.first, page.region.last + 1))
    assert 0 not in page.region
    assert 8 not in page.region


def test_walls_stand_between_a_line_and_the_prose() -> None:
    page = document(*MENU, *PROSE, *MENU)
    assert page.walls_between(17) == 0
    assert page.walls_between(0) > page.walls_between(15) == 0
    assert page.walls_between(19) == 0 < page.walls_between(len(MENU) * 2 + 2)


def test_a_section_lasts_until_the_article_goes_on() -> None:
    page = document("À voir", "Un phare", "La criée", "Le port", "La digue", "Le môle", "Le bac", *PROSE)
    assert [section.label for section in page.sections] == ["", *[Label.RELATED] * 7, "", ""]
    assert [section.distance for section in page.sections[:4]] == [0, 1, 2, 3]


def test_copies_know_the_first_from_the_second() -> None:
    page = document(*PAGE)
    assert page.repeats == [False] * 8 + [True]
    assert [page.copies[line.key] for line in page.lines] == [1, 1, 1, 1, 1, 2, 1, 1, 2]


def test_a_variant_is_a_copy() -> None:
    assert document("Partager", "▶ PARTAGER").repeats == [False, True]


def test_runs_of_short_lines() -> None:
    assert document("Sport", "Météo", PROSE[0], "Bourse").runs == [2, 2, 0, 1]


def test_the_nearest_rules() -> None:
    page = document(*PAGE)
    assert page.rule_above[:6] == [-1] * 6
    assert page.rule_above[6:] == [5, 6, 6]
    assert page.rule_below == [5, 5, 5, 5, 5, 6, 8, 8, -1]


@pytest.mark.parametrize(("n", "shared"), [(0, 0.0), (1, 1.0), (2, -1.0)])
def test_words_that_the_prose_has_elsewhere(n: int, shared: float) -> None:
    page = document("Zorglub perdu", "Conseil, budget, ville", "à la", *PROSE)
    assert page.shared_words(n) == pytest.approx(shared)


def test_a_line_of_prose_does_not_share_its_words_with_itself() -> None:
    assert document(PROSE[0]).shared_words(0) == 0.0
    assert document(PROSE[0], PROSE[0]).shared_words(0) == 1.0
