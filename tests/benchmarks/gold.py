"""What newsclean is trained on, from the benchmark beside the repository; docs/gold.md describes the form.

    python tests/benchmarks/gold.py OUT                 all of it: a quarter of an hour on two processors, most of it for the pages
    python tests/benchmarks/gold.py OUT --only real ... some files

Writes OUT/<source>.jsonl, a document a line, and OUT/words.jsonl.gz, lines of pages whose place on the page tells what they are. What only measures is
never read (`TRAINING_FILES`). `python -m newsclean.train` takes the files together with those of `tests/gold/`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.blocks import Block

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"
sys.path.append(str(ROOT))

from newsclean.clues import KEPT_BY_TRAFILATURA  # noqa: E402
from newsclean.labels.page_decision import _suggested_label  # noqa: E402
from newsclean.vocabulary import Label  # noqa: E402

Row = dict[str, Any]

# all that is read of the benchmark: patterns of files, by the source that is made of them
TRAINING_FILES: Mapping[str, tuple[str, ...]] = {
    "fundus": ("extraction/data/fundus.dev.jsonl.gz", "extraction/data/text/fundus.*.dev.jsonl.gz"),
    "readability": ("extraction/data/readability.dev.jsonl.gz", "extraction/data/text/readability.*.dev.jsonl.gz"),
    "wcxb_dev": ("extraction/data/wcxb_dev.dev.jsonl.gz", "extraction/data/text/wcxb_dev.*.dev.jsonl.gz"),
    "french": ("french/gold.dev.jsonl.gz",),
    "genres": tuple(f"genres/train/{name}.jsonl" for name in ("fr", "de", "en", "rest")),
    "real": ("real/gold.train.jsonl.gz",),
    "words": ("pages/pages.train.jsonl.gz",),
}
MEASURED_ONLY = ("genres/*.dev.jsonl", "scraped/*", "real/gold.dev.jsonl.gz")  # nothing learns from these
# of a document, beside one of newspapers labelled line by line: labels computed from a gold text say less, and so do pages that are no news
WEIGHTS = {"real": 2.0, "genres": 2.0, "french": 1.0, "fundus": 0.6, "wcxb_dev": 0.4, "readability": 0.4}
WORDS_WEIGHT = 0.4  # of a line of a page
EXTRACTORS = {  # whose texts are taken; of fundus, all
    "readability": {"inscriptis", "trafilatura", "resiliparse", "newspaper4k"},
    "wcxb_dev": {"inscriptis", "readability", "trafilatura"},
}
ALWAYS = {
    "inscriptis",
    "trafilatura",
}  # a whole page and a clean text: taken of each page, other extractors' texts of one in three
ONE_IN_THREE, ONE_IN_FOUR = (
    3,
    4,
)  # of the texts of other extractors; of the publishers of wcxb, most of which are no newspapers
COMPUTED = {
    "content": "content",
    "title": "title",
    "meta": "metadata",
    "boilerplate": "furniture",
}  # label of the scorer -> ours
FRENCH = {
    "photo_credit": "credit",
    "related_link": "related",
    "media_promo": "promo",
    "cookie": "consent",
    "copyright": "legal",
    "social_follow": "share",
    "other_boilerplate": "other",
    "mixed": "paragraph",
}
FRENCH_KINDS = {
    "scraped_p_text": "scraped",
    "html_naive_dump(inscriptis)": "inscriptis",
    "html_trafilatura": "trafilatura",
}
# labels that class names suggest and words say too; headlines of teasers, names, dates and topics could stand in an article
PLAIN_FURNITURE = {
    *(Label.NAV, Label.SHARE, Label.NEWSLETTER, Label.LEGAL, Label.CONSENT),
    *(Label.AD, Label.PROMO, Label.PAYWALL, Label.OTHER, Label.COMMENTS),
}
# clues that a block is no article text
PLACES = ("in-nav", "in-footer", "in-aside", "in-form", "in-button", "share", "newsletter", "popup", "paywall", "ad")
# names of genres in the benchmark -> the one that stands for all of them, so that a genre can be left out as a whole
GENRES = {
    "prose": "news",
    "faq_service": "faq",
    "match_report": "match",
    "market_report": "market",
    **dict.fromkeys(("list_names", "names_obituary", "obituary_list", "obituary"), "names"),
    **dict.fromkeys(("list_ranking", "listicle"), "ranking"),
    **dict.fromkeys(("meta", "quoted_furniture"), "article_on_furniture"),
    "embed": "embedded_posts",
    "verses": "verse",
    "press": "press_release",
    "court": "court_dialogue",
    "chrono": "chronology",
    **dict.fromkeys(("live", "ticker"), "live_blog"),
    **dict.fromkeys(("horoscope", "horoscope_tv", "listing", "tvlisting", "tv_listing"), "horoscope_or_listing"),
}
ON_THE_ELEMENT = 3.0  # of a clue of class names: the name stands on the element itself
LONG_TEASER = 80  # characters of a teaser that may be a sentence of an article elsewhere


def main() -> None:
    """Write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument(
        "--only", nargs="+", choices=tuple(TRAINING_FILES), default=tuple(TRAINING_FILES), metavar="SOURCE"
    )
    options = parser.parse_args()
    sys.path[:0] = [str(BENCH), str(ROOT)]
    options.out.mkdir(parents=True, exist_ok=True)
    for source in options.only:
        if source == "words":
            _write(options.out / "words.jsonl.gz", words())
        else:
            _write(options.out / f"{source}.jsonl", documents(source))


def documents(source: str) -> Iterator[Row]:
    """Yield the gold documents of one source."""
    readers: Mapping[str, Callable[[str], Iterator[Row]]] = {"french": _french, "genres": _labelled, "real": _labelled}
    for row in readers.get(source, _computed)(source):
        if row["lines"]:
            yield row | {"gold": row.get("gold", source), "weight": WEIGHTS[source]}


def training_files(source: str) -> list[Path]:
    """Return the files of the benchmark of which a source is made."""
    return [path for pattern in TRAINING_FILES[source] for path in sorted(BENCH.glob(pattern))]


# texts of extractors, labelled by the gold text of the page


def _computed(source: str) -> Iterator[Row]:
    from extraction.score import Gold

    pages, *texts = training_files(source)
    records = {record["id"]: record for record in _read(pages)}
    for path in texts:
        kind = path.name.split(".")[1]
        if kind not in EXTRACTORS.get(source, {kind}):
            continue
        for page in _read(path):
            record = records.get(page["id"])
            name = f"{page['id']}.{kind}"
            if (
                record is None
                or not (page["text"] or "").strip()
                or not _is_taken(source, kind, name, record["domain"])
            ):
                continue
            labelled = [(line, COMPUTED.get(label)) for line, _, label in Gold(record).label(page["text"])]
            row: Row = {
                "id": f"{source}/{name}",
                "group": record["domain"],
                "language": record["lang"],
                "kind": kind,
                "lines": _filled(labelled),
                "text": page["text"],
            }
            if kind not in ALWAYS:
                row["words"] = False  # the same lines again: the words count once
            if source == "fundus" and kind == "trafilatura":
                row["gold"] = "fundus-clean"
            yield row


def _is_taken(source: str, kind: str, name: str, domain: str) -> bool:
    if source == "wcxb_dev" and _hash(domain) % ONE_IN_FOUR:
        return False
    return kind in ALWAYS or _hash(name) % ONE_IN_THREE == 0


def _filled(labelled: list[tuple[str, str | None]]) -> list[dict[str, str]]:
    """Return the lines with a label on each: those that the scorer does not count take it from the nearest lines that have one.

    The model then sees whole documents.
    """
    labels = [label for _, label in labelled]
    out = []
    for n, (line, label) in enumerate(labelled):
        if label is not None:
            out.append({"text": line, "label": label})
            continue
        before = next((x for x in reversed(labels[:n]) if x), "furniture")
        after = next((x for x in labels[n + 1 :] if x), "furniture")
        out.append({"text": line, "label": "content" if before == after == "content" else "furniture", "sure": ""})
    return out


# texts with labelled lines


def _french(source: str) -> Iterator[Row]:
    for document in _read(*training_files(source)):
        yield {
            "id": f"french/{document['id']}",
            "group": document["site"],
            "language": "fr",
            "kind": FRENCH_KINDS[document["kind"]],
            "lines": [_french_line(line) for line in document["lines"] if line["text"].strip()],
            "text": "\n".join(line["text"] for line in document["lines"]),
        }


def _french_line(line: Row) -> dict[str, str]:
    label, note, text = line["label"], line.get("note") or "", line["text"].strip()
    if note == "caption-ambiguous":
        return {"text": text, "label": "paragraph", "sure": ""}
    if label in ("blank", "unsure"):
        return {"text": text, "label": "other", "sure": ""}
    if "duplicate" in note or note == "sticky-title":
        label = "duplicate"
    return {"text": text, "label": FRENCH.get(label, label)}


def _labelled(source: str) -> Iterator[Row]:
    for path in training_files(source):
        for document in _read(path):
            about = {"genre": genre_of(document)} if source == "genres" else {"kind": document["genre"]}
            yield {
                "id": f"{source}/{document['id']}",
                "group": document["group"],
                "language": document["language"],
                **about,
                "lines": [
                    {key: line[key] for key in ("text", "label", "sure") if key in line} for line in document["lines"]
                ],
                "text": document["text"],
            }


def genre_of(document: Row) -> str:
    """Return the genre of a written article of the benchmark, by the name that stands for all of its names."""
    name = str(document["genre"])
    return GENRES.get(name, name)


# lines of pages


def words() -> Iterator[Row]:
    """Yield lines of pages that are plainly article text or plainly furniture; each once a page."""
    rows = _read(*training_files("words"))
    with multiprocessing.Pool(2) as pool:
        for done, lines in enumerate(pool.imap(_page_lines, rows, chunksize=8), 1):
            yield from lines
            if done % 100 == 0:
                _say(f"{done} of {len(rows)} pages")


def _page_lines(page: Row) -> list[Row]:
    from newsclean.filters import fix_encoding
    from newsclean.reading import read

    try:
        article = fix_encoding.apply(read(page["html"], kind="html", url=page["url"] or None))
    except Exception as error:  # noqa: BLE001  # one page is not worth the others
        _say(f"{page['id']}: {error!r}")
        return []
    found: dict[str, bool] = {}
    for block in article.blocks:
        text = block.text.strip()
        side = _side(block) if text else None
        if side is not None:
            found.setdefault(text, side)
    about = {"group": page["domain"], "language": (page["lang"] or article.language or "")[:2]}
    return [{**about, "text": text, "furniture": side, "weight": WORDS_WEIGHT} for text, side in found.items()]


def _side(block: Block) -> bool | None:
    """Return whether a block is furniture by its place on the page and the class names around it; None if that is not plain.

    The decision of HTML mode is not asked: its model uses the words that are learned from these lines.
    """
    label, name = _suggested_label(block)
    clues = block.clues or {}
    held = clues.get(KEPT_BY_TRAFILATURA, 0.0)
    if held:
        return False if held == 1.0 and clues.get(name, 0.0) < ON_THE_ELEMENT and label is not Label.CAPTION else None
    if label not in PLAIN_FURNITURE or not any(clues.get(place) for place in PLACES):
        return None
    return None if len(block.text) > LONG_TEASER and clues.get("teaser") else True


def _hash(text: str) -> int:
    return int(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(), 16)


def _read(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _write(path: Path, rows: Iterable[Row]) -> None:
    """Write rows; the same rows give the same file."""
    count = 0
    with path.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) if path.suffix == ".gz" else file as out:
        for row in rows:
            out.write(f"{json.dumps(row, ensure_ascii=False)}\n".encode())
            count += 1
    _say(f"{path}: {count}")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
