"""The steps of datatrove, run by its local executor."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("datatrove", reason="datatrove is not installed")

from datatrove.data import Document
from datatrove.executor.local import LocalPipelineExecutor

from newsclean import NewscleanError, Profiles, clean
from newsclean.integrations.datatrove import ERROR, Clean, CountLines, MergeProfiles
from tests.benchmarks.corpus import articles

CORPUS = list(articles(120, 2, seed=5))


def documents(data: object, rank: int = 0, world_size: int = 1, seed: int = 0) -> Iterator[Document]:
    """What a reader would give: the documents of this task."""
    rows = list(CORPUS)
    random.Random(seed).shuffle(rows)
    for a in rows[rank::world_size]:
        yield Document(a.text, a.id, metadata={"site": a.site, "url": f"https://{a.site}/{a.id}"})


def run(pipeline: list[object], logs: Path, tasks: int = 1) -> None:
    LocalPipelineExecutor(pipeline, tasks=tasks, workers=1, logging_dir=str(logs)).run()


@pytest.mark.parametrize(("tasks", "key"), [(1, "site"), (16, "url")])
def test_profiles_from_any_number_of_tasks(tmp_path: Path, tasks: int, key: str) -> None:
    counts = str(tmp_path / "counts")
    run([partial(documents, seed=tasks), CountLines(counts, site_key=key)], tmp_path / "logs", tasks)
    run([MergeProfiles(counts, str(tmp_path))], tmp_path / "merged")
    merged = Profiles.parse((tmp_path / "profiles.toml").read_text("utf-8"))
    assert merged == Profiles.learn((a.site, a.text) for a in CORPUS)


def test_merging_needs_all_rows(tmp_path: Path) -> None:
    with pytest.raises(NewscleanError, match="tasks=1"):
        list(MergeProfiles(str(tmp_path), str(tmp_path)).run(None, 0, 2))


def test_cleaning_with_profiles() -> None:
    profiles = Profiles.learn((a.site, a.text) for a in CORPUS)
    step = Clean(profiles=profiles, locale="fr-FR")
    done = list(step.run(documents(None)))
    expected = {a.id: clean(a.text, profile=profiles, locale="fr-FR", url=f"https://{a.site}/{a.id}") for a in CORPUS}
    assert {document.id: document.text for document in done} == expected
    assert all(ERROR not in document.metadata for document in done)


def test_a_document_that_fails_goes_on_and_says_why() -> None:
    bad, good = Document(3, "bad"), Document("Le conseil a voté le budget lundi soir.\nPartager", "good")  # type: ignore[arg-type]
    done = list(Clean().run(iter([bad, good])))
    assert [document.text for document in done] == [3, "Le conseil a voté le budget lundi soir."]
    assert bad.metadata[ERROR].startswith("TypeError: ")


def test_bad_options_are_told_at_once() -> None:
    with pytest.raises(NewscleanError, match="did you mean"):
        Clean(keep={"captoin"})
