"""Verdicts on sentence pairs like those of news, written for this: 12 topics, each with its traps.

    python evals/news_pairs.py [--failures]

The pairs of `data/news_pairs.tsv` were written and labelled before any verdict
on them was looked at (one label was then corrected: "not only houses" bears
out "houses"). They are judged as `claimkb judge` does; a tension counts as
neutral.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from measures import Tally
from places import EVALS

from claimkb.workflow import Parts, judge_pair

NEWS_PAIRS = EVALS / "data" / "news_pairs.tsv"
CONTRADICT, AGREE, NEUTRAL = "contradict", "agree", "neutral"
_LABELS = {"contradiction": CONTRADICT, "agreement": AGREE}


@dataclass(frozen=True, slots=True)
class NewsPair:
    """A pair with its label and what is said of it."""

    topic: str
    label: str
    premise: str
    hypothesis: str
    verdict: str = NEUTRAL
    rule: str = ""


def judged(parts: Parts) -> Iterator[NewsPair]:
    """Every pair with its verdict."""
    with NEWS_PAIRS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found = judge_pair(row["premise"], row["hypothesis"], parts=parts)
            yield NewsPair(**row, verdict=_LABELS.get(found.kind.value, NEUTRAL), rule=found.rule)


def tally(pairs: Iterable[NewsPair], label: str) -> Tally:
    """Precision and recall of one label."""
    listed = list(pairs)
    hits = sum(p.label == p.verdict == label for p in listed)
    return Tally(hits, sum(p.verdict == label for p in listed), hits, sum(p.label == label for p in listed))


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description="Judge the project's own sentence pairs.")
    parser.add_argument("--failures", action="store_true", help="print every pair that failed")
    options = parser.parse_args()
    pairs = list(judged(Parts()))
    print(f"{len(pairs)} pairs")
    for label in (CONTRADICT, AGREE):
        found = tally(pairs, label)
        print(f"{label}: precision {found.precision:.2f}, recall {found.recall:.2f}, F1 {found.f1:.2f}")
    if options.failures:
        for each in pairs:
            if each.verdict != each.label:
                print(f"\n{each.topic}: {each.label}, found {each.verdict} {each.rule}")
                print(f"  {each.premise}\n  {each.hypothesis}")


if __name__ == "__main__":
    main()
