"""Claims of articles on other topics, judged one by one against the fifteen criteria of a good claim.

    python evals/claims_review.py sample [--todo] [--round N]    prints claims with their sentences, for judging
    python evals/claims_review.py report [--write]   prints the share that is good, and the causes of the rest;
                                                     --write renews this part of docs/evaluation.md

The sample is the same on every machine: articles and claims are drawn in the
order of the hashes of a seed and their names. Articles that an earlier round
read are left out, since rules have been mended on them. Verdicts are lines of
`claims_review.jsonl` with the document's id, the span, the hash of what was
judged (the claim's words and attributes), `good` or `bad`, and for a bad one
its causes; never with text. Once extraction words or reads a claim in another
way, its verdict is out of date: the report says how many are, and `sample
--todo` shows what is to be judged anew. Each round has a seed and verdicts of
its own and draws from articles that no earlier round judged; where rules were
tuned on articles between two rounds, the later one draws from a part that was
set aside unread (`kept_apart`).
"""

import argparse
import hashlib
import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clusters import EVENTS, document, event_document
from page import Section, with_section
from places import ATTRIBUTION, CLUSTERS, EVALS, PAGE

from claimkb.model import Claim, Document, Extraction
from claimkb.workflow import Parts
from claimkb.workflow.parts import Extracting

VERDICTS = EVALS / "claims_review.jsonl"
TITLE = "Claims of other articles, read and judged one by one"
CLAIMS_AN_ARTICLE = 4
READ_BEFORE = {CLUSTERS: 20, ATTRIBUTION: 13, EVENTS: 0}
"""The sets, each with how many of its articles, in the order of their names' hashes, were read before."""

# What can be wrong with a claim, by the criterion it fails.
CAUSES = {
    "not-a-claim": "asserts nothing: a heading, a question, text about the text (2)",
    "under-split": "holds more than one predication (3)",
    "over-split": "cut where nothing of its own is stated (3)",
    "not-minimal": "keeps words whose deletion changes no truth condition (4)",
    "incomplete": "lost a condition, time, place or restriction (5)",
    "unresolved": "does not stand alone: a pronoun or definite that the text resolves (6)",
    "wrong-referent": "a pronoun or ellipsis resolved to the wrong thing (6)",
    "unfaithful": "the text does not entail it (7)",
    "ungrammatical": "is not a sentence that can be read (7)",
    "holder": "the wrong holder, none, or a stance that is not the author's (8)",
    "modality": "the wrong modality (9)",
    "polarity": "the wrong polarity (10)",
    "quantity": "a quantity missing, wrong, or of the wrong thing (11)",
    "time": "a time missing or wrong (12)",
    "label": "a label that misleads or cannot be read (13)",
}

Key = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Round:
    """One drawing of claims: its seed, how many of each set, and whether it draws from what was kept apart."""

    number: int
    seed: str
    claims_a_set: int
    kept_apart: bool = False


ROUNDS = (
    Round(1, "2026-11-22", 50),
    Round(2, "2026-11-22 again", 17, kept_apart=True),
    Round(3, "2026-11-22 thrice", 17, kept_apart=True),
    Round(4, "2026-11-22 once more", 25, kept_apart=True),
    Round(5, "2026-11-22 at noon", 25, kept_apart=True),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the reader said of one claim."""

    key: Key
    good: bool
    causes: tuple[str, ...]
    round: int = 1


@dataclass(frozen=True, slots=True)
class Sampled:
    """A claim of the sample with where it comes from."""

    doc_id: str
    extraction: Extraction
    claim: Claim

    @property
    def key(self) -> Key:
        """What ties a verdict to the claim: its place, and all that was judged."""
        judged = "\n".join([self.claim.text, *facts(self.claim)])
        return self.doc_id, self.claim.start, self.claim.end, digest(judged)

    @property
    def sentence(self) -> str:
        """The sentence that the claim was made of."""
        place = self.extraction.sentences[self.claim.sentence]
        return self.extraction.document.text[place.start : place.end]


def digest(text: str) -> str:
    """A short name for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def sample(drawn: Round = ROUNDS[0], sets: Mapping[Path, int] = READ_BEFORE) -> Iterator[Sampled]:
    """The claims to judge: a few of each article, from as many unread articles of each set as it takes."""
    extractor = Parts().extractor
    judged = {v.key[0] for v in load_verdicts().values() if v.round < drawn.number}
    for path, read in sets.items():
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        unread = sorted(records, key=_earlier_rank)[read:]
        open_ones = [r for r in unread if r["doc_id"] not in judged and _may_draw(r, drawn)]
        ranked = sorted(open_ones, key=lambda record: digest(f"{drawn.seed} {record['doc_id']}"))
        claims = (each for record in ranked for each in _draw(record, drawn, extractor))
        yield from itertools.islice(claims, drawn.claims_a_set)


def _may_draw(record: dict[str, str], drawn: Round) -> bool:
    """Whether an article is open to a round: a third, by the hash of its name, was kept apart for later ones."""
    return not drawn.kept_apart or int(digest(f"hold {record['doc_id']}"), 16) % 3 == 0


def _draw(record: dict[str, str], drawn: Round, extractor: Extracting) -> list[Sampled]:
    extraction = extractor.extract(article(record), ())

    def rank(claim: Claim) -> str:
        return digest(f"{drawn.seed} {claim.start} {claim.end}")

    chosen = sorted(extraction.claims, key=rank)[:CLAIMS_AN_ARTICLE]
    return [Sampled(record["doc_id"], extraction, claim) for claim in sorted(chosen, key=_place)]


def article(record: dict[str, str]) -> Document:
    """An article of any of the sets, under its headline if it has one."""
    if "sentences" in record:
        return event_document(record)
    text = f"{record['title']}\n\n{record['text']}" if "title" in record else record["text"]
    return document(record["doc_id"], text)


def _earlier_rank(record: dict[str, str]) -> str:
    return digest(record["doc_id"])


def _place(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


def load_verdicts(path: Path = VERDICTS) -> dict[Key, Verdict]:
    """The verdicts of a file, by what they are about."""
    verdicts = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        key = (record["doc_id"], record["start"], record["end"], record["judged"])
        causes = tuple(record.get("causes", ()))
        if unknown := set(causes) - CAUSES.keys():
            sys.exit(f"{path.name} names unknown causes: {', '.join(sorted(unknown))}.")
        verdicts[key] = Verdict(key, record["verdict"] == "good", causes, record.get("round", 1))
    return verdicts


def facts(claim: Claim) -> list[str]:
    """What extraction says of a claim beside its words."""
    found = [f"label: {claim.label}", str(claim.modality), str(claim.polarity), str(claim.stance)]
    if claim.holder:
        found.append(f"holder: {claim.holder.text}")
    found += [f"quantity: {q.low}..{q.high} {q.unit} of {q.of}" for q in claim.quantities]
    found += [f"time: {d.text} {d.start}..{d.end}" for d in claim.dates]
    return found + [name for name in ("ambiguous", "doubtful") if getattr(claim, name)]


def describe(number: int, sampled: Sampled) -> str:
    """A claim with all that has to be judged."""
    where = json.dumps(dict(zip(("doc_id", "start", "end", "judged"), sampled.key, strict=True)))
    lines = [
        f"[{number}] {sampled.sentence}",
        f"  → {sampled.claim.text}",
        f"    {' · '.join(facts(sampled.claim))}",
        f"    {where}",
    ]
    return "\n".join(lines)


def report(verdicts: Iterable[Verdict], standing: set[Key] | None) -> list[str]:
    """The share good and the causes over all verdicts, and over those that still stand (all if not known).

    The first is the figure on text that no rule was written with in view; mending what it shows
    puts verdicts out of date, and what stands then is no longer a random sample.
    """
    every = list(verdicts)
    lines = [f"{_shares(every)} {sum('polarity' in v.causes for v in every)} have an inverted polarity."]
    valid = [v for v in every if standing is None or v.key in standing]
    if len(valid) < len(every):
        lines += ["", f"{len(every) - len(valid)} verdicts are out of date. Without them: {_shares(valid)}"]
    lines += ["", "| causes | claims | meaning |", "|---|---|---|"]
    causes = Counter(cause for v in every for cause in v.causes)
    return lines + [f"| {cause} | {count} | {CAUSES[cause]} |" for cause, count in causes.most_common()]


def _shares(verdicts: Sequence[Verdict]) -> str:
    good = sum(v.good for v in verdicts)
    but_label = good + sum(v.causes == ("label",) for v in verdicts)
    documents = len({v.key[0] for v in verdicts})
    return (
        f"{len(verdicts)} claims of {documents} articles judged: {good} good ({_percent(good, len(verdicts))}), "
        f"{but_label} ({_percent(but_label, len(verdicts))}) if labels are left aside."
    )


def _percent(part: int, whole: int) -> str:
    return f"{part / max(whole, 1):.0%}"


def summary() -> list[str]:
    """The reports on the rounds that were judged, the latest first."""
    present = all(path.exists() for path in READ_BEFORE)
    verdicts = list(load_verdicts().values())
    lines: list[str] = []
    for drawn in reversed(ROUNDS):
        judged = [v for v in verdicts if v.round == drawn.number]
        standing = {each.key for each in sample(drawn)} if present else None
        lines += [f"### Round {drawn.number}", "", *report(judged, standing), ""] if judged else []
    return lines[:-1]


def main() -> None:
    """Print the sample, or the report on its verdicts."""
    parser = argparse.ArgumentParser(description="Judge claims of articles on other topics.")
    parser.add_argument("command", choices=("sample", "report"))
    parser.add_argument("--todo", action="store_true", help="only claims without a verdict")
    parser.add_argument(
        "--round", type=int, default=len(ROUNDS), help="the round to sample; the latest if not given"
    )
    parser.add_argument("--write", action="store_true", help="renew the report in docs/evaluation.md")
    options = parser.parse_args()
    verdicts = load_verdicts() if VERDICTS.exists() else {}
    if options.command == "report":
        section = Section(TITLE, summary())
        print(*section.lines, sep="\n")
        if options.write:
            PAGE.write_text(with_section(PAGE.read_text(encoding="utf-8"), section), encoding="utf-8")
    elif not all(path.exists() for path in READ_BEFORE):
        sys.exit("The articles are not there; see places.py for where they are looked for.")
    else:
        for number, each in enumerate(sample(ROUNDS[options.round - 1]), start=1):
            if not (options.todo and each.key in verdicts):
                print(describe(number, each) + "\n")


if __name__ == "__main__":
    main()
