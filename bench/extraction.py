"""What extraction costs on top of parsing the same text.

Prints JSON with the ratio of a full extraction to the bare parse (the same
model with the same parts of its pipeline, as spaCy runs it: line by line, a
document a batch), both measured in turns, document by document; of each the
minimum of the runs counts, so that what else the machine does counts little.
The budget is a ratio of 1.3. `of_own_parse` is the ratio to the parse as
extraction has it done, with the same tags and trees (`extract/network.py`).
`--profile` lists the functions that extraction spends its own time in.

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
from functools import partial
from pathlib import Path

import spacy
from spacy.language import Language
from threadpoolctl import threadpool_limits

from claimkb.extract import DEFAULT_MODEL, Extractor
from claimkb.extract.network import Network
from claimkb.extract.pipeline import guard_sentences, load
from claimkb.model import Document, SourceInfo

RUNS = 9
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


def lines_of(document: Document) -> list[str]:
    """The lines that a bare parse reads."""
    return [line for line in document.text.splitlines() if line.strip()]


def pipeline() -> Language:
    """The parts of the pipeline that extraction runs, as spaCy loads them."""
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.select_pipes(enable=list(PARTS))
    return nlp


def parsing(nlp: Language) -> Callable[[Document], None]:
    """A function that parses the lines of a document and does nothing else."""

    def parse(document: Document) -> None:
        for _ in nlp.pipe(lines_of(document), batch_size=BATCH):
            pass

    return parse


def parsing_as_extraction_does() -> Callable[[Document], None]:
    """The same with the arithmetic of extraction."""
    nlp = load(DEFAULT_MODEL)
    network = Network.of(nlp)
    assert network is not None

    def parse(document: Document) -> None:
        network.tag_and_parse([nlp.make_doc(line) for line in lines_of(document)], guard_sentences)

    return parse


def extracting() -> Callable[[Document], None]:
    """A function that extracts the claims of a document."""
    extractor = Extractor()

    def extract(document: Document) -> None:
        extractor.extract(document)

    return extract


def measure(documents: Sequence[Document]) -> dict[str, float]:
    """The best times of both, their ratio, and words a second."""
    work = {"parse": parsing(pipeline()), "own": parsing_as_extraction_does(), "extract": extracting()}
    times: dict[tuple[str, int], list[float]] = {}
    with threadpool_limits(limits=1, user_api="blas"):
        for run in range(RUNS + 1):
            for place, document in enumerate(documents):
                for name, each in work.items():
                    spent = seconds(partial(each, document))
                    if run:  # the first one loads and warms up
                        times.setdefault((name, place), []).append(spent)
    words = sum(len(document.text.split()) for document in documents)
    best = {name: sum(min(times[name, place]) for place in range(len(documents))) for name in work}
    return {
        "words": words,
        "parse_words_a_second": round(words / best["parse"]),
        "extract_words_a_second": round(words / best["extract"]),
        "ratio": round(best["extract"] / best["parse"], 2),
        "of_own_parse": round(best["extract"] / best["own"], 2),
    }


def profile(documents: Sequence[Document], top: int = 25) -> None:
    """Print the functions with the most time of their own in a warm extraction, then those with the most in all."""
    extract = extracting()
    profiler = cProfile.Profile()
    for document in documents:
        extract(document)  # load and warm up
    for document in documents:
        profiler.runcall(extract, document)
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
