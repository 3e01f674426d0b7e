"""Header lines: a byline, a date line, or both on one line, with nothing else in it."""

from __future__ import annotations

import functools
from typing import NamedTuple

import regex

from newsclean.metadata.agencies import known
from newsclean.metadata.bylines import MAX_BYLINE, authors_of, head_end, read_names
from newsclean.metadata.dates import scan
from newsclean.metadata.names import Part, parts_of
from newsclean.metadata.pieces import DateFound, Piece
from newsclean.metadata.words import alternatives, fold, plain, table

_EDGES = " ,.:;|•·●▪■–—-/*()[]+\t\u00a0\u202f"
_SEPARATOR = regex.compile(r"\s?[|•·●▪;]\s?|\s[–—-]{1,2}\s|—|\s/\s")
_WORDS = regex.compile(r"[\p{L}\d']+")
_SECTION = regex.compile(r"(?:in|dans|en|unter|under)\s\p{Lu}\p{L}{2,20}")
_CLOCK = regex.compile(r"(?<!\d)(?:[01]?\d|2[0-3])(?:\s?[h:.]\s?[0-5]\d|\s?h)(?:\s?uhr)?(?![\p{L}\d])")


class Header(NamedTuple):
    """A header line as read: its label, the parts of its byline, its dates and the spans of all."""

    label: str
    parts: list[Part]
    dates: list[DateFound]
    pieces: list[Piece]


@functools.lru_cache(maxsize=1)
def _around() -> tuple[frozenset[str], regex.Pattern[str], regex.Pattern[str]]:
    words = table("calendar")["lines"]
    single = {w for phrase in (*words["published"], *words["updated"]) for w in _WORDS.findall(phrase)}
    said = regex.compile(rf"(?<!\w)(?:{alternatives([*words['published'], *words['updated']])})(?:e|es|s|t)?(?!\w)")
    number = r"\d{1,3}"
    reading = regex.compile(r"(?<!\w)(?:" + "|".join(x.replace("{n}", number) for x in words["read_time"]) + r")\b\.?")
    return frozenset(single | set(words["around"])), said, reading


def read_header(line: str, language: str | None) -> Header | None:
    """Read a line as a byline, a date line or both; None when it holds anything else.

    Args:
        line: One line, of any length; long ones are refused at once.
        language: The language, for the order of numeric dates.

    >>> read_header("Par LIBERATION, AFP — 3 décembre 2018 à 14:32 (mis à jour à 17:05)", "fr").label
    'byline'
    """
    if len(line) > MAX_BYLINE:
        return None
    folded = fold(line)
    dates = scan(folded, language) if has_time_words(folded) else []
    dates = [d._replace(text=line[d.start : d.end]) for d in dates]
    reading = [m.span() for m in _around()[2].finditer(folded)] if dates or any(c.isdigit() for c in folded) else []
    taken = sorted([(d.start, d.end) for d in dates] + reading)
    if not taken and not head_end(folded.lstrip(_EDGES)) and not _around()[1].match(folded.lstrip(_EDGES)):
        return None
    state = _Rest(line, folded, dated=bool(dates))
    at = 0
    for start, end in [*taken, (len(line), len(line))]:
        if start > at and not state.take(at, start):
            return None
        at = max(at, end)
    return _verdict(line, state, dates, reading)


def has_time_words(folded: str) -> bool:
    """Can there be a date in it: a digit, or a word such as "ago"?"""
    return any(c.isdigit() for c in folded) or " ago" in folded or "il y a " in folded or folded.startswith(("vor ", "hace ", "un'", "una ", "een "))


class _Rest:
    """What stands between the dates of a line: words of date lines, or the parts of a byline."""

    def __init__(self, line: str, folded: str, *, dated: bool) -> None:
        self.line = plain(line)
        self.folded = folded
        self.parts: list[Part] = []
        self.spans: list[tuple[int, int]] = []
        self.dated = dated
        self.headed = self.published = self.clock = False

    def take(self, start: int, end: int) -> bool:
        """Read one stretch; false when it is neither."""
        at = start
        for match in [*_SEPARATOR.finditer(self.line, start, end), None]:
            stop = match.start() if match else end
            if not self._segment(at, stop):
                return False
            at = match.end() if match else end
        return True

    def _segment(self, start: int, end: int) -> bool:
        while start < end and self.line[start] in _EDGES:
            start += 1
        while end > start and self.line[end - 1] in _EDGES and not (self.line[end - 1] == ")" and "(" in self.line[start:end]):
            end -= 1
        if start >= end or self._of_dates(self.folded[start:end]):
            return True
        return self._names(start, end)

    def _of_dates(self, folded: str) -> bool:
        """Only words such as "publié le", and times after them?"""
        words, said, _ = _around()
        if said.search(folded):
            self.published = True
            self.clock = self.clock or bool(_CLOCK.search(folded))
        if self.published or self.dated:
            folded = _CLOCK.sub(" ", folded)
        rest = [w for w in _WORDS.findall(folded) if w not in words]
        return not rest or (self.dated and all(_counter(w) for w in rest))

    def _names(self, start: int, end: int) -> bool:
        """A byline with its head, or names, papers and agencies without."""
        words = _around()[0]
        while True:
            tail = regex.search(r"[\s,.]+([\p{L}']+)$", self.folded[start:end])
            if not tail or tail.group(1) not in words or tail.group(1) in ("h",):
                break
            end = start + tail.start()
        head = head_end(self.folded[start:end])
        text = self.line[start + head : end]
        parts = read_names(text)
        if parts is None and not head:
            parts = parts_of(text)
        if not parts:
            return self._follows(text, start, end) or bool(self.dated and _SECTION.fullmatch(text))
        if head and not _enough(parts, text):
            return False
        self.headed = self.headed or bool(head)
        self.parts += parts
        self.spans.append((start, end))
        return True


    def _follows(self, text: str, start: int, end: int) -> bool:
        """Single initials after others: "srf/hosb;kesm"."""
        if not self.parts or self.parts[-1].kind != "initials" or not regex.fullmatch(r"\p{Ll}{2,5}", text):
            return False
        self.parts.append(Part("initials", text))
        self.spans.append((start, end))
        return True


def _counter(word: str) -> bool:
    """The number of comments or of the page?"""
    return word.isdigit() and len(word) < 4


def _enough(parts: list[Part], text: str) -> bool:
    """May these parts stand after "Par"? One bare word may not, unless it is written as papers and authors sign."""
    if text.split(" ", 1)[0] in ("der", "den", "dem", "die", "das", "Der", "Den", "Dem", "Die", "Das"):
        return False
    first = parts[0]
    return first.kind in ("name", "agency", "outlet", "desk", "initials") or (first.kind == "place" and first.text.isupper() and len(first.text) > 3)


def _verdict(line: str, state: _Rest, dates: list[DateFound], reading: list[tuple[int, int]]) -> Header | None:
    """The label of a line of which every word is explained."""
    kinds = {p.kind for p in state.parts}
    timed = any(_timed(d) for d in dates) or state.published
    label = None
    if state.headed:
        label = "byline"
    elif dates or (state.published and state.clock):
        label = _of_dates(dates, kinds, timed=timed)
    if label is None:
        return None
    pieces = [date_piece(d) for d in dates] + [Piece("read_time", a, b, line[a:b], "metadata.read-time") for a, b in reading]
    authors = authors_of(state.parts)
    if state.spans and label == "byline":
        value = ", ".join(authors) or ", ".join(p.text for p in state.parts)
        pieces.append(Piece("byline", state.spans[0][0], state.spans[-1][1], value, "metadata.byline.head" if state.headed else "metadata.byline.dated"))
    for part in state.parts:
        ids = known(fold(part.text)) if part.kind == "agency" else []
        at = line.find(part.text)
        pieces += [Piece("agency", at, at + len(part.text), x.id, "metadata.agency.byline") for x in ids if at >= 0]
    return Header(label, state.parts, dates, sorted(pieces, key=lambda p: (p.start, p.end)))


def _of_dates(dates: list[DateFound], kinds: set[str], *, timed: bool) -> str | None:
    """The label of a line with a date and no head of a byline."""
    if not kinds:
        whole = timed or any(d.value is not None for d in dates)
        return "date" if whole else None
    if not timed:
        return None
    if kinds & {"name", "desk", "initials"} or {"outlet", "agency"} <= kinds:
        return "byline"
    return "agency" if "agency" in kinds else "date"


def _timed(found: DateFound) -> bool:
    """Does a date say more than its day, as only a newsroom's clock does?"""
    return bool(found.role) or hasattr(found.value, "hour") or (found.value is None and bool(_CLOCK.search(fold(found.text))))


def date_piece(found: DateFound) -> Piece:
    """The piece of a date, its value as ISO writes it."""
    value = found.value.isoformat() if found.value else ""
    return Piece("date", found.start, found.end, value, f"metadata.date.{found.role}" if found.role else "metadata.date")
