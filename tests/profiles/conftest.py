"""What several tests of profiles share."""

from __future__ import annotations

import pytest

from newsclean import Profiles
from tests.profiles.texts import CORPUS


@pytest.fixture(scope="session")
def whole() -> Profiles:
    """The profiles of the whole corpus."""
    return Profiles.learn((article.site, article.text) for article in CORPUS)
