"""Mojibake: UTF-8 that was decoded with one of twelve other charsets, once or several times, in a whole text or in one word.

A vote over a sample of the text finds the charset that explains most of it. Every run of sequences then gets a weight: how
plausible the decoded character is between its neighbours, in the language of the text. A heavy run is decoded on its own;
light runs are decoded if all runs of the text together are heavy enough.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.edits import Edit
from newsclean.encoding.misreadings import MISREAD_CHARSETS, Misreading, decode_sequences, misreading
from newsclean.encoding.orthography import Orthography
from newsclean.encoding.precheck import may_hold_sequence
from newsclean.encoding.repair_document import RepairDocument
from newsclean.patterns import lazy_re

RULE = "mojibake"
_MAX_SAMPLE = 5_000  # characters of the text that vote on the charset
_MAX_LEVELS = 3  # wrong decodings in a row that are undone inside one run
_MIN_WEIGHT_ALONE = 3.0  # weight from which one run is decoded whatever the rest of the text says
_MIN_WEIGHT_TOGETHER = 5.0  # sum of the weights of distinct runs from which light ones are decoded, too
_MIN_WEIGHT_LIGHT = -1.0  # weight that a light run must exceed then
_MARKS = frozenset("’“”‘„‚«»–—…€\xa0\u202f°§©®™•·¿¡ªº²³½¼¾‹›×−№\ufffd£\u200b\ufeff\xad")
_QUOTES = frozenset("”“’‘‚„»«›‹…–—™®©°\xa0 ´'\"")
_BEYOND = lazy_re(r"[^\x00-\x7f]+")


_VIETNAMESE = lazy_re("[\u1ea0-\u1ef9]")
_TAIL = "[" + "".join(map(re.escape, misreading("both").continuation_chars)) + "]"
_MARK_AND_LETTER = lazy_re("[’‘“”«–—…][À-ÖØ-öø-ÿœŒ]")  # "d’été": what it would mean in turn is an accident
_SPACED = lazy_re(f"[á-ï](?:{_TAIL} | {_TAIL})|Ð (?=[а-я])")


class DecodedRun(NamedTuple):
    """A run of UTF-8 sequences in a line.

    Attributes:
        start: Offset of the run in the line.
        end: Offset after the run.
        text: The text that the run decodes to.
        weight: How plausible `text` is in its place; more than 0 is evidence for mojibake.
    """

    start: int
    end: int
    text: str
    weight: float


def repair_mojibake(document: RepairDocument) -> bool:
    """Decode UTF-8 that was read in another charset, through several levels; return True if something changed."""
    lines = [(i, line) for i, line in enumerate(document.lines) if not line.isascii()]
    best = _best_charset(lines, document.orthography)
    if best is None:
        return False
    changed, total, likely = False, 0.0, 0
    found = [(i, line, list(decoded_runs(line, best, document.orthography))) for i, line in lines]
    distinct: set[str] = set()
    for _, line, row in found:
        for item in row:
            before = line[item.start : item.end]
            if item.weight > 0 and before not in distinct:
                distinct.add(before)
                total += item.weight
                likely += item.weight >= 1
    enough = total >= _MIN_WEIGHT_TOGETHER and likely >= 0.5 * len(distinct)
    spaced = enough and best.charset in ("cp1252", "latin-1", "both")
    for i, line, row in found:
        edits = [
            Edit(item.start, item.end, line[item.start : item.end], item.text, RULE)
            for item in row
            if item.weight >= _MIN_WEIGHT_ALONE or (enough and item.weight > _MIN_WEIGHT_LIGHT)
        ]
        changed |= document.change(i, edits)
        if spaced:
            changed |= document.change(i, _spaced(document.lines[i]))
    return changed


def _spaced(line: str) -> list[Edit]:
    """Return edits for sequences of Asian letters of which one byte became a space or was lost with the spaces around it."""
    both, edits = misreading("both"), []
    for match in _SPACED.finditer(line):
        raw = bytes(both.byte_of.get(c, 0xA0) for c in match.group())
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


def _best_charset(lines: list[tuple[int, str]], orthography: Orthography) -> Misreading | None:
    """Return the charset that explains most of the text with plausible characters, or None."""
    sample, size = [], 0
    for _, line in lines:
        if may_hold_sequence(line):
            sample.append(line[:_MAX_SAMPLE])
            size += len(line)
            if size > _MAX_SAMPLE:
                break
    have = set("".join(sample))
    best, best_score = None, 0.0
    beyond = sum(len(part) for line in sample for part in _BEYOND.findall(line))
    for charset in MISREAD_CHARSETS:
        candidate = misreading(charset)
        if have.isdisjoint(candidate.lead_chars) or have.isdisjoint(candidate.continuation_chars):
            continue
        found = [item for line in sample for item in decoded_runs(line, candidate, orthography)]
        score = sum(item.weight * (item.end - item.start) / len(item.text) for item in found)
        if score > best_score + 0.01:
            best, best_score = candidate, score
        if sum(item.end - item.start for item in found) == beyond and min(item.weight for item in found) >= 1:
            break
    return best


def decoded_runs(line: str, read: Misreading, orthography: Orthography) -> Iterator[DecodedRun]:
    """Yield the runs of UTF-8 sequences in a line, weighed by the text that they decode to."""
    for match in read.sequences.finditer(line):
        start, end = match.span()
        text = _decoded(match.group(), read.charset)
        before, after = line[start - 1 : start], line[end : end + 1]
        if line.endswith("â€TM", 0, start):  # an apostrophe, after NFKC
            before = "’"
        yield DecodedRun(start, end, text, _weight(match.group(), text, before, after, orthography))


@functools.lru_cache(maxsize=8192)
def _decoded(damaged: str, charset: str) -> str:
    """Return the text behind a run, and the text behind that if it is mojibake again."""
    read = misreading(charset)
    text = decode_sequences(damaged, read.byte_of)
    for _ in range(_MAX_LEVELS if len(text) > 1 and not _MARK_AND_LETTER.fullmatch(text) else 0):
        ways = {_once(text, inner) for inner in (read, misreading("cp1252"), misreading("latin-1"), misreading("both"))}
        again = min(ways, key=lambda way: (len(way), way))
        if len(again) >= len(text):
            break
        text = again
    return text


def _once(text: str, read: Misreading) -> str:
    """Return a text with every run of sequences decoded once."""
    return read.sequences.sub(lambda match: decode_sequences(match.group(), read.byte_of), text)


def _weight(damaged: str, text: str, before: str, after: str, orthography: Orthography) -> float:
    """Return how plausible a decoded text is in its place; more than 0 is evidence for mojibake."""
    if len(text) == 1:
        return _character_weight(damaged, text, before, after, orthography)
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
    return sum(
        min(3.0, _character_weight("", char, chars[i], chars[i + 2], orthography)) for i, char in enumerate(text)
    )


def _character_weight(damaged: str, char: str, before: str, after: str, orthography: Orthography) -> float:
    """Return the weight of one decoded character, from -4.2 (a capital inside a word) to 4 (a letter of the language)."""
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
    weight = 4.0 if char in orthography.own else 2.0 if char in orthography.foreign else 0.3
    if char.isupper() and (before.islower() or (after.islower() and before.isalpha())):
        return weight - 4.5
    in_word = before.islower() or (after.islower() and char.islower()) or (after.isalpha() and not before.isalpha())
    if size == 2 and damaged[-1] in _QUOTES and not in_word:
        return min(weight, 2.5)
    return max(weight, 3.0) if in_word and char.islower() and char < "\u0100" else weight
