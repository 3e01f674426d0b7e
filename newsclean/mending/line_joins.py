"""Two neighbouring lines: whether they were one sentence, and how certain that is.

Four kinds of evidence are read off the edges of the lines, in the order of their strength: the first line ends with an
opening mark or an elided word; the second begins with a mark that closes the first; a word is broken between its first
letter and the rest; the first line ends with a word that ends no sentence. Failing these, two lines that read as one
sentence are only a weak candidate.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from newsclean.languages import language_cache, language_codes, language_section, words_of_all
from newsclean.mending.line_ends import PROSE, STOPS, has_inner_sentence_end, is_list_item, starts_in_lower_case
from newsclean.mending.words import words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    import regex


class JoinConfidence(IntEnum):
    """How certain it is that two lines were one sentence.

    Attributes:
        NONE: Nothing indicates it.
        WEAK: Both lines read as one sentence, but their edges do not prove it.
        SURE: The edges alone prove it.
    """

    NONE = 0
    WEAK = 1
    SURE = 2


LINK_LENGTH = 60  # characters: the text of a link inside a sentence is shorter
_CLOSING_MARKS = lazy_regex(
    r"[,.)](?:\s['\"«“„]?\s?\p{L}|\s?$)|[»”](?:\s?[,.]|\s[\p{Ll}(]|$)|[?!:;]\s\p{Ll}|[?!](?:\s?«?\s?$|\s\p{Lu}\p{Ll}{0,20}\s)"
)
_CLOSED_BY = {")": "(", "»": "«", "”": "“"}
_LONE_LETTER = lazy_regex(r"(?<![\p{L}\p{N}'’.]|\p{N}\s)[bcdfghjklmnpqrstvwxz]$")
_LONE_CAPITAL = lazy_regex(r"(?<!\p{L})\p{Lu}$")
EDGES = frozenset(",.;:?!)»”")  # marks that begin no line of their own
_OPENERS = frozenset("«“„(['’")  # marks that end no line; every match of `_open_end` ends with one
_HEAD = 5  # characters of the next line that are all capitals when it is a heading


@language_cache()
def _open_end() -> regex.Pattern[str]:
    """Return the pattern of a line end that needs more: an opening mark, or an elided word."""
    elided = "|".join(sorted(words_of_all("mending", "elided")))
    return lazy_regex(rf"(?:(?:^|[\s(])[«“„(\[]|(?<![\p{{L}}'’])(?:{elided})['’])$")


@language_cache()
def _finished() -> tuple[str, ...]:
    """Return the line ends that need no more, although their last word alone would."""
    endings = (language_section(code, "mending").get("finished", ()) for code in language_codes())
    return tuple(f" {ending}" for found in endings for ending in found)


def may_join(left: str, right: str, ends: frozenset[str] = frozenset()) -> bool:
    """Return False if two lines certainly stay apart; cheap, since every pair of lines is tested.

    Args:
        left: The first line, not empty.
        right: The line after it, not empty.
        ends: Words that end no sentence, in lower case.

    >>> may_join("Il l'a dit.", "Elle aussi."), may_join("Il l'a", "dit.")
    (False, True)
    """
    first = right[0]
    if first.islower() or first in EDGES or left[-1] in _OPENERS or right in _OPENERS:
        return True
    return left[-1].islower() and _last_word(left) in ends


def join_confidence(left: str, right: str, language: str | None = None) -> JoinConfidence:
    """Return how certain it is that `right` continues the sentence of `left`.

    Args:
        left: The first line, not empty.
        right: The line after it, not empty.
        language: Language code; it selects the words that end no sentence.

    >>> join_confidence("Le maire l'a dit au", "journal local.", "fr"), join_confidence("« Non »", ", a dit le maire au conseil.")
    (<JoinConfidence.SURE: 2>, <JoinConfidence.SURE: 2>)
    >>> join_confidence("Deux œufs", "du sel")
    <JoinConfidence.NONE: 0>
    """
    if is_list_item(right) or left[-1] in ":;" or right.startswith(("...", "…", ". . .")):
        return JoinConfidence.NONE
    if right in _OPENERS:
        return JoinConfidence.SURE if left[-1] not in STOPS else JoinConfidence.NONE
    opened = left[-1] in _OPENERS and right[0].isalnum() and _open_end().search(left[-12:])
    if opened or _closes_left(left, right) or breaks_word(left, right):
        return JoinConfidence.SURE
    if _LONE_CAPITAL.search(left[-3:]):
        return JoinConfidence.NONE
    if _needs_another_word(left, right, language):
        return JoinConfidence.SURE
    return JoinConfidence.WEAK if _reads_as_one(left, right) else JoinConfidence.NONE


def _closes_left(left: str, right: str) -> bool:
    """Return True if `right` begins with a mark that closes what `left` leaves open."""
    first = right[0]
    if first not in EDGES or left[-1] in STOPS or left[-1] in ",:;" or not _CLOSING_MARKS.match(right):
        return False
    opener = _CLOSED_BY.get(first)
    return opener is None or left.count(opener) > left.count(first)


def breaks_word(left: str, right: str) -> bool:
    """Return True if a word is broken after its first letter: the letter ends `left`, the rest begins `right`.

    >>> breaks_word("Elle l'a écrit dans l", "e journal"), breaks_word("Il a sauté 8 m", "et gagné")
    (True, False)
    """
    return right[0].islower() and _LONE_LETTER.search(left[-3:]) is not None


def _last_word(left: str) -> str:
    """Return the last word of a line; in lower case when it is the whole line or holds an apostrophe."""
    word = left[left.rfind(" ") + 1 :]
    return word.replace("’", "'").lower() if word == left or "’" in word else word


def _needs_another_word(left: str, right: str, language: str | None) -> bool:
    """Return True if `left` ends with a word that needs another one, and `right` begins with a word."""
    first, word = right[0], _last_word(left)
    if not (first.islower() or first.isdigit() or first.isupper()):
        return False
    if word in words("unfinished", language):
        needed = not right[:_HEAD].isupper()
    else:
        needed = word in words("linking", language) and not first.isupper()
    return needed and not left.endswith(_finished())


def _reads_as_one(left: str, right: str) -> bool:
    """Return True if `left` breaks off, `right` begins in lower case, and one of the two is prose."""
    if not starts_in_lower_case(right) or left[0].islower() or is_list_item(left):
        return False
    if not (left[-1].islower() or left[-1] in ',)"»”'):
        return False
    if left[-1] in ')"»”,' and (left[-2:-1] in STOPS or (len(left) < LINK_LENGTH and len(right) < PROSE)):
        return False
    stops = right[-1] in STOPS
    if len(left) >= PROSE and has_inner_sentence_end(left) and (stops or len(right) >= LINK_LENGTH):
        return True
    return (len(right) >= PROSE and stops) or (len(right) >= LINK_LENGTH and has_inner_sentence_end(right))
