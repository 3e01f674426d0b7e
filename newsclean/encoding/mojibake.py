"""Mojibake: UTF-8 read in one of eleven charsets, once or several times, in all of a text or in one word."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.edits import Edit
from newsclean.encoding.document import Document
from newsclean.encoding.languages import Language
from newsclean.encoding.precheck import may_be_odd
from newsclean.encoding.readings import CHARSETS, Reading, meaning, reading
from newsclean.patterns import lazy_re

RULE = "mojibake"
_SAMPLE = 5_000  # characters that vote on the charset
_LEVELS = 3
_CLEAR = 3.0  # weight that one sequence on its own needs
_ENOUGH = 5.0  # weight of all sequences together that needs no more
_MARKS = frozenset("’“”‘„‚«»–—…€\xa0\u202f°§©®™•·¿¡ªº²³½¼¾‹›×−№\ufffd£\u200b\ufeff\xad")
_QUOTES = frozenset("”“’‘‚„»«›‹…–—™®©°\xa0 ´'\"")
_BEYOND = lazy_re(r"[^\x00-\x7f]+")


_VIETNAMESE = lazy_re("[\u1ea0-\u1ef9]")
_TAIL = "[" + "".join(map(re.escape, reading("both").tails)) + "]"
_ELIDED = lazy_re("[’‘“”«–—…][À-ÖØ-öø-ÿœŒ]")  # "d’été": what it would mean in turn is an accident
_SPACED = lazy_re(f"[á-ï](?:{_TAIL} | {_TAIL})|Ð (?=[а-я])")


class Found(NamedTuple):
    """A cluster of sequences: where it stands, what it means, and how sure that is."""

    start: int
    end: int
    text: str
    weight: float


def repair_mojibake(document: Document) -> bool:
    """Decode what reads as UTF-8 in another charset, through several levels; True when something changed."""
    lines = [(i, line) for i, line in enumerate(document.lines) if not line.isascii()]
    best = _vote(lines, document.language)
    if best is None:
        return False
    changed, total, likely = False, 0.0, 0
    found = [(i, line, list(clusters(line, best, document.language))) for i, line in lines]
    distinct: set[str] = set()
    for _, line, row in found:
        for item in row:
            before = line[item.start : item.end]
            if item.weight > 0 and before not in distinct:
                distinct.add(before)
                total += item.weight
                likely += item.weight >= 1
    enough = total >= _ENOUGH and likely >= 0.5 * len(distinct)
    spaced = enough and best.charset in ("cp1252", "latin-1", "both")
    for i, line, row in found:
        edits = [
            Edit(item.start, item.end, line[item.start : item.end], item.text, RULE)
            for item in row
            if item.weight >= _CLEAR or (enough and item.weight > -1)
        ]
        changed |= document.change(i, edits)
        if spaced:
            changed |= document.change(i, _spaced(document.lines[i]))
    return changed


def _spaced(line: str) -> list[Edit]:
    """Sequences of Asian letters of which one byte became a space, or was lost with the spaces around it."""
    both, edits = reading("both"), []
    for match in _SPACED.finditer(line):
        raw = bytes(both.byte.get(c, 0xA0) for c in match.group())
        try:
            char = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        asian = any(c > "\u2e80" for c in line[max(0, match.start() - 1) : match.end() + 1])
        if (
            char == "Р"
            or ("\u3000" <= char <= "\ud7a3" and asian)
            or ("\u1e00" <= char <= "\u1eff" and _VIETNAMESE.search(line))
        ):
            edits.append(Edit(match.start(), match.end(), match.group(), char, RULE))
    return edits


def _vote(lines: list[tuple[int, str]], language: Language) -> Reading | None:
    """The charset that explains most, in which characters make sense."""
    sample, size = [], 0
    for _, line in lines:
        if may_be_odd(line):
            sample.append(line[:_SAMPLE])
            size += len(line)
            if size > _SAMPLE:
                break
    have = set("".join(sample))
    best, best_score = None, 0.0
    beyond = sum(len(part) for line in sample for part in _BEYOND.findall(line))
    for charset in CHARSETS:
        candidate = reading(charset)
        if have.isdisjoint(candidate.leads) or have.isdisjoint(candidate.tails):
            continue
        found = [item for line in sample for item in clusters(line, candidate, language)]
        score = sum(item.weight * (item.end - item.start) / len(item.text) for item in found)
        if score > best_score + 0.01:
            best, best_score = candidate, score
        if sum(item.end - item.start for item in found) == beyond and min(item.weight for item in found) >= 1:
            break
    return best


def clusters(line: str, read: Reading, language: Language) -> Iterator[Found]:
    """The runs of UTF-8 sequences in a line, weighed by what they would give."""
    for match in read.clusters.finditer(line):
        start, end = match.span()
        text = _decoded(match.group(), read.charset)
        before, after = line[start - 1 : start], line[end : end + 1]
        if line.endswith("â€TM", 0, start):  # an apostrophe, after NFKC
            before = "’"
        yield Found(start, end, text, _weight(match.group(), text, before, after, language))


@functools.lru_cache(maxsize=8192)
def _decoded(damaged: str, charset: str) -> str:
    """The text behind a cluster, and the text behind that when it is mojibake again."""
    read = reading(charset)
    text = meaning(damaged, read.byte)
    for _ in range(_LEVELS if len(text) > 1 and not _ELIDED.fullmatch(text) else 0):
        ways = {_once(text, inner) for inner in (read, reading("cp1252"), reading("latin-1"), reading("both"))}
        again = min(ways, key=lambda way: (len(way), way))
        if len(again) >= len(text):
            break
        text = again
    return text


def _once(text: str, read: Reading) -> str:
    return read.clusters.sub(lambda match: meaning(match.group(), read.byte), text)


def _weight(damaged: str, text: str, before: str, after: str, language: Language) -> float:
    """How likely the decoded text is in its place; more than zero speaks for it."""
    if len(text) == 1:
        return _weight_of_one(damaged, text, before, after, language)
    if (
        len(
            {
                unicodedata.name(char, "").partition(" ")[0]
                for char in text
                if "\u0370" <= char < "\u2e80" and char.isalpha()
            }
        )
        > 1
    ):
        return -2.0  # letters of two alphabets side by side are no word
    chars = (before, *text, after)
    return sum(min(3.0, _weight_of_one("", char, chars[i], chars[i + 2], language)) for i, char in enumerate(text))


def _weight_of_one(damaged: str, char: str, before: str, after: str, language: Language) -> float:
    size = len(damaged)
    if char in _MARKS:
        return 1.0 if before.isupper() and size == 2 else 4.0 if size > 2 else 3.0
    if "\x80" <= char <= "\x9f":
        return -1.0
    if char >= "\U00010000":
        return 3.0 if "\U0001f000" <= char <= "\U0001faff" else 1.0 if "\U00020000" <= char <= "\U0003ffff" else -2.0
    if not char.isalpha():
        return 0.4
    if char > "\u0250" and not "\u1e00" <= char <= "\u1eff":
        mixed = (size and (before.isalpha() and before < "\u0250")) or (after.isalpha() and after < "\u0080")
        return -2.0 if mixed or (char.isupper() and before.islower()) else 1.5 if char >= "\u0370" else 0.2
    weight = 4.0 if char in language.own else 2.0 if char in language.foreign else 0.3
    if char.isupper() and (before.islower() or (after.islower() and before.isalpha())):
        return weight - 4.5
    in_word = before.islower() or (after.islower() and char.islower()) or (after.isalpha() and not before.isalpha())
    if size == 2 and damaged[-1] in _QUOTES and not in_word:
        return min(weight, 2.5)
    return max(weight, 3.0) if in_word and char.islower() and char < "\u0100" else weight
