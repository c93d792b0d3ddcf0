"""Evidence in words: each function puts one comparison of a pair into a record."""

from claimkb.compare.assertions import Assertion
from claimkb.compare.pair import Pair
from claimkb.compare.quantities import Measured, Span
from claimkb.lexicon.meaning import Aspect
from claimkb.model import Evidence


def polarity(pair: Pair) -> Evidence:
    """Affirmed or negated on either side."""
    a, b = pair.a.claim.polarity, pair.b.claim.polarity
    return Evidence(
        "polarity", a, b, "same" if a == b else "opposed", "same polarity" if a == b else "polarity flipped"
    )


def predicate(pair: Pair) -> Evidence:
    """The decisive words of the predicates."""
    level = pair.alignment.predicate
    return Evidence("predicate", pair.left.raw_verb, pair.right.raw_verb, level.name.lower(), level.value)


def subject(pair: Pair) -> Evidence:
    """The subjects as written."""
    level = pair.alignment.subject
    return Evidence(
        "subject", pair.a.claim.subject, pair.b.claim.subject, level.name.lower(), f"subject: {level.value}"
    )


def modality(pair: Pair) -> Evidence:
    """The modalities, with what they amount to together."""
    footing = pair.footing()
    return Evidence(
        "modality", pair.a.claim.modality, pair.b.claim.modality, footing.name.lower(), footing.value
    )


def concept(x: Assertion, y: Assertion) -> Evidence:
    """The direction on a dimension on either side."""
    same = (x.direction == y.direction) == (x.negated == y.negated)
    level = "same direction" if same else "opposite direction"
    return Evidence(f"concept {x.concept}", arrow(x), arrow(y), level, f"{level} on {x.meaning.label}")


def bearer(x: Assertion, y: Assertion) -> Evidence:
    """Whose it is, on either side."""
    return Evidence("same thing", _names(x), _names(y), "same", f"both speak of {_names(x)}")


def entities(pair: Pair) -> Evidence:
    """The names both sides share."""
    shared = ", ".join(sorted(pair.alignment.shared_entities))
    return Evidence(
        "entities", shared, shared, "shared", f"both name {shared}" if shared else "no shared name"
    )


def words(pair: Pair) -> Evidence:
    """How much of either side the other has."""
    lined = pair.alignment
    shared = ", ".join(sorted(lined.shared_words))
    return Evidence(
        "content", f"{lined.cover_a:.0%} shared", f"{lined.cover_b:.0%} shared", "shared", f"shared: {shared}"
    )


def amounts(x: Measured, y: Measured, level: str, label: str) -> Evidence:
    """Two amounts as written."""
    return Evidence("quantity", x.quantity.text, y.quantity.text, level, label)


def shared_amount(x: Measured, y: Measured, span: Span) -> str:
    """What two amounts that meet have in common, for a reason: one amount, or two that do not exclude each other."""
    if span is not Span.EQUAL:
        return f"their amounts leave room for each other ({x.quantity.text} / {y.quantity.text})"
    of = f" ({x.quantity.of})" if x.quantity.of else ""
    return f"both give {x.quantity.text}{of}"


def holders(pair: Pair) -> Evidence:
    """Who says it on either side."""
    a, b = pair.a.claim.holder, pair.b.claim.holder
    one = a is not None and b is not None and a.key == b.key
    names = (a.text if a else "the author"), (b.text if b else "the author")
    return Evidence(
        "holder", *names, "same" if one else "different", "one voice, quoted twice" if one else "two voices"
    )


def arrow(assertion: Assertion) -> str:
    """A direction in words: "erode leverage ↓"."""
    sign = {1: "↑", -1: "↓", 0: "?"}[assertion.direction]
    words_ = " ".join(assertion.marks)
    steady = (
        "still " if assertion.aspect is Aspect.KEEP and not {"remain", "still"} & set(assertion.marks) else ""
    )
    return f"{'not ' if assertion.negated else ''}{steady}{words_} {sign}"


def _names(assertion: Assertion) -> str:
    names = assertion.parties if assertion.meaning.relational else assertion.bearer
    return ", ".join(sorted(names or assertion.topic))
