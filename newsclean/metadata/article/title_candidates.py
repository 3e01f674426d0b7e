"""The lines that can be the headline of a text, each with what speaks for and against it, as named numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from newsclean.article import METADATA, Block, Label
from newsclean.bullets import bullet_end
from newsclean.hosts import split_url
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

FAR = 40  # lines before the first paragraph that are looked at
BEHIND = 12  # and from it on, for pages that open with a notice
MAX_TITLE = 300  # characters
TOP = 2  # lines at the very top that are looked at: a dump often opens with the title of its page
LIKE = 0.5  # words in common with the top line, or with the address, for which a line is looked at wherever it stands
_BODY = 8_000  # characters of prose whose words are agencies_named
_BESIDE, _MORE = 4, 12  # lines beside it, and words of one, that can hold a headline after the path of a menu
_PROSE_WORDS, _FEW_WORDS = 16, 8
STOPS = '.!?…»”"’)'
_WORD = lazy_regex(r"[\p{L}\p{N}]+")
_PARTS = lazy_regex(r"\s[|/>›»·•]\s|\s[–—-]\s|:\s")
TEXT = frozenset({Label.PARAGRAPH, Label.LEAD, Label.QUOTE, Label.LIST_ITEM})
_SIGNED = frozenset({Label.BYLINE, Label.DATE, Label.AGENCY, Label.DATELINE})
_ASCII = str.maketrans("àâäáãçéèêëíìîïñóòôöõúùûüý", "aaaaaceeeeiiiinooooouuuuy") | {
    ord("ß"): "ss",
    ord("œ"): "oe",
    ord("æ"): "ae",
}


def first_prose(blocks: Sequence[Block]) -> int:
    """The index of the first paragraph of the article; the number of blocks when there is none.

    >>> first_prose([Block(0, 5, "Titre", "Titre", label=Label.TITLE)])
    1
    """
    for least in (_PROSE_WORDS, _FEW_WORDS):
        for n, block in enumerate(blocks):
            ends = block.kept and (block.label or Label.PARAGRAPH) in TEXT and block.text.rstrip()[-1:] in STOPS
            if ends and len(block.text.split()) >= least:
                return n
    return len(blocks)


def title_words(text: str) -> list[str]:
    """The words of a line, folded.

    >>> title_words("L’été, enfin!")
    ['l', 'été', 'enfin']
    """
    return _WORD.findall(fold(text))


def bare(words: str) -> str:
    """The text without accents, as addresses write it.

    >>> bare("où çà")
    'ou ca'
    """
    return words.translate(_ASCII)


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of words in common (F1).

    >>> alike(["le", "pont", "rouvre"], ["le", "pont"])
    0.8
    """
    if set(one).isdisjoint(other):
        return 0.0
    common = Counter(one) & Counter(other)
    return 2 * common.total() / max(1, len(one) + len(other))


def candidates(
    blocks: Sequence[Block], url: str | None, told: str | None = None
) -> Iterator[tuple[int, dict[str, float]]]:
    """The lines that can be the headline, each with its numbers by name.

    Args:
        blocks: All blocks of the article, labelled.
        url: The address of the page, when known.
        told: What the markup says that the headline is; without it, the top line of a dump, which often is the title of the page.

    >>> rows = [Block(0, 0, text, text) for text in ("Le pont rouvre", "Le pont de la Tine rouvre samedi à tous.")]
    >>> [n for n, numbers in candidates(rows, None)]
    [0, 1]
    """
    page = _Page(blocks, url, told)
    for n, words in enumerate(page.words):
        if not words:
            continue
        like = alike(words, page.top) if n or told else 0.0
        slug = page.in_address(words)
        near = page.first - FAR <= n < page.first + BEHIND
        if near or n < TOP or blocks[n].label == Label.TITLE or max(like, slug) >= LIKE:
            yield (
                n,
                _form(blocks[n].text.strip(), words)
                | page.place(n)
                | {
                    "like": like,
                    "slug": slug,
                    "slugged": page.holds_address(words),
                    "body": page.in_body(words),
                    "part": float(n in page.inner or page.keys[n] in page.parts),
                },
            )


class _Page:
    """What all candidates of a page are held against."""

    def __init__(self, blocks: Sequence[Block], url: str | None, told: str | None) -> None:
        self.blocks = blocks
        self.first = first_prose(blocks)
        self.keys = [fold(block.text.strip()) if len(block.text) <= 2 * MAX_TITLE else "" for block in blocks]
        self.words = [_WORD.findall(key) if len(key) <= MAX_TITLE else [] for key in self.keys]
        top = title_words(told) if told else self.words[0] if self.words else []
        self.top = top if len(top) > 2 else []
        self.slug = _slug(url)
        self.told = {word for word in self.slug if len(word) > 3 and not word.isdigit()}
        self.body = _body(blocks, self.first)
        self.parts = _parts(self.keys)
        self.inner = set(_inner(self.words))

    def place(self, n: int) -> dict[str, float]:
        """What a line is and what stands round it."""
        blocks, first = self.blocks, self.first
        label = blocks[n].label
        return {
            "title": float(label == Label.TITLE),
            "heading": float(label == Label.HEADING),
            "kicker": float(label == Label.KICKER),
            "text": float(label in TEXT),
            "metadata": float(label in METADATA),
            "signs": float(label in (Label.DATE, Label.AGENCY, Label.CREDIT)),
            "near": float(0 < first - n <= 3),
            "behind": float(n >= first),
            "signed": next(
                (1 - 0.2 * far for far, block in enumerate(blocks[n + 1 : n + 4]) if block.label in _SIGNED), 0.0
            ),
            "under-signed": float(n > 0 and blocks[n - 1].label in _SIGNED),
            "opens": float(n == 0),
            "over-title": float(n == 0 and label == Label.KICKER and blocks[1].label == Label.TITLE),
        }

    def in_body(self, words: list[str]) -> float:
        """The share of the long words that the article uses."""
        long = [word for word in words if len(word) > 3]
        return sum(word in self.body for word in long) / len(long) if long else 0.0

    def in_address(self, words: list[str]) -> float:
        """The share of words in common with the address."""
        return alike(bare(" ".join(words)).split(), self.slug) if len(self.slug) > 2 else 0.0

    def holds_address(self, words: list[str]) -> float:
        """The share of the words of the address that stand in the line."""
        return len(self.told.intersection(bare(" ".join(words)).split())) / len(self.told) if self.told else 0.0


def _form(text: str, words: list[str]) -> dict[str, float]:
    size = len(words)
    return {
        "tiny": float(size < 3),
        "short": float(3 <= size < 5),
        "long": float(size > 20),
        "stop": float(text[-1] in ".!…:;,"),
        "bullet": float(bullet_end(text) > 0),
        "colon": float(":" in text[:-1]),
    }


def _body(blocks: Sequence[Block], first: int) -> frozenset[str]:
    """The words of the article, as far as needed."""
    words: set[str] = set()
    size = 0
    for block in blocks[first:]:
        if block.kept and size < _BODY:
            words.update(title_words(block.text))
            size += len(block.text)
    return frozenset(words)


def _slug(url: str | None) -> list[str]:
    """The words of the longest part of an address: "/2024/05/pont-de-la-tine-rouvre.html"."""
    path = unquote(split_url(url).path)
    return max((title_words(part) for part in path.split("/")), key=len, default=[])


def _parts(lines: Sequence[str]) -> frozenset[str]:
    """What stands between bars, dashes and arrows: the title of a page repeats its headline, and so does the path of a menu."""
    found: set[str] = set()
    for line in lines:
        parts = _PARTS.split(line)
        if len(parts) > 1:
            found.update(part.strip() for part in parts)
    return frozenset(found)


def _inner(lines: Sequence[list[str]]) -> Iterator[int]:
    """The lines with which another one beside them ends: "Home News The bridge opens" above "The bridge opens"."""
    for n, words in enumerate(lines):
        if len(words) < 3:
            continue
        for other in lines[max(0, n - _BESIDE) : n + _BESIDE + 1]:
            if len(words) < len(other) <= len(words) + _MORE and other[-len(words) :] == words:
                yield n
                break
