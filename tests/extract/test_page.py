"""What comes off the net: never a crash, never a hang, nothing lost."""

import pytest

from newsclean import NewscleanError, analyze, clean
from newsclean.extract.page import read_html
from newsclean.reading import read
from tests.extract.pages import PROSE, RELATED, article, page
from tests.work import MOST, growth

WHOLE = page(article() + RELATED)
BAD = {
    "empty": "",
    "spaces": " \n\t ",
    "nul": WHOLE.replace("<p>", "<p>\x00"),
    "xml": '<?xml version="1.0" encoding="ISO-8859-1"?>' + WHOLE,
    "bom": "\ufeff" + WHOLE,
    "truncated": WHOLE[: len(WHOLE) // 2],
    "truncated in a tag": WHOLE[: WHOLE.index("<article") + 5],
    "frames": "<html><frameset><frame src='a.html'><noframes>Des cadres.</noframes></frameset></html>",
    "unclosed": "<div><p>Un<p>Deux<b>trois<table><tr><td>quatre",
    "surrogate": page(f"<p>{PROSE[0]} \ud83d</p>"),
    "comment": "<!-- rien -->",
    "instruction": "<?php echo 1; ?>",
    "json": page(article(), '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'),
    "json deep": page(article(), '<script type="application/ld+json">' + "[" * 50_000 + "</script>"),
    "json types": page(
        article(),
        '<script type="application/ld+json">[1, null, {"@type": ["NewsArticle"], "author": [3, {"name": 4}], "headline": {}}]</script>',
    ),
    "data image": page(f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 200_000}'>" + article()),
    "nested tables": "<table><tr><td>" * 200 + PROSE[0] + "</td></tr></table>" * 200,
    "brackets": "<" * 5000 + ">" * 5000,
    "svg": page("<svg><text>Un dessin</text></svg>" + article()),
}


@pytest.mark.parametrize("name", BAD)
def test_a_result_and_nothing_lost(name):
    found = analyze(BAD[name], kind="html")
    assert found.rebuild() == found.source
    assert found.text == clean(BAD[name], kind="html")


@pytest.mark.parametrize("name", ["nul", "xml", "bom", "json", "json deep", "json types", "data image", "svg"])
def test_the_article_is_still_found(name):
    assert "référendum" in clean(BAD[name], kind="html")


@pytest.mark.parametrize("name", ["json", "json deep"])
def test_malformed_json_ld_is_noted(name):
    assert any("JSON-LD" in note for note in read_html(BAD[name]).notes)


def test_a_page_above_the_limit():
    with pytest.raises(NewscleanError, match="max_size"):
        read_html("<p>" + "x" * 100, max_size=50)


def test_the_blocks_are_the_source():
    found = read_html(WHOLE)
    assert found.source == "\n".join(block.text for block in found.blocks)
    assert all(found.source[block.start : block.end] == block.source for block in found.blocks)


def test_every_visible_word_is_in_the_source():
    found = read_html(WHOLE).source
    for word in ("Accueil", "Impressum", "syndique", "À lire aussi"):
        assert word in found


def test_cleaning_what_was_cleaned():
    text = clean(WHOLE, kind="html")
    assert clean(text, kind="text", locale="fr-CH") == text


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "<div>" * n + f"<p>{PROSE[0]}</p>" + "</div>" * n,
        lambda n: "<div><span>x</span>" * n + f"<p>{PROSE[0]}</p>" + "</div>" * n,
        lambda n: "<ul><li>" * n + PROSE[0],
        lambda n: "<b>" * n + PROSE[0],
        lambda n: "<table><tr><td>" * n + PROSE[0],
    ],
    ids=["divs", "divs with text", "lists", "bold", "tables"],
)
def test_work_grows_with_the_nesting(make):
    assert growth(lambda depth: read_html(make(depth)), 500, 8_000) <= MOST


@pytest.mark.parametrize("source", [WHOLE, WHOLE.encode(), "Un texte. " * 300])
def test_max_size(source):
    for call in (clean, analyze, read):
        with pytest.raises(NewscleanError, match="max_size"):
            call(source, max_size=1000)
        call(source, max_size=100_000)


def test_marks_of_structure():
    inner = "<h2>Un référendum en vue</h2><ul><li>Les impôts montent de deux centimes.</li></ul><table><tr><td>Budget</td><td>12 millions</td></tr></table>"
    marks = {block.text: block.mark for block in read_html(page(article(inner))).blocks}
    assert marks["Un référendum en vue"] == "h2"
    assert marks["Les impôts montent de deux centimes."] == "li"
    assert marks["Budget | 12 millions"] == "tr"


def test_language_and_locale_of_the_page() -> None:
    assert (read_html(WHOLE).language, read_html(WHOLE).locale) == ("fr", "fr-CH")
    assert read_html(WHOLE, language="de").locale is None
    assert read_html(WHOLE, locale="fr-FR").locale == "fr-FR"
    assert read_html(WHOLE.replace("fr-CH", "de-CH")).language == "fr"
