"""`links=True`: the links of a page, written in Markdown."""

import pytest

from newsclean import NewscleanError, analyze, clean
from newsclean.extract.page import read_html
from tests.extract.pages import PROSE, article, page

URL = "https://example.org/news/1.html"


def written(inner: str, **options) -> str:
    found = analyze(page(article(f"<p>{inner}</p>")), format="markdown", links=True, **options)
    assert found.rebuild() == found.source
    return found.text


@pytest.mark.parametrize(
    ("href", "told"),
    [
        ("/a", "https://example.org/a"),
        ("b.html", "https://example.org/news/b.html"),
        ("https://example.com/x?y=1&amp;z=2", "https://example.com/x?y=1&z=2"),
        ("mailto:redaction@example.org", "mailto:redaction@example.org"),
        ("/a b(1)|c", "https://example.org/a%20b%281%29%7Cc"),
    ],
)
def test_addresses(href, told):
    assert f"selon [la Gazette du lac]({told}), hier" in written(
        f"Le budget est accepté, selon <a href='{href}'>la <b>Gazette</b> du lac</a>, hier soir encore.", url=URL
    )


@pytest.mark.parametrize("href", ["#note", "javascript:void(0)", "data:text/html,x", "", "http://[", "x" * 3000])
def test_addresses_that_lead_nowhere(href):
    text = written(f"Le budget est accepté, selon <a href='{href}'>la Gazette</a>, hier soir encore.", url=URL)
    assert "selon la Gazette, hier" in text


def test_relative_addresses_stay_without_the_page():
    assert "[la Gazette](/a)" in written("Le budget est accepté, selon <a href='/a'>la Gazette</a>, hier soir.")


def test_spaces_and_marks_that_were_set():
    text = written(
        "Il n'a rien dit :\n <a href='/a'> l'été  dernier </a> , selon \"la Gazette\", hier soir encore.", url=URL
    )
    assert "[l’été dernier](https://example.org/a)" in text


def test_a_link_over_two_blocks():
    html = page(article().replace(f"<p>{PROSE[0]}</p>", f"<a href='/a'><p>{PROSE[0]}</p><p>{PROSE[1]}</p></a>"))
    found = read_html(html, url=URL, links=True)
    assert [found.source[a:b] for a, b, url in found.links if url.endswith("/a")][:2] == [PROSE[0], PROSE[1]]


def test_links_in_tables_and_lists():
    table = "<table><tr><td><a href='/t'>Budget</a></td><td>12 millions</td></tr><tr><td>École</td><td>8 millions</td></tr></table>"
    text = clean(page(article(table)), format="markdown", links=True, url=URL)
    assert "| [Budget](https://example.org/t) | 12 millions |" in text


def test_no_links_when_they_are_not_asked_for():
    html = page(article("<p>Le budget est accepté, selon <a href='/a'>la Gazette</a>, hier soir encore.</p>"))
    assert "](" not in clean(html, format="markdown")
    assert analyze(html).links == ()


def test_links_need_markdown():
    with pytest.raises(NewscleanError, match="markdown"):
        clean(page(article()), links=True)


def test_a_text_has_no_links():
    assert "](" not in clean("\n\n".join(PROSE), format="markdown", links=True)
