"""The headline among the lines of a text: weighed by what stands round it, by the words of the article and by the address of the page.

A linear score over a dozen features of each line before the first paragraph; its weights were fitted by maximum likelihood (a softmax
over the lines of a page) and stand in titles.toml.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from newsclean.article import FURNITURE, METADATA, Block, Label
from newsclean.hosts import split_url
from newsclean.metadata.words import fold, table
from newsclean.patterns import lazy_regex

FAR = 40  # lines before the first paragraph that are looked at
MAX_TITLE = 300  # characters
BEHIND = 12  # and from it on, for pages that open with a notice
_BODY = 8_000  # characters of prose whose words are known
_PROSE_WORDS, _FEW_WORDS = 16, 8
_STOPS = '.!?…»”"’)'
_WORD = lazy_regex(r"[\p{L}\p{N}]+")
_BULLET = lazy_regex(r"\s*[*+•·▪‣–—-]\s|\s*o\s")
_PATH = lazy_regex(r"\s[|/>›»·•]\s|\s[–—-]\s")
_BARS = lazy_regex(r"\s\|\s")
_MENU = lazy_regex(r"\s[/>›»]\s.{0,200}?\s[/>›»]\s")
_TEXT = frozenset({Label.PARAGRAPH, Label.LEAD, Label.QUOTE, Label.LIST_ITEM})
_SIGNED = frozenset({Label.BYLINE, Label.DATE, Label.AGENCY, Label.DATELINE})


def first_prose(blocks: Sequence[Block]) -> int:
    """The index of the first paragraph of the article; the number of blocks when there is none.

    >>> first_prose([Block(0, 5, "Titre", "Titre", label=Label.TITLE)])
    1
    """
    for least in (_PROSE_WORDS, _FEW_WORDS):
        for n, block in enumerate(blocks):
            ends = block.kept and (block.label or Label.PARAGRAPH) in _TEXT and block.text.rstrip()[-1:] in _STOPS
            if ends and len(block.text.split()) >= least:
                return n
    return len(blocks)


def find_title(blocks: Sequence[Block], url: str | None = None) -> int | None:
    """The index of the block that is the headline, or None.

    Args:
        blocks: All blocks of the article, labelled.
        url: The address of the page, when known; its words often are those of the headline.

    >>> rows = [("Accueil", Label.NAV), ("Le pont de la Tine rouvre", Label.HEADING), ("Par Anna Keller", Label.BYLINE)]
    >>> rows += [("Le pont de la Tine, fermé depuis la crue de mars, rouvre samedi matin à tous les véhicules.", Label.PARAGRAPH)]
    >>> find_title([Block(0, 0, text, text, label=label) for text, label in rows])
    1
    """
    weights, least = _weights()
    best: tuple[float, int] | None = None
    for n, row in numbers(blocks, url):
        score = sum(weights.get(name, 0.0) * value for name, value in row.items())
        if (score >= least or row["title"]) and (best is None or score > best[0]):
            best = score, n
    return best[1] if best is not None else None


def bare_title(text: str, blocks: Sequence[Block], url: str | None = None) -> str:
    """The headline without the name of the site behind it or the path of the menu before it.

    Args:
        text: The headline as it stands or as the markup tells it.
        blocks: The blocks of the article: a part that stands alone elsewhere is the headline.
        url: The address of the page, when known: a part that names the site is none.

    >>> bare_title("Le pont de la Tine rouvre | Le Courrier", [], "https://www.lecourrier.example/pont")
    'Le pont de la Tine rouvre'
    """
    cuts = [] if "«" in text else [match.span() for match in _PATH.finditer(text)]
    if not cuts:
        return text
    alone = {fold(block.text).strip() for block in blocks}
    for part in (*(text[:start].strip() for start, _ in reversed(cuts)), *(text[end:].strip() for _, end in cuts)):
        if fold(part) in alone and 2 * len(part) > len(text):
            return part
    site = "".join(_WORD.findall(split_url(url).hostname or "")).removeprefix("www")
    for start, _ in cuts:
        rest = "".join(_WORD.findall(fold(text[start:]).translate(_ASCII)))
        if len(rest) > 2 and (rest in site or site.startswith(rest[:6])):
            return text[:start].strip()
    if "|" in text:
        return max((part.strip() for part in _BARS.split(text)), key=len)
    return text[cuts[-1][1] :].strip() if _MENU.search(text) else text


def numbers(blocks: Sequence[Block], url: str | None) -> Iterator[tuple[int, dict[str, float]]]:
    """The lines that can be the headline, each with its features by name."""
    first = first_prose(blocks)
    body = _body(blocks, first)
    slug = _slug(url)
    seen = Counter(fold(block.text).strip() for block in blocks)
    for n in range(max(0, first - FAR), min(len(blocks), first + BEHIND)):
        text = blocks[n].text.strip()
        words = _WORD.findall(fold(text))
        if 0 < len(text) <= MAX_TITLE and words and not _over_title(blocks, n):
            row = _form(text, words) | _place(blocks, n, first)
            long = [word for word in words if len(word) > 3]
            row["body"] = sum(word in body for word in long) / len(long) if long else 0.0
            row["slug"] = _common(words, slug)
            row["again"] = float(seen[fold(text)] > 1)
            yield n, row


def _over_title(blocks: Sequence[Block], n: int) -> bool:
    """Is this the kicker of a headline that stands under it?"""
    below = (block.label == Label.TITLE for block in blocks[n + 1 : n + 3])
    return blocks[n].label == Label.KICKER and any(below)


def _form(text: str, words: list[str]) -> dict[str, float]:
    size = len(words)
    return {
        "tiny": float(size < 3),
        "short": float(3 <= size < 5),
        "long": float(size > 20),
        "stop": float(text[-1] in ".!…:;,"),
        "asks": float(text[-1] == "?"),
        "bullet": float(_BULLET.match(text) is not None),
        "path": float(_PATH.search(text) is not None),
    }


def _place(blocks: Sequence[Block], n: int, first: int) -> dict[str, float]:
    label, behind = blocks[n].label, blocks[n + 1 : n + 4]
    return {
        "title": float(label == Label.TITLE),
        "heading": float(label == Label.HEADING),
        "text": float(label in _TEXT),
        "furniture": float(label in FURNITURE),
        "metadata": float(label in METADATA),
        "kicker": float(label == Label.KICKER),
        "near": float(0 < first - n <= 3),
        "far": max(0, first - n) / 10,
        "behind": float(n >= first),
        "signed": float(any(block.label in _SIGNED for block in behind)),
        "opens": float(n == 0),
    }


def _body(blocks: Sequence[Block], first: int) -> frozenset[str]:
    """The words of the article, as far as needed."""
    words: set[str] = set()
    size = 0
    for block in blocks[first:]:
        if block.kept and size < _BODY:
            words.update(_WORD.findall(fold(block.text)))
            size += len(block.text)
    return frozenset(words)


def _slug(url: str | None) -> list[str]:
    """The words of the longest part of an address: "/2024/05/pont-de-la-tine-rouvre.html"."""
    path = unquote(split_url(url).path)
    parts = [_WORD.findall(fold(part)) for part in path.split("/")]
    return max(parts, key=len, default=[])


def _common(words: list[str], slug: list[str]) -> float:
    """The share of words in common (F1); the address writes without accents and marks."""
    if len(slug) < 3:
        return 0.0
    plain = Counter(word.translate(_ASCII) for word in words)
    return 2 * sum((plain & Counter(slug)).values()) / (len(words) + len(slug))


_ASCII = str.maketrans("àâäáãçéèêëíìîïñóòôöõúùûüý", "aaaaaceeeeiiiinooooouuuuy") | {
    ord("ß"): "ss",
    ord("œ"): "oe",
    ord("æ"): "ae",
}


@functools.lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, float], float]:
    words = table("titles")
    return dict(words["weights"]), float(words["least"])
