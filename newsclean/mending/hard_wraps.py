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

from newsclean.mending.line_breaks import MAX_WIDTH, Break, Width, find_runs
from newsclean.mending.line_ends import has_inner_sentence_end, is_code
from newsclean.mending.physical_lines import PhysicalLine, physical_lines

_NEEDED = ((30, 6), (40, 5), (50, 3), (60, 2), (101, 4))  # from this width on: breaks that have to be explained
_SLACK = 6  # columns between the longest and the shortest line of one width in a font whose letters differ in width
_NEEDED_WITH_SLACK = ((55, 6),)
_PENALTY = 3  # breaks that have to be explained for each one that contradicts
_SURE = 5  # explained breaks of a text: then a paragraph needs none of its own
_NARROW, _FEW_SPACES = 50, 2  # spaces of a cut line in a narrow column
_MIN_SPACES = 3  # spaces of any other cut line
_STRONG = 3  # explained breaks in a row: then a break with room beside them is no contradiction
_MIN_SEPARATED = 2  # wrapped paragraphs between blank lines, so that blank lines are known to separate paragraphs
_FEW_COMMAS = 2  # commas and semicolons of a line that is no headline


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
    runs = list(find_runs(placed, ends, small))
    by_depth: dict[int, list[list[Break]]] = {}
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


def _find_width(breaks: Sequence[Break], slack: int = 0) -> Width | None:
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
    best: Width | None = None
    for columns, (good, bad) in enumerate(zip(accumulate(explained), accumulate(against), strict=True)):
        if good - bad >= _needed(columns, slack) and (best is None or good - bad > best.score):
            best = Width(columns, good - bad, slack)
    return best


def _needed(columns: int, slack: int = 0) -> int:
    """Return how many breaks a width has to explain."""
    needed = MAX_WIDTH * MAX_WIDTH  # more than there are
    for least, breaks in _NEEDED if not slack else _NEEDED_WITH_SLACK:
        if columns >= least:
            needed = breaks
    return needed


def _are_separated(runs: Sequence[Sequence[Break]], width: Width | None) -> bool:
    """Return True if the paragraphs of a wrapped text are separated by blank lines or indentation."""
    if width is None:
        return False
    if sum(any(each.low and each.is_cut(width) for each in run) for run in runs) < _MIN_SEPARATED:
        return False
    ends = sum(_ends_paragraph(each, width) for run in runs if any(b.low for b in run) for each in run)
    return _SURE * ends <= width.score


def _ends_paragraph(each: Break, width: Width) -> bool:
    return each.stop and each.prose and not each.item and each.has_room(width)


def _cuts_of_run(
    lines: Sequence[PhysicalLine],
    run: Sequence[Break],
    whole: Width | None,
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


def _width_of_run(lines: Sequence[PhysicalLine], run: Sequence[Break], whole: Width | None) -> Width | None:
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


def _width_of_paragraph(lines: Sequence[PhysicalLine], run: Sequence[Break], low: int) -> Width | None:
    """Return the width of a lone paragraph in which every line was cut and the last one ends a sentence."""
    width = Width(max(each.longest for each in run), low)
    fits = low + 1 >= _needed(width.columns) and all(each.is_cut(width) and not each.item for each in run)
    return width if fits and lines[run[-1].n].ends_sentence else None


def _chains(
    lines: Sequence[PhysicalLine], run: Sequence[Break], width: Width, *, after_stop: bool
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


def _contradicts(each: Break, width: Width, *, any_case: bool) -> bool:
    """Return True if a break beside a cut was made by an author: in mid-sentence, with room for the next word."""
    if not each.has_room(width) or each.item:
        return False
    return each.low or each.loose or each.comma or (any_case and each.prose and not each.stop)


def _is_prose(lines: Sequence[PhysicalLine], chain: Sequence[Break], ends: frozenset[str], *, sure: bool) -> bool:
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


def _ends_headline(lines: Sequence[PhysicalLine], each: Break, small: frozenset[str]) -> bool:
    """Return True if a headline may stand before a break: one phrase without an end, and a capital after it."""
    left = lines[each.n - 1]
    if each.low or each.stop or each.comma or left.last_word in small:
        return False
    return left.text.count(",") + left.text.count(";") < _FEW_COMMAS and not has_inner_sentence_end(left.text)
