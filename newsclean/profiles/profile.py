"""The profile of one site: the lines that it repeats, with their counts, as rules.

A site repeats its furniture on every page, in wordings that no list of rules has. With many of its articles at hand they can be learned:

1. `scan` reads one article: the key of each line (`keys.py`), its place, and a sketch of the text (`sketch.py`, MinHash).
2. `SiteCounts` adds up, for each line, the articles in which it stands. Articles whose sketches touch are copies and count once, so that
   an agency report printed twenty times makes no furniture of its sentences.
3. `select_label` keeps a line if the lower bound of its share of the articles (Wilson's interval) reaches a floor. The floor is low for
   what the built-in rules or the readers of metadata know, and high for what an article of its own could repeat: a heading, a kicker, a
   sentence of background.
4. Each line kept becomes a rule (`ProfileLine.rule`), which strips the line from the articles of the site.

Counts merge without loss in any order: a profile is the same from one machine as from a thousand (`sorted_counts.py` merges them from
files larger than memory, `newsclean.integrations.spark` on a cluster).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsclean.article import Article
from newsclean.profiles import notation
from newsclean.profiles.counts import LineCounts, SiteCounts
from newsclean.profiles.profile_line import ProfileLine
from newsclean.profiles.selection import select_label
from newsclean.profiles.site_names import site_named
from newsclean.reading import Source
from newsclean.rules.pack import Pack
from newsclean.rules.rule import LEARNED_PREFIX


@dataclass(frozen=True)
class Profile:
    """What one site repeats on its pages.

    `a | b` is the profile of the articles of both. For profiles that were learned it is exact, whatever the order and the number of
    parts; of a profile that was read from a file only the counts of its lines are known, and they are added up.

    Attributes:
        site: The name of the site, "" if it is unknown.
        articles: How many different articles were counted.
        lines: The lines that it repeats, the most frequent first.
        counts: What merging needs; None for a profile that was read from a file.

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
    counts: SiteCounts | None = field(default=None, compare=False, repr=False)

    def __hash__(self) -> int:  # of what tells profiles apart, so that a long one is a cheap key
        return hash((self.site, self.articles, len(self.lines)))

    @classmethod
    def learn(cls, sources: Iterable[Source | Article], site: str = "") -> Profile:
        """Learn the profile of a site from its articles.

        Args:
            sources: Texts, pages or what `analyze` made of them.
            site: The name of the site, or an address of it.

        Raises:
            TypeError: One of the sources is something else, or all of them are one text.
        """
        return cls.of(SiteCounts.of(sources), site_named(site))

    @classmethod
    def of(cls, counts: SiteCounts, site: str = "") -> Profile:
        """Return the profile that these counts make; it keeps them for merging."""
        total = counts.total()
        return cls(site, total, select_lines(counts.line_counts(), total), counts)

    @classmethod
    def parse(cls, text: str, name: str = "profile") -> Profile:
        """Read the one profile in a TOML text.

        Args:
            text: The text.
            name: What errors call it.

        Raises:
            NewscleanError: The text is not well formed, or holds no profile or several.
        """
        return cls(*notation.parse_one(text, name))

    def dumps(self) -> str:
        """Return the profile as TOML."""
        return notation.dumps([(self.site, self.articles, self.lines)])

    def pack(self, url: str | None = None) -> Pack:  # noqa: ARG002 - a profile that is given alone applies to every address
        """Return the rules of the profile, whatever the address: the caller chose it."""
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
        return _summed(self, other, site)


def select_lines(counted: Iterable[LineCounts], total: int) -> tuple[ProfileLine, ...]:
    """Return the lines that a profile keeps, the most frequent first.

    Args:
        counted: All lines of a site with their counts.
        total: How many different articles were counted.
    """
    return order_lines(filter(None, (select_line(counts, total) for counts in counted)))


def select_line(counts: LineCounts, total: int) -> ProfileLine | None:
    """Return the line as a profile keeps it, None if it does not."""
    label = select_label(counts, total)
    return ProfileLine(*counts[:4], label, counts.example) if label is not None else None


def order_lines(lines: Iterable[ProfileLine]) -> tuple[ProfileLine, ...]:
    """Return lines in the order of a profile: the most frequent first."""
    return tuple(sorted(lines, key=lambda line: (-line.articles, line.line)))


def _summed(a: Profile, b: Profile, site: str) -> Profile:
    """Return the profile of two, of which at least one has no counts but those of its lines."""
    total = a.articles + b.articles
    counts: dict[str, LineCounts] = {}
    for line in (*a.lines, *b.lines):
        known = counts.get(line.line, LineCounts(line.line, 0, 0, 0, line.example))
        sums = (known.articles + line.articles, known.head + line.head, known.tail + line.tail)
        counts[line.line] = LineCounts(line.line, *sums, min(known.example, line.example))
    return Profile(site, total, select_lines(counts.values(), total))
