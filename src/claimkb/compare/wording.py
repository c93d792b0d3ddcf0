"""The stage that lays the words of two claims side by side: all the same but for one thing?"""

from claimkb.compare.denial import plain
from claimkb.compare.difference import base_form, word_forms
from claimkb.compare.gates import failures_but_time
from claimkb.compare.leeway import apart_in_subject
from claimkb.compare.matters import ANCHOR, is_anchored, one_deal, one_time
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.placing import placed
from claimkb.compare.quantities import Span, comparable, counts_may_have_moved, meet
from claimkb.compare.times import publication
from claimkb.compare.wordbags import bag
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import is_reversible
from claimkb.model import Claim, Evidence, Modality


def minimal_difference(pair: Pair) -> Finding | None:
    """The same words but for a negation, a number, a year or an opposite."""
    found = pair.difference
    if found.kind in {"none", "same"} or failures_but_time(pair):
        return None
    if found.shared < ANCHOR and not is_anchored(pair):
        return None
    kinds = {
        "negation": (
            "R7-minimal-difference",
            "negation",
            "one side affirms what the other denies, in the same words",
        ),
        "opposite": ("R7-minimal-difference", "opposite", "the same words but for a pair of opposites"),
        "number": ("R5-quantity-disjoint", "quantity", "the same words but for the number"),
        "year": ("R6-date-disjoint", "date", "the same words but for the year"),
    }
    rule, type_, gist = kinds[found.kind]
    known = bool(pair.left.slots and pair.right.slots)
    if found.kind == "negation" and known and pair.left.negated == pair.right.negated:
        return None  # "has yet to wake" denies as much as "has not woken"
    if found.kind == "negation" and not (_denied_verb_is_there(pair) and _is_done(pair)):
        return None
    if found.kind == "negation" and apart_in_subject(pair.a.claim, pair.b.claim):
        return None
    if found.kind == "opposite" and not _tells_apart(pair, found.a, found.b):
        return None
    if found.kind == "opposite" and not one_deal(pair, found.a, found.b):
        return None
    if found.kind == "opposite" and _reversible(found.a, found.b) and not _one_day(pair):
        return None
    if found.kind == "year" and comparison_words().repeatable & {pair.left.raw_verb, pair.right.raw_verb}:
        return None
    if found.kind == "number" and _is_in_name(pair, found.a, found.b):
        return None
    if found.kind == "number" and (_amounts_meet(pair) or counts_may_have_moved(pair)):
        return None
    proof = Evidence("wording", found.a, found.b, found.kind, gist)
    able = found.kind == "negation" and _can(pair.a.claim) and _can(pair.b.claim)
    return placed(pair, rule, type_, gist, (proof,), (found.a,), (found.b,), factive=(able, able))


def _one_day(pair: Pair) -> bool:
    """Whether both name one time or were published on one known day."""
    first, second = publication(pair.a), publication(pair.b)
    return one_time(pair) or (first is not None and first == second and first.start == first.end)


def _reversible(a: str, b: str) -> bool:
    """Whether of two opposite word forms one may well follow the other."""
    return any(is_reversible(x, y) for x in word_forms(a) for y in word_forms(b))


def _can(claim: Claim) -> bool:
    """Whether a claim says what can or cannot be: of two, one is false whenever they are said."""
    return claim.modality is Modality.ASSERTED and bool({"can", "cannot"} & set(tokens(claim.text)))


def _denied_verb_is_there(pair: Pair) -> bool:
    """Whether what is denied is done on the other side: "has no suspects" does not deny that police seek suspects."""
    denial, other = (pair.left, pair.b) if pair.left.negated else (pair.right, pair.a)
    if denial.verb in {"", "be", pair.left.verb if not pair.left.negated else pair.right.verb}:
        return True
    return base_form(denial.raw_verb) in {base_form(w) for w in tokens(other.claim.text)}


def _is_done(pair: Pair) -> bool:
    """Whether what is affirmed is no ending or effort: who stops selling a thing does not sell it."""
    said, denial = (pair.b, pair.a) if pair.left.negated else (pair.a, pair.b)
    return plain(said.claim, bag(denial.claim))


def _tells_apart(pair: Pair, a: str, b: str) -> bool:
    """Whether two opposite words are what is said, not attributes that pick out two things."""
    if comparison_words().adverbial >= {a, b}:
        return True
    return _is_predicate(pair.a.claim, a) and _is_predicate(pair.b.claim, b)


def _is_predicate(claim: Claim, word: str) -> bool:
    told = [a for a in claim.frame.arguments if a.role == "complement"]
    heads = {a.head for a in told}
    if word.endswith("est"):  # of all of them only one is the hottest
        heads.update(t for a in told for t in tokens(a.text))
    return base_form(word) in {base_form(w) for w in (*claim.frame.predicate, *heads)}


def _is_in_name(pair: Pair, a: str, b: str) -> bool:
    """Whether a number is part of a name ("the Group of 7")."""
    return any(a in tokens(name) or b in tokens(name) for name in pair.left.entities | pair.right.entities)


def _amounts_meet(pair: Pair) -> bool:
    """Whether the bounds leave room for both numbers ("at least 12", "15")."""
    return any(
        meet(x, y) is not Span.DISJOINT
        for x in comparable(pair.a.claim)
        for y in comparable(pair.b.claim)
        if x.unit == y.unit
    )
