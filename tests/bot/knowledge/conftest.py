"""The shipped gazetteer, for all tests of this room."""

from __future__ import annotations

import pytest

from bot.knowledge.gazetteer import open_gazetteer
from digests.places import Gazetteer
from tests.gazetteer import with_gazetteer
from tests.paths import CONFIG


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The shipped gazetteer, unpacked once for all tests."""
    return open_gazetteer(CONFIG, with_gazetteer(tmp_path_factory.mktemp("data")))
