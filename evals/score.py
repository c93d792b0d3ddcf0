"""Scores exported claims and relations of the seed articles against `gold/`.

    python evals/score.py CLAIMS.jsonl RELATIONS.jsonl [-v]

The files are what `claimkb export claims|relations --format jsonl` writes. The
gold names passages of the seeds and says by patterns which claims they must
give, which passages must give none, and how pairs of passages stand to each
other. It is a sample: a miss shows a cause to mend, never a row to fit.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from places import GOLD, SEEDS

Record = dict[str, Any]

LABELS = {"agreement": "agree", "contradiction": "contradict", "tension": "tension"}
# Which verdicts satisfy a gold label: a real conflict may be reported as the milder tension, and the reverse.
ACCEPTED = {
    "agree": ("agree", {"agree"}),
    "conflict": ("contradict", {"contradict", "tension"}),
    "tension": ("tension", {"contradict", "tension"}),
}
_TOLERANCE = 0.001  # of a quantity: what is left of rounding when "1.3 billion" becomes a number


@dataclass(slots=True)
class Share:
    """So many of so many, written "3/4"."""

    hits: int = 0
    total: int = 0

    def count(self, hit: bool) -> None:
        """Add one case."""
        self.hits += hit
        self.total += 1

    @property
    def value(self) -> float:
        """The share as a number; nothing asked is nothing missed."""
        return self.hits / self.total if self.total else 1.0

    def __str__(self) -> str:
        return f"{self.hits}/{self.total}"


@dataclass(slots=True)
class ClaimScore:
    """How exported claims do: `leaks` are claims made of passages that state none."""

    claims: int
    spans_off: int
    recall: Share = field(default_factory=Share)
    leaks: int = 0
    attributes: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    misses: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RelationScore:
    """How exported relations do: recall by label, traps sprung, and findings of another kind than gold allows."""

    kinds: Counter[str]
    recall: dict[str, Share]
    traps: Share
    wrong: int
    misses: list[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of one file."""

    file: str
    start: int
    end: int

    def meets(self, other: "Place") -> bool:
        """Whether two passages share a character."""
        return self.file == other.file and self.start < other.end and other.start < self.end


def read_rows(path: Path) -> list[Record]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plain(text: str | None) -> str:
    """Lower case, straight apostrophes, single spaces: what gold patterns are written for."""
    return " ".join((text or "").replace("’", "'").replace("‘", "'").split()).lower()


def score_claims(claims: Sequence[Record], seeds: Path = SEEDS, gold: Path = GOLD) -> ClaimScore:
    """Compare exported claims with the gold claims and the passages that hold none."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))}
    places = [Place(Path(claim["document"]).name, claim["start"], claim["end"]) for claim in claims]
    spans_off = sum(
        texts.get(place.file, "")[place.start : place.end] != claim["quote"]
        for place, claim in zip(places, claims, strict=True)
    )
    score = ClaimScore(len(claims), spans_off)
    for passage in read_rows(gold / "claims.jsonl"):
        place = _passage(passage, texts)
        near = [claim for where, claim in zip(places, claims, strict=True) if where.meets(place)]
        for wanted in passage["claims"]:
            _look_for(wanted, near, score)
    for passage in read_rows(gold / "no_claim.jsonl"):
        place = _passage(passage, texts)
        if any(where.meets(place) for where in places):
            score.leaks += 1
            score.misses.append(f"leak: {passage['quote']}")
    return score


def _passage(gold: Record, texts: dict[str, str]) -> Place:
    start = texts[gold["file"]].index(gold["quote"])
    return Place(gold["file"], start, start + len(gold["quote"]))


def _look_for(wanted: Record, near: Sequence[Record], score: ClaimScore) -> None:
    """Count whether one wanted claim is there, and which of its attributes the best such claim has."""
    found = [dict(_attributes(wanted, claim)) for claim in near if _fits(wanted, plain(claim["text"]))]
    score.recall.count(bool(found))
    if not found:
        had = "; ".join(claim["text"] for claim in near)
        score.misses.append(f"claim: {wanted['all']} without {wanted['none']}, had: {had}")
        return
    for name, right in max(found, key=_number_right).items():
        score.attributes[name].count(right)
        if not right:
            score.misses.append(f"{name}: wanted {wanted[name]} for {wanted['all']}")


def _number_right(attributes: dict[str, bool]) -> int:
    return sum(attributes.values())


def _fits(wanted: Record, text: str) -> bool:
    return all(re.search(pattern, text) for pattern in wanted["all"]) and not any(
        re.search(pattern, text) for pattern in wanted["none"]
    )


def _attributes(wanted: Record, claim: Record) -> Iterator[tuple[str, bool]]:
    """Each attribute that the gold asks for, with whether the claim has it."""
    if "polarity" in wanted:
        yield "polarity", claim["polarity"] == wanted["polarity"]
    if "modality" in wanted:
        yield "modality", re.fullmatch(wanted["modality"], claim["modality"]) is not None
    if "attributed_to" in wanted:
        yield "attributed_to", re.search(wanted["attributed_to"], plain(claim["attributed_to"])) is not None
    if "quantity" in wanted:
        value, unit = wanted["quantity"]
        yield "quantity", any(_measures(each, value, unit) for each in claim["quantities"])


def _measures(quantity: Record, value: float, unit: str | None) -> bool:
    ends = (quantity["low"] or 0.0, quantity["high"] or 0.0)
    near = min(abs(end - value) for end in ends) <= _TOLERANCE * value
    return near and unit in (None, quantity["unit"])


def score_relations(relations: Iterable[Record], gold: Path = GOLD) -> RelationScore:
    """Compare exported relations between sources with the gold pairs of passages."""
    pairs = read_rows(gold / "relations.jsonl")
    cross = [r for r in relations if r["kind"] in LABELS and r["a_source"] != r["b_source"]]
    reported: dict[str, set[str]] = defaultdict(set)
    wrong, misses = 0, []
    for relation in cross:
        label = LABELS[relation["kind"]]
        met = [pair for pair in pairs if _meets(pair, relation)]
        for pair in met:
            reported[pair["id"]].add(label)
        if met and not any(label in {pair["label"], *pair["also_ok"]} for pair in met):
            wrong += 1
            misses.append(f"wrong {relation['kind']}: {relation['a_text']} || {relation['b_text']}")
    recall = {}
    for name, (label, accepted) in ACCEPTED.items():
        core = [pair for pair in pairs if pair["label"] == label and pair["strength"] == "core"]
        found = [pair for pair in core if reported[pair["id"]] & accepted]
        recall[name] = Share(len(found), len(core))
        misses += [f"{name}: {p['a_quote']} || {p['b_quote']}" for p in core if p not in found]
    traps = [pair for pair in pairs if pair["label"] == "trap" and "contradict" not in pair["also_ok"]]
    sprung = sum("contradict" in reported[pair["id"]] for pair in traps)
    return RelationScore(Counter(r["kind"] for r in cross), recall, Share(sprung, len(traps)), wrong, misses)


def _meets(pair: Record, relation: Record) -> bool:
    """Whether a relation joins the two passages of a gold pair, either way round."""
    a, b = _side(relation, "a"), _side(relation, "b")
    first, second = (Place(pair[f"{s}_file"], pair[f"{s}_start"], pair[f"{s}_end"]) for s in "ab")
    return (a.meets(first) and b.meets(second)) or (a.meets(second) and b.meets(first))


def _side(relation: Record, side: str) -> Place:
    document = Path(relation[f"{side}_document"]).name
    return Place(document, relation[f"{side}_start"], relation[f"{side}_end"])


def claim_row(score: ClaimScore) -> Record:
    """The score of claims as one JSON record."""
    parts = {"part": "claims", "claims": score.claims, "recall": str(score.recall)}
    shares = {name: str(share) for name, share in score.attributes.items()}
    return {**parts, "spans_off": score.spans_off, "leaks": score.leaks, **shares}


def relation_row(score: RelationScore) -> Record:
    """The score of relations as one JSON record."""
    reported = {f"reported {name}": score.kinds[name] for name in LABELS}
    recall = {f"recall {name}": str(share) for name, share in score.recall.items()}
    return {"part": "relations", **reported, **recall, "traps": str(score.traps), "wrong": score.wrong}


def main() -> None:
    """Score two exported files and print one JSON line each."""
    parser = argparse.ArgumentParser(description="Score exports of the seeds against the gold.")
    parser.add_argument("claims", type=Path)
    parser.add_argument("relations", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="list every miss")
    options = parser.parse_args()
    claims = score_claims(read_rows(options.claims))
    relations = score_relations(read_rows(options.relations))
    if options.verbose:
        print(*claims.misses, *relations.misses, sep="\n")
    print(json.dumps(claim_row(claims)), json.dumps(relation_row(relations)), sep="\n")


if __name__ == "__main__":
    main()
