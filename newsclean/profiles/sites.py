"""The profiles of many sites: the one that applies to an article is found by its address."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsclean.article import Article
from newsclean.errors import NewscleanError
from newsclean.profiles import notation
from newsclean.profiles.article_lines import scan
from newsclean.profiles.counts import SiteCounts
from newsclean.profiles.profile import Profile
from newsclean.profiles.site_names import site_named, site_of
from newsclean.reading import Source
from newsclean.rules.pack import Pack


@dataclass(frozen=True)
class Profiles:
    """What several sites repeat, each on its own pages.

    `a | b` merges site by site.

    Attributes:
        profiles: The profiles, sorted by site. One without a site applies to all articles to which no other does.

    >>> texts = [f"Le conseil a voté {a} de la ville.\\nVotre espace lecteurs" for a in ("le budget", "la taxe", "le plan", "le prix", "l'impôt")]
    >>> profiles = Profiles.learn(("example.ch", text) for text in texts)
    >>> profiles.pack("https://www.example.ch/a").rules[0].id, profiles.pack("https://example.org/")
    ('profile.example.ch/5-of-5: votre espace lecteurs', None)
    """

    profiles: tuple[Profile, ...] = ()

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.profiles, key=lambda profile: profile.site))
        for before, after in pairwise(ordered):
            if before.site == after.site:
                raise NewscleanError(f"two profiles are of the site {after.site!r}; merge them with |")
        object.__setattr__(self, "profiles", ordered)

    @classmethod
    def learn(cls, pairs: Iterable[tuple[str, Source | Article]]) -> Profiles:
        """Learn the profiles of all sites.

        Args:
            pairs: Pairs of a site, or an address of it, and an article.

        Raises:
            TypeError: An article is neither a text, a page, bytes nor an `Article`.
        """
        counts: dict[str, SiteCounts] = {}
        for site, source in pairs:
            counts.setdefault(site_named(site), SiteCounts()).add(scan(source))
        return cls(tuple(Profile.of(counted, site) for site, counted in counts.items()))

    @classmethod
    def parse(cls, text: str, name: str = "profiles") -> Profiles:
        """Read the profiles in a TOML text.

        Args:
            text: The text.
            name: What errors call it.

        Raises:
            NewscleanError: The text is not well formed; the message says where and what to do.
        """
        return cls(tuple(Profile(*parsed) for parsed in notation.parse(text, name)))

    def dumps(self) -> str:
        """Return the profiles as TOML."""
        return notation.dumps((profile.site, profile.articles, profile.lines) for profile in self.profiles)

    def pack(self, url: str | None = None) -> Pack | None:
        """Return the rules of the profile that applies at an address, None if none does.

        The profile of a domain applies to the hosts below it, unless one of these has its own.
        """
        profile = self.get(site_of(url))
        return profile.pack(url) if profile else None

    def get(self, site: str) -> Profile | None:
        """Return the profile of a site, or of the nearest domain above it."""
        while site:
            if site in self._by_site:
                return self._by_site[site]
            site = site.partition(".")[2]
        return self._by_site.get("")

    @functools.cached_property
    def _by_site(self) -> dict[str, Profile]:
        return {profile.site: profile for profile in self.profiles}

    @property
    def bare(self) -> Profiles:
        """The profiles without what merging them needs: small, for sending them to workers."""
        return Profiles(tuple(profile.bare for profile in self.profiles))

    def __or__(self, other: Profiles) -> Profiles:
        merged = dict(self._by_site)
        for profile in other:
            known = merged.get(profile.site)
            merged[profile.site] = known | profile if known else profile
        return Profiles(tuple(merged.values()))

    def __iter__(self) -> Iterator[Profile]:
        return iter(self.profiles)

    def __len__(self) -> int:
        return len(self.profiles)
