"""The database and the command that the tests of this folder share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_examples import Run, build


@pytest.fixture(scope="session")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database; tests that write take `mill_copy`."""
    path = tmp_path_factory.mktemp("mill") / "claims.db"
    build(path)
    return path


@pytest.fixture
def mill_copy(tmp_path: Path) -> Path:
    """A database of one's own."""
    path = tmp_path / "claims.db"
    build(path)
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `claimkb` in an empty folder, with pipes for its streams and a clean environment."""

    def call(
        *arguments: str | Path, text: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
        return subprocess.run(
            [sys.executable, "-m", "claimkb", *map(str, arguments)],
            input=text if text is not None else "",
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=kept | environment,
            check=False,
        )

    return call
