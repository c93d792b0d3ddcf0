"""The evaluation: `make eval`.

    python evals/run.py [--seeds-only] [--write] [--raise-floors] [--peer PYTHON] [-v]

Builds the knowledge base of the seed articles and scores it against the
project's gold, judges the pairs and splits the sentences of the public sets
where they are there, prints tables, and fails if a floor of `baseline.json`
fell. `--write` renews docs/evaluation.md with the figures; `--raise-floors`
lifts the floors to what was measured, and never lowers one.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import claims_review
import cold_pairs
import figures
import pairs
import references
import splitting
from floors import load_floors, save_floors
from page import Section, page
from places import PAGE, PAIRS, PEER_PYTHON, SPLITTING
from score import ClaimScore, RelationScore, claim_row, relation_row
from seeds_run import SeedExports, exported_seeds, shared_scorer

from claimkb.workflow import Parts


@dataclass(slots=True)
class Outcome:
    """What has been measured: the figures that floors hold, and the sections to show."""

    figures: dict[str, float] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)

    def add(self, section: Section, measured: Mapping[str, float]) -> None:
        """Take in one part of the evaluation, and print it."""
        self.sections.append(section)
        self.figures.update(measured)
        print(f"\n{section.title}\n", *section.lines, sep="\n", flush=True)


def evaluate_seeds(outcome: Outcome, parts: Parts, *, verbose: bool) -> None:
    """Score the seeds, by the project's scorer and by the one beside the repository."""
    with exported_seeds(parts) as exports:
        claims, relations = exports.score()
        lines = list(_seed_lines(claims, relations))
        outcome.add(
            Section("The seed articles against the gold", lines),
            figures.of_claims(claims) | figures.of_relations(relations),
        )
        if verbose:
            print(*claims.misses, *relations.misses, sep="\n")
        _run_shared_scorer(exports)


def _seed_lines(claims: ClaimScore, relations: RelationScore) -> Iterator[str]:
    yield from ("| part | measure | value |", "|---|---|---|")
    for row in (claim_row(claims), relation_row(relations)):
        part = row.pop("part")
        for name, value in row.items():
            yield f"| {part} | {name.replace('_', ' ')} | {value} |"


def _run_shared_scorer(exports: SeedExports) -> None:
    scorer = shared_scorer()
    if scorer is None:
        return
    command = [sys.executable, scorer, "--claims", exports.claims, "--relations", exports.relations]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    print("\nThe scorer beside the repository says", done.stdout or done.stderr, sep="\n")


def evaluate_pairs(outcome: Outcome, parts: Parts) -> None:
    """Judge the pairs of the public sets, if they are there."""
    if PAIRS.exists():
        rows = pairs.run(PAIRS, parts)
        outcome.add(Section("Sentence pairs", pairs.table(rows)), figures.of_pairs(rows))


def evaluate_cold(outcome: Outcome, parts: Parts) -> None:
    """The project's own pairs, by round: what was measured before they were known, and what is now."""
    lines = cold_pairs.table(cold_pairs.judged(parts))
    outcome.add(Section(cold_pairs.TITLE, [*cold_pairs.NOTE, "", *lines]), {})


def evaluate_splitting(outcome: Outcome, python: Path | None) -> None:
    """Split the sentences of the public sets, if they are there."""
    if SPLITTING.exists():
        own, common, systems = splitting.run(SPLITTING, python)
        note = [] if splitting.PEER in systems else ["", "The peer triplet-extract was not run."]
        outcome.add(
            Section("Splitting, each set by its own measure", [*splitting.table(own, systems), *note]),
            figures.of_splitting(own, "splitting"),
        )
        outcome.add(
            Section("Splitting, all sets by aligned token F1", splitting.table(common, systems)),
            figures.of_splitting(common, "aligned"),
        )


def evaluate_references(outcome: Outcome) -> None:
    """What pronouns and descriptions stand for, in articles whose references were marked by hand."""
    if references.is_there():
        scores = references.measure()
        section = Section("What references stand for", references.table(scores))
        outcome.add(section, figures.of_references(scores))


def evaluate_review(outcome: Outcome) -> None:
    """The share of claims that one reader found good, on the articles that were read."""
    if claims_review.VERDICTS.exists():
        lines = claims_review.summary()
        outcome.add(Section(claims_review.TITLE, lines), {})


def main() -> None:
    """Measure, print, hold the floors."""
    parser = argparse.ArgumentParser(description="Evaluate claimkb and hold its quality floors.")
    parser.add_argument("--seeds-only", action="store_true", help="leave the public sets out")
    parser.add_argument("--write", action="store_true", help="renew docs/evaluation.md")
    parser.add_argument("--raise-floors", action="store_true", help="lift floors to what is measured")
    parser.add_argument("--peer", type=Path, default=PEER_PYTHON, help="the Python that has triplet-extract")
    parser.add_argument("-v", "--verbose", action="store_true", help="list every miss on the seeds")
    options = parser.parse_args()
    outcome, parts = Outcome(), Parts()
    evaluate_seeds(outcome, parts, verbose=options.verbose)
    if not options.seeds_only:
        evaluate_splitting(outcome, options.peer)
        evaluate_references(outcome)
        evaluate_review(outcome)
        evaluate_cold(outcome, parts)
        evaluate_pairs(outcome, parts)
    if options.write:
        PAGE.write_text(page(outcome.sections), encoding="utf-8")
    floors = load_floors()
    fallen = list(floors.fallen(outcome.figures))
    held = len(floors.names() & outcome.figures.keys()) - len(fallen)
    print("", *fallen, f"{held} floors held, {len(fallen)} fell.", sep="\n")
    if options.raise_floors:
        save_floors(floors.raised(outcome.figures))
    sys.exit(bool(fallen))


if __name__ == "__main__":
    main()
