"""One side counts none where the other counts some: "there were no casualties", "the raid killed 30 people".

A count of zero is an amount, though it is said with a negation. What is
counted must be of one kind; where the one that says none speaks of some
people only ("no soldier died"), the other must count these.
"""

from functools import lru_cache

from claimkb.compare import evidence as ev
from claimkb.compare.difference import base_form, word_forms
from claimkb.compare.gates import failures, scope_evidence
from claimkb.compare.naming import exchanged_names
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.phrasing import in_single_words
from claimkb.compare.placing import placed
from claimkb.compare.quantities import measured, value_of
from claimkb.compare.story import Story
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import broader, canonical
from claimkb.model import Claim, Evidence, Modality, Polarity

KINDS = frozenset({"deaths", "injuries", "arrests"})
_REJECTING = frozenset({"deny", "dismiss", "reject", "refute", "dispute", "doubt", "question", "rebut"})
_NONE = frozenset({"no", "nobody", "none", "zero"})
_REACH = 4  # words between "no" and what is counted
_GENERAL = frozenset({"person", "one", "casualty", "victim", "death", "die", "life"})
_WHERE = frozenset({"in", "at", "near", "on"})
_SHARED = 1  # names, or as many words where one story is told


def none_against_some(pair: Pair) -> Finding | None:
    """One claim counts none of a kind, the other some, in one matter."""
    for first, second in ((pair.a.claim, pair.b.claim), (pair.b.claim, pair.a.claim)):
        none, some = counts_none(first), counts_some(second)
        if none is None or some is None or not none[0] & some[0] or not _one_matter(pair, first, second):
            continue
        if not same_people(none[1], some[1]):
            continue
        kind = min(none[0] & some[0])
        sides = (first.text, second.text) if first is pair.a.claim else (second.text, first.text)
        proof = (
            Evidence("count", *sides, "disjoint", f"none and some: {kind}"),
            ev.entities(pair),
            *scope_evidence(pair),
        )
        return placed(pair, "R5-none", "quantity", f"one counts no {kind}, the other some", proof, (), ())
    return None


def _one_matter(pair: Pair, first: Claim, second: Claim) -> bool:
    if failures(pair) or exchanged_names(first, second) is not None:
        return False
    shared = pair.alignment.shared_entities or pair.alignment.shared_words
    if pair.together:
        return True
    return pair.story is Story.SAME and len(shared) >= _SHARED and not _elsewhere(pair, first)


def _elsewhere(pair: Pair, first: Claim) -> bool:
    """Whether none is counted in one place only, of which the other does not speak: "no injuries in Dubai"."""
    none, some = (pair.left, pair.right) if first is pair.a.claim else (pair.right, pair.left)
    places = frozenset(e for s in none.slots if s.role in _WHERE for e in s.entities)
    named = frozenset(m.text for m in first.entities if f" in {m.text}" in first.text)
    places |= frozenset(m.name for m in first.entities if m.text in named)
    return bool(places) and not places & some.entities


def same_people(none: frozenset[str], some: frozenset[str]) -> bool:
    """Whether the one who counts none means anybody, or those whom the other counts."""
    return not none or any(n == s or n in broader(s) for n in none for s in some)


@lru_cache(maxsize=CLAIMS_KEPT)
def counts_none(claim: Claim) -> tuple[frozenset[str], frozenset[str]] | None:
    """The kinds of which a claim counts none, and of which people where it says so."""
    if claim.modality is not Modality.ASSERTED or _REJECTING & set(claim.frame.predicate):
        return None  # "dismissed the claim that there were no casualties"
    words = in_single_words(tokens(claim.text))
    at = next((i for i, w in enumerate(words) if w in _NONE), None)
    if at is None and claim.polarity is Polarity.NEGATED and "any" in words:
        at = words.index("any")  # "did not cause any casualties"
    if at is None:
        return None
    near = words[at + 1 : at + 1 + _REACH]
    kinds = _kinds(near)
    if words[at] in {"no", "nobody", "none"} and not kinds:
        kinds = _kinds(words[at + 1 :]) if _first_is_people(near) or words[at] == "nobody" else frozenset()
    return (kinds, _people(near) - _GENERAL) if kinds else None


def _people(words: tuple[str, ...]) -> frozenset[str]:
    """The words for people among some words, in the singular: "nurse", "soldier"."""
    forms = (f for w in words for f in word_forms(w))
    return frozenset(f for f in forms if "person" in broader(f) or "person" in broader(canonical(f)))


def _first_is_people(near: tuple[str, ...]) -> bool:
    """Whether the words after "no" name people: "no soldier or citizen died"."""
    return any("person" in {c, *broader(c)} for w in near[:1] for c in {canonical(f) for f in word_forms(w)})


def _kinds(words: tuple[str, ...]) -> frozenset[str]:
    measures = comparison_words().measures
    found = {measures[f] for w in words for f in (w, base_form(w), *word_forms(w)) if f in measures}
    return frozenset(found) & KINDS


@lru_cache(maxsize=CLAIMS_KEPT)
def counts_some(claim: Claim) -> tuple[frozenset[str], frozenset[str]] | None:
    """The kinds of which a claim counts some, by an amount or by its verb, and of which people."""
    if claim.modality is not Modality.ASSERTED or claim.polarity is not Polarity.AFFIRMED:
        return None
    words = in_single_words(tokens(claim.text))
    if comparison_words().negators & set(words) or any(value_of(m.quantity) == 0 for m in measured(claim)):
        return None
    kinds = _kinds(in_single_words(claim.frame.predicate))
    if not kinds and claim.quantities:
        kinds = _kinds(words)
    return (kinds, _people(words)) if kinds else None
