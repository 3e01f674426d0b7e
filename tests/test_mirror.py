"""Each module of newsclean that decides something has a test file in the mirrored place: `a/b.py` has `tests/a/test_b.py`."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT

PACKAGE, TESTS = ROOT / "newsclean", ROOT / "tests"

# modules without a test file of their own -> where they are tested, or why not; the list should shrink
ELSEWHERE = {
    "cli/clean.py": "tests/cli/test_main.py",
    "cli/colours.py": "tests/cli/test_show.py",
    "cli/files.py": "tests/cli/test_options.py",
    "cli/packs.py": "tests/cli/test_options.py",
    "cli/progress.py": "tests/cli/verbs/test_batch.py",
    "cli/records.py": "tests/cli/verbs/test_learn.py",
    "encoding/misreadings.py": "tests/encoding/test_mojibake.py",
    "errors.py": "builds messages; the tests of who raises read them",
    "extract/page_statistics.py": "tests/extract/test_block_clues.py",
    "fields.py": "holds values",
    "hosts.py": "tests/rules/test_catalog.py",
    "integrations/records/extras.py": "imports what is optional",
    "integrations/records/output_rows.py": "tests/integrations/records/test_task.py",
    "integrations/records/outputs.py": "tests/integrations/records/test_run.py",
    "integrations/records/raw_record.py": "holds values",
    "integrations/scrapy/addon.py": "tests/integrations/test_scrapy.py",
    "integrations/scrapy/furniture_monitor.py": "tests/integrations/test_scrapy.py",
    "integrations/scrapy/options.py": "tests/integrations/test_scrapy.py",
    "integrations/scrapy/pipeline.py": "tests/integrations/test_scrapy.py",
    "integrations/scrapy/sources.py": "tests/integrations/test_scrapy.py",
    "integrations/sorted_rows.py": "tests/integrations/test_spark.py",
    "json_form.py": "tests/report/test_views.py",
    "metadata/line/results.py": "holds values",
    "option_info.py": "holds values",
    "patterns.py": "tests/test_threads.py",
    "profiles/site_names.py": "tests/profiles/test_sites.py",
    "proposals.py": "tests/cli/verbs/test_label.py",
    "report/article_header.py": "tests/report/test_html.py",
    "report/block_rows.py": "tests/report/test_html.py",
    "train/word_lists.py": "offline, needs lists of words that are not in the repository",
    "vocabulary.py": "tests/test_adding.py",
    "workers.py": "tests/test_streams.py",
}
MODULES = sorted(str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if not path.name.startswith("__"))


@pytest.mark.parametrize("module", MODULES)
def test_every_module_is_tested_in_the_mirrored_place(module: str) -> None:
    folder, _, name = module.rpartition("/")
    mirrored = (TESTS / folder / f"test_{name}").exists()
    assert mirrored != (module in ELSEWHERE), "take it out of the list" if mirrored else "write tests for it"


def test_the_list_names_modules_and_tests_that_are_there() -> None:
    assert set(ELSEWHERE) <= set(MODULES)
    named = [where for where in ELSEWHERE.values() if where.startswith("tests/")]
    assert [where for where in named if not (ROOT / where).exists()] == []
