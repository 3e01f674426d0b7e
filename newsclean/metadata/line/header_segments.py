"""The stretches between the dates of a header line: words of date lines such as "publié le", or the parts of a byline."""

from __future__ import annotations

import functools
from typing import NamedTuple

import regex

from newsclean.metadata.line.bylines import byline_head_end, read_byline_parts
from newsclean.metadata.line.credit_holders import read_holders
from newsclean.metadata.line.credits import credit_head_end
from newsclean.metadata.line.names import BylinePart, read_parts
from newsclean.metadata.words import alternatives, table
from newsclean.normal_forms import plain_punctuation
from newsclean.patterns import lazy_regex

EDGES = " ,.:;|•·●▪■–—-/*()[]+\t\u00a0\u202f"
_SEPARATOR = lazy_regex(r"\s?[|•·●▪;]\s?|\s[–—-]{1,2}\s|—|\s/\s")
_TRAILING = lazy_regex(r"[\s,.]{1,6}([\p{L}']{1,20})$")
_WORDS = lazy_regex(r"[\p{L}\d']+")
_SMALL = lazy_regex(r"\p{Ll}{2,5}")
_SECTION = lazy_regex(r"(?:in|dans|en|unter|under)\s\p{Lu}\p{L}{2,20}")
CLOCK = lazy_regex(r"(?<!\d)(?:[01]?\d|2[0-3])(?:\s?[h:.]\s?[0-5]\d|\s?h)(?:\s?uhr|\s?[ap]\.?\s?m\b\.?)?(?![\p{L}\d])")


class DateLineWords(NamedTuple):
    """Words of date lines, those that say a date, those that say the time of reading, and what is counted beside."""

    words: frozenset[str]
    said: regex.Pattern[str]
    reading: regex.Pattern[str]
    counted: frozenset[str]


@functools.lru_cache(maxsize=1)
def date_line_words() -> DateLineWords:
    """The words that may stand round a date."""
    words = table("calendar")["lines"]
    single = {w for phrase in (*words["published"], *words["updated"]) for w in _WORDS.findall(phrase)}
    said = lazy_regex(rf"(?<!\w)(?:{alternatives([*words['published'], *words['updated']])})(?:e|es|s|t)?(?!\w)")
    number = r"\d{1,3}"
    reading = lazy_regex(r"(?<!\w)(?:" + "|".join(x.replace("{n}", number) for x in words["read_time"]) + r")\b\.?")
    weekdays = {w for w in table("calendar")["weekdays"]["names"] if len(w) > 5}
    zones = {*table("calendar")["zones"], *table("calendar")["zones_us"]}
    return DateLineWords(
        frozenset(single | weekdays | zones | set(words["around"])), said, reading, frozenset(words["counted"])
    )


class HeaderSegments:
    """What stands between the dates of a line, as far as it was read.

    Args:
        line: The line.
        folded: The same line, folded.
        dated: Whether it has a date.
    """

    def __init__(self, line: str, folded: str, *, dated: bool) -> None:
        self.line = plain_punctuation(line)
        self.raw = line
        self.folded = folded
        self.parts: list[BylinePart] = []
        self.spans: list[tuple[int, int]] = []
        self.dated = dated
        self.headed = self.published = self.clock = False

    def read(self, start: int, end: int) -> bool:
        """Read one stretch; false when it is neither."""
        at = start
        for match in [*_SEPARATOR.finditer(self.line, start, end), None]:
            stop = match.start() if match else end
            if not self._segment(at, stop):
                return False
            at = match.end() if match else end
        return True

    def _segment(self, start: int, end: int) -> bool:
        while start < end and self.line[start] in EDGES:
            start += 1
        while (
            end > start
            and self.line[end - 1] in EDGES
            and not (self.line[end - 1] == ")" and "(" in self.line[start:end])
        ):
            end -= 1
        if self.line[end : end + 1] == "." and self.line[end - 1].isupper() and self.line[end - 2 : end - 1] in " .":
            end += 1  # the full stop of initials
        if start >= end or self._of_dates(self.folded[start:end]):
            return True
        return self._names(start, end)

    def _of_dates(self, folded: str) -> bool:
        """Only words such as "publié le", and times after them?"""
        words = date_line_words().words
        if date_line_words().said.search(folded):
            self.published = True
            self.clock = self.clock or bool(CLOCK.search(folded))
        if self.published or self.dated:
            folded = CLOCK.sub(" ", folded)
        rest = [w for w in _WORDS.findall(folded) if w not in words]
        if not rest or not self.dated or not all(_counter(w) or w in date_line_words().counted for w in rest):
            return not rest
        return rest[0] == folded.strip() or any(w in date_line_words().counted for w in rest)

    def _names(self, start: int, end: int) -> bool:
        """A byline with its head, or names, papers and agencies without."""
        words = date_line_words().words
        while True:
            tail = _TRAILING.search(self.folded[start:end])
            if not tail or tail.group(1) not in words or tail.group(1) == "h":
                break
            end = start + tail.start()
        head = byline_head_end(self.folded[start:end])
        text = self.raw[start + head : end]
        parts = read_byline_parts(text)
        if parts is None and not head:
            parts = read_parts(text)
        if not parts and self._credits(start, end):
            return True
        if not parts:
            return self._follows(text, start, end) or bool(self.dated and _SECTION.fullmatch(text))
        titled = not head and self.line[end : end + 1] == ":"  # "Some Event: January 6, 2026"
        if titled or (head and not _enough(parts, text)):
            return False
        self.headed = self.headed or bool(head)
        self.parts += parts
        self.spans.append((start, end))
        return True

    def _credits(self, start: int, end: int) -> bool:
        """The photographer beside the author: "Texte: Jean Dupont / Photos: Anne Martin"."""
        head, sure = credit_head_end(self.folded[start:end])
        return sure and read_holders(self.line[start + head : end], sure=True) is not None

    def _follows(self, text: str, start: int, end: int) -> bool:
        """Single initials after others: "srf/hosb;kesm"."""
        if not self.parts or self.parts[-1].kind != "initials" or not _SMALL.fullmatch(text):
            return False
        self.parts.append(BylinePart("initials", text))
        self.spans.append((start, end))
        return True


def _counter(word: str) -> bool:
    """The number of comments or of the page?"""
    return word.isdigit() and len(word) < 4


def _enough(parts: list[BylinePart], text: str) -> bool:
    """May these parts stand after "Par"? One bare word may not, unless it is written as papers and authors sign."""
    if text.split(" ", 1)[0] in ("der", "den", "dem", "die", "das", "Der", "Den", "Dem", "Die", "Das"):
        return False
    first = parts[0]
    return first.kind in ("name", "agency", "outlet", "desk", "initials") or (
        first.kind == "place" and first.text.isupper() and len(first.text) > 3
    )
