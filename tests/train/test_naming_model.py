"""Chains that are fitted on a few documents give the labels that they were shown."""

from __future__ import annotations

import pytest

from newsclean.article import CONTENT
from newsclean.labels.document import Document
from newsclean.labels.naming import dump_chains, parse_chains
from newsclean.labels.signs import furniture_signs, part_signs
from newsclean.train.examples import Example, example_of
from newsclean.train.naming_model import fit_chains, is_fine
from tests.labels.articles import ARTICLES, FURNITURE

LABELS = ("share", "newsletter", "ad", "related")


def example(language: str, **changes: str) -> Example:
    """The plain article with a title and furniture below; labels may be changed."""
    paragraphs = ARTICLES[language]
    lines = [{"text": "Valbrune", "label": "title"}]
    lines += [{"text": text, "label": "paragraph"} for text in paragraphs]
    lines += [{"text": text, "label": label} for text, label in zip(FURNITURE[language], LABELS, strict=False)]
    lines = [line | {"label": changes.get(line["label"], line["label"])} for line in lines]
    document = {"id": language, "group": f"{language}.example", "language": language, "lines": lines}
    found = example_of(document | {"text": "\n\n".join(line["text"] for line in lines)})
    assert found is not None
    return found


def test_coarse_labels_teach_nothing() -> None:
    assert is_fine(example("fr"))
    assert not is_fine(example("fr", share="furniture"))
    assert not is_fine(example("fr", paragraph="content"))


def test_the_chains_give_the_labels_that_they_were_shown() -> None:
    pytest.importorskip("pycrfsuite", reason="needs the extra `train`: python-crfsuite")
    found = [example(language) for language in ARTICLES]
    chains = fit_chains(found * 3)
    assert set(chains["parts"].labels) <= CONTENT
    assert CONTENT.isdisjoint(chains["furniture"].labels)
    for one in found:
        kept = [n for n, stays in enumerate(one.kept) if stays]
        gone = [n for n, stays in enumerate(one.kept) if not stays]
        parts = part_signs([one.lines[n] for n in kept], [one.gaps[n] for n in kept])
        assert list(map(str, chains["parts"].decode(parts))) == [one.labels[n] for n in kept]
        signs = furniture_signs(Document(one.lines), gone, one.gaps)
        assert list(map(str, chains["furniture"].decode(signs))) == [one.labels[n] for n in gone]
    assert dump_chains(parse_chains(dump_chains(chains))) == dump_chains(chains)
