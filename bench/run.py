"""Runs the benchmarks and writes what they measured: JSON to standard output, a table to docs/performance.md.

Only ratios and rates on one machine mean anything; so the table names the
machine, its Python and the day. The database is made here from the articles
in seeds/, and the same ingest gives the rate of claims.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from startup import BUDGET, measure

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"


def claimkb(database: Path, *arguments: str) -> tuple[float, str]:
    """Run the command; its wall time and standard output."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "claimkb", "--db", str(database), *arguments]
    result = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    return time.perf_counter() - start, result.stdout


def results() -> dict[str, float]:
    """All that is measured."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "claims.db"
        ingest, _ = claimkb(database, "ingest", "seeds", "--quiet")
        again, _ = claimkb(database, "ingest", "seeds", "--quiet")
        claims = len(claimkb(database, "claims", "--format", "jsonl")[1].splitlines())
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in (ROOT / "seeds").glob("*.txt"))
        return {
            "words": words,
            "claims": claims,
            "ingest_s": round(ingest, 2),
            "ingest_again_s": round(again, 2),
        } | measure(database)


def page(found: dict[str, float]) -> str:
    """The table."""
    rows = (
        ("Ingest the seeds, parser start included", f"{found['ingest_s']} s for {found['words']} words"),
        ("Claims stored", f"{found['claims']}"),
        ("Ingest them again, nothing changed", f"{found['ingest_again_s']} s"),
        ("`python -c pass`", f"{found['python_ms']} ms"),
        ("`--help` of an empty typer app", f"{found['typer_ms']} ms"),
        ("`claimkb claims --limit 10`", f"{found['query_ms']} ms"),
        (f"Query : empty app (budget {BUDGET})", f"{found['ratio']}"),
    )
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    head = f"# Performance\n\nMeasured on {datetime.now(UTC):%Y-%m-%d} by `make bench` ({machine}). "
    advice = "Absolute times are those of one machine; compare ratios.\n\n| what | measured |\n|---|---|\n"
    return head + advice + "".join(f"| {what} | {value} |\n" for what, value in rows)


def main() -> None:
    """Measure, write the page, print JSON."""
    found = results()
    PAGE.write_text(page(found), encoding="utf-8")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
