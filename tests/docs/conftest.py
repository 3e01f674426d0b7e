"""A folder with all the files that the examples of the documentation name."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import command
from tests.conftest import ROOT

__all__ = ["command", "folder"]

SITE = "https://www.courrier.example"
TOLD = (
    "le budget",
    "la taxe",
    "le plan",
    "le crédit",
    "la motion",
    "le règlement",
    "la hausse",
    "le projet",
    "le contrat",
)
PAGE = """<html lang="fr"><body><article><h1>Le conseil vote</h1>
<p>Le conseil n'a pas voté le budget de la ville lundi soir, après quatre heures de débat et malgré l'opposition.</p>
<p>La hausse des impôts, limitée à deux centimes, doit financer la rénovation de l'école du centre et de la piscine.</p>
</article><p>Partager</p></body></html>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder of the examples."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    article = (ROOT / "docs" / "examples" / "ferry.txt").read_text("utf-8")
    for name in ("article.txt", "articles/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(article, "utf-8")
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    told = [f"Le conseil a voté {what} de la ville lundi soir.\nVotre espace lecteurs" for what in TOLD]
    rows = [
        {"id": n, "url": f"{SITE}/{n}", "journal": "courrier", "site": "courrier.example", "text": text}
        for n, text in enumerate(told)
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    for name in ("articles.jsonl", "texts.jsonl", "export/a.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(lines, "utf-8")
    for name in ("articles.jsonl.gz", "in.jsonl.gz"):
        (tmp_path / name).write_bytes(gzip.compress(lines.encode()))
    gold = (ROOT / "docs" / "gold.md").read_text("utf-8").split("```json\n")[1].split("```")[0]
    for name in ("gold.jsonl", "gold/gold.jsonl", "my-gold/gold.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(gold, "utf-8")
    return tmp_path
