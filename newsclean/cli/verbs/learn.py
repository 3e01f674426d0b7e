"""`newsclean learn IN -o profiles.toml`: what each site repeats on its pages."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsclean.cli.files import not_an_input, write
from newsclean.cli.records import add_field_options, field_names, records
from newsclean.errors import NewscleanError
from newsclean.integrations.records.parsing import ParsedRecord
from newsclean.integrations.sorted_rows import SortedRows
from newsclean.profiles import Profiles, scan, site_named, site_of
from newsclean.profiles.sorted_counts import article_rows, line_rows, profiles_from_rows

HELP = "learn what each site repeats on its pages"
SHOWN = 100  # characters of a line in the preview


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="newsclean learn", description="Learn what each site repeats on its pages (docs/profiles.md)."
    )
    parser.add_argument("inputs", nargs="+", type=Path, metavar="IN", help="file or folder, as for newsclean batch")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the profiles to this file; - for standard output")
    parser.add_argument(
        "--by", metavar="FIELD", help="field that names the site, or an address on it (default: the url)"
    )
    parser.add_argument("--site", help="the site of all articles")
    parser.add_argument("--preview", action="store_true", help="show what is learned")
    parser.add_argument("--overwrite", action="store_true", help="replace FILE if it exists")
    add_field_options(parser, with_id=False)
    return parser


def run(options: argparse.Namespace) -> int:
    """Learn and write the profiles; return 1 if some records could not be read."""
    _check(options)
    failed = 0
    with SortedRows() as articles, SortedRows() as lines:
        for item in records(options.inputs, field_names(options)):
            if isinstance(item, NewscleanError):
                failed += 1
                sys.stderr.write(f"newsclean: {item}\n")
                continue
            site, article = _site(item, options), scan(item.source)
            articles.add(article_rows(site, article))
            lines.add(line_rows(site, article))
        profiles = profiles_from_rows(articles, lines)
    if options.preview:
        write(table(profiles))
    if options.output == "-":
        write(profiles.dumps())
    elif options.output:
        _save(profiles.dumps(), Path(options.output))
    learned = sum(len(profile.lines) for profile in profiles)
    counted = sum(profile.articles for profile in profiles)
    message = f"{learned} lines of {len(profiles)} sites, from {counted} different articles"
    sys.stderr.write(f"newsclean: {message}{f'; {failed} records not read' if failed else ''}\n")
    return 1 if failed else 0


def _check(options: argparse.Namespace) -> None:
    if not options.output and not options.preview:
        raise NewscleanError("name a file for the profiles with -o, or show them with --preview")
    if options.by and options.site:
        raise NewscleanError("--by and --site exclude each other; use one of them")
    if options.output and options.output != "-":
        not_an_input(options.output, options.inputs)
    if options.output and options.output != "-" and Path(options.output).exists() and not options.overwrite:
        raise NewscleanError(f"{options.output}: the file exists; add --overwrite to replace it")


def _site(item: ParsedRecord, options: argparse.Namespace) -> str:
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
    """Return the profiles as a table: one row for each learned line, below its site.

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
