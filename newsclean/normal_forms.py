"""The normal forms of a line: how it is written once differences that do not matter are taken away.

Sites write one phrase in many ways: "« Lire aussi »" with plain, no-break or no spaces, with straight or curly apostrophes, in capitals,
behind a bullet. Rules, metadata and profiles each compare lines in the form that drops just what they must not see:

| form | made by | same length | apostrophes, spaces | case | spaces of typography | bullet, marks at the ends |
|---|---|---|---|---|---|---|
| straight | `straighten` | yes | plain | kept | kept | kept |
| folded | `fold` | yes | plain, hyphens too | lower | kept | kept |
| untypeset | `strip_typographic_spaces` | no | spaces collapsed | kept | dropped | kept |
| phrase | `phrase_of` | no | plain, collapsed | lower | kept | bullet dropped |
| key | `line_key` | no | plain, collapsed | lower | dropped | dropped |
| plain | `undecorated` | no | spaces collapsed | kept | kept | decorations dropped |

Forms of the same length keep every offset, so a span found in one is a span of the line. `NormalForms.of_lines` makes the forms of a whole
document in one pass over its joined text, since Python spends more time on calls than on characters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import regex

from newsclean.bullets import strip_bullet
from newsclean.patterns import lazy_re, lazy_regex

# words, and symbols one by one
TOKENS = lazy_re(r"\w+|[^\w\s]")
# marks and arrows at the ends of a line that say nothing of what it is
_EDGES = " \t.,:;|·•*»›>«‹<→►▶▸▹▪■●○◆➤➔↓↑▼▲–—-_/\\+#…!\u200b\ufeff\"'“”„"
_QUOTES = "'\"’‘“”„«»‹›"
# what locales set differently, and how it is written without
_TYPESET = (
    (" .", "."),
    (" ,", ","),
    ("...", "…"),
    (" …", "…"),
    (" ?", "?"),
    (" !", "!"),
    (" :", ":"),
    (" ;", ";"),
    ("« ", "«"),
    (" »", "»"),
    (" %", "%"),
)
# other spaces, apostrophes and hyphens, and the plain ones
_PLAIN = (
    *((space, " ") for space in "\u00a0\u202f\u2009\u2007\u3000\t"),
    ("’", "'"),
    ("‘", "'"),
    ("ʼ", "'"),
    ("‐", "-"),
    ("‑", "-"),
)
# white space that is neither a plain space nor a line end; looking for each is faster than one pattern
_ODD_SPACES = "\t\u00a0\u202f\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


class NormalForms(NamedTuple):
    """The normal forms of one line that the decision needs.

    Attributes:
        straight: With straight apostrophes and plain spaces; the same length as the line. Patterns of rules read it.
        straight_lower: `straight` in lower case. Words of rules are looked up in it.
        untypeset: Without the spaces that a locale sets or leaves out. The key and the shape of the line are made from it.
        folded: In lower case with plain spaces, apostrophes and hyphens; the same length as the line. Metadata are read from it.

    >>> NormalForms.of("« L’Été »")
    NormalForms(straight="« L'Été »", straight_lower="« l'été »", untypeset='«L’Été»', folded="« l'été »")
    """

    straight: str
    straight_lower: str
    untypeset: str
    folded: str

    @classmethod
    def of(cls, line: str) -> NormalForms:
        """Return the normal forms of one line."""
        straight = straighten(line)
        return cls(straight, straight.lower(), strip_typographic_spaces(line), fold(line))

    @classmethod
    def of_lines(cls, lines: Sequence[str]) -> list[NormalForms]:
        """Return the normal forms of each line, the same as `of` gives, at a fraction of the cost.

        >>> NormalForms.of_lines(["« L’Été »", "Fin"])[0] == NormalForms.of("« L’Été »")
        True
        """
        straight = _map_joined(straighten, lines)
        lower = _map_joined(str.lower, straight)
        joined = "\n".join(lower)
        return list(
            map(cls, straight, lower, _untypeset(lines), _map_joined(lambda text: fold(text, joined), lines)),
        )


def straighten(line: str) -> str:
    """Return the line with straight apostrophes and plain spaces, each character in its place.

    >>> straighten("L’été\\u00a0!")
    "L'été !"
    """
    if line.isascii():
        return line
    if "’" in line:
        line = line.replace("’", "'")
    if "\u00a0" in line:
        line = line.replace("\u00a0", " ")
    if "\u202f" in line:
        line = line.replace("\u202f", " ")
    return line


def plain_punctuation(text: str) -> str:
    r"""Return the text with plain spaces, apostrophes and hyphens, each character in its place.

    >>> plain_punctuation("l’été\u00a0: non‑dit")
    "l'été : non-dit"
    """
    if text.isascii():
        return text.replace("\t", " ")
    for other, usual in _PLAIN:  # faster than a translation table: most are not there
        text = text.replace(other, usual)
    return text


def fold(text: str, straight_lower: str | None = None) -> str:
    """Return the text in lower case with plain punctuation, each character in its place.

    A letter whose lower case has two characters stays as it is.

    Args:
        text: The text.
        straight_lower: `straighten(text).lower()` when it is known, which saves work.

    >>> fold("PAR L’AFP"), len(fold("İstanbul"))
    ("par l'afp", 8)
    """
    text = plain_punctuation(text)
    # most texts have no other sign that is not plain, and then are read once
    known = straight_lower if straight_lower is not None and len(straight_lower) == len(text) else None
    lowered = known if known is not None and plain_punctuation(known) == known else text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def strip_typographic_spaces(line: str) -> str:
    """Return the line as it reads in any locale: no space that a locale sets or leaves out, three dots as one mark.

    >>> strip_typographic_spaces("« Pourquoi\u202f? »") == strip_typographic_spaces("«Pourquoi?»")
    True
    """
    line = " ".join(line.split())
    for found, instead in _TYPESET:
        if found in line:
            line = line.replace(found, instead)
    return trim_quote_spaces(line)


def trim_quote_spaces(line: str) -> str:
    """Return the line without a space right inside the quotation marks at its ends.

    >>> trim_quote_spaces("'1 '"), trim_quote_spaces("« deux")
    ("'1'", '«deux')
    """
    if line[1:2] == " " and line[0] in _QUOTES:
        line = line[0] + line[2:]
    if line[-2:-1] == " " and line[-1] in _QUOTES and len(line) > 2:
        line = line[:-2] + line[-1]
    return line


def line_key(line: str) -> str:
    """Return the key under which whole lines are looked up: lower case, no bullet, no marks at the ends.

    >>> line_key("  » Lire   AUSSI : "), line_key("L’essentiel…")
    ('lire aussi', "l'essentiel")
    """
    return key_of_untypeset(strip_typographic_spaces(line))


def key_of_untypeset(untypeset: str) -> str:
    """Return the key of a line whose untypeset form is known.

    >>> key_of_untypeset("L’Essentiel…")
    "l'essentiel"
    """
    return strip_bullet(untypeset.lower().replace("’", "'").replace("\u00ad", "")).strip(_EDGES)


def phrase_of(straight_lower: str) -> str:
    """Return the line as beginnings and ends are compared: single spaces, no bullet.

    Args:
        straight_lower: The line, straightened and in lower case.

    >>> phrase_of("• lire  aussi : le pont")
    'lire aussi : le pont'
    """
    return strip_bullet(" ".join(straight_lower.split()))


def words(line: str) -> list[str]:
    """Return the words and symbols of a line, in lower case: what anchors are looked up by.

    >>> words("© 2019 AFP, l’agence")
    ['©', '2019', 'afp', ',', 'l', "'", 'agence']
    """
    found: list[str] = TOKENS.findall(straighten(line).lower())
    return found


def _map_joined(function: Callable[[str], str], lines: Sequence[str]) -> list[str]:
    """Apply a function that changes characters, not line ends, to each line in one call."""
    done = function("\n".join(lines)).split("\n")
    return done if len(done) == len(lines) else [function(line) for line in lines]


def _untypeset(lines: Sequence[str]) -> list[str]:
    """Apply `strip_typographic_spaces` to each line in one pass."""
    text = "\n".join(lines)
    if "  " in text or "\n " in text or " \n" in text or text[:1] == " " or text[-1:] == " " or _has_odd_space(text):
        text = "\n".join([" ".join(line.split()) for line in lines])
    for found, instead in _TYPESET:
        if found in text:
            text = text.replace(found, instead)
    done = text.split("\n")
    if len(done) != len(lines):
        return [strip_typographic_spaces(line) for line in lines]
    return [trim_quote_spaces(line) if line[1:2] == " " or line[-2:-1] == " " else line for line in done]


def _has_odd_space(text: str) -> bool:
    return any(space in text for space in _ODD_SPACES)


# what sites put around a line to catch the eye: arrows, bullets and pictures before it, arrows behind it, brackets around it
_DECORATION_BEFORE = lazy_regex(
    r"(?:[»›>▶►▸▹→➔➜➤⇒•·*▪■□●○◆◇★☆✓✔☞●🔹🔸\p{Extended_Pictographic}\uFE0F\u200d\s--[©®™\d#]]|[-–—]\s)+(?=\S)", regex.V1
)
_DECORATION_AFTER = lazy_regex(r"(?<=\S)[›»>→➔➜▶►▸\s]+$")
_BRACKETED = lazy_regex(r"\[([^\[\]]{1,200})\]")


def undecorated(line: str) -> str:
    """Return the line without bullets, arrows and pictures around it, brackets that enclose all of it, and doubled spaces.

    A decorated line is decided like the line itself: "▶ Lire aussi" and "[Lire aussi] »" are "Lire aussi".

    >>> [undecorated(line) for line in ("» Lire  aussi", "• Partager »", "[Publicité]", "– Non, dit-il.", "« Oui »")]
    ['Lire aussi', 'Partager', 'Publicité', 'Non, dit-il.', '« Oui »']
    """
    text = " ".join(line.split())
    if text[:1].isalnum() and text[-1:] not in "»›>→➔➜▶►▸":
        return text
    found = _DECORATION_BEFORE.match(text)
    if found and found.end() < len(text):
        text = text[found.end() :]
    if text[-1:] in "»›>→➔➜▶►▸" and "«" not in text and "‹" not in text:
        text = _DECORATION_AFTER.sub("", text) or text
    bracketed = _BRACKETED.fullmatch(text)
    return bracketed[1].strip() or text if bracketed else text


_GLUED_WORDS = lazy_regex(r"(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll})")


def unglued(line: str) -> str:
    """Return the line with a space where two words have run into each other, as when tags between them were dropped.

    >>> unglued("À lire aussiLa France dévoile son plan"), unglued("YouTube")
    ('À lire aussi La France dévoile son plan', 'YouTube')
    """
    return _GLUED_WORDS.sub(" ", line)
