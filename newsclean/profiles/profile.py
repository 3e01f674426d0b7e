"""The profile of one site: the lines that it repeats, with their counts, as rules."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsclean.article import Article, Label
from newsclean.edits import apply
from newsclean.encoding import repair
from newsclean.normal_forms import line_key
from newsclean.profiles.article_lines import EXAMPLE
from newsclean.profiles.choice import chosen_label
from newsclean.profiles.counts import Counts, Tally
from newsclean.profiles.keys import anchors_of, is_masked, pattern_of
from newsclean.profiles.names import site_named
from newsclean.reading import Source
from newsclean.rules.pack import Pack
from newsclean.rules.rule import DEFAULT_LENGTH, LEARNED_PREFIX, MAX_LENGTH, Rule

SHOWN = 60  # characters of a line in the name of its rule


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A line that a site repeats.

    Attributes: `line`, lower case and without marks at its ends, {n} where any number may stand; `articles`, in how many different
    articles it stands; `head` and `tail`, in how many of them at their beginning and end; `label`; `example`, as it was written.
    """

    line: str
    articles: int
    head: int
    tail: int
    label: Label
    example: str

    def rule(self, site: str, total: int) -> Rule:
        """The rule that removes the line, named after it and its counts.

        >>> line = ProfileLine("votre publicité ici", 41, 0, 39, Label.AD, "Votre publicité ici")
        >>> line.rule("example.ch", 50).id
        'profile.example.ch/41-of-50: votre publicité ici'
        """
        longest = min(MAX_LENGTH, max(DEFAULT_LENGTH, 2 * len(self.line)))
        shown = self.line if len(self.line) <= SHOWN else f"{self.line[: SHOWN - 1]}…"
        name = f"{LEARNED_PREFIX}{site or 'corpus'}/{self.articles}-of-{total}: {shown}"
        if is_masked(self.line):
            pattern, anchors = pattern_of(self.line), anchors_of(self.line)
            return Rule(name, self.label, pattern=pattern, anchors=anchors, longest=longest)
        return Rule(name, self.label, lines=self._readings(), longest=longest)

    def _readings(self) -> tuple[str, ...]:
        """The line as it was counted, and as it reads after the repair of its encoding, which is what rules get to see."""
        if self.line.isascii() or len(self.example) >= EXAMPLE:
            return (self.line,)
        return tuple(dict.fromkeys((self.line, line_key(apply(self.example, repair([self.example])[0])))))


@dataclass(frozen=True)
class Profile:
    """What one site repeats on its pages.

    `a | b` is the profile of the articles of both. For profiles that were learned it is exact, whatever the order and the number of
    parts; of a profile that was read from a file only the counts of its lines are known, and they are added up.

    >>> texts = [f"Le conseil a voté {a} de la ville {b}.\\nVotre espace lecteurs"
    ...          for a in ("le budget", "la taxe", "le plan") for b in ("lundi soir", "mardi matin", "en juin")]
    >>> profile = Profile.learn(texts, site="example.ch")
    >>> [(line.line, line.articles, str(line.label)) for line in profile.lines]
    [('votre espace lecteurs', 9, 'other')]
    >>> Profile.learn(texts[:4], site="example.ch") | Profile.learn(texts[4:], site="example.ch") == profile
    True
    """

    site: str
    articles: int
    lines: tuple[ProfileLine, ...]
    counts: Counts | None = field(default=None, compare=False, repr=False)

    def __hash__(self) -> int:  # of what tells profiles apart, so that a long one is a cheap key
        return hash((self.site, self.articles, len(self.lines)))

    @classmethod
    def learn(cls, sources: Iterable[Source | Article], site: str = "") -> Profile:
        """The profile of a site, from its articles: texts, pages or what `analyze` made of them; `site` may be an address of it.

        Raises `TypeError` when one of them is something else, or all of them one text.
        """
        return cls.of(Counts.of(sources), site_named(site))

    @classmethod
    def of(cls, counts: Counts, site: str = "") -> Profile:
        """The profile that these counts make, which are kept for merging."""
        total = counts.total()
        return cls(site, total, chosen(counts.tallies(), total), counts)

    @classmethod
    def parse(cls, text: str, name: str = "profile") -> Profile:
        """The one profile in a TOML text; `name` is what errors call it.

        Raises `NewscleanError` when it is not well formed, or holds none or several.
        """
        from newsclean.profiles.notation import parse_one

        return parse_one(text, name)

    def dumps(self) -> str:
        """The profile as TOML."""
        from newsclean.profiles.notation import dumps

        return dumps([self])

    def pack(self, url: str | None = None) -> Pack:  # noqa: ARG002 - a profile that is given alone is meant
        """The rules of the profile, whatever the address: it was chosen by who gave it."""
        return self._pack

    @functools.cached_property
    def _pack(self) -> Pack:
        rules = (line.rule(self.site, self.articles) for line in self.lines)
        return Pack(f"{LEARNED_PREFIX}{self.site or 'corpus'}", tuple(rules))

    @property
    def bare(self) -> Profile:
        """The profile without what merging it needs: small, for sending it to workers."""
        return Profile(self.site, self.articles, self.lines)

    def __or__(self, other: Profile) -> Profile:
        site = self.site if self.site == other.site else ""
        if self.counts is not None and other.counts is not None:
            return Profile.of(self.counts | other.counts, site)
        return _added(self, other, site)


def chosen(tallies: Iterable[Tally], total: int) -> tuple[ProfileLine, ...]:
    """The lines that are to be kept."""
    lines = []
    for tally in tallies:
        label = chosen_label(tally, total)
        if label is not None:
            lines.append(ProfileLine(*tally[:4], label, tally.example))
    return ordered(lines)


def ordered(lines: Iterable[ProfileLine]) -> tuple[ProfileLine, ...]:
    """The lines as profiles hold them: the most frequent first."""
    return tuple(sorted(lines, key=lambda line: (-line.articles, line.line)))


def _added(a: Profile, b: Profile, site: str) -> Profile:
    """The profile of two of which at least one has no counts but those of its lines."""
    total = a.articles + b.articles
    tallies: dict[str, Tally] = {}
    for line in (*a.lines, *b.lines):
        known = tallies.get(line.line, Tally(line.line, 0, 0, 0, line.example))
        sums = (known.articles + line.articles, known.head + line.head, known.tail + line.tail)
        tallies[line.line] = Tally(line.line, *sums, min(known.example, line.example))
    return Profile(site, total, chosen(tallies.values(), total))
