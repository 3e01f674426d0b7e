"""Mojibake: UTF-8 read in one of eleven charsets, once or several times, in all of a text or in one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.edits import Edit
from newsclean.encoding.document import Document
from newsclean.encoding.languages import Language
from newsclean.encoding.readings import CHARSETS, Reading, meaning, reading

RULE = "mojibake"
_SAMPLE = 20_000  # characters that vote on the charset
_LEVELS = 3
_CLEAR = 3.0  # weight that one sequence on its own needs
_ENOUGH = 5.0  # weight of all sequences together that needs no more
_MARKS = frozenset("’“”‘„‚«»–—…€\xa0\u202f°§©®™•·¿¡ªº²³½¼¾‹›×−№\ufffd£\u200b\ufeff\xad")
_QUOTES = frozenset("”“’‘‚„»«›‹…–—™®©°\xa0 ´'\"")
_BEYOND = re.compile(r"[^\x00-\x7f]")


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
    for i, line, row in found:
        edits = [
            Edit(item.start, item.end, line[item.start : item.end], item.text, RULE)
            for item in row
            if item.weight >= _CLEAR or (enough and item.weight > -1)
        ]
        changed |= document.change(i, edits)
    return changed


def _vote(lines: list[tuple[int, str]], language: Language) -> Reading | None:
    """The charset that explains most, in which characters make sense."""
    sample, size = [], 0
    for _, line in lines:
        sample.append(line[:_SAMPLE])
        size += len(line)
        if size > _SAMPLE:
            break
    have = set("".join(sample))
    best, best_score = None, 0.0
    for charset in CHARSETS:
        candidate = reading(charset)
        if have.isdisjoint(candidate.leads) or have.isdisjoint(candidate.tails):
            continue
        score = sum(
            item.weight * (item.end - item.start) / len(item.text)
            for line in sample
            for item in clusters(line, candidate, language)
        )
        if score > best_score + 0.01:
            best, best_score = candidate, score
    if best is None and len(sample) < len(lines):
        return reading(CHARSETS[0])
    return best


def clusters(line: str, read: Reading, language: Language) -> Iterator[Found]:
    """The runs of UTF-8 sequences in a line, weighed by what they would give."""
    for match in read.clusters.finditer(line):
        start, end = match.span()
        text = _deep(meaning(match.group(), read.byte), read)
        before, after = line[start - 1 : start], line[end : end + 1]
        if line.endswith("â€TM", 0, start):  # an apostrophe, after NFKC
            before = "’"
        yield Found(start, end, text, _weight(match.group(), text, before, after, language))


def _deep(text: str, read: Reading) -> str:
    """The text behind the text, when what was decoded is mojibake again."""
    for _ in range(_LEVELS):
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
    chars = (before, *text, after)
    return sum(
        min(3.0, _weight_of_one(damaged[-2:] if len(damaged) < 8 else "", char, chars[i], chars[i + 2], language))
        for i, char in enumerate(text)
    )


def _weight_of_one(damaged: str, char: str, before: str, after: str, language: Language) -> float:
    size = len(damaged)
    if char in _MARKS:
        return 1.0 if before.isupper() and size == 2 else 4.0 if size > 2 else 3.0
    if "\x80" <= char <= "\x9f":
        return -1.0
    if size >= 4:
        return 3.0
    if not char.isalpha():
        return 0.4
    if char > "\u0250":
        return -2.0 if char.isupper() and before.islower() else 1.5 if "\u0370" <= char else 0.2
    weight = 4.0 if char in language.own else 2.0 if char in language.foreign else 0.3
    if char.isupper() and (before.islower() or (after.islower() and before.isalpha())):
        return weight - 4.5
    in_word = before.islower() or (after.islower() and char.islower()) or (after.isalpha() and not before.isalpha())
    if size == 2 and damaged[-1] in _QUOTES and not in_word:
        return min(weight, 2.5)
    return max(weight, 3.0) if in_word and char.islower() and char < "\u0100" else weight
