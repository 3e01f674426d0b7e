"""The model of text mode: a gate of a few small trees settles what is plain, and the larger ensembles are asked about the rest.

The gate is trained to say what the others say (Bucila, Caruana, Niculescu-Mizil: Model compression, KDD 2006). Cross-validated by
publisher on 207,000 lines, it settles three in four and costs no line of F1; smaller ensembles behind it, 128 or 200 trees, also such as
learned only from the lines in doubt, cost 0.2 to 0.6 points of F1 on dumps.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.labels.bits import Node
from newsclean.labels.features import COUNTS, NAMES, SHARED
from newsclean.labels.lines import Line
from newsclean.labels.sieve import Sieve
from newsclean.labels.trees import builtin_trees

# scores of the gate up to which, and from which, the model is not asked: of 207,000 lines it would have kept 11, and dropped 7
OUT, IN = -4.0, 3.0
# score up to which the model is not asked whether a line is the headline: of 29,000 lines it would have said yes to none
NO_TITLE = -5.5
KNOWN = frozenset(NAMES) - {*COUNTS, *SHARED}  # what the gate asks for: the rest costs more and says little more


class Gate(Sieve):
    """Two small ensembles: is a line article text, and is it the headline?

    >>> from newsclean.labels.document import Document
    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.labels.matching import Matcher
    >>> gate = Gate([[NAMES.index("words"), 5.0, 0.0, -4.0, 4.0]], [-7.0])
    >>> gate.scores(Document(lines_of(["Un titre"], Matcher([]), "fr")), [0])
    [(-4.0, -7.0)]
    """

    def __init__(self, content: Sequence[Node], title: Sequence[Node]) -> None:
        super().__init__(content, title)

    def own(self, line: Line) -> int:
        """What is left of all leaves by what the line says itself; noted down, since a line may come in many documents."""
        if line.sieved is None:
            line.sieved = super().own(line)
        return line.sieved


class Model(NamedTuple):
    """What is asked about the lines of a text: the gate of all, the others of those that it leaves in doubt."""

    gate: Gate
    content: Sieve
    title: Sieve


@functools.lru_cache(maxsize=1)
def model() -> Model:
    """The model that comes with newsclean.

    >>> from newsclean.labels.document import Document
    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.labels.matching import Matcher
    >>> document = Document(lines_of(["Le conseil a voté le budget de la ville lundi soir."], Matcher([]), "fr"))
    >>> model().content.scores(document, [0])[0][0] > 0
    True
    """
    trees = builtin_trees()
    return Model(
        Gate(trees["gate"].trees, trees["title-gate"].trees), Sieve(trees["content"].trees), Sieve(trees["title"].trees)
    )
