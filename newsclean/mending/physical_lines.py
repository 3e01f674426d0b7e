"""Physical lines: where the text of a line stands between its margins, without the marks of a quoted mail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsclean.bullets import bullet_end
from newsclean.mending.line_ends import BREAKS, STOPS
from newsclean.patterns import lazy_regex

HYPHENS = "-\u2010\u00ad"  # the last is the soft hyphen
_QUOTE = lazy_regex(r"(?:> ?){1,20}+\s*+")  # how mail programs mark each line of what they quote
_FIRST_WORD = lazy_regex(r"\S*")
_COLUMNS = lazy_regex(r"\S\s{3,}\S|\t|\|")
_LOWER = lazy_regex(r"\p{Ll}[\p{Ll}\p{M}'’-]{0,40}+(?:['’]\p{L}|\.?[\s,;:!?)»”\"…\]]|\.?$)")
_CLOSERS = "»”\"'’)] "
_ENDS = STOPS | {":", ";"}
_TAB = 8  # columns
_LONGEST_BULLET = 8  # characters, more than any bullet has
_MIN_SPACES = 4  # in a line of prose; table rows, menus and addresses have fewer
_FEED = "\f"  # between two pages of a PDF
_MAX_FEED_BREAKS = 3  # line breaks beside a form feed


class PhysicalLine(NamedTuple):
    """One line as it stood in the source.

    Attributes:
        column: Column in which the text begins, after indentation and quotation marks of a mail.
        end: Column after its last character.
        depth: How many times a mail program quoted it.
        text: The text, without those marks.
        follows: Whether one line break stands before it, and no blank line.
    """

    column: int
    end: int
    depth: int
    text: str
    follows: bool

    @property
    def is_prose(self) -> bool:
        """Whether it has the spaces of a sentence."""
        return self.text.count(" ") >= _MIN_SPACES

    @property
    def has_columns(self) -> bool:
        """Whether it is a row of a table."""
        return _COLUMNS.search(self.text) is not None

    @property
    def first_word(self) -> int:
        """The length of its first word."""
        return len(_FIRST_WORD.match(self.text)[0])  # type: ignore[index]  # always matches

    @property
    def last_word(self) -> str:
        """Its last word."""
        return self.text[self.text.rfind(" ") + 1 :]

    @property
    def breaks_word(self) -> bool:
        """Whether it ends with a hyphen behind a letter."""
        return self.text[-1] in HYPHENS and self.text[-2:-1].isalpha()

    @property
    def bullet(self) -> int:
        """The width of its bullet or number; 0 if it has none."""
        return bullet_end(f"{self.text[:_LONGEST_BULLET]} ")

    @property
    def in_lower_case(self) -> bool:
        """Whether it begins with a lower-case word, and not with an address or a name such as iPhone."""
        return self.text[:1].islower() and _LOWER.match(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence, the announcement of something or an item of a list ends with it."""
        return self.text.rstrip(_CLOSERS)[-1:] in _ENDS


def quote_end(line: str) -> int:
    """Return where the text of a line begins that a mail program quoted; 0 for other lines.

    >>> quote_end("> > Bonjour"), quote_end("Bonjour")
    (4, 0)
    """
    found = _QUOTE.match(line) if line[:1] == ">" else None
    return found.end() if found else 0


def physical_line(line: str, gap: str) -> PhysicalLine:
    r"""Return a line with its place between the margins.

    Args:
        line: The line.
        gap: What stands in the source before it.

    >>> physical_line("> Bonjour", "\n  ")
    PhysicalLine(column=4, end=11, depth=1, text='Bonjour', follows=True)
    """
    indent = _indentation(gap)
    start = quote_end(line)
    return PhysicalLine(indent + start, indent + len(line), line[:start].count(">"), line[start:], _is_line_break(gap))


def physical_lines(lines: Sequence[str], gap: Callable[[int], str]) -> list[PhysicalLine]:
    """Return all lines with their places."""
    return [physical_line(line, gap(n)) for n, line in enumerate(lines)]


def _indentation(gap: str) -> int:
    if not gap or gap[-1] in "\n\r":
        return 0
    tail = gap[max(gap.rfind("\n"), gap.rfind("\r"), gap.rfind(_FEED)) + 1 :]
    return len(tail.expandtabs(_TAB))


def _is_line_break(gap: str) -> bool:
    """Return True for one line break; a page break may have more around it."""
    if gap in BREAKS:
        return True
    if _FEED in gap:
        return gap.count("\n") <= _MAX_FEED_BREAKS
    return gap.strip(" \t\u00a0\u202f") in BREAKS
