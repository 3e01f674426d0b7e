"""The numbers of a line: what they count, and that a document is looked at as a whole."""

from __future__ import annotations

import math

import pytest
from newsclean.labels.lines import lines_of, speaks_for

from newsclean.article import Label
from newsclean.labels.document import Document
from newsclean.labels.features import FAR, NAMES, features
from newsclean.labels.form import form_of, is_headline, is_prose
from newsclean.rules.matcher import Matcher
from newsclean.rules.rule import Rule

RULES = Matcher(
    [
        Rule("m.share.bar", Label.SHARE, lines=("partager",)),
        Rule("m.related.head", Label.RELATED, lines=("à voir",), section=True),
        Rule("m.nav.word", Label.NAV, lines=("sport",), strength="weak"),
    ]
)
PROSE = [
    "Le conseil de Valbrune a voté lundi soir le budget des écoles et de la piscine.",
    "La maire a défendu un texte prudent, que l'opposition juge trop timide pour l'année.",
    "Les travaux du préau commenceront en mars et dureront six mois, selon l'architecte.",
]
PAGE = ["Sport", "Un budget prudent à Valbrune", *PROSE, "Partager", "À voir", "Un phare à vendre", "Partager"]


def numbers(*texts: str) -> list[dict[str, float]]:
    """The numbers of each text, by name."""
    rows = features(lines_of(texts, RULES, "fr"))
    return [dict(zip(NAMES, row, strict=True)) for row in rows]


def test_every_line_has_every_number() -> None:
    assert len(set(NAMES)) == len(NAMES)
    for row in features(lines_of([*PAGE, "1", "«", "12 mars 2020", "| a | b |"], RULES, None)):
        assert len(row) == len(NAMES)
        assert all(math.isfinite(number) for number in row)


def test_nothing_has_no_numbers() -> None:
    assert features([]) == []


def test_what_a_line_says_by_itself() -> None:
    one, two, three = numbers("Qui paiera les 250 francs ?", "- du sel", "« Oui, sans doute. » « Non, jamais. »")
    assert (one["words"], one["question"], one["bullet"], one["quoted"]) == (5, 1, 0, 0)
    assert one["digit-share"] == pytest.approx(3 / one["length"])
    assert (two["bullet"], two["words"], two["question"]) == (1, 2, 0)
    assert (three["quoted"], three["sentences"]) == (1, 2)


def test_place_is_counted_from_both_ends() -> None:
    found = numbers(*PAGE)
    assert [row["from-start"] for row in found] == list(range(9))
    assert [row["from-end"] for row in found] == list(range(9, 0, -1))
    assert [row["prose-before"] for row in found] == [0, 0, 0, 1, 2, 3, 3, 3, 3]
    assert [row["prose-after"] for row in found] == [3, 3, 2, 1, 0, 0, 0, 0, 0]
    assert found[0]["prose-share-before"] == 0
    assert found[-1]["prose-share-before"] == 1


def test_rules_of_the_line_and_of_the_nearest_lines() -> None:
    found = numbers(*PAGE)
    assert found[5]["strong-rule"] == speaks_for(Label.SHARE) == 2
    assert (found[0]["strong-rule"], found[0]["weak-rule"]) == (0, speaks_for(Label.NAV))
    assert (found[2]["next-rule"], found[2]["next-rule-distance"]) == (2, 3)
    assert (found[0]["last-rule"], found[0]["last-rule-distance"]) == (0, FAR)
    assert (found[7]["last-rule"], found[7]["last-rule-distance"]) == (speaks_for(Label.RELATED), 1)
    assert (found[8]["next-rule"], found[8]["next-rule-distance"]) == (0, FAR)


def test_a_section_counts_for_what_stands_under_its_heading() -> None:
    found = numbers(*PAGE)
    assert [row["section"] for row in found] == [0] * 7 + [speaks_for(Label.RELATED)] * 2
    assert [row["section-distance"] for row in found][6:] == [FAR, 1, 2]


def test_a_section_ends_when_the_article_goes_on() -> None:
    found = numbers("À voir", "Un phare", "La criée", "Le port", "La digue", "Le môle", "Le bac", *PROSE)
    assert found[7]["section"] == speaks_for(Label.RELATED)
    assert found[8]["section"] == found[9]["section"] == 0


def test_copies_know_the_first_from_the_second() -> None:
    found = numbers(*PAGE)
    assert [row["copy"] for row in found] == [0] * 8 + [1]
    assert [row["copies"] for row in found] == [1, 1, 1, 1, 1, 2, 1, 1, 2]


def test_windows_stop_at_the_ends() -> None:
    first, *_, last = numbers(*PROSE)
    assert (first["p-before-2"], first["p-after-2"], first["p-after-12"]) == (0, 2, 2)
    assert (last["p-before-2"], last["p-before-12"], last["p-after-5"]) == (2, 2, 0)
    assert (first["kind-1"], first["words-1"], last["kind+1"], last["end+2"]) == (-1, -1, -1, -1)
    assert first["words+1"] == numbers(PROSE[1])[0]["words"]


def test_the_dense_part_and_the_dirt_of_a_page() -> None:
    menu = ["Sport", "Partager"] * 8
    document = Document(lines_of([*menu, *PROSE, *menu], RULES, "fr"))
    assert (document.start, document.end) == (16, 18)
    assert document.dirty == "4"
    assert Document(lines_of(PROSE, RULES, "fr")).dirty == "0"
    assert document.barrier(17) == 0
    assert document.barrier(0) > document.barrier(15)
    assert document.barrier(len(menu) + 3 + 15) > 0


def test_a_document_without_prose() -> None:
    found = numbers("Sport", "Météo", "Bourse")
    assert {row["prose-words"] for row in found} == {1}
    assert {row["prose-share-before"] for row in found} == {0}
    assert {row["island"] for row in found} == {0}


def test_the_rules_change_the_numbers_of_their_lines() -> None:
    bare = features(lines_of(PAGE, Matcher([]), "fr"))
    ruled = features(lines_of(PAGE, RULES, "fr"))
    at = NAMES.index("strong-rule")
    assert [n for n, (one, other) in enumerate(zip(bare, ruled, strict=True)) if one[at] != other[at]] == [5, 6, 8]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Il vient.", "."),
        ("Il vient…", "…"),
        ("Il vient...", "…"),
        ("« Il vient. »", "."),
        ("Il dit :", ":"),
        ("Il vient (enfin)", ")"),
        ("Il vient,", ","),
        ("Il vient", ""),
        ("议会周一投票通过了预算。", "."),
        ("هل يأتي؟", "."),
    ],
)
def test_the_end_of_a_line(text: str, end: str) -> None:
    assert form_of(text).end == end


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("PARIS", "U"),
        ("Jeanne Roulet", "T"),
        ("Le budget de la ville", "u"),
        ("le budget", "l"),
        ("12 mars", "d"),
        ("« Oui »", "q"),
        ("| menu", "S"),
    ],
)
def test_the_case_of_a_line(text: str, case: str) -> None:
    assert form_of(text).case == case


def test_words_of_a_script_without_spaces_are_counted() -> None:
    text = "市议会周一投票通过了明年的预算并决定修建一座新的桥梁和两所学校。"
    assert form_of(text).words > 10
    assert is_prose(form_of(text))


def test_prose_and_headlines_are_told_apart() -> None:
    for line in PROSE:
        assert is_prose(form_of(line))
        assert not is_headline(form_of(line))
    for line in ("Longue incertitude à Genève", "« Nous avons recousu chaque voile »", "Et après ?"):
        assert not is_prose(form_of(line))
    assert is_headline(form_of("Longue incertitude à Genève"))
    assert not is_headline(form_of("- du sel et du poivre"))
