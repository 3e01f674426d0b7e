"""The clues of the blocks of a page."""

import pytest

from newsclean.clues import CLUES, clue
from newsclean.extract.page import read_html
from newsclean.extract.page_statistics import PageStatistics
from tests.extract.pages import PROSE, RELATED, TITLE, article, page


def test_witnesses_are_clues():
    blocks = {block.text: block.clues for block in read_html(page(article())).blocks}
    assert blocks[PROSE[2]]["kept-by-trafilatura"] == 1.0
    assert blocks["Accueil"]["kept-by-trafilatura"] == 0.0


def block_of(html: str, text: str):
    return next(block for block in read_html(html).blocks if block.text == text)


def value(html: str, text: str, name: str) -> float:
    assert name in CLUES
    return clue(block_of(html, text), name)


def test_every_clue_is_declared() -> None:
    inner = (
        "<p><b>Le budget</b> est <a href=/a>accepté</a>, <time>hier</time>.<br>Un point.</p><table><tr><td>a<td>b</table>"
        "<ul><li>un</ul><figure><figcaption>Une vue du lac</figcaption></figure><form><button hidden>x</button></form>"
    )
    found = {name for block in read_html(page(article(inner) + RELATED)).blocks for name in block.clues}
    assert found - CLUES.keys() == set()
    assert len(found) > 90


def test_a_clue_that_nobody_declared_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    computed = PageStatistics._page_clues
    monkeypatch.setattr(PageStatistics, "_page_clues", lambda self, head: computed(self, head) | {"page-lenght": 1.0})
    with pytest.raises(AssertionError):
        test_every_clue_is_declared()


def test_names_count_by_their_distance() -> None:
    html = page(article("<div class='factbox'><div><div><p class='quote'>Un mot de trop.</p></div></div></div>"))
    assert value(html, "Un mot de trop.", "quote") == 3.0
    assert value(html, "Un mot de trop.", "infobox") == 1.0
    assert value(html, PROSE[0], "infobox") == 0.0


def test_names_of_a_wrapper_do_not_count() -> None:
    html = page(f"<div class='sidebar'>{article()}</div>")
    assert value(html, PROSE[0], "sidebar") == 0.0


def test_links_and_bold_are_shares_of_the_text() -> None:
    html = page(article("<p><b>abc</b>de <a href=/a>abcde</a></p>"))
    assert value(html, "abcde abcde", "link-density") == pytest.approx(5 / 11)
    assert value(html, "abcde abcde", "bold") == pytest.approx(3 / 11)
    assert value(html, "abcde abcde", "links") == 1.0


def test_menus_are_outside() -> None:
    found = {block.text: block for block in read_html(page(article())).blocks}
    assert clue(found["Sports"], "outside") == 1.0
    assert clue(found["Impressum Conditions générales"], "in-footer") == 1.0
    assert clue(found[PROSE[0]], "outside") == 0.0


def test_the_title_and_its_distance() -> None:
    html = page(article())
    assert value(html, TITLE, "is-title") == 1.0
    assert value(html, PROSE[0], "title-distance") == 1.0
    assert value(html.replace(f"<h1>{TITLE}", f"<h1>{TITLE} au conseil"), f"{TITLE} au conseil", "is-title") == 0.5


def test_kept_text_before_and_after() -> None:
    html = page(article())
    assert value(html, PROSE[0], "held-after") > 0.9
    assert value(html, PROSE[-1], "held-before") > 0.9


ROWS = [f"{place} {team}" for place, team in enumerate(("Vuadens", "Lessoc", "Prahins", "Cornaux", "Bellerive") * 6, 1)]


def test_lists_of_an_article_are_not_outside() -> None:
    linked = "".join(f"<li><a href='/t'>{text}</a></li>" for text in ROWS)
    html = page(f"<article><h1>{TITLE}</h1><ul>{linked}</ul></article>")
    assert {value(html, text, "outside") for text in ROWS} == {0.0}


def test_a_page_without_prose_and_witness_has_nothing_outside() -> None:
    html = f"<div>{''.join(f'<div><div>{text}</div></div>' for text in ROWS)}</div>"
    assert {value(html, text, "outside") for text in ROWS} == {0.0}
