"""The invented paper mill of the command line's tests, as a file and as a running server."""

from pathlib import Path

import pytest
from cli_examples import build


@pytest.fixture(scope="session")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the paper mill."""
    path = tmp_path_factory.mktemp("mill") / "claims.db"
    build(path)
    return path


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the articles in seeds/, made by the real thing."""
    import subprocess
    import sys

    path = tmp_path_factory.mktemp("seeds") / "claims.db"
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-m", "claimkb", "--db", str(path), "ingest", "seeds", "--quiet"]
    subprocess.run(command, check=True, capture_output=True, cwd=root)
    return path
