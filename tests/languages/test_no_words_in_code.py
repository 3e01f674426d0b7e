"""The words of languages stand in `newsclean/languages/`: no module that works on language holds one in a literal.

A literal counts when it holds a run of two letters or more that a language has in its tables. What is written for people or programs does
not count: docstrings, doctests, error messages. In other literals than patterns, words that English has too and words that name something in
the code or a key of a table do not count either: names of fields, labels, rules and options are English.
`extract/` is left out: it reads the names of tags and classes, which are words ("author", "auteur") and no text.
"""

from __future__ import annotations

import ast
import functools
import keyword
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

import newsclean
from newsclean.languages import CORE, language_codes, language_files, language_table

HOME = Path(newsclean.__file__).parent
ROOMS = (
    "encoding",
    "filters",
    "labels",
    "mending",
    "metadata",
    "profiles",
    "rules",
    "typography",
    "language.py",
    "normal_forms.py",
)
MODULES = [
    path
    for room in ROOMS
    for path in (sorted((HOME / room).rglob("*.py")) if (HOME / room).is_dir() else [HOME / room])
]
# names of charsets and of HTML entities; patterns that read messages of errors
TABLES_OF_NAMES = {"encoding/charsets.py", "encoding/entities.py", "rules/lint.py"}
EXCEPTIONS = {
    "all": "the name for all languages together, an entity and a key",
    "ab": "what hostile lines are made of (rules/redos.py)",
    "cf": "Unicode category",
    "cn": "Unicode category",
    "co": "Unicode category",
    "copyright": "the name of a feature of the model (labels/features.py)",
    "en": "English, whose rules hold for pages in every language (rules/catalog.py)",
    "fi": "what the ligature ﬁ stands for",
    "gb": "how the names of some codecs begin",
    "lo": "Unicode category",
    "mc": "Unicode category",
    "me": "Unicode category",
    "mn": "Unicode category",
    "ss": "the letter s in both cases, and what ß is without ß",
    "tr": "tag of HTML",
    "txt": "part of the name of a file",
    "point": "in a message of rules/catalog.py",
    "sig": "part of the codec utf-8-sig",
    "rank": "a key of the section detection, and a group of a pattern",
}
COMPILERS = {"lazy_re", "lazy_regex", "compile", "search", "match", "fullmatch", "finditer", "sub", "split"}
WORD = regex.compile(r"(?<![\p{L}\d_])\p{L}{2,}(?![\p{L}\d_])")  # "cp1252" is a name, and has no word
# what holds letters in a pattern but spells no word: classes, escapes, names of groups
NO_WORDS = re.compile(
    r"\\[pP]\{\w+\}|\\[xuU][0-9a-fA-F]{2,}|\\[a-zA-Z]|\(\?P[<=]\w+[>)]|\(\?[a-zA-Z]+[:)]|\[(?:\\.|[^\]\\])*\]"
)
CODEC = re.compile(r"utf-\d+-[bl]e")
IDENTIFIER = re.compile(r"[a-z]+(?:[-_.][a-z]+)+")


def strings(value: object) -> Iterator[str]:
    """All strings inside the value of a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


@functools.lru_cache(maxsize=1)
def known_words() -> dict[str, set[str]]:
    """The words of the tables of all languages, but for those of rules, each with its languages."""
    words: dict[str, set[str]] = {}
    for code in (CORE, *language_codes()):
        for file in language_files(code):
            if file in ("language.toml", "metadata.toml"):
                for text in strings(dict(language_table(code, file.removesuffix(".toml")))):
                    for word in WORD.findall(NO_WORDS.sub(" ", text).lower()):
                        words.setdefault(word, set()).add(code)
    return words


@functools.lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """What is called something in the code or in a table: such a word in a literal is a name."""
    found = set(keyword.kwlist)
    for path in HOME.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for field in ("id", "attr", "arg", "name"):
                if isinstance(name := getattr(node, field, None), str):
                    found.add(name)
    for code in (CORE, *language_codes()):
        for file in language_files(code):
            if file in ("language.toml", "metadata.toml"):
                for section, table in language_table(code, file.removesuffix(".toml")).items():
                    found |= {section, *(table if isinstance(table, dict) else ())}
    return frozenset(name.lower() for name in found)


def literals(tree: ast.Module) -> Iterator[tuple[int, str, bool]]:
    """The line and text of each literal that people do not read, and whether it is a pattern."""
    skipped: set[int] = set()
    patterns: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # docstrings
            skipped.add(id(node.value))
        elif isinstance(node, ast.Subscript):  # keys
            skipped.add(id(node.slice))
        elif isinstance(node, ast.Raise):
            skipped |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in COMPILERS:
                patterns |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value, id(node) in patterns


def words_in(text: str, *, pattern: bool) -> list[str]:
    """The words of a language in a literal."""
    if CODEC.fullmatch(text) or IDENTIFIER.fullmatch(text):
        return []
    plain = NO_WORDS.sub(" ", text) if pattern or "\\" in text or "[" in text else text
    known = known_words()
    found = {word for word in WORD.findall(plain.lower()) if word in known and word not in EXCEPTIONS}
    return sorted(found if pattern else {word for word in found - names() if "en" not in known[word]})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_no_literal_holds_a_word_of_a_language(path: Path) -> None:
    if path.relative_to(HOME).as_posix() in TABLES_OF_NAMES:
        pytest.skip("no language")
    found = [
        f"{path.name}:{line}: {', '.join(words)} in {text[:60]!r}"
        for line, text, pattern in literals(ast.parse(path.read_text("utf-8")))
        if (words := words_in(text, pattern=pattern))
    ]
    assert not found, "move these words to newsclean/languages/:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('X = lazy_re(r"(?:jusqu|lorsqu)$")', ["jusqu", "lorsqu"]),
        ('X = lazy_regex(r"\\b(?:by|von)\\b")', ["by", "von"]),
        ('X = frozenset(["une", "elle"])', ["elle", "une"]),
        ('def f(line):\n    return line.endswith(" la une")', ["la", "une"]),
        ('X = "montag dienstag"', ["dienstag", "montag"]),
        ('def f():\n    """Le la les."""\n    raise ValueError("le la les")', []),
        ('X = ("keep", "high-punctuation", "utf-16-le")', []),
        (r'X = lazy_regex(r"(?P<une>[A-Za-z]{2})\p{Lu}\d")', []),
    ],
)
def test_the_reading_finds_words(source: str, words: list[str]) -> None:
    found = {word for _, text, pattern in literals(ast.parse(source)) for word in words_in(text, pattern=pattern)}
    assert sorted(found) == words


def test_no_exception_is_left_over() -> None:
    texts = [
        text.lower()
        for path in MODULES
        for _, text, _ in literals(ast.parse(path.read_text("utf-8")))
        if path.relative_to(HOME).as_posix() not in TABLES_OF_NAMES
    ]
    assert [word for word in EXCEPTIONS if not any(word in WORD.findall(text) for text in texts)] == []
