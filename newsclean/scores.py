"""The scores of an evaluation: figures by label, language and publisher, and their table."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from newsclean.errors import unknown

MIN_LINES = 20  # gold lines of a label from which it counts in the mean over labels: the F1 of fewer is noise


@dataclasses.dataclass(frozen=True)
class Figures:
    """Counts of lines and of characters of prose.

    Attributes:
        gold: Lines in the gold.
        found: Lines in the output.
        right: Lines in both.
        chars: Characters of the lines to keep.
        lost: Characters of them that the output lacks.

    >>> Figures(gold=4, found=2, right=1).precision, Figures(gold=4, found=2, right=1).recall
    (0.5, 0.25)
    """

    gold: int = 0
    found: int = 0
    right: int = 0
    chars: int = 0
    lost: int = 0

    @property
    def precision(self) -> float:
        """The share of the found lines that are right; 1.0 if none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold lines that were found; 1.0 if there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0

    @property
    def prose_loss(self) -> float:
        """The share of the characters to keep that the output lacks."""
        return self.lost / self.chars if self.chars else 0.0


@dataclasses.dataclass(frozen=True)
class Scores:
    """The scores of `evaluate`.

    Attributes:
        documents: The number of documents that were scored.
        kept: Figures of the lines to keep.
        labels: Figures of the lines of each label.
        languages: Figures of the lines to keep, by language.
        groups: Figures of the lines to keep, by publisher.
        errors: Messages for the documents that were not scored.
    """

    documents: int
    kept: Figures
    labels: Mapping[str, Figures]
    languages: Mapping[str, Figures]
    groups: Mapping[str, Figures]
    errors: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """The F1 of the lines to keep."""
        return self.kept.f1

    @property
    def prose_loss(self) -> float:
        """The share of the prose to keep that is lost."""
        return self.kept.prose_loss

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the labels that have enough lines."""
        known = [figures.f1 for figures in self.labels.values() if figures.gold >= MIN_LINES]
        return sum(known) / max(1, len(known))

    def figure(self, name: str) -> float:
        """Return one figure by its name, such as "kept_f1", "macro_f1", "label.share.recall" or "language.fr.prose_loss".

        Raises:
            NewscleanError: An unknown figure.

        >>> Scores(1, Figures(gold=2, found=2, right=2), {"share": Figures(gold=1)}, {}, {}).figure("label.share.recall")
        0.0
        """
        known = {"macro_f1": self.macro_f1} | _named("kept_", self.kept)
        for key, part in (("label", self.labels), ("language", self.languages), ("group", self.groups)):
            for one, figures in part.items():
                known |= _named(f"{key}.{one}.", figures)
        if name not in known:
            raise unknown("figure", name, known)
        return known[name]

    def table(self) -> str:
        """Return all figures as a table, in percent."""
        rows = [f"{'':24}{'lines':>8}{'precision':>11}{'recall':>8}{'F1':>8}{'lost':>8}"]
        rows.append(_row("kept lines", self.kept))
        for name, part in (("label", self.labels), ("language", self.languages), ("group", self.groups)):
            rows += ["", name, *(_row(f"  {key}", part[key], prose=name != "label") for key in sorted(part))]
        documents = f"{self.documents} document{'' if self.documents == 1 else 's'}"
        rows += ["", f"{documents}, {len(self.errors)} not scored"]
        return "\n".join(rows)


def _named(head: str, figures: Figures) -> dict[str, float]:
    """Return the shares of figures by name."""
    return {f"{head}{name}": getattr(figures, name) for name in ("precision", "recall", "f1", "prose_loss")}


def _row(name: str, figures: Figures, *, prose: bool = True) -> str:
    """Return a row of the table; a share of nothing is a dash."""
    shares = (
        (figures.precision, figures.found),
        (figures.recall, figures.gold),
        (figures.f1, figures.gold + figures.found),
    )
    cells = [f"{100 * share:.1f}" if of else "-" for share, of in shares]
    lost = f"{100 * figures.prose_loss:8.2f}" if prose else ""
    return f"{name[:24]:24}{figures.gold:8}{cells[0]:>11}{cells[1]:>8}{cells[2]:>8}{lost}"
