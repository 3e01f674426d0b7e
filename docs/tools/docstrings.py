"""For the API reference: the examples of docstrings become blocks of code, so that Markdown leaves their marks alone."""

from __future__ import annotations

import re
from typing import Any

import griffe

# an example: lines from one that starts with >>> to the next blank one
_EXAMPLE = re.compile(r"(?:^>>> .*(?:\n.+)*\n?)+", re.MULTILINE)


class FencedExamples(griffe.Extension):
    """Fences the doctest examples of every docstring."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Called for each module, class and function that is read."""
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(docstring: str) -> str:
    """The docstring with its examples between fences.

    >>> fenced("One.\\n\\n>>> 1 + 1\\n2\\n")
    'One.\\n\\n```pycon\\n>>> 1 + 1\\n2\\n```\\n'
    """
    return _EXAMPLE.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", docstring)
