"""The witnesses: other sources that say which text is the article's.

They are trafilatura, run on the same tree, and the `articleBody` of the JSON-LD. What they keep becomes clues; the decision weighs them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MIN_PART = 24  # characters without spaces from which a text counts as kept inside a longer line
PROBE = 40  # characters at both ends of a long text that are looked up when the whole is not found
_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "ab", "code", "row"})  # tags of trafilatura's TEI-like tree


class WitnessText:
    """The text of a witness, searched without regard to spaces.

    Args:
        lines: Its lines.
        whole: The text as a whole, if it is more than the lines joined.

    >>> witness = WitnessText(["Le conseil a voté le budget, lundi soir.", "Un titre"])
    >>> witness.share("Un titre"), witness.share("Le conseil a voté le budget, lundi"), witness.share("Abonnez-vous")
    (1.0, 1.0, 0.0)
    """

    def __init__(self, lines: Iterable[str], whole: str | None = None) -> None:
        lines = list(lines)
        self.lines = frozenset(map(without_spaces, lines))
        self.text = without_spaces("".join(lines) if whole is None else whole)

    def __bool__(self) -> bool:
        return bool(self.text)

    def share(self, text: str) -> float:
        """Return how much of a text the witness keeps: 1.0 all of it, 0.5 its beginning or its end, 0.0 nothing."""
        key = without_spaces(text)
        if not key or not self.text:
            return 0.0
        if key in self.lines:
            return 1.0
        if len(key) < MIN_PART:
            return 0.0
        if key in self.text:
            return 1.0
        if len(key) < 2 * PROBE:
            return 0.0
        return 0.5 * ((key[:PROBE] in self.text) + (key[-PROBE:] in self.text))


def without_spaces(text: str) -> str:
    """Return a text without its spaces and the bars between cells, in which extractors differ.

    >>> without_spaces("Budget | 12 millions")
    'Budget12millions'
    """
    return "".join(text.replace("|", "").split())


NO_WITNESS = WitnessText(())


def trafilatura_text(tree: HtmlElement) -> WitnessText:
    """Return what trafilatura takes for the article; it changes the tree."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(tree, options=_options())
    except Exception:  # noqa: BLE001 - the page is still read if another library fails on it
        return NO_WITNESS
    body = getattr(found, "body", None)
    return NO_WITNESS if body is None else WitnessText(_lines(body), "".join(body.itertext()))


@functools.lru_cache(maxsize=1)
def _options() -> Any:
    """The options of trafilatura: fast, since other clues see what its fallback algorithms would bring."""
    from trafilatura.settings import Extractor

    return Extractor(fast=True, comments=False, with_metadata=False, output_format="python")


def _lines(body: HtmlElement) -> Iterator[str]:
    """The texts of the blocks of trafilatura's tree, and the texts between its line breaks."""
    for node in body.iter():
        if node.tag in _BLOCKS:
            yield "".join(node.itertext())
        if node.text:
            yield node.text
        if node.tail:
            yield node.tail
