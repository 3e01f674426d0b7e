"""The segments between the dates of a header line: words of date lines such as "publié le", or the parts of a byline."""

from __future__ import annotations

from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.bylines import byline_head_end, read_byline_parts
from newsclean.metadata.line.credit_holders import read_holders
from newsclean.metadata.line.credits import credit_head_end
from newsclean.metadata.line.date_patterns import date_line_clock
from newsclean.metadata.line.names import SMALL_INITIALS, BylinePart, PartKind, read_parts
from newsclean.metadata.words import alternatives, minutes_by_zone, word_lists
from newsclean.normal_forms import plain_punctuation
from newsclean.patterns import lazy_regex

SEGMENT_EDGES = " ,.:;|•·●▪■–—-/*()[]+\t\u00a0\u202f"
_MIN_WEEKDAY = 6  # letters of a weekday that is not also another word
_HOUR = "h"  # the sign of the hour, the same in all languages
_SEPARATOR = lazy_regex(r"\s?[|•·●▪;]\s?|\s[–—-]{1,2}\s|—|\s/\s")
_LAST_WORD = lazy_regex(r"[\s,.]{1,6}([\p{L}']{1,20})$")
_WORDS = lazy_regex(r"[\p{L}\d']+")


class DateLineWords(NamedTuple):
    """The words of date lines.

    Attributes:
        words: Single words that may stand round a date.
        role: The pattern of words that say what a date is: "publié", "updated".
        reading_time: The pattern of the time that reading takes.
        reading_time_cues: What a line with it holds.
        counted: What is counted beside a date: "comments".
        section: The pattern of a section of the paper: "in Science".
        replies: Words of the line over a reader's comment: "Reply". A line with one of them is no header of the article.
        phrase_openers: What opens a phrase and no name behind the head of a byline.
    """

    words: frozenset[str]
    role: regex.Pattern[str]
    reading_time: regex.Pattern[str]
    reading_time_cues: tuple[str, ...]
    counted: frozenset[str]
    section: regex.Pattern[str]
    replies: frozenset[str]
    phrase_openers: frozenset[str]


@language_cache()
def date_line_words() -> DateLineWords:
    """Return the words that may stand round a date."""
    words, reading_time = word_lists("dates"), word_lists("reading_time")
    roles = (*words["published"], *words["updated"])
    single = {word for phrase in roles for word in _WORDS.findall(phrase)}
    weekdays = {word for word in words["weekdays"] if len(word) >= _MIN_WEEKDAY}
    zones = {*minutes_by_zone("zones"), *minutes_by_zone("zones_us")}
    openers = word_lists("bylines")["phrase_openers"]
    patterns = "|".join(pattern.replace("{n}", r"\d{1,3}") for pattern in reading_time["patterns"])
    return DateLineWords(
        words=frozenset(single | weekdays | zones | set(words["around"])),
        role=lazy_regex(rf"(?<!\w)(?:{alternatives(roles)})(?:{alternatives(words['endings'])})?(?!\w)"),
        reading_time=lazy_regex(rf"(?<!\w)(?:{patterns})\b\.?"),
        reading_time_cues=reading_time["cues"],
        counted=frozenset(words["counted"]),
        section=lazy_regex(rf"(?:{alternatives(words['section_words'])})\s\p{{Lu}}\p{{L}}{{2,20}}"),
        replies=frozenset(words["replies"]),
        phrase_openers=frozenset([*openers, *map(str.capitalize, openers)]),
    )


class HeaderSegments:
    """What stands between the dates of a line, as far as it was read.

    Args:
        line: The line.
        folded: The same line, folded.
        dated: Whether it has a date.

    Attributes:
        parts: The parts of the byline.
        spans: Where they stand.
        headed: Whether a byline has its head: "Par".
        published: Whether words such as "publié le" were read.
        clock: Whether a time of day stood with them.
    """

    def __init__(self, line: str, folded: str, *, dated: bool) -> None:
        self._plain = plain_punctuation(line)
        self._line = line
        self._folded = folded
        self._dated = dated
        self.parts: list[BylinePart] = []
        self.spans: list[tuple[int, int]] = []
        self.headed = self.published = self.clock = False

    def read(self, start: int, end: int) -> bool:
        """Read what stands between two dates.

        Args:
            start: Where it begins in the line.
            end: Where it ends.

        Returns:
            False if it holds anything but words of date lines and parts of a byline.
        """
        at = start
        for match in [*_SEPARATOR.finditer(self._plain, start, end), None]:
            stop = match.start() if match else end
            if not self._read_segment(at, stop):
                return False
            at = match.end() if match else end
        return True

    def _read_segment(self, start: int, end: int) -> bool:
        line = self._plain
        while start < end and line[start] in SEGMENT_EDGES:
            start += 1
        while end > start and line[end - 1] in SEGMENT_EDGES and not (line[end - 1] == ")" and "(" in line[start:end]):
            end -= 1
        if line[end : end + 1] == "." and line[end - 1].isupper() and line[end - 2 : end - 1] in " .":
            end += 1  # the full stop of initials
        if self._folded[start:end] in date_line_words().replies:
            return False
        return start >= end or self._read_date_words(self._folded[start:end]) or self._read_names(start, end)

    def _read_date_words(self, folded: str) -> bool:
        """Return True for words such as "publié le" with times of day behind them, and nothing else."""
        words, clock = date_line_words(), date_line_clock()
        if words.role.search(folded):
            self.published = True
            self.clock = self.clock or bool(clock.search(folded))
        if self.published or self._dated:
            folded = clock.sub(" ", folded)
        rest = [w for w in _WORDS.findall(folded) if w not in words.words]
        if not rest or not self._dated or not all(_is_count(w) or w in words.counted for w in rest):
            return not rest
        return rest[0] == folded.strip() or any(w in words.counted for w in rest)

    def _read_names(self, start: int, end: int) -> bool:
        """Return True for a byline with its head, or names, papers and agencies without."""
        end = self._without_date_words(start, end)
        head = byline_head_end(self._folded[start:end])
        text = self._line[start + head : end]
        parts = read_byline_parts(text)
        if parts is None and not head:
            parts = read_parts(text)
        if not parts and self._reads_as_credit(start, end):
            return True
        if not parts:
            return self._read_more_initials(text, start, end) or self._is_section(text)
        titled = not head and self._plain[end : end + 1] == ":"  # "Some Event: January 6, 2026"
        if titled or (head and not _may_follow_head(parts, text)):
            return False
        self.headed = self.headed or bool(head)
        self.parts += parts
        self.spans.append((start, end))
        return True

    def _without_date_words(self, start: int, end: int) -> int:
        """Return the end of a segment without the words of date lines that it ends with."""
        words = date_line_words().words
        while True:
            last = _LAST_WORD.search(self._folded[start:end])
            if not last or last.group(1) not in words or last.group(1) == _HOUR:
                return end
            end = start + last.start()

    def _reads_as_credit(self, start: int, end: int) -> bool:
        """Return True for the photographer beside the author: "Texte: Jean Dupont / Photos: Anne Martin"."""
        head, sure = credit_head_end(self._folded[start:end])
        return sure and read_holders(self._plain[start + head : end], sure=True) is not None

    def _read_more_initials(self, text: str, start: int, end: int) -> bool:
        """Return True for single initials behind others: "srf/hosb;kesm"."""
        if not self.parts or self.parts[-1].kind is not PartKind.INITIALS or not SMALL_INITIALS.fullmatch(text):
            return False
        self.parts.append(BylinePart(PartKind.INITIALS, text))
        self.spans.append((start, end))
        return True

    def _is_section(self, text: str) -> bool:
        return self._dated and date_line_words().section.fullmatch(text) is not None


def _is_count(word: str) -> bool:
    """Return True for the number of comments or of the page."""
    return word.isdigit() and len(word) < 4


def _may_follow_head(parts: list[BylinePart], text: str) -> bool:
    """Return True if these parts may stand behind "Par": one bare word may not, unless written as papers and authors sign."""
    if text.split(" ", 1)[0] in date_line_words().phrase_openers:
        return False
    first = parts[0]
    if first.kind is PartKind.PLACE:
        return first.text.isupper() and len(first.text) > 3
    return first.kind is not PartKind.ROLE
