"""Gold, for the verbs that read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

PROSE = "Le conseil a voté le budget de la ville lundi soir après un long débat."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    lines = [{"text": PROSE, "label": "paragraph"}, {"text": "Partager", "label": "share"}]
    file.write_text(json.dumps({"id": "1", "group": "a.example", "language": "fr", "lines": lines}) + "\n", "utf-8")
    return file
