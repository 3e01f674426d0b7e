"""The features of a line for the model: numbers about the line, its words, its neighbours and its place in the document.

All but rules and learned words are the same in every language. Distances and counts are in lines, sizes in words. `FEATURES` lists the
names with their meaning, in the order of the columns; `feature_rows` makes the rows. Blank lines are no feature on purpose: they differ
between a text and the same text cleaned, which must be decided alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from newsclean.article import Label
from newsclean.labels.document import Document
from newsclean.labels.line import Line, place_of_label

FAR = 400.0  # lines; stands for the distance to something that is not there
NO_LINE = -1.0  # stands for a number of a neighbour that is not there
NO_WORDS = 0.0  # stands for what the words of a neighbour weigh that is not there
READ = 400  # characters of a line in which signs are looked for
END_ORDER = {end: float(n) for n, end in enumerate(["", ",", ":", "…", ")", "."])}
CASE_ORDER = {case: float(n) for n, case in enumerate(["", "U", "T", "S", "d", "l", "u", "q"])}
SECTION_ORDER = {"": 0.0} | {label.value: float(place_of_label(label)) for label in Label}
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)  # lines whose kind, size and words are seen with a line
WINDOWS = (8, 20)  # lines above and below over which what words weigh is averaged
Column = Sequence[float]


def _each(number: Callable[[Line], float]) -> Callable[[Document], Column]:
    return lambda document: [number(line) for line in document.lines]


def _whole(number: Callable[[Document], float]) -> Callable[[Document], Column]:
    return lambda document: [number(document)] * document.count


def _places(number: Callable[[Document, int], float]) -> Callable[[Document], Column]:
    return lambda document: [number(document, n) for n in range(document.count)]


def _shifted(values: Sequence[float], by: int, missing: float) -> list[float]:
    """Return the value of the neighbour `by` lines below each line."""
    if by < 0:
        return ([missing] * -by + list(values))[: len(values)]
    return (list(values) + [missing] * by)[by:]


def _neighbour(number: Callable[[Line], float], by: int, missing: float) -> Callable[[Document], Column]:
    return lambda document: _shifted([number(line) for line in document.lines], by, missing)


def _logits(document: Document) -> list[float]:
    return [line.words.logit for line in document.lines]


def _mean_logit_above(size: int | None) -> Callable[[Document], Column]:
    def column(document: Document) -> Column:
        sums = list(accumulate(_logits(document), initial=0.0))
        starts = [0 if size is None else max(0, n - size) for n in range(document.count)]
        return [(sums[n] - sums[start]) / max(1, n - start) for n, start in enumerate(starts)]

    return column


def _mean_logit_below(size: int | None) -> Callable[[Document], Column]:
    def column(document: Document) -> Column:
        count, sums = document.count, list(accumulate(_logits(document), initial=0.0))
        ends = [count if size is None else min(count, n + 1 + size) for n in range(count)]
        return [(sums[end] - sums[n + 1]) / max(1, end - n - 1) for n, end in enumerate(ends)]

    return column


def _mean_logit_by_words(document: Document) -> float:
    sizes = [line.form.words for line in document.lines]
    return sum(line.words.logit * size for line, size in zip(document.lines, sizes, strict=True)) / max(1, sum(sizes))


def _is_listed(document: Document, n: int) -> float:
    """Return whether a line has a bullet, and a neighbour has one: a bullet alone is a decoration."""
    lines = document.lines
    return float(
        lines[n].text != lines[n].plain
        and any(0 <= m < document.count and lines[m].text != lines[m].plain for m in (n - 1, n + 1))
    )


def _rule_distance(nearest: Callable[[Document], Sequence[int]]) -> Callable[[Document], Column]:
    return lambda document: [abs(n - m) if m >= 0 else FAR for n, m in enumerate(nearest(document))]


def _rule_place(nearest: Callable[[Document], Sequence[int]]) -> Callable[[Document], Column]:
    return lambda document: [document.lines[m].strong if m >= 0 else 0 for m in nearest(document)]


def _rule_prose(nearest: Callable[[Document], Sequence[int]]) -> Callable[[Document], Column]:
    def column(document: Document) -> Column:
        words = document.words_above
        return [abs(words[n] - words[m]) if m >= 0 else 10 * FAR for n, m in enumerate(nearest(document))]

    return column


def _digit_share(line: Line) -> float:
    return line.form.digits / line.form.length if line.form.length else 0.0


def _case(line: Line) -> float:
    """Return how words begin; capitals are no sign of their own, since sites set whole lines in them."""
    return CASE_ORDER["u" if line.form.case == "U" else line.form.case]


COLUMNS: Mapping[str, Callable[[Document], Column]] = {
    # the line
    "words": _each(lambda line: line.form.words),
    "length": _each(lambda line: line.form.length),  # characters
    "end": _each(lambda line: END_ORDER[line.form.end]),  # the last mark
    "sentences": _each(lambda line: line.form.sentences),
    "quoted": _each(lambda line: line.form.quoted),  # 1 if quotation marks enclose it
    "case": _each(_case),  # how its words begin
    "digit-share": _each(_digit_share),  # of its characters
    "question": _each(lambda line: line.plain.endswith("?")),
    "kind": _each(lambda line: line.kind.value),  # `LineKind`
    "listed": _places(_is_listed),  # 1 if it is one of several lines with bullets
    "strong-rule": _each(lambda line: line.strong),  # `PLACE_OF_LABEL` of strong rules that match
    "weak-rule": _each(lambda line: line.weak),  # the same for weak rules
    "metadata": _each(lambda line: line.metadata.label is not None and line.metadata.label != ""),
    "metadata-spans": _each(lambda line: len(line.metadata.spans)),
    "bar": _each(lambda line: "|" in line.plain[:READ]),
    "copyright": _each(lambda line: "©" in line.plain[:READ]),
    # its words, and those of its neighbours
    "words-weigh": _each(lambda line: line.words.logit),
    "words-known": _each(lambda line: line.words.known),
    "first-words-weigh": _each(lambda line: line.words.head),
    "last-words-weigh": _each(lambda line: line.words.tail),
    "unquoted-words-weigh": _each(lambda line: line.words.unquoted),
    **{f"words-weigh{by:+d}": _neighbour(lambda line: line.words.logit, by, NO_WORDS) for by in NEIGHBOURS},
    **{f"words-above-{size}": _mean_logit_above(size) for size in WINDOWS},
    **{f"words-below-{size}": _mean_logit_below(size) for size in WINDOWS},
    "words-above": _mean_logit_above(None),
    "words-below": _mean_logit_below(None),
    "document-weighs": _whole(lambda d: sum(_logits(d)) / d.count),
    "document-weighs-by-words": _whole(_mean_logit_by_words),
    "furniture-words-share": _whole(lambda d: sum(logit > 0 for logit in _logits(d)) / d.count),
    "shared-words": _places(lambda d, n: d.shared_words(n)),  # share of its long words that the prose has elsewhere
    "long-words": _places(lambda d, n: len(d.long_words(n))),
    # the document
    "short-share": _whole(lambda d: d.short_share),
    "rule-share": _whole(lambda d: d.rule_share),
    "lines": _whole(lambda d: d.count),
    "prose-words": _whole(lambda d: d.words_above[-1] or 1),
    "median-words": _whole(lambda d: d.median_words),
    # its place
    "relative-words": _places(lambda d, n: d.lines[n].form.words / d.median_words),
    "position": _places(lambda d, n: n / d.count),
    "from-start": _places(lambda _d, n: n),
    "from-end": _places(lambda d, n: d.count - n),
    "prose-share-above": _places(lambda d, n: d.words_above[n] / (d.words_above[-1] or 1)),
    "prose-share-below": _places(lambda d, n: (d.words_above[-1] - d.words_above[n + 1]) / (d.words_above[-1] or 1)),
    "prose-above": _places(lambda d, n: d.prose_above[n]),
    "prose-below": _places(lambda d, n: d.prose_above[-1] - d.prose_above[n + 1]),
    "from-prose-start": _places(lambda d, n: n - d.prose.first),
    "to-prose-end": _places(lambda d, n: d.prose.last - n),
    "from-region-start": _places(lambda d, n: n - d.region.first),
    "to-region-end": _places(lambda d, n: d.region.last - n),
    "region-share": _whole(lambda d: (d.region.last - d.region.first + 1) / d.count),
    "walls": _places(lambda d, n: d.walls_between(n)),  # lines of furniture between it and the prose
    "prose-rank": _places(lambda d, n: d.prose_rank[n]),
    "run": _places(lambda d, n: d.runs[n]),  # short lines in a row around it
    # repetition, sections, rules nearby
    "copies": _places(lambda d, n: d.copies[d.lines[n].key]),
    "repeats": _places(lambda d, n: d.repeats[n]),
    "section": _places(lambda d, n: SECTION_ORDER[d.sections[n].label]),
    "section-distance": _places(lambda d, n: d.sections[n].distance if d.sections[n].label else FAR),
    "closings-above": _places(
        lambda d, n: d.closings_above[n] - d.closings_above[d.prose.first] if n > d.prose.first else 0
    ),
    "closings-below": _places(lambda d, n: d.closings_above[-1] - d.closings_above[n]),
    "rule-above": _rule_place(lambda d: d.rule_above),
    "rule-above-distance": _rule_distance(lambda d: d.rule_above),
    "rule-above-prose": _rule_prose(lambda d: d.rule_above),  # words of prose up to it
    "rule-below": _rule_place(lambda d: d.rule_below),
    "rule-below-distance": _rule_distance(lambda d: d.rule_below),
    "rule-below-prose": _rule_prose(lambda d: d.rule_below),
    # its neighbours
    **{f"kind{by:+d}": _neighbour(lambda line: line.kind.value, by, NO_LINE) for by in NEIGHBOURS},
    **{f"size{by:+d}": _neighbour(lambda line: line.form.words, by, NO_LINE) for by in NEIGHBOURS},
    **{f"end{by:+d}": _neighbour(lambda line: END_ORDER[line.form.end], by, NO_LINE) for by in NEIGHBOURS},
}
FEATURES = tuple(COLUMNS)


def feature_rows(document: Document) -> list[tuple[float, ...]]:
    """Return the features of each line, in the order of `FEATURES`.

    >>> from newsclean.labels.line import read_lines
    >>> from newsclean.rules.matcher import Matcher
    >>> rows = feature_rows(Document(read_lines(["Un titre", "Le conseil a voté le budget lundi soir."], Matcher([]), "fr")))
    >>> [row[FEATURES.index("words")] for row in rows]
    [2, 8]
    """
    return list(zip(*(column(document) for column in COLUMNS.values()), strict=True))


def named(row: Sequence[float]) -> Iterator[tuple[str, float]]:
    """Yield the features of a row with their names."""
    return zip(FEATURES, row, strict=True)
