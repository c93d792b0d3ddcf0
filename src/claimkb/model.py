"""The records of claimkb: what a document, a claim and a relation are.

Frozen dataclasses and enumerations, nothing else: no parser, no SQL, no
output. Offsets are characters of a document's canonical text, and a claim
always satisfies `document.text[claim.start:claim.end] == claim.quote`.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Modality(StrEnum):
    """How a claim is put forward; see the `docs/model.md` table for cues."""

    ASSERTED = "asserted"
    PREDICTED = "predicted"
    POSSIBLE = "possible"
    NORMATIVE = "normative"
    CONDITIONAL = "conditional"


class Polarity(StrEnum):
    """Whether the claim affirms or denies its proposition."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Stance(StrEnum):
    """What the author does with the view: own it, report, endorse or reject it."""

    ASSERTS = "asserts"
    REPORTS = "reports"
    ENDORSES = "endorses"
    REJECTS = "rejects"


class Comparator(StrEnum):
    """How the words bound a quantity."""

    EXACT = "exact"
    AROUND = "around"  # about, roughly, some
    AT_LEAST = "at-least"  # at least, x plus, x or more
    MORE_THAN = "more-than"  # over, more than, exceeding
    AT_MOST = "at-most"  # up to, at most
    LESS_THAN = "less-than"  # under, fewer than
    NEARLY = "nearly"  # nearly, almost
    RANGE = "range"  # x to y, between x and y


class Precision(StrEnum):
    """The grain of a point in time, fine to coarse."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    PERIOD = "period"  # a named period, or an interval that no grain fits


class SentenceRole(StrEnum):
    """What a stretch of text is to the claims in it."""

    CLAIMS = "claims"
    QUESTION = "question"
    HEADING = "heading"
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BIOGRAPHY = "biography"
    BOILERPLATE = "boilerplate"  # share bars, comments, cookie notices, tags
    FRAGMENT = "fragment"  # no predicate to be found
    META = "meta"  # text about the text ("The following analysis ...")
    GREETING = "greeting"
    IMPERATIVE = "imperative"  # a call on the reader, which asserts nothing


class RelationKind(StrEnum):
    """How two claims stand to each other."""

    AGREEMENT = "agreement"
    CONTRADICTION = "contradiction"
    TENSION = "tension"
    NONE = "none"


class Direction(StrEnum):
    """Entailment between the two sides of an agreement."""

    EQUAL = "equal"
    A_ENTAILS_B = "a-entails-b"
    B_ENTAILS_A = "b-entails-a"


class Scope(StrEnum):
    """Whether the two sides of a relation come from different sources."""

    CROSS_SOURCE = "cross-source"
    WITHIN_SOURCE = "within-source"


class Status(StrEnum):
    """What a person has said of a finding."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as an interval; `low`/`high` are in plain units (no scales), open ends are None.

    `unit` is an ISO 4217 code, "%" , an SI unit or a plain plural noun;
    `start`/`end` are document offsets of `text`.
    """

    low: float | None
    high: float | None
    unit: str | None
    comparator: Comparator
    approximate: bool
    of: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A time as an interval of ISO 8601 dates (inclusive); an unknown end is None.

    `deictic` marks expressions that depend on the publication date ("last
    month"); they keep None for both ends when that date is unknown.
    """

    start: str | None
    end: str | None
    precision: Precision
    deictic: bool
    text: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A named thing in a document: canonical `name`, `kind`, and where it stands."""

    name: str
    kind: str  # country | city | region | person | organisation | agreement | other
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Who puts a claim forward: the words of the text, and a key that joins spellings of one holder."""

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a claim's predicate, as far as comparison needs it.

    `role` is "subject", "object", "complement" (predicate noun or adjective),
    "clause" (an embedded verb phrase), "adverb" or a preposition's lemma;
    `terms` are the content lemmas in text order, names in lower case; `head`
    is the lemma of the head; `entities` are canonical names.
    """

    role: str
    head: str
    terms: tuple[str, ...]
    entities: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The predicate of a claim with its arguments: what comparison sees instead of a parse.

    `predicate` are the lemmas of the verb complex, main verb last ("fail",
    "combat"); the copula and its adjective give ("be", "vital"). A passive is
    turned round, so that "subject" is always the logical one where it is said.
    `tense` is past, present, future or "".
    """

    predicate: tuple[str, ...]
    arguments: tuple[Argument, ...]
    tense: str
    passive: bool = False


@dataclass(frozen=True, slots=True)
class ThemeTag:
    """A theme of a claim and the terms that earned it."""

    slug: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that one holder puts forward in one document.

    `text` stands alone; `as_written` is the same claim before pronouns and
    elided words were resolved; `quote` is `document.text[start:end]`.
    `holder` is None for the author. `doubtful` marks a sentence kept whole
    because its parse was not to be trusted; `notes` say why attributes have
    their values, for `split --explain`. `extractor` is "" for the rules, else
    the model that wrote the claim, such as "llm:NAME".
    """

    id: str
    label: str
    text: str
    as_written: str
    quote: str
    start: int
    end: int
    sentence: int
    subject: str
    predicate: str
    object: str
    polarity: Polarity
    modality: Modality
    holder: Holder | None
    stance: Stance
    quantities: tuple[Quantity, ...]
    dates: tuple[TimeRef, ...]
    entities: tuple[EntityMention, ...]
    themes: tuple[ThemeTag, ...]
    frame: Frame
    ambiguous: bool = False
    doubtful: bool = False
    notes: tuple[str, ...] = ()
    extractor: str = ""

    def __hash__(self) -> int:
        """Of what tells claims apart: what is derived of a claim is kept by it, and looked up for each pair."""
        return hash((self.id, self.text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a document with its role; `reason` says in words why it gave no claim ("" if it did)."""

    index: int
    start: int
    end: int
    role: SentenceRole
    reason: str


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What is known of where a document comes from; `inferred` names the fields read off the text."""

    name: str
    title: str | None = None
    author: str | None = None
    published: str | None = None  # ISO 8601, possibly only a year or a month
    url: str | None = None
    reliability: str | None = None
    language: str | None = None
    themes: tuple[str, ...] = ()
    inferred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A page or chapter of a document: where it starts in the text, and its name ("page 3")."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Original:
    """A web page as it was fetched: its bytes, and what the server said of them.

    `url` is the address after redirects; `fetched_at` is UTC, ISO 8601; `etag`
    and `last_modified` let the server answer that nothing changed.
    """

    url: str
    fetched_at: str
    media_type: str
    body: bytes
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A canonical text with its provenance.

    `path` is as given to ingest; `hash` is SHA-256 of the text, hex; `places`
    are its pages or chapters in order; `original` is what it was read from, if
    that came over the network.
    """

    path: str
    text: str
    hash: str
    source: SourceInfo
    places: tuple[Place, ...] = ()
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything extraction found in one document, ready to store."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    parser: str  # name and version of the spaCy pipeline


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a taxonomy; `terms` are the words that earn it."""

    slug: str
    label: str
    terms: tuple[str, ...]
    broader: str | None = None
    iptc: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison: what was compared, both values, and the level they met with its label."""

    comparison: str
    a: str
    b: str
    level: str
    label: str


@dataclass(frozen=True, slots=True)
class ComparedClaim:
    """A claim with the provenance that comparison needs.

    `origin` names the independent origin (one for all reprints); `published`
    is ISO 8601 or None; `story` are the names in its document, by which two
    documents on one event are known, and empty where that is not known.
    """

    claim: Claim
    source: str
    origin: str
    published: str | None
    published_inferred: bool = False
    story: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two claims stand to each other, with the rule that fired and its evidence.

    `rule` is the rule's stable identifier, `label` its one-line meaning,
    `key` the pair-key that proposed the pair, `confidence` in 0..1.
    """

    kind: RelationKind
    type: str
    rule: str
    label: str
    reason: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    key: str = ""
    direction: Direction = Direction.EQUAL
    a_marks: tuple[str, ...] = field(default=())  # decisive words of each quote
    b_marks: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Relation:
    """A verdict between two stored claims, `a` before `b` in the order of their ids."""

    id: str
    a: str
    b: str
    scope: Scope
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be taken in: a value, not an exception, so that its batch goes on."""

    path: str
    reason: str
    next_step: str
