"""The readings of all lines of a document at once: what is done to each line is done to the whole text, and the lines parted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsclean.metadata.words import fold
from newsclean.normal_forms import SET, flat, tight, unset

# white space that is neither a plain space nor a line end; looking for each is faster than one pattern
ODD = "\t\u00a0\u202f\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


class Text(NamedTuple):
    """One line as it is looked at.

    `flat` keeps every offset, `low` is that in lower case, `bare` is without the typography, `folded` is what the grammar of
    metadata reads.

    >>> text_of("« L’Été »")
    Text(flat="« L'Été »", low="« l'été »", bare='«L’Été»', folded="« l'été »")
    """

    flat: str
    low: str
    bare: str
    folded: str


def text_of(line: str) -> Text:
    """The readings of one line."""
    plain = flat(line)
    return Text(plain, plain.lower(), unset(line), fold(line))


def texts_of(lines: Sequence[str]) -> list[Text]:
    """The readings of each line, the same as `text_of` gives.

    >>> texts_of(["« L’Été »", "Fin"])[0] == text_of("« L’Été »")
    True
    """
    flats = at_once(flat, lines)
    lows = at_once(str.lower, flats)
    return list(map(Text, flats, lows, _bare(lines), at_once(lambda text: fold(text, "\n".join(lows)), lines)))


def at_once(function: Callable[[str], str], lines: Sequence[str]) -> list[str]:
    """What a function that changes characters gives for each line, from one call of it."""
    done = function("\n".join(lines)).split("\n")
    return done if len(done) == len(lines) else [function(line) for line in lines]


def _bare(lines: Sequence[str]) -> list[str]:
    """The lines whatever their typography, as `unset` gives them."""
    text = "\n".join(lines)
    if "  " in text or "\n " in text or " \n" in text or text[:1] == " " or text[-1:] == " " or _is_odd(text):
        text = "\n".join([" ".join(line.split()) for line in lines])
    for found, instead in SET:
        if found in text:
            text = text.replace(found, instead)
    done = text.split("\n")
    if len(done) != len(lines):
        return [unset(line) for line in lines]
    return [tight(line) if line[1:2] == " " or line[-2:-1] == " " else line for line in done]


def _is_odd(text: str) -> bool:
    return any(space in text for space in ODD)
