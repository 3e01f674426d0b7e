"""Gold documents as the decision sees them."""

from __future__ import annotations

from typing import Any

from newsclean.gold import check
from newsclean.labels.lexicon import Lexicon
from newsclean.train.examples import FOLDS, UNSURE, Example, example_of, fold_of

ROWS = [
    ("title", "La passerelle rouvre samedi"),
    ("share", "Partager"),
    ("paragraph", "La commune rouvre samedi la passerelle du moulin, fermée depuis la crue de mars."),
    ("paragraph", "Les travaux ont coûté 40 000 francs, a indiqué le syndic devant le conseil."),
]


def example(text: str | None = None, **more: Any) -> Example:
    document = {"id": "a", "group": "courrier.example", "language": "fr", "gold": "genres", **more}
    document |= {"text": text} if text else {}
    document.setdefault("lines", [{"text": line, "label": label} for label, line in ROWS])
    found = example_of(check(document))
    assert found is not None
    return found


def test_every_line_has_its_label() -> None:
    found = example()
    assert list(found.labels) == [label for label, _ in ROWS]
    assert found.kept == [True, False, True, True]
    assert (found.group, found.source, found.language) == ("courrier.example", "genres", "fr")


def test_line_breaks_above_a_line_are_counted_up_to_two() -> None:
    text = f"{ROWS[0][1]}\n{ROWS[1][1]}\n\n{ROWS[2][1]}\n\n\n\n{ROWS[3][1]}"
    assert list(example(text).gaps) == [0, 1, 2, 2]


def test_a_line_that_was_joined_has_the_label_of_most_of_it() -> None:
    wrapped = [
        {"text": "La commune rouvre samedi la passerelle du moulin, fermée depuis la", "label": "paragraph"},
        {"text": "crue de mars, et les enfants de l'école du haut pourront de nouveau la", "label": "paragraph"},
        {"text": "prendre, a indiqué lundi le syndic devant le conseil réuni au collège.", "label": "paragraph"},
    ]
    found = example(lines=wrapped)
    assert list(found.labels) == ["paragraph"] * len(found.lines)
    assert "".join(line.text for line in found.lines).count("syndic") == 1


def test_a_doubtful_line_weighs_less() -> None:
    rows = [{"text": line, "label": label} for label, line in ROWS]
    rows[1]["sure"] = ""
    found = example(lines=rows, weight=2.0)
    assert found.line_weights() == [2.0, 2.0 * UNSURE, 2.0, 2.0]


def test_a_long_document_weighs_less_than_in_proportion() -> None:
    rows = [{"text": f"Phrase numéro {n} de la chronique du village.", "label": "paragraph"} for n in range(240)]
    assert sum(example(lines=rows).line_weights()) < 240 * 0.6


def test_a_document_without_visible_lines_is_none() -> None:
    document = {"id": "a", "group": "b.example", "language": "fr", "lines": [{"text": " ", "label": "other"}]}
    assert example_of(document) is None


def test_words_are_weighed_by_the_given_lexicon() -> None:
    found = example().with_lexicon(Lexicon({"=partager": 5.0}, -1.0))
    assert [line.words.logit > 0 for line in found.lines] == [False, True, False, False]


def test_folds_are_of_a_like_size() -> None:
    sizes = [0] * FOLDS
    for n in range(1000):
        sizes[fold_of(f"journal-{n}.example")] += 1
    assert min(sizes) > 150
