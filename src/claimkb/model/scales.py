"""The closed vocabularies: every attribute of a claim or finding that has a fixed set of values."""

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
