"""Floods: texts and pages that no newsroom wrote, of any length, and how the time of each step grows on them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping

from newsclean.article import Article
from newsclean.cleaner import DEFAULT
from newsclean.filters.base import Step
from newsclean.reading import read

SENTENCE = "Le conseil de la ville a voté lundi soir le budget des écoles, a dit la maire."
LANGUAGES = (
    SENTENCE,
    "Der Gemeinderat hat am Montag beschlossen, dass die Brücke gesperrt bleibt.",
    "The council said on Monday that it would not reopen the bridge before spring.",
    "Городской совет в понедельник принял бюджет школ и нового бассейна.",
    "市议会周一投票通过了明年的预算，并决定修建一座新的桥梁。",
    "صوّت مجلس المدينة مساء الاثنين على ميزانية المدارس.",
)
MIXED = "\n".join(LANGUAGES)
RIGHT_TO_LEFT = (
    "صوّت مجلس المدينة مساء الاثنين على ميزانية المدارس.\nהעירייה אישרה ביום שני את תקציב בתי הספר, אמר ראש העיר."
)
# name -> a text of about n characters
HOSTILE: dict[str, Callable[[int], str]] = {
    "sentences on one line": lambda n: f"{SENTENCE} " * (n // 80),
    "one word on one line": lambda n: "a" * n,
    "one-word lines": lambda n: "\n".join(f"mot{i}" for i in range(n // 8)),
    "one-word lines that come again": lambda n: "\n".join(f"mot{i % 97}" for i in range(n // 8)),
    "the same sentence": lambda n: f"{SENTENCE}\n" * (n // 80),
    "the same button": lambda n: "Partager\n" * (n // 9),
    "several languages": lambda n: f"{MIXED}\n" * (n // 400),
    "right to left": lambda n: f"{RIGHT_TO_LEFT}\n" * (n // 110),
    "marks": lambda n: "!?.,;:…-–—()[]{}*|" * (n // 18),
    "lines of marks": lambda n: "…?!\n--\n***\n" * (n // 11),
    "apostrophes": lambda n: "'" * n,
    "curly apostrophes": lambda n: "’" * n,
    "apostrophes and letters": lambda n: "'a " * (n // 3),
    "double quotes": lambda n: '"' * n,
    "quotes never closed": lambda n: "«a “b ‘c " * (n // 9),
    "quotes that cross": lambda n: "'a \"b «c " * (n // 9),
    "quotes on their own lines": lambda n: "«\n»\n" * (n // 4),
    "marks on one letter": lambda n: "e" + "\u0301" * n,
    "marks on many letters": lambda n: "e\u0301\u0302 a\u0300 " * (n // 7),
    "a tower of entities": lambda n: "&" + "amp;" * (n // 4) + "eacute;",
    "many towers": lambda n: "&amp;amp;lt;" * (n // 12),
    "a flood of spaces": lambda n: "a" + " " * n + "b",
    "a flood of no-break spaces": lambda n: "a" + "\u00a0\u202f" * (n // 2) + "b",
    "a flood of line ends": lambda n: "a" + "\r\n" * (n // 2) + "b",
    "spaces before full stops": lambda n: "a" + "   ." * (n // 4),
    "tags as text": lambda n: "Texte " + "<div><p>" * (n // 8) + "fin",
    "closing tags as text": lambda n: "Texte " + "</div>" * (n // 6) + "fin",
    "brackets never closed": lambda n: "(" * n,
    "agencies never closed": lambda n: "(ats/afp " * (n // 9),
    "scripts never closed": lambda n: "googletag.cmd.push(function() {" * (n // 31),
    "objects never closed": lambda n: '{"a":' * (n // 5),
    "initials": lambda n: "A. B. " * (n // 6),
    "glued sentences": lambda n: "Le maire vient.La ville aussi" * (n // 29),
    "numbers in groups": lambda n: "1 000 " * (n // 6),
    "digits": lambda n: "1" * n,
    "addresses": lambda n: "http://a.b/" * (n // 11),
    "mojibake": lambda n: "dÃ©jÃ\xa0 " * (n // 8),
    "mojibake of mojibake": lambda n: "Ãƒ" * (n // 2),
    "mojibake and spaces": lambda n: "Ã " * (n // 2),
    "escapes": lambda n: "\\u00e9" * (n // 6),
    "lone surrogates": lambda n: "\ud800" * n,
    "control characters": lambda n: "\x00\x07a" * (n // 3),
    "dates": lambda n: "12 mars 2020\n" * (n // 13),
    "bylines": lambda n: "Par Jeanne Roulet\n" * (n // 18),
    "torn sentences": lambda n: "«\nloin d'être\n, reconnaît le député\n" * (n // 38),
    "a table": lambda n: "| a | b | 12 |\n" * (n // 15),
    "a list": lambda n: "- du sel\n" * (n // 9),
    "related links glued": lambda n: "Lire aussi : " * (n // 13),
}

# name -> a page of about n characters
PAGES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: _page(f"<p>{SENTENCE}</p>" * (n // 86)),
    "nested boxes": lambda n: _page("<div>" * (n // 11) + f"<p>{SENTENCE}</p>" * 3 + "</div>" * (n // 11)),
    "nested lists": lambda n: _page("<ul><li>a" * (n // 9)),
    "nested emphasis": lambda n: _page("<p>" + "<b><i>a" * (n // 7)),
    "boxes never closed": lambda n: _page("<div>a" * (n // 6)),
    "boxes never opened": lambda n: _page("</div>a" * (n // 7)),
    "one paragraph": lambda n: _page(f"<p>{f'{SENTENCE} ' * (n // 80)}</p>"),
    "line breaks": lambda n: _page("a<br>" * (n // 5)),
    "links": lambda n: _page("<a href='/a'>Lire</a> " * (n // 22)),
    "cells": lambda n: _page(f"<table>{'<tr><td>a<td>b' * (n // 14)}</table>"),
    "attributes": lambda n: _page("<p " + "class='a b' data-x=1 " * (n // 21) + f">{SENTENCE}</p>"),
    "entities": lambda n: _page("<p>" + "&eacute;&amp;&nbsp;" * (n // 19)),
    "brackets": lambda n: _page("<p>" + "<" * n),
    "comments": lambda n: _page("<!-- a -->" * (n // 10) + f"<p>{SENTENCE}</p>"),
    "scripts": lambda n: _page("<script>var a = '<p>';</script>" * (n // 31) + f"<p>{SENTENCE}</p>"),
    "data": lambda n: _page('<script type="application/ld+json">' + "[" * n + "</script>" + f"<p>{SENTENCE}</p>"),
}


def _page(body: str) -> str:
    return f"<!doctype html><html><head><title>Un titre</title></head><body>{body}</body></html>"


def step_times(source: str, kind: str, steps: tuple[Step, ...] = DEFAULT) -> dict[str, float]:
    """Seconds of CPU of reading a source, and of each step that follows, by name."""
    gc.collect()
    start = time.process_time()
    article: Article = read(source, kind=kind)
    times = {"read": time.process_time() - start}
    for step in steps:
        start = time.process_time()
        article = step.apply(article)
        times[step.name] = time.process_time() - start
    return times


def least(source: str, kind: str, runs: int) -> dict[str, float]:
    """The least seconds of each step in some runs, and of all together."""
    rounds = [step_times(source, kind) for _ in range(runs)]
    times = {name: min(times[name] for times in rounds) for name in rounds[0]}
    return {**times, "all": sum(times.values())}


def growth(small: Mapping[str, float], large: Mapping[str, float], floor: float) -> dict[str, float]:
    """How many times longer each step takes; shorter times than `floor` seconds say more of the clock than of the text."""
    return {name: max(large[name], floor) / max(small[name], floor) for name in large}
