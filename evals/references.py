"""What pronouns and descriptions stand for, against references marked by hand in news articles.

    python evals/references.py [-v] [--part dev|held]

`references.jsonl` has a line for each reference: the document's id, its place,
and the places of what it means, any of which will do; none where nothing in
the text can be put in its place ("it rained", a "they" that two groups fit).
No text of others. A resolution is right if the words put in ends with the same
head as one of the places, or names the same thing by its canonical name.
`precision` is the share of resolutions that are right; `recall` the share of
the references that mean something which are resolved rightly. Half of the
articles are held out: the rules were written with only the others in view.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims_review import article
from clusters import EVENTS
from places import ATTRIBUTION, CLUSTERS, EVALS

from claimkb.extract.extractor import Extractor
from claimkb.extract.resolution import Reference

MARKED = EVALS / "references.jsonl"
_HELD = frozenset("59abcf")
_TAIL = re.compile(r"(?<=\w)(?:,| of | who | in | at | on ).*|['’]s?$")
_WORD = re.compile(r"[\w$&.-]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A reference and the places of what it means."""

    start: int
    end: int
    means: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Score:
    """Counts of references."""

    put: int = 0
    right: int = 0
    meant: int = 0

    @property
    def precision(self) -> float:
        """The share of what was put in that is right."""
        return self.right / max(self.put, 1)

    @property
    def recall(self) -> float:
        """The share of what means something that was resolved rightly."""
        return self.right / max(self.meant, 1)

    def line(self, name: str) -> str:
        """The figures."""
        counts = f"({self.right} of {self.put})"
        return (
            f"{name:10} precision {self.precision:.3f} {counts}  recall {self.recall:.3f} (of {self.meant})"
        )


def marked() -> dict[str, list[Marked]]:
    """The references by document."""
    found = defaultdict(list)
    for line in MARKED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        means = tuple((start, end) for start, end in row["means"])
        found[row["doc_id"]].append(Marked(row["start"], row["end"], means))
    return found


def is_held(doc_id: str) -> bool:
    """Whether an article is held out."""
    return hashlib.sha256(doc_id.encode()).hexdigest()[0] in _HELD


def _head(words: str) -> str:
    found = _WORD.findall(_TAIL.sub("", words.strip()))
    return found[-1].lower().rstrip(".") if found else ""


def _is_right(text: str, reference: Marked, words: str) -> bool:
    return any(_head(words) == _head(text[start:end]) for start, end in reference.means)


def documents() -> Iterator[tuple[str, str, list[Marked]]]:
    """The articles that are there, with their references."""
    wanted = marked()
    for path in (CLUSTERS, ATTRIBUTION, EVENTS):
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                if record["doc_id"] in wanted:
                    yield record["doc_id"], article(record), wanted[record["doc_id"]]


def measure(part: str = "", *, verbose: bool = False) -> dict[str, Score]:
    """The scores by kind of reference, of all articles, or of those that are held out or not."""
    scores: dict[str, Score] = defaultdict(Score)
    extractor = Extractor()
    for doc_id, document, references in documents():
        if part and is_held(doc_id) is not (part == "held"):
            continue
        found = {r.start: r for r in extractor.references(document)}
        if verbose:
            print(f"== {doc_id}")
        for reference in references:
            own = found.get(reference.start, Reference(0, 0, "", False))
            _count(document.text, reference, own, scores, verbose=verbose)
    return scores


def _count(text: str, reference: Marked, own: Reference, scores: dict[str, Score], *, verbose: bool) -> None:
    said = text[reference.start : reference.end]
    right = _is_right(text, reference, own.words) if own.words else False
    for kind in ("all", _kind(said)):
        scores[kind].put += bool(own.words)
        scores[kind].meant += bool(reference.means)
        scores[kind].right += right
    if verbose and not right and (own.words or reference.means):
        gold = " | ".join(text[s:e] for s, e in reference.means)
        around = " ".join(text[max(0, reference.start - 150) : reference.end + 40].split())
        how = "WRONG" if own.words else "open" if own.is_open else "left"
        print(f"{how} {reference.start} {said!r} → {own.words!r}; is {gold!r}\n    …{around}…")


def _kind(said: str) -> str:
    lower = said.lower()
    if lower in {"he", "him", "his", "she", "her", "hers"}:
        return "he, she"
    if lower in {"it", "its"}:
        return "it"
    if lower in {"they", "them", "their", "theirs"}:
        return "they"
    return "I, we" if lower in {"i", "me", "my", "we", "us", "our"} else "the ..."


def is_there() -> bool:
    """Whether there are articles to measure on."""
    return any(path.exists() for path in (CLUSTERS, ATTRIBUTION, EVENTS))


def table(scores: dict[str, Score]) -> list[str]:
    """The scores as a table in Markdown."""
    rows = [
        f"| {name} | {score.right}/{score.put} | {score.precision:.3f} | {score.right}/{score.meant} "
        f"| {score.recall:.3f} |"
        for name, score in sorted(scores.items())
    ]
    return [
        "| references | right of put in | precision | right of all | recall |",
        "|---|---|---|---|---|",
        *rows,
    ]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score what references were found to stand for.")
    parser.add_argument("--part", choices=("dev", "held"), default="", help="only these articles")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is wrong or left")
    options = parser.parse_args()
    if not is_there():
        sys.exit("The articles are not there; see places.py for where they are looked for.")
    for name, score in sorted(measure(options.part, verbose=options.verbose).items()):
        print(score.line(name))


if __name__ == "__main__":
    main()
