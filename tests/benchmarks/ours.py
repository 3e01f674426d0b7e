"""newsclean and its neighbours on articles that were written for this project: what each finds, loses, leaves in, and costs.

The articles: the pages of tests/cases/pages, the texts of docs/examples and tests/cases/seedlike.toml, and paragraphs of both, whose marks are made
straight, or whose encoding is damaged, in ways that happen.
"""

from __future__ import annotations

import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import peers

ROOT = Path(__file__).resolve().parents[2]
STRAIGHT = str.maketrans(
    "„“”’‘", '"""\'\''
)  # ftfy makes quotes straight unless told not to: that is a choice, no error
WORD = re.compile(r"\w+")
LOCALES = {"bruecke": "de-CH", "ferry": "fr-CH", "lighthouse": "en-GB", "observatoire": "fr-CH"}
PAGES = {"library": "en", "marais": "fr", "moulin": "fr", "seilbahn": "de"}

DAMAGES: dict[str, Callable[[str], str]] = {
    "UTF-8 read as windows-1252": lambda text: _read_as(text, "cp1252"),
    "the same twice over": lambda text: _read_as(_read_as(text, "cp1252"), "cp1252"),
    "UTF-8 read as Mac Roman": lambda text: text.encode().decode("mac_roman"),
    "entities": lambda text: re.sub(r"[^\x00-\x7f]", lambda mark: f"&#{ord(mark[0])};", text),
    "entities, escaped again": lambda text: re.sub(r"[^\x00-\x7f]", lambda mark: f"&amp;#{ord(mark[0])};", text),
    "escapes of JSON": lambda text: re.sub(r"[^\x00-\x7f]", lambda mark: f"\\u{ord(mark[0]):04x}", text),
    "one word of the text damaged": lambda text: re.sub(
        r"\w*[à-ÿ]\w*", lambda word: _read_as(word[0], "cp1252"), text, count=1
    ),
    "accents lost to question marks": lambda text: re.sub(r"(?<=\w)[à-ÿ](?=\w)", "?", text),
    "nothing: it must stay as it is": lambda text: text,
}


def measure() -> dict[str, Any]:
    """All tables: name -> tool -> figures."""
    return {
        "pages": {
            name: _words(((run(page, lang), *gold) for page, lang, *gold in _pages()))
            for name, run in peers.pages().items()
        },
        "texts": {
            name: _words(((run(text, lang), *gold) for text, lang, *gold in _texts()))
            for name, run in peers.texts().items()
        },
        "marks": {
            name: _right(lambda case, run=run: run(case[0], case[2]) == case[1], _marks())
            for name, run in peers.marks().items()
        },
        "repairs": {name: _repaired(run) for name, run in peers.repairs().items()},
        "speed": _speed(),
    }


def _pages() -> Iterator[tuple[str, str, str, str]]:
    """Page, language, headline, body."""
    for name, language in PAGES.items():
        page = ROOT / "tests" / "cases" / "pages" / f"{name}.html"
        head, _, body = page.with_suffix(".clean").read_text("utf-8").partition("---\n")
        yield page.read_text("utf-8"), language, head, body


def _texts() -> Iterator[tuple[str, str, str, str]]:
    """Text, language, headline, body."""
    for name, locale in LOCALES.items():
        path = ROOT / "docs" / "examples" / f"{name}.txt"
        yield (path.read_text("utf-8"), locale[:2], *_parted(path.with_suffix(".clean").read_text("utf-8")))
    for case in tomllib.loads((ROOT / "tests" / "cases" / "seedlike.toml").read_text("utf-8"))["case"]:
        yield (case["input"], case["locale"][:2], *_parted(case["expected"]))


def _parted(article: str) -> tuple[str, str]:
    """The headline, with the short line above it, and the rest, from the first line that ends a sentence."""
    lines = [line for line in article.splitlines() if line.strip()]
    first = next(n for n, line in enumerate(lines) if line.endswith("."))
    return "\n".join(lines[:first]), "\n".join(lines[first:])


def _marks() -> list[tuple[str, str, str]]:
    """Paragraph with typewriter marks, as it should be, locale; only those that have marks to set."""
    found = []
    for name, locale in LOCALES.items():
        for line in (ROOT / "docs" / "examples" / f"{name}.clean").read_text("utf-8").splitlines():
            flat = line.translate(str.maketrans("«»„“”’‘", '"""""\'\'')).replace("…", "...").replace(" – ", " - ")
            if flat != line:
                found.append((flat.replace("\u202f", " ").replace("\u00a0", " "), line, locale))
    return found


def _words(results: Iterable[tuple[str, str, str]]) -> dict[str, float]:
    """Of the words of the bodies, those found; of the words given, those that are right. Headlines do not count."""
    found = given = wanted = 0
    for text, head, body in results:
        heads = {" ".join(WORD.findall(line)) for line in head.splitlines()}
        lines = [line for line in text.splitlines() if " ".join(WORD.findall(line)) not in heads]
        got, gold = (Counter(WORD.findall(part)) for part in ("\n".join(lines), body))
        found, given, wanted = found + (got & gold).total(), given + got.total(), wanted + gold.total()
    return {"found": found / wanted, "right": found / max(1, given)}


def _right(is_right: Callable[[Any], bool], cases: list[Any]) -> dict[str, float]:
    return {"right": sum(map(is_right, cases)) / len(cases), "cases": len(cases)}


def _repaired(run: Callable[[str], str]) -> dict[str, float]:
    texts = [(ROOT / "docs" / "examples" / f"{name}.clean").read_text("utf-8").rstrip() for name in LOCALES]
    texts = [text for text in texts if re.search("[à-ÿ]", text)]
    return {
        name: sum(run(damage(text)).translate(STRAIGHT) == text.translate(STRAIGHT) for text in texts) / len(texts)
        for name, damage in DAMAGES.items()
    }


def _read_as(text: str, charset: str) -> str:
    """UTF-8 read in another charset, as browsers do: a byte that it does not have stays a control character."""
    return "".join(_char(byte, charset) for byte in text.encode())


def _char(byte: int, charset: str) -> str:
    try:
        return bytes([byte]).decode(charset)
    except UnicodeDecodeError:
        return chr(byte)


def _speed(rounds: int = 7) -> dict[str, dict[str, float]]:
    """Milliseconds of CPU time for one article, the least of some rounds in one run."""
    texts, pages = list(_texts()), list(_pages())
    jobs: dict[str, tuple[Callable[[], object], int]] = {
        f"text: {name}": (lambda run=run: [run(text) for text, *_ in texts], len(texts))
        for name, run in peers.repairs().items()
        if name != "newsclean"
    }
    jobs |= {
        f"text: {name}": (lambda run=run: [run(text, lang) for text, lang, *_ in texts], len(texts))
        for name, run in peers.texts().items()
    }
    jobs |= {
        f"page: {name}": (lambda run=run: [run(page, lang) for page, lang, *_ in pages], len(pages))
        for name, run in peers.pages().items()
    }
    least = dict.fromkeys(jobs, float("inf"))
    for _ in range(rounds):
        for name, (job, count) in jobs.items():
            start = time.process_time()
            job()
            least[name] = min(least[name], (time.process_time() - start) * 1000 / count)
    return {name: {"ms": value} for name, value in least.items()}
