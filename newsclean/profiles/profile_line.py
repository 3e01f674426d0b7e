"""A line that a site repeats, and the rule that it makes."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Label
from newsclean.edits import apply
from newsclean.encoding import repair
from newsclean.normal_forms import line_key
from newsclean.profiles.article_lines import EXAMPLE_LENGTH
from newsclean.profiles.keys import is_masked, masked_anchors, masked_pattern
from newsclean.rules.rule import DEFAULT_LENGTH, LEARNED_PREFIX, MAX_LENGTH, Rule

_SHOWN = 60  # characters of a line in the id of its rule: enough to recognise it


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A line that a site repeats.

    Attributes:
        line: The line in lower case, without marks at its ends, {n} where any number may stand.
        articles: In how many different articles it stands.
        head: In how many of them it stands in the head.
        tail: In how many of them it stands in the tail.
        label: The label of the line.
        example: How it was written.
    """

    line: str
    articles: int
    head: int
    tail: int
    label: Label
    example: str

    def rule(self, site: str, total: int) -> Rule:
        """Return the rule that removes the line, named after it and its counts.

        Args:
            site: The site, "" if it is unknown.
            total: How many articles were counted.

        >>> line = ProfileLine("votre publicité ici", 41, 0, 39, Label.AD, "Votre publicité ici")
        >>> line.rule("example.ch", 50).id
        'profile.example.ch/41-of-50: votre publicité ici'
        """
        longest = min(MAX_LENGTH, max(DEFAULT_LENGTH, 2 * len(self.line)))
        shown = self.line if len(self.line) <= _SHOWN else f"{self.line[: _SHOWN - 1]}…"
        name = f"{LEARNED_PREFIX}{site or 'corpus'}/{self.articles}-of-{total}: {shown}"
        if is_masked(self.line):
            pattern, anchors = masked_pattern(self.line), masked_anchors(self.line)
            return Rule(name, self.label, pattern=pattern, anchors=anchors, longest=longest)
        return Rule(name, self.label, lines=self._spellings(), longest=longest)

    def _spellings(self) -> tuple[str, ...]:
        """Return the line as it was counted, and as it reads after the repair of its encoding, which is what rules get to see."""
        if self.line.isascii() or len(self.example) >= EXAMPLE_LENGTH:
            return (self.line,)
        return tuple(dict.fromkeys((self.line, line_key(apply(self.example, repair([self.example])[0])))))
