"""How the cost of a document grows with the base: a base of premade claims, measured at several sizes.

A document costs its extraction, which knows nothing of the base and is
measured on articles of `corpus.py`, and what is done in the base: looking up,
storing, keys, origins and comparison. This runs here as in an ingest, on
documents of `premade.py`. Between two sizes the base is filled
without comparing (`bulk.py`; comparing only adds findings, some 1 % of its
bytes); at each size some documents go into a copy of it whole, and the CPU
time of each step is taken.

Filling takes a quarter of an hour of an idle processor for a hundred thousand
documents of 225 words. With `--base FOLDER` all is kept there, what was
measured too, and the same command goes on where it was; `--seconds` ends it
after a while.

The exponent is the slope of log(cost) over log(size): 0 is flat, 1 linear. It
is given for the whole cost and for the part in the base alone.

    python bench/growth.py [--sizes 1000 10000] [--words 900] [--sample 30] [--base FOLDER] [--seconds 300]
"""

import argparse
import json
import math
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import bulk
import corpus
import premade

from claimkb.model import RelationKind
from claimkb.readers.themes_file import themes_for
from claimkb.store import pairs
from claimkb.store.store import Store
from claimkb.workflow.ingest import taxonomy_digest
from claimkb.workflow.parts import Parts

BUDGET = 1.3  # the cost of a document in the largest base over that in the smallest

_PARTS = Parts()
_TAXONOMY = taxonomy_digest(themes_for([], None))


class Clock:
    """CPU seconds by step."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.counts: Counter[str] = Counter()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count what is done within to a step."""
        begun = time.process_time()
        try:
            yield
        finally:
            self.spent[name] += time.process_time() - begun


def whole(store: Store, made: premade.Premade, number: int, clock: Clock) -> None:
    """Store a document as an ingest does, and count what it costs."""
    extraction = made.extraction(number)
    document = extraction.document
    with clock.step("look up"):
        plan = store.plan(document, _TAXONOMY)
    with clock.step("store"):
        store.connection.execute("BEGIN IMMEDIATE")
        touched = store.apply(
            plan, {document.hash: extraction}, taxonomy=_TAXONOMY, keys=_PARTS.keys, tag=_no_tags
        )
    with clock.step("propose pairs"):
        candidates = list(store.candidates(touched))
    judge = _PARTS.judging()
    with clock.step("compare"):
        verdicts = [(each, judge(each.a, each.b, each.key)) for each in candidates]
    with clock.step("store"):
        found = [pairs.relation_of(*each) for each in verdicts if each[1].kind != RelationKind.NONE]
        store.add_relations(found)
        store.connection.execute("COMMIT")
    clock.counts.update(documents=1, claims=len(extraction.claims), candidates=len(candidates))
    clock.counts.update(found=len(found), touched=len(touched))


def extraction(words: int, sample: int, clock: Clock) -> None:
    """Count what extracting the claims of a document costs, on so many articles of so many words."""
    extractor, themes = _PARTS.extractor, themes_for([], None)
    texts = [corpus.article(1_000_000 + number, words) for number in range(2 + sample)]
    made = [premade.document(f"{number}.txt", text, "bench") for number, text in enumerate(texts)]
    for document in made[:2]:  # warm
        extractor.extract(document, themes)
    for document in made[2:]:
        with clock.step("extract"):
            extractor.extract(document, themes)


def results(
    sizes: list[int], words: int, sample: int, folder: Path, seconds: float = math.inf
) -> dict[str, Any] | None:
    """The cost of a document at each size, in CPU milliseconds, and how it grows; None if there was no time for all."""
    until = time.monotonic() + seconds
    folder.mkdir(parents=True, exist_ok=True)
    made = premade.Premade(premade.make_pieces(folder / "pieces.pkl"), words)
    measured = []
    for size in sizes:
        kept, base = folder / f"{size}.json", folder / f"{size}.db"
        if not kept.exists():
            if not base.exists():
                if not bulk.grow(folder / "raw.db", made, size, _TAXONOMY, _PARTS.keys, until):
                    return None
                bulk.finish(folder / "raw.db", base)
            kept.write_text(json.dumps(_at(base, made, size, words, sample)), encoding="utf-8")
        measured.append(json.loads(kept.read_text(encoding="utf-8")))
        print(json.dumps(measured[-1]), flush=True)
    return {"words": words, "sizes": measured} | _growth(measured)


def _at(base: Path, made: premade.Premade, size: int, words: int, sample: int) -> dict[str, Any]:
    """What documents cost that go into a base of a size."""
    clock = Clock()
    with Store.open(base) as store:
        whole(store, made, size, Clock())  # warm
        for number in range(size + 1, size + 1 + sample):
            whole(store, made, number, clock)
        extraction(words, sample, clock)
        return _measured(store, size, clock)


def _measured(store: Store, size: int, clock: Clock) -> dict[str, Any]:
    count = clock.counts
    spent = {name: 1000 * seconds / count["documents"] for name, seconds in clock.spent.items()}
    claims, size_in_bytes = store.connection.execute(
        """SELECT (SELECT count(*) FROM claims), page_count * page_size
        FROM pragma_page_count, pragma_page_size"""
    ).fetchone()
    return {
        "documents": size,
        "claims": claims,
        "bytes_a_claim": round(size_in_bytes / claims),
        "ms_a_document": round(sum(spent.values()), 1),
        "ms_in_the_base": round(sum(spent.values()) - spent["extract"], 1),
        "ms": {name: round(cost, 1) for name, cost in spent.items()},
        "claims_a_document": round(count["claims"] / count["documents"], 1),
        "candidates_a_claim": round(count["candidates"] / count["claims"], 1),
        "findings_a_claim": round(count["found"] / count["claims"], 2),
        "us_a_candidate": round(1e6 * clock.spent["compare"] / max(1, count["candidates"])),
    }


def _growth(measured: list[dict[str, Any]]) -> dict[str, Any]:
    first, last = measured[0], measured[-1]
    found: dict[str, Any] = {
        "candidates_ratio": round(last["candidates_a_claim"] / first["candidates_a_claim"], 2)
    }
    for name, what in (("", "ms_a_document"), (" in the base", "ms_in_the_base")):
        found[f"ratio{name}"] = round(last[what] / first[what], 2)
        found[f"exponent{name}"] = exponent([(each["documents"], each[what]) for each in measured])
    return found


def exponent(points: list[tuple[float, float]]) -> float:
    """The slope of the line through the points in logarithms (least squares)."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x, mean_y = (sum(each) / len(logs) for each in zip(*logs, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in logs)
    return round(sum((x - mean_x) * (y - mean_y) for x, y in logs) / spread, 3) if spread else 0.0


def _no_tags(claim: object, heading: str) -> tuple[()]:
    return ()


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description="Measure how the cost of a document grows with the base.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000], help="documents in the base")
    parser.add_argument("--words", type=int, default=900, help="words an article")
    parser.add_argument("--sample", type=int, default=30, help="documents measured at each size")
    parser.add_argument("--base", type=Path, help="a folder to keep all in, and to go on from")
    parser.add_argument("--seconds", type=float, default=math.inf, help="fill no longer than this")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.base or Path(scratch)
        found = results(options.sizes, options.words, options.sample, folder, options.seconds)
    print("Not done: run the same command again to go on." if found is None else json.dumps(found))


if __name__ == "__main__":
    main()
