"""How long a query takes to answer, against what typer itself needs.

Prints JSON with the ratio of `claimkb claims --limit 10` on a database to
`--help` of an empty typer app of the same version, both measured in turns in
one run; the minimum of the runs counts, since everything else is noise. The
budget is a ratio of 1.5.

    python bench/startup.py [DATABASE]

Without a database, one is made of the seeds.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
BUDGET = 1.5
EMPTY_APP = '''
import typer
app = typer.Typer()

@app.command()
def first() -> None:
    """First."""

@app.command()
def second() -> None:
    """Second."""

app()
'''
ROOT = Path(__file__).parent.parent


def seconds(command: list[str]) -> float:
    """The wall time of one run of a command that must succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(database: Path) -> dict[str, float]:
    """The best times in milliseconds, and the ratio of the query to the empty app."""
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder) / "empty.py"
        app.write_text(EMPTY_APP, encoding="utf-8")
        commands = {
            "python": [sys.executable, "-c", "pass"],
            "typer": [sys.executable, str(app), "--help"],
            "query": [sys.executable, "-m", "claimkb", "--db", str(database), "claims", "--limit", "10"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(seconds(command))
    best = {f"{name}_ms": round(min(each) * 1000, 1) for name, each in times.items()}
    return best | {"ratio": round(min(times["query"]) / min(times["typer"]), 2)}


def ingested(database: Path) -> Path:
    """A new database of the seeds."""
    seconds([sys.executable, "-m", "claimkb", "--db", str(database), "ingest", str(ROOT / "seeds")])
    return database


def main() -> None:
    """Measure and print; fail if the budget is exceeded."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(sys.argv[1]) if len(sys.argv) > 1 else ingested(Path(folder) / "claims.db")
        result = measure(database)
    print(json.dumps(result))
    sys.exit(result["ratio"] > BUDGET and f"A query needs {result['ratio']} × the start of typer.")


if __name__ == "__main__":
    main()
