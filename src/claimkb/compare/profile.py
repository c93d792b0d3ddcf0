"""A claim as comparison sees it: derived once from its frame and cached.

Everything is put in terms of word classes, so that "aid" and "assistance"
are one word; the words of names are kept apart from content words, because
"the State Department" says nothing of a department.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from claimkb.compare.assertions import Assertion, read_assertions
from claimkb.compare.difference import base_form
from claimkb.compare.normal import normal_frame, with_subject
from claimkb.compare.parties import Names
from claimkb.compare.turning import COPULAS
from claimkb.compare.words import CLAIMS_KEPT, content, entailed, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.cues import denies_through
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Argument, Claim, Polarity, Stance

_QUOTED = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
_EMBEDDED = frozenset({"not", "never"})
_FISCAL = re.compile(r"\bFY ?(?:20)?(\d\d)\b|\b20\d\d[-–/](\d\d)\b|\bfiscal (?:year )?20(\d\d)\b")
_QUARTER = re.compile(r"\bQ([1-4])\b")
_SHINGLE = 4  # words


@dataclass(frozen=True, slots=True)
class Slot:
    """An argument in word classes; `named`: its head is, or stands for, the entities themselves."""

    role: str
    head: str
    words: frozenset[str]
    entities: frozenset[str]
    named: bool
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What a claim says, in comparable terms.

    `verb` is the class of the decisive predicate word and `raw_verb` that word;
    `words` all content classes, `entities` all names; `instances` the numbered
    periods or rounds it speaks of ("term" → "first"), `counted_off` any noun with
    its ordinal; `dimensions` and `parts` what cuts its subject down; `quoted` the shingles of what it quotes;
    `entailed` its words with all they entail; `mixed` the concepts on which it
    points both ways, and so takes neither side; `concepts` those it speaks of.
    """

    verb: str
    raw_verb: str
    slots: tuple[Slot, ...]
    words: frozenset[str]
    entities: frozenset[str]
    assertions: tuple[Assertion, ...]
    negated: bool
    instances: frozenset[tuple[str, str]]
    counted_off: frozenset[tuple[str, str]]
    dimensions: frozenset[str]
    parts: frozenset[str]
    measures: frozenset[str]
    quoted: frozenset[str]
    entailed: frozenset[str]
    mixed: frozenset[str]
    concepts: frozenset[str] = field(init=False, repr=False, compare=False)
    _by_role: dict[str, Slot] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """What every pair asks for is looked up once."""
        object.__setattr__(self, "concepts", frozenset(a.concept for a in self.assertions))
        object.__setattr__(self, "_by_role", {slot.role: slot for slot in reversed(self.slots)})

    def slot(self, role: str) -> Slot | None:
        """The first argument with a role."""
        return self._by_role.get(role)


@lru_cache(maxsize=CLAIMS_KEPT)
def profile(claim: Claim) -> Profile:
    """The profile of a claim, computed once."""
    lists = comparison_words()
    names = _name_words(claim)
    frame = normal_frame(with_subject(claim))
    negated = _negated(claim)
    raw = [t for a in frame.arguments for t in a.terms] + list(frame.predicate)
    spoken = tokens(claim.text)
    if not raw:
        raw = list(spoken)
    common = [t for t in raw if not (t in names or t in lists.implicatives or t in _EMBEDDED)]
    verb = _decisive(frame.predicate)
    words = content(common)
    assertions = read_assertions(
        frame,
        negated=negated,
        names=Names(
            names, _first_words(claim), frozenset(m.name for m in claim.entities if m.kind == "country")
        ),
    )
    return Profile(
        verb=canonical(verb),
        raw_verb=verb,
        slots=tuple(_slot(a, names) for a in frame.arguments),
        words=words,
        entities=frozenset(m.name for m in claim.entities) | {e for a in frame.arguments for e in a.entities},
        assertions=assertions,
        negated=negated,
        instances=_instances(spoken),
        counted_off=_counted_off(spoken) | _fiscal_years(claim.text),
        dimensions=frozenset(lists.dimensions[w] for w in common if w in lists.dimensions),
        parts=frozenset(w for w in (*common, *spoken) if w in lists.parts and w not in names),
        measures=frozenset(lists.measures[w] for w in common if w in lists.measures),
        quoted=_shingles(claim.quote, spoken),
        entailed=entailed(words),
        mixed=_mixed(assertions),
    )


def counted_apart(a: Profile, b: Profile) -> bool:
    """Whether both count off one kind of thing and mean two of them: "the first attempt", "the second attempt"."""
    if not a.counted_off or not b.counted_off:
        return False
    one, two = dict(a.counted_off), dict(b.counted_off)
    return any(one[noun] != two[noun] for noun in one.keys() & two.keys())


def _mixed(assertions: tuple[Assertion, ...]) -> frozenset[str]:
    ways: dict[str, set[int]] = {}
    for assertion in assertions:
        ways.setdefault(assertion.concept, set()).add(assertion.direction)
    return frozenset(concept for concept, found in ways.items() if {1, -1} <= found)


def _name_words(claim: Claim) -> frozenset[str]:
    found: set[str] = set()
    for mention in claim.entities:
        found.update(tokens(mention.name))
        found.update(tokens(mention.text))
    for argument in claim.frame.arguments:
        for name in argument.entities:
            found.update(tokens(name))
    return frozenset(found)


def _negated(claim: Claim) -> bool:
    """Whether the frame is denied; an author's own rejection of P has a frame that says P."""
    negated = claim.polarity is Polarity.NEGATED
    if negated and any(a.role == "without" for a in claim.frame.arguments):
        # "Without turbulence" denies the turbulence, and is read with it.
        others = comparison_words().negators - {"without"}
        negated = any(word in others for word in tokens(claim.text))
    return (negated != is_own_rejection(claim)) != _embedded_negation(claim)


def _embedded_negation(claim: Claim) -> bool:
    """Whether the verb that counts is negated inside its clause, and the claim is not: "agreed not to accept"."""
    frame = claim.frame
    if frame.predicate and denies_through(frame.predicate[0], is_passive=frame.passive):
        return False  # "decided not to accept" is negated itself
    return any(
        a.role == "clause"
        and any(t in _EMBEDDED for t in a.terms)
        and any(t in claim.frame.predicate for t in a.terms)
        for a in claim.frame.arguments
    )


def is_own_rejection(claim: Claim) -> bool:
    """Whether the claim is its author's own rejection of a view."""
    return claim.stance is Stance.REJECTS and claim.holder is None


def _first_words(claim: Claim) -> dict[str, str]:
    """First word of a mention → the name it stands for."""
    found: dict[str, str] = {}
    for mention in claim.entities:
        for surface in (mention.text, mention.name):
            for word in tokens(surface)[:1]:
                found.setdefault(word, mention.name)
    return found


def _decisive(predicate: tuple[str, ...]) -> str:
    """The word that says what is predicated: the adjective after a copula, else the main verb."""
    if not predicate:
        return ""
    if predicate[0] in COPULAS and len(predicate) > 1:
        return predicate[-1]
    kept = [w for w in predicate if w not in comparison_words().implicatives]
    return kept[-1] if kept else predicate[-1]


def _slot(argument: Argument, names: frozenset[str]) -> Slot:
    lists = comparison_words()
    head = canonical(argument.head)
    own = [t for t in argument.terms if t not in names]
    named = bool(argument.entities) and (argument.head in names or argument.head in lists.metonyms)
    return Slot(argument.role, head, content(own), frozenset(argument.entities), named, argument.text)


def _instances(spoken: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Numbered periods and rounds: (noun, which one)."""
    lists = comparison_words()
    found = set()
    for index, word in enumerate(spoken):
        if word in lists.instances:
            for noun in spoken[index + 1 : index + 4]:
                if noun in lists.instance_nouns:
                    found.add((noun, lists.instances[word]))
                    break
    return frozenset(found)


def _counted_off(spoken: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Anything that is counted off: "the first attempt", whatever the noun."""
    lists = comparison_words()
    return frozenset(
        (base_form(noun), word)
        for word, noun in pairwise(spoken)
        if word in lists.ordinals and noun not in lists.removable
    )


def _fiscal_years(text: str) -> frozenset[tuple[str, str]]:
    """The one fiscal year or quarter that a text names: "FY26", "2025-26", "fiscal 2026", "Q3"."""
    years = {f"20{a or b or c}" for a, b, c in _FISCAL.findall(text)}
    quarters = set(_QUARTER.findall(text))
    found = {("fiscal year", min(years))} if len(years) == 1 else set()
    return frozenset(found | ({("quarter", min(quarters))} if len(quarters) == 1 else set()))


def _shingles(quote: str, spoken: tuple[str, ...]) -> frozenset[str]:
    """Runs of words within quotation marks that the claim itself says."""
    found: set[str] = set()
    said = " ".join(w for w in spoken if w != "'s")
    for passage in _QUOTED.findall(quote):
        words = [w for w in tokens(passage) if w != "'s"]
        found.update(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
    return frozenset(shingle for shingle in found if shingle in said)
