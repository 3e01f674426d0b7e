"""Gold to scores, and gold that is not well formed."""

from __future__ import annotations

import pytest

from newsclean.article import Article, Label
from newsclean.blocks import split_text
from newsclean.evaluate import Figures, evaluate

PROSE = "Le conseil a voté le budget de la ville lundi soir après un long débat."


def document(*lines, **more):
    rows = [dict(zip(("text", "label", "sure"), line, strict=False)) for line in lines]
    return {"id": "1", "group": "a.ch", "language": "fr", "lines": rows} | more


def labelling(labels, dropped=()):
    """An `analyze` that gives the blocks these labels, one after the other."""

    def analyze(text, kind=None, **options):
        blocks = [b._replace(label=Label(label)) for b, label in zip(split_text(text), labels, strict=True)]
        return Article(text, tuple(b._replace(kept=n not in dropped) for n, b in enumerate(blocks)))

    return analyze


def test_kept_lines_and_prose_loss():
    gold = document((PROSE, "paragraph"), ("Un deuxième point.", "paragraph"), ("Partager", "share"))
    scores = evaluate([gold], labelling(["paragraph", "share", "paragraph"], dropped={1}))
    prose, point = len("".join(PROSE.split())), len("Undeuxièmepoint.")
    assert scores.kept == Figures(gold=2, found=2, right=1, chars=prose + point, lost=point)
    assert scores.kept.precision == scores.kept.recall == scores.f1 == 0.5
    assert scores.prose_loss == scores.kept.lost / scores.kept.chars > 0
    assert scores.languages["fr"] == scores.groups["a.ch"] == scores.kept


def test_labels_are_compared_one_by_one():
    gold = document((PROSE, "lead"), ("Partager", "share"), ("Link", "share"))
    scores = evaluate([gold], labelling(["lead", "share", "nav"], dropped={1, 2}))
    assert scores.labels["share"].recall == 0.5
    assert scores.labels["share"].precision == 1.0
    assert scores.labels["nav"].precision == 0.0
    assert scores.labels["lead"].f1 == 1.0


def test_coarse_gold_is_compared_coarsely():
    gold = document(
        ("Un titre", "title"), (PROSE, "content"), ("Photo: Keystone", "metadata"), ("Partager", "furniture")
    )
    scores = evaluate([gold], labelling(["kicker", "lead", "credit", "nav"], dropped={2, 3}))
    assert {name: figures.f1 for name, figures in scores.labels.items()} == dict.fromkeys(
        ("title", "content", "metadata", "furniture"), 1.0
    )


def test_unsure_lines_are_not_scored():
    gold = document((PROSE, "paragraph"), ("Peut-être", "other", ""))
    assert evaluate([gold], labelling(["paragraph", "paragraph"])).kept.found == 1


def test_a_cut_inside_a_line_counts_as_lost_prose_only_when_it_was_prose():
    gold = document((f"{PROSE} (ats)", "paragraph"))
    scores = evaluate([gold])
    assert scores.f1 == 1.0
    assert 0 < scores.prose_loss < 0.1


def test_the_text_may_differ_from_the_lines_in_what_parts_them():
    gold = document((PROSE, "paragraph"), ("Partager", "share"), text=f"\n\n  {PROSE}\n\n\n\tPartager\n")
    assert evaluate([gold]).f1 == 1.0


def test_the_table_names_every_figure():
    table = evaluate([document((PROSE, "paragraph"), ("Partager", "share"))]).table()
    for word in ("kept lines", "paragraph", "share", "fr", "a.ch", "1 document, 0 not scored"):
        assert word in table


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"lines": []}, "at least one line"),
        ({"lines": [{"text": "a", "label": "titel"}]}, "did you mean 'title'"),
        ({"lines": [{"label": "title"}]}, "line 1"),
        ({"text": "etwas anderes"}, "is not in the text"),
        ({"lines": "abc"}, "lines must be a list"),
        ({"lines": ["abc"]}, "line 1: a line is an object"),
        ({"lines": [{"text": "a", "label": ["title"]}]}, "unknown label"),
        ({"language": ["fr"]}, "language must be a code"),
        ({"group": None}, "group must be a text"),
        ({"text": 5}, "text must be a text"),
        ({"url": 5}, "url must be a text"),
    ],
)
def test_a_bad_document_is_told_of_and_the_rest_is_scored(change, told):
    good = document((PROSE, "paragraph"))
    scores = evaluate([good | change | {"id": "7"}, good, "no document"])
    assert scores.documents == 1
    assert len(scores.errors) == 2
    assert told in scores.errors[0]
    assert "'7'" in scores.errors[0]


def test_nothing_to_score():
    scores = evaluate([])
    assert (scores.documents, scores.f1, scores.prose_loss, scores.macro_f1) == (0, 1.0, 0.0, 0.0)


def test_a_share_of_nothing_is_a_dash():
    rows = evaluate([document((PROSE, "paragraph"))], labelling(["lead"])).table().splitlines()
    assert [row.split() for row in rows if row.startswith("  lead")] == [["lead", "0", "0.0", "-", "0.0"]]
