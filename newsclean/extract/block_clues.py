"""The clues of every text run: its place, its links, its element and its neighbours, and what the witnesses keep.

`newsclean.clues` declares the names and says what each means, and how to add one.
"""

from __future__ import annotations

from newsclean.clues import (
    IN_ARTICLE_BODY,
    IS_TITLE,
    KEPT_BY_TRAFILATURA,
    LEVELS,
    LINK_DENSITY,
    OUTSIDE,
    PLACES,
    SHIFTS,
)
from newsclean.extract.elements import PLACE_BITS, BlockElement, TextRun
from newsclean.extract.head_data import HeadData
from newsclean.extract.page_statistics import PageStatistics
from newsclean.extract.page_structure import PageStructure, is_prose_run
from newsclean.extract.walk import PageWalk
from newsclean.extract.witnesses import without_spaces

MARKS = (
    "p div li h1 h2 h3 h4 h5 h6 blockquote figcaption tr td dd"  # noqa: SIM905
    " dt button section body article address pre caption summary".split()
)
MARK_ORDER = {mark: n + 1.0 for n, mark in enumerate(MARKS)}  # the numbers that the model knows the tags by
NEAR_KEPT, NEAR_PROSE = 8, 3  # runs on each side of a kept one, and of prose, that could belong to the article
NONE_KEPT = 99.0  # stands for the distance to a kept run where there is none
MIN_PART = 20  # characters without spaces from which a text can be a part of a title or description
_GROUPS = frozenset({"ul", "ol", "dl", "table", "tbody"})
MAX_PART = 200  # characters of a run that can be a part of a title
_MENU_PLACES = PLACE_BITS["nav"] | PLACE_BITS["footer"] | PLACE_BITS["button"] | PLACE_BITS["dialog"]
_ABOVE, _BELOW = (tuple(f"held-{side}{key}" for key in ("", "-same", "-shape")) for side in ("above", "below"))
_LEVEL_NAMES = [tuple(f"box{n}-{key}" for key in ("chars", "linked", "prose", "kept", "pieces")) for n in LEVELS]
_NEIGHBOUR_NAMES = [
    (n, f"mark{n:+d}", f"{LINK_DENSITY}{n:+d}", f"kept{n:+d}", f"same-box{n:+d}", f"bold{n:+d}") for n in SHIFTS
]
_PLACE_NAMES = [f"in-{place}" for place in PLACES]


def compute_clues(walk: PageWalk, structure: PageStructure, head: HeadData) -> list[dict[str, float]]:
    """Return the clues of each run.

    Clues that are 0 may be left out, but for `kept-by-trafilatura`. Runs far from all that a witness keeps, and plain menus, have the
    clue `outside` and those of names and places only.
    """
    if not walk.runs:
        return []
    clues = _ClueComputer(walk, structure, head)
    return [
        clues.of(n) if is_near and not clues.is_menu(n) else clues.of_outside(n)
        for n, is_near in enumerate(_near_article(clues))
    ]


def _near_article(page: _ClueComputer) -> list[bool]:
    """Which runs could belong to the article.

    Those beside one that a witness keeps, beside prose, or beside a headline; those in a list or table of which one is there; those in
    the `<article>` of the headline, and in the main element. On a page without prose of which no witness keeps anything, all runs.
    """
    runs, main = page.runs, page.structure.main
    near = [False] * len(runs)
    for n, run in enumerate(runs):
        if page.is_kept[n] or n == page.headline or run.element.tag == "h1":
            reach = NEAR_KEPT
        elif is_prose_run(run):
            reach = NEAR_PROSE
        else:
            continue
        for at in range(max(0, n - reach), min(len(runs), n + reach + 1)):
            near[at] = True
    if not any(page.is_kept) and not any(map(is_prose_run, runs)):
        return [True] * len(runs)
    stories = (page.story, main if main is not page.structure.body else None)
    lists = {id(run.element.parent) for is_near, run in zip(near, runs, strict=True) if is_near and _is_item(run)}
    return [
        is_near or (id(run.element.parent) in lists) or any(_is_inside(run.element, story) for story in stories)
        for is_near, run in zip(near, runs, strict=True)
    ]


def _is_item(run: TextRun) -> bool:
    """Return True for an item of a list or a row of a table."""
    parent = run.element.parent
    return parent is not None and parent.tag in _GROUPS


def _is_inside(element: BlockElement | None, story: BlockElement | None) -> bool:
    while element is not None and story is not None:
        if element is story:
            return True
        element = element.parent
    return False


class _ClueComputer(PageStatistics):
    """Computes the clues of single runs from the statistics of their page."""

    def __init__(self, walk: PageWalk, structure: PageStructure, head: HeadData) -> None:
        super().__init__(walk, structure, head)
        self._outside: dict[tuple[int, int], dict[str, float]] = {}
        self.story = _article_around(self.runs[self.headline].element) if self.headline >= 0 else None

    def is_menu(self, n: int) -> bool:
        """Return True for a button or the text of a menu or footer, and for a link outside the `<article>` of the headline, unless it is kept.

        A link of which the element, or another one like it, holds kept text is none.
        """
        run = self.runs[n]
        if self.is_kept[n]:
            return False
        if run.element.places & _MENU_PLACES:
            return True
        if run.linked * 10 <= len(run.text) * 7 or run.element.kept or self.kind_kept[self.kinds[n]]:
            return False
        return not _is_inside(run.element, self.story)

    def of_outside(self, n: int) -> dict[str, float]:
        """Return the clues of a run that is far from the article; runs of one element share them."""
        run = self.runs[n]
        key = (id(run.element), run.names)
        found = self._outside.get(key)
        if found is None:
            self._outside[key] = found = {OUTSIDE: 1.0, KEPT_BY_TRAFILATURA: 0.0}
            self._add_names(found, run)
        return found

    def of(self, n: int) -> dict[str, float]:
        """Return all clues of a run."""
        run = self.runs[n]
        element, size = run.element, len(run.text)
        found = dict(self.page_clues)
        found[KEPT_BY_TRAFILATURA], found[IN_ARTICLE_BODY] = self.structure.kept_shares[n]
        found["mark"] = MARK_ORDER.get(element.tag, 0.0)
        found["depth"] = float(element.depth)
        found["links"] = float(run.links)
        found[LINK_DENSITY] = run.linked / size
        found["bold"] = run.bold / size
        found["images"] = float(run.images)
        found["times"] = float(run.times)
        found["broken"] = float(run.after_break)
        self._add_names(found, run)
        self._add_elements(found, run)
        self._add_kept_neighbours(found, n)
        self._add_kind(found, n)
        self._add_neighbours(found, n)
        self._add_place_in_article(found, n)
        self._add_titles(found, run)
        return found

    def _add_names(self, found: dict[str, float], run: TextRun) -> None:
        """Names and places: 3 on the element itself, 2 on the elements next to it, 1 further around."""
        element = run.element
        names, places = element.all_names | run.names, element.places
        own = element.own_names | run.names
        parent = element.parent
        near = own | parent.own_names if parent is not None else own
        if parent is not None and parent.parent is not None:
            near |= parent.parent.own_names
        while names:
            bit = names & -names
            found[self.group_names[bit.bit_length() - 1]] = 3.0 if own & bit else 2.0 if near & bit else 1.0
            names ^= bit
        while places:
            bit = places & -places
            found[_PLACE_NAMES[bit.bit_length() - 1]] = 1.0
            places ^= bit

    def _add_elements(self, found: dict[str, float], run: TextRun) -> None:
        """The element of the run and the three around it, and where the main element is."""
        element: BlockElement | None = run.element
        for all_chars, linked, prose, kept, runs in _LEVEL_NAMES:
            if element is None:
                break
            chars = element.chars or 1
            found[all_chars] = float(chars)
            found[linked] = element.linked / chars
            found[prose] = element.prose / chars
            found[kept] = element.kept / chars
            found[runs] = float(element.runs)
            element = element.parent
        element, steps = run.element, 0
        while element is not None and not element.holds_main:
            element, steps = element.parent, steps + 1
        found["main-steps"] = float(steps)
        found["in-kept-box"] = float(element is self.structure.main)
        found["main-depth"] = float(run.element.depth - self.structure.main.depth)

    def _add_kept_neighbours(self, found: dict[str, float], n: int) -> None:
        """The nearest kept runs and the elements shared with them."""
        element = self.runs[n].element
        for (distance, same, alike), at in ((_ABOVE, self.kept_above[n]), (_BELOW, self.kept_below[n])):
            if at < 0:
                found[distance] = NONE_KEPT
                continue
            other = self.runs[at].element
            found[distance] = float(abs(n - at))
            found[same] = _kinship(element, other)
            found[alike] = float(other.signature == element.signature)

    def _add_kind(self, found: dict[str, float], n: int) -> None:
        """Runs in elements with the same signatures, but for this one."""
        key, kind, kept, size = self.siblings[n], self.kinds[n], self.is_kept[n], len(self.runs[n].text)
        found["alike"] = float(self.sibling_runs[key])
        found["alike-held"] = (self.sibling_kept[key] - kept) / max(1, self.sibling_runs[key] - 1)
        rest = self.kind_chars[kind] - size
        found["kind-held"] = (self.kind_kept[kind] - (size if kept else 0)) / rest if rest else -1.0
        found["kind-chars"] = float(rest)

    def _add_neighbours(self, found: dict[str, float], n: int) -> None:
        """The heading above, and the runs right above and below."""
        element = self.runs[n].element
        at = self.heading_above[n]
        if at >= 0:
            found["heading-distance"] = float(n - at)
            found["heading-held"] = float(self.is_kept[at])
            found["heading-same"] = float(self.runs[at].element.parent is element.parent)
        for shift, mark, density, kept, same, bold in _NEIGHBOUR_NAMES:
            if 0 <= n + shift < len(self.runs):
                beside = self.runs[n + shift]
                other, size = beside.element, len(beside.text)
                found[mark] = MARK_ORDER.get(other.tag, 0.0)
                found[density] = beside.linked / size
                found[kept] = max(self.structure.kept_shares[n + shift])
                found[same] = 2.0 if other is element else float(other.parent is element.parent)
                found[bold] = beside.bold / size

    def _add_place_in_article(self, found: dict[str, float], n: int) -> None:
        """Where the run stands among the kept text, and from the headline."""
        run, before = self.runs[n], self.kept_chars_before
        whole = max(1, before[-1] - (len(run.text) if self.is_kept[n] else 0))
        found["held-before"] = before[n] / whole
        found["held-after"] = (before[-1] - before[n + 1]) / whole
        found["kind-share"] = max(0.0, found["kind-held"]) * found["kind-chars"] / whole
        found["usual-depth"] = float(run.element.depth - self.usual_depth)
        found["tops"] = float(self.h1_before[n])
        if self.headline >= 0:
            found["title-distance"] = float(n - self.headline)
            headline = self.runs[self.headline]
            found["title-article"] = 1.0 + (_article_around(run.element) is _article_around(headline.element))

    def _add_titles(self, found: dict[str, float], run: TextRun) -> None:
        """Add the clues for a run that repeats the title or the description in the head of the page."""
        key = without_spaces(run.text).lower()
        if key in self.titles:
            found[IS_TITLE] = 1.0
        elif len(key) > MIN_PART and len(run.text) < MAX_PART:
            titles = [title for title in self.titles if len(title) > MIN_PART]
            if any(key in title or title in key for title in titles):
                found[IS_TITLE] = 0.5
        if len(key) > MIN_PART and self.description and (key in self.description or self.description in key):
            found["is-description"] = 1.0


def _article_around(element: BlockElement | None) -> BlockElement | None:
    """The nearest `<article>` around an element."""
    while element is not None and element.tag != "article":
        element = element.parent
    return element


def _kinship(element: BlockElement, other: BlockElement) -> float:
    """3 for the same element, 2 for two with the same parent, 1 if one is the parent of the other, else 0."""
    if other is element:
        return 3.0
    if other.parent is element.parent:
        return 2.0
    return float(element.parent is other or other.parent is element)
