"""What several tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of seeds and benchmarks beside the repository."""
    if not SHARED.exists():
        pytest.skip("the folder ../shared is not there: seeds and benchmark pages cannot be read")
    return SHARED
