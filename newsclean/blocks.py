"""Text into blocks with their spans; kept blocks back into a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.article import Block, Label

BAR = " | "  # parts the cells of a row of a table
_LISTED = frozenset({Label.LIST_ITEM})


def split(text: str) -> tuple[Block, ...]:
    r"""The lines of a text as blocks, without the spaces around them; blank lines make no block.

    Lines end at \n, \r\n and \r only: U+0085 and U+2028 can be halves of mojibake.

    >>> [(block.span, block.text) for block in split("  Un titre\n\n - un point ")]
    [((2, 10), 'Un titre'), ((13, 23), '- un point')]
    """
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    at = 0
    # both ends of lines are one character long for this, so that the spans stay
    for line in (text.replace("\r", "\n") if "\r" in text else text).split("\n"):
        body = line.strip()
        if body:
            start = at if body == line else at + len(line) - len(line.lstrip())
            yield Block(start, start + len(body), body, body)
        at += len(line) + 1


def join(blocks: Sequence[Block], source: str) -> tuple[Block, ...]:
    """The blocks with the gaps of a clean text: list items that stood on consecutive lines stay so, all else is parted by a blank line.

    >>> source = "Un titre\\nUn texte.\\n* un\\n* deux"
    >>> listed = [b._replace(label=Label.LIST_ITEM) if b.text[0] == "*" else b for b in split(source)]
    >>> [block.gap for block in join(listed, source)]
    ['', '\\n\\n', '\\n\\n', '\\n']
    """
    out: list[Block] = []
    before: Block | None = None
    for block in blocks:
        if not block.kept:
            out.append(block)
            continue
        if before is None:
            gap = ""
        elif block.label in _LISTED and before.label in _LISTED and _touch(before, block, source):
            gap = "\n"
        else:
            gap = "\n\n"
        out.append(block if block.gap == gap else block.parted(gap))
        before = block
    return tuple(out)


def _touch(before: Block, block: Block, source: str) -> bool:
    between = source[before.end : block.start]
    return not between.strip() and between.replace("\r\n", "\n").count("\n") + between.count("\r") <= 1
