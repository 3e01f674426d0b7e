"""Sums over elements, what the witnesses keep, and the main element."""

from newsclean.extract.page_structure import PageStructure
from newsclean.extract.tree import parse_html
from newsclean.extract.walk import PageWalk
from newsclean.extract.witnesses import NO_WITNESS, WitnessText
from tests.extract.pages import MENU, PROSE, article, page


def structure_of(html: str) -> PageStructure:
    return PageStructure(PageWalk(parse_html(html)))


def test_elements_sum_up_their_parts() -> None:
    structure = structure_of(f"<div><p>{PROSE[0]}</p><p><a href=/a>Un lien</a></p></div>")
    assert structure.body.chars == len(PROSE[0]) + 7
    assert (structure.body.linked, structure.body.prose, structure.body.runs) == (7, len(PROSE[0]), 2)


def test_menus_and_empty_elements_are_dropped() -> None:
    tree = parse_html(page(f"{article()}<div></div><div class=x><p><a href=/a>a</a></p><p><a href=/b>b</a></p></div>"))
    PageStructure(PageWalk(tree)).drop_menus()
    text = tree.find("body").text_content()
    assert "Accueil" in MENU
    assert "Accueil" not in text
    assert "ab" not in text
    assert PROSE[0] in text


def test_the_main_element_is_the_smallest_around_most_of_the_kept_text() -> None:
    structure = structure_of(page(article()))
    structure.record_witnesses(WitnessText(PROSE), NO_WITNESS)
    assert structure.main.signature == "div.article-body"
    assert structure.body.holds_main


def test_the_article_body_alone_is_enough_when_it_stands_on_the_page() -> None:
    texts = [f"{n} {text}" for n in range(2) for text in PROSE]
    structure = structure_of("".join(f"<p>{text}</p>" for text in texts))
    assert structure.is_covered_by(WitnessText(texts))
    assert not structure.is_covered_by(WitnessText(texts[:4]))
    assert not structure.is_covered_by(WitnessText(["Un tout autre texte que celui de la page. " * 30]))


def test_names_are_inherited_but_not_from_wrappers() -> None:
    structure = structure_of(f"<div class=sidebar>{article()}<div class=footer><p>Un mot.</p></div></div>")
    structure.record_witnesses(NO_WITNESS, NO_WITNESS)
    groups = structure.walk.groups
    last = structure.walk.runs[-1].element
    assert "footer" in groups.names_of(last.all_names)
    assert "sidebar" not in groups.names_of(last.all_names)
