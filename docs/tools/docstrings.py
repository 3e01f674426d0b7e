"""For the API reference: examples become blocks of code, and the options of `clean()` are shown in its signature."""

from __future__ import annotations

import re
from typing import Any

import griffe

from newsclean.options import DEFAULTS, Keywords

# an example: lines from one that starts with >>> to the next blank one
_EXAMPLE = re.compile(r"(?:^>>> .*(?:\n.+)*\n?)+", re.MULTILINE)


class FencedExamples(griffe.Extension):
    """Fences the doctest examples of every docstring."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Called for each module, class and function that is read."""
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)


class ListedOptions(griffe.Extension):
    """Shows each option in place of `**options`, where the docstring describes each."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Called for each module, class and function that is read."""
        if not isinstance(obj, griffe.Function) or not obj.docstring or "Keyword Args:" not in obj.docstring.value:
            return
        del obj.parameters["options"]
        for name, kind in Keywords.__annotations__.items():
            default = DEFAULTS[name] if DEFAULTS[name] != frozenset() else ()
            obj.parameters.add(
                griffe.Parameter(
                    name,
                    annotation=kind.__forward_arg__,
                    kind=griffe.ParameterKind.keyword_only,
                    default=repr(default),
                )
            )


def fenced(docstring: str) -> str:
    """Return the docstring with its examples between fences.

    >>> fenced("One.\\n\\n>>> 1 + 1\\n2\\n")
    'One.\\n\\n```pycon\\n>>> 1 + 1\\n2\\n```\\n'
    """
    return _EXAMPLE.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", docstring)
