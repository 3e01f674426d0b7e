"""What one line shows by itself: whether it ends a sentence, continues one, or is code or a list item."""

from __future__ import annotations

from newsclean.bullets import bullet_end
from newsclean.patterns import lazy_regex

STOPS = frozenset(".!?…。！？।؟")
PROSE = 90  # characters: verses, headlines and list items of a few words are shorter
BREAKS = frozenset(("\n", "\r\n", "\r"))  # one line break, as opposed to a blank line
_LONGEST_BULLET = 8  # characters, more than any bullet has
_ROWS = "|#"  # how rows of a table and headings of Markdown begin
_CODE_SEARCHED = 2_000  # characters of a line in which signs of code are looked for
_CODE = lazy_regex(r"[{}=<>\\|_~^]|::|//|\(\)|;$|\$\w|\s{3}|\t")
_SENTENCES = lazy_regex(r"\p{Ll}[\p{Ll}\d)»”\"]{1,3}[.!?]['\"”»)\s]{0,3}\s['\"«“„\s]{0,3}\p{Lu}")
_FIRST = lazy_regex(r"\p{Ll}[\p{Ll}\p{M}]{0,40}+(?![\p{Lu}\d@/._-]\S)")
_LETTER = lazy_regex(r"\p{Ll} [\p{Lu}\d]")


def is_list_item(text: str) -> bool:
    """Return True if a line begins with a bullet, a number or another list marker.

    >>> is_list_item("- deux œufs"), is_list_item("o sport"), is_list_item("océan")
    (True, True, False)
    """
    begun = f"{text[:_LONGEST_BULLET]} "  # a bullet may stand alone on its line
    return bullet_end(begun) > 0 or (begun[0] in _ROWS and begun[1].isspace())


def is_code(text: str) -> bool:
    """Return True if a line is code, markup or a table row rather than sentences.

    >>> is_code("tools = [search, analyze]"), is_code("Le maire a dit non.")
    (True, False)
    """
    return _CODE.search(text[:_CODE_SEARCHED]) is not None


def has_inner_sentence_end(text: str) -> bool:
    """Return True if a sentence ends inside the line and another one follows it.

    >>> has_inner_sentence_end("Il est venu. Elle aussi"), has_inner_sentence_end("M. Dupont est venu")
    (True, False)
    """
    return _SENTENCES.search(text) is not None


def starts_in_lower_case(text: str) -> bool:
    """Return True if a line begins with a lower-case word: no list letter, address or name such as iPhone.

    >>> starts_in_lower_case("vec les siens"), starts_in_lower_case("iPhone 15"), starts_in_lower_case("lemonde.fr")
    (True, False, False)
    """
    return text[0].islower() and _FIRST.match(text) is not None and not _LETTER.match(text)
