"""How claims compare with what people made of the same sentences, beside two other ways to split.

    python evals/splitting.py [--sets FILE] [--peer PYTHON] [--form text|as-written]

Reads a file of sentences with gold propositions (several public sets in one,
see `measures.py` for each set's own measure), extracts the claims of every
sentence as a document of its own, and prints a table: this extractor, "the
sentence is the claim", and with `--peer` the OpenIE tool `triplet-extract`,
run by the Python of its own environment (`peer_triplets.py` says how to make
one). Nothing of the sets is written anywhere.
"""

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import measures
from measures import Gold, Measure, Tally
from places import PEER_PYTHON, SPLITTING

from claimkb.workflow import Parts, split

PEER = "triplet-extract"
PEER_SCRIPT = Path(__file__).with_name("peer_triplets.py")

# One row a measure: the row's name, the set, and how it counts. "aligned" is the same for every set.
MEASURES: tuple[tuple[str, str, Measure], ...] = (
    ("wire57", "wire57", measures.wire57),
    ("carb", "carb", measures.carb),
    ("benchie, same words", "benchie", measures.benchie),
    ("benchie, F1 ≥ 0.8", "benchie", partial(measures.benchie, floor=0.8)),
    ("scu-realsumm", "scu-realsumm", measures.units),
    ("scu-pyrxsum", "scu-pyrxsum", measures.units),
    ("hsplit", "hsplit", measures.splits),
    ("propsegment", "propsegment", measures.segments),
)
ALIGNED_SETS = tuple(dict.fromkeys(name for _, name, _ in MEASURES))
_ALTERNATIVES = {"benchie": "wordings", "hsplit": "annotators", "propsegment": "annotators"}

Propositions = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence of a set with its gold."""

    id: str
    dataset: str
    sentence: str
    gold: Gold


@dataclass(frozen=True, slots=True)
class Row:
    """One measure on one set, with the tally of each system by name."""

    name: str
    sentences: int
    tallies: dict[str, Tally]


def load(path: Path) -> list[Item]:
    """The sentences of a file of sets."""
    return [_item(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _item(record: dict[str, object]) -> Item:
    dataset = str(record["dataset"])
    extra = {}
    if dataset in _ALTERNATIVES:
        lists: Iterable[Iterable[str]] = record.get("alt_claims") or ()  # type: ignore[assignment]
        extra[_ALTERNATIVES[dataset]] = tuple(tuple(each) for each in lists)
    claims: Iterable[str] = record["claims"]  # type: ignore[assignment]
    return Item(str(record["id"]), dataset, str(record["sentence"]), Gold(tuple(claims), **extra))


def whole(items: Iterable[Item]) -> Propositions:
    """Each sentence as its only proposition."""
    return {item.id: [item.sentence] for item in items}


def claims(items: Iterable[Item], form: str = "text") -> Propositions:
    """The claims of each sentence, as they stand alone or as written before anything was resolved."""
    parts = Parts()
    return {item.id: _claims(item.sentence, form, parts) for item in items}


def _claims(sentence: str, form: str, parts: Parts) -> list[str]:
    found = split(sentence, parts=parts).claims
    return [claim.text if form == "text" else claim.as_written for claim in found]


def peer(items: Iterable[Item], python: Path) -> Propositions | None:
    """The triples of the peer, written out; None if it cannot be run."""
    lines = [json.dumps({"id": item.id, "sentence": item.sentence}) for item in items]
    try:
        run = subprocess.run(
            [python, PEER_SCRIPT], input="\n".join(lines), capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"The peer could not be run: {error}", file=sys.stderr)
        return None
    return {record["id"]: record["claims"] for record in map(json.loads, run.stdout.splitlines())}


def score(items: Sequence[Item], systems: Mapping[str, Propositions]) -> list[Row]:
    """The rows of the table, each set by its own measure."""
    by_set = _by_set(items)
    return [_row(name, by_set[dataset], measure, systems) for name, dataset, measure in MEASURES]


def score_aligned(items: Sequence[Item], systems: Mapping[str, Propositions]) -> list[Row]:
    """The rows of the table with one measure for all sets."""
    by_set = _by_set(items)
    return [_row(name, by_set[name], measures.aligned, systems) for name in ALIGNED_SETS]


def _by_set(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[item.dataset].append(item)
    return found


def _row(name: str, items: Sequence[Item], measure: Measure, systems: Mapping[str, Propositions]) -> Row:
    tallies = {
        system: sum((measure(made.get(item.id, ()), item.gold) for item in items), Tally())
        for system, made in systems.items()
    }
    return Row(name, len(items), tallies)


def table(rows: Iterable[Row], systems: Sequence[str]) -> list[str]:
    """A Markdown table: P/R/F1 of each system, and the margin of the first one over the best other."""
    heads = ["set", "n", *(f"{system} P/R/F1" for system in systems), "margin"]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for row in rows:
        first, *others = (row.tallies[system].f1 for system in systems)
        cells = [row.name, str(row.sentences), *(_figures(row.tallies[system]) for system in systems)]
        lines.append("| " + " | ".join([*cells, f"{first - max(others):+.2f}"]) + " |")
    return lines


def _figures(tally: Tally) -> str:
    return f"{tally.precision:.2f}/{tally.recall:.2f}/{tally.f1:.2f}"


def run(path: Path, python: Path | None, form: str = "text") -> tuple[list[Row], list[Row], tuple[str, ...]]:
    """Score all systems on all sets: the rows by each set's own measure, by the common one, and the systems."""
    items = load(path)
    systems: dict[str, Propositions] = {"claimkb": claims(items, form), "sentence": whole(items)}
    other = peer(items, python) if python else None
    if other is not None:
        systems[PEER] = other
    return score(items, systems), score_aligned(items, systems), tuple(systems)


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description="Compare claims with public sets of split sentences.")
    parser.add_argument("--sets", type=Path, default=SPLITTING, help="JSON Lines with the sentences")
    parser.add_argument("--peer", type=Path, default=PEER_PYTHON, help="the Python that has triplet-extract")
    parser.add_argument("--form", choices=("text", "as-written"), default="text")
    options = parser.parse_args()
    if not options.sets.exists():
        sys.exit(f"There is no {options.sets}; give the sets with --sets.")
    own, common, systems = run(options.sets, options.peer, options.form)
    for title, rows in (("Each set by its own measure", own), ("All sets by aligned token F1", common)):
        print(f"\n{title}\n", *table(rows, systems), sep="\n")


if __name__ == "__main__":
    main()
