"""What several tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# the same examples in every CI run; at a desk, new ones each time
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of seeds and benchmarks beside the repository."""
    if not SHARED.exists():
        pytest.skip("the folder ../shared is not there: seeds and benchmark pages cannot be read")
    return SHARED
