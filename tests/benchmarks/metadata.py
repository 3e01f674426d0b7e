"""Title, date and authors: how often they are right, from plain text dumps, from HTML, and by trafilatura from the same pages.

    python tests/benchmarks/metadata.py [--only dumps|html] [--show title|date|authors] [--half a|b]

The gold is that of the benchmark beside the repository (sources fundus and wcxb_dev). A field without gold is not counted.
A publisher belongs to half a or b by a hash of its domain: rules are written from the failures of half a only, and b is the check.
`there` is the share of the dumps that hold the gold value (a date: its day and its year side by side), a ceiling; `of them` what is right of these.

Right means: a title with 80 % of the words in common (F1); the same day in some time zone of the moment that the gold tells (a gold
of a day only: that day where the page is written, or in Greenwich); authors of whom half or more are in the gold and who are half or
more of the gold (F1 of names). The gold counts agencies as authors, newsclean has a field for them: its authors are right with or
without its agencies.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
sys.path[:0] = [str(BENCH), str(Path(__file__).resolve().parents[2])]

from work import parallel, read_jsonl, read_page  # noqa: E402

from newsclean import analyze  # noqa: E402

DATA = BENCH / "extraction" / "data"
SOURCES, DUMPS = ("fundus", "wcxb_dev"), ("inscriptis", "html_text")
NAMES = ("title", "date", "authors")
DEGREE = re.compile(r"[A-Z][A-Z.-]{1,8}(?: \d+)?|Ph\.?D\.?|M\.D\. [A-Z]+")
FAR_EAST, FAR_WEST = dt.timedelta(hours=14), dt.timedelta(hours=12)


class Job(NamedTuple):
    """One text or page to read: `system` is "text", "html" or "trafilatura"."""

    system: str
    source: str
    record: dict[str, Any]
    text: str


class Row(NamedTuple):
    """One field of one page: what was wanted, what was found."""

    system: str
    source: str
    page: str
    half: str
    field: str
    right: bool
    there: bool
    wanted: object
    found: object


def jobs(only: str | None) -> Iterator[Job]:
    """All that is to be read."""
    for source in SOURCES:
        records = {record["id"]: record for record in read_jsonl(DATA / f"{source}.dev.jsonl.gz")}
        if only != "html":
            for kind in DUMPS:
                for dump in read_jsonl(DATA / "text" / f"{source}.{kind}.dev.jsonl.gz"):
                    if dump["id"] in records and (dump["text"] or "").strip():
                        yield Job("text", source, records[dump["id"]], dump["text"])
        if only != "dumps":
            for record in records.values():
                page = read_page(DATA / record["html"])
                yield Job("html", source, record, page)
                yield Job("trafilatura", source, record, page)


def measure(job: Job) -> list[Row]:
    """The fields of one page, judged."""
    found = _trafilatura(job.text) if job.system == "trafilatura" else _newsclean(job)
    wanted = {
        "title": job.record["gold_title"],
        "date": _moment(job.record["gold_date"]),
        "authors": job.record["gold_authors"],
    }
    half = "ab"[hashlib.sha256(job.record["domain"].encode()).digest()[0] % 2]
    return [
        Row(job.system, job.source, job.record["id"], half, name, right(name, wanted[name], found[name]),
            there(name, wanted[name], job.text), wanted[name], found[name])
        for name in NAMES
        if wanted[name]
    ]  # fmt: skip


def right(name: str, wanted: Any, found: Any) -> bool:
    """Is a field right?"""
    if not found:
        return False
    if name == "title":
        return _f1(words(wanted), words(found)) >= 0.8
    if name == "date":
        return same_day(wanted, found)
    authors, agencies = found if isinstance(found, tuple) else (found, [])
    return _same_people(wanted, authors) or _same_people(wanted, [*authors, *agencies])


def _same_people(wanted: list[str], found: list[str]) -> bool:
    gold, told = [{*words(name)} for name in _people(wanted)], [{*words(name)} for name in _people(found)]
    hits = sum(any(one <= other or other <= one for other in told) for one in gold)
    return 2 * hits >= 0.5 * (len(gold) + len(told)) and hits > 0


def there(name: str, wanted: Any, text: str) -> bool:
    """Does the text hold the value?"""
    if name == "title":
        return "".join(words(wanted)) in "".join(words(text))
    if name == "authors":
        return any(" ".join(words(person)) in " ".join(words(text)) for person in _people(wanted))
    day = wanted.date() if isinstance(wanted, dt.datetime) else wanted
    number, year = rf"(?<!\d)0?{day.day}(?!\d)", rf"(?:{day.year}|[./-]{day.year % 100:02}(?!\d))"
    return re.search(rf"{number}.{{0,20}}{year}|{day.year}.{{0,12}}{number}", text) is not None


def same_day(wanted: dt.date, found: dt.date) -> bool:
    """Is this the day of that moment, somewhere on earth?"""
    day = found.date() if isinstance(found, dt.datetime) else found
    if not isinstance(wanted, dt.datetime):
        utc = found.astimezone(dt.UTC).date() if isinstance(found, dt.datetime) and found.tzinfo else day
        return wanted in (day, utc)
    if isinstance(found, dt.datetime) and found.tzinfo:
        return abs(found - wanted) < dt.timedelta(hours=24)
    moment = wanted.astimezone(dt.UTC)
    return (moment - FAR_WEST).date() <= day <= (moment + FAR_EAST).date()


def words(text: str) -> list[str]:
    """The words, without case, accents and marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))


def _f1(one: list[str], other: list[str]) -> float:
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / max(1, len(one) + len(other))


def _people(names: Iterable[str]) -> list[str]:
    """One name an entry, without the degrees behind a comma as in "A. B., MD"."""
    parts = [part.strip() for name in names for part in re.split(r",|;| and | & ", name)]
    return [part for part in parts if part and not DEGREE.fullmatch(part)] or [part for part in parts if part]


def _moment(text: str | None) -> dt.date | None:
    """The moment that the gold tells; None when it tells less than a day."""
    if not text or len(text) < len("2024-05-01"):
        return None
    value = dt.datetime.fromisoformat(text)
    if len(text) == 10:
        return value.date()
    return value if value.tzinfo else value.replace(tzinfo=dt.UTC)


def _newsclean(job: Job) -> dict[str, Any]:
    article = analyze(job.text, kind=job.system, url=job.record["url"] or None)
    return {"title": article.title, "date": article.date, "authors": (article.authors, article.agencies)}


def _trafilatura(page: str) -> dict[str, Any]:
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True)
    if found is None:
        return dict.fromkeys(NAMES)
    return {
        "title": found.title,
        "date": dt.date.fromisoformat(found.date) if found.date else None,
        "authors": [name for name in (found.author or "").split("; ") if name],
    }


def table(rows: list[Row]) -> str:
    """The shares by system and source, in percent: all, half a, half b."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for source in (row.source, "all"):
            groups[row.system, source, row.field].append(row)
    lines = [f"{'':34}{'pages':>7}{'right':>8}{'half a':>8}{'half b':>8}{'there':>8}{'of them':>9}"]
    for (system, source, field), found in sorted(groups.items()):
        shares = [found, [row for row in found if row.half == "a"], [row for row in found if row.half == "b"]]
        told = "".join(f"{100 * sum(r.right for r in part) / max(1, len(part)):8.1f}" for part in shares)
        there = [row for row in found if row.there]
        held = f"{100 * len(there) / len(found):8.1f}{100 * sum(r.right for r in there) / max(1, len(there)):9.1f}"
        lines.append(f"{system:12} {source:10} {field:10}{len(found):7}{told}{held}")
    return "\n".join(lines)


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--only", choices=("dumps", "html"))
    parser.add_argument("--show", choices=NAMES, help="list the failures of this field")
    parser.add_argument("--half", choices=("a", "b"), default="a", help="of this half")
    options = parser.parse_args()
    rows = [row for found in parallel(measure, list(jobs(options.only)), 1) for row in found]
    sys.stdout.write(f"{table(rows)}\n")
    for row in rows:
        if row.field == options.show and row.half == options.half and not row.right:
            note = "" if row.there else "(not there) "
            sys.stdout.write(f"{row.system} {row.page} {note}{row.wanted!r} <- {row.found!r}\n")


if __name__ == "__main__":
    main()
