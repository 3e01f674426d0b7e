"""What was seen, as rows of text that are sorted, merged and counted without holding them all: for corpora larger than memory.

Rows of lines are "site, key, article, place, example", rows of articles "site, band, article", parted by tabs, which no key can hold. Sorted rows of
any number of shards, merged, are the rows of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from newsclean.profiles.article_lines import Seen
from newsclean.profiles.choice import chosen_label, least_count
from newsclean.profiles.counts import different, tally
from newsclean.profiles.profile import Profile, ProfileLine, ordered
from newsclean.profiles.sites import Profiles
from newsclean.profiles.sketch import joined

ALL = "="  # in the place of a band: the row that counts the article itself


def line_rows(site: str, seen: Seen) -> Iterator[str]:
    """The rows of the lines of an article.

    >>> from newsclean.profiles.article_lines import look
    >>> next(line_rows("a.ch", look("Partager"))).split("\\t")[:2]
    ['a.ch', 'partager']
    """
    for key, place, example in seen.lines:
        yield f"{_cell(site)}\t{key}\t{seen.id}\t{place}\t{example}\n"


def article_rows(site: str, seen: Seen) -> Iterator[str]:
    """The rows of the article itself: none for an empty one."""
    for band in (ALL, *seen.bands) if seen.bands else ():
        yield f"{_cell(site)}\t{band}\t{seen.id}\n"


def _cell(site: str) -> str:
    return " ".join(site.split())


def profiles_of(articles: Iterable[str], lines: Iterable[str]) -> Profiles:
    """The profiles that the sorted rows of articles and of lines make.

    >>> from newsclean.profiles.article_lines import look
    >>> seen = [look(f"Le conseil a voté {a} de la ville.\\nPartager") for a in ("le budget", "la taxe", "le plan")]
    >>> profiles = profiles_of(sorted(row for one in seen for row in article_rows("a.ch", one)),
    ...                        sorted(row for one in seen for row in line_rows("a.ch", one)))
    >>> [(profile.site, profile.articles, profile.lines[0].line) for profile in profiles]
    [('a.ch', 3, 'partager')]
    """
    sites = {site: _clusters(rows) for site, rows in groupby(map(_cells, articles), key=lambda row: row[0])}
    kept: dict[str, list[ProfileLine]] = {site: [] for site in sites}
    for (site, key), rows in groupby(map(_cells, lines), key=lambda row: (row[0], row[1])):
        if site not in sites:
            continue
        total, least, roots = sites[site]
        found = list(rows)
        if len(found) < least:
            continue
        where = [(int(article), int(place)) for _, _, article, place, _ in found]
        counted = tally(key, where, min(row[4] for row in found), roots)
        label = chosen_label(counted, total)
        if label is not None:
            kept[site].append(ProfileLine(*counted[:4], label, counted.example))
    return Profiles(tuple(Profile(site, sites[site][0], ordered(found)) for site, found in kept.items()))


def _cells(row: str) -> list[str]:
    return row.rstrip("\n").split("\t")


def _clusters(rows: Iterable[list[str]]) -> tuple[int, int, dict[int, int]]:
    """Of one site: how many different articles, the least count of a line that is kept, and which articles are nearly the same."""
    count = 0
    groups = []
    for band, found in groupby(rows, key=lambda row: row[1]):
        articles = {int(row[2]) for row in found} if band != ALL else ()
        if band == ALL:
            count = sum(1 for _ in groupby(row[2] for row in found))
        elif len(articles) > 1:
            groups.append(articles)
    roots = joined(groups)
    total = different(count, roots)
    return total, least_count(total), roots
