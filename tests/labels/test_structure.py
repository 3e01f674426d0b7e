"""The parts of an article: kicker, title, lead, headings, list items, quotes."""

from __future__ import annotations

import pytest

from newsclean import analyze
from newsclean.labels.form import form_of
from newsclean.labels.structure import structure

LEAD = "Le conseil de la ville a voté lundi soir le budget des écoles, après six heures de débat."
TEXT = "La maire a défendu un texte prudent, que l'opposition juge trop timide pour une année d'élections."


def parts(*lines: tuple[str, str, bool, bool]) -> list[str]:
    """The labels of lines given as (text, mark, seen as headline by the model, parted from the next)."""
    texts, marks, titles, parted = zip(*lines, strict=True)
    return [str(label) for label in structure(texts, [form_of(text) for text in texts], marks, titles, parted)]


def test_nothing_has_no_parts() -> None:
    assert structure([], [], [], [], []) == []


def test_a_lead_is_parted_from_the_text() -> None:
    title = ("Un budget prudent", "", True, False)
    assert parts(title, (LEAD, "", False, True), (TEXT, "", False, False)) == ["title", "lead", "paragraph"]
    assert parts(title, (LEAD, "", False, False), (TEXT, "", False, False)) == ["title", "paragraph", "paragraph"]


def test_no_lead_without_a_text_behind_it() -> None:
    assert parts(("Un budget prudent", "", True, False), (LEAD, "", False, True)) == ["title", "paragraph"]


def test_a_long_first_paragraph_is_no_lead() -> None:
    long = ("Un budget prudent", "", True, False), (LEAD * 8, "", False, True), (TEXT, "", False, False)
    assert parts(*long) == ["title", "paragraph", "paragraph"]


def test_a_kicker_stands_above_the_title() -> None:
    lines = ("Portrait", "", False, False), ("La gardienne du phare", "", True, False), (TEXT, "", False, False)
    assert parts(*lines) == ["kicker", "title", "paragraph"]


def test_a_number_is_no_title() -> None:
    assert parts(("18h45", "", False, False), (TEXT, "", False, False))[0] == "heading"


def test_only_headlines_make_no_title_of_their_own() -> None:
    assert "title" not in parts(*[("Longue incertitude", "", False, False)] * 4)
    assert parts(("Seule", "", False, False)) == ["heading"]


@pytest.mark.parametrize(
    ("mark", "label"), [("li", "list_item"), ("tr", "list_item"), ("blockquote", "quote"), ("h3", "heading"), ("p", "")]
)
def test_marks_of_the_page_name_the_part(mark: str, label: str) -> None:
    found = parts(("Un titre", "", True, False), (TEXT, "", False, False), (TEXT, mark, False, False))
    assert found[2] == (label or "paragraph")


def test_bullets_make_list_items() -> None:
    found = parts(("Un titre", "", True, False), (TEXT, "", False, False), ("- du sel fin", "", False, False))
    assert found[2] == "list_item"


def test_a_long_line_without_a_full_stop_is_no_heading() -> None:
    found = parts((TEXT, "", False, False), ("un mot " * 9, "", False, False), ("un mot " * 7, "", False, False))
    assert found[1:] == ["paragraph", "heading"]


def test_the_parts_of_a_whole_article() -> None:
    lines = [
        "Portrait",
        "La dernière gardienne du phare",
        LEAD,
        "12 mars 2021",
        TEXT,
        "Un hiver sans visite",
        "Elle parle volontiers de ses hivers et des bateaux qu'elle reconnaît au bruit, assise près du poêle.",
        "- une lampe de secours",
        "- deux bidons d'huile",
        TEXT.replace("maire", "gardienne"),
    ]
    article = analyze("\n\n".join(lines))
    assert [str(block.label) for block in article.blocks] == [
        *(
            "kicker",
            "title",
            "lead",
            "date",
            "paragraph",
            "heading",
            "paragraph",
            "list_item",
            "list_item",
            "paragraph",
        ),
    ]
    assert (article.kicker, article.title) == ("Portrait", "La dernière gardienne du phare")
    assert article.fields.lead == LEAD


@pytest.mark.parametrize(
    "title", ["Qui paiera la digue ?", "Des bancs pour tous !", "La digue, le bac… À qui le tour ?"]
)
def test_a_headline_may_ask_or_call(title: str) -> None:
    assert parts((title, "", False, False), (TEXT, "", False, False), (LEAD, "", False, False))[0] == "title"


@pytest.mark.parametrize(
    "heading", ["Qui paiera la digue ?", ">> Un bac à bout de souffle.", "- Anne Morel, 29 ans, batelière"]
)
def test_lines_over_a_paragraph_that_head_it(heading: str) -> None:
    lines = (
        ("Un titre", "", True, False),
        (TEXT, "", False, False),
        (heading, "", False, False),
        (LEAD, "", False, False),
    )
    assert parts(*lines)[2] == "heading"


def test_the_questions_of_an_interview_are_no_headings() -> None:
    asked = [("Qui paiera la digue ?", "", False, False), (LEAD, "", False, False)] * 3
    assert parts(("Un titre", "", True, False), (TEXT, "", False, False), *asked)[2:] == ["paragraph"] * 6


def test_points_of_a_list_are_no_headings() -> None:
    found = parts(
        ("Un titre", "", True, False),
        (TEXT, "", False, False),
        ("- du sel fin", "", False, False),
        ("- du beurre", "", False, False),
        (LEAD, "", False, False),
    )
    assert found[2:4] == ["list_item"] * 2


def test_rows_of_numbers_are_no_headings() -> None:
    row = ("Droit et économie 91 166 0 20.9", "", False, False)
    assert parts(("Un titre", "", True, False), (TEXT, "", False, False), row)[2] == "paragraph"


def test_footnotes_are_list_items() -> None:
    note = ("[ 2 ] Entretien avec l'archiviste de la commune, le 3 mai.", "", False, False)
    assert parts(("Un titre", "", True, False), (TEXT, "", False, False), note)[2] == "list_item"


def labels(*lines: str) -> list[str]:
    return [str(block.label) for block in analyze("\n\n".join(lines)).blocks]


def test_an_embedded_post_is_a_quote_down_to_its_signature() -> None:
    post = "Le bac repart ! Merci à l'équipage @bacdulac #Tine", "— Anne Morel (@annemorel) 3 mai 2021"
    assert labels("Le bac repart", TEXT, LEAD, *post, TEXT.replace("maire", "capitaine"))[-3:-1] == ["quote"] * 2


def test_paragraphs_on_consecutive_lines_are_no_list() -> None:
    text = (
        f"Un budget prudent\n\n{TEXT}\n\n{LEAD}\n\n{TEXT} {LEAD}\n{LEAD} {TEXT}\n\n{TEXT.replace('maire', 'syndique')}"
    )
    assert "list_item" not in [str(block.label) for block in analyze(text).blocks]


def test_a_caption_without_its_credit_is_a_duplicate() -> None:
    caption = "La maire de Valbrune, devant la mairie, lundi matin."
    found = labels(
        "Un budget prudent", TEXT, LEAD, f"{caption} © Anne Morel", caption, TEXT.replace("maire", "syndique")
    )
    assert found[3:5] == ["caption", "duplicate"]


def test_the_name_that_closes_an_article_is_a_byline() -> None:
    assert labels("Un budget prudent", TEXT, LEAD, "ANNE MOREL")[-1] == "byline"
    assert labels("Un budget prudent", TEXT, "Anne Morel", LEAD, "Luc Morand")[-1] != "byline"
