"""Clusters of articles about one event, each taken into a base of its own by the real ingest.

The public sets are read where they are; every document is a source of its own,
published on the date that stands above it, if one does. The seeds are a
cluster, too.
"""

import hashlib
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from places import BENCH, CLUSTERS, SEEDS

from claimkb.compare import judge, pair_keys
from claimkb.model import Claim, ComparedClaim, Document, Extraction, Scope, SourceInfo, Theme, Verdict
from claimkb.records import RelationDetail, RelationFilter
from claimkb.store.queries import Reader
from claimkb.workflow import Parts, ingest

EVENTS = BENCH / "clusters_ecbplus.jsonl"
SEED_CLUSTER = "seeds"
ACROSS = "across"  # all public articles in one base: what is found between articles on different events

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH = "|".join((*_MONTHS, *(name[:3] for name in _MONTHS)))
_DAY_AFTER = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}}),? (\d{{4}})\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"\b(\d{{1,2}}) ({_MONTH}),? (\d{{4}})\b", re.IGNORECASE)
_DATE_LINES = 4  # a date further down is one the article speaks of
_DATE_LINE = 70  # characters: a line that is furniture, not a sentence


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
            yield Cluster(topic, [event_document(record) for record in records])
    if CLUSTERS.exists():
        for topic, records in _by_topic(CLUSTERS):
            texts = [(record["doc_id"], f"{record['title']}\n\n{record['text']}") for record in records]
            yield Cluster(topic, [document(name, text) for name, text in texts])
    yield Cluster(SEED_CLUSTER, [])


def _by_topic(path: Path) -> list[tuple[str, list[dict[str, str]]]]:
    found = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found[record["topic"]].append(record)
    return sorted(found.items())


def event_document(record: dict[str, str]) -> Document:
    """An article, a line a sentence, so that headline and date line stand apart, spelt as newspapers do."""
    sentences = (
        json.loads(record["sentences"]) if isinstance(record["sentences"], str) else record["sentences"]
    )
    lines = [sentences[number] for number in sorted(sentences, key=int)]
    text = "\n".join(_as_printed(line) for line in lines if not line.startswith("http"))
    return document(record["doc_id"], text)


def _as_printed(line: str) -> str:
    """A line without the spaces that the set puts around hyphens, within numbers and inside quotation marks."""
    line = re.sub(r"(?<=\w) - (?=\w)", "-", line)
    line = re.sub(r"(?<=\d)([.:]) (?=\d)|(?<=\d)(,) (?=\d{3}(?!\d))", r"\1\2", line)
    line = re.sub(r"\b([ap])\. m\.", r"\1.m.", line)
    pieces = line.split('"')
    if len(pieces) % 2 == 0:
        return line
    quoted = (piece.strip() if number % 2 else piece for number, piece in enumerate(pieces))
    return '"'.join(quoted)


def document(name: str, text: str) -> Document:
    """An article as a source of its own."""
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


class Remembering:
    """An extractor that reads each text once, however many bases it goes into."""

    def __init__(self) -> None:
        self._extractor = Parts().extractor
        self._known: dict[str, Extraction] = {}
        self.document_of: dict[str, Document] = {}  # by the id of a claim

    def extract(self, document: Document, themes: Sequence[Theme]) -> Extraction:
        """The claims of a document."""
        if document.hash not in self._known:
            found = self._extractor.extract(document, themes)
            self._known[document.hash] = found
            self.document_of.update({claim.id: document for claim in found.claims})
        return self._known[document.hash]


def ingested(*, across: bool = True) -> Iterator[Cluster]:
    """Every cluster, ingested into a base of its own that is gone afterwards; then all of them in one base."""
    extractor = Remembering()
    event: dict[str, str] = {}
    documents: list[Document] = []
    for cluster in clusters():
        yield _take_in(cluster, extractor)
        documents += cluster.documents
        event.update({document.path: cluster.name.removesuffix("plus") for document in cluster.documents})
    if across and documents:
        everything = _take_in(Cluster(ACROSS, documents), extractor)
        everything.findings = [
            each
            for each in everything.findings
            if event[each.relation.a_document] != event[each.relation.b_document]
        ]
        yield everything


def _take_in(cluster: Cluster, extractor: Remembering) -> Cluster:
    """Ingest a cluster as a user would, and note every pair that is judged on the way."""
    claims: dict[str, Claim] = {}
    compared: dict[str, ComparedClaim] = {}

    def noting(a: ComparedClaim, b: ComparedClaim, key: str = "") -> Verdict:
        compared.update({a.claim.id: a, b.claim.id: b})
        verdict = judge(a, b, key)
        cluster.judged[a.claim.id, b.claim.id] = verdict
        return verdict

    def keys(claim: Claim) -> frozenset[str]:
        claims[claim.id] = claim
        return pair_keys(claim)

    parts = Parts(judge=noting, keys=keys, make_extractor=lambda: extractor)
    if cluster.documents:
        read, themes = (lambda paths, options: iter(cluster.documents)), (lambda paths, explicit: ())
        parts = replace(parts, read=read, themes=themes)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "cluster.db"
        taken = ingest(base, [str(SEEDS)], parts=parts)
        if taken.refused:
            sys.exit(f"{taken.refused[0].path} was refused: {taken.refused[0].reason}")
        with Reader(base) as reader:
            cluster.findings = list(reader.relation_details(RelationFilter(scope=Scope.CROSS_SOURCE)))
    for name in sorted(claims):
        document = extractor.document_of[name]
        alone = ComparedClaim(claims[name], document.path, document.path, document.source.published)
        cluster.claims.append(compared.get(name, alone))
    return cluster
