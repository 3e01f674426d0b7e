"""Hard-wrapped text: lines that were cut at one width, as in a mail, a dump of lynx, a PDF or an old newsletter.

Theory. The test is that of a greedy line breaker run backwards: at its width W, a cut line has no room for the first word of the next one, so
that its end lies in the narrow window `end <= W < end + 1 + first word`. Line breaks that an author set (verses, items, rows, names)
have ends all over the place, and room. Three things are counted at each possible W, over the breaks that stand in the middle of a sentence (no full stop
before, a lower-case word after):

* breaks that W explains: W lies in their window;
* breaks with room at W: no line breaker makes them. So are breaks after a comma with room, whatever follows: they are verses;
* lines that are longer than W.

The width that explains most is believed if few contradict it; how many it has to explain depends on how usual it is (`_NEEDED`). It is looked for in the
whole text first, then in each stretch of lines without a blank line, since a quotation may have a width of its own. At a width that is believed, other
breaks without room are cuts too: those before a name or a German noun, and those after a full stop if paragraphs are separated otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.mending.line_ends import has_inner_sentence_end, is_code
from newsclean.mending.physical_lines import PhysicalLine, physical_lines
from newsclean.patterns import lazy_regex

MAX_WIDTH = 120  # columns of a wrapped line, with its indentation
_NEEDED = ((30, 6), (40, 5), (50, 3), (60, 2), (101, 4))  # from this width on: breaks that have to be explained
_SLACK = 6  # columns between the longest and the shortest line of one width in a font whose letters differ in width
_NEEDED_WITH_SLACK = ((55, 6),)
_PENALTY = 3  # breaks that have to be explained for each one that contradicts
_SURE = 5  # explained breaks of a text: then a paragraph needs none of its own
_MAX_INDENT = 8  # columns that the first line of a paragraph is indented, or the others
_NARROW, _FEW_SPACES = 50, 2  # spaces of a cut line in a narrow column
_MIN_SPACES = 3  # spaces of any other cut line
_STRONG = 3  # explained breaks in a row: then a break with room beside them is no contradiction
_MIN_SEPARATED = 2  # wrapped paragraphs between blank lines, so that blank lines are known to separate paragraphs
_FEW_COMMAS = 2  # commas and semicolons of a line that is no headline
_SYLLABLES = 12  # columns that the rest of a broken word may take, of which one syllable had no room
_DASHES = "–—"
_DATELINE = lazy_regex(r"\p{Lu}{3}[\p{Lu}\s'’-]{0,30}+(?:[.,]\s|\.?[-–—(])")  # "BERN. Der", "SAINT-IMIER – Le"


class _Width(NamedTuple):
    """A width, how many breaks speak for it (less those that speak against it), and how far lines may fall short of it."""

    columns: int
    score: int
    slack: int = 0


class _Break(NamedTuple):
    """A line break between two lines of one margin; it is before the line `n`."""

    n: int
    end: int  # column after the line before it
    room: int  # the largest width at which the next word has no room
    longest: int  # column after the longer one of the two lines
    low: bool  # in mid-sentence, after several words and before a lower-case word
    loose: bool  # the same after a few words: rows of a list
    comma: bool  # after a comma
    stop: bool  # after a sentence or a colon
    prose: bool  # after a line of several words
    item: bool  # before a list item

    def is_cut(self, width: _Width) -> bool:
        """Return True if the width explains the break."""
        return self.longest <= width.columns <= self.room + width.slack

    def has_room(self, width: _Width) -> bool:
        """Return True if the next word had room, so that no line breaker made the break."""
        return self.room + width.slack < width.columns


def find_wrapped_lines(
    lines: Sequence[str],
    gap: Callable[[int], str],
    ends: frozenset[str] = frozenset(),
    small: frozenset[str] = frozenset(),
) -> list[int]:
    r"""Return the indices of lines that continue the line before them because its width ran out.

    Args:
        lines: The lines of one text.
        gap: Returns what stands in the source before the line with the given index.
        ends: Words that end no sentence, in lower case; a number after one of them begins no list item.
        small: Other words with which hardly any headline or item ends.

    >>> find_wrapped_lines(["Rosen", "Veilchen"], lambda n: "\n")
    []
    """
    placed = physical_lines(lines, gap)
    runs = list(_runs(placed, ends, small))
    by_depth: dict[int, list[list[_Break]]] = {}
    for run in runs:
        by_depth.setdefault(placed[run[0].n].depth, []).append(run)
    cuts: list[int] = []
    for group in by_depth.values():
        every = [each for run in group for each in run]
        whole = _find_width(every) or _find_width(every, _SLACK)
        separated = _are_separated(group, whole)
        for run in group:
            cuts += _cuts_of_run(placed, run, whole, ends, ends | small, separated=separated)
    return sorted(cuts)


def _runs(lines: Sequence[PhysicalLine], ends: frozenset[str], small: frozenset[str]) -> Iterator[list[_Break]]:
    """Yield the breaks of each stretch of lines without a blank line, a table row or a line that is too long."""
    run: list[_Break] = []
    usable = [len(line.text) > 0 and line.end <= MAX_WIDTH and not line.has_columns for line in lines]
    for n in range(1, len(lines)):
        left, right = lines[n - 1], lines[n]
        if usable[n] and usable[n - 1] and right.follows and left.depth == right.depth:
            run.append(_break(lines, n, ends, small))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _break(lines: Sequence[PhysicalLine], n: int, ends: frozenset[str], small: frozenset[str]) -> _Break:
    left, right = lines[n - 1], lines[n]
    stop, lower = left.ends_sentence, right.in_lower_case
    goes_on = not stop and (lower or (left.last_word in ends and right.text[0].isalnum()))
    item = _begins_item(left, right, ends, small) or not _is_aligned(left, right, goes_on=goes_on)
    return _Break(
        n,
        end=left.end,
        room=left.end + (_SYLLABLES if left.breaks_word and lower else right.first_word),
        longest=max(left.end, right.end),
        low=goes_on and not item and left.is_prose,
        loose=goes_on and not item and not left.is_prose,
        comma=left.text[-1] == "," and left.is_prose and not item,
        stop=stop and not lower,
        prose=left.is_prose,
        item=item,
    )


def _begins_item(left: PhysicalLine, right: PhysicalLine, ends: frozenset[str], small: frozenset[str]) -> bool:
    """Return True if the second line is a list item or opens a report, and is no dash, article or number inside a sentence."""
    if not right.bullet:
        return left.last_word not in ends and _DATELINE.match(right.text) is not None
    if left.bullet or left.ends_sentence or right.column != left.column:
        return True
    if right.text[0] in _DASHES:
        return not right.text[right.bullet :][:1].islower()
    if right.text[0].isdigit():
        return left.last_word not in ends and left.last_word not in small
    return right.text[0] != "o"  # the bullet of lynx is indented, the Portuguese article is not


def _is_aligned(left: PhysicalLine, right: PhysicalLine, *, goes_on: bool) -> bool:
    """Return True if the second line stands where a continuation of the first one stands.

    Args:
        left: The first line; the first one of a paragraph may be indented.
        right: The line after it.
        goes_on: The second line continues a sentence; then it may be indented.
    """
    shift = right.column - left.column
    if abs(shift) <= 1 or (left.bullet and abs(shift - left.bullet) <= 1):
        return True
    return abs(shift) <= _MAX_INDENT and (goes_on or (shift < 0 and not left.bullet))


def _find_width(breaks: Sequence[_Break], slack: int = 0) -> _Width | None:
    """Return the width that explains most breaks; None if none is to be believed."""
    explained = [0] * (MAX_WIDTH + 2)
    against = [0] * (MAX_WIDTH + 2)
    for each in breaks:
        room = min(each.room + slack, MAX_WIDTH)
        if each.low and each.longest <= room:
            explained[each.longest] += 1
            explained[room + 1] -= 1
        if each.low or each.comma:
            against[room + 1] += _PENALTY  # from here on the next word has room
        if each.low:
            against[0] += 1  # below its end the width is exceeded
            against[each.longest] -= 1
    best: _Width | None = None
    for columns, (good, bad) in enumerate(zip(accumulate(explained), accumulate(against), strict=True)):
        if good - bad >= _needed(columns, slack) and (best is None or good - bad > best.score):
            best = _Width(columns, good - bad, slack)
    return best


def _needed(columns: int, slack: int = 0) -> int:
    """Return how many breaks a width has to explain."""
    needed = MAX_WIDTH * MAX_WIDTH  # more than there are
    for least, breaks in _NEEDED if not slack else _NEEDED_WITH_SLACK:
        if columns >= least:
            needed = breaks
    return needed


def _are_separated(runs: Sequence[Sequence[_Break]], width: _Width | None) -> bool:
    """Return True if the paragraphs of a wrapped text are separated by blank lines or indentation."""
    if width is None:
        return False
    if sum(any(each.low and each.is_cut(width) for each in run) for run in runs) < _MIN_SEPARATED:
        return False
    ends = sum(_ends_paragraph(each, width) for run in runs if any(b.low for b in run) for each in run)
    return _SURE * ends <= width.score


def _ends_paragraph(each: _Break, width: _Width) -> bool:
    return each.stop and each.prose and not each.item and each.has_room(width)


def _cuts_of_run(
    lines: Sequence[PhysicalLine],
    run: Sequence[_Break],
    whole: _Width | None,
    ends: frozenset[str],
    small: frozenset[str],
    *,
    separated: bool,
) -> Iterator[int]:
    """Yield the lines of one stretch that were cut."""
    width = _width_of_run(lines, run, whole)
    if width is None:
        return
    explained = sum(each.low and each.is_cut(width) for each in run)
    whole_run = explained >= _STRONG and all(each.is_cut(width) and not each.item for each in run)
    after_stop = whole_run or (separated and explained > 0 and not any(_ends_paragraph(each, width) for each in run))
    for first, last in _chains(lines, run, width, after_stop=after_stop):
        chain = run[first:last]
        if not separated and _ends_headline(lines, chain[0], small):
            chain = chain[1:]
        low = sum(each.low for each in chain)
        beside = [*run[max(0, first - 1) : first], *run[last : last + 1]]
        if low < _STRONG and any(_contradicts(each, width, any_case=not low) for each in beside):
            continue
        if chain and _is_prose(lines, chain, ends, sure=width.score >= _SURE):
            yield from (each.n for each in chain)


def _width_of_run(lines: Sequence[PhysicalLine], run: Sequence[_Break], whole: _Width | None) -> _Width | None:
    """Return the width of one stretch: that of the text if it fits, else its own."""
    low = [each for each in run if each.low]
    if whole is not None:
        good = sum(each.is_cut(whole) for each in low)
        bad = sum(each.has_room(whole) for each in run if each.low or each.comma)
        over = sum(each.longest > whole.columns for each in low)
        if good > _PENALTY * bad + over or not (low or bad):
            return whole
    if not low:
        return None
    return _find_width(run) or _width_of_paragraph(lines, run, len(low))


def _width_of_paragraph(lines: Sequence[PhysicalLine], run: Sequence[_Break], low: int) -> _Width | None:
    """Return the width of a lone paragraph in which every line was cut and the last one ends a sentence."""
    width = _Width(max(each.longest for each in run), low)
    fits = low + 1 >= _needed(width.columns) and all(each.is_cut(width) and not each.item for each in run)
    return width if fits and lines[run[-1].n].ends_sentence else None


def _chains(
    lines: Sequence[PhysicalLine], run: Sequence[_Break], width: _Width, *, after_stop: bool
) -> Iterator[tuple[int, int]]:
    """Yield the first and the last index (exclusive) of consecutive cuts."""
    spaces = _FEW_SPACES if width.columns < _NARROW else _MIN_SPACES
    start = None
    for at, each in enumerate(run):
        cut = each.is_cut(width) and not each.item and (after_stop or not each.stop)
        if cut and lines[each.n - 1].text.count(" ") >= spaces:
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(run)


def _contradicts(each: _Break, width: _Width, *, any_case: bool) -> bool:
    """Return True if a break beside a cut was made by an author: in mid-sentence, with room for the next word."""
    if not each.has_room(width) or each.item:
        return False
    return each.low or each.loose or each.comma or (any_case and each.prose and not each.stop)


def _is_prose(lines: Sequence[PhysicalLine], chain: Sequence[_Break], ends: frozenset[str], *, sure: bool) -> bool:
    """Return True if the lines of some cuts are sentences: no code, no headline with a date below it."""
    low = any(each.low for each in chain)
    if not (low or sure):
        return False
    first, last = lines[chain[0].n - 1], lines[chain[-1].n]
    if last.ends_sentence:
        return True
    if 2 * sum(is_code(lines[each.n].text) for each in chain) > len(chain):
        return False
    begun = [lines[each.n].text[: lines[each.n].first_word] for each in chain]
    headline = not first.text[0].islower() and len(set(begun)) == len(begun)  # items begin alike
    return (low and (sure or headline)) or lines[chain[-1].n - 1].last_word in ends


def _ends_headline(lines: Sequence[PhysicalLine], each: _Break, small: frozenset[str]) -> bool:
    """Return True if a headline may stand before a break: one phrase without an end, and a capital after it."""
    left = lines[each.n - 1]
    if each.low or each.stop or each.comma or left.last_word in small:
        return False
    return left.text.count(",") + left.text.count(";") < _FEW_COMMAS and not has_inner_sentence_end(left.text)
