"""What extraction costs on top of parsing the same text.

Prints JSON with the ratio of a full extraction to the bare parse (the same
model with the same parts of its pipeline, line by line in the same batches),
both measured in turns in one run; the minimum of the runs counts. The budget
is a ratio of 1.3. `--profile` lists the functions that extraction spends its
own time in.

    python bench/extraction.py [--profile] [FILE...]
"""

import argparse
import cProfile
import hashlib
import json
import pstats
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from claimkb.extract import DEFAULT_MODEL, Extractor
from claimkb.model import Document, SourceInfo

RUNS = 5
BUDGET = 1.3
BATCH = 64  # as in extraction
PARTS = ("tok2vec", "tagger", "parser")  # what extraction runs of the pipeline
SEEDS = Path(__file__).parent.parent / "seeds"


def read(paths: Sequence[Path]) -> list[Document]:
    """The files as documents."""
    texts = [(path, path.read_text(encoding="utf-8")) for path in paths]
    return [
        Document(path.name, text, hashlib.sha256(text.encode()).hexdigest(), SourceInfo(path.stem))
        for path, text in texts
    ]


def seconds(work: Callable[[], None]) -> float:
    """The CPU time of one call: wall time would measure what else the machine does."""
    start = time.process_time()
    work()
    return time.process_time() - start


def parsing(documents: Sequence[Document]) -> Callable[[], None]:
    """A function that parses all lines and does nothing else."""
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.select_pipes(enable=list(PARTS))
    lines = [line for document in documents for line in document.text.splitlines() if line.strip()]

    def parse() -> None:
        for _ in nlp.pipe(lines, batch_size=BATCH):
            pass

    return parse


def extracting(documents: Sequence[Document]) -> Callable[[], None]:
    """A function that extracts the claims of all documents."""
    extractor = Extractor()

    def extract() -> None:
        for document in documents:
            extractor.extract(document)

    return extract


def measure(documents: Sequence[Document]) -> dict[str, float]:
    """The best times of both, their ratio, and words a second."""
    work = {"parse": parsing(documents), "extract": extracting(documents)}
    times: dict[str, list[float]] = {name: [] for name in work}
    for each in work.values():
        each()  # load and warm up
    for _ in range(RUNS):
        for name, each in work.items():
            times[name].append(seconds(each))
    words = sum(len(document.text.split()) for document in documents)
    parse, extract = min(times["parse"]), min(times["extract"])
    return {
        "words": words,
        "parse_words_a_second": round(words / parse),
        "extract_words_a_second": round(words / extract),
        "ratio": round(extract / parse, 2),
    }


def profile(documents: Sequence[Document], top: int = 25) -> None:
    """Print the functions with the most time of their own in a warm extraction, then those with the most in all."""
    extract = extracting(documents)
    extract()
    profiler = cProfile.Profile()
    profiler.runcall(extract)
    stats = pstats.Stats(profiler)
    for order in ("tottime", "cumulative"):
        stats.sort_stats(order).print_stats(top)


def main() -> None:
    """Measure and print; fail if the budget is exceeded."""
    parser = argparse.ArgumentParser(description="Measure extraction against the bare parse.")
    parser.add_argument("files", nargs="*", type=Path, help="texts; else the seeds")
    parser.add_argument("--profile", action="store_true", help="list where the time goes")
    options = parser.parse_args()
    documents = read(options.files or sorted(SEEDS.glob("*.txt")))
    if options.profile:
        profile(documents)
    result = measure(documents)
    print(json.dumps(result))
    sys.exit(result["ratio"] > BUDGET and f"Extraction costs {result['ratio']} × the parse.")


if __name__ == "__main__":
    main()
