"""Documents made of gold documents: the labels stay right, and the same gold gives the same documents."""

from __future__ import annotations

from newsclean.gold import check, line_spans, text_of
from newsclean.train.augment import augment, group_of_written
from newsclean.train.examples import fold_of
from newsclean.train.written import WrittenLine

ARTICLE = [f"La chronique du village, phrase {n}, tient en une ligne." for n in range(12)]
FURNITURE = [f"Partager {n}" for n in range(30)]
DOCUMENTS = [
    {
        "id": f"a-{n}",
        "group": f"journal-{n}.example",
        "language": "fr",
        "gold": "genres",
        "weight": 1.0,
        "lines": [
            {"text": "La passerelle rouvre samedi", "label": "title"},
            *({"text": text, "label": "paragraph"} for text in ARTICLE),
            *({"text": text, "label": "share"} for text in FURNITURE),
        ],
    }
    for n in range(20)
]
WRITTEN = [WrittenLine("fr", "newsletter", f"Recevez la lettre numéro {n}") for n in range(60)]
WRITTEN += [WrittenLine("fr", "article", f"La lettre numéro {n} est partie.") for n in range(60)]
MADE = list(augment(DOCUMENTS, WRITTEN))
KINDS = {"clean", "mixed0", "mixed1", "few", "cut"}


def test_all_kinds_are_made() -> None:
    assert {document["made"] for document in MADE} == KINDS


def test_made_documents_are_gold() -> None:
    for document in MADE:
        check(document)
        text = text_of(document)
        assert all(text[start:end] for start, end in line_spans(document))


def test_the_same_gold_gives_the_same_documents() -> None:
    assert list(augment(DOCUMENTS, WRITTEN)) == MADE


def test_a_clean_document_holds_only_the_article() -> None:
    for document in MADE:
        if document["made"] == "clean":
            assert {row["label"] for row in document["lines"]} <= {"title", "paragraph"}


def test_a_made_document_weighs_less_and_keeps_its_publisher() -> None:
    for document in MADE:
        assert document["weight"] < 1.0
        assert document["id"].startswith(document["group"].replace("journal", "a").removesuffix(".example"))


def test_written_lines_are_set_into_documents_of_their_own_fold() -> None:
    plain = {line.text.lower(): line.text for line in WRITTEN}
    found = 0
    for document in MADE:
        for row in document["lines"]:
            text = plain.get(row["text"].lower())
            if text is not None:
                found += 1
                assert fold_of(group_of_written(text)) == fold_of(document["group"])
    assert found > 50


def test_documents_of_another_language_get_none() -> None:
    german = [{**document, "language": "de"} for document in DOCUMENTS]
    assert {document["made"] for document in augment(german, WRITTEN)} <= {"clean", "cut"}
