"""The whole training on a few documents: all files are written, usable, and the same each time."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsclean.labels.lexicon import parse_lexicon
from newsclean.labels.naming import parse_chains
from newsclean.labels.trees import load
from newsclean.languages import CORE
from newsclean.train.run import train
from tests.labels.articles import ARTICLES, FURNITURE, PROSE

LABELS = ("share", "newsletter", "ad", "related", "legal", "share", "comments", "paywall")


def gold() -> str:
    """The plain articles with furniture below, as those of three publishers a language."""
    rows = []
    for language, paragraphs in ARTICLES.items():
        for publisher in range(3):
            lines = [{"text": f"Valbrune {publisher}", "label": "title"}]
            lines += [{"text": text, "label": "paragraph"} for text in (*paragraphs, *PROSE[language])]
            lines += [{"text": text, "label": label} for text, label in zip(FURNITURE[language], LABELS, strict=True)]
            name = f"{language}{publisher}"
            text = "\n\n".join(line["text"] for line in lines)
            rows.append({"id": name, "group": f"{name}.example", "language": language, "text": text, "lines": lines})
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in ("lightgbm", "sklearn", "pycrfsuite"):
        pytest.importorskip(name, reason=f"needs the extra `train`: {name}")
    (tmp_path / "gold.jsonl").write_text(gold(), "utf-8")
    (tmp_path / "fr.tsv").write_text("share\tEnvoyer par courriel\narticle\tLe bac est parti.\n", "utf-8")
    with gzip.open(tmp_path / "pages.jsonl.gz", "wt", encoding="utf-8") as file:
        row = {"group": "a.example", "language": "fr", "text": "Se connecter", "furniture": True, "weight": 1.0}
        file.write(json.dumps(row) + "\n")
    return tmp_path


def trained(data: Path, name: str, *, folds: bool = False) -> Path:
    out = data / name
    sources = [data / "gold.jsonl"], [data / "fr.tsv"], [data / "pages.jsonl.gz"]
    train(*sources, None if folds else out, out if folds else None)
    return out


def test_every_file_is_written_usable_and_the_same_each_time(data: Path) -> None:
    out, again = trained(data, "out"), trained(data, "again")
    files = sorted(path.relative_to(out) for path in out.rglob("*") if path.is_file())
    assert {"labels/text.json", "labels/region.json", "labels/naming.json"} <= set(map(str, files))
    assert set(load(out / "labels/text.json")) == {"article", "headline"}
    assert set(load(out / "labels/region.json")) == {"region"}
    assert set(parse_chains((out / "labels/naming.json").read_text("utf-8"))) == {"parts", "furniture"}
    core = parse_lexicon(gzip.decompress((out / "languages" / CORE / "lexicon.txt.gz").read_bytes()).decode())
    assert "" in core
    assert [file for file in files if (out / file).read_bytes() != (again / file).read_bytes()] == []


def test_each_fold_has_its_own_models(data: Path) -> None:
    out = trained(data, "folds", folds=True)
    assert sorted(path.name for path in out.iterdir()) == list("01234")
    models = {(fold / "labels/text.json").read_bytes() for fold in out.iterdir()}
    assert len(models) > 1
