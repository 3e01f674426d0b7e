"""The headline among the lines of a text: which lines can be it, and which of them is.

Each line near the first paragraph, labelled as a headline, or like the title or the address of the page is a candidate. What it is, what
stands round it, and the words that it has in common with the article and the address become named numbers, and a linear score over them
chooses. The weights are fitted by maximum likelihood (a softmax over the lines of a page) and stand in `title.toml`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from newsclean.article import METADATA, Block, Label
from newsclean.bullets import bullet_end
from newsclean.hosts import split_url
from newsclean.metadata.article.title_words import shared_words, title_words, without_accents
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex
from newsclean.tables import table_of
from newsclean.vocabulary import MAX_HEADLINE

TOP_LINES = 2  # lines at the very top that are candidates: a dump often opens with the title of its page
TEXT_LABELS = frozenset({Label.PARAGRAPH, Label.LEAD, Label.QUOTE, Label.LIST_ITEM})
SENTENCE_ENDS = '.!?…»”"’)'
_MAX_KEY = 600  # characters of a line of which a part may be the headline, such as the path of a menu
_MAX_PATH = 300  # characters of a line that ends with the headline, behind the path of a menu
_LINES_ABOVE, _LINES_BELOW = (
    40,
    12,
)  # candidates round the beginning of the first paragraph; pages may open with a notice
_LIKE = 0.5  # words in common (F1) with the top line, or with the address, for which a line is a candidate anywhere
_MAX_BODY = 8_000  # characters of the article whose words are known
_MENU_LINES, _MENU_WORDS = (
    4,
    12,
)  # lines round a headline, and words of one before it, that may repeat it with the path of a menu
_PROSE_WORDS, _FEW_WORDS = 16, 8  # words of the first paragraph; the second if no paragraph has as many as the first
_LONG_WORD = 4  # letters of a word that says what a text is about
_TINY, _SHORT, _LONG = 3, 5, 20  # words: a line with fewer is tiny, short; one with more is long
_PARTS = lazy_regex(r"\s[|/>›»·•]\s|\s[–—-]\s|:\s")
_SIGNING = frozenset({Label.BYLINE, Label.DATE, Label.AGENCY, Label.DATELINE})


@functools.lru_cache(maxsize=1)
def _weights() -> tuple[Mapping[str, float], float]:
    """Return the weights, and the score below which a line is no headline."""
    table = table_of("newsclean.metadata.article", "title.toml")
    return table["weights"], table["least"]


def find_title(blocks: Sequence[Block], url: str | None = None, marked_title: str | None = None) -> int | None:
    """Return the index of the block that is the headline, or None.

    Args:
        blocks: All blocks of the article, labelled.
        url: The address of the page, if known; its words often are those of the headline.
        marked_title: The headline that the markup names, if it does.

    >>> from newsclean.article import Label
    >>> rows = [("Accueil", Label.NAV), ("Le pont de la Tine rouvre", Label.HEADING), ("Par Anna Keller", Label.BYLINE)]
    >>> rows += [("Le pont de la Tine, fermé depuis la crue de mars, rouvre samedi matin à tous les véhicules.", Label.PARAGRAPH)]
    >>> find_title([Block(0, 0, text, text, label=label) for text, label in rows])
    1
    """
    weights, least = _weights()
    best: tuple[float, int] | None = None
    for n, numbers in title_candidates(blocks, url, marked_title):
        score = sum(weights.get(name, 0.0) * value for name, value in numbers.items())
        if (score >= least or numbers["title"]) and (best is None or score > best[0]):
            best = score, n
    return best[1] if best is not None else None


def first_prose(blocks: Sequence[Block]) -> int:
    """Return the index of the first paragraph of the article; the number of blocks if there is none.

    >>> first_prose([Block(0, 5, "Titre", "Titre", label=Label.TITLE)])
    1
    """
    for least in (_PROSE_WORDS, _FEW_WORDS):
        for n, block in enumerate(blocks):
            is_text = block.kept and (block.label or Label.PARAGRAPH) in TEXT_LABELS
            if is_text and block.text.rstrip()[-1:] in SENTENCE_ENDS and len(block.text.split()) >= least:
                return n
    return len(blocks)


def title_candidates(
    blocks: Sequence[Block], url: str | None, marked_title: str | None = None
) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield the lines that can be the headline, each with its numbers by the names of their weights.

    Args:
        blocks: All blocks of the article, labelled.
        url: The address of the page, if known.
        marked_title: The headline that the markup names; without it, the top line counts, which often is the title of the page.

    >>> rows = [Block(0, 0, text, text) for text in ("Le pont rouvre", "Le pont de la Tine rouvre samedi à tous.")]
    >>> [n for n, numbers in title_candidates(rows, None)]
    [0, 1]
    """
    context = _TitleContext(blocks, url, marked_title)
    for n, words in enumerate(context.words):
        if not words or len(context.keys[n]) > MAX_HEADLINE:
            continue
        like = shared_words(words, context.top) if n or marked_title else 0.0
        slug = context.in_address(words)
        near = context.prose - _LINES_ABOVE <= n < context.prose + _LINES_BELOW
        if near or n < TOP_LINES or blocks[n].label == Label.TITLE or max(like, slug) >= _LIKE:
            yield (
                n,
                _form(blocks[n].text.strip(), words)
                | context.place(n)
                | {
                    "like": like,
                    "slug": slug,
                    "slugged": context.share_of_address(words),
                    "body": context.in_body(words),
                    "part": float(context.is_repeated(n)),
                },
            )


class _TitleContext:
    """What is known of all lines of an article when one is weighed as its headline."""

    def __init__(self, blocks: Sequence[Block], url: str | None, marked_title: str | None) -> None:
        self.blocks, self.prose = blocks, first_prose(blocks)
        self.keys = [fold(block.text.strip()) if len(block.text) <= _MAX_KEY else "" for block in blocks]
        self.words = [title_words(key) if len(key) <= _MAX_PATH else [] for key in self.keys]
        top = title_words(marked_title) if marked_title else self.words[0] if self.words else []
        self.top = top if len(top) > 2 else []
        self.slug = _slug(url)
        self.slug_words = {word for word in self.slug if len(word) >= _LONG_WORD and not word.isdigit()}
        self.body = _body(blocks, self.prose)
        self.parts = _parts(self.keys)
        self.repeated = set(_repeated_below_menu(self.words))

    def place(self, n: int) -> dict[str, float]:
        """Return what a line is and what stands round it."""
        blocks = self.blocks
        label = blocks[n].label
        below = (1 - 0.2 * far for far, block in enumerate(blocks[n + 1 : n + 4]) if block.label in _SIGNING)
        return {
            "title": float(label == Label.TITLE),
            "heading": float(label == Label.HEADING),
            "kicker": float(label == Label.KICKER),
            "text": float(label in TEXT_LABELS),
            "metadata": float(label in METADATA),
            "signs": float(label in (Label.DATE, Label.AGENCY, Label.CREDIT)),
            "near": float(0 < self.prose - n <= 3),
            "behind": float(n >= self.prose),
            "signed": next(below, 0.0),
            "under-signed": float(n > 0 and blocks[n - 1].label in _SIGNING),
            "opens": float(n == 0),
            "over-title": float(n == 0 and [block.label for block in blocks[:2]] == [Label.KICKER, Label.TITLE]),
        }

    def in_body(self, words: list[str]) -> float:
        """Return the share of the long words that the article uses."""
        long = [word for word in words if len(word) >= _LONG_WORD]
        return sum(word in self.body for word in long) / len(long) if long else 0.0

    def in_address(self, words: list[str]) -> float:
        """Return the share of words in common with the address (F1)."""
        return shared_words(without_accents(" ".join(words)).split(), self.slug) if len(self.slug) > 2 else 0.0

    def share_of_address(self, words: list[str]) -> float:
        """Return the share of the words of the address that stand in the line."""
        if not self.slug_words:
            return 0.0
        return len(self.slug_words.intersection(without_accents(" ".join(words)).split())) / len(self.slug_words)

    def is_repeated(self, n: int) -> bool:
        """Return True if a longer line repeats the line."""
        return n in self.repeated or self.keys[n] in self.parts


def _form(text: str, words: list[str]) -> dict[str, float]:
    """Return what a line looks like."""
    size = len(words)
    return {
        "tiny": float(size < _TINY),
        "short": float(_TINY <= size < _SHORT),
        "long": float(size > _LONG),
        "stop": float(text[-1] in ".!…:;,"),
        "bullet": float(bullet_end(text) > 0),
        "colon": float(":" in text[:-1]),
    }


def _body(blocks: Sequence[Block], prose: int) -> frozenset[str]:
    """Return the words of the article, as far as needed."""
    words: set[str] = set()
    size = 0
    for block in blocks[prose:]:
        if block.kept and size < _MAX_BODY:
            words.update(title_words(block.text))
            size += len(block.text)
    return frozenset(words)


def _slug(url: str | None) -> list[str]:
    """Return the words of the longest part of an address: "/2024/05/pont-de-la-tine-rouvre.html"."""
    path = unquote(split_url(url).path)
    return max((title_words(part) for part in path.split("/")), key=len, default=[])


def _parts(lines: Sequence[str]) -> frozenset[str]:
    """Return what stands between bars, dashes and arrows: the title of a page repeats its headline, and so does the path of a menu."""
    found: set[str] = set()
    for line in lines:
        parts = _PARTS.split(line)
        if len(parts) > 1:
            found.update(part.strip() for part in parts)
    return frozenset(found)


def _repeated_below_menu(lines: Sequence[list[str]]) -> Iterator[int]:
    """Yield the lines with which another one beside them ends: "Home News The bridge opens" above "The bridge opens"."""
    for n, words in enumerate(lines):
        if len(words) < 3:
            continue
        for other in lines[max(0, n - _MENU_LINES) : n + _MENU_LINES + 1]:
            if len(words) < len(other) <= len(words) + _MENU_WORDS and other[-len(words) :] == words:
                yield n
                break
