"""A claim and its parts, and what the extraction of one document gives."""

from dataclasses import dataclass

from claimkb.model.scales import Comparator, Modality, Polarity, Precision, SentenceRole, Stance
from claimkb.model.sources import Document


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
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a document with its role; `reason` says in words why it gave no claim ("" if it did)."""

    index: int
    start: int
    end: int
    role: SentenceRole
    reason: str


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
