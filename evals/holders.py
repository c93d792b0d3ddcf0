"""Who says it: claims against the attributions that people marked in news articles (PolNeAR).

    python evals/holders.py [-v] [--limit N]

A gold attribution is a source, a cue and the content handed over. A claim
stands inside a content if most of its span does; of nested contents the
innermost counts. `precision` is the share of claims with a holder that stand
inside any content or reach into one, `recall` the share of claims inside a
content that have a holder, `source` the share of claims inside a content with
a holder whose words share a name or noun with a source around them. Sources
that are pronouns or are not named are left out of the last. PolNeAR also marks
attitudes and plans ("wants to"), which are no claims of their holder, so
recall does not reach one.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from places import ATTRIBUTION

from claimkb.extract.extractor import Extractor
from claimkb.model import Claim, Document, SourceInfo

_INSIDE = 0.75  # of a claim's span, to stand inside a content
_TOUCHING = 0.3  # of a claim's span, to reach into one: quotations are often marked in part
_WORD = re.compile(r"\w[\w’'-]*\w|\w")
_SMALL = frozenset(
    {"the", "a", "an", "of", "in", "for", "and", "to", "at", "on", "by", "from", "his", "her", "its", "their"}
)
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "him", "her", "that", "which", "you"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A gold attribution: the spans of its content, and the words of its source ("" if none is named)."""

    spans: tuple[tuple[int, int], ...]
    source: str
    cue: str

    @property
    def size(self) -> int:
        """Characters of content."""
        return sum(end - start for start, end in self.spans)

    def share_of(self, claim: Claim) -> float:
        """The share of a claim's span that stands in the content."""
        inside = sum(max(0, min(end, claim.end) - max(start, claim.start)) for start, end in self.spans)
        return inside / max(claim.end - claim.start, 1)


@dataclass(slots=True)
class Score:
    """Counts of claims, and the cases to read."""

    held: int = 0
    held_inside: int = 0
    inside: int = 0
    inside_held: int = 0
    named: int = 0
    named_right: int = 0

    def lines(self) -> Iterator[str]:
        """The figures."""
        yield f"precision {_share(self.held_inside, self.held)}"
        yield f"recall    {_share(self.inside_held, self.inside)}"
        yield f"source    {_share(self.named_right, self.named)}"


def _share(part: int, whole: int) -> str:
    return f"{part / max(whole, 1):.3f}  ({part} of {whole})"


def _spans(parts: list[dict[str, str]]) -> tuple[tuple[int, int], ...]:
    numbers = [span.split() for part in parts for span in part["spans"].split(";")]
    return tuple((int(start), int(end)) for start, end in numbers)


def _attributions(record: dict[str, object]) -> Iterator[Attribution]:
    for mark in record["attributions"]:  # type: ignore[attr-defined]
        if mark.get("content"):
            source = " ".join(part["text"] for part in mark.get("source") or [])
            cue = " ".join(part["text"] for part in mark.get("cue") or [])
            yield Attribution(_spans(mark["content"]), source, cue)


def _names(words: str) -> set[str]:
    return {w.removesuffix("'s").removesuffix("’s") for w in map(str.lower, _WORD.findall(words))} - _SMALL


def _same_source(holder: str, around: list[Attribution]) -> bool | None:
    """Whether a holder shares a word with a source around the claim; None where none is named."""
    named = [_names(a.source) for a in around if a.source and not _names(a.source) <= _PRONOUNS]
    return any(names & _names(holder) for names in named) if named else None


def _judge(claim: Claim, gold: list[Attribution], score: Score) -> str:
    """Count a claim; what is wrong with it, "" for nothing."""
    around = sorted((a for a in gold if a.share_of(claim) >= _INSIDE), key=lambda a: a.size)
    touching = [a for a in gold if a.share_of(claim) >= _TOUCHING]
    wrong = ""
    if claim.holder is not None:
        score.held += 1
        score.held_inside += bool(touching)
        wrong = "" if touching else "no content here"
    if around:
        score.inside += 1
        score.inside_held += claim.holder is not None
        if claim.holder is None:
            return f"no holder, but {around[0].source!r} {around[0].cue!r}"
        same = _same_source(claim.holder.text, around)
        if same is not None:
            score.named += 1
            score.named_right += same
            wrong = wrong or ("" if same else f"source is {' < '.join(a.source for a in around)!r}")
    return wrong


def measure(*, limit: int | None = None, verbose: bool = False) -> Score:
    """Score the claims of the articles that are there."""
    score, extractor = Score(), Extractor()
    for row in ATTRIBUTION.read_text(encoding="utf-8").splitlines()[:limit]:
        record = json.loads(row)
        text = record["text"]
        document = Document(
            record["doc_id"], text, hashlib.sha256(text.encode()).hexdigest(), SourceInfo(record["source"])
        )
        gold = list(_attributions(record))
        if verbose:
            print(f"== {record['doc_id']}")
        for claim in extractor.extract(document).claims:
            wrong = _judge(claim, gold, score)
            if wrong and verbose:
                print(f"{wrong}\n    {claim.text} | {claim.holder.text if claim.holder else '-'}")
    return score


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score the holders of claims on PolNeAR.")
    parser.add_argument("--limit", type=int, help="only so many articles")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    print(*measure(limit=options.limit, verbose=options.verbose).lines(), sep="\n")


if __name__ == "__main__":
    main()
