"""What queries cost in a base of a million claims, against one of a thousand and an empty typer app.

Prints JSON. Both bases are made by `fill.py`; every query is the real command
in a process of its own, run in turns on both bases, and the median of the CPU
times counts (wall times stand beside them: they hold on an idle machine
only). All listings have a limit of ten: without one a listing is as long as
what it lists. Then one more article is taken in, into an empty base and into
the large one, both opened before.

    python bench/queries.py [--small 1000] [--large 1000000] [--runs 7] [--keep FOLDER]
"""

import argparse
import json
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import corpus
import fill
from ingest import Cost, claimkb, run
from startup import EMPTY_APP

BUDGETS = {"of_small": 1.5, "of_typer": 1.5, "article": 2.0}
QUERIES: dict[str, tuple[str, ...]] = {
    "claims": ("claims", "--limit", "10"),
    "claims --theme": ("claims", "--theme", "politics", "--limit", "10"),
    "claims --entity": ("claims", "--entity", "Pakistan", "--limit", "10"),
    "claims --entity, by a spelling": ("claims", "--entity", "us", "--limit", "10"),
    "claims --theme --source": ("claims", "--theme", "politics", "--source", "{source}", "--limit", "10"),
    "claims TEXT, in one of 140 claims": ("claims", "{word}", "--limit", "10"),
    "claims TEXT, in one of 30 claims": ("claims", "port", "--limit", "10"),
    "show": ("show", "{claim}"),
    "contradictions": ("contradictions", "--limit", "10"),
    "contradictions --theme": ("contradictions", "--theme", "politics", "--limit", "10"),
    "contradictions --source": ("contradictions", "--source", "{source}", "--limit", "10"),
}


def measure(small: Path, large: Path, scratch: Path, runs: int) -> dict[str, dict[str, float]]:
    """The median CPU and wall time of each query on both bases, in milliseconds, and the ratios."""
    app = scratch / "empty.py"
    app.write_text(EMPTY_APP, encoding="utf-8")
    empty: list[Cost] = []
    costs: dict[str, tuple[list[Cost], list[Cost]]] = {name: ([], []) for name in QUERIES}
    names = [_names(base) for base in (small, large)]
    for _ in range(runs):
        empty.append(run([sys.executable, str(app), "--help"]))
        for name, command in QUERIES.items():
            for side, base in enumerate((small, large)):
                arguments = [part.format(**names[side]) for part in command]
                costs[name][side].append(run(claimkb(base, *arguments)))
    typer = median(cost.cpu for cost in empty)
    found = {"an empty typer app": {"cpu_ms": round(typer * 1000)}}
    for name, sides in costs.items():
        cpu, wall = ([median(getattr(c, what) for c in side) for side in sides] for what in ("cpu", "wall"))
        found[name] = {
            "small_cpu_ms": round(cpu[0] * 1000),
            "large_cpu_ms": round(cpu[1] * 1000),
            "small_wall_ms": round(wall[0] * 1000),
            "large_wall_ms": round(wall[1] * 1000),
            "of_small": round(cpu[1] / cpu[0], 2),
            "of_typer": round(cpu[1] / typer, 2),
        }
    return found


def one_more(large: Path, scratch: Path, runs: int) -> dict[str, float]:
    """The CPU seconds that one more article takes, in an empty base and in the large one; medians."""
    empty = scratch / "empty.db"
    start = scratch / "start"
    start.mkdir()
    (start / "start.txt").write_text("The port was closed in May.\n", encoding="utf-8")
    run(claimkb(empty, "ingest", str(start), "--quiet"))
    costs: dict[Path, list[float]] = {empty: [], large: []}
    for number in range(runs):
        for base in costs:
            path = scratch / f"another{number}.txt"
            path.write_text(corpus.article(900_000 + number), encoding="utf-8")
            costs[base].append(run(claimkb(base, "ingest", str(path), "--quiet")).cpu)
            if base == empty:  # so that it stays empty
                empty.unlink()
                run(claimkb(empty, "ingest", str(start), "--quiet"))
    small_s, large_s = (median(each) for each in costs.values())
    return {
        "empty_cpu_s": round(small_s, 2),
        "large_cpu_s": round(large_s, 2),
        "ratio": round(large_s / small_s, 2),
    }


def _names(base: Path) -> dict[str, str]:
    """What the queries of a base name: a claim with findings, its source, a rare word."""
    connection = sqlite3.connect(base)
    claim, source = connection.execute(
        """SELECT claims.uid, name FROM relations JOIN claims ON claims.id = a
        JOIN documents ON documents.id = document JOIN sources ON sources.id = source
        WHERE kind = 'contradiction' AND scope = 'cross-source' ORDER BY relations.id LIMIT 1"""
    ).fetchone()
    connection.close()
    return {"claim": claim, "source": source, "word": "missile"}


def results(small: int, large: int, runs: int, keep: Path | None = None) -> dict[str, Any]:
    """All that is measured; `keep` is a folder whose bases are used again."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        model, few, many = (folder / f"{name}.db" for name in ("model", small, large))
        if not model.exists():
            fill.small_base(model, 20)
        for base, claims in ((few, small), (many, large)):
            if not base.exists():
                fill.fill(model, base, claims)
        numbers = [_count(base) for base in (few, many)]
        found: dict[str, Any] = {
            "claims": numbers,
            "bytes_a_claim": [
                round(base.stat().st_size / n) for base, n in zip((few, many), numbers, strict=True)
            ],
            "queries": measure(few, many, Path(scratch), runs),
        }
        copy = Path(scratch) / "more.db"
        shutil.copy(many, copy)
        found["one_more_article"] = one_more(copy, Path(scratch), max(3, runs // 2))
    return found


def _count(base: Path) -> int:
    connection = sqlite3.connect(base)
    number = int(connection.execute("SELECT count(*) FROM claims").fetchone()[0])
    connection.close()
    return number


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure queries in small and large bases.")
    parser.add_argument("--small", type=int, default=1000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="a folder to keep the bases in, and to find them in")
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    print(json.dumps(results(options.small, options.large, options.runs, options.keep)))


if __name__ == "__main__":
    main()
