"""What several layers' tests share: a plain stand-in for extraction and rules, and articles to ingest.

The stand-in makes one claim of every line, and two claims of the same words
agree unless a number or a "not" tells them apart. It is small enough to
predict by eye, so that a test of the store or the workflow says exactly what
should be found, whatever the real extractor makes of a sentence today.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from claimkb.errors import LanguageError
from claimkb.model import (
    Argument,
    Claim,
    Comparator,
    ComparedClaim,
    Direction,
    Document,
    EntityMention,
    Evidence,
    Extraction,
    Frame,
    Holder,
    Modality,
    Polarity,
    Precision,
    Quantity,
    RelationKind,
    Sentence,
    SentenceRole,
    SourceInfo,
    Stance,
    Theme,
    ThemeTag,
    TimeRef,
    Verdict,
)
from claimkb.workflow import Parts

THEMES = (
    Theme("economy", "Economy", ("trade",)),
    Theme("fishing", "Fishing", ("cod", "fleet", "quota"), broader="economy"),
    Theme("weather", "Weather", ("storm", "rain"), iptc="medtop:17000000"),
)
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?<=\s)[A-Z][a-z]+")
_SAID = re.compile(r"(.+?) (?:says|said) ")


class PlainExtractor:
    """One claim a line; a line with a question mark is a question, a line of capitals a heading."""

    def __init__(self) -> None:
        self.parsed: list[str] = []

    def extract(self, document: Document, themes: Sequence[Theme]) -> Extraction:
        """The lines of a document as claims."""
        if "ñ" in document.text:
            raise LanguageError("The text is not English.", "Leave it out.")
        self.parsed.append(document.path)
        sentences, claims = [], []
        for index, match in enumerate(re.finditer(r"[^\n]+", document.text)):
            line = match[0]
            role, reason = SentenceRole.CLAIMS, ""
            if line.endswith("?"):
                role, reason = SentenceRole.QUESTION, "a question asserts nothing"
            elif line.isupper():
                role, reason = SentenceRole.HEADING, "a heading"
            else:
                claims.append(plain_claim(document, match.start(), line, index, themes))
            sentences.append(Sentence(index, match.start(), match.end(), role, reason))
        return Extraction(document, tuple(sentences), tuple(claims), "plain 1")


def plain_claim(document: Document, start: int, line: str, index: int, themes: Sequence[Theme]) -> Claim:
    """The claim that a line makes."""
    said = _SAID.match(line)
    words = line.rstrip(".").split()
    claim = Claim(
        id=plain_id(document.hash, start, line),
        label=" ".join(words[:4]),
        text=line,
        as_written=line,
        quote=line,
        start=start,
        end=start + len(line),
        sentence=index,
        subject=words[0],
        predicate=words[1] if len(words) > 1 else "",
        object=" ".join(words[2:]),
        polarity=Polarity.NEGATED if " not " in line else Polarity.AFFIRMED,
        modality=Modality.PREDICTED if " will " in line else Modality.ASSERTED,
        holder=Holder(said[1], said[1].casefold()) if said else None,
        stance=Stance.REPORTS if said else Stance.ASSERTS,
        quantities=tuple(_quantity(match, start) for match in _NUMBER.finditer(line)),
        dates=tuple(_year(match, start) for match in _YEAR.finditer(line)),
        entities=tuple(
            EntityMention(match[0], "other", match[0], start + match.start(), start + match.end())
            for match in _NAME.finditer(line)
        ),
        themes=(),
        frame=Frame((words[1].lower() if len(words) > 1 else "",), (_argument(words),), "present"),
        notes=("plain",),
    )
    return replace(claim, themes=plain_tag(claim, "", themes))


def plain_id(text_hash: str, start: int, line: str) -> str:
    """A claim's id from its document and place."""
    return hashlib.sha256(f"{text_hash} {start} {line}".encode()).hexdigest()[:12]


def plain_tag(claim: Claim, heading: str, themes: Sequence[Theme]) -> tuple[ThemeTag, ...]:
    """Themes by the words of a claim."""
    words = claim.text.casefold()
    earned = ((theme.slug, tuple(term for term in theme.terms if term in words)) for theme in themes)
    return tuple(ThemeTag(slug, terms) for slug, terms in earned if terms)


def plain_keys(claim: Claim) -> frozenset[str]:
    """The longer words of a claim."""
    return frozenset(word for word in re.findall(r"[a-z]{4,}", claim.text.casefold()))


def plain_judge(a: ComparedClaim, b: ComparedClaim, key: str = "") -> Verdict:
    """Same words: agreement, unless a number or a negation tells the claims apart."""
    words = [re.sub(r"\bnot |\d+", "", c.claim.text.casefold()) for c in (a, b)]
    numbers = [[q.low for q in c.claim.quantities] for c in (a, b)]
    if words[0] != words[1] or (a.origin == b.origin and a.source != b.source):
        return Verdict(RelationKind.NONE, "", "none", "", "", 0.0)
    if a.claim.polarity != b.claim.polarity:
        return _plain_verdict(RelationKind.CONTRADICTION, "negation", 0.9, key, a, b)
    if numbers[0] != numbers[1]:
        return _plain_verdict(RelationKind.CONTRADICTION, "quantity", 0.8, key, a, b)
    return _plain_verdict(RelationKind.AGREEMENT, "same-fact", 0.7, key, a, b)


def plain_judge_texts(first: Sequence[Claim], second: Sequence[Claim]) -> Verdict:
    """The first verdict on any two claims of two texts."""
    sides = [
        (ComparedClaim(a, "1", "1", None), ComparedClaim(b, "2", "2", None)) for a in first for b in second
    ]
    verdicts = [plain_judge(a, b) for a, b in sides]
    return next((v for v in verdicts if v.kind != RelationKind.NONE), verdicts[0])


def _plain_verdict(
    kind: RelationKind, name: str, confidence: float, key: str, a: ComparedClaim, b: ComparedClaim
) -> Verdict:
    evidence = (Evidence("words", a.claim.text, b.claim.text, "same", "same words"),)
    return Verdict(
        kind,
        name,
        f"plain-{name}",
        f"plain {name}",
        "same words",
        confidence,
        evidence,
        key,
        Direction.EQUAL,
        ("a",),
    )


def _quantity(match: re.Match[str], start: int) -> Quantity:
    value = float(match[0])
    span = (start + match.start(), start + match.end())
    return Quantity(value, value, None, Comparator.EXACT, False, None, match[0], *span)


def _year(match: re.Match[str], start: int) -> TimeRef:
    days = (f"{match[0]}-01-01", f"{match[0]}-12-31")
    return TimeRef(*days, Precision.YEAR, False, match[0], start + match.start(), start + match.end())


def _argument(words: list[str]) -> Argument:
    return Argument("subject", words[0].lower(), (words[0].lower(),), (), words[0])


def document(path: str, text: str, **source: object) -> Document:
    """A document of a source named after its path."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    info = SourceInfo(**({"name": Path(path).stem} | source))  # type: ignore[arg-type]
    return Document(path, text, digest, info)


class PlainParts:
    """`Parts` for documents held in memory; `documents` is what the next ingest reads."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.taxonomy: tuple[Theme, ...] = THEMES
        self.extractor = PlainExtractor()
        self.parts = Parts(
            read=lambda paths, options: iter(self.documents),
            themes=lambda paths, explicit: self.taxonomy,
            make_extractor=lambda: self.extractor,
            keys=plain_keys,
            judge=plain_judge,
            judge_texts=plain_judge_texts,
            tag=plain_tag,
            id_of=lambda text_hash, claim: plain_id(text_hash, claim.start, claim.text),
        )


ARTICLES = {
    "harbour.txt": "FISHING IN THE NORTH\n"
    "The fleet landed 40 tonnes of cod in 2021.\n"
    "The quota was not cut.\n"
    "Is the fleet too large?\n"
    "Minister Olsen said the storm destroyed 12 boats.",
    "gazette.txt": "The fleet landed 55 tonnes of cod in 2021.\n"
    "The quota was cut.\n"
    "Harbour officials said the café will reopen.",
    "monitor.txt": "The quota was cut.\nTrade with Norway grew in 2019.\nA second storm will reach Bergen.",
}


def exported(db_path: Path) -> str:
    """Everything a base exports, as one text."""
    from claimkb.store.queries import Reader

    with Reader(db_path) as reader:
        lists: Iterable[Iterable[object]] = (
            reader.claims(),
            reader.relation_details(),
            reader.sources(),
            reader.themes(),
            reader.entities(),
        )
        return "\n".join(repr(record) for records in lists for record in records)
