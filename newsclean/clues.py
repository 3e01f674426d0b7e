"""Clues: the named numbers by which the extractor tells the decision what the markup says of a block.

`newsclean.extract` computes them (`Block.clues`, a mapping from name to number; a clue that is 0 is left out), and the model and the
labels of HTML mode read them. This module is the contract between the two: it declares every name. Code that reads one clue uses
the constants below, so that a misspelt name fails at once; tests compare the clues of pages, the groups of class names in
`extract/class_names.toml` and the names in `labels/html.json` with the declarations.

To add a clue:

1. Declare it below, in the family that it belongs to, with its meaning; give it a constant if code reads it by name.
2. Compute it in `extract/block_clues.py` (for one block) or `extract/page_statistics.py` (once a page). For a word in class names and
   ids, add a group to `extract/class_names.toml`, and its name to `NAME_GROUPS`.
3. Leave it in `NOT_IN_MODEL` until the model has been trained with it: `python -m newsclean.train --pages ...` grows
   trees over `MODEL_CLUES`.
4. If it says what a removed block is, give it a label in `CLUE_LABELS` of `labels/page_decision.py`.
5. Add a page to `tests/extract/test_block_clues.py` on which it has the value you expect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from newsclean.errors import NewscleanError

if TYPE_CHECKING:
    from newsclean.blocks import Block

OUTSIDE = "outside"
KEPT_BY_TRAFILATURA = "kept-by-trafilatura"
IN_ARTICLE_BODY = "in-article-body"
JSON_LD_ONLY = "json-ld-only"
DECLARED_ARTICLE = "declared-article"
IS_TITLE = "is-title"
LINK_DENSITY = "link-density"
KICKER = "kicker"
IN_BLOCKQUOTE, IN_BUTTON, IN_FORM, IN_NAV = "in-blockquote", "in-button", "in-form", "in-nav"

# groups of words in class names and ids: 3 on the element itself, 2 on the elements next to it, 1 further around
NAME_GROUPS = tuple(
    "article body title lead byline author date caption image share newsletter ad comment nav footer header sidebar related"  # noqa: SIM905
    " teaser most-read promo paywall consent tags legal embed popup hidden quote infobox live list kicker".split()
)
# kinds of elements around a block, as their tags, roles and attributes say it; each gives the clue "in-<place>" with the value 1
PLACES = tuple(
    "article main aside nav footer header figure figcaption form table list li blockquote section button details dialog address"  # noqa: SIM905
    " heading hidden itemprop-body p".split()
)
LEVELS = range(4)  # elements whose figures are clues: that of the block, and the three around it
SHIFTS = (-2, -1, 1, 2)  # neighbours whose figures are clues

_OF_THE_BLOCK = {
    KEPT_BY_TRAFILATURA: "share of the text that trafilatura keeps: 0, 0.5 or 1",
    IN_ARTICLE_BODY: "share of the text that stands in `articleBody` of the JSON-LD: 0, 0.5 or 1",
    "mark": "the tag of the element, as a number (`MARK_ORDER`)",
    "depth": "levels below the body",
    "links": "links in the block",
    LINK_DENSITY: "share of the characters that are linked",
    "bold": "share of the characters that are bold",
    "images": "images in or right before the block",
    "times": "`<time>` elements in the block",
    "broken": "1 if a line break parts the block from the one before",
    IS_TITLE: "1 if the text is a title of the page, 0.5 if one holds the other",
    "is-description": "1 if the text and the description of the page hold one another",
}
_OF_THE_PAGE = {
    "page-kept-share": "share of the characters that a witness keeps",
    "page-linked": "share of the characters that are linked",
    "page-kept": "characters that a witness keeps",
    "page-prose": "characters of prose",
    "page-pieces": "blocks",
    "has-article-body": "1 if the JSON-LD has an `articleBody`",
    "not-free": "1 if the JSON-LD says that the article is not free",
    DECLARED_ARTICLE: "2 if the JSON-LD has an article, and 1 more if Open Graph says so",
}
_OF_AN_ELEMENT = {
    "chars": "characters",
    "linked": "share of the characters that are linked",
    "prose": "share of the characters that are prose",
    "kept": "share of the characters that a witness keeps",
    "pieces": "blocks",
}
_OF_THE_STRUCTURE = {
    "main-steps": "elements between the block and the first that holds the main element",
    "in-kept-box": "1 if that is the main element itself",
    "main-depth": "levels below the main element",
    "alike": "blocks of the same signature with the same grandparent",
    "alike-held": "share of them that a witness keeps",
    "kind-held": "share of the characters in elements of the same signatures that a witness keeps; -1 if there are none",
    "kind-chars": "characters in elements of the same signatures",
    "heading-distance": "blocks since the heading above",
    "heading-held": "1 if a witness keeps that heading",
    "heading-same": "1 if it has the same parent",
    "held-before": "share of the kept characters that stand above the block",
    "held-after": "share of the kept characters that stand below it",
    "kind-share": "kept characters in elements of the same signatures, as a share of all kept ones",
    "usual-depth": "levels below the depth at which most of the kept text stands",
    "tops": "h1 headings above",
    "title-distance": "blocks since the headline (negative above it)",
    "title-article": "2 if the block is in the `<article>` of the headline, else 1; 0 without a headline",
}
_OF_A_KEPT_BLOCK = {
    "": "blocks to the nearest kept block on this side, 99 if there is none",
    "-same": "3 in the same element, 2 with the same parent, 1 if one is in the other",
    "-shape": "1 if it has the same signature",
}
_OF_A_NEIGHBOUR = {
    "mark": "the tag, as a number",
    LINK_DENSITY: "share of the characters that are linked",
    "kept": "share of the text that a witness keeps",
    "same-box": "2 in the same element, 1 with the same parent",
    "bold": "share of the characters that are bold",
}
# clues that the shipped model was not trained with
NOT_IN_MODEL = {
    KICKER: "words for the line above the headline, as for the other groups",
    "in-p": "1 in an element that is a p",
    OUTSIDE: "1 far from all that a witness keeps: of the other clues, such a block has only names and places",
    JSON_LD_ONLY: "1 if the text stands only in the JSON-LD",
}

# every clue and its meaning; the order is that of the columns of the model
CLUES: Mapping[str, str] = {
    **{name: f"words of the group {name!r} in class names and ids around" for name in NAME_GROUPS if name != KICKER},
    **{f"in-{place}": f"1 in an element that is a {place}" for place in PLACES if place != "p"},
    **_OF_THE_BLOCK,
    **_OF_THE_PAGE,
    **{f"box{n}-{key}": f"{text}, {n} elements further out" for n in LEVELS for key, text in _OF_AN_ELEMENT.items()},
    **_OF_THE_STRUCTURE,
    **{f"held-{side}{key}": text for side in ("above", "below") for key, text in _OF_A_KEPT_BLOCK.items()},
    **{f"{key}{n:+d}": f"{text}, {n:+d} blocks away" for n in SHIFTS for key, text in _OF_A_NEIGHBOUR.items()},
    **NOT_IN_MODEL,
}
MODEL_CLUES = tuple(name for name in CLUES if name not in NOT_IN_MODEL)


def clue(block: Block, name: str) -> float:
    """Return the clue of a block, 0 if the markup says nothing.

    >>> from newsclean.blocks import Block
    >>> clue(Block(0, 4, "Link", "Link", clues={"in-nav": 1.0}), IN_NAV)
    1.0
    """
    return block.clues.get(name, 0.0) if block.clues else 0.0


def check_clues(names: Iterable[str]) -> None:
    """Raise an error if a name is not declared.

    Raises:
        NewscleanError: A name is not in `CLUES`.

    >>> check_clues(["in-navv"])
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: not declared in newsclean.clues: 'in-navv'
    """
    if unknown := sorted(set(names) - CLUES.keys()):
        raise NewscleanError(f"not declared in newsclean.clues: {', '.join(map(repr, unknown))}")
