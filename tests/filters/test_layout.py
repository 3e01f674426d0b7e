"""White space between kept blocks."""

from __future__ import annotations

from newsclean.article import Article, Block, Label
from newsclean.filters import join_blocks
from newsclean.reading import read_text


def test_blocks_are_separated_by_a_blank_line() -> None:
    assert join_blocks("\n\nUn titre\nUn texte.\n\n\n\nEncore un.\n") == "Un titre\n\nUn texte.\n\nEncore un."


def test_list_items_on_consecutive_lines_stay_together() -> None:
    article = read_text("- un\n- deux\n\n- trois")
    blocks = tuple(block._replace(label=Label.LIST_ITEM) for block in article.blocks)
    assert join_blocks(article.replace(blocks=blocks)).text == "- un\n- deux\n\n- trois"


def test_a_gap_where_a_block_was_removed_is_one_blank_line() -> None:
    article = read_text("Un.\nPartager\nDeux.")
    first, middle, last = article.blocks
    assert join_blocks(article.replace(blocks=(first, middle._replace(kept=False), last))).text == "Un.\n\nDeux."


def test_spaces_that_a_repair_left_at_the_ends_go_as_edits() -> None:
    article = join_blocks(Article("xx", (Block(0, 2, "xx", " Bonjour. "),)))
    assert article.text == "Bonjour."
    assert {edit.rule for edit in article.blocks[0].edits} == {"layout"}
