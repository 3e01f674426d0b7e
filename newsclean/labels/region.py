"""The second look: each line among the scores of its neighbours, which show where the article lies.

Theory. The first ensemble (`features.py`) sees what a line and its neighbours look like, but not what they are taken for. Once every line has a score, the
region of the article shows: the stretch where scores are high, with islands of furniture inside. A second, small ensemble decides with the scores around a
line, its distance to that region, and what the line says by itself. This is stacked generalization (Wolpert, Neural Networks, 1992): in training, the scores come
from ensembles that have not seen the publisher.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import accumulate

from newsclean.labels.document import Document, Stretch, densest
from newsclean.labels.features import FEATURES

AROUND = 5  # lines above and below whose scores are seen
WINDOWS = (5, 10, 25)  # lines above and below over which chances are averaged
FAR = 99  # lines; stands for the distance to something that is not there
NO_LINE = -7.0  # stands for the score of a line that is not there
SURE_IN, SURE_OUT = 0.8, 0.15  # chances from which a line plainly is article text, or is none
PARAGRAPH = 12  # words of more than a short line
WEIGHTY = 5.0  # the most that one line counts for the region: the root of 25 words
# what the line says by itself, of `FEATURES`
OWN = (
    *("words", "end", "kind", "strong-rule", "weak-rule", "metadata", "words-weigh", "words-known"),
    *("first-words-weigh", "last-words-weigh", "unquoted-words-weigh", "lines", "short-share", "furniture-words-share"),
    *("copies", "section", "section-distance", "shared-words", "rule-above", "rule-above-distance", "rule-below"),
    *("rule-below-distance", "question", "case", "sentences", "listed", "position"),
)
_OWN_INDEX = tuple(FEATURES.index(name) for name in OWN)
REGION_FEATURES = (
    *(f"score{by:+d}" for by in range(-AROUND, AROUND + 1)),  # logits of the first ensemble
    *(f"chance-{side}-{size}" for size in WINDOWS for side in ("above", "below")),  # means
    *("in-above", "in-below"),  # distance to the nearest line that plainly is article text
    *("paragraph-above", "paragraph-below"),  # the same, with more than a few words
    *("out-above", "out-below"),  # distance to the nearest line that plainly is none
    *("from-region-start", "to-region-end", "region-share"),
    *("chances", "chances-by-words"),  # of the whole document
    *("article-above", "article-below"),  # share of the words of the article
    *OWN,
)


def region_rows(
    document: Document, rows: Sequence[Sequence[float]], logits: Sequence[float], chances: Sequence[float]
) -> list[list[float]]:
    """Return the features of the second look for each line, in the order of `REGION_FEATURES`.

    Args:
        document: The lines.
        rows: Their features for the first ensemble.
        logits: Their scores.
        chances: The probabilities that these stand for.
    """
    count = document.count
    words = [max(1, line.form.words) for line in document.lines]
    padded = [NO_LINE] * AROUND + [max(-7.0, min(7.0, logit)) for logit in logits] + [NO_LINE] * AROUND
    sums = list(accumulate(chances, initial=0.0))
    article = list(accumulate((chance * size for chance, size in zip(chances, words, strict=True)), initial=0.0))
    whole = max(1e-6, article[-1])
    region = region_of(chances, words)
    share = (region.last - region.first + 1) / count
    mean, mean_by_words = sums[-1] / count, article[-1] / sum(words)
    inside = _distances(count, lambda n: chances[n] > SURE_IN)
    paragraph = _distances(count, lambda n: chances[n] > SURE_IN and words[n] > PARAGRAPH)
    outside = _distances(count, lambda n: chances[n] < SURE_OUT)
    out = []
    for n in range(count):
        row = padded[n : n + 2 * AROUND + 1]
        for size in WINDOWS:
            row.append((sums[n] - sums[max(0, n - size)]) / size)
            row.append((sums[min(count, n + 1 + size)] - sums[n + 1]) / size)
        row += (*inside[n], *paragraph[n], *outside[n])
        row += (n - region.first, region.last - n, share, mean, mean_by_words)
        row += (article[n] / whole, (article[-1] - article[n + 1]) / whole)
        own = rows[n]
        row += [own[index] for index in _OWN_INDEX]
        out.append(row)
    return out


def region_of(chances: Sequence[float], words: Sequence[int]) -> Stretch:
    """Return the stretch of lines that most likely is the article.

    >>> region_of([0.1, 0.9, 0.4, 0.9, 0.1], [3, 20, 2, 30, 4])
    Stretch(first=1, last=3)
    """
    return densest(
        [(chance - 0.5) * min(math.sqrt(size), WEIGHTY) for chance, size in zip(chances, words, strict=True)]
    )


def _distances(count: int, flag: Callable[[int], bool]) -> list[tuple[int, int]]:
    """Return for each line how far the nearest flagged line above and below is, `FAR` at most."""
    flags = [flag(n) for n in range(count)]
    above, last = [], -FAR
    for n in range(count):
        above.append(min(FAR, n - last))
        last = n if flags[n] else last
    below, last = [], count + FAR
    for n in range(count - 1, -1, -1):
        below.append(min(FAR, last - n))
        last = n if flags[n] else last
    return list(zip(above, reversed(below), strict=True))
