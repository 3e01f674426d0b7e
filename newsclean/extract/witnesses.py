"""Who else holds a piece for article text: trafilatura on the same tree, `articleBody` of JSON-LD."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "ab", "code", "row"})
SHORT = 24  # letters below which a text must be a line of its own to count as held
PROBE = 40  # letters of a text's beginning and end that are looked up when the whole is not found


class Held:
    """A text to ask whether it holds another, by all but spaces.

    >>> held = Held(["Le conseil a voté le budget, lundi soir.", "Un titre"])
    >>> held.share("Un titre"), held.share("Le conseil a voté le budget, lundi"), held.share("Abonnez-vous")
    (1.0, 1.0, 0.0)
    """

    def __init__(self, lines: Iterable[str], whole: str | None = None) -> None:
        lines = list(lines)
        self.lines = frozenset(map(fold, lines))
        self.text = fold("".join(lines) if whole is None else whole)

    def __bool__(self) -> bool:
        return bool(self.text)

    def share(self, text: str) -> float:
        """How much of the text is held: 1.0 all, 0.5 its beginning or end, 0.0 nothing."""
        key = fold(text)
        if not key or not self.text:
            return 0.0
        if key in self.lines:
            return 1.0
        if len(key) < SHORT:
            return 0.0
        if key in self.text:
            return 1.0
        if len(key) < 2 * PROBE:
            return 0.0
        return 0.5 * ((key[:PROBE] in self.text) + (key[-PROBE:] in self.text))


def fold(text: str) -> str:
    """A text without its spaces and the bars between cells: tools differ in them alone."""
    return "".join(text.replace("|", "").split())


def trafilatura_keeps(tree: HtmlElement) -> Held:
    """What trafilatura takes for the article on this tree."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(tree, options=_options())
    except Exception:  # noqa: BLE001 - a foreign tool's crash is no reason to lose the page
        return Held(())
    body = getattr(found, "body", None)
    return Held(()) if body is None else Held(_lines(body), "".join(body.itertext()))


@functools.lru_cache(maxsize=1)
def _options() -> Any:
    """Trafilatura's options, made once: fast, since what its fallbacks would bring is seen by other clues."""
    from trafilatura.settings import Extractor

    return Extractor(fast=True, comments=False, with_metadata=False, output_format="python")


def _lines(body: HtmlElement) -> Iterator[str]:
    """The texts of the blocks of trafilatura's tree, and of what stands between its breaks."""
    for node in body.iter():
        if node.tag in _BLOCKS:
            yield "".join(node.itertext())
        if node.text:
            yield node.text
        if node.tail:
            yield node.tail
