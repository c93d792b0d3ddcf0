"""A folder with an article, and a way to run `claimkb` with the scripted model in reach."""

import json
import os
import subprocess
import sys
from pathlib import Path

import scripted

ARTICLE = """Mill to close

The Varna paper mill will close in June, its owner Lund Holding said. The mill lost $4.5 million last year.

The union did not agree to the closure. It has 300 members at the mill.
"""


class Desk:
    """A place to work: an article, a database, and a script for the model."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.article = folder / "mill.txt"
        self.article.write_text(ARTICLE)
        self.db = folder / "claims.db"
        self._script = folder / "script.json"
        self._log = folder / "calls.log"
        scripted.install(folder / "plugins")

    def script(self, *entries: dict[str, object]) -> None:
        """What the model says from now on."""
        self._script.write_text(json.dumps(entries))

    @property
    def calls(self) -> int:
        """How often the model was asked."""
        return len(self._log.read_text().splitlines()) if self._log.exists() else 0

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `claimkb` on the database."""
        return subprocess.run(
            [sys.executable, "-m", "claimkb", "--db", str(self.db), *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.folder),
                "LLM_USER_PATH": str(self.folder / "llm"),
                "PYTHONPATH": str(self.folder / "plugins"),
                scripted.SCRIPT: str(self._script),
                scripted.LOG: str(self._log),
                **environment,
            },
        )

    def ingest(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Ingest the article with the scripted model."""
        return self.run(
            "ingest", "mill.txt", "--extractor", "llm", "--model", "scripted", "--pause", "0", *options
        )

    def claims(self, *options: str) -> list[dict[str, object]]:
        """The claims of the base."""
        found = self.run("claims", "--format", "jsonl", *options)
        assert found.returncode == 0, found.stderr
        return [json.loads(line) for line in found.stdout.splitlines()]
