"""Texts that no newsroom wrote: each gets a result, in a time that grows with its length and not faster."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from newsclean import analyze, clean

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
ENOUGH = 0.08  # seconds that can be measured
FLOOR = 0.01  # seconds: below, the clock says more of the machine than of the text
MOST = 3.5  # times the time for twice the text

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
SMALL, LARGE = 2_000, 128_000  # characters


@pytest.mark.parametrize("name", HOSTILE)
def test_gets_a_result_and_loses_nothing(name: str) -> None:
    text = HOSTILE[name](2_000)
    article = analyze(text, kind="text")
    assert article.text == clean(text, kind="text")
    assert article.rebuild() == text
    covered = "".join(block.source for block in article.blocks)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_is_once(name: str) -> None:
    once = clean(HOSTILE[name](600), kind="text")
    assert clean(once, kind="text") == once


def seconds(text: str) -> float:
    """The time of the processor for one text."""
    start = time.process_time()
    clean(text, kind="text")
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length(name: str) -> None:
    """The text is doubled until it takes long enough to be measured."""
    size, before, now = SMALL, FLOOR, 0.0
    while now < ENOUGH and size < LARGE:
        size *= 2
        before, now = now, seconds(HOSTILE[name](size))
    ratio = now / max(FLOOR, before)
    for _ in range(3):  # a step on the way is no growth: it is looked for in longer texts
        if ratio <= MOST:
            break
        size *= 2
        before, now = now, seconds(HOSTILE[name](size))
        ratio = now / before
    assert ratio <= MOST, f"from {size // 2} to {size} characters the time grows {ratio:.1f} times"


@pytest.mark.parametrize(
    ("text", "most"),
    [
        (f"{SENTENCE} " * (1_000_000 // 80), 1_000_000),
        ("\n".join(f"mot{i}" for i in range(50_000)), 10**7),
        (f"{SENTENCE}\n" * 20_000, 10**7),
        ("'" * 20_000 + "\n" + '"' * 20_000, 10**5),
    ],
    ids=["one line of 1 MB", "50,000 one-word lines", "one sentence 20,000 times", "20,000 quotes"],
)
def test_large(text: str, most: int) -> None:
    article = analyze(text, kind="text")
    assert 0 < len(article.text) <= most
    assert article.rebuild() == text


def test_one_sentence_many_times_stays_once() -> None:
    assert clean(f"{SENTENCE}\n" * 2_000) == SENTENCE


def test_prose_among_noise_stays() -> None:
    noise = ["…?!", "'" * 500, "&amp;" * 200, "( ( (", "\u0301" * 50, " " * 400]
    text = "\n\n".join(piece for line in MIXED.split("\n") for piece in (line, noise[len(line) % len(noise)]))
    kept = clean(text, kind="text", locale="fr-CH")
    for line in MIXED.split("\n"):
        assert line in kept
