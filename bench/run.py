"""Runs the benchmarks and writes what they measured: JSON to standard output, tables to docs/performance.md.

Only ratios and rates on one machine mean anything; so the page names the
machine, its Python and the day. Queries are timed on a database of the
articles in seeds/, ingests on a synthetic corpus (`ingest.py`); the page ends
with what profiles showed (`profile.md`).

    python bench/run.py [--articles 1000] [--no-peer]
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import extraction
import ingest
import queries
from startup import BUDGET, measure

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"


def claimkb(database: Path, *arguments: str) -> tuple[float, str]:
    """Run the command; its wall time and standard output."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "claimkb", "--db", str(database), *arguments]
    result = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    return time.perf_counter() - start, result.stdout


def on_seeds() -> dict[str, float]:
    """What is measured on the seeds."""
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


def seeds_table(found: dict[str, float]) -> str:
    """What was measured on the seeds."""
    return table(
        ("Ingest the seeds, parser start included", f"{found['ingest_s']} s for {found['words']} words"),
        ("Claims stored", f"{found['claims']}"),
        ("Ingest them again, nothing changed", f"{found['ingest_again_s']} s"),
        ("`python -c pass`", f"{found['python_ms']} ms"),
        ("`--help` of an empty typer app", f"{found['typer_ms']} ms"),
        ("`claimkb claims --limit 10`", f"{found['query_ms']} ms"),
        (f"Query : empty app (budget {BUDGET})", f"{found['ratio']}"),
        (f"CPU of extraction : bare parse (budget {extraction.BUDGET})", f"{found['extraction_ratio']}"),
    )


def corpus_table(found: dict[str, float]) -> str:
    """What was measured on the synthetic corpus."""
    budgets = ingest.BUDGETS
    peer = f"{found['times_peer']}" if "times_peer" in found else "not run"
    return table(
        ("Articles, words, claims", f"{found['articles']:,}, {found['words']:,}, {found['claims']:,}"),
        (f"CPU of the ingest : bare parse (budget {budgets['ratio']})", f"{found['ratio']}"),
        ("Words a CPU second", f"{found['words_a_cpu_second']:,}"),
        (f"One process : two, wall time (budget {budgets['speed_up']})", f"{found['speed_up']}"),
        ("Processes running beside at the end", f"{found['load']}"),
        (f"Memory of the largest process (budget {budgets['peak_mb']} MB)", f"{found['peak_mb']} MB"),
        ("Database, bytes a claim", f"{found['bytes_a_claim']:,}"),
        (f"Words a CPU second : triplet-extract's (budget {budgets['times_peer']})", peer),
    )


def queries_section(found: dict[str, Any]) -> str:
    """What was measured in a small and in a large base, under its heading."""
    small, large = (f"{number:,}" for number in found["claims"])
    budgets = queries.BUDGETS
    lines = [
        f"CPU time of the whole command, median; every listing with `--limit 10`. Bases of {small} and {large} "
        f"claims made by `bench/fill.py` ({found['bytes_a_claim'][1]:,} bytes a claim). An empty typer app's "
        f"`--help` takes {found['queries']['an empty typer app']['cpu_ms']} ms. Budgets: {budgets['of_small']} × "
        f"the small base, {budgets['of_typer']} × the empty app.",
        "",
        f"| command | {small} claims | {large} claims | ratio | : empty app |",
        "|---|---|---|---|---|",
    ]
    for name, row in found["queries"].items():
        if "of_small" in row:
            lines.append(
                f"| `{name}` | {row['small_cpu_ms']} ms | {row['large_cpu_ms']} ms | {row['of_small']} "
                f"| {row['of_typer']} |"
            )
    more = found["one_more_article"]
    lines += [
        "",
        f"One more article of 900 words, comparison included: {more['empty_cpu_s']} s in an empty base, "
        f"{more['large_cpu_s']} s in the large one, ratio {more['ratio']} (budget {budgets['article']}).",
    ]
    return "\n".join(lines)


def table(*rows: tuple[str, str]) -> str:
    """A Markdown table of two columns."""
    return "| what | measured |\n|---|---|\n" + "".join(f"| {what} | {value} |\n" for what, value in rows)


def page(seeds: dict[str, float], corpus: dict[str, float], large: dict[str, Any]) -> str:
    """The page."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    parts = (
        "# Performance",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `make bench` ({machine}). "
        "Absolute times are those of one machine; compare ratios.",
        "## Seeds and queries",
        seeds_table(seeds).rstrip(),
        "## Ingest of a synthetic corpus",
        corpus_table(corpus).rstrip(),
        "## Queries at a million claims",
        queries_section(large),
        (ROOT / "bench" / "profile.md").read_text(encoding="utf-8").rstrip(),
    )
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Measure, write the page, print JSON."""
    parser = argparse.ArgumentParser(description="Run all benchmarks.")
    parser.add_argument("--articles", type=int, default=1000, help="size of the synthetic corpus")
    parser.add_argument("--claims", type=int, default=1_000_000, help="size of the large base for queries")
    parser.add_argument("--no-peer", action="store_true", help="leave triplet-extract out")
    options = parser.parse_args()
    seeds = on_seeds()
    documents = extraction.read(sorted(extraction.SEEDS.glob("*.txt")))
    seeds["extraction_ratio"] = extraction.measure(documents)["ratio"]
    corpus = ingest.results(options.articles, 900, peer=not options.no_peer)
    large = queries.results(1000, options.claims, 7)
    PAGE.write_text(page(seeds, corpus, large), encoding="utf-8")
    print(json.dumps({"seeds": seeds, "corpus": corpus, "large": large}))


if __name__ == "__main__":
    main()
