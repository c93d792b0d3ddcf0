"""Findings on clusters of articles about one event, judged one by one, and what the pair-keys propose of them.

    python evals/findings_review.py list [--todo]    prints findings with both sentences, for judging
    python evals/findings_review.py report           prints the share that is right, by kind and by rule

Twenty clusters of public sets and the seed articles go through the real
ingest, each document as a source of its own. A verdict is a line of
`findings_review.jsonl` with both documents and offsets, the finding's kind,
type and rule, `right` or `wrong`, and for a wrong one its cause; never with
text. Right is what a careful reader who will be quoted would sign: both sides
say what is claimed of them, about the same thing. A verdict on a finding that
the program no longer makes stays in the file but does not count.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clusters import ACROSS, SEED_CLUSTER, Cluster, ingested
from places import EVALS

from claimkb.compare import RULES
from claimkb.records import RelationDetail

VERDICTS = EVALS / "findings_review.jsonl"
SAME_PLACE = 0.6  # a claim within another claim's span covers less

# What can be wrong with a finding.
CAUSES = {
    "extraction": "a side does not say what its claim says: a span, holder, polarity or referent misread",
    "other-event": "two events, people or things of one kind taken for one",
    "other-time": "both can hold, one after the other",
    "other-measure": "amounts of different things, or a part and its whole",
    "amounts-differ": "amounts said to be the same that are not",
    "other-predicate": "the predicates do not say the same, or are no opposites",
    "other-arguments": "the same predicate of different arguments, so that both or neither can hold",
    "wrong-sense": "a word that decides is read in a sense it does not have here",
    "topic-only": "the same topic, and nothing said of it in common",
    "no-conflict": "compatible statements: a detail added, a paraphrase, a view and a fact",
    "says-more": "an agreement in which each side says something the other does not",
}

Side = tuple[str, int, int]
Key = tuple[Side, Side, str, str]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the reader said of one finding."""

    key: Key
    rule: str
    right: bool
    cause: str | None


def key_of(finding: RelationDetail) -> Key:
    """What ties a verdict to a finding: both places, the kind and the type."""
    each = finding.relation
    a = (Path(each.a_document).name, each.a_start, each.a_end)
    b = (Path(each.b_document).name, each.b_start, each.b_end)
    one, two = sorted((a, b))
    return one, two, each.kind.value, each.type


class Verdicts:
    """The verdicts of a file: a finding has the one on the same rule, kind and type at the same two places.

    A place is the same if both spans share most of what they cover, since
    extraction may come to draw a claim's span a little wider or closer.
    """

    def __init__(self, path: Path = VERDICTS) -> None:
        self._listed: dict[tuple[str, ...], list[Reviewed]] = defaultdict(list)
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        for each in map(_reviewed, lines):
            self._listed[_group(each.key, each.rule)].append(each)

    def of(self, finding: RelationDetail) -> Reviewed | None:
        """The verdict on a finding, if it was judged."""
        one, two, *_ = key = key_of(finding)
        near = (
            each
            for each in self._listed[_group(key, finding.rule)]
            if _same_place(each.key[0], one) and _same_place(each.key[1], two)
        )
        return min(near, key=lambda each: _distance(each.key, key), default=None)


def _group(key: Key, rule: str) -> tuple[str, ...]:
    one, two, kind, type_ = key
    return one[0], two[0], kind, type_, rule


def _same_place(one: Side, other: Side) -> bool:
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return shared >= SAME_PLACE * (max(one[2], other[2]) - min(one[1], other[1]))


def _distance(key: Key, other: Key) -> int:
    sides = zip(key[:2], other[:2], strict=True)
    return sum(abs(a[1] - b[1]) + abs(a[2] - b[2]) for a, b in sides)


def _reviewed(line: str) -> Reviewed:
    record = json.loads(line)
    one, two = sorted((record[side]["document"], record[side]["start"], record[side]["end"]) for side in "ab")
    cause = record.get("cause")
    if cause is not None and cause not in CAUSES:
        sys.exit(f"{VERDICTS.name} names an unknown cause: {cause}.")
    key = (one, two, record["kind"], record["type"])
    return Reviewed(key, record["rule"], record["verdict"] == "right", cause)


def describe(number: int, cluster: Cluster, finding: RelationDetail) -> str:
    """A finding with all that has to be judged."""
    each = finding.relation
    lines = [f"[{number}] {cluster.name} {each.kind.value} {each.type} {finding.rule} {each.confidence:.2f}"]
    for side in "ab":
        said_by = getattr(each, f"{side}_attributed_to") or "author"
        where = f"{getattr(each, f'{side}_document')} ({getattr(each, f'{side}_published')}) {said_by}"
        lines += [
            f"  {side} {where}: {getattr(each, f'{side}_text')}",
            f"      {cluster.sentence(finding, side)}",
        ]
    return "\n".join([*lines, f"    {each.reason}", f"    {json.dumps(key_of(finding))}"])


@dataclass(slots=True)
class Share:
    """How many findings of a group were made, judged, and right."""

    made: int = 0
    judged: int = 0
    right: int = 0

    def add(self, verdict: Reviewed | None) -> None:
        """Count one finding."""
        self.made += 1
        self.judged += verdict is not None
        self.right += verdict is not None and verdict.right

    def row(self, name: str) -> str:
        """A row of a Markdown table."""
        precision = f"{self.right / self.judged:.2f}" if self.judged else "–"
        return f"| {name} | {self.made} | {self.judged} | {self.right} | {precision} |"


def report(done: Iterable[Cluster], verdicts: Verdicts) -> list[str]:
    """Precision by kind and by rule, on the seeds and elsewhere, and the causes of the wrong ones."""
    kinds: dict[str, Share] = defaultdict(Share)
    rules: dict[str, Share] = defaultdict(Share)
    causes: Counter[tuple[str, str]] = Counter()
    for cluster in done:
        where = cluster.name if cluster.name in (SEED_CLUSTER, ACROSS) else "clusters"
        for finding in cluster.findings:
            verdict = verdicts.of(finding)
            kinds[f"{finding.relation.kind.value} ({where})"].add(verdict)
            rules[finding.rule].add(verdict)
            if verdict is not None and verdict.cause:
                causes[finding.rule, verdict.cause] += 1
    head = ["| {} | found | judged | right | precision |", "|---|---|---|---|---|"]
    order = {rule.id: number for number, rule in enumerate(RULES)}
    return [
        *(line.format("kind") for line in head),
        *(kinds[name].row(name) for name in sorted(kinds)),
        "",
        *(line.format("rule") for line in head),
        *(rules[name].row(name) for name in sorted(rules, key=lambda name: order.get(name, len(order)))),
        "",
        "| rule | cause | findings | meaning |",
        "|---|---|---|---|",
        *(
            f"| {rule} | {cause} | {count} | {CAUSES[cause]} |"
            for (rule, cause), count in sorted(causes.items(), key=lambda item: (-item[1], item[0]))
        ),
    ]


def main() -> None:
    """Print the findings, or the report on their verdicts."""
    parser = argparse.ArgumentParser(description="Judge findings on clusters of articles.")
    parser.add_argument("command", choices=("list", "report"))
    parser.add_argument("--todo", action="store_true", help="only findings without a verdict")
    options = parser.parse_args()
    verdicts = Verdicts()
    if options.command == "report":
        print(*report(ingested(), verdicts), sep="\n")
    else:
        every = ((cluster, finding) for cluster in ingested() for finding in cluster.findings)
        for number, (cluster, finding) in enumerate(every, start=1):
            if not (options.todo and verdicts.of(finding)):
                print(describe(number, cluster, finding) + "\n")


if __name__ == "__main__":
    main()
