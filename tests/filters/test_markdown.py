"""`format="markdown"`: signs in front of headings, items, quotes and rows, each an edit that replays."""

import pytest

from newsclean import NewscleanError, analyze, clean
from newsclean.article import Article, Block, Label
from newsclean.cleaner import build_cleaner
from newsclean.filters.markdown import Markdown
from newsclean.options import Options
from tests.extract.pages import PROSE, TITLE, article, page

INNER = (
    "<h2>Un référendum en vue</h2><ul><li>Les impôts montent de deux centimes en janvier.</li>"
    "<li>La piscine couverte sera rénovée en été.</li></ul>"
    "<table><tr><td>Budget</td><td>12 millions</td></tr><tr><td>Impôts</td><td>3 millions</td></tr></table>"
    "<blockquote>Nous sommes déçus, a dit le chef de l'opposition lundi soir.</blockquote>"
)
PAGE = page(article(INNER))
TEXT = f"{TITLE}\n\n{PROSE[0]}\n\n{PROSE[1]}\n\n{PROSE[3]}"


def written(*lines: tuple[str, Label, str], gap: str | None = None) -> str:
    blocks, at = [], 0
    for text, label, mark in lines:
        blocks.append(Block(at, at + len(text), text, text, label=label, mark=mark, gap=gap if at else ""))
        at += len(text) + 1
    done = Markdown()(Article("\n".join(text for text, _, _ in lines), tuple(blocks)))
    assert done.rebuild() == done.source
    return done.text


def test_a_page_as_markdown():
    text = clean(PAGE, format="markdown")
    assert text.startswith(f"# {TITLE}\n\n")
    assert "\n\n## Un référendum en vue\n\n- Les impôts montent de deux centimes en janvier.\n- La piscine" in text
    assert "\n\n| Budget | 12 millions |\n| --- | --- |\n| Impôts | 3 millions |\n\n" in text
    assert "\n\n> Nous sommes déçus" in text


@pytest.mark.parametrize("source", [PAGE, PAGE.encode(), TEXT])
@pytest.mark.parametrize("options", [{"format": "markdown"}, {"tables": False}, {"comments": True}])
def test_analyze_says_the_same_and_nothing_is_lost(source, options):
    found = analyze(source, **options)
    assert found.text == clean(source, **options)
    assert found.rebuild() == found.source


def test_the_fields_carry_no_signs():
    assert analyze(PAGE, format="markdown").title == TITLE
    assert analyze(TEXT, format="markdown").title == TITLE


def test_every_sign_is_an_edit_of_the_rule():
    title = next(block for block in analyze(PAGE, format="markdown").kept if block.label == Label.TITLE)
    assert ("# ", "markdown") in [(edit.after, edit.rule) for edit in title.edits]


def test_text_is_the_default():
    assert clean(PAGE) == clean(PAGE, format="text") != clean(PAGE, format="markdown")


def test_another_format_is_an_error():
    with pytest.raises(NewscleanError, match="did you mean 'markdown'"):
        clean(TEXT, format="markdwon")


def test_bullets_become_one_kind():
    assert written(("• un", Label.LIST_ITEM, ""), ("- deux", Label.LIST_ITEM, "")) == "- un\n- deux"


def test_a_paragraph_that_begins_like_something_else():
    assert written(("# 1 des ventes", Label.PARAGRAPH, "p")) == "\\# 1 des ventes"
    assert written(("#budget en ville", Label.PARAGRAPH, "p")) == "#budget en ville"


def test_a_table_is_parted_from_the_list_around_it():
    lines = (("un", Label.LIST_ITEM, "li"), ("a | b", Label.LIST_ITEM, "tr"), ("deux", Label.LIST_ITEM, "li"))
    assert written(*lines, gap="\n") == "- un\n\n| a | b |\n| --- | --- |\n\n- deux"


def test_the_step_comes_last():
    assert build_cleaner(Options(format="markdown")).names[-1] == "markdown"
    assert "markdown" not in build_cleaner(Options()).names
