"""Pairs: the roles of all marks of a paragraph by least cost, over a small stack of open families (Viterbi).

Leaving a mark alone is always possible at a fixed price, so that one stray mark never turns the rest of the paragraph round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.typography.apostrophes import NEVER
from newsclean.typography.marks import CURLY, CURLY_SINGLE, DOUBLE, GUILLEMET, SINGLE, SINGLE_GUILLEMET, TICK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.marks import Mark

APOSTROPHE, OPENING, CLOSING, PRIME, LEAVE = "AOCPL"
_DEPTH = 2
_LEAVE, _LEAVE_INSIDE, _UNCLOSED, _UNCLOSED_FIRST = 5.0, 1.5, 3.6, 3.0
_DROPPED, _INSIDE = (
    2.5,
    3.5,
)  # a final apostrophe that is only a guess, and what it costs more where a quote could close
_NEST, _NEST_SAME, _OTHER_FAMILY = 1.0, 4.0, 5.0
_BEAM = 13.0
_MOST = 20_000  # marks of a paragraph; with more it is no prose, and the memory stays bounded
_COUSINS = {
    frozenset({CURLY, DOUBLE}): 2.0,
    frozenset({SINGLE, CURLY_SINGLE}): 1.5,
    frozenset({TICK, DOUBLE}): 2.0,
    frozenset({TICK, CURLY}): 1.5,
    frozenset({GUILLEMET, DOUBLE}): 3.5,
    frozenset({GUILLEMET, SINGLE_GUILLEMET}): 6.0,
    frozenset({SINGLE, DOUBLE}): 7.0,
    frozenset({SINGLE, CURLY}): 7.0,
    frozenset({SINGLE, GUILLEMET}): 7.0,
    frozenset({CURLY_SINGLE, GUILLEMET}): 7.0,
}
_MISMATCH = [[0.0 if a == b else _COUSINS.get(frozenset({a, b}), _OTHER_FAMILY) for b in range(7)] for a in range(7)]

_Stack = tuple[int, ...]


def roles(marks: Sequence[Mark]) -> tuple[str, list[int]]:
    """The role of each mark, one letter each, and for each the index of its partner or -1; an unpaired opening counts as left.

    >>> from newsclean.typography.lexicon import lexicon
    >>> from newsclean.typography.locales import locale_row
    >>> from newsclean.typography.marks import weigh
    >>> from newsclean.typography.scan import scan
    >>> text, words, row = "'Il n'a rien dit', dit-elle", lexicon("fr"), locale_row("fr")
    >>> roles(weigh(text, scan(text, row, words)[1], row, words))
    ('OC', [1, 0])
    """
    if _plain(marks):
        return "OC" * (len(marks) // 2), [k ^ 1 for k in range(len(marks))]
    if len(marks) > _MOST:
        return LEAVE * len(marks), [-1] * len(marks)
    return _partners(_cheapest(marks))


def _cheapest(marks: Sequence[Mark]) -> list[str]:
    """The roles of the marks on the cheapest way through them."""
    states: dict[_Stack, float] = {(): 0.0}
    history: list[dict[_Stack, tuple[_Stack, str]]] = []
    for mark in marks:
        states, back = _step(mark, states, history[-1] if history else {})
        history.append(back)
    head = _UNCLOSED - _UNCLOSED_FIRST if marks[0].start == 0 else 0.0
    at = min(states, key=lambda s: states[s] + _UNCLOSED * len(s) - (head if s else 0.0))
    letters = []
    for back in reversed(history):
        at, role = back[at]
        letters.append(role)
    letters.reverse()
    return letters


def _plain(marks: Sequence[Mark]) -> bool:
    """Do clear openings and clear closings of one family take turns? Then no other way can be cheaper."""
    if len(marks) % 2:
        return False
    family, opening = marks[0].family, True
    for mark in marks:
        if mark.family != family or mark.blank or mark.apostrophe < 3 or mark.prime < 2:
            return False
        if (mark.opening > 0.3 or mark.closing < 3) if opening else (mark.closing > 0.3 or mark.opening < 3):
            return False
        opening = not opening
    return True


def _step(
    mark: Mark, states: dict[_Stack, float], before: dict[_Stack, tuple[_Stack, str]]
) -> tuple[dict[_Stack, float], dict[_Stack, tuple[_Stack, str]]]:
    """One mark: the cheapest way into each stack."""
    new: dict[_Stack, float] = {}
    back: dict[_Stack, tuple[_Stack, str]] = {}
    family, stay = mark.family, mark.apostrophe
    stay_role = APOSTROPHE
    if mark.prime < stay:
        stay, stay_role = mark.prime, PRIME
    guess = (stay_role == APOSTROPHE and stay > _DROPPED) or (family == SINGLE and stay_role == PRIME and stay < 2)
    for stack, cost in states.items():
        inside = family in stack
        leave = _LEAVE + (_LEAVE_INSIDE if inside else 0.0)
        costs = stay + _INSIDE if inside and guess else stay
        here, role = (cost + costs, stay_role) if costs <= leave else (cost + leave, LEAVE)
        if here < new.get(stack, NEVER * 1e6):
            new[stack], back[stack] = here, (stack, role)
        if mark.opening < NEVER and len(stack) < _DEPTH:
            pushed = (*stack, family)
            here = cost + mark.opening
            if stack:
                here += _NEST + (_NEST_SAME if family in stack else 0.0)
            if here < new.get(pushed, NEVER * 1e6):
                new[pushed], back[pushed] = here, (stack, OPENING)
        if stack and not (mark.blank and before and before[stack][1] == OPENING):
            popped = stack[:-1]
            here = cost + mark.closing + _MISMATCH[stack[-1]][family]
            if here < new.get(popped, NEVER * 1e6):
                new[popped], back[popped] = here, (stack, CLOSING)
    limit = min(new.values()) + _BEAM
    if len(new) > 2 and max(new.values()) > limit:
        new = {stack: cost for stack, cost in new.items() if cost <= limit}
    return new, back


def _partners(letters: list[str]) -> tuple[str, list[int]]:
    partner, stack = [-1] * len(letters), []
    for k, role in enumerate(letters):
        if role == OPENING:
            stack.append(k)
        elif role == CLOSING:
            other = stack.pop()
            partner[k], partner[other] = other, k
    return "".join(letters), partner
