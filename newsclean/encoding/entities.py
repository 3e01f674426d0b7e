"""Entities: HTML character references left in text, named or numeric, doubled, without semicolon, torn or in capitals."""

from __future__ import annotations

import functools
import re
from html.entities import codepoint2name, html5

from newsclean.edits import Edit
from newsclean.encoding.charsets import table
from newsclean.encoding.document import Document
from newsclean.patterns import lazy_re

RULE = "entity"
_TOWER = r"&(?:(?:amp|#38|#x26);){0,}"
_REFERENCE = lazy_re(
    r"&(?:(?:amp;|#38;|#[xX]26;)+|[ ](?=[A-Za-z]{2,8};))?"
    r"(?:#(?P<dec>[0-9]{2,7})(?P<dec_end>;?)|#[xX](?P<hex>[0-9A-Fa-f]{2,6})(?P<hex_end>;?)|(?P<name>[A-Za-z][A-Za-z0-9]{1,31})(?P<end>;?))?"
)
_URL = lazy_re(r"(?:https?://|www\.)[^\s<>\"«»“”]+")
_FAR = lazy_re(r"&#([0-9]{4,5})(?![0-9;])")
_LATIN = frozenset(name for code, name in codepoint2name.items() if code > 127)
_WITHOUT_SEMICOLON = sorted(_LATIN | {"quot", "apos"}, key=len, reverse=True)
_PREFIX = lazy_re("|".join(_WITHOUT_SEMICOLON))
_SYMBOLS = frozenset(
    [
        "copy",
        "reg",
        "para",
        "sect",
        "not",
        "deg",
        "times",
        "micro",
        "shy",
        "uml",
        "macr",
        "cent",
        "yen",
        "pound",
        "curren",
        "ordf",
        "ordm",
        "part",
        "sub",
        "sup",
        "and",
        "or",
        "cap",
        "cup",
        "int",
        "sum",
        "prod",
        "image",
        "real",
        "phi",
        "psi",
        "chi",
        "eta",
        "rho",
        "tau",
        "mu",
        "nu",
        "xi",
        "pi",
        "lang",
        "rang",
        "ne",
        "le",
        "ge",
        "ni",
        "there",
    ]
)


def repair_entities(document: Document) -> bool:
    """Decode character references; a tower of `&amp;` counts as one `&`, so that the time stays linear."""
    changed = False
    numbers = {int(m) for line in document.lines if "&#" in line for m in _FAR.findall(line)}
    far = sum(map(_is_far, numbers)) > 5
    for i, line in enumerate(document.lines):
        if "&" in line:
            changed |= document.change(i, _edits(line, far=far))
    return changed


def _edits(line: str, *, far: bool) -> list[Edit]:
    urls = [m.span() for m in _URL.finditer(line)]
    edits, at = [], 0
    for match in _REFERENCE.finditer(line):
        start = match.start()
        while at < len(urls) and urls[at][1] <= start:
            at += 1
        in_url = at < len(urls) and urls[at][0] <= start
        found = _replacement(match, line, in_url=in_url, far=far)
        if found is not None:
            text, end = found
            edits.append(Edit(start, end, line[start:end], text, RULE))
    return edits


def _replacement(match: re.Match[str], line: str, *, in_url: bool, far: bool) -> tuple[str, int] | None:
    """What a match stands for and where it ends; None leaves it."""
    text = match.group()
    if match["dec"]:
        return _numeric(match, match["dec"], 10, closed=bool(match["dec_end"]), far=far)
    if match["hex"]:
        return _numeric(match, match["hex"], 16, closed=bool(match["hex_end"]), far=far)
    if match["name"]:
        found = _named(match, line, in_url=in_url)
        if found is not None:
            return found
        text = text[: match.start("name") - match.start()]
    if len(text) > 2:
        return "&", match.start() + len(text)
    return None


def _named(match: re.Match[str], line: str, *, in_url: bool) -> tuple[str, int] | None:
    name, start = match["name"], match.start("name")
    if match["end"]:
        char = _by_name(name)
        return None if char is None else (char, match.end())
    if in_url or line[start - 1] == " ":
        return None
    prefix = _PREFIX.match(name)
    if prefix is None:
        return None
    found, after = prefix.group(), line[start + len(prefix.group()) : start + len(prefix.group()) + 1]
    if after == "=" or (found in _SYMBOLS and after.isalnum()):
        return None
    return html5[found + ";"], start + len(found)


@functools.lru_cache(maxsize=512)
def _by_name(name: str) -> str | None:
    if name + ";" in html5:
        return html5[name + ";"]
    if name.isupper():
        lower = name.lower()
        if lower + ";" in html5 and lower in _LATIN | {"amp", "quot", "lt", "gt", "nbsp", "apos"}:
            char = html5[lower + ";"]
            return char.upper() if char.isalpha() and len(char.upper()) == 1 else char
    return None


def _is_far(number: int) -> bool:
    """Letters of other scripts than Latin, and of Vietnamese."""
    return 0x370 <= number < 0x2000 or 0x3000 <= number < 0xD800 or 0xFF01 <= number < 0xFFEF


def _numeric(match: re.Match[str], digits: str, base: int, *, closed: bool, far: bool) -> tuple[str, int] | None:
    start = match.start("dec" if base == 10 else "hex")
    if closed:
        char = _by_number(int(digits, base))
        return None if char is None else (char, match.end())
    if base == 10:
        for size in range(min(5, len(digits)), 1, -1):
            number = int(digits[:size])
            if (
                (160 <= number <= 0x17F and size == 3)
                or (0x2000 <= number <= 0x2122 and size == 4)
                or number in (34, 38, 39)
            ):
                return chr(number), start + size
            if far and _is_far(number):
                return chr(number), start + size
            if 128 <= number < 160 and size == 3:
                return table("cp1252")[number], start + size
        return None
    for size in range(min(4, len(digits)), 1, -1):
        number = int(digits[:size], 16)
        if 0xA0 <= number <= 0x17F or 0x2010 <= number <= 0x2122:
            return chr(number), start + size
    return None


def _by_number(number: int) -> str | None:
    if 128 <= number < 160:
        return table("cp1252")[number]
    if number > 0x10FFFF or 0xD800 <= number < 0xE000 or number < 9 or number in (11, 12) or 13 < number < 32:
        return "\ufffd"
    return " " if number < 32 else chr(number)
