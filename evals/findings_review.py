"""Findings on clusters of articles about one event, judged one by one, and what the pair-keys propose of them.

    python evals/findings_review.py list [--todo]    prints findings with both sentences, for judging
    python evals/findings_review.py report           prints the share that is right, by kind and by rule
    python evals/findings_review.py keys             prints the share of all relations that the pair-keys propose

Twenty clusters of public sets and the seed articles go through the real
ingest, each document as a source of its own. A verdict is a line of
`findings_review.jsonl` with both documents and offsets, the finding's kind,
type and rule, `right` or `wrong`, and for a wrong one its cause; never with
text. Right is what a careful reader who will be quoted would sign: both sides
say what is claimed of them, about the same thing. A finding that the program
no longer makes keeps its verdict but no longer counts; a verdict on words
that extraction now reads in another way goes with the finding's place.
"""

import argparse
import hashlib
import itertools
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from places import BENCH, CLUSTERS, EVALS, SEEDS

from claimkb.compare import RULES, judge
from claimkb.model import ComparedClaim, Document, RelationKind, Scope, SourceInfo, Verdict
from claimkb.records import RelationDetail, RelationFilter
from claimkb.store.queries import Reader
from claimkb.workflow import Parts, ingest

VERDICTS = EVALS / "findings_review.jsonl"
EVENTS = BENCH / "clusters_ecbplus.jsonl"
SEED_CLUSTER = "seeds"

# What can be wrong with a finding.
CAUSES = {
    "extraction": "a side does not say what its claim says: a span, holder, polarity or referent misread",
    "other-event": "two events, people or things of one kind taken for one",
    "other-time": "both can hold, one after the other",
    "other-measure": "amounts of different things, or a part and its whole",
    "other-predicate": "the predicates do not say the same, or are no opposites",
    "other-arguments": "the same predicate of different arguments, so that both or neither can hold",
    "topic-only": "the same topic, and nothing said of it in common",
    "no-conflict": "compatible statements: a detail added, a paraphrase, a view and a fact",
    "says-more": "an agreement in which each side says something the other does not",
    "reprint": "one voice twice: the same wire text or the same quoted speaker",
}

_MONTHS = "January February March April May June July August September October November December".split()
_DAY_AFTER = re.compile(rf"\b({'|'.join(_MONTHS)}|{'|'.join(m[:3] for m in _MONTHS)})\.? (\d{{1,2}}),? (\d{{4}})\b")
_DAY_BEFORE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}|{'|'.join(m[:3] for m in _MONTHS)}),? (\d{{4}})\b", re.I)
_DATE_LINES = 4  # a date further down is one the article speaks of
_DATE_LINE = 70  # characters: a line that is furniture, not a sentence

Side = tuple[str, int, int]
Key = tuple[Side, Side, str, str]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the reader said of one finding."""

    key: Key
    rule: str
    right: bool
    cause: str | None


@dataclass(slots=True)
class Cluster:
    """Articles on one event with what the program made of them."""

    name: str
    documents: list[Document]
    findings: list[RelationDetail] = field(default_factory=list)
    claims: list[ComparedClaim] = field(default_factory=list)
    judged: dict[tuple[str, str], Verdict] = field(default_factory=dict)

    def sentence(self, finding: RelationDetail, side: str) -> str:
        """The sentence around a side, on one line."""
        return " ".join(str(getattr(finding, f"{side}_sentence")).split())


def clusters() -> Iterator[Cluster]:
    """The clusters to review, as documents: the public ones that are there, then the seeds."""
    if EVENTS.exists():
        for topic, records in _by_topic(EVENTS):
            yield Cluster(topic, [_event_document(record) for record in records])
    if CLUSTERS.exists():
        for topic, records in _by_topic(CLUSTERS):
            texts = [(record["doc_id"], f"{record['title']}\n\n{record['text']}") for record in records]
            yield Cluster(topic, [_document(name, text) for name, text in texts])
    yield Cluster(SEED_CLUSTER, [])


def _by_topic(path: Path) -> list[tuple[str, list[dict[str, str]]]]:
    found = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found[record["topic"]].append(record)
    return sorted(found.items())


def _event_document(record: dict[str, str]) -> Document:
    """An article, a line a sentence, so that headline and date line stand apart, spelt as newspapers do."""
    sentences = json.loads(record["sentences"]) if isinstance(record["sentences"], str) else record["sentences"]
    lines = [sentences[number] for number in sorted(sentences, key=int)]
    text = "\n".join(_as_printed(line) for line in lines if not line.startswith("http"))
    return _document(record["doc_id"], text)


def _as_printed(line: str) -> str:
    """A line without the spaces that the set puts around hyphens, within numbers and inside quotation marks."""
    line = re.sub(r"(?<=\w) - (?=\w)", "-", line)
    line = re.sub(r"(?<=\d)([.,:]) (?=\d)", r"\1", line)
    line = re.sub(r"\b([ap])\. m\.", r"\1.m.", line)
    pieces = line.split('"')
    if len(pieces) % 2 == 0:
        return line
    quoted = (piece.strip() if number % 2 else piece for number, piece in enumerate(pieces))
    return '"'.join(quoted)


def _document(name: str, text: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(name, text, digest, SourceInfo(name, published=_published(text)))


def _published(text: str) -> str | None:
    """The date that stands in the furniture above an article."""
    for line in text.splitlines()[:_DATE_LINES]:
        if len(line) > _DATE_LINE:
            continue
        if match := _DAY_AFTER.search(line):
            month, day, year = match.groups()
        elif match := _DAY_BEFORE.search(line):
            day, month, year = match.groups()
        else:
            continue
        number = [m[:3] for m in _MONTHS].index(month[:3].title()) + 1
        return f"{year}-{number:02}-{int(day):02}"
    return None


def ingested(parts: Parts | None = None) -> Iterator[Cluster]:
    """Every cluster, ingested into a base of its own that is gone afterwards."""
    shared = (parts or Parts()).extractor
    for cluster in clusters():
        yield _take_in(cluster, shared)


def _take_in(cluster: Cluster, extractor: object) -> Cluster:
    """Ingest a cluster as a user would, and note every pair that is judged on the way."""
    claims: dict[str, ComparedClaim] = {}

    def noting(a: ComparedClaim, b: ComparedClaim, key: str = "") -> Verdict:
        claims.update({a.claim.id: a, b.claim.id: b})
        verdict = judge(a, b, key)
        cluster.judged[a.claim.id, b.claim.id] = verdict
        return verdict

    parts = Parts(judge=noting, make_extractor=lambda: extractor)  # type: ignore[arg-type, return-value]
    paths = [str(SEEDS)]
    if cluster.documents:
        parts = Parts(
            judge=noting,
            make_extractor=lambda: extractor,  # type: ignore[arg-type, return-value]
            read=lambda paths, options: iter(cluster.documents),
            themes=lambda paths, explicit: (),
        )
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "cluster.db"
        taken = ingest(base, paths, parts=parts)
        if taken.refused:
            sys.exit(f"{taken.refused[0].path} was refused: {taken.refused[0].reason}")
        with Reader(base) as reader:
            cluster.findings = list(reader.relation_details(RelationFilter(scope=Scope.CROSS_SOURCE)))
    cluster.claims = [claims[name] for name in sorted(claims)]
    return cluster


def key_of(finding: RelationDetail) -> Key:
    """What ties a verdict to a finding: both places, the kind and the type."""
    each = finding.relation
    a = (Path(each.a_document).name, each.a_start, each.a_end)
    b = (Path(each.b_document).name, each.b_start, each.b_end)
    one, two = sorted((a, b))
    return one, two, each.kind.value, each.type


def load_verdicts(path: Path = VERDICTS) -> dict[Key, Reviewed]:
    """The verdicts of a file, by what they are about."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        one, two = sorted((record[side]["document"], record[side]["start"], record[side]["end"]) for side in "ab")
        cause = record.get("cause")
        if cause is not None and cause not in CAUSES:
            sys.exit(f"{path.name} names an unknown cause: {cause}.")
        key = (one, two, record["kind"], record["type"])
        found[key] = Reviewed(key, record["rule"], record["verdict"] == "right", cause)
    return found


def describe(number: int, cluster: Cluster, finding: RelationDetail) -> str:
    """A finding with all that has to be judged."""
    each = finding.relation
    lines = [f"[{number}] {cluster.name} {each.kind.value} {each.type} {finding.rule} {each.confidence:.2f}"]
    for side in "ab":
        said_by = getattr(each, f"{side}_attributed_to") or "author"
        where = f"{getattr(each, f'{side}_document')} ({getattr(each, f'{side}_published')}) {said_by}"
        lines += [f"  {side} {where}: {getattr(each, f'{side}_text')}", f"      {cluster.sentence(finding, side)}"]
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


def report(done: Iterable[Cluster], verdicts: dict[Key, Reviewed]) -> list[str]:
    """Precision by kind and by rule, on the seeds and elsewhere, and the causes of the wrong ones."""
    kinds: dict[str, Share] = defaultdict(Share)
    rules: dict[str, Share] = defaultdict(Share)
    causes: Counter[tuple[str, str]] = Counter()
    for cluster in done:
        where = "seeds" if cluster.name == SEED_CLUSTER else "clusters"
        for finding in cluster.findings:
            verdict = verdicts.get(key_of(finding))
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


@dataclass(slots=True)
class Proposals:
    """What comparing all pairs of a cluster finds, and how much of it the keys propose."""

    claims: int
    pairs: int
    found: Counter[RelationKind]
    missed: Counter[RelationKind]
    candidates: Counter[str]
    examples: list[str]

    @property
    def recall(self) -> float:
        """The share of all relations that the keys propose."""
        total = self.found.total()
        return 1.0 if not total else 1 - self.missed.total() / total


def proposals(cluster: Cluster) -> Proposals:
    """Judge every pair of claims of different origin, and compare with those that were proposed."""
    found: Counter[RelationKind] = Counter()
    missed: Counter[RelationKind] = Counter()
    candidates: Counter[str] = Counter()
    for names in cluster.judged:
        candidates.update(names)
    examples, pairs = [], 0
    for a, b in itertools.combinations(cluster.claims, 2):
        if a.origin == b.origin:
            continue
        pairs += 1
        verdict = cluster.judged.get((a.claim.id, b.claim.id)) or judge(a, b)
        if verdict.kind is RelationKind.NONE:
            continue
        found[verdict.kind] += 1
        if (a.claim.id, b.claim.id) not in cluster.judged:
            missed[verdict.kind] += 1
            examples.append(f"{verdict.rule}: {a.claim.text}  <>  {b.claim.text}")
    return Proposals(len(cluster.claims), pairs, found, missed, candidates, examples)


def keys_table(done: Sequence[tuple[str, Proposals]]) -> list[str]:
    """A row a cluster: recall of the keys, and candidates a claim."""
    lines = [
        "| cluster | claims | pairs | relations | proposed | recall | candidates a claim: mean | max |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, each in [*done, ("all", _together([each for _, each in done]))]:
        total = each.found.total()
        most = max(each.candidates.values(), default=0)
        mean = each.candidates.total() / max(each.claims, 1)
        lines.append(
            f"| {name} | {each.claims} | {each.pairs} | {total} | {total - each.missed.total()} | "
            f"{each.recall:.3f} | {mean:.1f} | {most} |"
        )
    return lines


def _together(every: Sequence[Proposals]) -> Proposals:
    return Proposals(
        sum(each.claims for each in every),
        sum(each.pairs for each in every),
        sum((each.found for each in every), Counter()),
        sum((each.missed for each in every), Counter()),
        sum((each.candidates for each in every), Counter()),
        [],
    )


def main() -> None:
    """Print the findings, the report on their verdicts, or what the keys propose."""
    parser = argparse.ArgumentParser(description="Judge findings on clusters of articles.")
    parser.add_argument("command", choices=("list", "report", "keys"))
    parser.add_argument("--todo", action="store_true", help="only findings without a verdict")
    parser.add_argument("--missed", action="store_true", help="also print relations that no key proposes")
    options = parser.parse_args()
    verdicts = load_verdicts() if VERDICTS.exists() else {}
    if options.command == "report":
        print(*report(ingested(), verdicts), sep="\n")
    elif options.command == "keys":
        done = [(cluster.name, proposals(cluster)) for cluster in ingested()]
        print(*keys_table(done), sep="\n")
        if options.missed:
            print(*(line for _, each in done for line in each.examples), sep="\n")
    else:
        every = ((cluster, finding) for cluster in ingested() for finding in cluster.findings)
        for number, (cluster, finding) in enumerate(every, start=1):
            if not (options.todo and key_of(finding) in verdicts):
                print(describe(number, cluster, finding) + "\n")


if __name__ == "__main__":
    main()
