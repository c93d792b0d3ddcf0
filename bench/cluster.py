"""An ingest on a Dask cluster of processes of this machine, against one process: wall time, and the same exports.

The cluster is started before the clock is; both read the same synthetic
articles and load the parser. How many processes run beside is part of the
result, since wall time on a busy machine says little.

    python bench/cluster.py [--articles 40] [--workers 2]
"""

import argparse
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

import corpus
from distributed import LocalCluster

from claimkb.store.queries import Reader
from claimkb.workflow import ingest


def results(articles: int, workers: int) -> dict[str, Any]:
    """Seconds of one process and of the cluster, and whether they found the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder / "articles", articles)
        os.chdir(folder)
        begun = time.perf_counter()
        ingest(folder / "one.db", ["articles"])
        one = time.perf_counter() - begun
        with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster:
            begun = time.perf_counter()
            ingest(folder / "many.db", ["articles"], scheduler=cluster.scheduler_address)
            many = time.perf_counter() - begun
        return {
            "articles": articles,
            "workers": workers,
            "one_process_s": round(one, 1),
            "cluster_s": round(many, 1),
            "speed_up": round(one / many, 2),
            "same": exported(folder / "one.db") == exported(folder / "many.db"),
            "load": round(os.getloadavg()[0], 1),
        }


def exported(base: Path) -> list[Any]:
    """What a base exports."""
    with Reader(base) as reader:
        return [*reader.claims(), *reader.relation_details(), *reader.sources(), *reader.themes()]


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description="Measure an ingest on a Dask cluster.")
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    print(json.dumps(results(options.articles, options.workers)))


if __name__ == "__main__":
    main()
