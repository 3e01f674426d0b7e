"""The scripts here are run by hand, and some import the benchmark beside the repository: only tests are collected."""

from pathlib import Path

collect_ignore = [path.name for path in Path(__file__).parent.glob("*.py") if not path.name.startswith("test_")]
