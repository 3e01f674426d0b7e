"""A rule: evidence for one label, as data, with the examples that prove it.

Furniture repeats. "Read also", "Subscribe to our newsletter" and "Photo: Keystone" stand on thousands of pages of a language, in few
wordings. A rule names the wordings that speak for one label, in one of five ways:

    lines      the whole line is one of these, whatever its case, bullet and marks
    starts     the line begins with one of these phrases
    ends       the line ends with one of these phrases
    pattern    a regular expression finds something in the line
    cut        a regular expression finds a piece to take out of a paragraph, which itself stays

A strong rule decides the label of a line wherever it stands; a weak one is evidence that the model weighs with the neighbours of the line.
A pattern has anchors: words one of which stands in every line that it matches. A line without an anchor is never searched, so that
thousands of patterns cost little (`matcher.py`), and each pattern is proven to end quickly on any line (`redos.py`).

Rules never look at lines of more than `MAX_LENGTH` characters: such a line is prose or junk.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex

from newsclean.article import Label
from newsclean.errors import NewscleanError, unknown
from newsclean.normal_forms import line_key, phrase_of, straighten, words

LEARNED_PREFIX = "profile."  # the ids of rules learned from a site begin with it
DEFAULT_LENGTH = (
    200  # characters of the longest line that a rule looks at unless it says otherwise: few footers are longer
)
MAX_LENGTH = 1_000  # characters of the longest line that any rule may look at
CUT_REACH = 240  # characters at the head or tail of a paragraph in which a cut looks: a credit or a dateline is shorter


class Strength(StrEnum):
    """How much a rule says of a line that it matches."""

    STRONG = "strong"  # the line has the label, wherever it stands
    WEAK = "weak"  # the line may have the label; its neighbours decide


class Cut(StrEnum):
    """Where in a paragraph a rule takes a piece out."""

    NONE = ""  # the rule is about whole lines
    HEAD = "head"
    TAIL = "tail"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One piece of evidence: what it looks for, the label it speaks for, and its examples.

    Attributes:
        id: The id of the pack, the label and a name, such as "fr.related.also".
        label: The label of the lines that it matches.
        strength: How much it says of them; strings such as "weak" are accepted too.
        lines: Whole lines, lower case.
        starts: Phrases that lines begin with, lower case.
        ends: Phrases that lines end with, lower case.
        pattern: A regular expression, searched in the line with straight apostrophes and plain spaces; its case does not matter.
        anchors: Words, lower case, one of which stands in every line that the pattern matches.
        cut: Where in a paragraph the piece stands that the pattern finds; `Cut.NONE` for a rule about whole lines.
        section: Whether the short lines below the line belong to it.
        longest: The length of the longest line that it looks at, in characters.
        matches: Examples that it matches.
        keeps: Counter-examples that it does not match.
        timeout: Seconds that the pattern may search one line; None for no limit.

    >>> rule = Rule("fr.related.also", Label.RELATED, lines=("lire aussi",), starts=("lire aussi :",))
    >>> rule.matches_line("Lire aussi : Cinq clubs de lecture"), rule.matches_line("Lire aussi bien Proust")
    (True, False)
    """

    id: str
    label: Label
    strength: Strength = Strength.STRONG
    lines: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    pattern: str = ""
    anchors: tuple[str, ...] = ()
    cut: Cut = Cut.NONE
    section: bool = False
    longest: int = DEFAULT_LENGTH
    matches: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    timeout: float | None = None

    def __post_init__(self) -> None:
        for name, kind in (("strength", Strength), ("cut", Cut)):
            value = getattr(self, name)
            if type(value) is not kind:
                if value not in kind._value2member_map_:
                    raise unknown(f"{name} of rule {self.id}", value, [known.value for known in kind if known])
                object.__setattr__(self, name, kind(value))

    def matches_line(self, line: str) -> bool:
        """Return True if the rule matches a line or, for a cut, finds a piece to take out of it."""
        if self.cut:
            return self.find(line) is not None
        if len(line) > self.longest:
            return False
        key = line_key(line)
        if key in map(line_key, self.lines):
            return True
        straight = straighten(line)
        phrase = phrase_of(straight.lower())
        if any(starts_with(phrase, start) for start in self.starts) or any(ends_with(phrase, end) for end in self.ends):
            return True
        if not self.pattern or (self.anchors and not set(self.anchors).intersection(words(line))):
            return False
        return self.search(straight) is not None

    def search(self, straight: str, start: int = 0) -> regex.Match[str] | None:
        """Search the pattern in a line.

        Args:
            straight: The line with straight apostrophes and plain spaces (`normal_forms.straighten`).
            start: Where the search begins; what stands before it is seen by lookbehinds.

        Raises:
            NewscleanError: The search took longer than `timeout` seconds.
        """
        try:
            return compiled(self.pattern).search(straight, start, timeout=self.timeout)
        except TimeoutError as error:
            raise NewscleanError(
                f"rule {self.id}: its pattern took more than {self.timeout} s on one line; "
                "run newsclean check-rules to see why, or leave the rule out"
            ) from error

    def find(self, text: str) -> tuple[int, int] | None:
        """Return the first span in a paragraph that a cut takes out, or None."""
        return next(iter(self.find_all(text)), None)

    def find_all(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans in a paragraph that a cut takes out: one at its head or tail, any number inside it.

        Args:
            text: The paragraph.
        """
        low = max(0, len(text) - CUT_REACH) if self.cut is Cut.TAIL else 0
        high = CUT_REACH if self.cut is Cut.HEAD else len(text)
        piece = straighten(text[low:high])
        lower = piece.lower()
        if self.anchors and not any(anchor in lower for anchor in self.anchors):
            return
        found = self.search(piece)
        while found is not None and found.start() < found.end():
            yield found.start() + low, found.end() + low
            found = self.search(piece, found.end()) if self.cut is Cut.INSIDE else None


@functools.lru_cache(maxsize=4096)
def compiled(pattern: str) -> regex.Pattern[str]:
    """Return the compiled pattern of a rule, made on first use: a text needs few of them.

    >>> compiled("^lire").search("Lire aussi") is not None
    True
    """
    # not V1: its full case folding, under which "ß" is "ss", makes sets such as [\w '] backtrack without end
    return regex.compile(pattern, regex.IGNORECASE | regex.V0)


def starts_with(phrase: str, start: str) -> bool:
    """Return True if a line begins with these words.

    Args:
        phrase: The line as `normal_forms.phrase_of` gives it.
        start: The words, lower case.

    >>> starts_with("photo paul amiel", "photo"), starts_with("photographies interdites", "photo")
    (True, False)
    """
    if not phrase.startswith(start):
        return False
    return len(phrase) == len(start) or not (start[-1].isalnum() and phrase[len(start)].isalnum())


def ends_with(phrase: str, end: str) -> bool:
    """Return True if a line ends with these words.

    Args:
        phrase: The line as `normal_forms.phrase_of` gives it.
        end: The words, lower case.

    >>> ends_with("le port en savoir plus", "plus"), ends_with("le port vend son surplus", "plus")
    (True, False)
    """
    if not phrase.endswith(end):
        return False
    return len(phrase) == len(end) or not (end[0].isalnum() and phrase[-len(end) - 1].isalnum())
