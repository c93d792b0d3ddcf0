"""A Dask cluster reads and compares, one process writes: the base is the same, whoever is lost on the way."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from wilful import WilfulExtractor

from claimkb.errors import ClaimkbError, ConfigError
from claimkb.workflow import check, ingest
from claimkb.workflow.ingest import IngestReport
from support import ARTICLES, PlainParts, document

Export = Callable[[Path], str]

distributed = pytest.importorskip("distributed")
# Dask's own event loops and sockets are not closed in the order that Python would like.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

MANY = [
    *(document(path, text) for path, text in ARTICLES.items()),
    *(document(f"{n:02}.txt", f"The fleet landed {n} tonnes of cod in 2021.") for n in range(12)),
    document("copy.txt", ARTICLES["harbour.txt"]),
    document("gazette.txt", "The quota was not cut.\nA second storm will reach Bergen."),
]


@pytest.fixture(scope="module")
def local() -> Iterator[str]:
    """Two processes of one thread each, and no second chance for a text that ends one."""
    import dask

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
    ):
        yield cluster.scheduler_address


@pytest.fixture
def workers(plain: PlainParts) -> PlainParts:
    plain.parts = replace(plain.parts, make_extractor=WilfulExtractor)
    return plain


def test_a_cluster_finds_what_one_process_finds(
    local: str, db: Path, tmp_path: Path, workers: PlainParts, export: Export
) -> None:
    workers.documents = MANY
    many = ingest(db, [], parts=workers.parts, scheduler=local)
    assert many == ingest(tmp_path / "one.db", [], parts=workers.parts)
    assert export(db) == export(tmp_path / "one.db")
    assert check(db, parts=workers.parts) == ()
    again = ingest(db, [], parts=workers.parts, scheduler=local, refresh=True)
    assert again.taken == len(MANY)


def test_a_text_that_ends_its_workers_or_cannot_be_read_is_refused(
    local: str, db: Path, workers: PlainParts
) -> None:
    good = workers.documents
    # By itself: Dask holds what waits for a worker that ended jointly responsible.
    workers.documents = [document("bad.txt", "KILL")]
    (refused,) = ingest(db, [], parts=workers.parts, scheduler=local).refused
    assert "workers that read it ended" in refused.reason
    workers.documents = [document("broken.txt", "BREAK"), *good, document("foreign.txt", "mañana")]
    report = ingest(db, [], parts=workers.parts, scheduler=local)
    assert report.counts == {"added": 3, "refused": 2}
    assert ["it broke" in outcome.reason for outcome in report.refused] == [True, False]
    assert "not English" in report.refused[1].reason


def test_a_worker_with_another_version_is_refused(
    local: str, db: Path, workers: PlainParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimkb.workflow.cluster.package_digest", lambda: "a newer one")
    with pytest.raises(ConfigError, match="another version of claimkb"):
        ingest(db, [], parts=workers.parts, scheduler=local)


def test_a_scheduler_that_is_not_there(
    db: Path, workers: PlainParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimkb.workflow.cluster._PATIENCE", 0.2)
    with pytest.raises(ClaimkbError, match="No Dask scheduler answers"):
        ingest(db, [], parts=workers.parts, scheduler="tcp://127.0.0.1:9")
    with pytest.raises(ClaimkbError, match="No Dask scheduler answers"):
        ingest(db, [], parts=workers.parts, scheduler="no address")


def test_without_dask_the_extra_is_named(
    db: Path, workers: PlainParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClaimkbError, match=r"claimkb\[dask\]"):
        ingest(db, [], parts=workers.parts, scheduler="tcp://127.0.0.1:8786")


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A scheduler and two workers as processes of their own."""
    tests = Path(__file__).parents[1]
    environment = {"PYTHONPATH": f"{tests}:{tests / 'workflow'}", "PATH": "", "HOME": str(tmp_path)}
    address = tmp_path / "scheduler.json"
    common = ["--scheduler-file", str(address), "--no-dashboard"]
    own = {
        "scheduler": ["--host", "127.0.0.1", "--port", "0"],
        "worker": ["--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path)],
    }
    started = []
    try:
        for kind in ("scheduler", "worker", "worker"):
            command = [sys.executable, "-m", "dask", kind, *common, *own[kind]]
            with (tmp_path / f"{kind}{len(started)}.log").open("wb") as log:
                started.append(subprocess.Popen(command, env=environment, stderr=log, stdout=log))
        with distributed.Client(scheduler_file=str(address), timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            yield client.scheduler.address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def test_a_worker_that_is_killed_midway_costs_only_its_part(
    processes: tuple[str, list[Any]], db: Path, tmp_path: Path, workers: PlainParts, export: Export
) -> None:
    address, running = processes
    workers.documents = MANY
    stored: list[str] = []

    def kill_one(outcome: object) -> None:
        if not stored:
            running[0].send_signal(signal.SIGKILL)
            running[0].wait()
        stored.append("one")

    many: IngestReport = ingest(db, [], parts=workers.parts, scheduler=address, on_progress=kill_one)
    assert running[0].returncode == -signal.SIGKILL
    assert many == ingest(tmp_path / "one.db", [], parts=workers.parts)
    assert export(db) == export(tmp_path / "one.db")
