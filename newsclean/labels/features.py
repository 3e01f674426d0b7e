"""Evidence from form, place and neighbours: the named numbers of every line of a document.

All but the rules is language-neutral: a language without a pack gains from the rest. Counts and distances are in lines, sizes in words;
what a number means is written beside its name in `NAMES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from newsclean.article import Label
from newsclean.labels.document import COUNTED, WINDOWS, Document
from newsclean.labels.lines import Line, speaks_for

FAR = 400  # stands for a distance to something that is not there
AROUND = (-3, -2, -1, 1, 2, 3)
KIND_ORDER = {kind: float(n) for n, kind in enumerate("fwsthbrmp")}
END_ORDER = {end: float(n) for n, end in enumerate(["", ",", ":", "…", ")", "."])}
CASE_ORDER = {case: float(n) for n, case in enumerate(["", "U", "T", "S", "d", "l", "u", "q"])}
SECTION_ORDER = {"": 0} | {label.value: speaks_for(label) for label in Label}
OWN = (
    *("words", "length", "end", "sentences", "bullet", "quoted", "case", "digit-share", "question", "kind"),
    *("strong-rule", "weak-rule", "metadata", "metadata-pieces", "bar", "copyright"),
)
WHOLE = ("short-share", "known-share", "lines", "prose-words", "usual-words")
PLACE = (
    *("relative-words", "position", "from-start", "from-end", "prose-share-before", "prose-share-after"),
    *("prose-before", "prose-after", "dense-start", "dense-end", "dense-position", "barrier", "island", "run"),
)
SHARED = ("shared-words", "own-words")
REPEATED = ("copies", "copy", "section", "section-distance", "closings-before", "closings-after")
RULED = (
    *("last-rule", "last-rule-distance", "last-rule-prose"),
    *("next-rule", "next-rule-distance", "next-rule-prose"),
)
BEHIND = (*REPEATED, *RULED)
COUNTS = tuple(f"{kind}-{side}-{size}" for kind in COUNTED for size in WINDOWS for side in ("before", "after"))
BESIDE = ("kind", "words", "end")
NAMES = (
    *(*OWN, *WHOLE, *PLACE, *SHARED, *REPEATED, *RULED, *COUNTS),
    *(f"{name}{shift:+d}" for shift in AROUND for name in BESIDE),
)


def features(lines: Sequence[Line]) -> list[list[float]]:
    """The numbers of each line, in the order of `NAMES`.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.rules.matcher import Matcher
    >>> found = features(lines_of(["Un titre", "Le conseil a voté le budget de la ville lundi soir."], Matcher([]), "fr"))
    >>> [row[NAMES.index("words")] for row in found]
    [2, 11]
    """
    if not lines:
        return []
    document = Document(lines)
    return [numbers(document, n) for n in range(document.count)]


def numbers(document: Document, n: int) -> list[float]:
    """The numbers of one line of a document, in the order of `NAMES`."""
    if len(document.columns) < len(COLUMNS):
        for name in COLUMNS:
            column(document, name)
    columns = document.columns
    return [
        *own(document.lines[n]),
        *whole(document),
        *[columns[name][n] for name in PLACE],
        *shared(document, n),
        *[columns[name][n] for name in BEHIND],
        *_counts(document, n),
        *_around(document, n),
    ]


def column(document: Document, name: str) -> Sequence[float]:
    """One of the numbers `PLACE`, `REPEATED` and `RULED` for all lines of a document, made when it is first asked for."""
    found = document.columns.get(name)
    if found is None:
        found = document.columns[name] = COLUMNS[name](document)
    return found


def own(line: Line) -> list[float]:
    """What a line says by itself: the numbers `OWN`."""
    form, text = line.form, line.text
    return [
        form.words,
        form.length,
        END_ORDER[form.end],
        form.sentences,
        form.bullet,
        form.quoted,
        CASE_ORDER[form.case],
        form.digits / form.length if form.length else 0,
        text.endswith("?"),
        KIND_ORDER[line.kind],
        line.strong,
        line.weak,
        1 if line.metadata.label else 0,
        len(line.metadata.spans),
        "|" in text[:FAR],
        "©" in text[:FAR],
    ]


def whole(document: Document) -> list[float]:
    """What is the same for all lines of a document: the numbers `WHOLE`."""
    return [document.short, document.known, document.count, document.words[-1] or 1, document.usual]


def shared(document: Document, n: int) -> tuple[float, float]:
    """How much of a line stands in the dense part too: the numbers `SHARED`."""
    line = document.lines[n]
    words = document.words_of(n)
    # a line of the dense part is in the vocabulary itself, so a word must stand in another line as well
    need = 2 if line.kind == "p" and document.start <= n <= document.end else 1
    vocabulary = document.vocabulary
    return sum(vocabulary[word] >= need for word in words) / len(words) if words else -1, len(words)


def _counts(document: Document, n: int) -> list[float]:
    out: list[float] = []
    at = n + WINDOWS[-1]
    for table in document.counted:
        here, behind = table[at], table[at + 1]
        for size in WINDOWS:
            out += (here - table[at - size], table[at + 1 + size] - behind)
    return out


def _around(document: Document, n: int) -> list[float]:
    count, lines = document.count, document.lines
    out: list[float] = []
    for shift in AROUND:
        if 0 <= n + shift < count:
            line = lines[n + shift]
            out += (KIND_ORDER[line.kind], line.form.words, END_ORDER[line.form.end])
        else:
            out += (-1, -1, -1)
    return out


def _behind(numbers: Sequence[int], at: int) -> list[int]:
    """How much of a running sum comes behind each line, from the sum above it to the last."""
    last = numbers[-1]
    return [last - number for number in numbers[at:]]


def _above(document: Document, missing: int, told: Callable[[int, int], float]) -> list[float]:
    """What is told of each line and the nearest one above it that a strong rule speaks for."""
    return [told(n, above) if above >= 0 else missing for n, above in enumerate(document.last)]


def _below(document: Document, missing: int, told: Callable[[int, int], float]) -> list[float]:
    return [told(n, below) if below >= 0 else missing for n, below in enumerate(document.next)]


def _shares(numbers: Iterable[int], whole: int) -> list[float]:
    return [number / whole for number in numbers]


def _relative(document: Document) -> list[float]:
    return [line.form.words / document.usual for line in document.lines]


def _closings_before(document: Document) -> list[int]:
    start, closings = document.start, document.closings
    return [closings[n] - closings[start] if n > start else 0 for n in range(document.count)]


COLUMNS: Mapping[str, Callable[[Document], Sequence[float]]] = {
    "relative-words": _relative,
    "position": lambda d: _shares(range(d.count), d.count),
    "from-start": lambda d: range(d.count),
    "from-end": lambda d: range(d.count, 0, -1),
    "prose-share-before": lambda d: _shares(d.words[:-1], d.words[-1] or 1),
    "prose-share-after": lambda d: _shares(_behind(d.words, 1), d.words[-1] or 1),
    "prose-before": lambda d: d.prose,
    "prose-after": lambda d: _behind(d.prose, 1),
    "dense-start": lambda d: range(-d.start, d.count - d.start),
    "dense-end": lambda d: range(d.end, d.end - d.count, -1),
    "dense-position": lambda d: _shares(range(-d.start, d.count - d.start), max(1, d.end - d.start + 1)),
    "barrier": lambda d: [d.barrier(n) for n in range(d.count)],
    "island": lambda d: d.islands,
    "run": lambda d: d.runs,
    "copies": lambda d: [d.keys[line.key] for line in d.lines],
    "copy": lambda d: d.copies,
    "section": lambda d: [SECTION_ORDER[section] for section, _ in d.sections],
    "section-distance": lambda d: [distance if section else FAR for section, distance in d.sections],
    "closings-before": _closings_before,
    "closings-after": lambda d: _behind(d.closings, 0),
    "last-rule": lambda d: _above(d, 0, lambda _, above: d.lines[above].strong),
    "last-rule-distance": lambda d: _above(d, FAR, lambda n, above: n - above),
    "last-rule-prose": lambda d: _above(d, 10 * FAR, lambda n, above: d.words[n] - d.words[above + 1]),
    "next-rule": lambda d: _below(d, 0, lambda _, below: d.lines[below].strong),
    "next-rule-distance": lambda d: _below(d, FAR, lambda n, below: below - n),
    "next-rule-prose": lambda d: _below(d, 10 * FAR, lambda n, below: d.words[below] - d.words[n + 1]),
}
