"""`newsclean learn IN -o profiles.toml`: what each site repeats on its pages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsclean.cli.files import not_an_input, write
from newsclean.errors import NewscleanError
from newsclean.integrations.records.inputs import open_input
from newsclean.integrations.records.task import Item, Names, items_of
from newsclean.integrations.sorted_rows import SortedRows
from newsclean.profiles import Profiles, look, site_named, site_of
from newsclean.profiles.rows import article_rows, line_rows, profiles_of

SHOWN = 100  # characters of a line in the preview


def learn(arguments: Sequence[str]) -> int:
    """`newsclean learn IN ...`: exit code 1 when some records could not be read."""
    options = _parser().parse_args(arguments)
    _check(options)
    failed = 0
    with SortedRows() as articles, SortedRows() as lines:
        for site, item in _items(options):
            if isinstance(item, NewscleanError):
                failed += 1
                sys.stderr.write(f"newsclean: {item}\n")
                continue
            seen = look(item.source)
            articles.add(article_rows(site, seen))
            lines.add(line_rows(site, seen))
        profiles = profiles_of(articles, lines)
    if options.preview:
        write(table(profiles))
    if options.output == "-":
        write(profiles.dumps())
    elif options.output:
        _save(profiles.dumps(), Path(options.output))
    learned = sum(len(profile.lines) for profile in profiles)
    counted = sum(profile.articles for profile in profiles)
    told = f"{learned} lines of {len(profiles)} sites, from {counted} different articles"
    sys.stderr.write(f"newsclean: {told}{f'; {failed} records not read' if failed else ''}\n")
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean learn", description="Learns what each site repeats on its pages (docs/profiles.md)."
    )
    parser.add_argument("inputs", nargs="+", type=Path, metavar="IN", help="a folder or file, as for newsclean batch")
    parser.add_argument("-o", "--output", metavar="FILE", help="where the profiles go, as TOML; - for standard output")
    parser.add_argument(
        "--by", metavar="FIELD", help="field that names the site, or an address of it (default: the url)"
    )
    parser.add_argument("--site", help="all articles are of this site")
    parser.add_argument("--preview", action="store_true", help="show what would be learned")
    parser.add_argument("--overwrite", action="store_true", help="replace FILE when it exists")
    parser.add_argument("--text-field", metavar="NAME", help='field of the text (default: "text", else "html")')
    parser.add_argument("--html-field", metavar="NAME", help="field of the page")
    parser.add_argument("--url-field", metavar="NAME", default="url", help='field of the address (default: "url")')
    return parser


def _check(options: argparse.Namespace) -> None:
    if not options.output and not options.preview:
        raise NewscleanError("name a file for the profiles with -o, or look at them with --preview")
    if options.by and options.site:
        raise NewscleanError("--by and --site exclude each other: the field names the site, or you do")
    if options.output and options.output != "-":
        not_an_input(options.output, options.inputs)
    if options.output and options.output != "-" and Path(options.output).exists() and not options.overwrite:
        raise NewscleanError(f"{options.output}: the file exists; add --overwrite to replace it")


def _items(options: argparse.Namespace) -> Iterator[tuple[str, Item | NewscleanError]]:
    """All records with their sites, or what is wrong with them."""
    names = Names(options.text_field, options.html_field, options.url_field)
    for path in options.inputs:
        for raw in open_input(path).raws():
            for item in items_of(raw, names):
                if isinstance(item, Exception):
                    yield "", NewscleanError(f"{raw.place}:{raw.number}: {item}")
                else:
                    yield _site(item, options), item


def _site(item: Item, options: argparse.Namespace) -> str:
    if options.site is not None:
        return site_named(options.site)
    return site_named(item.row.get(options.by)) if options.by else site_of(item.url)


def _save(text: str, path: Path) -> None:
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, "utf-8")
        part.replace(path)
    except OSError as error:
        raise NewscleanError(f"{path}: {error.strerror or error}") from error


def table(profiles: Profiles) -> str:
    """What was learned, to be read: one line a line, below the site.

    >>> from newsclean.profiles import Profile
    >>> print(table(Profiles((Profile("example.ch", 50, ()),))))
    example.ch: 50 articles, 0 lines
    """
    rows = []
    for profile in profiles:
        rows.append(f"{profile.site or '(no site)'}: {profile.articles} articles, {len(profile.lines)} lines")
        for line in profile.lines:
            share = 100 * line.articles / profile.articles if profile.articles else 0.0
            rows.append(f"{line.articles:9} {share:6.1f} %  {line.label.value:10}  {line.example[:SHOWN]}")
    return "\n".join(rows)
