"""The stages for who is left aside, and for whose business a matter is.

"The mayor will talk to residents rather than the unions" pulls against "the
mayor must work with the unions"; "the trial is a domestic matter" against
"the trial will shape the Union's policy". Both may still come to pass, so each
is a tension, never more.
"""

from collections.abc import Iterator

from claimkb.compare import evidence as ev
from claimkb.compare.gates import times_and_instances
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.profile import Profile
from claimkb.compare.words import content, tokens
from claimkb.lexicon.aims import aside_words
from claimkb.model import Claim, Evidence, Modality, Polarity, Stance

_OPEN = frozenset({Modality.CONDITIONAL})


def left_aside(pair: Pair) -> Finding | None:
    """One side leaves aside whom, in the other's view, the same party works with or has to work with."""
    if times_and_instances(pair) or not _may_pull(pair):
        return None
    for first, second, sides in (
        (pair.a, pair.b, (pair.left, pair.right)),
        (pair.b, pair.a, (pair.right, pair.left)),
    ):
        aside = set_aside(first.claim)
        whom = _engaged(second.claim)
        if not aside or not whom or set_aside(second.claim) or not _one_party(*sides):
            continue
        if _meets(aside, whom) and _owners(sides[0]) & _owners(sides[1]):
            words = aside, " ".join(whom)
            proof = (
                Evidence(
                    "left aside", *(words if first is pair.a else words[::-1]), "pull apart", "left aside"
                ),
                ev.entities(pair),
                ev.modality(pair),
                ev.holders(pair),
            )
            gist = f"one leaves aside “{words[0]}”, whom the other has the same party deal with ({words[1]})"
            return Finding("R9-aside", gist, proof)
    return None


def _may_pull(pair: Pair) -> bool:
    return all(
        s.claim.modality not in _OPEN
        and s.claim.polarity is Polarity.AFFIRMED
        and s.claim.stance is not Stance.REJECTS
        for s in (pair.a, pair.b)
    )


def _one_party(one: Profile, two: Profile) -> bool:
    """Whether the same party acts in both: the names of the subjects."""
    left, right = one.slot("subject"), two.slot("subject")
    return left is not None and right is not None and left.named and bool(left.entities & right.entities)


def _owners(side: Profile) -> frozenset[str]:
    """The names beside the party that acts: whose government or people it deals with."""
    subject = side.slot("subject")
    return side.entities - (subject.entities if subject is not None else frozenset())


def set_aside(claim: Claim) -> str:
    """What stands after "rather than", where the claim is about having to do with somebody; else empty."""
    words = aside_words()
    if not words.engaging & set(claim.frame.predicate):
        return ""
    for phrase in words.setting:
        _, found, after = claim.text.partition(f" {phrase} ")
        if found:
            return after.rstrip(".")
    return ""


def _singular(text: str) -> str:
    """Plurals as singulars, as far as the words of states and their organs need it."""
    return " ".join(w[:-3] + "y" if w.endswith("ies") else w.removesuffix("s") for w in tokens(text))


def _engaged(claim: Claim) -> tuple[str, ...]:
    """The words of whom a claim says its subject deals with, or has to."""
    words = aside_words()
    if not words.engaging & set(claim.frame.predicate):
        return ()
    terms = [t for a in claim.frame.arguments if a.role != "subject" for t in a.terms]
    return tuple(sorted(frozenset(terms) & (words.organs | words.state)))


def _meets(phrase: str, whom: tuple[str, ...]) -> bool:
    """Whether what is left aside is dealt with: the same, or an organ of the state that is left aside."""
    words = aside_words()
    aside = content(tokens(_singular(phrase))) | frozenset(tokens(_singular(phrase)))
    return bool(content(whom) & aside) or bool(words.state & aside and frozenset(whom) & words.organs)


def own_business(pair: Pair) -> Finding | None:
    """One side calls a matter internal; the other has it weigh on what outsiders do."""
    if times_and_instances(pair) or not _may_pull(pair):
        return None
    for first, second, one, two in (
        (pair.a, pair.b, pair.left, pair.right),
        (pair.b, pair.a, pair.right, pair.left),
    ):
        whose = called_own(first.claim)
        subject = two.slot("subject")
        if not whose or subject is None or not aside_words().meddling & set(second.claim.frame.predicate):
            continue
        outsiders = two.entities - one.entities - subject.entities
        if whose & subject.entities and outsiders:
            matter, who = min(whose & subject.entities), ", ".join(sorted(outsiders))
            texts = first.claim.quote, second.claim.quote
            proof = (
                Evidence(
                    "business",
                    *(texts if first is pair.a else texts[::-1]),
                    "pull apart",
                    f"whose business: {matter}",
                ),
                ev.holders(pair),
            )
            gist = f"one calls the matter of {matter} internal, the other has it weigh on what outsiders do ({who})"
            return Finding("R9-own-business", gist, proof)
    return None


def dealings(claim: Claim, side: Profile) -> Iterator[tuple[str, str]]:
    """Who has to do, or is not to have to do, with whose people: for the keys that propose pairs."""
    subject = side.slot("subject")
    if subject is not None and (set_aside(claim) or _engaged(claim)):
        yield from ((one, two) for one in sorted(subject.entities) for two in sorted(_owners(side)))


def matters(claim: Claim, side: Profile) -> frozenset[str]:
    """The names whose matter is called somebody's own, or is said to weigh on what others do."""
    subject = side.slot("subject")
    weighs = subject is not None and aside_words().meddling & set(claim.frame.predicate)
    return called_own(claim) | (subject.entities if weighs and subject is not None else frozenset())


def called_own(claim: Claim) -> frozenset[str]:
    """The names whose matter a claim calls domestic, internal or private."""
    words = aside_words()
    frame = claim.frame
    matter = next((a for a in frame.arguments if a.role == "complement"), None)
    subject = next((a for a in frame.arguments if a.role == "subject"), None)
    if matter is None or subject is None or not words.own & set(matter.terms):
        return frozenset()
    return frozenset(subject.entities) if matter.head in words.matters else frozenset()
