"""The stages that find claims pulling apart where no careful reader would speak of a contradiction.

An accusation against somebody whom the other side credits in the same field;
an effort against what the other side says is not there; attention that one
side sees turn to a thing and the other away from it. Each is a tension, never
more.
"""

from claimkb.compare import evidence as ev
from claimkb.compare.assertions import Assertion
from claimkb.compare.gates import times_and_instances
from claimkb.compare.pair import Finding, Footing, Pair
from claimkb.compare.profile import Profile
from claimkb.compare.words import content
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import Aspect, operators
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import ComparedClaim, Evidence, Modality

_SHARED = 2  # words that tell what attention is turned to
_ATTENTION = "priority"
_DEEDS = frozenset({"object", "complement", "clause"})
_LOOSE = frozenset({Footing.FACT, Footing.FORECAST, Footing.HEDGED, Footing.POSSIBILITY})


def accused_and_credited(pair: Pair) -> Finding | None:
    """One side accuses somebody in a field in which the other side credits him."""
    for accuser, other, first, second in (
        (pair.left, pair.right, pair.a, pair.b),
        (pair.right, pair.left, pair.b, pair.a),
    ):
        accused = _accused(accuser, first)
        subject = other.slot("subject")
        if not accused or subject is None or other.negated or second.claim.modality is not Modality.ASSERTED:
            continue
        fields = _fields(accuser, first) & _fields(other, second)
        if fields and accused & subject.entities and _credits(second):
            field, name = min(fields), min(accused & subject.entities)
            proof = (
                Evidence(
                    "accusation",
                    first.claim.quote,
                    second.claim.quote,
                    "pull apart",
                    f"accused and credited: {name}",
                ),
                Evidence("field", field, field, "same", f"both speak of {field}"),
                ev.holders(pair),
            )
            proof = proof if first is pair.a else (_turned(proof[0]), *proof[1:])
            gist = f"one accuses {name} over {field}, the other credits {name} there"
            return Finding("R9-accusation", gist, proof)
    return None


def _turned(evidence: Evidence) -> Evidence:
    return Evidence(evidence.comparison, evidence.b, evidence.a, evidence.level, evidence.label)


def _accused(side: Profile, claim: ComparedClaim) -> frozenset[str]:
    """Whom a claim accuses: the object of a verb of blame, or who an accusation is about."""
    blame = canonical("blame")
    target = side.slot("object")
    if side.verb == blame and target is not None:
        return target.entities
    subject = side.slot("subject")
    if subject is not None and subject.head == blame and not side.negated:
        return subject.entities - frozenset(claim.claim.frame.arguments[0].entities[:1])
    return frozenset()


def _fields(side: Profile, claim: ComparedClaim) -> frozenset[str]:
    """The fields of trouble that a claim's words belong to."""
    known = comparison_words().fields
    words = {t for a in claim.claim.frame.arguments for t in a.terms}
    return frozenset(known[w] for w in words if w in known)


def _credits(claim: ComparedClaim) -> bool:
    """Whether a claim says that its subject does something against the trouble.

    The deed is the verb, what it brings about, or what it is done for; a word of effort deeper
    in the sentence ("met to discuss efforts") credits nobody.
    """
    frame = claim.claim.frame
    deeds = {a.head for a in frame.arguments if a.role in _DEEDS} | set(frame.predicate)
    return bool(deeds & comparison_words().credits)


def effort_against_nothing(pair: Pair) -> Finding | None:
    """One side denies that there is what the other says must be fought."""
    if times_and_instances(pair) or not pair.alignment.shared_entities:
        return None
    for left, right, other in ((pair.left, pair.right, pair.b), (pair.right, pair.left, pair.a)):
        for x in left.assertions:
            if not (x.negated and x.governed and x.meaning.presupposable and x.direction):
                continue
            for y in right.assertions:
                if y.concept == x.concept and not y.negated and _fought(y, other) and _same_place(pair):
                    a, b = (x, y) if left is pair.left else (y, x)
                    proof = (ev.concept(a, b), ev.entities(pair), ev.modality(pair))
                    gist = f"one denies {x.meaning.label}, the other wants it fought"
                    return Finding("R9-presupposition", gist, proof, a.marks, b.marks)
    return None


def _fought(assertion: Assertion, claim: ComparedClaim) -> bool:
    """Whether the concept is the object of an effort that the claim's own predicate names."""
    table = operators()
    efforts = [w for w in claim.claim.frame.predicate if w in table and table[w].aspect is Aspect.EFFORT]
    clause = {t for a in claim.claim.frame.arguments if a.role in {"clause", "object"} for t in a.terms}
    return bool(efforts) and assertion.marks[-1].split()[-1] in clause


def _same_place(pair: Pair) -> bool:
    """Whether both speak of one place in the same words, or neither of any."""
    places = comparison_words().places
    left = {t for a in pair.a.claim.frame.arguments for t in a.terms} & places
    right = {t for b in pair.b.claim.frame.arguments for t in b.terms} & places
    return left == right and bool(left)


def attention_turned(pair: Pair) -> Finding | None:
    """One side sees attention turn to what the other sees neglected."""
    if times_and_instances(pair) or pair.footing() not in _LOOSE:
        return None
    for x in pair.left.assertions:
        for y in pair.right.assertions:
            opposite = x.concept == y.concept == _ATTENTION and x.direction * y.direction == -1
            if not opposite or x.negated or y.negated:
                continue
            shared = _turned_to(x, pair.left) & _turned_to(y, pair.right)
            if len(shared) >= _SHARED:
                matter = Evidence("matter", *(" ".join(sorted(shared)),) * 2, "same", "the same matter")
                gist = f"attention to {' '.join(sorted(shared))} goes opposite ways ({ev.arrow(x)} / {ev.arrow(y)})"
                proof = (ev.concept(x, y), matter, ev.modality(pair))
                return Finding("R9-attention", gist, proof, x.marks, y.marks)
    return None


def _turned_to(assertion: Assertion, side: Profile) -> frozenset[str]:
    """What attention is turned to or away from: the words around, or the subject it happens to."""
    words = content(assertion.topic)
    subject = side.slot("subject")
    return words | subject.words if assertion.governed and subject is not None else words
