"""The text runs of a page, in reading order."""

from newsclean import clean
from newsclean.extract.page import read_html
from newsclean.extract.tree import parse_html
from newsclean.extract.walk import PageWalk
from tests.extract.pages import PROSE, article, page
from tests.extract.test_fallbacks import kept_prose


def test_a_menu_without_an_end_tag():
    html = page(article()).replace("</ul></nav>", "")
    assert "</nav>" not in html
    text = clean(html, kind="html")
    assert kept_prose(text) == 5
    assert "Accueil" not in text


def test_two_bodies():
    html = f"<html><body><p>Menu</p></body><body>{article()}</body></html>"
    assert kept_prose(clean(html, kind="html")) == 5


def test_lines_broken_by_hand_are_one_paragraph():
    broken = PROSE[0].replace("budget de la ville", "budget<br>\nde la ville")
    blocks = [block.text for block in read_html(page(article().replace(PROSE[0], broken))).blocks]
    assert PROSE[0] in blocks


def test_breaks_after_sentences_part():
    assert [block.text for block in read_html("<p>Un premier point.<br>un second").blocks] == [
        "Un premier point.",
        "un second",
    ]


def test_formulas_stay_in_their_line():
    formula = "<math><mi>a</mi><mo>+</mo><mn>2</mn><annotation>a+2</annotation></math>"
    assert read_html(f"<p>La somme {formula} est paire.</p>").source == "La somme a+2 est paire."


def runs(html: str) -> list[tuple[str, str]]:
    return [(run.element.tag, run.text) for run in PageWalk(parse_html(html)).runs]


def test_rows_of_data_are_one_line_and_rows_of_layout_are_not() -> None:
    assert runs("<table><tr><th>a<td>b<td></table>") == [("tr", "a | b")]
    assert runs("<table><tr><td><p>a</p></td><td><p>b</p></td></table>") == [("p", "a"), ("p", "b")]


def test_a_run_counts_what_stands_in_it() -> None:
    (run,) = PageWalk(parse_html("<p><img src=a>Un <a href=/a>lien</a> et <b>du gras</b>, <time>hier</time>")).runs
    assert (run.links, run.linked, run.bold, run.images, run.times) == (1, 4, 7, 1, 1)


def test_a_break_is_marked() -> None:
    first, second, third = PageWalk(parse_html("<p>Un point.<br>Un autre.</p><p>Un dernier.</p>")).runs
    assert (first.after_break, second.after_break, third.after_break) == (False, True, False)


def test_places_of_attributes() -> None:
    html = "<div role=navigation>a</div><div style='display: none'>b</div><div aria-hidden=true>c</div><div itemprop=articleBody>d</div>"
    places = [run.element.places for run in PageWalk(parse_html(html)).runs]
    assert places[1] == places[2]
    assert len(set(places)) == 3
    assert 0 not in places


def test_the_depth_is_that_of_the_deepest_node() -> None:
    assert PageWalk(parse_html("<div><p><b>a</b></p></div>")).max_depth == 4
