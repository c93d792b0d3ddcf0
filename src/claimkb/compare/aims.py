"""The stages that find one aim on both sides: what somebody wants, or must not let happen, and common ground.

"Norway cannot afford turmoil in Mali" and "a stable Mali serves Norway's
interests" ascribe one aim to one holder. An aim is a level of a dimension of
meaning that is wanted, with whose level it is; what is wanted is no fact, so
that these never contradict anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimkb.compare import evidence as ev
from claimkb.compare.gates import times_and_instances
from claimkb.compare.pair import Finding, Footing, Pair
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.aims import aim_words
from claimkb.lexicon.meaning import Aspect, concepts, operators, senses
from claimkb.lexicon.regions import lies_in
from claimkb.model import Argument, Claim, Evidence, Modality, Polarity, Stance

_REACH = 4  # words over which "prevent" or "lack" reaches what it turns
_PARTIES = 2
_BODY = frozenset({"clause", "object", "to", "for", "in", "with"})
_FREE = frozenset({Footing.FACT, Footing.NORM, Footing.FACT_POSSIBLE, Footing.POSSIBILITY, Footing.MIXED})


@dataclass(frozen=True, slots=True)
class Aim:
    """A level of a concept (+1, -1) that `agents` want; `bearers` are whose level it is, `mark` the word for it."""

    agents: frozenset[str]
    concept: str
    wanted: int
    bearers: frozenset[str]
    mark: str


def shared_aim(pair: Pair) -> Finding | None:
    """Both say that the same party wants the same level of the same thing."""
    if times_and_instances(pair) or _is_rejected(pair):
        return None
    for x in aims(pair.a.claim):
        for y in aims(pair.b.claim):
            if _one_aim(x, y):
                label = concepts()[x.concept].label
                who, whose = _listed(x.agents & y.agents), (_listed(x.bearers), _listed(y.bearers))
                proof = (
                    Evidence("aim", x.mark, y.mark, "same", f"{who} on {label}"),
                    Evidence("whose", *whose, "same", "one thing, or a part of it"),
                    ev.holders(pair),
                )
                gist = f"both say that {who} has the same aim on {label} ({x.mark} / {y.mark})"
                return Finding("R12-shared-aim", gist, proof, (x.mark,), (y.mark,))
    return None


def _is_rejected(pair: Pair) -> bool:
    return any(s.claim.stance is Stance.REJECTS for s in (pair.a, pair.b))


def _one_aim(x: Aim, y: Aim) -> bool:
    if (x.concept, x.wanted) != (y.concept, y.wanted) or not x.agents & y.agents:
        return False
    return any(one == two or lies_in(one, two) or lies_in(two, one) for one in x.bearers for two in y.bearers)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


@lru_cache(maxsize=CLAIMS_KEPT)
def aims(claim: Claim) -> tuple[Aim, ...]:
    """What a claim says somebody wants."""
    if claim.modality is Modality.CONDITIONAL or not claim.frame.predicate:
        return ()
    return tuple(
        dict.fromkeys(aim for read in (_afforded, _wanted, _interest, _fitting) for aim in read(claim))
    )


def _afforded(claim: Claim) -> Iterator[Aim]:
    """ "A cannot afford to see C fall": A wants it not to."""
    if claim.polarity is Polarity.NEGATED and claim.frame.predicate[0] in aim_words().affording:
        yield from _of_bodies(claim, _agents(claim, "subject"), -1)


def _wanted(claim: Claim) -> Iterator[Aim]:
    """ "A seeks C"."""
    if claim.polarity is Polarity.AFFIRMED and claim.frame.predicate[0] in aim_words().wanting:
        yield from _of_bodies(claim, _agents(claim, "subject"), 1)


def _interest(claim: Claim) -> Iterator[Aim]:
    """ "A has an interest in C"."""
    words = aim_words()
    target = _argument(claim, "object")
    if (
        claim.polarity is Polarity.AFFIRMED
        and target is not None
        and claim.frame.predicate[-1] in words.having
    ):
        heads = [i for i, term in enumerate(target.terms) if term in words.interests]
        if heads:
            yield from _levels(_agents(claim, "subject"), target, target.terms[heads[0] + 1 :], 1)


def _fitting(claim: Claim) -> Iterator[Aim]:
    """ "A strong C serves A's interests", "for A, a strong C aligns with goals"."""
    words = aim_words()
    subject = _argument(claim, "subject")
    fits = claim.polarity is Polarity.AFFIRMED and claim.frame.predicate[-1] in words.fitting
    aimed = [a for a in claim.frame.arguments if a is not subject and words.interests & set(a.terms)]
    if fits and subject is not None and aimed:
        yield from _levels(
            _agents(claim, "for") or frozenset(aimed[0].entities[:1]), subject, subject.terms, 1
        )


def _agents(claim: Claim, role: str) -> frozenset[str]:
    found = _argument(claim, role)
    return frozenset(found.entities) if found is not None else frozenset()


def _argument(claim: Claim, role: str) -> Argument | None:
    return next((a for a in claim.frame.arguments if a.role == role), None)


def _of_bodies(claim: Claim, agents: frozenset[str], sign: int) -> Iterator[Aim]:
    around = frozenset(e for a in claim.frame.arguments if a.role != "subject" for e in a.entities)
    for argument in claim.frame.arguments:
        if argument.role in _BODY:
            for aim in _levels(agents, argument, argument.terms, sign):
                yield aim if aim.bearers else Aim(agents, aim.concept, aim.wanted, around - agents, aim.mark)


def _levels(agents: frozenset[str], argument: Argument, words: tuple[str, ...], sign: int) -> Iterator[Aim]:
    """The levels that some words speak of, as what is wanted of them."""
    bearers = frozenset(argument.entities) - agents
    for index, word in enumerate(words):
        for size in (2, 1):
            phrase = " ".join(words[index : index + size])
            for sense in senses().get(phrase, ()):
                meaning = concepts()[sense.concept]
                if sense.direction and meaning.presupposable and not meaning.relational and agents:
                    turned = sense.direction * _turn(words[max(0, index - _REACH) : index])
                    yield Aim(agents, sense.concept, sign * turned, bearers, word)


def _turn(before: tuple[str, ...]) -> int:
    """-1 if an odd number of the words before keeps what follows away."""
    sign = 1
    for word in before:
        operator = operators().get(word)
        lessens = operator is not None and operator.sign < 0 and operator.aspect is not Aspect.EVALUATION
        if word in aim_words().against or lessens:
            sign = -sign
    return sign


def common_ground(pair: Pair) -> Finding | None:
    """Both say that the same two parties have a common interest in the same matter."""
    if times_and_instances(pair) or _is_rejected(pair) or pair.footing() not in _FREE:
        return None
    one, two = ground(pair.a.claim), ground(pair.b.claim)
    if one is None or two is None or one[0] != two[0] or not one[1] & two[1]:
        return None
    matter = _listed(one[1] & two[1])
    proof = (
        Evidence("parties", _listed(one[0]), _listed(two[0]), "same", "the same two parties"),
        Evidence("matter", matter, matter, "same", f"both see common ground on {matter}"),
        ev.modality(pair),
        ev.holders(pair),
    )
    gist = f"both see common ground of {_listed(one[0])} on {matter}"
    return Finding("R12-common-ground", gist, proof)


def ground(claim: Claim) -> tuple[frozenset[str], frozenset[str]] | None:
    """The two parties who have something in common, and the names of the matter."""
    if claim.polarity is Polarity.NEGATED:
        return None
    everybody = frozenset(m.name for m in claim.entities)
    between = next(
        (a for a in claim.frame.arguments if " between " in f" {a.text} " or _shares(claim, a)), None
    )
    if between is None or not _speaks_of_common_ground(claim):
        return None
    parties = frozenset(between.entities)
    return (parties, everybody - parties) if len(parties) == _PARTIES else None


def _shares(claim: Claim, argument: Argument) -> bool:
    return argument.role == "subject" and "share" in claim.frame.predicate


def _speaks_of_common_ground(claim: Claim) -> bool:
    text = " ".join(tokens(claim.text))
    target = _argument(claim, "object")
    shared = (
        "share" in claim.frame.predicate and target is not None and aim_words().interests & set(target.terms)
    )
    return bool(shared) or any(f" {phrase} " in f" {text} " for phrase in aim_words().common)
