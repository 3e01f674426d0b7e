"""The signs by which the regions of a page are told: what its lines look like, what the rules say of them, what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.article import Label
from newsclean.labels.document import Document
from newsclean.patterns import lazy_regex
from newsclean.rules.rule import Rule

NEAR = 12  # lines behind the article that may still belong to it: tags, the author
LAST = 0.9  # share of the lines of a page behind which its foot lies
UNDER = 20  # lines of a list below its heading
BADGE = 3  # times from which a line comes so often that it is a badge
WINDOW = 4  # lines on each side that tell whether a line stands in a menu
REACH = 400  # characters of a line that are looked at
ASKED = 20  # words of the longest question that is a headline
TINY, SHORT, CROWD = 3, 6, 12  # words of the longest tiny and short lines, and of the shortest crowd of words
FOLLOW = frozenset(
    {Label.SHARE, Label.COMMENTS, Label.RELATED, Label.NEWSLETTER, Label.AUTHOR_BIO}
)  # what tags stand above
# words of a menu that have run into each other
_GLUED = lazy_regex(r"\p{Ll}\p{Lu}")


class Place(NamedTuple):
    """Where a line stands in the source: the column it begins at, and whether a blank line parts it from the line above."""

    column: int = 0
    parted: bool = False


class Zone(NamedTuple):
    """The lines of the article itself: the first and the last that stay."""

    first: int
    last: int


class Page(NamedTuple):
    """What the signs of a line are read from: the document, the lines of the article, and what each line looks like."""

    document: Document
    zone: Zone
    shapes: Sequence[str]


def page_of(document: Document, zone: Zone) -> Page:
    """The document with its shapes."""
    return Page(document, zone, [shape_of(document, n) for n in range(document.count)])


def signs(page: Page, n: int) -> Iterator[str]:
    """The signs of a line that the table of points knows by name."""
    document = page.document
    line, shape, place = document.lines[n], page.shapes[n], _place(document, n, page.zone)
    yield from (shape, place, f"{place}-{shape}")
    if line.form.bullet:
        yield f"bullet-{shape}"
    yield from _told(document, n)
    if line.metadata.label:
        yield f"reads.{line.metadata.label}"
    section, distance = document.sections[n]
    if section and distance <= UNDER:
        yield from (f"under.{section}", f"under.{section}-{shape}")
    yield from _around(page, n)
    if shape in ("tiny", "short") and not _strong(document, n):
        above, below = _end_of_run(document, n, -1), _end_of_run(document, n, 1)
        first, last = _strong(document, above), _strong(document, below)
        article = above <= page.zone.last if first is None else not first.section
        if place == "near" and article and last and last.label in FOLLOW:
            yield "trail"
        if first and first.label == Label.TAGS:
            yield "below-tags"


def _told(document: Document, n: int) -> Iterator[str]:
    """What the rules of a line say; what comes again and again is a badge on other things."""
    line = document.lines[n]
    badge = document.keys[line.key] >= BADGE
    seen: set[Label] = set()
    for rule in line.rules:
        yield rule.id.partition(".")[2]
        if rule.section:
            yield f"heads.{rule.label}"
        if rule.label not in seen:
            seen.add(rule.label)
            size = "weak" if rule.strength == "weak" else "word" if line.form.words <= TINY else "rule"
            yield f"{size}.{rule.label}"
            if badge:
                yield f"badge.{rule.label}"


def _around(page: Page, n: int) -> Iterator[str]:
    """What stands around a line: a menu, or teasers, where a kicker or a name stands beside a headline."""
    shape = page.shapes[n]
    window = page.shapes[max(0, n - WINDOW) : n + WINDOW + 1]
    if shape != "empty" and sum(one in ("tiny", "empty") for one in window) >= len(window) - 1:
        yield "menu"
    if sum(one in ("headline", "sentence") for one in window) * 4 > len(window):
        yield "teasers"
        if not page.document.lines[n].form.bullet:
            yield f"teasers-{shape}"
    if shape == "tiny" and any(_is_teaser(page, m) for m in (n, n + 1)):
        yield "kicker"


def _is_teaser(page: Page, n: int) -> bool:
    """Do a line and the headline under it stand in no list?"""
    lines = page.document.lines[n : n + 2]
    return "headline" in page.shapes[n + 1 : n + 2] and not any(line.form.bullet for line in lines)


def _strong(document: Document, n: int) -> Rule | None:
    if not 0 <= n < document.count:
        return None
    return next((rule for rule in document.lines[n].rules if rule.strength == "strong"), None)


def _end_of_run(document: Document, n: int, way: int) -> int:
    """The line above (-1) or below (1) that ends the run of short lines that a line stands in; looked for not far away."""
    m = n + way
    while abs(m - n) < NEAR and 0 <= m < document.count:
        if document.lines[m].form.words > SHORT or _strong(document, m):
            return m
        m += way
    return m


def shape_of(document: Document, n: int) -> str:
    """What a line looks like at a glance."""
    line = document.lines[n]
    form, text = line.form, line.text
    if not any(map(str.isalpha, text[:200])):
        return "empty"
    if form.case == "l" and not form.bullet and form.words <= CROWD:
        return "piece"
    if form.words > TINY and len(_GLUED.findall(text[:REACH])) >= TINY:
        return "crowd"
    if line.prose:
        if form.end != "." and _is_crowd(text):
            return "crowd"
        return "headline" if text[-1] == "?" and form.sentences == 1 and form.words <= ASKED else "sentence"
    if form.words <= TINY:
        return "tiny"
    if form.words >= CROWD and _is_crowd(text):
        return "crowd"
    return "short" if form.words <= SHORT else "headline"


def _is_crowd(text: str) -> bool:
    """Do the words of a long line begin with capitals, as those of a menu on one line do?"""
    parts = text[:REACH].split()
    return sum(part[:1].isupper() for part in parts) * 9 >= 5 * len(parts)


def _place(document: Document, n: int, zone: Zone) -> str:
    if n < zone.first:
        return "above"
    if n <= zone.last:
        return "inside"
    if n <= zone.last + NEAR:
        return "near"
    return "last" if n > LAST * document.count else "behind"


def breaks(document: Document, above: int, below: int, places: Sequence[Place]) -> Iterator[str]:
    """What parts a line from the one above it."""
    yield "any"
    if below > above + 1:
        yield "over-text"
    if any(rule.section for rule in document.lines[below].rules):
        yield "heading"
    if document.lines[above].form.bullet != document.lines[below].form.bullet:
        yield "bullet"
    if not places:
        return
    if places[below].parted:
        yield "parted"
    if places[below].column < places[above].column:
        yield "outdented"
    elif places[below].column > places[above].column:
        yield "indented"


__all__ = ["Page", "Place", "Zone", "breaks", "page_of", "shape_of", "signs"]
