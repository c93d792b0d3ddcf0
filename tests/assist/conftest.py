"""The desk that the tests of models work at."""

from pathlib import Path

import pytest
from desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An article, an empty database and a script yet to be written."""
    return Desk(tmp_path)
