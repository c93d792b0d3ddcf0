"""A query must not pay for what it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "sqlite_utils", "numpy", "pydantic", "rich", "thinc", "claimkb.extract", "claimkb.compare")
QUERIES = [
    ("claims", "jobs"),
    ("contradictions",),
    ("agreements", "--format", "json"),
    ("themes",),
    ("sources", "--format", "csv"),
    ("entities",),
    ("export", "claims"),
    ("show", "a1", "--format", "json"),
]


def loaded(arguments: tuple[str, ...], mill: Path) -> set[str]:
    """The modules that a command has imported when it ends."""
    script = (
        "import sys\nfrom claimkb.cli import main\n"
        f"try:\n    main(['--db', {str(mill)!r}, *{arguments!r}])\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(result.stderr.split())


@pytest.mark.parametrize("arguments", QUERIES, ids=" ".join)
def test_a_query_imports_nothing_heavy(arguments: tuple[str, ...], mill: Path) -> None:
    modules = loaded(arguments, mill)
    assert "claimkb.store.queries" in modules
    assert not modules & set(HEAVY)


def test_a_table_needs_rich_and_nothing_else_heavy(mill: Path) -> None:
    modules = loaded(("claims", "--format", "table"), mill)
    assert modules & set(HEAVY) == {"rich"}
