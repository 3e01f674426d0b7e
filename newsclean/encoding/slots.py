"""Slots: words with damaged places, filled from the lexicon and given back the case that they had."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsclean.encoding.lexicon import SLOT, Lexicon

Piece = str | Collection[str]
Place = Collection[str] | None


def fill(pieces: Sequence[Piece], words: Lexicon, *, loose: bool = False, margin: int = 3) -> str | None:
    """The word that a token must have been, or None when none or several are possible.

    Arguments: `pieces` are the undamaged strings and, for each damaged place, the characters that are possible there
    (empty for any); `loose` takes compounds and inflected forms that are not in the lexicon too.

    >>> from newsclean.encoding.lexicon import lexicon
    >>> fill(["Pr", ["é"], "sident"], lexicon("fr"))
    'Président'
    """
    skeleton, allowed = _skeleton(pieces)
    found = words.only(skeleton, allowed, margin)
    if found is None and not words.words(skeleton, allowed) and loose:
        found = words.inside(skeleton, allowed)
    return None if found is None else _cased(found, pieces)


def _skeleton(pieces: Sequence[Piece]) -> tuple[str, list[Place]]:
    skeleton, allowed = "", list[Place]()
    for piece in pieces:
        if not isinstance(piece, str):
            skeleton += SLOT
            allowed.append(frozenset(c.lower() for c in piece) if piece else None)
            continue
        for char in piece.lower():
            skeleton += SLOT if char > "\x7f" else char
            if char > "\x7f":
                allowed.append((char,))
    return skeleton, allowed


def _cased(word: str, pieces: Sequence[Piece]) -> str:
    """The word in the case of the token: its undamaged letters tell."""
    plain = "".join(piece for piece in pieces if isinstance(piece, str))
    capitals = len(plain) > 1 and plain.isupper()
    out, at = [], 0
    for piece in pieces:
        if isinstance(piece, str):
            out.append(piece)
            at += len(piece)
            continue
        char = word[at]
        at += 1
        upper = char.upper()
        possible = len(upper) == 1 and (not piece or upper in piece)
        wanted = capitals or (at == 1 and bool(plain) and not plain.islower())
        out.append(upper if possible and (wanted or (piece and char not in piece)) else char)
    return "".join(out)
