"""Entities: HTML character references left in text, named or numeric, doubled, without semicolon, torn or in capitals.

Names and numbers follow the WHATWG HTML Standard (named character references, numeric character reference end state);
references without a semicolon are decoded only where they cannot be part of a word or a web address.
"""

from __future__ import annotations

import functools
import re
from html.entities import codepoint2name, html5

from newsclean.edits import Edit
from newsclean.encoding.charsets import table
from newsclean.encoding.repair_document import RepairDocument
from newsclean.patterns import lazy_re

RULE = "entity"
_REFERENCE = lazy_re(
    r"&(?:(?:amp;|#38;|#[xX]26;)+|[ ](?=[A-Za-z]{2,8};))?"
    r"(?:#(?P<dec>[0-9]{2,7})(?P<dec_end>;?)|#[xX](?P<hex>[0-9A-Fa-f]{2,6})(?P<hex_end>;?)|(?P<name>[A-Za-z][A-Za-z0-9]{1,31})(?P<end>;?))?"
)
_URL = lazy_re(r"(?:https?://|www\.)[^\s<>\"«»“”]+")
_OPEN_DECIMAL = lazy_re(r"&#([0-9]{4,5})(?![0-9;])")
_MAX_ACCIDENTS = 5  # distinct numbers of other scripts without semicolon that may be accidents
_LATIN = frozenset(name for code, name in codepoint2name.items() if code > 127)
_WITHOUT_SEMICOLON = sorted(_LATIN | {"quot", "apos"}, key=len, reverse=True)
_PREFIX = lazy_re("|".join(_WITHOUT_SEMICOLON))
_WORDLIKE_NAMES = frozenset(
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


def repair_entities(document: RepairDocument) -> bool:
    """Decode character references; return True if something changed.

    A reference that was escaped several times (`&amp;amp;amp;`) is matched as a whole, so that the time stays linear.
    """
    changed = False
    numbers = {int(m) for line in document.lines if "&#" in line for m in _OPEN_DECIMAL.findall(line)}
    other_scripts = sum(map(_is_other_script, numbers)) > _MAX_ACCIDENTS
    for i, line in enumerate(document.lines):
        if "&" in line:
            changed |= document.change(i, _edits(line, other_scripts=other_scripts))
    return changed


def _edits(line: str, *, other_scripts: bool) -> list[Edit]:
    """Return the edits that decode the references of a line.

    Args:
        line: The line.
        other_scripts: Whether the document has letters of other scripts as numbers without semicolon.
    """
    urls = [m.span() for m in _URL.finditer(line)]
    edits, at = [], 0
    for match in _REFERENCE.finditer(line):
        start = match.start()
        while at < len(urls) and urls[at][1] <= start:
            at += 1
        in_url = at < len(urls) and urls[at][0] <= start
        found = _replacement(match, line, in_url=in_url, other_scripts=other_scripts)
        if found is not None:
            text, end = found
            edits.append(Edit(start, end, line[start:end], text, RULE))
    return edits


def _replacement(match: re.Match[str], line: str, *, in_url: bool, other_scripts: bool) -> tuple[str, int] | None:
    """Return the character that a match stands for and where the reference ends; None leaves it as it is."""
    text = match.group()
    if match["dec"]:
        return _numeric(match, match["dec"], 10, closed=bool(match["dec_end"]), other_scripts=other_scripts)
    if match["hex"]:
        return _numeric(match, match["hex"], 16, closed=bool(match["hex_end"]), other_scripts=other_scripts)
    if match["name"]:
        found = _named(match, line, in_url=in_url)
        if found is not None:
            return found
        text = text[: match.start("name") - match.start()]
    if len(text) > 2:
        return "&", match.start() + len(text)
    return None


def _named(match: re.Match[str], line: str, *, in_url: bool) -> tuple[str, int] | None:
    """Return the character of a named reference and where it ends, or None."""
    name, start = match["name"], match.start("name")
    if match["end"]:
        char = _character_of_name(name)
        return None if char is None else (char, match.end())
    if in_url or line[start - 1] == " ":
        return None
    prefix = _PREFIX.match(name)
    if prefix is None:
        return None
    found, after = prefix.group(), line[start + len(prefix.group()) : start + len(prefix.group()) + 1]
    if after == "=" or (found in _WORDLIKE_NAMES and after.isalnum()):
        return None
    return html5[found + ";"], start + len(found)


@functools.lru_cache(maxsize=512)
def _character_of_name(name: str) -> str | None:
    """Return the character of a name, also of one that was put in capitals."""
    if name + ";" in html5:
        return html5[name + ";"]
    if name.isupper():
        lower = name.lower()
        if lower + ";" in html5 and lower in _LATIN | {"amp", "quot", "lt", "gt", "nbsp", "apos"}:
            char = html5[lower + ";"]
            return char.upper() if char.isalpha() and len(char.upper()) == 1 else char
    return None


def _is_other_script(number: int) -> bool:
    """Return True for the number of a letter of another script than Latin, or of Vietnamese."""
    return 0x370 <= number < 0x2000 or 0x3000 <= number < 0xD800 or 0xFF01 <= number < 0xFFEF


def _numeric(
    match: re.Match[str], digits: str, base: int, *, closed: bool, other_scripts: bool
) -> tuple[str, int] | None:
    """Return the character of a numeric reference and where it ends, or None."""
    start = match.start("dec" if base == 10 else "hex")
    if closed:
        char = _character_of_number(int(digits, base))
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
            if other_scripts and _is_other_script(number):
                return chr(number), start + size
            if 128 <= number < 160 and size == 3:
                return table("cp1252")[number], start + size
        return None
    for size in range(min(4, len(digits)), 1, -1):
        number = int(digits[:size], 16)
        if 0xA0 <= number <= 0x17F or 0x2010 <= number <= 0x2122:
            return chr(number), start + size
    return None


def _character_of_number(number: int) -> str | None:
    """Return the character of a code point; one of windows-1252 for C1 controls, as browsers do."""
    if 128 <= number < 160:
        return table("cp1252")[number]
    if number > 0x10FFFF or 0xD800 <= number < 0xE000 or number < 9 or number in (11, 12) or 13 < number < 32:
        return "\ufffd"
    return " " if number < 32 else chr(number)
