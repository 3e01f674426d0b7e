"""Counts as sorted rows of text, merged without holding them all: for corpora larger than memory.

Rows of lines are "site, key, article, place, example", rows of articles "site, band, article", separated by tabs, which no key can hold.
The sorted rows of any number of shards, merged, are the rows of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from newsclean.profiles.article_lines import ArticleLines
from newsclean.profiles.counts import count_distinct, count_line
from newsclean.profiles.profile import Profile, order_lines, select_line
from newsclean.profiles.profile_line import ProfileLine
from newsclean.profiles.selection import min_articles
from newsclean.profiles.sites import Profiles
from newsclean.profiles.sketch import merge_groups

_ARTICLE = "="  # in the place of a band: the row that counts the article itself


def line_rows(site: str, article: ArticleLines) -> Iterator[str]:
    """Yield the rows of the lines of an article.

    >>> from newsclean.profiles.article_lines import scan
    >>> next(line_rows("a.ch", scan("Partager"))).split("\\t")[:2]
    ['a.ch', 'partager']
    """
    for key, place, example in article.lines:
        yield f"{_cell(site)}\t{key}\t{article.id}\t{place}\t{example}\n"


def article_rows(site: str, article: ArticleLines) -> Iterator[str]:
    """Yield the rows of the article itself: none for an empty one."""
    for band in (_ARTICLE, *article.bands) if article.bands else ():
        yield f"{_cell(site)}\t{band}\t{article.id}\n"


def _cell(site: str) -> str:
    return " ".join(site.split())


def profiles_from_rows(articles: Iterable[str], lines: Iterable[str]) -> Profiles:
    """Return the profiles that the counts in rows make.

    Args:
        articles: The sorted rows of articles.
        lines: The sorted rows of lines.

    >>> from newsclean.profiles.article_lines import scan
    >>> scanned = [scan(f"Le conseil a voté {a} de la ville.\\nPartager") for a in ("le budget", "la taxe", "le plan")]
    >>> profiles = profiles_from_rows(sorted(row for article in scanned for row in article_rows("a.ch", article)),
    ...                               sorted(row for article in scanned for row in line_rows("a.ch", article)))
    >>> [(profile.site, profile.articles, profile.lines[0].line) for profile in profiles]
    [('a.ch', 3, 'partager')]
    """
    sites = {site: _distinct_articles(rows) for site, rows in groupby(map(_cells, articles), key=lambda row: row[0])}
    kept: dict[str, list[ProfileLine]] = {site: [] for site in sites}
    for (site, key), rows in groupby(map(_cells, lines), key=lambda row: (row[0], row[1])):
        if site not in sites:
            continue
        total, least, roots = sites[site]
        found = list(rows)
        if len(found) < least:
            continue
        places = [(int(article), int(place)) for _, _, article, place, _ in found]
        line = select_line(count_line(key, places, min(row[4] for row in found), roots), total)
        if line is not None:
            kept[site].append(line)
    return Profiles(tuple(Profile(site, sites[site][0], order_lines(found)) for site, found in kept.items()))


def _cells(row: str) -> list[str]:
    return row.rstrip("\n").split("\t")


def _distinct_articles(rows: Iterable[list[str]]) -> tuple[int, int, dict[int, int]]:
    """Return, for one site, how many different articles it has, in how many a line must stand, and the copies among them."""
    count = 0
    groups = []
    for band, found in groupby(rows, key=lambda row: row[1]):
        articles = {int(row[2]) for row in found} if band != _ARTICLE else ()
        if band == _ARTICLE:
            count = sum(1 for _ in groupby(row[2] for row in found))
        elif len(articles) > 1:
            groups.append(articles)
    roots = merge_groups(groups)
    total = count_distinct(count, roots)
    return total, min_articles(total), roots
