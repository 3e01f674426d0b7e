"""The headline among the lines of a text: weighed by what stands round it, by the words of the article and by the address of the page.

A linear score over the numbers of each line that can be it (candidates.py); its weights were fitted by maximum likelihood (a softmax
over the lines of a page, with and without the address) and stand in titles.toml.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from newsclean.article import Block
from newsclean.bullets import sign_end
from newsclean.hosts import split_url
from newsclean.metadata.article.title_candidates import bare, candidates, title_words
from newsclean.metadata.words import table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_PATH = lazy_regex(r"\s[|/>›»·•]\s|\s[–—-]\s")
_ARROW = lazy_regex(r"\s[>›»]\s")
_BARS = lazy_regex(r"\s\|\s")
_MENU = lazy_regex(r"\s[/>›»]\s.{0,200}?\s[/>›»]\s")


def find_title(blocks: Sequence[Block], url: str | None = None, told: str | None = None) -> int | None:
    """The index of the block that is the headline, or None.

    Args:
        blocks: All blocks of the article, labelled.
        url: The address of the page, when known; its words often are those of the headline.
        told: What the markup says that the headline is, when it says so.

    >>> from newsclean.article import Label
    >>> rows = [("Accueil", Label.NAV), ("Le pont de la Tine rouvre", Label.HEADING), ("Par Anna Keller", Label.BYLINE)]
    >>> rows += [("Le pont de la Tine, fermé depuis la crue de mars, rouvre samedi matin à tous les véhicules.", Label.PARAGRAPH)]
    >>> find_title([Block(0, 0, text, text, label=label) for text, label in rows])
    1
    """
    weights, least = _weights()
    best: tuple[float, int] | None = None
    for n, row in candidates(blocks, url, told):
        score = sum(weights.get(name, 0.0) * value for name, value in row.items())
        if (score >= least or row["title"]) and (best is None or score > best[0]):
            best = score, n
    return best[1] if best is not None else None


def bare_title(text: str, blocks: Sequence[Block], url: str | None = None, *, marked: bool = False) -> str:
    """The headline without the name of the site behind it or the path of the menu before it.

    Args:
        text: The headline as it stands or as the markup tells it.
        blocks: The blocks of the article: a part that stands alone elsewhere is the headline.
        url: The address of the page, when known: a part that names the site is none.
        marked: It is an <h1>: bars in it are the newsroom's own, as in "Live | The bridge opens".

    >>> bare_title("Le pont de la Tine rouvre | Le Courrier", [], "https://www.lecourrier.example/pont")
    'Le pont de la Tine rouvre'
    """
    text = text[sign_end(text) :]
    cuts = [] if "«" in text else [match.span() for match in _PATH.finditer(text)]
    if not cuts:
        return text
    alone = {fold(block.text).strip() for block in blocks}
    arrow = max((match.end() for match in _ARROW.finditer(text)), default=len(text))
    if fold(text[arrow:]).strip() in alone and len(title_words(text[arrow:])) > 2:
        return text[arrow:].strip()
    for part in (*(text[:start].strip() for start, _ in reversed(cuts)), *(text[end:].strip() for _, end in cuts)):
        if fold(part) in alone and 2 * len(part) > len(text):
            return part
    site = "".join(title_words(split_url(url).hostname or "")).removeprefix("www")
    for start, _ in cuts:
        rest = bare("".join(title_words(text[start:])))
        if len(rest) > 2 and (rest in site or site.startswith(rest[:6])):
            return text[:start].strip()
    if "|" in text and not marked:
        return max((part.strip() for part in _BARS.split(text)), key=len)
    return text[cuts[-1][1] :].strip() if _MENU.search(text) else text


@functools.lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, float], float]:
    words = table("titles")
    return dict(words["weights"]), float(words["least"])
