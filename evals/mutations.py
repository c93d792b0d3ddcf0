"""Do flips contradict, and do rephrasings not? Claims mutated mechanically, read and judged again.

    python evals/mutations.py [--failures]

Takes 200 claims of the seeds and of short articles on five other topics
(`evals/data`, written for this), changes each in every way that applies (see
`mutating.py`), and has the real extractor read original and mutation. They are
judged twice: as two texts side by side (`claimkb judge`), and as claims of two
sources in a base, published on one day, where nothing says that they speak of
one matter. A flip should be a contradiction of the right type, a rephrasing
none. Which claims are drawn depends on their words alone.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mutating import MUTATIONS, Mutation, is_fit
from places import EVALS, SEEDS

from claimkb.compare import judge
from claimkb.model import Claim, ComparedClaim, RelationKind, Verdict
from claimkb.workflow import Parts, judge_pair, split
from claimkb.workflow.texts import PairVerdict

DATA = EVALS / "data"
CLAIMS = 200
DAY = "2024-05-01"
TEXTS, BASE = "texts", "base"
TITLES = {TEXTS: "two texts", BASE: "claims of two sources"}
STRONGEST = (
    RelationKind.CONTRADICTION,
    RelationKind.TENSION,
    RelationKind.AGREEMENT,
    RelationKind.NONE,
)
NO_CLAIM = Verdict(RelationKind.NONE, "", "", "", "One side makes no claim.", 0.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A mutation of a claim, and the verdict on the two, reached in one of two ways."""

    mutation: Mutation
    original: str
    changed: str
    verdict: PairVerdict | Verdict
    way: str

    @property
    def outcome(self) -> str:
        """The kind of the verdict; a contradiction of a wrong type says so."""
        kind = self.verdict.kind
        if kind is RelationKind.CONTRADICTION and self.mutation.flips:
            return "right type" if self.verdict.type in self.mutation.types else "other type"
        return str(kind.value)

    @property
    def failed(self) -> bool:
        """Whether the verdict is not what the mutation calls for."""
        if self.mutation.flips:
            return self.outcome != "right type"
        return self.verdict.kind is RelationKind.CONTRADICTION


def drawn(parts: Parts, number: int = CLAIMS) -> list[Claim]:
    """The claims to mutate, half of them of the seeds."""
    seeds = _claims(sorted(SEEDS.glob("*.txt")), parts)
    others = _claims(sorted(DATA.glob("*.txt")), parts)
    return [*seeds[: number // 2], *others[: number - number // 2]]


def _claims(paths: Iterable[Path], parts: Parts) -> list[Claim]:
    texts = (path.read_text(encoding="utf-8") for path in paths)
    claims = [claim for text in texts for claim in split(text, parts=parts).claims if is_fit(claim)]
    unique = {claim.text: claim for claim in claims}
    return [unique[text] for text in sorted(unique, key=_rank)]


def _rank(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def judged(claims: Sequence[Claim], parts: Parts) -> Iterator[Judged]:
    """Every mutation of every claim, judged in both ways."""
    for claim in claims:
        for mutation in MUTATIONS:
            if changed := mutation.apply(claim):
                texts = _sentence(claim.text), _sentence(changed)
                yield Judged(mutation, *texts, judge_pair(*texts, parts=parts), TEXTS)
                yield Judged(mutation, *texts, _in_a_base(*texts, parts), BASE)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "”", '"')) else text + "."


def _in_a_base(original: str, changed: str, parts: Parts) -> Verdict:
    """The strongest verdict on claims of two sources that appeared on one day."""
    sides = [
        [ComparedClaim(claim, name, name, DAY) for claim in split(text, parts=parts).claims]
        for name, text in (("one", original), ("other", changed))
    ]
    verdicts = [judge(a, b) for a in sides[0] for b in sides[1]]
    return min(verdicts, key=lambda verdict: STRONGEST.index(verdict.kind), default=NO_CLAIM)


def rates(results: Iterable[Judged], way: str) -> dict[str, float]:
    """The share of flips that contradict rightly, of rephrasings that contradict, and that agree."""
    listed = [each for each in results if each.way == way]
    flips = [each for each in listed if each.mutation.flips]
    others = [each for each in listed if not each.mutation.flips]
    agreed = sum(each.verdict.kind is RelationKind.AGREEMENT for each in others)
    return {
        f"mutations.{way}.flips": sum(not each.failed for each in flips) / max(len(flips), 1),
        f"mutations.{way}.rephrased.contradicted": sum(each.failed for each in others) / max(len(others), 1),
        f"mutations.{way}.rephrased.agreed": agreed / max(len(others), 1),
    }


def table(results: Iterable[Judged], way: str) -> list[str]:
    """What became of each kind of mutation, as a Markdown table."""
    listed = [each for each in results if each.way == way]
    lines = [
        f"| judged as {TITLES[way]} | pairs | contradiction | of another type | tension | none | agreement |",
        "|---|---|---|---|---|---|---|",
    ]
    for mutation in MUTATIONS:
        found = Counter(each.outcome for each in listed if each.mutation is mutation)
        cells: list[object] = [found.total(), found["right type"] if mutation.flips else "–"]
        cells += [found["other type"] + found["contradiction"]]
        cells += [found["tension"], found["none"], found["agreement"]]
        lines.append(f"| {mutation.name} | {' | '.join(map(str, cells))} |")
    flips, contradicted, agreed = rates(listed, way).values()
    return [
        *lines,
        "",
        f"Flips that contradict with the right type: {flips:.1%}. "
        f"Rephrasings that contradict: {contradicted:.1%}; that agree: {agreed:.1%}.",
        "",
    ]


def main() -> None:
    """Mutate, judge and print."""
    parser = argparse.ArgumentParser(description="Mutate claims, and judge what comes out.")
    parser.add_argument("--failures", action="store_true", help="print every pair that failed")
    options = parser.parse_args()
    parts = Parts()
    results = list(judged(drawn(parts), parts))
    print(*table(results, TEXTS), *table(results, BASE), sep="\n")
    if options.failures:
        for each in results:
            if each.failed:
                print(f"\n{each.way}: {each.mutation.name}: {each.outcome} {each.verdict.rule}")
                print(f"  {each.original}\n  {each.changed}\n  {each.verdict.reason}")


if __name__ == "__main__":
    main()
