"""What keeps a text from being borne out by one that has nearly all its words.

Shared words are not enough where the deciding one is another: "the dam held"
does not bear out "the dam collapsed", "A beat B" not "B beat A", and "ended
without an agreement" not "reached an agreement".
"""

from claimkb.compare.alignment import Predication, align
from claimkb.compare.converse import told_from_both_sides
from claimkb.compare.difference import base_form
from claimkb.compare.moves import moved_apart
from claimkb.compare.naming import exchanged_names
from claimkb.compare.profile import Profile, counted_apart, profile
from claimkb.compare.turning import COPULAS
from claimkb.compare.wordbags import bag, bag_of, found_in
from claimkb.compare.words import jaccard, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import operators
from claimkb.model import Claim

# Shared part of the words besides the predicates from which only the predicates differ; measured on the development
# pairs: below it paraphrases are lost, above it nothing more is gained.
_REST_SHARED = 0.5
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "give", "go", "come", "say", "serve"})
_KINDS = frozenset({"man", "woman"})


def says_otherwise(nearest: Claim, claim: Claim, everything: frozenset[str]) -> bool:
    """Whether the nearest claim says another thing of what both speak of; `everything` are the words of its text."""
    return (
        _other_predicate(nearest, claim, everything)
        or counted_apart(profile(nearest), profile(claim))
        or _other_kind(nearest, claim)
        or _done_without(nearest, claim)
        or moved_apart(nearest, claim)
        or _other_kin(nearest, claim)
        or _other_name(nearest, claim, everything)
    )


def _other_name(nearest: Claim, claim: Claim, everything: frozenset[str]) -> bool:
    """Whether the same is said of another name."""
    known = align(profile(nearest), profile(claim)).predicate in {Predication.SAME, Predication.ENTAILED}
    if not known and jaccard(bag(nearest), bag(claim)) < _REST_SHARED:
        return False
    elsewhere = everything - bag(nearest)
    return exchanged_names(nearest, claim, elsewhere) is not None


def _other_predicate(nearest: Claim, claim: Claim, everything: frozenset[str]) -> bool:
    """Whether the verb is all of a claim that is not found, and another verb stands in its place."""
    verb, other = _verb(claim), _verb(nearest)
    wanted = bag(claim)
    if not verb or not other or other in wanted or _is_said(verb, nearest, everything):
        return False
    if _alike(profile(nearest), profile(claim)):
        return False
    rest, around = wanted - {verb}, bag(nearest) - {other}
    return rest == found_in(rest, around) and jaccard(rest, around) >= _REST_SHARED


def _alike(one: Profile, two: Profile) -> bool:
    """Whether one predicate entails or turns round the other, or both move a thing alike: "lost clout", "eroded"."""
    if align(one, two).predicate in {Predication.SAME, Predication.ENTAILED} or told_from_both_sides(
        one, two
    ):
        return True
    moves = [operators()[side.raw_verb].sign for side in (one, two) if side.raw_verb in operators()]
    return len(moves) == len((one, two)) and moves[0] == moves[1] != 0


def _is_said(verb: str, nearest: Claim, everything: frozenset[str]) -> bool:
    return bool(found_in(frozenset({verb}), everything)) or verb in map(base_form, tokens(nearest.text))


def _verb(claim: Claim) -> str:
    """The verb that says something, as the words of a claim have it; "" for "be", "have" and their like."""
    verb = profile(claim).raw_verb
    if not verb or verb in _LIGHT or claim.frame.predicate[0] in COPULAS:
        return ""
    return base_form(verb)


def _other_kind(nearest: Claim, claim: Claim) -> bool:
    """Whether a man takes the place of a woman, or the other way round."""
    persons = comparison_words().persons
    one, two = ({persons[w] for w in tokens(c.text) if w in persons} & _KINDS for c in (nearest, claim))
    return bool(one) and bool(two) and not one & two


def _other_kin(nearest: Claim, claim: Claim) -> bool:
    """Whether a brother takes the place of a husband."""
    kin = frozenset[str]().union(*comparison_words().kin)
    one, two = (kin & set(tokens(c.text)) for c in (nearest, claim))
    return bool(one - two) and bool(two - one)


def _done_without(nearest: Claim, claim: Claim) -> bool:
    """Whether one side did without what the other has."""
    lacking = profile(nearest).slot("without")
    if lacking is None or profile(claim).slot("without") is not None:
        return False
    return bool(bag_of(lacking.text) & bag(claim))
